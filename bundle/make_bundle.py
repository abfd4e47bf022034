"""Make dist/bulletin-gen-<version>-offline.zip, which installs bulletin-gen on a machine without a network.

`python bundle/make_bundle.py own.whl` downloads what the wheel needs, for each target, from the index that pip is set
to use, and packs it with the two installers. It needs pip 25 and `packaging`.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.parser import HeaderParser
from itertools import product
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

HERE = Path(__file__).parent
PYTHONS = ((3, 11), (3, 12), (3, 13))
_MANYLINUX = ("manylinux_2_28", "manylinux_2_17", "manylinux2014", "manylinux_2_12", "manylinux2010", "manylinux_2_5")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip made twice is the same
_EXECUTABLE, _PLAIN = 0o100755, 0o100644


@dataclass(frozen=True)
class Target:
    """A kind of machine and a Python on it."""

    system: str
    python: tuple[int, int]

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platform tags of the wheels that it takes, the best first."""
        return ("win_amd64",) if self.system == "Windows" else tuple(f"{name}_x86_64" for name in _MANYLINUX)

    @property
    def version(self) -> str:
        return ".".join(map(str, self.python))

    @property
    def tags(self) -> frozenset[Tag]:
        """All tags of the wheels that it takes."""
        platforms = list(self.platforms)
        interpreter = f"cp{self.python[0]}{self.python[1]}"
        return frozenset(
            (*cpython_tags(self.python, platforms=platforms), *compatible_tags(self.python, interpreter, platforms))
        )

    @property
    def markers(self) -> dict[str, str]:
        """What a requirement may ask of its environment (PEP 508), with no extra."""
        is_windows = self.system == "Windows"
        return {
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "os_name": "nt" if is_windows else "posix",
            "sys_platform": "win32" if is_windows else "linux",
            "platform_system": self.system,
            "platform_machine": "AMD64" if is_windows else "x86_64",
            "python_version": self.version,
            "python_full_version": f"{self.version}.0",
            "implementation_version": f"{self.version}.0",
            "platform_release": "",
            "platform_version": "",
            "extra": "",
        }


TARGETS = tuple(Target(system, python) for system, python in product(("Windows", "Linux"), PYTHONS))


def missing(wheels: Iterable[Path], target: Target) -> list[str]:
    """Return what the wheels require on a target and do not hold, sorted; none when they install without an index."""
    fitting = [wheel for wheel in wheels if parse_wheel_filename(wheel.name)[3] & target.tags]
    held = [parse_wheel_filename(wheel.name)[:2] for wheel in fitting]
    required = {str(one): one for wheel in fitting for one in requirements(wheel) if _applies(one, target)}
    return sorted(
        text
        for text, one in required.items()
        if not any(
            name == canonicalize_name(one.name) and one.specifier.contains(version, prereleases=True)
            for name, version in held
        )
    )


def requirements(wheel: Path) -> Iterator[Requirement]:
    """Yield what a wheel says that it requires, whatever the environment."""
    with zipfile.ZipFile(wheel) as package:
        (metadata,) = (name for name in package.namelist() if name.endswith(".dist-info/METADATA"))
        headers = HeaderParser().parsestr(package.read(metadata).decode())
    yield from map(Requirement, headers.get_all("Requires-Dist") or ())


def _applies(requirement: Requirement, target: Target) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**target.markers})


def download(own: Path, target: Target, folder: Path) -> None:
    """Put into a folder every wheel that our own needs on a target.

    pip goes by the markers of the machine that it runs on: what those of the target ask for besides is asked for until
    nothing is missing.
    """
    wanted = [str(own)]
    while wanted:
        _pip_download(wanted, target, folder)
        still = missing(folder.glob("*.whl"), target)
        if still == wanted:
            raise SystemExit(f"{target.system}, Python {target.version}: no wheel for {', '.join(still)}")
        wanted = still


def _pip_download(wanted: Sequence[str], target: Target, folder: Path) -> None:
    platforms = [option for platform in target.platforms for option in ("--platform", platform)]
    python = ["--implementation", "cp", "--python-version", target.version]
    options = ["--quiet", "--only-binary=:all:", *python, *platforms, "--dest", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "download", *options, *wanted], check=True)


def pack(wheels: Iterable[Path], target: Path) -> None:
    """Write the zip: the installers, the page that explains them, and the wheels, each once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as bundle:
        _add(bundle, f"{target.stem}/install.bat", as_batch(_text("install.bat")))
        _add(bundle, f"{target.stem}/install.sh", _text("install.sh").encode(), _EXECUTABLE)
        _add(bundle, f"{target.stem}/使用说明.txt", as_notepad(_text("使用说明.txt")))
        for name, wheel in sorted({wheel.name: wheel for wheel in wheels}.items()):
            _add(bundle, f"{target.stem}/wheels/{name}", wheel.read_bytes())


def as_batch(text: str) -> bytes:
    """Return a batch file as cmd reads it on a Chinese Windows: in its code page, with its line ends.

    With `chcp 65001` cmd loses its place in a file with Chinese in it, so the code page stays as it is. GB 2312 is the
    part of it in which no second byte is a sign that cmd obeys (| and ^), whatever code page a console has.
    """
    return text.replace("\n", "\r\n").encode("gb2312")


def as_notepad(text: str) -> bytes:
    """Return a text as every Notepad reads it."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _add(bundle: zipfile.ZipFile, name: str, content: bytes, mode: int = _PLAIN) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.external_attr = mode << 16
    entry.create_system = 3  # so that the mode is taken for one
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".whl") else zipfile.ZIP_DEFLATED
    bundle.writestr(entry, content)


def main(own: Path, dist: Path) -> None:
    _, version, _, _ = parse_wheel_filename(own.name)
    with tempfile.TemporaryDirectory() as work:
        folders = [Path(work) / f"{target.system}-{target.version}" for target in TARGETS]
        for target, folder in zip(TARGETS, folders, strict=True):
            folder.mkdir()
            shutil.copy(own, folder)
            download(own, target, folder)
            print(f"{target.system}, Python {target.version}: {len(list(folder.iterdir()))} wheels")
        bundle = dist / f"bulletin-gen-{version}-offline.zip"
        pack((wheel for folder in folders for wheel in folder.glob("*.whl")), bundle)
        print(f"{bundle}: {bundle.stat().st_size / 2**20:.0f} MiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), HERE.parent / "dist")
