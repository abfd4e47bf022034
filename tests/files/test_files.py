"""Files are written whole or not at all, and what is not ours is left alone."""

import os
import re
from pathlib import Path

import pytest

from bulletin_gen.errors import SpecError, WriteError
from bulletin_gen.files import write_files, write_new
from bulletin_gen.files.manifest import MANIFEST
from bulletin_gen.files.starter import read_starter
from bulletin_gen.files.yaml_files import read_spec, read_spec_from


def complaint(error: pytest.ExceptionInfo[WriteError], folder: Path) -> str:
    """What the author is told, without the folder of the test."""
    return str(error.value).replace(f"{folder}{os.sep}", "")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != MANIFEST}


def refused(files: dict[Path, bytes], folder: Path) -> str:
    """What is told of files that are not written; nothing may have changed."""
    before = contents(folder)
    with pytest.raises(WriteError) as error:
        write_files(files)
    assert contents(folder) == before
    return complaint(error, folder)


def test_files_and_their_folder_are_written(tmp_path: Path) -> None:
    write_files({tmp_path / "新" / "甲.docx": b"1", tmp_path / "新" / "甲.pdf": b"2"})

    assert contents(tmp_path / "新") == {"甲.docx": b"1", "甲.pdf": b"2"}


def test_what_we_wrote_and_nobody_changed_is_replaced(tmp_path: Path) -> None:
    write_files({tmp_path / "甲.docx": b"1"})
    write_files({tmp_path / "乙.docx": b"1"})
    write_files({tmp_path / "甲.docx": b"2"})

    assert contents(tmp_path) == {"甲.docx": b"2", "乙.docx": b"1"}


def test_what_was_edited_since_is_left_alone(tmp_path: Path) -> None:
    write_files({tmp_path / "甲.docx": b"1"})
    (tmp_path / "甲.docx").write_bytes(b"edited")

    told = refused({tmp_path / "甲.docx": b"2", tmp_path / "甲.pdf": b"2"}, tmp_path)

    assert told == "甲.docx 生成后又改动过，没有覆盖；请改名或移走它；确定不要它时，加 --force 覆盖"


def test_what_we_did_not_write_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"foreign")

    told = refused({tmp_path / "甲.docx": b"2"}, tmp_path)

    assert told == "甲.docx 已有同名文件，不是本程序生成的，没有覆盖；请改名或移走它；确定不要它时，加 --force 覆盖"


def test_all_files_in_the_way_are_named(tmp_path: Path) -> None:
    for name in ("甲.docx", "甲.pdf"):
        (tmp_path / name).write_bytes(b"foreign")

    told = refused({tmp_path / "甲.docx": b"2", tmp_path / "甲.pdf": b"2", tmp_path / "甲.txt": b"2"}, tmp_path)

    assert [line.split()[0] for line in told.splitlines()] == ["甲.docx", "甲.pdf"]


def test_a_foreign_file_is_replaced_when_told_to(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"foreign")

    write_files({tmp_path / "甲.docx": b"2"}, overwrite=True)

    assert contents(tmp_path) == {"甲.docx": b"2"}


def test_a_file_that_holds_these_very_bytes_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"2")

    write_files({tmp_path / "甲.docx": b"2"})
    write_files({tmp_path / "甲.docx": b"3"})

    assert contents(tmp_path) == {"甲.docx": b"3"}


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"files": []}', b'{"files": {"\xe7\x94\xb2.docx": 1}}', b"[" * 100_000],
)
def test_a_damaged_manifest_makes_every_file_foreign(tmp_path: Path, damage: bytes) -> None:
    write_files({tmp_path / "甲.docx": b"1"})
    (tmp_path / MANIFEST).write_bytes(damage)

    assert "不是本程序生成的" in refused({tmp_path / "甲.docx": b"2"}, tmp_path)


def test_a_damaged_manifest_is_mended_by_the_next_run(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(b"{")

    write_files({tmp_path / "甲.docx": b"1"})
    write_files({tmp_path / "甲.docx": b"2"})

    assert contents(tmp_path) == {"甲.docx": b"2"}


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_symbolic_link_is_never_written_through(tmp_path: Path, overwrite: bool) -> None:
    (tmp_path / "target").write_bytes(b"precious")
    (tmp_path / "甲.docx").symlink_to(tmp_path / "target")

    with pytest.raises(WriteError, match="符号链接"):
        write_files({tmp_path / "甲.docx": b"2"}, overwrite=overwrite)
    assert (tmp_path / "target").read_bytes() == b"precious"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").mkdir()

    assert refused({tmp_path / "甲.docx": b"2"}, tmp_path) == "甲.docx 已是一个文件夹；请移走它，或换一个文件夹"


def test_a_device_in_the_way_is_told() -> None:
    with pytest.raises(WriteError, match="不是普通文件"):
        write_files({Path(os.devnull): b"2"}, overwrite=True)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"1")

    assert refused({tmp_path / "out" / "甲.docx": b"2"}, tmp_path).startswith("建不了文件夹 out：")


def test_two_names_that_some_systems_take_for_one_are_refused(tmp_path: Path) -> None:
    told = refused({tmp_path / "a.pdf": b"1", tmp_path / "A.pdf": b"2"}, tmp_path)

    assert told == "A.pdf 与 a.pdf 会写成同一个文件；请分开生成，或改用不同的文件名"


@pytest.mark.parametrize("number", range(3))
def test_when_one_file_cannot_be_moved_all_stay_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    write_files({tmp_path / "甲.docx": b"old", tmp_path / "甲.pdf": b"old"})
    manifest = (tmp_path / MANIFEST).read_bytes()
    files = {tmp_path / "甲.docx": b"new", tmp_path / "甲.txt": b"new", tmp_path / "甲.pdf": b"new"}
    replace, locked = Path.replace, list(files)[number]

    def fail_for_one(self: Path, target: Path) -> Path:
        if target == locked:
            raise PermissionError(13, "locked")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_for_one)

    told = refused(files, tmp_path)

    assert told.startswith(f"写不了 {locked.name}：没有权限，或文件正在别的程序里打开，一个文件都没有改动；")
    assert (tmp_path / MANIFEST).read_bytes() == manifest
    assert not list(tmp_path.glob("*.tmp"))


def test_when_the_disk_is_full_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)

    assert "磁盘满了" in refused({tmp_path / "甲.docx": b"2"}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_run_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files({tmp_path / "甲.docx": b"old"})
    replace = Path.replace

    def interrupt_at_the_pdf(self: Path, target: Path) -> Path:
        if target.suffix == ".pdf":
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupt_at_the_pdf)

    with pytest.raises(KeyboardInterrupt):
        write_files({tmp_path / "甲.docx": b"new", tmp_path / "甲.pdf": b"new"})
    assert contents(tmp_path) == {"甲.docx": b"old"}


def test_the_rights_of_a_replaced_file_are_kept(tmp_path: Path) -> None:
    write_files({tmp_path / "甲.docx": b"1"})
    (tmp_path / "甲.docx").chmod(0o640)

    write_files({tmp_path / "甲.docx": b"2"})

    assert (tmp_path / "甲.docx").stat().st_mode & 0o777 == 0o640


def test_a_new_file_is_written_once(tmp_path: Path) -> None:
    write_new(tmp_path / "通报.yaml", b"1")

    with pytest.raises(WriteError) as error:
        write_new(tmp_path / "通报.yaml", b"2")

    assert complaint(error, tmp_path).startswith("通报.yaml 已有这个文件，没有覆盖；")
    assert (tmp_path / "通报.yaml").read_bytes() == b"1"


def test_a_new_file_replaces_an_old_one_when_told_to(tmp_path: Path) -> None:
    (tmp_path / "通报.yaml").write_bytes(b"1")

    write_new(tmp_path / "通报.yaml", b"2", overwrite=True)

    assert contents(tmp_path) == {"通报.yaml": b"2"}


def test_the_starter_is_a_bulletin(tmp_path: Path) -> None:
    (tmp_path / "通报.yaml").write_bytes(read_starter())

    spec = read_spec(tmp_path / "通报.yaml")

    assert spec.bulletin.issuer.short_name == "青溪镇党委"
    assert spec.places.find("issuer").line == 9


def test_a_spec_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as error:
        read_spec(tmp_path / "通报.yaml")

    told = "读不了这个文件：没有这个文件或文件夹；请给出通报文件（.yaml）的路径，可用 bulletin-gen new 生成一份样本"
    assert str(error.value) == f"{tmp_path / '通报.yaml'}：{told}"


@pytest.mark.parametrize("typed", ["通报", "通报.yml", "通报.docx"])
def test_a_spec_of_that_name_is_asked_after(typed: str, tmp_path: Path) -> None:
    (tmp_path / "通报.yaml").write_text("issuer: {name: 甲镇党委}\n", encoding="utf-8")
    (tmp_path / "通报.pdf").write_bytes(b"")

    with pytest.raises(SpecError, match=rf"没有这个文件或文件夹；是不是 {re.escape(str(tmp_path))}/通报\.yaml？$"):
        read_spec(tmp_path / typed)


def test_a_spec_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(SpecError, match="超过 10 MB"):
        read_spec("/dev/zero")
    with Path("/dev/zero").open("rb") as endless, pytest.raises(SpecError, match="标准输入：文件超过 10 MB"):
        read_spec_from(endless, "标准输入")
