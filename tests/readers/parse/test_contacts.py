"""The contact below a bulletin, field by field."""

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import read_text
from bulletin_gen.spec.model import ListForm

BODY = "某县望河镇党委关于巡察整改情况的通报\n一、整改情况\n（一）关于“值班不严”问题的整改情况\n重排值班表。\n"
END = "某县望河镇党委\n2024年12月25日\n"


def test_fields_alone_are_fields() -> None:
    text = f"{BODY}{END}联系人：李某\n联系电话：0000-1234567\n"
    bulletin = read_text(text).bulletin

    assert bulletin.contact is not None
    assert [(field.label, field.value) for field in bulletin.contact.fields] == [
        ("联系人", "李某"),
        ("联系电话", "0000-1234567"),
    ]
    assert (bulletin.contact.form, bulletin.contact.after_signature) == (ListForm.OWN_LINE, True)
    assert plain_text(compose(bulletin)) == text


def test_fields_on_one_line_are_parted() -> None:
    contact = read_text(f"{BODY}{END}联系人：李某 联系电话：0000-1234567\n").bulletin.contact

    assert contact is not None
    assert [field.value for field in contact.fields] == ["李某", "0000-1234567"]
