"""`bulletin-gen import --as-next-year`: last year's file in, this year's draft and an account of it out."""

import json
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from small_docx import p, small_docx

LAST_YEAR = """\
中共临江区柳湾街道工作委员会关于巡察整改情况的通报
根据区委统一部署，2024年4月8日至5月31日，区委第一巡察组对柳湾街道党工委开展了常规巡察。7月5日，区委第一巡察组向柳湾街道党工委反馈了巡察意见。按照巡察工作有关要求，现将巡察整改情况予以公布。
一、巡察反馈意见整改情况
（一）关于“物业监管不到位”问题的整改情况
一是约谈物业企业6家。二是公布收费标准。
（二）关于“养护不及时”问题的整改情况
已补种行道树340棵。
中共临江区柳湾街道工作委员会
2024年12月25日
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("去年.txt").write_text(LAST_YEAR, encoding="utf-8")


def test_the_draft_stands_beside_the_old_file_and_renders(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "去年.txt", "--as-next-year"]) == 0
    assert main(["render", "去年-今年.yaml", "--format", "docx,txt"]) == 0

    assert "【待补：去年为区委第一巡察组】" in Path("去年-今年.txt").read_text(encoding="utf-8")
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
    told = next(line for line in lines if "行 成文日期：" in line)
    assert lines[0] == "已照 去年.txt 起草 去年-今年.yaml"
    number = typed.index("成文日期: 【待补：去年为2024年12月25日】") + 1
    assert told == f"  第{number}行 成文日期：去年为2024年12月25日"
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
    assert capsys.readouterr().err.startswith("错误：坏.yaml:1:9 issuer")
