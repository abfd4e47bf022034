"""Find the faces for a style: in the author's own folders, in the system's, in installed packages.

In: a style and folders. Out: a FontSet. Neither fontconfig nor an office program is needed.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bulletin_gen.errors import FontError, Problem
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.fonts.families import FAMILIES, RARE_CHARACTER_FAMILIES, Family, kind_of
from bulletin_gen.fonts.folders import FoundIn, font_files, packaged_directories, system_directories
from bulletin_gen.fonts.fontset import Candidate, FontSet
from bulletin_gen.fonts.sfnt import FaceInfo, fold, read_faces
from bulletin_gen.resources import home_folder
from bulletin_gen.style import GBT9704, FaceRole, Style

Found = Sequence[tuple[FoundIn, FaceInfo]]

_LAST: list[tuple[Style, Sequence[Path], FontSet]] = []  # what was asked for, and the answer


def find_fonts(
    style: Style = GBT9704, directories: Sequence[Path] = (), *, system: bool = True, packaged: bool = True
) -> FontSet:
    """Return the faces for every role of `style`.

    A face of the very kind asked for, wherever it is, goes before any substitute; among those the given
    directories go before the system, the system before packages, and within one place the preferred name goes
    first. Among substitutes too, any in the given directories goes before all others. To be sure that only the
    given directories count, switch `system` and `packaged` off.

    Raises FontError when a given directory does not exist, or when some role finds no face.
    """
    found = [
        *((FoundIn.GIVEN, info) for folder in directories for info in _faces_in(_existing(folder))),
        *((FoundIn.SYSTEM, info) for folder in _system(system) for info in _faces_in(folder)),
        *((FoundIn.PACKAGED, info) for folder in _packages(packaged) for info in _faces_in(folder)),
    ]
    usable = [(origin, info) for origin, info in found if info.obstacle is None]
    candidates = {role: _candidates(role, style, usable) for role in FaceRole}
    notes = [_no_fonts_in(folder) for folder in directories if not any(_faces_in(folder))]
    return FontSet(style, candidates, _rare(usable), _refused(style, found), notes)


def find_once(style: Style, directories: Sequence[Path]) -> FontSet:
    """Return the faces for `style`, of this process' last call those of then: a folder is not looked through again.

    Takes and raises what `find_fonts` does.
    """
    if not _LAST or _LAST[0][:2] != (style, directories):
        _LAST[:] = [(style, directories, find_fonts(style, directories))]
    return _LAST[0][2]


def _system(wanted: bool) -> tuple[Path, ...]:
    if not wanted:
        return ()
    return system_directories(sys.platform, os.environ, home_folder())


def _packages(wanted: bool) -> tuple[Path, ...]:
    return packaged_directories(sys.path) if wanted else ()


def _faces_in(folder: Path) -> Iterator[FaceInfo]:
    return (info for file in font_files(folder) for info in read_faces(file))


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise FontError(Problem(f"字体文件夹 {folder} 不存在", "请检查路径"))
    return folder


def _no_fonts_in(folder: Path) -> Finding:
    return Finding("fonts/empty-directory", Severity.WARNING, f"字体文件夹 {folder} 里没有可以识别的字体文件")


def _family(role: FaceRole, style: Style) -> Family:
    """Return what may draw a role: faces of the kind that the style asks for by name, that very name first.

    A house may ask for another kind (宋体 for 仿宋, 仿宋 for the digits), or for a face of no kind that we know: then
    the role's usual ones are substitutes.
    """
    wanted = style.face_names[role]
    kind = kind_of(wanted, role)
    if kind is None:
        usual = FAMILIES[role]
        return Family((wanted,), (*usual.genuine, *usual.substitutes))
    return replace(FAMILIES[kind], genuine=(wanted, *FAMILIES[kind].genuine))


def _genuine_names(role: FaceRole, style: Style) -> list[str]:
    return [fold(name) for name in _family(role, style).genuine]


def _rank(names: Sequence[str], info: FaceInfo) -> int | None:
    """Return the position of the first of `names` that means this face, None when none does."""
    if info.names.isdisjoint(names):
        return None
    return next(rank for rank, name in enumerate(names) if name in info.names)


def _candidates(role: FaceRole, style: Style, faces: Found) -> list[Candidate]:
    """Return the faces that may draw a role, best first."""
    genuine = _genuine_names(role, style)
    substitutes = [fold(name) for name in _family(role, style).substitutes]
    ranked: list[tuple[tuple[int, ...], Candidate]] = []
    for origin, info in faces:
        if (rank := _rank(genuine, info)) is not None:
            ranked.append(((0, origin, rank), Candidate(info, origin, exact=True)))
        elif (rank := _rank(substitutes, info)) is not None:
            ranked.append(((1, origin is not FoundIn.GIVEN, rank, origin), Candidate(info, origin, exact=False)))
    return [candidate for _, candidate in sorted(ranked, key=lambda item: item[0])]


def _rare(faces: Found) -> list[FaceInfo]:
    """Return the faces to ask for rare characters: the known ones, then whatever else the author gave."""
    names = [fold(name) for name in RARE_CHARACTER_FAMILIES]
    known = [(rank, info) for _, info in faces if (rank := _rank(names, info)) is not None]
    given = [info for origin, info in faces if origin is FoundIn.GIVEN]
    return [*(info for _, info in sorted(known, key=lambda item: item[0])), *given]


def _refused(style: Style, faces: Found) -> Mapping[FaceRole, FaceInfo]:
    """Return, per role, the first face of the kind asked for that may not or cannot be embedded."""
    refused: dict[FaceRole, FaceInfo] = {}
    for role in FaceRole:
        names = _genuine_names(role, style)
        for _, info in faces:
            if info.obstacle and _rank(names, info) is not None:
                refused.setdefault(role, info)
    return refused
