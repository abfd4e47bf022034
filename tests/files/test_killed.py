"""A run may be killed at any moment, and another may be writing: nothing is lost, nothing stays behind."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_gen.errors import WriteError
from bulletin_gen.files import lock, write_files, write_new
from bulletin_gen.files.lock import LOCK, locked
from bulletin_gen.files.manifest import MANIFEST, manifest_bytes, read_manifest

NAMES = ("甲.docx", "甲.pdf", "甲.txt")
_KILLED = 9


def version(folder: Path, said: str) -> dict[Path, bytes]:
    return {folder / name: f"{name} {said}".encode() for name in NAMES}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def killed_at(step: int, run: Callable[[], None]) -> bool:
    """Was the run, in a process of its own, killed before it touched the disk for the `step`-th time?"""
    child = os.fork()
    if child == 0:
        steps = iter(range(step))

        def counted(act: Callable[..., object]) -> Callable[..., object]:
            def acting(*arguments: object, **named: object) -> object:
                if next(steps, None) is None:
                    os._exit(_KILLED)
                return act(*arguments, **named)

            return acting

        for name in ("open", "replace", "unlink"):
            setattr(Path, name, counted(getattr(Path, name)))
        os.fsync = counted(os.fsync)  # type: ignore[assignment]
        run()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == _KILLED


def test_a_run_killed_anywhere_is_made_good_by_the_next_though_the_spec_changed(tmp_path: Path) -> None:
    step, killed = 0, True
    while killed:
        folder = tmp_path / str(step)
        write_files(version(folder, "旧"))
        killed = killed_at(step, lambda folder=folder: write_files(version(folder, "新")))  # type: ignore[misc]

        write_files(version(folder, "再改"))

        assert set(contents(folder)) == {*NAMES, MANIFEST}
        assert {path: path.read_bytes() for path in map(folder.joinpath, NAMES)} == version(folder, "再改")
        step += 1
    assert step > 20


def test_one_killed_over_and_over_is_made_good(tmp_path: Path) -> None:
    write_files(version(tmp_path, "旧"))
    for step in range(20):
        assert killed_at(step, lambda step=step: write_files(version(tmp_path, f"第{step}稿")))  # type: ignore[misc]

    write_files(version(tmp_path, "定稿"))

    assert set(contents(tmp_path)) == {*NAMES, MANIFEST}
    assert all(len(known) == 1 for known in read_manifest(tmp_path).values())


def test_what_was_edited_after_a_kill_is_left_alone(tmp_path: Path) -> None:
    write_files(version(tmp_path, "旧"))
    assert killed_at(18, lambda: write_files(version(tmp_path, "新")))
    (tmp_path / "甲.docx").write_bytes(b"edited")

    with pytest.raises(WriteError, match=r"甲.docx 生成后又改动过"):
        write_files(version(tmp_path, "再改"))
    assert (tmp_path / "甲.docx").read_bytes() == b"edited"


def test_a_new_spec_killed_while_written_leaves_nothing_after_the_next_run(tmp_path: Path) -> None:
    assert killed_at(1, lambda: write_new(tmp_path / "通报.yaml", b"1"))
    assert list(tmp_path.glob(".bulletin-gen-*.tmp"))

    write_new(tmp_path / "通报.yaml", b"2")

    assert contents(tmp_path) == {"通报.yaml": b"2"}


def test_runs_into_one_folder_all_keep_their_entries(tmp_path: Path) -> None:
    names = [f"{number}.docx" for number in range(12)]
    runs = [threading.Thread(target=write_files, args=({tmp_path / name: b"1"},)) for name in names]
    for run in runs:
        run.start()
    for run in runs:
        run.join()

    assert sorted(read_manifest(tmp_path)) == sorted(names)
    assert set(contents(tmp_path)) == {*names, MANIFEST}


def test_a_run_that_does_not_end_is_not_waited_for_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_TRIES", 3)

    with locked([tmp_path]), pytest.raises(WriteError, match="另一个 bulletin-gen 正在写"):
        write_files({tmp_path / "甲.docx": b"1"})
    assert contents(tmp_path) == {}


def test_a_drive_that_knows_no_locks_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "_lock", refuse)

    write_files({tmp_path / "甲.docx": b"1"})

    assert set(contents(tmp_path)) == {"甲.docx", MANIFEST}


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("name", [MANIFEST, "甲.docx", LOCK])
@pytest.mark.parametrize(
    "stand",
    [make_fifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero"), lambda path: path.symlink_to(path)],
    ids=["fifo", "folder", "device", "loop"],
)
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path, stand: Callable[[Path], None], name: str) -> None:
    stand(tmp_path / name)

    if name == LOCK and (tmp_path / name).is_fifo():
        write_files({tmp_path / "甲.docx": b"1"}, overwrite=True)
        return
    with pytest.raises(WriteError):
        write_files({tmp_path / "甲.docx": b"1"}, overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_record_of_many_files_is_kept(tmp_path: Path) -> None:
    many = {f"第{number}号通报.docx": ("0" * 64,) for number in range(20_000)}
    (tmp_path / MANIFEST).write_bytes(manifest_bytes(many))

    write_files({tmp_path / "甲.docx": b"1"})

    assert len(read_manifest(tmp_path)) == len(many) + 1


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_record_too_big_to_read_is_told_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
) -> None:
    monkeypatch.setattr("bulletin_gen.files.manifest._MOST_BYTES", 1_000_000)
    (tmp_path / MANIFEST).write_bytes(b" " * 1_000_001)

    with pytest.raises(WriteError, match="超过 1 MB；请移走它"):
        write_files({tmp_path / "甲.docx": b"1"}, overwrite=overwrite)
    assert contents(tmp_path) == {MANIFEST: b" " * 1_000_001}


def test_a_name_that_is_no_unicode_is_kept(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.docx")

    write_files({path: b"1"})
    write_files({path: b"2"})

    assert path.read_bytes() == b"2"


def test_what_cannot_be_undone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(version(tmp_path, "旧"))
    replace, moved = Path.replace, []

    def fail_from_the_third_on(self: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) > 2:
            raise PermissionError(13, "locked")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_from_the_third_on)

    with pytest.raises(WriteError) as error:
        write_files(version(tmp_path, "新"))

    told = str(error.value).replace(f"{tmp_path}{os.sep}", "").splitlines()
    assert told[0].startswith("写不了 甲.pdf：没有权限")
    assert "一个文件都没有改动" not in told[0]
    assert told[1].startswith("甲.docx 已换成新的，没能恢复原样：没有权限")
    monkeypatch.undo()
    write_files(version(tmp_path, "再改"))
