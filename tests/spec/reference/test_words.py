"""A field is told of by its Chinese name, its English one, or both; an example is typed in either language."""

import pytest

from bulletin_gen.spec.model import Bulletin, Contact, Part
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.reference.table import Model, page_of
from bulletin_gen.spec.reference.words import default_said, name, shape_said, told, typed
from bulletin_gen.spec.shapes import Group, shape_of


@pytest.mark.parametrize(
    ("keys", "said"), [(Keys.CHINESE, "成文日期"), (Keys.ENGLISH, "issue_date"), (None, "成文日期（issue_date）")]
)
def test_a_name_is_in_the_language_that_is_asked_for(keys: Keys | None, said: str) -> None:
    assert name(Bulletin, "issue_date", keys) == said


def test_a_text_names_a_field_of_its_group_and_that_of_another_with_its_title() -> None:
    text = "按 `title` 和 `Head.secrecy`"

    assert told(text, Bulletin, Keys.CHINESE) == "按 标题 和 版头的 密级"
    assert told(text, Bulletin, Keys.ENGLISH) == "按 title 和 版头的 secrecy"


def test_an_example_is_typed_in_either_language_and_labels_of_the_author_s_stay() -> None:
    example = {"stage": "draft", "contact": {"fields": {"email": "a@example.com"}}, "joint_issuers": ["甲"]}

    assert typed(example, Group(Bulletin), Keys.ENGLISH) == example
    assert typed(example, Group(Bulletin), Keys.CHINESE) == {
        "稿别": "送审稿",
        "联系方式": {"各项": {"email": "a@example.com"}},
        "联合发文机关": ["甲"],
    }


@pytest.mark.parametrize(
    ("model", "field", "said"),
    [
        (Bulletin, "kind", "通报"),
        (Bulletin, "form", "公布稿（published）"),
        (Bulletin, "sealed", "否"),
        (Bulletin, "issuer", "不行，必须写"),
        (Bulletin, "opening", "按 巡察依据（inspection）、公布语（publication） 拟写"),
        (Contact, "end", "。"),
    ],
)
def test_what_it_means_to_leave_a_field_out(model: Model, field: str, said: str) -> None:
    assert default_said(page_of(model, field), None) == said


@pytest.mark.parametrize(
    ("model", "field", "said"),
    [
        (Contact, "end", '其中之一：。 / ； / 空的引号 ""'),
        (Part, "number", "整数，从 1 起，最大 10000"),
        (Bulletin, "organisation", "下一层的各字段，见“部分和项”，也可以直接写文字"),
        (Bulletin, "attachments", "列表，最多 500 项，每项：下一层的各字段，见“附件”"),
    ],
)
def test_how_a_value_is_written(model: Model, field: str, said: str) -> None:
    assert shape_said(shape_of(model, field), None) == said
