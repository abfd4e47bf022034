"""`bulletin-gen render`, from the YAML on disk to the files beside it."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

import judges
from bulletin_gen.cli import main

SPEC = """\
issuer: {name: 中共青溪镇委员会}
opening: 关于整改情况的通报。
organisation: 整改情况。
"""
BAD = "issuer: {nmae: 中共青溪镇委员会}\nopening: 无\norganisation: 整改情况。\n"
EXAMPLES = sorted((judges.CHECKOUT / "examples").glob("*.yaml"))


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str = "通报.yaml", text: str = SPEC) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def files() -> set[str]:
    return {str(path.as_posix()) for path in Path().rglob("*") if path.is_file() and path.name[0] != "."}


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """What is told, without its 错误：, of a run that could not be; no file may have come or changed."""
    before = {name: Path(name).read_bytes() for name in files()}
    assert main(["render", *arguments]) == 2
    assert before == {name: Path(name).read_bytes() for name in files()}
    shown = capsys.readouterr()
    assert shown.out == ""
    return [line.removeprefix("错误：") for line in shown.err.splitlines()]


def test_docx_and_pdf_come_beside_the_spec(capsys: pytest.CaptureFixture[str]) -> None:
    write("夹/通报.yaml")

    assert main(["render", "夹/通报.yaml"]) == 0

    assert files() == {"夹/通报.yaml", "夹/通报.docx", "夹/通报.pdf"}
    assert capsys.readouterr().out.splitlines() == ["已生成 夹/通报.docx", "已生成 夹/通报.pdf（1 页）"]


def test_formats_and_folder_are_to_choose() -> None:
    write()

    assert main(["render", "通报.yaml", "--format", "TXT， docx", "-o", "公文/一"]) == 0
    assert files() == {"通报.yaml", "公文/一/通报.txt", "公文/一/通报.docx"}


def test_a_name_with_dots_is_kept() -> None:
    write("通报.第2稿.yaml")

    main(["render", "通报.第2稿.yaml", "--format", "txt"])

    assert "通报.第2稿.txt" in files()


def test_substitute_faces_are_told_once_and_are_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    write("甲.yaml")
    write("乙.yaml")

    assert main(["render", "甲.yaml", "乙.yaml", "--fonts", str(judges.test_fonts())]) == 0

    told = capsys.readouterr().err.splitlines()
    assert len([line for line in told if line.startswith("警告：仿宋：没有找到 仿宋_GB2312，改用 Fandol")]) == 1


def test_strict_fonts_takes_no_substitute(capsys: pytest.CaptureFixture[str]) -> None:
    write()

    told = refused(capsys, "通报.yaml", "--strict-fonts", "--fonts", str(judges.test_fonts()))

    assert "小标宋：没有找到 方正小标宋简体，改用 " in told[0]


def test_a_docx_alone_needs_no_fonts() -> None:
    write()

    assert main(["render", "通报.yaml", "--format", "docx", "--strict-fonts"]) == 0


def test_a_house_profile_is_followed_and_its_departures_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    write()
    write("单位.yaml", "名称: 青溪镇公文格式\n正文: {行距: 30磅}\n")

    assert main(["render", "通报.yaml", "--profile", "单位.yaml", "--format", "docx"]) == 0

    shown = capsys.readouterr()
    assert shown.out.splitlines() == ["已生成 通报.docx"]
    assert shown.err.splitlines() == [
        "提示：本单位格式与国家标准不同：正文每面行数 22行 → 21行，正文行距 28.95磅 → 30磅（5.2.3，一般）"
    ]


def test_departures_are_no_matter_of_strict_fonts() -> None:
    write()
    write("单位.yaml", "名称: 青溪镇公文格式\n页码: {位置: 居中}\n")

    assert main(["render", "通报.yaml", "--profile", "单位.yaml", "--format", "docx", "--strict-fonts"]) == 0


@pytest.mark.parametrize(
    ("profile", "answer"),
    [
        ("名称: 甲\n正文: {行矩: 30磅}\n", "单位.yaml:2:6 正文.行矩：没有这个字段；是不是 行距？"),
        ("名称: 甲\n正文: {行距: 12磅}\n", "单位.yaml:2:10 正文.行距：“12磅” 超出了范围；"),
        (
            "名称: 甲\n标题: {字号: 一号, 字体: 黑体}\n正文: {每面行数: 27行}\n",
            "单位.yaml:2:10 标题.字号：公文标题字号 26磅",
        ),
    ],
)
def test_a_bad_profile_stops_all(profile: str, answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    write()
    write("单位.yaml", profile)

    (told,) = refused(capsys, "通报.yaml", "--profile", "单位.yaml")

    assert told.startswith(answer)


def test_a_profile_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    write()

    (told,) = refused(capsys, "通报.yaml", "--profile", "没有.yaml")

    assert told == "没有.yaml：读不了这个文件：没有这个文件或文件夹；请给出单位格式文件（.yaml）的路径"


def test_one_bad_spec_stops_all(capsys: pytest.CaptureFixture[str]) -> None:
    write("甲.yaml")
    write("乙.yaml", BAD)
    write("丙.yaml", SPEC.replace("整改情况。\n", "{a: b}\n"))

    told = refused(capsys, "甲.yaml", "乙.yaml", "没有.yaml", "丙.yaml")

    assert [line.partition("：")[0] for line in told] == [
        "乙.yaml:1:10 issuer.nmae",
        "没有.yaml",
        "丙.yaml:3:16 organisation.a",
    ]


def test_what_cannot_be_worded_stops_all(capsys: pytest.CaptureFixture[str]) -> None:
    write("甲.yaml")
    write("乙.yaml", SPEC.replace("整改情况。\n", "共{{ counts.nothing }}。\n"))

    (told,) = refused(capsys, "甲.yaml", "乙.yaml")

    assert told.startswith("乙.yaml:3:15 organisation.text：")


def test_the_own_output_is_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    write()
    main(["render", "通报.yaml", "--format", "txt"])
    write(text=SPEC.replace("整改情况。\n", "新的情况。\n"))

    assert main(["render", "通报.yaml", "--format", "txt"]) == 0
    assert "新的情况" in Path("通报.txt").read_text(encoding="utf-8")


def test_an_edited_output_stays_unless_forced(capsys: pytest.CaptureFixture[str]) -> None:
    write()
    main(["render", "通报.yaml"])
    capsys.readouterr()
    Path("通报.docx").write_bytes(b"edited by hand")
    write(text=SPEC.replace("整改情况。\n", "新的情况。\n"))

    (told,) = refused(capsys, "通报.yaml")

    assert told == "通报.docx 生成后又改动过，没有覆盖；请改名或移走它；确定不要它时，加 --force 覆盖"
    assert main(["render", "通报.yaml", "--force"]) == 0
    assert Path("通报.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["甲/通报.yaml", "乙/通报.yaml", "-o", "out"], "甲/通报.yaml 和 乙/通报.yaml 生成的文件同名"),
        (["甲/通报.yaml", "甲/通报.yaml"], "甲/通报.yaml 和 甲/通报.yaml 生成的文件同名"),
        (["甲/通报.txt", "--format", "txt"], "甲/通报.txt 是通报文件本身，不能用生成的文件覆盖"),
        (["甲/通报.txt", "--format", "txt", "--force"], "甲/通报.txt 是通报文件本身，不能用生成的文件覆盖"),
        (["甲"], "甲：读不了这个文件：这是一个文件夹"),
        (["没有.yaml"], "没有.yaml：读不了这个文件：没有这个文件或文件夹"),
        (["甲/通报.yaml/x.yaml"], "甲/通报.yaml/x.yaml：读不了这个文件：路径中间有一段不是文件夹"),
        (["甲/通报.yaml", "-o", "甲/通报.txt"], "建不了文件夹 甲/通报.txt：已有同名的文件"),
        (["甲/通报.yaml", "--fonts", "没有"], "字体文件夹 没有 不存在"),
        (["甲/" + "长" * 300], "甲/" + "长" * 300 + "：读不了这个文件：文件名太长"),
    ],
)
def test_what_stands_in_the_way_is_told(arguments: list[str], answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("甲/通报.yaml", "乙/通报.yaml", "甲/通报.txt"):
        write(name)

    (told,) = refused(capsys, *arguments)

    assert told.startswith(f"{answer}；")


def test_a_spec_may_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SPEC.encode())))

    assert main(["render", "-", "--format", "txt"]) == 0
    assert capsys.readouterr().out == "已生成 通报.txt\n"


def test_faults_of_standard_input_name_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))

    assert refused(capsys, "-")[0].startswith("标准输入:1:10 issuer.nmae：没有这个字段")


def test_all_examples_render_together(capsys: pytest.CaptureFixture[str]) -> None:
    fonts = ["--fonts", str(judges.test_fonts())]

    assert main(["render", *map(str, EXAMPLES), "-o", "out", *fonts]) == 0

    assert len(files()) == 2 * len(EXAMPLES)
    for example in EXAMPLES:
        assert judges.qpdf_problems(Path("out") / f"{example.stem}.pdf") == []


ISSUE = "results: {heading: 整改情况, issues: [{problem: 学习不深, measures: [每月学习。]}]}\n"


def is_counted_by_word(docx: str) -> bool:
    with zipfile.ZipFile(docx) as package:
        return "word/numbering.xml" in package.namelist()


@pytest.mark.parametrize(
    ("stage", "options", "counted"),
    [
        ("", [], False),
        ("stage: draft\n", [], True),
        ("stage: comments\n", [], True),
        ("stage: final\n", [], False),
        ("stage: draft\n", ["--numbering", "literal"], False),
        ("", ["--numbering", "live"], True),
    ],
)
def test_word_counts_the_labels_of_drafts_or_where_asked_to(stage: str, options: list[str], counted: bool) -> None:
    write(text=SPEC + ISSUE + stage)

    assert main(["render", "通报.yaml", "--format", "docx", *options]) == 0
    assert is_counted_by_word("通报.docx") is counted


def test_the_form_asked_for_goes_before_the_specs_own(capsys: pytest.CaptureFixture[str]) -> None:
    write(text=SPEC + "form: issued\nhead: {secrecy: 秘密, document_number: 青党发〔2025〕3号}\n")

    assert main(["render", "通报.yaml", "--format", "txt"]) == 0
    assert "秘密" in Path("通报.txt").read_text(encoding="utf-8")
    capsys.readouterr()
    (told,) = refused(capsys, "通报.yaml", "--format", "txt", "--form", "published")
    assert "公布稿不得带有密级" in told


def test_a_pdf_is_packed_fast_where_that_is_asked_for() -> None:
    judges.require_isal()
    write()
    assert [main(["render", "通报.yaml", "-o", word, "--packing", word]) for word in ("快", "fast", "通用")] == [
        0,
        0,
        0,
    ]

    fast, same, portable = (Path(word, "通报.pdf").read_bytes() for word in ("快", "fast", "通用"))
    assert fast == same != portable


@pytest.mark.parametrize("command", ["render", "batch"])
def test_where_nothing_packs_fast_the_way_to_have_it_is_told(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write()
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)

    assert main([command, "通报.yaml", "--packing", "快"]) == 2
    assert 'pip install "bulletin-gen[fast]"' in capsys.readouterr().err
    assert files() == {"通报.yaml"}


@pytest.mark.parametrize("option", ["--form", "--numbering", "--packing", "--with"])
def test_a_word_that_an_option_does_not_know_is_answered_with_those_it_does(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write()

    assert "不能写“甲”；可用：" in refused(capsys, "通报.yaml", option, "甲")[0]


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [
        ("--form", "印发稿", "issued"),
        ("--numbering", "自动", "live"),
        ("--with", "发文稿纸", "approval-sheet"),
        ("--engine", "Word", "word"),
        ("--packing", "通用", "portable"),
    ],
)
def test_a_word_of_an_option_may_be_chinese(option: str, typed: str, meant: str) -> None:
    write()
    made = [main(["render", "通报.yaml", "--format", "docx", "-o", word, option, word]) for word in (typed, meant)]

    assert made == [0, 0]
    assert [path.read_bytes() for path in sorted(Path(typed).glob("*.docx"))] == [
        path.read_bytes() for path in sorted(Path(meant).glob("*.docx"))
    ]


def test_placeholders_are_told_with_their_place_and_count(capsys: pytest.CaptureFixture[str]) -> None:
    write(text=SPEC + "next_steps: 开会【待补：次数】次，【待补：人数】人。\n")

    assert main(["render", "通报.yaml", "--format", "docx", "--strict-fonts"]) == 0
    assert capsys.readouterr().err == (
        "警告：通报.yaml:4:13 next_steps.text：还有 2 处待补内容：【待补：次数】、【待补：人数】；定稿前请补上\n"
    )


LATE = """\
issuer: {name: 中共沙湾镇委员会}
inspection: {deployed_by: 县委, team: 县委第三巡察组, feedback: {date: 2025-05-28}}
results: {issues: [{problem: 台账不全, text: 已补齐。}]}
issue_date: 2025-05-01
"""


def test_what_contradicts_itself_is_written_and_exits_1(capsys: pytest.CaptureFixture[str]) -> None:
    write(text=LATE)

    assert main(["render", "通报.yaml", "--format", "txt"]) == 1

    assert files() == {"通报.yaml", "通报.txt"}
    assert capsys.readouterr().err.startswith("警告：通报.yaml:4:13 issue_date：成文日期（2025年5月1日）早于")


def test_a_final_that_contradicts_itself_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    write(text=LATE + "stage: final\n")

    fault, way_out = refused(capsys, "通报.yaml", "--format", "txt")

    assert fault.startswith("通报.yaml:4:13 issue_date：成文日期（2025年5月1日）早于")
    assert way_out == "定稿还有以上错误，没有生成；请改正；核对过确实不错的，加 --no-check 生成"


def test_unchecked_it_is_written_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    write(text=LATE + "stage: final\n")

    assert main(["render", "通报.yaml", "--format", "txt", "--no-check"]) == 0
    assert capsys.readouterr().err == ""


def test_what_else_an_editor_would_say_is_counted_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    text = SPEC.replace("整改情况。\n", "修订甲、等制度，乙、等办法。\n", 1)
    names = [write("甲.yaml", text), write("乙.yaml", text), write("丙.yaml")]

    assert main(["render", *names, "--format", "txt"]) == 0
    assert capsys.readouterr().err == "检查另有警告 4 处，查看：bulletin-gen check 甲.yaml 乙.yaml\n"


def test_what_its_author_or_its_office_allows_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    write("bulletin-gen.toml", '[级别]\n"spec/dates" = "关闭"\n')
    write(text=f"# bulletin-gen: allow marks\n{LATE}stage: final\n".replace("已补齐。", "已补齐甲、等。"))

    assert main(["render", "通报.yaml", "--format", "txt"]) == 0
    assert capsys.readouterr().err == ""


def test_an_error_of_an_office_stops_a_final_only(capsys: pytest.CaptureFixture[str]) -> None:
    write("bulletin-gen.toml", '[级别]\nmarks = "错误"\n')
    text = SPEC.replace("整改情况。\n", "修订甲、等制度。\n", 1)

    assert main(["render", write(text=text), "--format", "txt"]) == 1
    assert capsys.readouterr().err.startswith("检查另有错误 1 处")
    assert main(["render", write("定稿.yaml", text + "stage: final\n"), "--format", "txt"]) == 2


def test_a_field_without_effect_is_told_and_exits_1(capsys: pytest.CaptureFixture[str]) -> None:
    write(text=SPEC.replace("整改情况。\n", "整改情况。\ncontact: {wording: 见网站。, fields: {电话: '1234'}}\n"))

    assert main(["render", "通报.yaml", "--format", "txt"]) == 1
    assert capsys.readouterr().err.startswith("警告：通报.yaml:4:")
