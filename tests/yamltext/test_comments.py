"""The comments of a YAML file."""

from bulletin_gen.spec.load import load_spec
from bulletin_gen.yamltext.comments import comments

SPEC = """\
# 一
issuer: {name: 中共甲镇委员会}  # 二
opening: "无 # 不是"   # 三
organisation:
  text: |  # 四
    # 不是
    A # 不是
  # 五
  closing: 甲#乙
"""


def found(source: str) -> list[tuple[int, str, bool]]:
    places = load_spec(source).places
    return [(comment.line, comment.text, comment.is_alone) for comment in comments(places.source, places.texts)]


def test_each_is_known_with_its_line_and_what_looks_like_one_in_a_text_is_none() -> None:
    expected = [(1, "一", True), (2, "二", False), (3, "三", False), (5, "四", False), (8, "五", True)]

    assert found(SPEC) == expected


def test_windows_line_ends_do_not_shift_them() -> None:
    assert found(SPEC.replace("\n", "\r\n")) == found(SPEC)


def test_the_column_is_that_of_the_sign() -> None:
    (comment,) = comments("opening: 无  # 一\n", {})

    assert comment.column == 13
