"""What is said of a value that none of the fixed ones is."""

import pytest

import bulletin_gen
from bulletin_gen.spec.model import Status
from bulletin_gen.text.numerals import Label


def test_another_value_is_refused_with_those_that_may_be_used() -> None:
    with pytest.raises(ValueError, match="“完毕” 不是可用的值；可用：已完成、已完成并长期坚持、基本完成、正在整改"):
        Status("完毕")


def test_a_value_is_found_by_what_the_author_types() -> None:
    assert (Status("已完成"), Label("一是")) == (Status.DONE, Label.FIRSTLY)


def test_a_part_of_a_bulletin_refuses_it_as_a_file_does() -> None:
    with pytest.raises(bulletin_gen.SpecError, match="“完毕” 不是可用的状态；可用：已完成"):
        bulletin_gen.Issue(problem="甲", status="完毕")
