"""The fields of a style by path: `page.top_mm`, `text.TITLE.size_pt`, `face_names.LATIN`."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any

from bulletin_gen.clause import Clause, Strength, clause_of
from bulletin_gen.style import FaceRole, Style, TextRole, TextStyle

_TEXT_FIELDS = tuple(item.name for item in fields(TextStyle) if item.name != "clause")


def field_paths() -> Iterator[str]:
    """Yield the path of every value that a style holds. Raises TypeError for a part of a shape that we do not know."""
    for part in fields(Style):
        if part.name == "text":
            yield from (f"text.{role.name}.{name}" for role in TextRole for name in _TEXT_FIELDS)
        elif part.name == "face_names":
            yield from (f"face_names.{role.name}" for role in FaceRole)
        elif is_dataclass(part.type):
            yield from (f"{part.name}.{item.name}" for item in fields(part.type))
        else:
            raise TypeError(f"the style has a part of another shape: {part.name}")


def value_at(style: Style, path: str) -> Any:
    part, name, *rest = path.split(".")
    match part:
        case "text":
            return getattr(style.text[TextRole[name]], rest[0])
        case "face_names":
            return style.face_names[FaceRole[name]]
    return getattr(getattr(style, part), name)


def with_value(style: Style, path: str, value: Any) -> Style:
    """Return the style with one of its values replaced."""
    part, name, *rest = path.split(".")
    match part:
        case "text":
            role = TextRole[name]
            return replace(style, text=_with(style.text, role, replace(style.text[role], **{rest[0]: value})))
        case "face_names":
            return replace(style, face_names=_with(style.face_names, FaceRole[name], value))
    return replace(style, **{part: replace(getattr(style, part), **{name: value})})


def clause_at(style: Style, path: str) -> Clause:
    """Return the clause behind a value of the style.

    Of an element in the face and size of the body text that is 5.2.2, which sets all elements so unless it says
    otherwise; the element's own clause says where it stands.
    """
    part, name, *_ = path.split(".")
    match part:
        case "text":
            text, body = style.text[TextRole[name]], style.text[TextRole.BODY]
            return body.clause if (text.face, text.size_pt) == (body.face, body.size_pt) else text.clause
        case "face_names":
            return _face_clause(style, FaceRole[name])
    return clause_of(type(getattr(style, part)), name)


def _face_clause(style: Style, role: FaceRole) -> Clause:
    """Return the clause that asks for a kind of face, that of the body text first; none asks for a Latin one."""
    asking = (style.text[text].clause for text in (TextRole.BODY, *TextRole) if style.text[text].face is role)
    return next(asking, Clause("", Strength.PRACTICE))


def _with(mapping: Mapping[Any, Any], key: Any, value: Any) -> Mapping[Any, Any]:
    return MappingProxyType({**mapping, key: value})
