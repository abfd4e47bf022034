"""The measures in one cell."""

import pytest

from bulletin_gen.readers.ledger.measures import split_measures


@pytest.mark.parametrize(
    ("cell", "measures"),
    [
        ("一是修订制度；二是开展排查；三是组织培训。", ["修订制度", "开展排查", "组织培训。"]),
        ("1.修订制度2项\n2.开展排查", ["修订制度2项", "开展排查"]),
        ("1、修订制度。2、开展排查。", ["修订制度。", "开展排查。"]),
        ("（1）修订制度；（2）开展排查", ["修订制度", "开展排查"]),
        ("(1)修订制度\n(2)开展排查", ["修订制度", "开展排查"]),
        ("①修订制度②开展排查", ["修订制度②开展排查"]),  # no stop before ②: not surely a second measure
        ("①修订制度；②开展排查", ["修订制度", "开展排查"]),
        ("（一）修订制度\n其中新订1项。\n（二）开展排查", ["修订制度\n其中新订1项。", "开展排查"]),
        ("修订制度；\n开展排查", ["修订制度", "开展排查"]),
        ("修订制度", ["修订制度"]),
        ("2.开展排查", ["开展排查"]),  # a measure in a row of its own
        ("投入2.5万元，1.3万元用于培训", ["投入2.5万元，1.3万元用于培训"]),
        ("2024年修订制度", ["2024年修订制度"]),
        ("1.2024年修订制度；2.2025年开展排查", ["2024年修订制度", "2025年开展排查"]),
        ("这一是非问题", ["这一是非问题"]),
        ("1.修订制度。（1）新订；（2）废止。2.开展排查", ["修订制度。（1）新订；（2）废止。", "开展排查"]),
        ("", []),
        ("一是；二是补学", ["补学"]),
        ("；", []),
    ],
)
def test_measures_are_cut_at_their_numbers_or_lines(cell: str, measures: list[str]) -> None:
    assert split_measures(cell) == ("", measures)


def test_what_stands_before_the_first_is_no_measure() -> None:
    assert split_measures("对照反馈意见，一是修订制度；二是开展排查。") == (
        "对照反馈意见，",
        ["修订制度", "开展排查。"],
    )
