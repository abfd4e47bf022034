"""`bulletin-gen import --as-next-year`: last year's file in, this year's draft and an account of it out."""

import json
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from small_docx import p, small_docx

LAST_YEAR = """\
中共青溪镇委员会关于巡察整改情况的通报
根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对青溪镇党委开展了巡察。6月28日，县委第二巡察组向青溪镇党委反馈了巡察意见。按照巡察工作有关要求，现将巡察整改情况予以公布。
一、巡察反馈问题整改情况
（一）关于“学习不够深入”问题的整改情况
一是健全学习制度。年内学习12次。二是推动学用结合。
（二）关于“养护不及时”问题的整改情况
已修复道路2.6公里。
中共青溪镇委员会
2024年12月25日
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("去年.txt").write_text(LAST_YEAR, encoding="utf-8")


def test_the_draft_stands_beside_the_old_file_and_renders(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "去年.txt", "--as-next-year"]) == 0
    assert main(["render", "去年-今年.yaml", "--format", "docx,txt"]) == 0

    assert "【待补：去年为县委第二巡察组】" in Path("去年-今年.txt").read_text(encoding="utf-8")
    assert "待补内容" in capsys.readouterr().err


def test_text_word_and_spec_give_the_same_draft() -> None:
    Path("去年.docx").write_bytes(small_docx("".join(map(p, LAST_YEAR.splitlines()))))
    main(["import", "去年.txt", "-o", "去年.yaml"])

    for source in ("去年.txt", "去年.docx", "去年.yaml"):
        assert main(["import", source, "--as-next-year", "-o", f"{source}.今年.yaml"]) == 0

    drafts = [bulletin_gen.read_spec(path).bulletin for path in Path().glob("*.今年.yaml")]
    assert len(drafts) == 3
    assert all(draft == drafts[0] for draft in drafts)


def test_the_report_names_place_field_and_what_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "去年.txt", "--as-next-year"])

    lines = capsys.readouterr().out.splitlines()
    typed = Path("去年-今年.yaml").read_text(encoding="utf-8").splitlines()
    told = next(line for line in lines if "（成文日期）" in line)
    assert lines[0] == "已照 去年.txt 起草 去年-今年.yaml"
    number = typed.index("issue_date: 【待补：去年为2024年12月25日】") + 1
    assert told == f"  第{number}行 issue_date（成文日期）：去年为2024年12月25日"
    assert "去年的没有带过来 1 处：" in lines
    assert lines[-1] == "填好待补的地方，再运行：bulletin-gen render 去年-今年.yaml"


def test_the_report_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "去年.txt", "--as-next-year", "--json"])

    account = json.loads(capsys.readouterr().out)
    dated = next(one for one in account["opened"] if one["path"] == "issue_date")
    assert (account["source"], account["spec"]) == ("去年.txt", "去年-今年.yaml")
    assert (dated["name"], dated["last_year"]) == ("成文日期", "2024年12月25日")
    assert [one["last_year"] for one in account["left_out"]] == ["养护不及时"]


def test_what_is_doubtful_in_the_old_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("去年.txt").write_text(LAST_YEAR.replace("（二）关于", "（三）关于"), encoding="utf-8")

    assert main(["import", "去年.txt", "--as-next-year"]) == 1
    assert "读原稿时有疑问 1 处：\n  第6行：编号不连续" in capsys.readouterr().out


def test_a_file_that_is_there_is_not_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("去年-今年.yaml").write_text("自己的", encoding="utf-8")

    assert main(["import", "去年.txt", "--as-next-year"]) == 2
    assert Path("去年-今年.yaml").read_text(encoding="utf-8") == "自己的"

    assert main(["import", "去年.txt", "--as-next-year", "--force"]) == 0


def test_a_spec_that_is_wrong_is_told_as_render_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("坏.yaml").write_text("issuer: 某党委\n", encoding="utf-8")

    assert main(["import", "坏.yaml", "--as-next-year"]) == 2
    assert capsys.readouterr().err.startswith("错误：坏.yaml:1:9 issuer：")
