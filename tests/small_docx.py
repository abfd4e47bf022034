"""Small DOCX files as raw XML, so that a test shows what stands in the file."""

import zipfile
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": MAIN,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def small_docx(body: str, **parts: str) -> bytes:
    """Return a DOCX with this inside `w:body`; `parts` are the insides of styles, numbering, comments, header…"""
    files = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}),
    }
    files |= {f"word/{name}.xml": _root(_ROOTS.get(name, name), inside) for name, inside in parts.items()}
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Return a ZIP file of these members."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def p(*inside: str, properties: str = "") -> str:
    """Return a paragraph; what is no XML becomes a run of text."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(_run, inside))}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    inside = text if text.startswith("<") else f"<w:t>{text}</w:t>"
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


_ROOTS = {"header": "hdr", "footer": "ftr"}


def _run(inside: str) -> str:
    return inside if inside.startswith("<") else r(inside)


def _root(name: str, inside: str) -> str:
    return f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def _relations(targets: dict[str, str]) -> str:
    rows = (
        f'<Relationship Id="r{index}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELATIONS}">{"".join(rows)}</Relationships>'
