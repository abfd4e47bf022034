"""`bulletin-gen import` of a ledger: what it writes, what it tells, and what it never does."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from ledgers import merged_ledger, problems, sheet_of

THREE = problems(3)
HEAD = ["问题", "整改措施", "整改状态"]
ROW = ["学习不够深入", "修订制度", "已完成"]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def ledger(content: bytes, name: str = "台账.xlsx") -> str:
    Path(name).write_bytes(content)
    return name


def issue(spec: str = "台账.yaml") -> bulletin_gen.Issue:
    results = bulletin_gen.read_spec(spec).bulletin.results
    assert results is not None
    return results.issues[0]


def test_a_ledger_becomes_a_spec_beside_it_that_can_be_rendered() -> None:
    assert main(["import", ledger(merged_ledger(THREE))]) == 0
    assert main(["render", "台账.yaml", "--format", "txt"]) in (0, 1)

    assert "关于“理论学习不够深入”问题的整改情况" in Path("台账.txt").read_text(encoding="utf-8")


def test_the_report_tells_each_column_and_what_is_left_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["import", ledger(sheet_of([*HEAD, "备注"], [*ROW, "已报县委巡察办"], ["台账不清", "清理", "见附件"]))])
        == 1
    )

    statuses = "已完成、已完成并长期坚持、基本完成、正在整改、持续推进、长期整改、尚未完成"
    assert capsys.readouterr().out.splitlines() == [
        "已把 台账.xlsx 的工作表“台账”读成 台账.yaml：2个问题、2条措施",
        "各列 4 处：",
        "  A列“问题” → 问题",
        "  B列“整改措施” → 措施",
        "  C列“整改状态” → 整改状态",
        "  D列“备注”：通报里没有对应的内容，记在注释里",
        "请核对 1 处：",
        f"  第3行：状态“见附件”不能确定是哪一种，没有填；请在 YAML 里填“状态”（status），可用：{statuses}",
        "发文机关、巡察依据等台账里没有的，写成了【待补：…】；请填上，再运行：bulletin-gen render 台账.yaml",
    ]
    assert "# 备注：已报县委巡察办\n" in Path("台账.yaml").read_text(encoding="utf-8")


def test_the_report_can_be_read_by_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", ledger(sheet_of(HEAD, ROW)), "--json"])
    told = json.loads(capsys.readouterr().out)

    assert (told["sheet"], told["columns"][0], told["findings"]) == ("台账", "A列“问题” → 问题", [])


@pytest.mark.parametrize("columns", ["问题=A,措施=C", "问题＝A，措施＝要求", "措施=c"])
def test_a_column_can_be_named_by_hand(columns: str) -> None:
    name = ledger(sheet_of(["存在问题", "整改措施", "要求"], ["学习不够深入", "修订制度", "每月一次"]))

    assert main(["import", name, "--columns", columns]) == 0
    assert issue().measures == ["每月一次"]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("问题=Z", "--columns 里的“Z”：表里没有这一列；有字的列是A—C，列名：A列“问题”、B列“整改措施”、C列“整改状态”"),
        ("毛病=A", "--columns 里的“毛病”不是台账里要读的内容；可用：序号、方面、问题"),
        ("问题", "--columns 里的“问题”看不懂；请写成：--columns 问题=C,措施=D"),
    ],
)
def test_a_wrong_column_is_explained(columns: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", ledger(sheet_of(HEAD, ROW)), "--columns", columns]) == 2

    assert said in capsys.readouterr().err
    assert not Path("台账.yaml").exists()


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", ledger(sheet_of(HEAD, ROW)), "--sheet", "清单"]) == 2

    assert "没有叫“清单”的工作表；有：“台账”" in capsys.readouterr().err


def test_options_of_a_ledger_are_refused_for_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    Path("旧稿.txt").write_text("某镇党委关于整改情况的通报", encoding="utf-8")

    assert main(["import", "旧稿.txt", "--sheet", "台账"]) == 2
    assert "--sheet 只用于台账（.xlsx、.xls、.csv）" in capsys.readouterr().err


def test_render_tells_what_to_do_with_a_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", ledger(sheet_of(HEAD, ROW))]) == 2

    assert "请用 bulletin-gen import 把台账读成通报" in capsys.readouterr().err


def test_a_spec_that_is_there_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("台账.yaml").write_text("改过的", encoding="utf-8")

    assert main(["import", ledger(sheet_of(HEAD, ROW))]) == 2
    assert Path("台账.yaml").read_text(encoding="utf-8") == "改过的"


def test_news_go_into_the_spec_and_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", ledger(merged_ledger(THREE)), "-o", "通报.yaml"])
    ledger(merged_ledger([replace(THREE[0], status="未完成"), *THREE[1:]]))
    capsys.readouterr()

    assert main(["import", "台账.xlsx", "--into", "通报.yaml"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "  第4行“理论学习不够深入”状态：已完成 → 尚未完成" in told
    assert told[-1] == "已写入 通报.yaml，其余文字和注释不变；请再运行：bulletin-gen check 通报.yaml"
    assert issue("通报.yaml").status is bulletin_gen.Status.OPEN


def test_news_can_go_to_another_file() -> None:
    main(["import", ledger(merged_ledger(THREE)), "-o", "通报.yaml"])
    before = Path("通报.yaml").read_bytes()
    ledger(merged_ledger([replace(THREE[0], status="未完成"), *THREE[1:]]))

    assert main(["import", "台账.xlsx", "--into", "通报.yaml", "-o", "新.yaml"]) == 0
    assert Path("通报.yaml").read_bytes() == before
    assert issue("新.yaml").status is bulletin_gen.Status.OPEN


def test_what_stands_above_the_table_is_no_news(capsys: pytest.CaptureFixture[str]) -> None:
    titled = ledger(merged_ledger(THREE))
    main(["import", titled, "-o", "通报.yaml"])
    assert "记在注释里" in capsys.readouterr().out

    main(["import", titled, "--into", "通报.yaml"])
    assert "记在注释里" not in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--as-next-year", "--reject-changes"])
def test_an_option_for_bulletins_is_refused_for_a_ledger(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", ledger(merged_ledger(THREE)), option]) == 2
    assert f"台账.xlsx 是表格，{option} 只用于通报" in capsys.readouterr().err
    assert not Path("台账.yaml").exists()


def test_without_news_the_file_is_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", ledger(merged_ledger(THREE)), "-o", "通报.yaml"])
    before = Path("通报.yaml").stat()

    assert main(["import", "台账.xlsx", "--into", "通报.yaml"]) == 0
    assert Path("通报.yaml").stat().st_ino == before.st_ino
    assert Path("通报.yaml").stat().st_mtime_ns == before.st_mtime_ns
    assert capsys.readouterr().out.splitlines()[-1] == "台账里的情况 通报.yaml 都有了，没有改动"


def test_what_fails_leaves_the_spec_whole(capsys: pytest.CaptureFixture[str]) -> None:
    Path("通报.yaml").write_text("issuer: 这不是通报\n", encoding="utf-8")

    assert main(["import", ledger(merged_ledger(THREE)), "--into", "通报.yaml"]) == 2
    assert Path("通报.yaml").read_text(encoding="utf-8") == "issuer: 这不是通报\n"


def test_what_stays_though_the_ledger_has_it_not_is_told_and_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", ledger(merged_ledger(THREE)), "-o", "通报.yaml"])
    ledger(merged_ledger(THREE[:2]))
    capsys.readouterr()

    assert main(["import", "台账.xlsx", "--into", "通报.yaml"]) == 1
    assert "  “项目招标不够深入”问题（台账里没有，通报里的留着）" in capsys.readouterr().out.splitlines()
