"""Words of a composed paragraph are found where their author typed them."""

from pathlib import Path

import pytest

from bulletin_gen.checks.located import TypedWords
from bulletin_gen.composing import compose
from bulletin_gen.document import block_lines
from bulletin_gen.files.yaml_files import read_spec
from bulletin_gen.finding import Quote
from bulletin_gen.spans import flat
from bulletin_gen.spec.load import load_spec
from judges import CHECKOUT

SPEC = """\
issuer: {name: 中共甲镇委员会}
opening: 无
organisation:
  text: |
    成立专班，逐项研究。
      每周调度一次。
  items:
    - heading: 明确责任
      text: "制定“三张\\u6e05单”，
        按月销号。"
results:
  issues:
    - problem: 台账不全
      measures:
        - 修订管理制度。逐村核对台账，补齐台账。
        - '逐村核对台账，补齐it''s台账，公开台账。'
    - problem: 会议过多
      text: >
        合并会议,压缩
        文件。
"""


def places_of(words: str) -> list[str]:
    """Where the words are found that stand in the composed text, each as line:column path; "ours" where nowhere."""
    spec = load_spec(SPEC, "通报.yaml")
    typed = TypedWords(spec.places)
    told = []
    for block in compose(spec).blocks:
        for line in map(flat, block_lines(block)):
            start = line.find(words)
            while start >= 0:
                located = typed.find(block.where.path, Quote(line, start, start + len(words)))
                where = typed.where(located) if located else None
                told.append(f"{where.line}:{where.column} {where.path}" if where else "ours")
                start = line.find(words, start + 1)
    return told


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("逐项", "5:10 organisation.text"),
        ("每周", "6:7 organisation.text"),
        ("清单", "9:19 organisation.items[0].text"),
        ("按月", "10:9 organisation.items[0].text"),
        ("会议，压缩文件", "19:11 results.issues[1].text"),
        ("会议过多", "17:16 results.issues[1].problem"),
        ("补齐it's", "16:19 results.issues[0].measures[1]"),
    ],
)
def test_through_every_way_to_write_a_text(words: str, place: str) -> None:
    assert places_of(words) == [place]


def test_the_same_words_are_told_apart_by_what_stands_beside_them() -> None:
    assert places_of("台账，") == [
        "15:22 results.issues[0].measures[0]",
        "16:16 results.issues[0].measures[1]",
        "16:26 results.issues[0].measures[1]",
    ]


@pytest.mark.parametrize("words", ["整改情况的通报", "一是", "关于“"])
def test_words_of_our_own_were_typed_nowhere(words: str) -> None:
    assert set(places_of(words)) == {"ours"}


def test_a_text_typed_in_place_of_a_part_is_found() -> None:
    spec = load_spec("issuer: {name: 甲}\nopening: 无\norganisation: 成立专班，逐项研究。\n")
    located = TypedWords(spec.places).find("organisation.text", Quote("成立专班，逐项研究。", 5, 7))

    assert located is not None
    assert (located.path, spec.places.source[located.start : located.end]) == ("organisation", "逐项")


def test_in_a_table_the_cell_is_found() -> None:
    rows = '[["1", 甲村, "2020"], ["2", 乙村, "2020"], ["3", 甲村, "2021"]]'
    spec = load_spec(
        "issuer: {name: 甲}\nopening: 无\norganisation: 甲\nform: issued\nattachments:\n"
        f"  - title: 表\n    table: {{columns: [{{title: 序号}}, {{title: 村}}, {{title: 年份}}], rows: {rows}}}\n"
    )
    row = "3\t甲村\t2021"
    located = TypedWords(spec.places).find("attachments[0]", Quote(row, row.index("甲"), row.index("甲") + 2))

    assert located is not None
    assert located.path == "attachments[0].table.rows[2][1]"


EXAMPLES = sorted((CHECKOUT / "examples").glob("*.yaml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_found_says_the_words(example: Path) -> None:
    """Every fifth pair of characters of an example."""
    spec = read_spec(example)
    typed = TypedWords(spec.places)
    quotes = [
        (block.where.path, Quote(line, start, start + 2))
        for block in compose(spec).blocks
        for line in map(flat, block_lines(block))
        for start in range(0, len(line) - 1, 5)
    ]
    found = [(quote.words, located) for path, quote in quotes if (located := typed.find(path, quote))]

    assert len(found) > len(quotes) / 2
    assert [words for words, (_, start, end) in found if spec.places.source[start:end] != words] == []


def test_white_space_alone_is_found_between_what_stands_beside_it() -> None:
    spec = load_spec("issuer: {name: 甲}\nopening: 抄送 A B 两处\norganisation: 甲\n")
    located = TypedWords(spec.places).find("opening", Quote("抄送 A B 两处", 4, 5))

    assert located is not None
    assert spec.places.source[located.start - 1 : located.end + 1] == "A B"


def test_a_spec_made_in_python_was_typed_nowhere() -> None:
    spec = load_spec(SPEC)

    assert TypedWords(type(spec.places)()).find("organisation", Quote("成立专班", 0, 2)) is None
