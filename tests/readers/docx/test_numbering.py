"""The labels that Word prints before numbered paragraphs."""

from pathlib import Path

import pytest

import judges
from bulletin_gen.readers.docx import Revisions, docx_lines
from small_docx import p, small_docx


def level(index: int, form: str, text: str, *more: str, start: int = 1) -> str:
    inside = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{"".join(more)}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}">{inside}</w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, *overrides: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{"".join(overrides)}</w:num>'


def start_over(index: int, start: int = 1) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(index: int = 0, number: int = 1, text: str = "甲") -> str:
    place = f'<w:ilvl w:val="{index}"/><w:numId w:val="{number}"/>'
    return p(*([text] if text else []), properties=f"<w:numPr>{place}</w:numPr>")


OUTLINE = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircleChinese", "%5"),
)


def labels(body: str, *numbering: str, styles: str = "") -> str:
    """Return what stands before 甲 in each line."""
    source = small_docx(body, numbering="".join(numbering), styles=styles)
    return " ".join(line.text.partition("甲")[0].strip() for line in docx_lines(source).lines)


def test_the_layers_of_the_standard() -> None:
    body = "".join(item(index) for index in (0, 1, 1, 2, 2, 3, 4, 4, 1, 2, 0, 1))

    assert labels(body, OUTLINE, num(1, 0)) == "一、 （一） （二） 1. 2. （1） ① ② （三） 1. 二、 （一）"


def test_a_level_that_never_begins_anew_runs_on() -> None:
    levels = level(0, "decimal", "%1."), level(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>')

    assert labels("".join(item(index) for index in (0, 1, 1, 0, 1)), abstract(0, *levels), num(1, 0)) == (
        "1. （1） （2） 2. （3）"
    )


def test_a_level_that_only_the_first_makes_begin_anew() -> None:
    levels = (
        level(0, "decimal", "%1."),
        level(1, "decimal", "（%2）"),
        level(2, "decimal", "%3）", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(item(index) for index in (0, 1, 2, 1, 2, 0, 1, 2))

    assert labels(body, abstract(0, *levels), num(1, 0)) == "1. （1） 1） （2） 2） 2. （1） 1）"


def test_levels_above_are_named_where_the_label_asks_for_them() -> None:
    levels = (
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "upperRoman", "%1-%3"),
    )

    assert labels(item(0) + item(0) + item(1) + item(2), abstract(0, *levels), num(1, 0)) == "第一章 第二章 2.1 二-I"


def test_lists_of_one_definition_count_on_together() -> None:
    assert labels(item(0, 1) + item(0, 2) + item(0, 1), OUTLINE, num(1, 0), num(2, 0)) == "一、 二、 三、"


def test_a_list_that_starts_over_does_so_once() -> None:
    lists = num(1, 0), num(2, 0, start_over(0)), num(3, 0, start_over(0, 5))

    assert labels(item(0, 1) + item(0, 1) + item(0, 2) + item(0, 2) + item(0, 3) + item(0, 3), OUTLINE, *lists) == (
        "一、 二、 一、 二、 五、 六、"
    )


def test_a_list_may_say_a_level_in_its_own_way() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)", start=7)}</w:lvlOverride>'

    assert labels(item(0) + item(1), OUTLINE, num(1, 0, own)) == "7) （一）"


def test_two_definitions_count_apart() -> None:
    other = abstract(1, level(0, "decimal", "%1."))

    assert labels(item(0, 1) + item(0, 2) + item(0, 1), OUTLINE, other, num(1, 0), num(2, 1)) == "一、 1. 二、"


def test_number_zero_and_unknown_lists_have_no_label() -> None:
    assert labels(item(0, 0) + item(0, 9) + item(0, 1), OUTLINE, num(1, 0)) == "  一、"


def test_a_heading_style_is_numbered_through_its_level() -> None:
    """The style names the list only; the level is the one that names the style. A style built on it inherits both."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H2"/></w:style>'
    )
    levels = level(0, "decimal", "%1."), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>')
    body = p("甲", properties='<w:pStyle w:val="H2"/>') + p("甲", properties='<w:pStyle w:val="Own"/>')

    assert labels(body, abstract(0, *levels), num(1, 0), styles=styles) == "（一） （二）"


def test_a_paragraph_may_switch_off_the_number_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N">'
        '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )

    assert labels(p("甲") + item(0, 0) + p("甲"), OUTLINE, num(1, 0), styles=styles) == "1.  2."


def test_a_definition_borrowed_through_a_list_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    borrower = abstract(1, '<w:numStyleLink w:val="L"/>')

    assert labels(item(1, 1), OUTLINE, borrower, num(1, 1), num(2, 0), styles=styles) == "（一）"


def test_styles_that_rest_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:basedOn w:val="{other}"/></w:style>'
        for own, other in (("A", "B"), ("B", "A"))
    )

    assert labels(p("甲", properties='<w:pStyle w:val="A"/>'), OUTLINE, num(1, 0), styles=styles) == ""


def test_a_deleted_paragraph_takes_no_number() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = p("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", properties=f"{numbered}<w:rPr><w:del/></w:rPr>")
    source = small_docx(item() + gone + item(), numbering=OUTLINE + num(1, 0))

    assert [line.text for line in docx_lines(source).lines] == ["一、甲", "二、甲"]
    assert [line.text for line in docx_lines(source, revisions=Revisions.REJECT).lines] == [
        "一、甲",
        "二、旧",
        "三、甲",
    ]


def test_rejecting_a_change_of_form_brings_back_the_old_number() -> None:
    old = '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    source = small_docx(p("甲", properties=old), numbering=OUTLINE + num(1, 0))

    assert [line.text for line in docx_lines(source).lines] == ["甲"]
    assert [line.text for line in docx_lines(source, revisions=Revisions.REJECT).lines] == ["（一）甲"]


def test_an_empty_numbered_paragraph_counts_and_is_told_of() -> None:
    read = docx_lines(small_docx(item() + item(text="") + item(), numbering=OUTLINE + num(1, 0)), "a.docx")

    assert [line.text for line in read.lines] == ["一、甲", "三、甲"]
    assert [str(finding) for finding in read.findings] == ["警告：a.docx:2：编号“二、”后面没有文字；请核对后面的编号"]


def test_bullets_are_left_out_and_told_of() -> None:
    bullet = abstract(0, level(0, "bullet", "\uf06c"))
    read = docx_lines(small_docx(item() + item(), numbering=bullet + num(1, 0)))

    assert [line.text for line in read.lines] == ["甲", "甲"]
    assert [str(finding) for finding in read.findings] == ["提示：1：有 2 段带项目符号，符号没有导入"]


def test_a_number_form_that_nobody_knows_is_told_of() -> None:
    odd = abstract(0, level(0, "hebrew1", "%1."))
    read = docx_lines(small_docx(item(), numbering=odd + num(1, 0)))

    assert [line.text for line in read.lines] == ["1.甲"]
    assert [str(finding) for finding in read.findings] == [
        "警告：不认识的编号格式 hebrew1，编号已写成阿拉伯数字；请核对编号"
    ]


def test_a_form_with_a_fallback_uses_it() -> None:
    custom = '<w:numFmt w:val="custom" w:format="001"/>'
    choice = f'<mc:AlternateContent><mc:Choice Requires="w14">{custom}</mc:Choice>' + (
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    odd = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{choice}<w:lvlText w:val="%1"/></w:lvl>'

    assert labels(item(), abstract(0, odd), num(1, 0)) == "01"


@pytest.mark.parametrize(
    ("label", "text", "line"),
    [
        ("%1、", "甲", "1、甲"),
        ("%1", "甲", "1 甲"),
        ("%1.", "2024年", "1. 2024年"),
        ("%1.", "甲", "1.甲"),
        ("问题%1：", "甲", "问题1：甲"),
        ("", "甲", "甲"),
    ],
)
def test_a_label_does_not_run_into_its_text(label: str, text: str, line: str) -> None:
    source = small_docx(item(text=text), numbering=abstract(0, level(0, "decimal", label)) + num(1, 0))

    assert [line.text for line in docx_lines(source).lines] == [line]


@pytest.mark.parametrize("value", ["", "x", "-1", "99999999999", "1e9"])
def test_numbers_that_are_none_do_no_harm(value: str) -> None:
    broken = abstract(0, f'<w:lvl w:ilvl="{value}"><w:start w:val="{value}"/></w:lvl>', level(0, "decimal", "%1."))
    place = f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr>'

    assert labels(p("甲", properties=place), broken, num(1, 0, start_over(0, 3))) == "3."


FORMS = ("chineseCounting", "japaneseCounting", "chineseLegalSimplified", "ideographTraditional", "decimalZero")
MIXED = abstract(1, level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%1-%2)", start=25))
LISTS = (num(1, 0), num(2, 0, start_over(0)), num(3, 0, start_over(0, 5)), num(4, 1), num(5, 1, start_over(1)))


def test_the_labels_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    outline = "".join(item(index, number) for number in (1, 2, 1, 3) for index in (0, 1, 2, 2, 1, 2, 3, 4, 4, 0, 1))
    mixed = "".join(item(index, number) for index, number in ((0, 4), (1, 4), (1, 4), (1, 4), (1, 5), (0, 5), (1, 4)))
    forms = "".join(item(0, number) for number in range(10, 10 + len(FORMS)) for _ in range(23))
    abstracts = [abstract(number, level(0, form, "%1、")) for number, form in enumerate(FORMS, start=10)]
    lists = [*LISTS, *(num(number, number) for number in range(10, 10 + len(FORMS)))]
    numbering = "".join((OUTLINE, MIXED, *abstracts, *lists))
    source = tmp_path / "编号.docx"
    source.write_bytes(small_docx(outline + mixed + forms, numbering=numbering))

    theirs = judges.libreoffice_text(source, tmp_path).split("\n")
    ours = [line.text for line in docx_lines(source.read_bytes()).lines]
    assert ["".join(line.split()) for line in theirs if line.strip()] == ["".join(line.split()) for line in ours]
