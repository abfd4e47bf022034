"""What copying leaves in a text is taken out before it is read, and told of."""

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import Reading, read_text

TITLE = "某县望河镇党委关于巡察整改情况的通报"
BASIS = (
    "根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对望河镇党委开展了巡察。"
    "按照巡察工作有关要求，现将巡察整改情况予以公布。"
)
LINES = (
    TITLE,
    BASIS,
    "一、整改情况",
    "（一）关于“值班不严”问题的整改情况",
    "一是重排值班表。二是每周抽查4次。",
    "二、下一步打算",
    "镇党委将抓好后续整改。",
)
LONG = "一是重排值班表，由镇领导带班、干部轮流值守，做到白天有人接访、夜间有人接警，每周抽查4次。"
WHOLE = "\n".join(LINES)


def said(reading: Reading) -> str:
    return plain_text(compose(reading.bulletin)).strip()


def told(reading: Reading) -> list[str]:
    return [finding.rule.removeprefix("import/") for finding in reading.findings]


@pytest.mark.parametrize(
    ("stray", "clean", "rule"),
    [
        ("⼀、整改", "一、整改", "radical"),
        ("⻓期", "长期", "radical"),
        ("值\u200b班", "值班", "unseen"),
        ("望\ufeff河", "望河", "unseen"),
        ("整\u00ad改", "整改", "unseen"),
        ("&ldquo;值班不严&rdquo;", "“值班不严”", "entity"),
        ("每周\ue5e5抽查", "每周抽查", "private-use-known"),
    ],
)
def test_a_stray_character_is_put_right_and_told(stray: str, clean: str, rule: str) -> None:
    text = WHOLE if clean in WHOLE else WHOLE.replace("后续", clean)
    reading = read_text(text.replace(clean, stray))

    assert said(reading).replace("\u3000", "") == text
    assert told(reading) == [rule]


def test_a_private_character_that_nobody_knows_is_kept_and_told() -> None:
    assert "private-use" in told(read_text(WHOLE.replace("抽查", "抽\ue123查")))


def test_hard_spaces_are_told_as_a_note() -> None:
    reading = read_text(WHOLE.replace("抽查4次", "抽查\u00a04\u00a0次"))

    assert [(finding.rule, finding.severity.name) for finding in reading.findings] == [("import/hard-space", "NOTE")]


def test_an_indent_of_hard_spaces_is_nothing_to_tell() -> None:
    assert told(read_text("\n".join(f"\u00a0\u00a0{line}" for line in LINES))) == []


def test_marks_of_markdown_are_left_out_and_told() -> None:
    text = (
        WHOLE.replace(TITLE, f"# {TITLE}")
        .replace("一、整", "## 一、整")
        .replace("一是重排值班表。", "**一是重排值班表。**")
    )
    reading = read_text(text.replace("镇党委将", "- 镇党委将"))

    assert said(reading) == WHOLE
    assert told(reading) == ["markdown"]


def test_dashes_alone_are_no_markdown() -> None:
    assert "markdown" not in told(read_text(WHOLE.replace("镇党委将", "- 镇党委将")))


@pytest.mark.parametrize("number", ["— 3 —", "-12-", "第2页 共9页", "2/9"])
def test_a_page_number_is_set_aside(number: str) -> None:
    reading = read_text("\n".join((*LINES[:5], number, *LINES[5:])))

    assert said(reading) == WHOLE
    assert [line.text for line in reading.set_aside] == [number]
    assert told(reading) == ["set-aside"]


@pytest.mark.parametrize("indent", ["\u3000\u3000", ""])
def test_lines_cut_at_the_edge_of_a_page_are_joined(indent: str) -> None:
    def cut(line: str) -> str:
        text = line if line == TITLE else f"{indent}{line}"
        return "\n".join(text[at : at + 24] for at in range(0, len(text), 24))

    lines = (
        *LINES[:4],
        "一是重排值班表，由镇领导带班、干部轮流值守，做到白天有人接访、夜间有人接警，每周抽查4次。",
        *LINES[5:],
    )
    reading = read_text("\n".join(map(cut, lines)))

    assert said(reading) == "\n".join(lines)
    assert told(reading) == ["cut-lines"]


def test_paragraphs_of_their_own_are_not_joined() -> None:
    assert said(read_text(WHOLE)) == WHOLE


def test_the_source_of_a_page_gives_what_it_shows() -> None:
    body = "".join(f"<p>{line.replace('“', '&ldquo;')}</p>" for line in LINES)
    page = f"<!DOCTYPE html><html><head><title>站</title></head><body>{body}<del>废</del></body></html>"
    reading = read_text(page)

    assert said(reading) == WHOLE
    assert told(reading) == ["web-page"]


def test_a_raised_number_of_a_page_does_not_run_into_the_one_before() -> None:
    page = "".join(f"<p>{line}</p>" for line in LINES).replace("4次", "10<sup>4</sup>次")

    assert "10^4次" in said(read_text(page))


def test_traditional_script_is_told() -> None:
    assert "traditional" in told(
        read_text("關於巡察整改情況的通報\n縣委對鎮黨委開展了巡察，現將問題整改公佈，歡迎監督。")
    )


@pytest.mark.parametrize(
    ("last", "date"),
    [
        ("二〇二四年九月六日", "2024-09-06"),
        ("某县望河镇党委 2024年09月06日", "2024-09-06"),
        ("２０２４年９月６日", "2024-09-06"),
        ("某县望河镇党委\n2024.9.6", "2024-09-06"),
    ],
)
def test_the_day_of_a_bulletin_is_said_in_figures(last: str, date: str) -> None:
    reading = read_text(f"{WHOLE}\n{last}")

    assert reading.bulletin.issue_date == date
    assert said(reading).endswith("2024年9月6日")


def test_a_change_of_figures_is_told_and_a_day_in_a_sentence_is_left() -> None:
    assert told(read_text(f"{WHOLE}\n二〇二四年九月六日")) == ["day"]
    assert told(read_text(f"{WHOLE}\n2024年9月6日")) == []
    sentence = WHOLE.replace("每周抽查4次", "自二〇二四年九月六日起每周抽查4次")
    assert said(read_text(sentence)) == sentence
