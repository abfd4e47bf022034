"""The blocks of a document made of plain strings, as tests write them; 【待…】 is pending, as in a composed one."""

from collections.abc import Sequence

from bulletin_gen import document
from bulletin_gen.spans import Text, spanned
from bulletin_gen.where import Where

Said = str | Text


def text(said: Said) -> Text:
    return spanned(said) if isinstance(said, str) else said


def texts(said: Sequence[Said]) -> tuple[Text, ...]:
    return tuple(map(text, said))


def Title(lines: Sequence[Said]) -> document.Title:  # noqa: N802
    return document.Title(texts(lines))


def Recipients(said: Said) -> document.Recipients:  # noqa: N802
    return document.Recipients(text(said))


def Heading(level: int, depth: int, label: Said, said: Said, body: Said = "") -> document.Heading:  # noqa: N802
    return document.Heading(level, depth, text(label), text(said), text(body))


def Paragraph(said: Said, label: Said = "", where: Where = Where()) -> document.Paragraph:  # noqa: N802
    return document.Paragraph(text(said), text(label), where=where)


def Signature(  # noqa: N802
    lines: Sequence[Said], date: Said, joint: bool = False, sealed: bool = False
) -> document.Signature:
    return document.Signature(texts(lines), text(date), joint, sealed)


def Head(  # noqa: N802
    copy_number: Said,
    secrecy: Said,
    urgency: Said,
    organs: Sequence[Said],
    suffix: Said,
    number: Said,
    signers: Sequence[Said] = (),
    preprinted: bool = False,
) -> document.Head:
    label = text("签发人：" if signers else "")
    before = (text(copy_number), text(secrecy), text(urgency))
    return document.Head(*before, texts(organs), text(suffix), text(number), label, texts(signers), preprinted)


def AttachmentNote(titles: Sequence[Said]) -> document.AttachmentNote:  # noqa: N802
    """附件说明 of these titles, labelled and numbered as composed."""
    several = len(titles) > 1
    return document.AttachmentNote(
        tuple(
            document.NoteEntry(text("" if number > 1 else "附件："), text(f"{number}." if several else ""), text(title))
            for number, title in enumerate(titles, start=1)
        )
    )


def Note(said: Said) -> document.Note:  # noqa: N802
    return document.Note(text(said))


def AttachmentHead(label: Said, title: Said) -> document.AttachmentHead:  # noqa: N802
    return document.AttachmentHead(text(label), text(title))


def Table(  # noqa: N802
    head: Sequence[Said],
    shares: Sequence[float],
    rows: Sequence[Sequence[Said]],
    landscape: bool | None = None,
    *,
    in_text: bool = False,
) -> document.Table:
    made = tuple(document.TableRow(texts(row)) for row in rows)
    return document.Table(document.TableRow(texts(head)), tuple(shares), made, landscape, in_text)


def Colophon(  # noqa: N802
    recipients: Said, copies_to: Said, office: Said, date: Said, on_even_page: bool = False
) -> document.Colophon:
    """A 版记 with its rows labelled as composed; what is empty has no row."""
    said = (("主送：", recipients, ""), ("抄送：", copies_to, ""), ("", office, date))
    rows = tuple(document.ColophonRow(*texts(row)) for row in said if any(row[1:]))
    return document.Colophon(rows, on_even_page)


def Draft(said: Said, watermark: str = "") -> document.Draft:  # noqa: N802
    return document.Draft(text(said), watermark)
