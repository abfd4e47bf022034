"""The approval sheet (发文稿纸) of a bulletin: what the file is, and room for those who sign."""

from bulletin_gen.composing import compose
from bulletin_gen.document import AttachmentNote, Colophon, Document, Form, FormCell, FormRow, Recipients, Title
from bulletin_gen.properties import Properties
from bulletin_gen.spans import flat, spanned
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Approval, Head
from bulletin_gen.spec.spec import Spec, as_spec

_DATE_BY_HAND = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"


def compose_approval(spec: Spec | Bulletin) -> Document:
    """Return the sheet, filled in as far as the spec tells. Raises what `compose` raises."""
    document, bulletin = compose(spec), as_spec(spec).bulletin
    title = f"{bulletin.issuer.called}发文稿纸"
    blocks = (Title((spanned(title),)), Form(_rows(bulletin, document)))
    return Document(Properties(title, bulletin.issuer.name), blocks, has_page_numbers=False)


def _rows(bulletin: Bulletin, document: Document) -> tuple[FormRow, ...]:
    approval, head = bulletin.approval or Approval(), bulletin.head or Head()
    secrecy = "★".join(filter(None, (head.secrecy, head.secrecy_period)))
    return (
        _row(3, _cell("签发", approval.signer), _cell("会签", "\n".join(approval.countersigners))),
        _row(1.5, _cell("签发日期", _DATE_BY_HAND), _cell("会签日期", _DATE_BY_HAND)),
        _row(2, _cell("核稿", approval.reviewer), _cell("发文字号", head.document_number)),
        _three(("拟稿单位", approval.drafting_unit), ("拟稿人", approval.drafter), ("电话", approval.drafter_phone)),
        _three(("密级", secrecy), ("缓急", head.urgency or ""), ("公开属性", approval.openness or "")),
        _row(2.5, _cell("标题", document.properties.title)),
        _row(2, _cell("主送", _recipients(document))),
        _row(2, _cell("抄送", _copies_to(document))),
        _row(2, _cell("附件", _attachments(document))),
        _three(("印数", approval.copies), ("打印", approval.typist), ("校对", approval.proofreader)),
    )


def _row(height: float, *cells: FormCell) -> FormRow:
    return FormRow(height, cells)


def _three(left: tuple[str, str], middle: tuple[str, str], right: tuple[str, str]) -> FormRow:
    return _row(1.5, _cell(*left, 2), _cell(*middle, 1.5), _cell(*right, 2))


def _cell(label: str, text: str, share: float = 1) -> FormCell:
    return FormCell(spanned(f"{label}："), spanned(text), share)


def _recipients(document: Document) -> str:
    return next((flat(block.text).rstrip("：") for block in document.blocks if isinstance(block, Recipients)), "")


def _copies_to(document: Document) -> str:
    rows = (row for block in document.blocks if isinstance(block, Colophon) for row in block.rows)
    return next((flat(row.text).rstrip("。") for row in rows if flat(row.label).startswith("抄送")), "")


def _attachments(document: Document) -> str:
    entries = next((block.entries for block in document.blocks if isinstance(block, AttachmentNote)), ())
    return "\n".join(flat(entry.number + entry.title) for entry in entries)
