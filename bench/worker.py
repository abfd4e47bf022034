"""One writer in a process of its own: bulletins in on standard input, what each took out on standard output.

A line in is JSON: the YAML of a bulletin, and its lines as they are printed. A line out is JSON as well: seconds on
the clock, seconds of processor, bytes made, the most memory taken so far in MB. Ours are made of the spec that was read
of the YAML, which is not timed; the peers take the lines alone: titles, headings and text in their faces, none of the
rest of what a bulletin has.
"""

import io
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Write = Callable[[Any], bytes]  # of a Spec, or of printed lines
_FACES = {"title": "FandolSong", "一": "FandolHei", "（": "FandolKai", "text": "FandolFang R"}
_TYPST = """
#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), footer: context {
  align(if calc.odd(here().page()) { right } else { left }, text(font: "FandolSong", size: 14pt,
    [— #counter(page).display() —])) })
#set text(size: 16pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(leading: 12.9pt, spacing: 12.9pt, justify: true, first-line-indent: (amount: 2em, all: true))
#for (face, line) in json(bytes(sys.inputs.lines)) { par(text(font: face, line)) }
"""


def ours(suffix: str, checked: bool, fonts: Path | None) -> Write:
    import bulletin_gen

    found = bulletin_gen.find_fonts(directories=[fonts] if fonts else []) if suffix == "pdf" else None
    office = bulletin_gen.Office() if checked else None

    def write(spec: bulletin_gen.Spec) -> bytes:
        return bulletin_gen.render(spec, (suffix,), fonts=found, office=office).files[suffix]

    return write


def typst(fonts: Path | None) -> Write:
    import typst

    kept = typst.Fonts(font_paths=[str(fonts)] if fonts else [], include_system_fonts=fonts is None)

    def write(lines: list[str]) -> bytes:
        given = json.dumps([(_face(line, at), line) for at, line in enumerate(lines)], ensure_ascii=False)
        return typst.compile(_TYPST.encode(), font_paths=kept, sys_inputs={"lines": given})

    return write


def python_docx() -> Write:
    from docx import Document
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt

    def write(lines: list[str]) -> bytes:
        document = Document()
        for at, line in enumerate(lines):
            paragraph = document.add_paragraph()
            setting = paragraph.paragraph_format
            setting.line_spacing_rule, setting.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28.9)
            setting.space_before = setting.space_after = Pt(0)
            setting.first_line_indent = Pt(32)
            run = paragraph.add_run(line)
            run.font.size, run.font.name = Pt(16), _face(line, at)
            run._element.rPr.rFonts.set(qn("w:eastAsia"), _face(line, at))
        return _saved(document)

    return write


def docxtpl() -> Write:
    from docx import Document
    from docxtpl import DocxTemplate

    blank = Document()
    for line in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        blank.add_paragraph(line)
    template = _saved(blank)

    def write(lines: list[str]) -> bytes:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render({"lines": lines})
        return _saved(filled)

    return write


def _saved(document: object) -> bytes:
    made = io.BytesIO()
    document.save(made)  # type: ignore[attr-defined]
    return made.getvalue()


def _face(line: str, at: int) -> str:
    kind = "title" if at == 0 else "一" if "、" in line[1:4] else line[0]
    return _FACES.get(kind, _FACES["text"])


def writer(case: str, fonts: Path | None) -> tuple[Write, bool]:
    """Return what writes a case, and whether it is ours. Raises ImportError where its library is not here."""
    peers = {"typst": lambda: typst(fonts), "python-docx": python_docx, "docxtpl": docxtpl}
    if case in peers:
        return peers[case](), False
    suffix, _, checked = case.partition("+")
    return ours(suffix, bool(checked), fonts), True


def of_spec(typed: str) -> Any:
    import bulletin_gen

    return bulletin_gen.load_spec(typed)


def main() -> None:
    case, fonts = sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None
    write, is_ours = writer(case, fonts)
    print("ready", flush=True)
    for line in sys.stdin:
        given = json.loads(line)
        source = of_spec(given["spec"]) if is_ours else given["lines"]
        clock, processor = time.perf_counter(), time.process_time()
        made = write(source)
        took = (time.perf_counter() - clock, time.process_time() - processor)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps((*took, len(made), memory)), flush=True)


if __name__ == "__main__":
    main()
