"""Chinese text in a terminal: two columns a character, wrapped where Chinese may be."""

import io

import pytest

from bulletin_gen.cli.terminal import display_width, pairs, say, use_utf8, wrap


@pytest.mark.parametrize(
    ("text", "columns"), [("通报", 4), ("a", 1), ("，", 2), ("“", 2), ("e\u0301", 1), ("PDF 和", 6), ("", 0)]
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert display_width(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一二三四五", 6, ["一二三", "四五"]),
        ("一二三，四五", 6, ["一二", "三，四", "五"]),
        ("一二（三四", 6, ["一二", "（三四"]),
        ("一 --option 二", 8, ["一", "--option", "二"]),
        ("averylongword", 4, ["averylongword"]),
        ("", 4, [""]),
        ("  一二三四", 8, ["  一二三", "四"]),
    ],
)
def test_lines_keep_to_the_width(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_later_lines_can_be_indented() -> None:
    assert wrap("一二三四五", 6, indent=2) == ["一二三", "  四五"]


def test_names_stand_in_a_column() -> None:
    rows = [("新", "甲乙丙丁戊己庚"), ("--out 夹", "辛")]

    assert pairs(rows, 24) == ["  新        甲乙丙丁戊己", "            庚", "  --out 夹  辛"]


def test_without_room_the_text_stands_below_its_name() -> None:
    assert pairs([("--format", "甲乙丙")], 12) == ["  --format", "      甲乙丙"]


def test_control_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[31mb\rc\u009d")

    assert capsys.readouterr().out == "a\ufffd[31mb\ufffdc\ufffd\n"


def test_any_system_can_print_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out, encoding="ascii"))

    use_utf8()
    say("通报\udcff")

    assert out.getvalue().decode() == "通报?\n"
