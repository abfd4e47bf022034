"""`bulletin-gen new`: a starter that loads and renders as it is."""

from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from bulletin_gen.files.new_spec import SCHEMA_FILE, with_schema
from bulletin_gen.files.starter import read_starter
from bulletin_gen.spec.reference.full_starter import full_starter


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_starter_is_written_and_the_next_step_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new"]) == 0

    assert Path("通报.yaml").read_text(encoding="utf-8") == with_schema(read_starter().decode())
    assert capsys.readouterr().out == "已生成 通报.yaml；改好内容后运行：bulletin-gen render 通报.yaml\n"


def test_the_starter_renders_as_it_is() -> None:
    main(["new", "-o", "新/甲.yaml"])

    assert main(["render", "新/甲.yaml", "--format", "docx,pdf,txt"]) == 0
    assert {path.name for path in Path("新").iterdir()} >= {"甲.docx", "甲.pdf", "甲.txt", "甲.yaml"}


def test_every_field_of_the_starter_is_explained() -> None:
    """Each kind of field has a comment the first time it is used, on its line or above it."""
    lines = read_starter().decode().splitlines()
    bare = [line for line in lines if line.startswith(("发文机关:", "巡察依据:", "整改情况:", "联系方式:"))]

    assert len(bare) == 4
    assert all("# ----------" in lines[lines.index(line) - 1] for line in bare)


def test_what_sign_off_needs_is_there_to_be_switched_on() -> None:
    """The lines under the last rule, without their number signs, make it an issued draft with a ledger."""
    text, _, for_sign_off = read_starter().decode().rpartition("去掉各行开头的“# ” ----------\n")
    switched_on = "".join(line.removeprefix("# ") for line in for_sign_off.splitlines(keepends=True))
    document = bulletin_gen.compose(bulletin_gen.load_spec(f"{text}\n{switched_on}"))

    assert document.draft is not None
    assert bulletin_gen.plain_text(document).startswith("中共南屏县青溪镇委员会文件\n青党发〔2024〕3号\n")
    assert "\n附件：巡察整改台账\n" in bulletin_gen.plain_text(document)


def test_the_starter_says_the_same_in_english_keys() -> None:
    assert main(["new", "--keys", "en"]) == 0

    text = Path("通报.yaml").read_text(encoding="utf-8")
    assert bulletin_gen.compose(bulletin_gen.load_spec(text)) == bulletin_gen.compose(
        bulletin_gen.load_spec(read_starter())
    )
    assert "\nissuer:\n  name: 中共南屏县青溪镇委员会          # 全称" in text
    assert "\n# form: issued                          # 有版头" in text
    assert "{{ counts.declared }}" in text


def test_keys_are_in_one_of_two_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--keys", "fr"]) == 2
    assert "不能写“fr”；可用：中文（zh）、英文（en）" in capsys.readouterr().err


def test_a_file_already_there_stays(capsys: pytest.CaptureFixture[str]) -> None:
    Path("通报.yaml").write_text("precious", encoding="utf-8")

    assert main(["new"]) == 2

    assert Path("通报.yaml").read_text(encoding="utf-8") == "precious"
    told = "错误：通报.yaml 已有这个文件，没有覆盖；请改名或移走它；确定不要它时，加 --force 覆盖\n"
    assert capsys.readouterr().err == told


def test_a_file_already_there_is_replaced_by_force() -> None:
    Path("通报.yaml").write_text("old", encoding="utf-8")

    assert main(["new", "--force"]) == 0
    assert Path("通报.yaml").read_text(encoding="utf-8") == with_schema(read_starter().decode())


@pytest.mark.parametrize("kind", ["full", "完整"])
def test_a_full_one_shows_every_field_and_renders(kind: str) -> None:
    assert main(["new", "--kind", kind]) == 0

    assert Path("通报.yaml").read_text(encoding="utf-8") == with_schema(full_starter())
    assert main(["render", "通报.yaml", "--format", "txt"]) == 0


def test_a_kind_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--kind", "长"]) == 2
    assert "不能写“长”；可用：简要（short）、完整（full）" in capsys.readouterr().err


def test_editors_find_the_schema_beside_it() -> None:
    main(["new", "-o", "新/甲.yaml"])
    text = Path("新/甲.yaml").read_text(encoding="utf-8")

    assert f"\n# yaml-language-server: $schema={SCHEMA_FILE}\n" in text
    assert (Path("新") / SCHEMA_FILE).is_file()
