"""Clauses on faces, colour and emphasis: 5.2.2, 5.2.4 and practice."""

from collections.abc import Iterable

from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.clauses.looks import fit_of
from bulletin_gen.proof.face_names import Fit, is_chinese, shown
from bulletin_gen.proof.measured import Paragraph, Source, Span, channels
from bulletin_gen.proof.outcome import Outcome, absent, breaks, conforms, judged, some, unmeasured
from bulletin_gen.proof.requirement import Case, Requirement, general, practice, requirement
from bulletin_gen.style import FaceRole
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, is_han
from bulletin_gen.text.placeholders import find_placeholders
from bulletin_gen.text.regex import Regex

# A straight mark beside Chinese: "某某"、'某'; not 12" or Word's own "it's"
_STRAIGHT = Regex(r"(?<![0-9])[\"'＂＇](?=[\u4e00-\u9fff“”《（])|(?<=[\u4e00-\u9fff，。、；：！？》）])[\"'＂＇]")
_DARK = 0x30  # what is not lighter than this in any colour prints black
_RAISED = ("上标", "下标")  # of digits and letters they are no fault: 10³
_UNRULED = (Element.TITLE, Element.RECIPIENTS, Element.BODY, *HEADINGS, Element.SIGNATURE, Element.ISSUE_DATE)
_ROLE_OF = {
    Element.TITLE: FaceRole.XIAOBIAOSONG,
    Element.ORGAN_MARK: FaceRole.XIAOBIAOSONG,
    Element.ATTACHMENT_TITLE: FaceRole.XIAOBIAOSONG,
    Element.HEADING_1: FaceRole.HEITI,
    Element.HEADING_2: FaceRole.KAITI,
    Element.SECRECY: FaceRole.HEITI,
    Element.URGENCY: FaceRole.HEITI,
    Element.ATTACHMENT_LABEL: FaceRole.HEITI,
}


@requirement("G-09", "文字颜色", general("5.2.4"), "除红色要素外一律黑色，不加底色、边框")
def colour(case: Case) -> Outcome:
    coloured, pending = [], []
    spans = ((one, span) for one in case.measured.paragraphs for span in one.spans)
    for paragraph, span in spans:
        if paragraph.element is Element.ORGAN_MARK:
            continue
        if span.is_highlighted and find_placeholders(paragraph.flat):
            pending.append(f"{paragraph.quoted()}有待补内容")
        elif span.is_highlighted or not _is_black(span.colour):
            coloured.append(f"{paragraph.quoted()}{_tint(span)}")
    coloured += [f"{one.quoted()}加了{said}" for one in case.measured.paragraphs for said in _box(one)]
    numbers = (span for number in case.measured.page_numbers for span in number.spans)
    coloured += [f"页码颜色 {span.colour}" for span in numbers if not _is_black(span.colour)]
    return unmeasured(some(pending)) if pending and not coloured else judged(coloured, "黑色")


def _tint(span: Span) -> str:
    return "加了底色" if span.is_highlighted else f"颜色 {span.colour}"


def _box(paragraph: Paragraph) -> list[str]:
    """Return what stands around a paragraph; a rule by the 版头, the 版记 or a table is no fault."""
    if paragraph.in_table or paragraph.element not in _UNRULED:
        return []
    return ["边框"] * paragraph.is_boxed + ["底纹"] * paragraph.is_shaded


def _is_black(value: str | None) -> bool:
    return value is None or max(channels(value)) <= _DARK


def _substitutes(case: Case, roles: Iterable[FaceRole]) -> Outcome:
    """Judge whether faces of these kinds are the genuine ones; faces of another kind are other clauses' matter."""
    genuine, substitutes = [], []
    for paragraph in case.measured.paragraphs:
        role = _ROLE_OF.get(paragraph.element, FaceRole.FANGSONG)
        if role not in roles or paragraph.element in (Element.TABLE, Element.OTHER):
            continue
        for span in paragraph.spans:
            if span.face is not None and not span.is_latin:
                kind = fit_of(case, span.face, role)
                genuine += [shown(span.face)] if kind is Fit.GENUINE else []
                substitutes += [shown(span.face)] if kind is Fit.SUBSTITUTE else []
    if substitutes:
        return unmeasured(f"用了替代字体：{some(substitutes)}")
    return conforms(some(genuine)) if genuine else absent("没有用到，或字体另有不合")


def _genuine(id: str, element: str, clause: str, required: str, *roles: FaceRole) -> Requirement:
    return Requirement(id, element, general(clause), required, lambda case: _substitutes(case, roles))


fangsong = _genuine("G-13", "仿宋字体", "5.2.2", "仿宋_GB2312、仿宋、方正仿宋等", FaceRole.FANGSONG)
xiaobiaosong = _genuine("G-14", "小标宋字体", "7.3.1", "方正小标宋等；华文中宋、加粗宋体为替代", FaceRole.XIAOBIAOSONG)
heiti_kaiti = _genuine("G-15", "黑体、楷体字体", "7.3.3", "黑体、楷体_GB2312、楷体等", FaceRole.HEITI, FaceRole.KAITI)


@requirement("G-16", "字体嵌入", practice(), "PDF 所用字体全部嵌入，不用 Type 3 字体")
def embedded(case: Case) -> Outcome:
    fonts = case.measured.fonts
    if fonts is None:
        if case.measured.source is Source.DOCX:
            return unmeasured("DOCX 不带字体，须在用它的计算机上确认已装")
        return absent("生成 PDF 时一律嵌入")
    faults = [f"{shown(font.name)}未嵌入" for font in fonts if not font.is_embedded]
    faults += [f"{shown(font.name)}是 Type 3 字体" for font in fonts if font.is_type3]
    return judged(faults, f"{len(fonts)} 个字体全部嵌入")


@requirement("G-17", "西文数字字体", practice(), "正文数字、字母用同一种字体，不用主题字体")
def latin_face(case: Case) -> Outcome:
    themed = [
        f"{paragraph.quoted()}用主题字体{shown(span.face or '')}"
        for paragraph in case.measured.paragraphs
        for span in paragraph.spans
        if span.themed
    ]
    if themed:
        return breaks(some(themed))
    texts = case.of(Element.BODY, *HEADINGS[2:])
    faces = dict.fromkeys(
        shown(span.face)
        for one in texts
        for span in one.spans
        if span.is_latin and span.face and any(map(str.isalnum, span.text))
    )
    if len(faces) > 1:
        return breaks("、".join(faces))
    return conforms(next(iter(faces))) if faces else absent("没有数字和字母")


@requirement("G-18", "引号破折号宽度", practice(), "“ ” ‘ ’ — … 按全角排，不用直引号")
def wide_marks(case: Case) -> Outcome:
    narrow = [f"第{line.page}页“{line.text[:8]}…”的 {line.narrow}" for line in case.measured.lines if line.narrow]
    for paragraph in case.measured.paragraphs if case.is_flowing else ():
        narrow += [f"{paragraph.quoted()}用{shown(span.face or '')}" for span in paragraph.spans if _is_narrow(span)]
    texts = case.measured.paragraphs
    straight = [f"{one.quoted()}用直引号{match[0]}" for one in texts for match in _STRAIGHT.finditer(one.flat)]
    return judged([*straight, *narrow], "全角")


def _is_narrow(span: Span) -> bool:
    is_mark = any(char in AMBIGUOUS_WIDE for char in span.text)
    return is_mark and span.face is not None and not is_chinese(span.face)


@requirement("G-19", "加粗倾斜下划线", practice(), "不加粗、不倾斜、不加下划线和删除线，不缩放，不用其他文字效果")
def emphasis(case: Case) -> Outcome:
    texts = [(one.quoted(), one.spans) for one in case.measured.paragraphs]
    texts += [("页码", number.spans) for number in case.measured.page_numbers]
    faults = [f"{place}{said}" for place, spans in texts for span in spans for said in _marks(span)]
    return judged(faults, "没有")


def _marks(span: Span) -> list[str]:
    effects = [said for said in span.effects if said not in _RAISED or any(map(is_han, span.text))]
    marks = ((span.is_bold, "加粗"), (span.is_slanted, "倾斜"), (span.is_underlined, "加下划线"))
    return [*(said for is_so, said in marks if is_so), *effects]
