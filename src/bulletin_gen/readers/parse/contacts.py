"""The lines of a contact in; the most typed contact that says them again out."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from bulletin_gen.composing import NONE, wording
from bulletin_gen.readers.echo import said_lines
from bulletin_gen.readers.parse.usual import member_of
from bulletin_gen.readers.sheet.bottom import FIELD
from bulletin_gen.readers.source import Lines, fold, texts_of
from bulletin_gen.spec.model import Bulletin, Contact, ContactField, Inspection, Issuer, ListForm, Part
from bulletin_gen.text.regex import Regex

_LABEL = Regex("[\u4e00-\u9fff]{2,8}：")  # any label once a contact has begun: 接待地点：镇政府大院
_Separator = Literal["；", "，", "、", "。"]
_SEPARATORS: tuple[_Separator, ...] = ("；", "，", "、", "。")


def read_contact(lines: Lines, document_kind: str, kind: str, is_below: bool) -> Contact | None:
    """Return the contact, None where there are no lines. `kind` is that of the inspection, `is_below` its place.

    Raises SpecError for a label without anything after it.
    """
    if not lines:
        return None
    bare = _bulletin(document_kind, kind)
    readings = _readings(texts_of(lines), wording.invitation(bare), is_below)
    return next(contact for contact in readings if _fits(contact, lines, bare))


def _fits(contact: Contact, lines: Lines, bare: Bulletin) -> bool:
    """Does a contact say the lines, no bracket of which is cut by its fields? One in its own words always does."""
    if contact.wording is not None:
        return True
    texts = (contact.invitation or "", *(field.value for field in contact.fields))
    return all(text.count("（") == text.count("）") for text in texts) and _is_said(lines, contact, bare)


def _is_said(lines: Lines, contact: Contact, bare: Bulletin) -> bool:
    said = [fold(text) for _, text in said_lines(bare.model_copy(update={"contact": contact}))]
    return said[1:] == [fold(line.text) for line in lines]


def _bulletin(document_kind: str, kind: str) -> Bulletin:
    """Return a bulletin that says one paragraph."""
    return Bulletin(
        kind=document_kind,
        title=NONE,
        issuer=Issuer(name=NONE, signature=[]),
        inspection=Inspection(kind=kind, deployed_by=NONE),
        opening=NONE,
        organisation=Part(text="。"),
    )


def _readings(texts: list[str], usual_invitation: str, is_below: bool) -> Iterator[Contact]:
    """Yield what the contact may be, the most typed first; the last keeps the wording with the fields beside it."""
    first, *rest = texts
    match = FIELD.search(first)
    words = first[: match.start()] if match else first
    invitation = None if fold(words) == fold(usual_invitation) else words
    if rest and all(FIELD.match(text) for text in texts):
        fields = [_field(text) for text in texts]
        yield Contact(invitation="", fields=fields, form=ListForm.OWN_LINE, after_signature=is_below)
    if match:
        yield _in_one_paragraph(first[match.start() :], invitation, ListForm.RUN_IN, is_below)
    elif rest:
        fields = [_field(text) for text in rest]
        yield Contact(invitation=invitation, fields=fields, form=ListForm.OWN_LINE, after_signature=is_below)
        yield _in_one_paragraph(rest[0], invitation, ListForm.OWN_PARAGRAPH, is_below)
    else:
        yield Contact(invitation=invitation, after_signature=is_below)
    fields = [field for text in texts for field in _in_one_paragraph(text, None, ListForm.RUN_IN, is_below).fields]
    yield Contact(fields=[*map(_uncut, fields)], after_signature=is_below, wording="\n".join(texts))


def _in_one_paragraph(text: str, invitation: str | None, form: ListForm, is_below: bool) -> Contact:
    """Return the contact whose fields a paragraph holds, each after a mark that parts it from the one before."""
    end: Literal["。", "；", ""] = "。" if text.endswith("。") else "；" if text.endswith("；") else ""
    body = text.removesuffix(end)
    starts = [match.start() for match in _LABEL.finditer(body) if body[: match.start()][-1:] in ("", *_SEPARATORS)]
    pieces = [body[start:stop] for start, stop in pairwise([*starts, len(body)])]
    mark = member_of(_SEPARATORS, pieces[0][-1]) if len(pieces) > 1 else "；"
    whole = [*(piece.removesuffix(mark) for piece in pieces[:-1]), *pieces[-1:]]
    fields = [_field(piece) for piece in whole if piece.partition("：")[2]]
    return Contact(invitation=invitation, fields=fields, form=form, separator=mark, end=end, after_signature=is_below)


def _field(text: str) -> ContactField:
    label, _, value = text.partition("：")
    return ContactField(label=label, value=value)


def _uncut(field: ContactField) -> ContactField:
    """Return a field without the bracket that ends what its value stands in: （电话：…；邮箱：…）."""
    value = field.value
    return (
        field if value.count("（") == value.count("）") else ContactField(label=field.label, value=value.rstrip("）。"))
    )
