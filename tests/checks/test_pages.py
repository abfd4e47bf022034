"""What pages cannot show as they should."""

from blocks import Head, Paragraph, Recipients, Title
from bulletin_gen.checks.pages import check_pages
from bulletin_gen.document import Block
from small_pages import set_small, small_style

TITLE, TEXT = Title(["关于巡察的通报"]), Paragraph("甲乙丙")


def head(*signers: str, preprinted: bool = False) -> Block:
    return Head("", "", "", ["清河县委"], "文件", "清委〔2025〕3号", signers, preprinted)


def found(*blocks: Block) -> list[str]:
    return [finding.rule for finding in check_pages(set_small(blocks, 20, 16), small_style(20, 16))]


def test_a_first_page_without_text_is_told() -> None:
    long = Recipients("各村党支部、" * 60)

    assert found(head(), TITLE, long, TEXT) == ["layout/no-text-on-first-page"]
    assert found(head(preprinted=True), TITLE, long, TEXT) == ["layout/no-text-on-first-page"]


def test_text_on_the_first_page_is_as_it_should_be() -> None:
    assert found(head(), TITLE, TEXT) == []


def test_a_copy_for_publication_may_begin_as_it_likes() -> None:
    assert found(TITLE, Recipients("各村党支部、" * 60), TEXT) == []


def test_what_has_no_room_is_told() -> None:
    assert "layout/outside-text-area" in found(head(*["王小明"] * 60), TITLE, TEXT)


def test_a_line_that_is_set_far_apart_is_told_with_what_could_not_be_parted() -> None:
    text = Paragraph("甲乙丙丁戊己庚辛壬癸子丑寅卯" + "2024123456789012")
    (finding,) = check_pages(set_small([text], 20, 16), small_style(20, 16))

    assert finding.rule == "layout/stretched-line"
    assert "“202412”不能拆开" in finding.message


def test_a_line_that_fills_of_itself_is_not() -> None:
    assert found(Paragraph("甲" * 50)) == []


def test_lone_characters_are_told_together() -> None:
    """18 characters beside the indent, 20 on a line, the last of them a number that may not be parted."""
    texts = [
        Paragraph("甲" * 34 + "20240112号。"),
        Paragraph("乙" * 34 + "20240112号后。"),
        Paragraph("丙" * 14 + "20240112号"),
    ]
    (finding,) = check_pages(set_small(texts, 20, 16), small_style(20, 16))

    assert finding.message == "段落末行只有一个字（孤字）：第1页“……240112号。”、第1页“……240112号”"


def test_one_that_the_line_above_gives_company_is_not() -> None:
    assert found(Paragraph("甲" * (2 * 28 - 2) + "字。")) == []


def test_a_paragraph_of_one_character_is_as_its_author_wants_it() -> None:
    assert found(Paragraph("无"), Paragraph("甲" * 30)) == []
