"""The faces of one run: which face draws each character of each role, and what the author should know of it.

In: the candidates for each role, best first. Out: face and advance of each character; choices; findings.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Protocol

from bulletin_gen.errors import FontError, Problem
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.fonts.coverage import probe_characters
from bulletin_gen.fonts.face import Face, open_face
from bulletin_gen.fonts.folders import FoundIn
from bulletin_gen.fonts.sfnt import FaceInfo
from bulletin_gen.fonts.widths import known_advance
from bulletin_gen.frozen import frozen
from bulletin_gen.style import FaceRole, Style

# No face draws a role's text without these.
_ESSENTIAL = "的一国，。"
_ESSENTIAL_LATIN = "0123456789Aa"
_MOST_CHARS_SHOWN = 30


@frozen
class Candidate:
    """A face that may draw a role; `exact` when it is of the kind asked for, not a substitute."""

    info: FaceInfo
    origin: FoundIn
    exact: bool


@frozen
class Choice:
    """The face that a role is set in. `covered` of the `total` probe characters of the role are in it."""

    role: FaceRole
    wanted: str
    name: str
    key: str
    file: Path
    origin: FoundIn
    exact: bool
    covered: int
    total: int


class SetText(Protocol):
    """Text as it was set; `Run` of the pages is such."""

    @property
    def text(self) -> str: ...
    @property
    def role(self) -> FaceRole: ...
    @property
    def face(self) -> str: ...


class FontSet:
    """The faces for one style. Answers are kept: the same question is asked for every character of a text.

    `refused` holds, per role, a face of the kind asked for that may not or cannot be embedded. Raises FontError
    when some role has no face at all.
    """

    def __init__(
        self,
        style: Style,
        candidates: Mapping[FaceRole, Sequence[Candidate]],
        rare: Sequence[FaceInfo],
        refused: Mapping[FaceRole, FaceInfo],
        notes: Sequence[Finding] = (),
    ) -> None:
        self._style, self._candidates, self._refused, self._notes = style, candidates, refused, tuple(notes)
        self._rare = tuple(rare)
        self._faces: dict[str, Face] = {}
        self._answers: dict[tuple[FaceRole, str], tuple[str, int]] = {}
        self._chosen = {role: chosen for role in FaceRole if (chosen := self._choose(role))}
        lacking = [role for role in FaceRole if role not in self._chosen]
        if lacking:
            raise FontError(_no_face(lacking))

    def face_of(self, role: FaceRole, char: str) -> str:
        """Return the key of the face that draws `char` in `role`. Raises FontError when no face can."""
        return self._answer(role, char)[0]

    def advance(self, role: FaceRole, char: str) -> int:
        """Return the advance of `char` in `role` in 1/1000 em. Raises FontError when no face draws it.

        A letter or digit of a substitute is as wide as in the face that it stands in for, where we know that one.
        """
        wanted = self._wanted_advance(role, char)
        return self._answer(role, char)[1] if wanted is None else wanted

    def drawn_alike(self, role: FaceRole, chars: Collection[str], advance: int) -> list[str]:
        """Return those of the characters, none of them a letter or digit, that the role's own face draws, of that
        advance in 1/1000 em."""
        own = self._chosen[role][0]
        drawn = list(filter(own.glyph, chars))
        return [char for char, wide in zip(drawn, own.advances(drawn), strict=True) if wide == advance]

    def scale(self, role: FaceRole, char: str) -> float:
        """Return how many times as wide as in the face that draws it `char` is set in `role`."""
        wanted, own = self._wanted_advance(role, char), self._answer(role, char)[1]
        return 1.0 if wanted is None or not own else wanted / own

    def face(self, key: str) -> Face:
        """Return the face that `face_of` named. Raises FontError for a key of some other FontSet."""
        if key not in self._faces:
            raise FontError(Problem(f"这组字体里没有 {key}", "请用排版时的同一组字体写文件"))
        return self._faces[key]

    def require(self, text: str) -> None:
        """Raise a FontError that names every character of `text` that no face draws, if there are any."""
        asked = dict.fromkeys(text)
        missing = [char for char in asked if char not in _SEPARATORS and self._drawing(_ANY_ROLE, char) is None]
        if missing:
            raise FontError(_no_character(missing))

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The face of each role, in the order of FaceRole."""
        return tuple(self._as_choice(role) for role in FaceRole)

    def findings(self, runs: Iterable[SetText]) -> list[Finding]:
        """Return what the author should know of the faces that really drew the given text."""
        runs = list(runs)
        used = dict.fromkeys(map(attrgetter("role", "face"), runs))
        roles = sorted({role for role, _ in used}, key=list(FaceRole).index)
        substitutes = [self._substitute(role) for role in roles if not self._chosen[role][1].exact]
        fallbacks = [
            self._fallback(role, key, "".join(run.text for run in runs if (run.role, run.face) == (role, key)))
            for role, key in used
            if key != self._chosen[role][0].key
        ]
        return [*self._notes, *substitutes, *fallbacks]

    def thickened(self, role: FaceRole, char: str) -> bool:
        """Must `char` be drawn thicker than its face has it, so that it does not stand out of a bold text?"""
        return self._chosen[role][0].is_bold and not self._faces[self.face_of(role, char)].is_bold

    def _wanted_advance(self, role: FaceRole, char: str) -> int | None:
        if role is not FaceRole.LATIN or self._chosen[role][1].exact:
            return None
        return known_advance(self._style.face_names[role], char)

    def _answer(self, role: FaceRole, char: str) -> tuple[str, int]:
        answer = self._answers.get((role, char))
        if answer is None:
            face = self._drawing(role, char)
            if face is None:
                raise FontError(_no_character([char]))
            answer = self._answers[role, char] = (face.key, face.advance(char))
        return answer

    def _drawing(self, role: FaceRole, char: str) -> Face | None:
        return next((face for face in self._in_order(role) if face.glyph(char)), None)

    def _in_order(self, role: FaceRole) -> Iterator[Face]:
        """Yield the faces to ask for a character: the role's, those of the other roles, those of rare characters.

        Beside a bold face, other bold ones go before all that are not.
        """
        own = self._chosen[role][0]
        yield own
        yield from sorted(self._others(role), key=lambda face: not face.is_bold) if own.is_bold else self._others(role)

    def _others(self, role: FaceRole) -> Iterator[Face]:
        for candidate in self._candidates[role]:
            yield from self._opened(candidate.info)
        for other in _FALLBACK_ROLES:
            yield self._chosen[other][0]
            for candidate in self._candidates[other]:
                yield from self._opened(candidate.info)
        for info in self._rare:
            yield from self._opened(info)

    def _opened(self, info: FaceInfo) -> Iterator[Face]:
        """Yield the face if it can be opened and no other face of its name was opened before."""
        face = open_face(info)
        if face and self._faces.setdefault(face.key, face) is face:
            yield face

    def _choose(self, role: FaceRole) -> tuple[Face, Candidate] | None:
        """Return the best candidate that can draw ordinary text of the role; None when there is none.

        A role that has no candidate of its own borrows from the others.
        """
        essential = _ESSENTIAL_LATIN if role is FaceRole.LATIN else _ESSENTIAL
        borrowed = (
            Candidate(candidate.info, candidate.origin, exact=False)
            for other in _FALLBACK_ROLES
            for candidate in self._candidates[other]
        )
        for candidate in (*self._candidates[role], *borrowed):
            for face in self._opened(candidate.info):
                if face.draws(essential):
                    return face, candidate
        return None

    def _as_choice(self, role: FaceRole) -> Choice:
        face, candidate = self._chosen[role]
        probe = probe_characters(role)
        return Choice(
            role=role,
            wanted=self._style.face_names[role],
            name=face.name,
            key=face.key,
            file=face.info.file,
            origin=candidate.origin,
            exact=candidate.exact,
            covered=face.count(probe),
            total=len(probe),
        )

    def _substitute(self, role: FaceRole) -> Finding:
        wanted, name = self._style.face_names[role], self._chosen[role][0].name
        refused = self._refused.get(role)
        if refused:
            reason, hint = f"{refused.name} {refused.obstacle}", f"请换用可以嵌入的 {wanted}"
        else:
            reason, hint = f"没有找到 {wanted}", f"请安装 {wanted}，或把它的字体文件放进指定的字体文件夹"
        message = f"{role}：{reason}，改用 {name}"
        if role is FaceRole.LATIN and known_advance(wanted, "0") is None:
            hint += "；在那以前，PDF 的分行分页可能与 Word 打开的 DOCX 不同"
        return Finding("fonts/substitute", Severity.WARNING, message, hint, source=self._clause(role))

    def _fallback(self, role: FaceRole, key: str, drawn: str) -> Finding:
        own, other = self._chosen[role][0].name, self._faces[key].name
        message = f"{role}：{own} 没有 {_listed(list(dict.fromkeys(drawn)))}，改用 {other}"
        hint = f"请安装收字更全的{role}字体"
        return Finding("fonts/fallback", Severity.WARNING, message, hint, source=self._clause(role))

    def _clause(self, role: FaceRole) -> str:
        """Return the first clause that asks for this kind of face, empty when none does."""
        return next((style.clause.number for style in self._style.text.values() if style.face is role), "")


_ANY_ROLE = FaceRole.FANGSONG
_SEPARATORS = "\n\t"  # of paragraphs and of a table's cells in plain text; never drawn
_FALLBACK_ROLES = (FaceRole.SONGTI, FaceRole.FANGSONG, FaceRole.KAITI, FaceRole.HEITI, FaceRole.XIAOBIAOSONG)


def _listed(chars: Sequence[str]) -> str:
    shown = "、".join(map(_shown, chars[:_MOST_CHARS_SHOWN]))
    more = f" 等 {len(chars)} 个字" if len(chars) > _MOST_CHARS_SHOWN else ""
    return shown + more


def _shown(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{char}（{code}）" if char.isprintable() else code


def _no_character(chars: Sequence[str]) -> Problem:
    return Problem(
        f"没有字体收有 {_listed(chars)}",
        "请安装收字更全的字体（如 Noto Serif CJK SC 或 全字库 TW-Sung），或改用别的字",
    )


def _no_face(roles: Sequence[FaceRole]) -> Problem:
    return Problem(
        f"没有可用的字体来排{'、'.join(roles)}",
        "请安装中文字体，或指定放有中文字体的目录",
    )
