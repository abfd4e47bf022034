"""Labels are known, right or wrong."""

import pytest

from bulletin_gen.proof.layer_labels import read_printed


@pytest.mark.parametrize(
    ("text", "level", "number"),
    [
        ("一、组织领导", 1, 1),
        ("十二、其他", 1, 12),
        ("（三）关于学习", 2, 3),
        ("1.关于学习", 3, 1),
        ("2.2024年以来", 3, 2),
        ("（4）制定办法", 4, 4),
        ("⑤其他", 5, 5),
    ],
)
def test_a_right_label_has_no_fault(text: str, level: int, number: int) -> None:
    label = read_printed(text)

    assert label is not None
    assert (label.level, label.number, label.fault) == (level, number, "")


@pytest.mark.parametrize(
    ("text", "level", "number"),
    [
        ("一.组织领导", 1, 1),
        ("二，组织领导", 1, 2),
        ("(三)关于学习", 2, 3),
        ("（一）、关于学习", 2, 1),
        ("㈣关于学习", 2, 4),
        ("1、关于学习", 3, 1),
        ("3．关于学习", 3, 3),
        ("⒉关于学习", 3, 2),
        ("(1)制定办法", 4, 1),
        ("⑵制定办法", 4, 2),
        ("3）制定办法", 4, 3),
        ("①、其他", 5, 1),
    ],
)
def test_a_wrong_label_is_known_with_its_fault(text: str, level: int, number: int) -> None:
    label = read_printed(text)

    assert label is not None
    assert (label.level, label.number) == (level, number)
    assert "应为" in label.fault


@pytest.mark.parametrize("text", ["2024年3月5日，某地", "3.5万元已经追回", "一是加强学习", "坚持问题导向", "１２３"])
def test_other_beginnings_are_no_labels(text: str) -> None:
    assert read_printed(text) is None
