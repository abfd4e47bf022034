"""A bulletin that is as it should be, and how a test spoils one thing in its DOCX, as an office program would."""

from collections.abc import Callable
from datetime import date

from lxml import etree

from blocks import Heading, Paragraph, Recipients, Signature, Title
from bulletin_gen.document import Document
from bulletin_gen.properties import Properties
from docx_parts import changed_part

Element = etree._Element
Spoil = Callable[[bytes], bytes]

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PREFIXES = {"w": MAIN}
_TEXT = "坚持把整改作为重大政治任务，逐条研究、逐项落实，召开专题会议12次，制定制度8项，推动解决“急难愁盼”问题35个，"
BODY = "公文正文"


def sound_document() -> Document:
    """Return a bulletin of some pages in which every layer occurs."""
    text = Paragraph(_TEXT * 3 + "做到事事有回音。")
    return Document(
        Properties("通报", "中共某某市水务局党组", date(2025, 1, 2)),
        (
            Title(("中共某某市水务局党组", "关于巡察整改进展情况的通报")),
            Recipients("局属各单位，机关各科室："),
            text,
            Heading(1, 0, "一、", "组织领导情况"),
            text,
            Heading(2, 1, "（一）", "提高政治站位"),
            text,
            Heading(3, 2, "1.", "关于学习不够深入的问题"),
            text,
            Heading(4, 3, "（1）", "建立学习制度。", "每月集中学习一次，" + _TEXT * 2 + "长期坚持。"),
            Heading(4, 3, "（2）", "开展专题研讨。", "每季度研讨一次，" + _TEXT * 2 + "长期坚持。"),
            Heading(3, 2, "2.", "关于调研不够扎实的问题"),
            text,
            Heading(2, 1, "（二）", "健全工作机制。", "成立领导小组，" + _TEXT + "做到有部署、有检查。"),
            Heading(1, 0, "二、", "整改落实情况"),
            text,
            text,
            text,
            Heading(1, 0, "三、", "下一步打算"),
            text,
            Signature(("中共某某市水务局党组",), "2025年1月2日"),
        ),
    )


def spoiled(part: str, change: Callable[[Element], None]) -> Spoil:
    """Return a spoiler of one part, such as word/styles.xml."""
    return lambda docx: changed_part(docx, part, change)


def in_style(name: str, xml: str) -> Spoil:
    """Return a spoiler that puts a property into a named style: a child of `w:pPr` or `w:rPr`, replacing its like."""
    return spoiled("word/styles.xml", lambda root: _put(_one(root, f"//w:style[w:name/@w:val='{name}']"), xml))


def in_paragraph(words: str, xml: str) -> Spoil:
    """Return a spoiler that puts a direct property on the first paragraph that holds some words."""

    def change(root: Element) -> None:
        paragraph = _holding(root, words)
        if _is_run_property(xml):
            for run in paragraph.iter(f"{{{MAIN}}}r"):
                _put(run, xml)
        else:
            _put(paragraph, xml)

    return spoiled("word/document.xml", change)


def in_section(name: str, **values: int | str) -> Spoil:
    """Return a spoiler of attributes of `w:pgMar`, `w:pgSz`…, which is added where the section has none."""

    def change(root: Element) -> None:
        section = _one(root, "//w:body/w:sectPr")
        found = section.find(f"{{{MAIN}}}{name}")
        element = etree.SubElement(section, f"{{{MAIN}}}{name}") if found is None else found
        for key, value in values.items():
            element.set(f"{{{MAIN}}}{key}", str(value))

    return spoiled("word/document.xml", change)


def words(before: str, after: str, within: str = "") -> Spoil:
    """Return a spoiler of words, which must stand within one run, in the first paragraph that holds `within`."""

    def change(root: Element) -> None:
        texts = [text for text in _holding(root, within or before).iter(f"{{{MAIN}}}t") if before in (text.text or "")]
        assert texts, f"{before} does not stand in one run"
        texts[0].text = texts[0].text.replace(before, after, 1)

    return spoiled("word/document.xml", change)


def without(part: str, path: str) -> Spoil:
    """Return a spoiler that removes what an XPath finds."""

    def change(root: Element) -> None:
        found = root.xpath(path, namespaces=PREFIXES)
        assert found, f"nothing at {path}"
        for element in found:
            element.getparent().remove(element)

    return spoiled(part, change)


def before(words: str, *xml: str) -> Spoil:
    """Return a spoiler that puts paragraphs before the one that holds some words."""

    def change(root: Element) -> None:
        for text in xml:
            _holding(root, words).addprevious(element(text))

    return spoiled("word/document.xml", change)


def in_footers(change: Callable[[Element], None]) -> Spoil:
    """Return a spoiler of both footers."""
    odd, even = (spoiled(f"word/footer-{kind}.xml", change) for kind in ("odd", "even"))
    return lambda docx: even(odd(docx))


def element(xml: str) -> Element:
    """Return an element of WordprocessingML from its XML."""
    (made,) = etree.fromstring(f'<root xmlns:w="{MAIN}">{xml}</root>')
    return made


def _put(holder: Element, xml: str) -> None:
    made = element(xml)
    name = "rPr" if _is_run_property(xml) else "pPr"
    properties = holder.find(f"{{{MAIN}}}{name}")
    if properties is None:
        properties = etree.SubElement(holder, f"{{{MAIN}}}{name}")
        holder.insert(0, properties)
    old = properties.find(made.tag)
    if old is not None:
        properties.remove(old)
    properties.append(made)


_PARAGRAPH_PROPERTIES = ("jc", "ind", "spacing ")


def _is_run_property(xml: str) -> bool:
    is_tracking = xml.startswith("<w:spacing w:val")
    return is_tracking or not xml.removeprefix("<w:").startswith(_PARAGRAPH_PROPERTIES)


def _one(root: Element, path: str) -> Element:
    (found,) = root.xpath(path, namespaces=PREFIXES)
    return found


def _holding(root: Element, words: str) -> Element:
    """Return the first paragraph that holds some words itself, not in a text box."""
    innermost = (one for one in root.iter(f"{{{MAIN}}}p") if one.find(f".//{{{MAIN}}}p") is None)
    return next(one for one in innermost if words in "".join(t.text or "" for t in one.iter(f"{{{MAIN}}}t")))
