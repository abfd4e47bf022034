"""The offline bundle: what it holds, and that its installer needs no network. The wheels here are made by hand."""

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from judges import CHECKOUT

_SPEC = importlib.util.spec_from_file_location("make_bundle", CHECKOUT / "bundle" / "make_bundle.py")
assert _SPEC is not None
assert _SPEC.loader is not None
make_bundle = importlib.util.module_from_spec(_SPEC)
sys.modules["make_bundle"] = make_bundle  # its dataclass looks itself up
_SPEC.loader.exec_module(make_bundle)

WINDOWS, LINUX = (make_bundle.Target(system, (3, 12)) for system in ("Windows", "Linux"))
ANY = "py3-none-any"


def wheel(folder: Path, name: str, tag: str = ANY, *requires: str) -> Path:
    """Make a wheel that holds one module, `bulletin_gen`, which prints what it was called with."""
    package = f"{name}-1.0"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    files = {
        "bulletin_gen.py": "import sys\ndef main() -> None:\n    print('called with', *sys.argv[1:])\n",
        f"{package}.dist-info/METADATA": metadata + "".join(f"Requires-Dist: {one}\n" for one in requires),
        f"{package}.dist-info/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n",
        f"{package}.dist-info/entry_points.txt": "[console_scripts]\nbulletin-gen = bulletin_gen:main\n",
    }
    path = folder / f"{package}-{tag}.whl"
    with zipfile.ZipFile(path, "w") as made:
        for file, content in files.items():
            made.writestr(file, content)
        made.writestr(f"{package}.dist-info/RECORD", "".join(f"{file},,\n" for file in files))
    return path


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    made = tmp_path / "bulletin-gen-1.0-offline.zip"
    make_bundle.pack([wheel(tmp_path, "bulletin_gen")] * 2, made)
    return made


def content(bundle: Path, name: str) -> bytes:
    with zipfile.ZipFile(bundle) as opened:
        return opened.read(f"{bundle.stem}/{name}")


def test_it_is_for_windows_and_linux_and_every_python_that_we_name() -> None:
    named = {(target.system, target.version) for target in make_bundle.TARGETS}

    assert named == {(system, version) for system in ("Windows", "Linux") for version in ("3.11", "3.12", "3.13")}


def test_it_holds_installers_a_page_and_each_wheel_once(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as opened:
        names = [name.removeprefix(f"{bundle.stem}/") for name in opened.namelist()]

    assert names == ["install.bat", "install.sh", "使用说明.txt", "wheels/bulletin_gen-1.0-py3-none-any.whl"]


def test_the_same_wheels_give_the_same_bundle(bundle: Path, tmp_path: Path) -> None:
    again = tmp_path / "again" / bundle.name
    make_bundle.pack([tmp_path / "bulletin_gen-1.0-py3-none-any.whl"], again)

    assert again.read_bytes() == bundle.read_bytes()


def test_the_batch_file_is_one_that_a_chinese_windows_reads(bundle: Path) -> None:
    """Its code page, its line ends, and no byte of a Chinese character that cmd takes for a sign."""
    batch = content(bundle, "install.bat")
    signs = [sign.encode("gbk") for sign in batch.decode("gbk") if not sign.isascii()]

    assert batch.count(b"\n") == batch.count(b"\r\n") > 0
    assert "安装好了" in batch.decode("gbk")
    assert signs
    assert all(min(sign) > 0x80 for sign in signs)


def test_every_place_that_the_batch_file_goes_to_is_there(bundle: Path) -> None:
    lines = content(bundle, "install.bat").decode("gbk").split("\r\n")
    places = {line.removeprefix(":") for line in lines if line.startswith(":")}

    assert {line.split("goto ")[1] for line in lines if "goto " in line} == places


def test_no_line_of_the_batch_file_leaves_a_quote_open(bundle: Path) -> None:
    lines = content(bundle, "install.bat").decode("gbk").split("\r\n")

    assert [line for line in lines if line.count('"') % 2] == []


def test_the_batch_file_asks_for_the_pythons_that_the_wheels_are_for(bundle: Path) -> None:
    batch = content(bundle, "install.bat").decode("gbk")

    assert (
        f"({' '.join(target.version for target in reversed(make_bundle.TARGETS) if target.system == 'Windows')})"
        in batch
    )
    assert "(3, 11) <= sys.version_info[:2] <= (3, 13)" in batch
    assert "--no-index --find-links" in batch


def test_what_is_missing_on_one_system_is_told_there(tmp_path: Path) -> None:
    """What only Windows asks for is missing there, although pip on Linux would not fetch it."""
    own = wheel(tmp_path, "bulletin_gen", ANY, "click>=0.5", "tzdata; extra == 'all'")
    click = wheel(tmp_path, "click", ANY, 'colorama; platform_system == "Windows"')

    assert make_bundle.missing([own], WINDOWS) == ["click>=0.5"]
    assert make_bundle.missing([own, click], LINUX) == []
    assert make_bundle.missing([own, click], WINDOWS) == ['colorama; platform_system == "Windows"']


def test_a_wheel_of_another_system_or_an_old_one_does_not_count(tmp_path: Path) -> None:
    own = wheel(tmp_path, "bulletin_gen", ANY, "lxml>=1.0", "uharfbuzz>=2.0")
    lxml = wheel(tmp_path, "lxml", "cp312-cp312-manylinux_2_28_x86_64")
    old = wheel(tmp_path, "uharfbuzz")

    assert make_bundle.missing([own, lxml, old], LINUX) == ["uharfbuzz>=2.0"]
    assert make_bundle.missing([own, lxml, old], WINDOWS) == ["lxml>=1.0", "uharfbuzz>=2.0"]


@pytest.mark.skipif(sys.platform == "win32", reason="install.sh is for Linux")
@pytest.mark.skipif(not (3, 11) <= sys.version_info[:2] <= (3, 13), reason="the bundle is for Python 3.11 to 3.13")
def test_the_installer_needs_nothing_but_the_bundle(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as opened:
        opened.extractall(tmp_path)
    home, bin_folder = tmp_path / "家", tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    path = f"{bin_folder}:/usr/bin:/bin"

    def run(*words: str | Path) -> str:
        return subprocess.run(
            list(map(str, words)), env={"HOME": str(home), "PATH": path}, capture_output=True, text=True, check=True
        ).stdout

    assert "安装好了" in run("sh", tmp_path / bundle.stem / "install.sh")
    assert run(home / ".local" / "bin" / "bulletin-gen", "new") == "called with new\n"
    assert os.access(home / ".local" / "share" / "bulletin-gen" / "venv" / "bin" / "python", os.X_OK)
