"""`bulletin-gen merge`: a draft goes round, three copies come back, the clerk decides, the next draft is there."""

import json
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from judges import CHECKOUT, libreoffice_docx
from word_comments import comment_on
from word_edits import Hand, add_paragraph, move_paragraph, replace_words

MONEY = Hand("县财政局", "2025-06-03T10:00:00Z")
DRAFT = (CHECKOUT / "examples" / "松岗街道党工委.yaml").read_text(encoding="utf-8")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with the draft that was sent round, and the DOCX of it."""
    (tmp_path / "通报.yaml").write_text(DRAFT.replace("title: 无", "title: 无\nstage: comments"), encoding="utf-8")
    assert main(["render", str(tmp_path / "通报.yaml"), "--format", "docx"]) == 0
    return tmp_path


def returned(room: Path, name: str, docx: bytes) -> str:
    path = room / f"通报-{name}.docx"
    path.write_bytes(docx)
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["merge", *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def decide(room: Path, **by_new: str) -> None:
    """Write into 意见.yaml what becomes of each opinion, known by the author."""
    path = room / "意见.yaml"
    entries = path.read_text(encoding="utf-8").split("\n\n")
    done = [
        entry.replace("处理: 待定", f"处理: {handling}")
        for entry in entries
        for handling in [next((word for author, word in by_new.items() if f"单位（人）: {author}" in entry), "待定")]
    ]
    path.write_text("\n\n".join(done), encoding="utf-8")


def test_spec_and_returned_file_in_the_wrong_order_are_told_apart(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = returned(room, "县财政局", (room / "通报.docx").read_bytes())

    code, _, told = run(capsys, str(room / "通报.yaml"), file, str(room / "通报.yaml"))

    assert code == 2
    assert "这是通报的 YAML 文本，不是返回稿；请把通报文件写在最前面" in told


def test_without_anything_to_bring_home_nothing_is_said_to_be_the_same(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, told = run(capsys, str(room / "通报.yaml"))

    assert (code, out) == (2, "")
    assert "没有给出返回稿" in told


def test_a_day_in_the_life_of_a_draft(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sent = (room / "通报.docx").read_bytes()
    tracked = replace_words(sent, "划分为68个网格", "划分为72个网格", MONEY)
    tracked = comment_on(tracked, "党建指导员12名", "名册请附后。", MONEY)
    plain = replace_words(replace_words(sent, "划分为68个网格", "划分为70个网格"), "问题156个", "问题165个")
    moved = room / "移动.docx"
    moved.write_bytes(move_paragraph(sent, "机关干部作风不够扎实", "截至2024年11月8日"))
    saved = libreoffice_docx(moved, room / "另存").read_bytes()
    files = [
        returned(room, "县财政局", tracked),
        returned(room, "县民政局", plain),
        returned(room, "县委办", saved),
    ]
    spec, target = str(room / "通报.yaml"), room / "第2稿.yaml"

    code, out, _ = run(capsys, spec, *files)
    assert code == 1
    assert "共有意见5条：待定5条；有2条改的是同一处。改进新稿0条。" in out
    assert not target.exists()

    decide(room, 县财政局="采纳", 县委办="采纳", 县民政局="不采纳")
    code, out, _ = run(capsys, spec, "-o", str(target))
    assert "改进新稿2条" in out
    assert code == 0

    old, new = bulletin_gen.read_spec(spec).bulletin.results, bulletin_gen.read_spec(target).bulletin.results
    assert old is not None
    assert new is not None
    assert [one.problem for one in new.issues] == [one.problem for one in (old.issues[3], *old.issues[:3])]
    assert new.issues[1].measures[0] == old.issues[0].measures[0].replace("68个", "72个")
    assert new.issues[1].measures[1:] == old.issues[0].measures[1:]
    assert "整改进度: {}  # 要“截至某日……”这一句，数目自动统计" in target.read_text(encoding="utf-8")

    assert main(["compare", spec, str(target), "-o", str(room), "--format", "docx,html"]) == 1
    assert main(["opinions", str(room / "意见.yaml"), "--format", "html"]) == 1  # 不采纳 without a reason
    assert run(capsys, spec, *files, "-o", str(target))[0] == 0  # again: nothing new, nothing twice
    assert bulletin_gen.read_spec(target).bulletin.results == new


def test_a_list_writes_nothing(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = returned(room, "县财政局", replace_words((room / "通报.docx").read_bytes(), "问题156个", "问题165个"))
    before = sorted(room.iterdir())

    code, out, _ = run(capsys, str(room / "通报.yaml"), file, "--list")

    assert code == 1
    assert sorted(room.iterdir()) == before
    assert "待定  县财政局  二1 整改措施二  修改" in out
    assert "解决电梯维修、停车难等问题165个。" in out


def test_accepting_all_writes_the_decisions_and_the_next_draft(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = returned(room, "县财政局", replace_words((room / "通报.docx").read_bytes(), "问题156个", "问题165个"))
    run(capsys, str(room / "通报.yaml"), file)

    code, out, _ = run(capsys, str(room / "通报.yaml"), "--accept", "all")

    assert (code, "已生成" in out) == (0, True)
    assert "处理: 采纳" in (room / "意见.yaml").read_text(encoding="utf-8")
    assert "问题165个" in (room / "通报-合并稿.yaml").read_text(encoding="utf-8")
    assert "问题156个" in (room / "通报.yaml").read_text(encoding="utf-8")


def test_a_file_without_changes_is_said_to_have_none(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, str(room / "通报.yaml"), str(room / "通报.docx"))

    assert (code, out.strip()) == (0, "返回稿与通报文件的文字相同，没有意见。")
    assert not (room / "意见.yaml").exists()


def test_what_the_clerk_typed_into_the_opinions_stays(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sent = (room / "通报.docx").read_bytes()
    run(capsys, str(room / "通报.yaml"), returned(room, "县财政局", replace_words(sent, "问题156个", "问题165个")))
    kept = room / "意见.yaml"
    typed = kept.read_text(encoding="utf-8").replace("处理: 待定", "处理: 采纳 # 已电话核实")
    kept.write_text(typed, encoding="utf-8")

    run(
        capsys, str(room / "通报.yaml"), returned(room, "县民政局", add_paragraph(sent, "精简重复报表", "以上已办结。"))
    )

    assert kept.read_text(encoding="utf-8").startswith(typed.rstrip("\n"))
    assert "县民政局" in kept.read_text(encoding="utf-8").removeprefix(typed.rstrip("\n"))


def test_json_tells_the_same(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = returned(room, "县财政局", replace_words((room / "通报.docx").read_bytes(), "问题156个", "问题165个", MONEY))

    code, out, _ = run(capsys, str(room / "通报.yaml"), file, "--json")

    told = json.loads(out)
    assert code == 1
    assert told["opinions"][0]["path"] == "results.issues[0].measures[1]"
    assert told["opinions"][0]["when"].startswith("2025-06-03T10:00")
    assert told["written"] == [str(room / "意见.yaml")]


def test_the_draft_itself_is_never_written_over(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, str(room / "通报.yaml"), str(room / "通报.docx"), "-o", str(room / "通报.yaml"))

    assert code == 2
    assert "就是通报文件本身，不能覆盖" in err


def test_every_file_that_cannot_be_read_is_named(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (room / "坏.docx").write_bytes(b"PK\x03\x04")

    code, _, err = run(capsys, str(room / "通报.yaml"), str(room / "坏.docx"), str(room / "没有.docx"))

    assert code == 2
    assert "坏.docx" in err
    assert "没有.docx" in err


def test_a_name_that_nobody_bears_is_a_slip(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = returned(room, "县财政局", replace_words((room / "通报.docx").read_bytes(), "问题156个", "问题165个"))

    code, _, err = run(capsys, str(room / "通报.yaml"), file, "--accept", "县财政厅")

    assert code == 2
    assert "没有“县财政厅”提的意见，什么都没有写；提了意见的有：县财政局" in err
    assert not (room / "意见.yaml").exists()
