"""The approval sheet (发文稿纸) of a bulletin: what the file is, and room for those who sign."""

from bulletin_gen.approval import ApprovalSheet, Cell, SheetRow
from bulletin_gen.composing import compose
from bulletin_gen.document import AttachmentNote, Colophon, Document, Recipients
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Approval, Head
from bulletin_gen.spec.spec import Spec, as_spec


def compose_approval(spec: Spec | Bulletin) -> ApprovalSheet:
    """Return the sheet, filled in as far as the spec tells. Raises what `compose` raises."""
    document, bulletin = compose(spec), as_spec(spec).bulletin
    approval, head = bulletin.approval or Approval(), bulletin.head or Head()
    secrecy = "★".join(filter(None, (head.secrecy, head.secrecy_period)))
    rows = (
        SheetRow(4.5, (Cell("签发", approval.signer), Cell("会签", "\n".join(approval.countersigners)))),
        SheetRow(2, (Cell("核稿", approval.reviewer), Cell("发文字号", head.document_number))),
        SheetRow(
            1.5,
            (
                Cell("拟稿单位", approval.drafting_unit, 2),
                Cell("拟稿人", approval.drafter, 1.5),
                Cell("电话", approval.drafter_phone, 2),
            ),
        ),
        SheetRow(
            1.5,
            (
                Cell("密级", secrecy, 2),
                Cell("缓急", head.urgency or "", 1.5),
                Cell("公开属性", approval.openness or "", 2),
            ),
        ),
        SheetRow(2.5, (Cell("标题", document.properties.title),)),
        SheetRow(2, (Cell("主送", _recipients(document)),)),
        SheetRow(2, (Cell("抄送", _copies_to(document)),)),
        SheetRow(2, (Cell("附件", _attachments(document)),)),
        SheetRow(
            1.5,
            (
                Cell("印数", approval.copies, 2),
                Cell("打印", approval.typist, 1.5),
                Cell("校对", approval.proofreader, 2),
            ),
        ),
    )
    return ApprovalSheet(f"{bulletin.issuer.called}发文稿纸", rows)


def _recipients(document: Document) -> str:
    return next((block.text.rstrip("：") for block in document.blocks if isinstance(block, Recipients)), "")


def _copies_to(document: Document) -> str:
    return next((block.copies_to.rstrip("。") for block in document.blocks if isinstance(block, Colophon)), "")


def _attachments(document: Document) -> str:
    titles = next((block.titles for block in document.blocks if isinstance(block, AttachmentNote)), ())
    if len(titles) < 2:
        return "".join(titles)
    return "\n".join(f"{number}.{title}" for number, title in enumerate(titles, start=1))
