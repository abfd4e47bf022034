"""`bulletin-gen check`: what it tells people and programs, what it mends, and how it ends."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bulletin_gen.cli import main
from bulletin_gen.cli.terminal import display_width
from small_docx import p, small_docx

CLEAN = "issuer: {name: 中共甲镇委员会}\nopening: 无\norganisation: 修订采购、合同等制度。\n"
WRONG = CLEAN.replace("合同等", "合同、等")
FINAL = f"{WRONG}form: issued\nstage: final\n"
RULE = "marks/mark-before-deng"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str | bytes) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def in_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    main(["check", *arguments, "--json"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def test_a_bulletin_in_order_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write("通报.yaml", CLEAN)]) == 0
    assert capsys.readouterr().out == "没有发现问题\n"


def test_a_person_sees_the_sentence_with_its_place_marked(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", write("通报.yaml", WRONG)])
    told = capsys.readouterr().out.splitlines()
    sentence, mark = told[3], told[4]

    assert told[:3] == [
        "通报.yaml",
        f"  警告  3:22 organisation  {RULE}",
        "    “等”字前多了“、”；请删去",
    ]
    assert sentence.strip() == "修订采购、合同、等制度。"
    assert display_width(mark.rstrip("^")) == display_width(sentence[: sentence.index("、等")])
    assert mark.strip() == "^^"
    assert told[-3:] == [
        "共有警告 1 处",
        f"某条规则的说明：bulletin-gen explain {RULE}",
        "标点、空格等 1 处可以用 --fix 改正",
    ]


def test_the_worst_comes_first_within_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", write("甲.yaml", FINAL), write("乙.yaml", WRONG)])
    told = capsys.readouterr().out.splitlines()
    heads = [line.split()[0] for line in told if line.startswith(("甲", "乙", "  错误", "  警告"))]

    assert heads == ["甲.yaml", "错误", "错误", "警告", "乙.yaml", "警告"]


class Terminal:
    """Standard output as a person sees it."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(
    ("variable", "value", "coloured"), [("X", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)]
)
def test_colours_are_for_a_terminal_that_has_them(
    variable: str, value: str, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv(variable, value)
    main(["check", write("通报.yaml", WRONG)])

    assert ("\x1b[33m" in terminal.text) is coloured


def test_without_a_terminal_there_are_none(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", write("通报.yaml", WRONG)])

    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "least", "code"),
    [
        (CLEAN, "建议", 0),
        (WRONG, "错误", 0),
        (WRONG, "警告", 1),
        (WRONG, "建议", 1),
        (FINAL, "错误", 1),
        (f"# bulletin-gen: allow spec\n{CLEAN}", "警告", 0),
        (f"# bulletin-gen: allow spec\n{CLEAN}", "建议", 1),
    ],
)
def test_the_exit_code_is_that_of_the_worst(text: str, least: str, code: int) -> None:
    assert main(["check", write("通报.yaml", text), "--fail-on", least]) == code


def test_json_has_every_kind_of_file(capsys: pytest.CaptureFixture[str]) -> None:
    lines = ("关于巡察整改情况的通报", "修订采购、合同、等制度。")
    docx, txt = write("旧稿.docx", small_docx("".join(map(p, lines)))), write("旧稿.txt", "\n".join(lines))
    renamed = write(
        "通报.yaml.txt", WRONG.replace("organisation: ", "results: {issues: [{problem: 台账不全}]}\norganisation: ")
    )
    found = in_json(capsys, write("通报.yaml", WRONG), docx, txt, renamed)
    told = [(one["file"], one["line"], one["column"]) for one in found if one["rule"] == RULE]

    assert told == [("通报.yaml", 3, 22), ("旧稿.docx", 2, 8), ("旧稿.txt", 2, 8), ("通报.yaml.txt", 4, 22)]


def test_one_that_cannot_be_read_does_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "没有.yaml", write("坏.yaml", "issuer: {nmae: 甲}\n"), write("通报.yaml", WRONG)]) == 2
    shown = capsys.readouterr()

    assert "错误：没有.yaml：读不了这个文件" in shown.err
    assert "错误：坏.yaml:1:" in shown.err
    assert RULE in shown.out


def test_where_nothing_could_be_read_nothing_is_said_of_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "没有.yaml"]) == 2
    assert capsys.readouterr().out == ""


def test_rules_are_selected_and_left_out_by_name_and_group(capsys: pytest.CaptureFixture[str]) -> None:
    path = write("通报.yaml", FINAL)

    def rules(*arguments: str) -> list[str]:
        return [one["rule"] for one in in_json(capsys, path, *arguments)]

    assert rules() == ["spec/final-date", "spec/final-number", RULE]
    assert rules("--select", "spec") == ["spec/final-date", "spec/final-number"]
    assert rules("--select", "spec/final-date", "--select", "marks") == ["spec/final-date", RULE]
    assert rules("--ignore", "marks,spec/final-date") == ["spec/final-number"]
    assert rules("--select", "spec", "--ignore", "spec/final-date") == ["spec/final-number"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--select", "mark"], "没有“mark”这条规则；是不是 marks"),
        (["--ignore", "spec/date"], "没有“spec/date”这条规则；是不是 spec/dates"),
        (["--fail-on", "严"], "没有“严”这个级别；可用：错误、警告、建议"),
        (["--config", "没有.toml"], "没有.toml：读不了这个文件"),
    ],
)
def test_what_there_is_not_is_refused(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write("通报.yaml", CLEAN), *arguments]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "start"), [("--html", "<!doctype html>"), ("--sarif", "{"), ("--json", "{")])
def test_a_report_goes_to_a_file_that_is_not_yet_there(
    kind: str, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write("通报.yaml", WRONG)

    assert main(["check", path, kind, "-o", "结果"]) == 0
    assert Path("结果").read_text(encoding="utf-8").startswith(start)
    assert main(["check", path, kind, "-o", "结果"]) == 2
    assert main(["check", path, kind, "-o", "结果", "--force"]) == 0
    assert main(["check", path, kind, "-o", path, "--force"]) == 2


def test_a_report_for_people_goes_to_a_file_as_well() -> None:
    main(["check", write("通报.yaml", WRONG), "-o", "结果.txt"])

    assert Path("结果.txt").read_text(encoding="utf-8").startswith("通报.yaml\n  警告")


class TestOffice:
    """bulletin-gen.toml, found upwards."""

    def test_the_nearest_counts(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("bulletin-gen.toml", '[级别]\nmarks = "关闭"\n')
        write("单位/bulletin-gen.toml", '[级别]\nmarks = "错误"\n')

        assert main(["check", write("通报.yaml", WRONG), "--fail-on", "建议"]) == 0
        assert main(["check", write("单位/一/通报.yaml", WRONG)]) == 1

    def test_one_may_be_given(self) -> None:
        write("bulletin-gen.toml", '[级别]\nmarks = "关闭"\n')

        assert main(["check", write("通报.yaml", WRONG), "--config", write("严.toml", '[级别]\nmarks = "错误"\n')]) == 1

    def test_one_that_is_wrong_is_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("bulletin-gen.toml", "级别 = 3\n")

        assert main(["check", write("通报.yaml", WRONG)]) == 2
        assert "bulletin-gen.toml:1 级别：这里要写一组" in capsys.readouterr().err


class TestFix:
    def test_the_file_is_mended_and_the_change_shown(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = write("通报.yaml", WRONG)

        assert main(["check", path, "--fix"]) == 0
        told = capsys.readouterr().out.splitlines()

        assert Path(path).read_text(encoding="utf-8") == CLEAN
        assert "-organisation: 修订采购、合同、等制度。" in told
        assert "+organisation: 修订采购、合同等制度。" in told
        assert told[-2:] == ["已改正 通报.yaml：1 处标点、空格或全半角", "没有发现问题"]

    def test_what_remains_is_told_and_counts(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", write("通报.yaml", FINAL), "--fix"]) == 1
        assert "共有错误 2 处" in capsys.readouterr().out

    def test_a_diff_only_shows(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = write("通报.yaml", WRONG)

        assert main(["check", path, "--diff"]) == 1
        assert Path(path).read_text(encoding="utf-8") == WRONG
        assert capsys.readouterr().out.startswith("--- 通报.yaml\n+++ 通报.yaml\n@@")
        assert main(["check", write("好.yaml", CLEAN), "--diff"]) == 0

    def test_rules_that_are_left_out_mend_nothing(self) -> None:
        path = write("通报.yaml", WRONG)
        main(["check", path, "--fix", "--ignore", "marks"])

        assert Path(path).read_text(encoding="utf-8") == WRONG

    def test_beside_json_the_change_is_shown_elsewhere(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["check", write("通报.yaml", WRONG), "--fix", "--json"])
        shown = capsys.readouterr()

        assert json.loads(shown.out) == {"findings": []}
        assert "+organisation" in shown.err

    def test_a_word_document_is_left_alone(self, capsys: pytest.CaptureFixture[str]) -> None:
        content = small_docx(p("关于整改情况的通报") + p("修订采购、合同、等制度。"))
        path = write("旧稿.docx", content)

        assert main(["check", path, "--fix"]) == 0
        assert Path(path).read_bytes() == content
        assert "旧稿.docx 是 Word 文档，不改动它" in capsys.readouterr().err

    def test_what_cannot_be_mended_is_checked_all_the_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        page = "<html><body><p>关于整改的通报</p><p>修订甲、乙、等制度。</p></body></html>"

        assert main(["check", write("网页.txt", page), "--fix"]) == 2
        shown = capsys.readouterr()
        assert "网页的源代码，不能改正" in shown.err
        assert RULE in shown.out

    def test_only_what_it_could_mend_is_offered(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["check", write("旧稿.docx", small_docx(p("关于整改情况的通报") + p("修订采购、合同、等制度。")))])

        assert "--fix" not in capsys.readouterr().out

    def test_a_link_is_not_written_over(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("通报.yaml", WRONG)
        Path("链接.yaml").symlink_to("通报.yaml")

        assert main(["check", "链接.yaml", "--fix"]) == 2
        assert "符号链接" in capsys.readouterr().err
        assert Path("通报.yaml").read_text(encoding="utf-8") == WRONG


def test_what_rendering_tells_of_pages_is_told_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    long = CLEAN.replace("修订采购、合同等制度", "镇党委逐项核对台账，补齐全部会议记录，已编为20240112号")
    path = write("通报.yaml", long)

    assert in_json(capsys, path) == []
    assert [one["rule"] for one in in_json(capsys, path, "--select", "layout")] == ["layout/lone-character"]


def test_hostile_words_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", write("旧稿.txt", "关于整改的通报\n修订甲\x1b[31m、等制度。\n")])

    assert "\x1b" not in capsys.readouterr().out
