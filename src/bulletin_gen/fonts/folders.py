"""Where fonts live: the author's own folders, the system's, and the packages that bring open faces.

In: a platform, an environment, a folder. Out: folders, and the font files in them in a fixed order.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from pathlib import Path

from bulletin_gen.errors import FontError, Problem
from bulletin_gen.fonts.sfnt import FONT_SUFFIXES
from bulletin_gen.text.regex import Regex

_DEEPEST = 8
_MOST_ENTRIES = 50_000
# noto_cjk_serif_sc, noto_cjk_sans_sc_vf; not noto_cjk_serif_jp
_FONT_PACKAGE = Regex(r"(pylopdf_fonts_zh_cn|noto_cjk_(serif|sans)_sc\w*)")
_TEX_TREES = ("/usr/share/texlive/texmf-dist", "/usr/share/texmf-dist", "/usr/share/texmf")
_TEX_FAMILIES = ("fandol", "tex-gyre")
_MAC_ASSETS = tuple(f"com_apple_MobileAsset_Font{number}" for number in range(3, 10))


class FoundIn(IntEnum):
    """Where a face was found, nearest first."""

    GIVEN = 0
    SYSTEM = 1
    PACKAGED = 2


def system_directories(platform: str, environ: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Return the folders in which a system keeps its fonts, whether they exist or not.

    `platform` is as in sys.platform.
    """
    if platform == "win32":
        return _windows(environ, home)
    if platform == "darwin":
        return _mac(home)
    return _unix(environ, home)


def _windows(environ: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    windows = Path(environ.get("WINDIR") or environ.get("SYSTEMROOT") or "C:\\Windows")
    local = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"


def _mac(home: Path) -> tuple[Path, ...]:
    library = Path("/System/Library")
    return (
        home / "Library" / "Fonts",
        Path("/Library/Fonts"),
        library / "Fonts",
        *(library / "AssetsV2" / asset for asset in _MAC_ASSETS),
        Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts"),
    )


def _unix(environ: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    own = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    tex = (Path(tree, "fonts", "opentype", "public", family) for tree in _TEX_TREES for family in _TEX_FAMILIES)
    return own / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"), *tex


def packaged_directories(import_path: Sequence[str]) -> tuple[Path, ...]:
    """Return the folders of the installed Python packages that bring Chinese faces, without importing them."""
    folders = (entry or "." for entry in import_path)
    return tuple(
        Path(folder, name) for folder in folders for name in _names_in(folder) if _FONT_PACKAGE.fullmatch(name)
    )


def _names_in(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - a path for each of a thousand files takes its time
    except OSError:
        return []


def font_files(folder: Path) -> Iterator[Path]:
    """Yield the font files in a folder and below it, in a fixed order; none if the folder does not exist.

    Raises FontError when there are far too many files for a font folder.
    """
    seen: set[tuple[int, int]] = set()
    left = _MOST_ENTRIES
    for here, folders, files in os.walk(folder, followlinks=True):
        left -= len(folders) + len(files)
        if left < 0:
            raise FontError(Problem(f"字体文件夹 {folder} 里的文件太多", "请指定只放字体的目录"))
        if not _is_new(Path(here), seen):
            folders.clear()
            continue
        folders[:] = sorted(folders) if _depth(folder, here) < _DEEPEST else []
        yield from (Path(here, name) for name in sorted(files) if _has_font_suffix(name))


def _is_new(folder: Path, seen: set[tuple[int, int]]) -> bool:
    """Is this the first visit? Links may lead back to a folder seen before."""
    status = folder.stat()
    known = len(seen)
    seen.add((status.st_dev, status.st_ino))
    return len(seen) > known


def _depth(top: Path, folder: str) -> int:
    return len(Path(folder).parts) - len(top.parts)


def _has_font_suffix(name: str) -> bool:
    return name.lower().endswith(FONT_SUFFIXES)
