"""Which numbers of a text are declared counts."""

import pytest

from bulletin_gen.readers.parse.declared import declared_counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("反馈了4个方面12个问题。", "4个方面 12个问题"),
        ("反馈问题十二个方面、两类突出问题。", "12个方面 2类突出问题"),
        ("巡察反馈12个问题，制定30条整改措施。", "12个问题 30条整改措施"),
        ("反馈12个问题；其中3个问题已办。", "12个问题"),  # a unit is taken once
        ("整改了3个问题。", ""),  # one alone, and nothing that declares it
        ("反馈意见第3项问题已办，提出1.5个问题。", ""),
        ("制定30条整改措施，分解50项任务。", ""),  # no problems among them
    ],
)
def test_declared_counts(text: str, counts: str) -> None:
    assert " ".join(f"{count.number}{count.unit}" for count in declared_counts([text])) == counts


def test_the_paragraph_that_declares_most_is_taken() -> None:
    counts = declared_counts(["反馈12个问题。", "反馈3个方面10个问题。", "反馈5个领域20个问题。"])

    assert [count.number for count in counts] == [3, 10]
