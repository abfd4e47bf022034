"""`bulletin-gen import`, and `render` of what an office already has."""

import json
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from bulletin_gen.review.opinion import OpinionKind
from bulletin_gen.review.opinion_file import load_opinions
from bulletin_gen.spec.sign_off import Stage
from judges import CHECKOUT, libreoffice_docx
from small_docx import p, r, small_docx
from word_comments import comment_on
from word_edits import Hand, delete_words, replace_words

DRAFT = """\
您的当前位置：首页 > 巡察整改
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
STAGE = "\nstage: comments\nversion: 第2稿\nversion_date: 2025-07-01\n"
DAMAGED = DRAFT.replace("（二）关于", "（三）关于")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def draft(text: str = DRAFT, name: str = "旧稿.txt") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def said_by(spec: str) -> str:
    return bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.read_spec(spec)))


def test_a_draft_becomes_a_spec_beside_it_that_says_the_same() -> None:
    assert main(["import", draft(DRAFT.partition("\n")[2])]) == 0

    assert said_by("旧稿.yaml") == DRAFT.partition("\n")[2]


@pytest.mark.parametrize(
    ("keys", "named", "kept"),
    [
        ("zh", "正文: {{ 发文机关.全称 }}已修复", "公布语.自拟全文"),
        ("en", "text: {{ issuer.name }}已修复", "publication.wording"),
    ],
)
def test_keys_and_names_are_in_the_language_asked_for(
    keys: str, named: str, kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = DRAFT.replace("已修复", "中共青溪镇委员会已修复").replace("予以公布。", "公之于众。")

    assert main(["import", draft(text), "--keys", keys]) == 1
    assert named in Path("旧稿.yaml").read_text(encoding="utf-8").replace('"', "")
    assert said_by("旧稿.yaml") == text.partition("\n")[2]
    assert kept in capsys.readouterr().out


def test_the_report_tells_what_was_typed_set_aside_and_proved(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", draft()])

    first, typed, *rest = capsys.readouterr().out.splitlines()
    characters = len("".join(DRAFT.split("\n")[1:]))
    assert first == "已把 旧稿.txt 读成 旧稿.yaml"
    assert "巡察组" in typed
    assert "2个问题" in typed
    assert rest == [
        "没有导入 1 处：",
        "  第1行：您的当前位置：首页 > 巡察整改",
        "请核对 1 处：",
        "  第1行：有1处看来不是通报的内容，没有导入；请核对有没有漏掉正文",
        f"核对：读出的 {characters} 个字符都在，顺序一致（标点的宽度和空格不计）",
    ]


def test_damage_is_kept_reported_and_commented_at_its_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", draft(DAMAGED)]) == 1

    report = capsys.readouterr().out
    assert "\n  第7行：编号不连续：（一）之后是（三），应为（二）；" in report
    assert said_by("旧稿.yaml") == DAMAGED.partition("\n")[2]
    spec = Path("旧稿.yaml").read_text(encoding="utf-8")
    assert "    # 请核对：编号不连续：（一）之后是（三），应为（二）（原文第7行）\n    - 问题: 养护不及时\n" in spec


def test_the_report_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", draft(DAMAGED), "--json", "-o", "新.yaml"]) == 1

    account = json.loads(capsys.readouterr().out)
    assert (account["source"], account["spec"], account["complete"]) == ("旧稿.txt", "新.yaml", True)
    assert account["set_aside"] == [{"line": 1, "text": "您的当前位置：首页 > 巡察整改"}]
    assert [(finding["rule"], finding["severity"], finding["line"]) for finding in account["findings"]] == [
        ("import/set-aside", "警告", 1),
        ("import/numbering-gap", "警告", 7),
    ]
    assert account["verbatim"] == []
    assert "成文日期" in account["typed"]


def test_a_docx_with_tracked_changes_is_read_either_way() -> None:
    title, *body = DRAFT.splitlines()[1:]
    changed = p("年内学习", f"<w:del>{r('<w:delText>9</w:delText>')}</w:del>", f"<w:ins>{r('12')}</w:ins>", "次。")
    Path("旧稿.docx").write_bytes(small_docx("".join(map(p, [title, *body[:3]])) + changed + "".join(map(p, body[5:]))))

    assert main(["import", "旧稿.docx", "-o", "接受.yaml"]) == 0
    assert main(["import", "旧稿.docx", "-o", "拒绝.yaml", "--reject-changes"]) == 0

    assert "年内学习12次。" in said_by("接受.yaml")
    assert "年内学习9次。" in said_by("拒绝.yaml")


def test_a_comment_of_a_docx_becomes_a_comment_of_the_spec() -> None:
    lines = DRAFT.splitlines()[1:]
    comments = f'<w:comment w:id="0" w:author="审核">{p("请核实里程")}</w:comment>'
    body = [p(line) for line in lines]
    body[6:7] = [p('<w:commentRangeStart w:id="0"/>', lines[6], '<w:commentRangeEnd w:id="0"/>')]
    Path("旧稿.docx").write_bytes(small_docx("".join(body), comments=comments))

    assert main(["import", "旧稿.docx"]) == 0

    note = "批注（审核）：“请核实里程”，批在“已修复道路2.6公里。”上（原文第7行）"
    assert f"    # 请核对：{note}\n    - 问题: 养护不及时\n" in Path("旧稿.yaml").read_text(encoding="utf-8")


DECIDED = "    处理: 采纳\n    理由: 里程以竣工资料为准\n"


def commented_docx(*extra: str) -> str:
    """Write a DOCX with a comment of an auditor, and comments of others; return its name."""
    lines = [p(line) for line in DRAFT.splitlines()[1:]]
    replies = [("已核", Hand("办公室"))]
    docx = comment_on(small_docx("".join(lines)), "已修复道路2.6公里", "请核实里程", Hand("审核"), replies)
    for said in extra:
        docx = comment_on(docx, "年内学习12次", said, Hand("县纪委"))
    Path("旧稿.docx").write_bytes(docx)
    return "旧稿.docx"


def test_comments_are_opinions_beside_the_spec(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", commented_docx()]) == 0

    (opinion,) = load_opinions(Path("意见.yaml").read_text(encoding="utf-8"))
    assert (opinion.kind, opinion.file, opinion.author) == (OpinionKind.COMMENT, "旧稿.docx", "审核")
    assert (opinion.old, opinion.said) == ("已修复道路2.6公里", "请核实里程")
    assert [(reply.author, reply.text) for reply in opinion.replies] == [("办公室", "已核")]
    assert opinion.path.startswith("results.")
    assert opinion.place
    assert "批注 1 条写在 意见.yaml（新增 1 条）" in capsys.readouterr().out


def test_a_program_is_told_where_the_opinions_are(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", commented_docx(), "--json"])
    account = json.loads(capsys.readouterr().out)
    main(["import", draft(), "--json", "--force"])

    assert (account["opinions"], account["own_file"]) == ("意见.yaml", False)
    assert json.loads(capsys.readouterr().out)["opinions"] is None


def test_opinions_that_are_there_are_kept_and_new_ones_put_below(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", commented_docx()])
    opinions = Path("意见.yaml")
    decided = opinions.read_text(encoding="utf-8").replace("    处理: 待定\n    理由:\n", DECIDED) + "# 张三看过\n"
    opinions.write_text(decided, encoding="utf-8")

    assert main(["import", commented_docx(), "--force"]) == 0
    assert opinions.read_text(encoding="utf-8") == decided
    assert "（都已在其中）" in capsys.readouterr().out

    assert main(["import", commented_docx("次数有误"), "--force"]) == 0
    text = opinions.read_text(encoding="utf-8")
    assert text.startswith(decided)
    assert [opinion.said for opinion in load_opinions(text)] == ["请核实里程", "次数有误"]


def test_opinions_that_cannot_be_read_stop_an_import_and_nothing_is_written() -> None:
    Path("意见.yaml").write_text("意见: 无\n", encoding="utf-8")

    assert main(["import", commented_docx()]) == 2
    assert not Path("旧稿.yaml").exists()
    assert Path("意见.yaml").read_text(encoding="utf-8") == "意见: 无\n"


def test_a_spec_does_not_take_the_name_of_the_opinions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", commented_docx(), "-o", "意见.yaml"]) == 2

    assert "意见.yaml 这个名字留给批注里的意见" in capsys.readouterr().err
    assert not Path("意见.yaml").exists()


def test_a_file_without_comments_makes_no_opinions() -> None:
    main(["import", draft()])

    assert not Path("意见.yaml").exists()


def test_it_is_told_whose_changes_were_accepted_or_rejected_and_how_to_decide_on_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    docx = small_docx("".join(p(line) for line in DRAFT.splitlines()[1:]))
    docx = replace_words(docx, "12次", "9次", Hand("县财政局"))
    Path("旧稿.docx").write_bytes(delete_words(docx, "推动", Hand("县水利局")))

    main(["import", "旧稿.docx"])
    assert "修订：县财政局 插入1处、删除1处，已接受" in capsys.readouterr().out
    main(["import", "旧稿.docx", "--reject-changes", "--force"])
    told = capsys.readouterr().out
    assert "修订：县水利局 删除1处，已拒绝" in told
    assert told.endswith("请再运行：bulletin-gen merge 旧稿.yaml 旧稿.docx\n")

    main(["merge", "旧稿.yaml", "旧稿.docx"])
    wanted = load_opinions(Path("意见.yaml").read_text(encoding="utf-8"))
    assert {opinion.author for opinion in wanted} == {"县财政局", "县水利局"}


def test_our_own_draft_is_known_and_the_way_to_bring_it_home_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = bulletin_gen.load_spec((CHECKOUT / "examples" / "云岭镇党委.yaml").read_text(encoding="utf-8") + STAGE)
    source = tmp_path / "征求意见稿.docx"
    source.write_bytes(bulletin_gen.write_docx(bulletin_gen.compose(spec), bulletin_gen.GBT9704))
    saved = libreoffice_docx(source, tmp_path / "saved")

    for file in (source, saved):
        assert main(["import", str(file), "-o", "读回.yaml", "--force"]) == 1

        told = capsys.readouterr().out
        assert f"bulletin-gen merge 原来的通报.yaml {file.name}" in told
        assert "不印出来的内容不在这份文件里" in told
        read = bulletin_gen.read_spec("读回.yaml").bulletin
        assert (read.stage, read.version, read.version_date) == (Stage.COMMENTS, "第2稿", "2025-07-01")


def test_an_office_s_own_draft_is_not_taken_for_ours(capsys: pytest.CaptureFixture[str]) -> None:
    body = "".join(p(line) for line in DRAFT.splitlines()[1:])
    Path("旧稿.docx").write_bytes(small_docx(body, header=p("征求意见稿")))

    assert main(["import", "旧稿.docx"]) == 0

    told = capsys.readouterr().out
    assert "merge" not in told
    assert "页眉“征求意见稿”没有导入" in told


def test_a_spec_that_is_there_is_not_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("旧稿.yaml").write_text("自己的", encoding="utf-8")

    assert main(["import", draft()]) == 2
    assert Path("旧稿.yaml").read_text(encoding="utf-8") == "自己的"
    assert capsys.readouterr().err.startswith("错误：旧稿.yaml 已有这个文件，没有覆盖；")

    assert main(["import", draft(), "--force"]) == 1
    assert said_by("旧稿.yaml") == DRAFT.partition("\n")[2]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("旧稿.txt", b"", "文件里没有文字"),
        ("旧稿.txt", bytes(range(256)), "不是纯文本文件"),
        ("旧稿.docx", "正文".encode(), "这不是 DOCX 文件"),
        ("旧稿.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧格式的 Word（.doc）"),
        ("旧稿.yaml", b"issuer:", "这已是通报的 YAML 文本，不用导入"),
    ],
)
def test_what_cannot_be_imported(name: str, content: bytes, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(content)

    assert main(["import", name, "-o", "新.yaml"]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"错误：{name}：")
    assert message in told.err
    assert not Path("新.yaml").exists()


def test_a_draft_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "没有.txt"]) == 2
    assert capsys.readouterr().err == (
        "错误：没有.txt：读不了这个文件：没有这个文件或文件夹；请给出原稿（.txt 或 .docx）的路径\n"
    )


def test_rendering_a_draft_says_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", draft(DAMAGED), "--format", "txt,docx", "-o", "公文"]) == 1

    told = capsys.readouterr()
    assert told.out.splitlines() == ["已生成 公文/旧稿.txt", "已生成 公文/旧稿.docx"]
    assert "警告：旧稿.txt:7：编号不连续" in told.err
    assert "检查另有错误 1 处" in told.err
    assert Path("公文/旧稿.txt").read_text(encoding="utf-8") == DAMAGED.partition("\n")[2]


def test_rendering_does_not_replace_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", draft(), "--format", "txt"]) == 2
    assert Path("旧稿.txt").read_text(encoding="utf-8") == DRAFT
    assert capsys.readouterr().err == "错误：旧稿.txt 是通报文件本身，不能用生成的文件覆盖；请用 -o 写到另一个文件夹\n"


def test_what_a_draft_says_against_itself_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    text = DRAFT.partition("\n")[2].replace("2024年3月5日至5月20日", "2024年5月20日至3月5日")

    assert main(["import", draft(text)]) == 1
    told = capsys.readouterr().out
    assert "  第2行：巡察结束日期（2024年3月5日）早于巡察开始日期（2024年5月20日）；请核对" in told


def test_the_lock_of_an_open_document_is_passed_over_beside_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("~$旧稿.docx").write_bytes(b"\x0b" * 162)

    assert main(["render", "~$旧稿.docx", draft(DRAFT.partition("\n")[2]), "--format", "txt", "-o", "公文"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == ["已生成 公文/旧稿.txt"]
    assert told.err.splitlines()[0] == "提示：~$旧稿.docx 是打开文档时留下的锁定文件，没有生成"
    assert main(["render", "~$旧稿.docx", "-o", "公文"]) == 2


OTHER_DRAFT = DRAFT.partition("\n")[2].replace("青溪", "柳塘")


def test_the_bulletins_of_two_bodies_become_two_specs(capsys: pytest.CaptureFixture[str]) -> None:
    own = DRAFT.partition("\n")[2]

    assert main(["import", draft(own + OTHER_DRAFT)]) == 1

    assert (said_by("旧稿-1.yaml"), said_by("旧稿-2.yaml")) == (own, OTHER_DRAFT)
    assert "原稿里有 2 个单位的情况，每个单位写成一份" in capsys.readouterr().out
    assert not Path("旧稿.yaml").exists()


def test_of_several_specs_none_is_written_where_one_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    Path("旧稿-2.yaml").write_text("自己的", encoding="utf-8")

    assert main(["import", draft(DRAFT.partition("\n")[2] + OTHER_DRAFT)]) == 2
    assert not Path("旧稿-1.yaml").exists()
    assert "旧稿-2.yaml" in capsys.readouterr().err


def test_rendering_the_bulletins_of_two_bodies_tells_to_part_them(capsys: pytest.CaptureFixture[str]) -> None:
    main(["render", draft(DRAFT.partition("\n")[2] + OTHER_DRAFT), "-o", "成稿", "--format", "txt"])

    assert "请用 bulletin-gen import 分成几份" in capsys.readouterr().err


def test_the_report_on_two_bodies_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    own = DRAFT.partition("\n")[2]
    main(["import", draft("巡察整改情况汇编\n" + own + OTHER_DRAFT), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert told["common"] == [{"line": 1, "text": "巡察整改情况汇编"}]
    assert [part["spec"] for part in told["parts"]] == ["旧稿-1.yaml", "旧稿-2.yaml"]
