"""What the author of a file calls its fields: as typed, and else in the language that he types."""

from collections.abc import ItemsView
from typing import Any

import pytest

from bulletin_gen.errors import SpecError
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.tree import FileKind
from bulletin_gen.yamltext.vocabulary import ANYTHING, Anything, Author, Fields, Vocabulary

NAMES = {"house": "房子", "door": "门", "rooms": "房间", "colour": "颜色"}


class _House(Anything):
    """A house has a door, rooms, which are houses in a list, and notes, whose keys are the author's own."""

    def fields(self) -> Fields | None:
        inner: dict[str, Vocabulary] = {"house": self, "door": self, "rooms": _Rooms(), "colour": _Colour()}
        return {key: (name, inner[name]) for name in NAMES for key in (name, NAMES[name])} | {
            "notes": ("notes", ANYTHING)
        }

    def called(self, field: str) -> str:
        return NAMES.get(field, field)


class _Rooms(Anything):
    def item(self) -> Vocabulary:
        return _House()


class _Colour(Anything):
    def value(self, typed: str) -> str:
        return {"红": "red"}.get(typed, typed)


KIND = FileKind("房子", "请画一座", lambda: frozenset(NAMES), _House)


def author(**typed: str) -> Author:
    return Author(_House(), {path.replace("__", "."): key for path, key in typed.items()})


def test_keys_and_values_are_read_as_what_they_stand_for() -> None:
    tree = read_tree("房子: {颜色: 红}\nrooms: [{门: {colour: 蓝}}]\nnotes: {门: 红}\n", KIND)

    assert tree.value == {
        "house": {"colour": "red"},
        "rooms": [{"door": {"colour": "蓝"}}],
        "notes": {"门": "红"},
    }
    assert tree.typed == {
        "house": "房子",
        "house.colour": "颜色",
        "rooms": "rooms",
        "rooms[0].door": "门",
        "rooms[0].door.colour": "colour",
        "notes": "notes",
    }
    assert tree.marks.keys() == {"", "rooms[0]", "notes.门", *tree.typed}


def test_two_names_of_one_field_are_one_too_many() -> None:
    tree = read_tree("房子: 甲\nhouse: 乙\n", KIND)

    assert tree.value == {"house": "甲"}
    assert [str(problem) for problem in tree.problems] == [
        "2:1 房子：house 就是第 1 行的 房子，同一个字段写了两次；请只留一个"
    ]


def test_a_text_where_fields_may_stand_is_no_key_with_a_wide_colon() -> None:
    tree = read_tree("房子: 门：红\nnotes: 门：红\n", KIND)

    assert [str(problem) for problem in tree.problems] == ["1:6 房子：“门”后面是全角冒号；请改成半角冒号，后面空一格"]


def test_a_file_that_cannot_be_read_to_its_end_is_told_of_by_typed_keys() -> None:
    with pytest.raises(SpecError, match=r"^1:5 房子：不能用 & 作记号；"):
        read_tree(f"房子: &a {'[' * 50}", KIND)


@pytest.mark.parametrize(
    ("path", "called"),
    [
        ("", ""),
        ("house", "房子"),
        ("house.door", "房子.门"),
        ("house.rooms[2].colour", "房子.房间[2].颜色"),
        ("house.rooms[].colour", "房子.房间[].颜色"),
        ("house.notes.门", "房子.notes.门"),
        ("house.window", "房子.window"),
        ("house.window.door", "房子.window.door"),
        ("house]", "house]"),
    ],
)
def test_what_was_not_typed_is_called_in_the_language_of_the_file(path: str, called: str) -> None:
    assert author(house="房子").called(path) == called


def test_a_mapping_has_the_language_of_most_of_its_own_keys() -> None:
    mixed = author(house="房子", rooms="房间", house__door="door")

    assert mixed.called("house.colour") == "房子.colour"
    assert mixed.called("rooms[0].colour") == "房间[0].颜色"
    assert [mixed.is_chinese(path) for path in ("", "house", "rooms[0]")] == [True, False, True]


def test_of_as_many_in_either_language_the_file_decides_and_then_chinese() -> None:
    assert author(house="house", rooms="房间").called("door") == "门"
    assert author(house="house", rooms="房间", rooms__door="door").called("colour") == "colour"


def test_without_a_file_each_field_has_its_own_name() -> None:
    assert Author(_House()).called("house.rooms[0].door") == "house.rooms[0].door"
    assert not Author(_House()).is_chinese("")
    assert not Author(_House()).has_typed


def test_the_keys_of_a_file_are_counted_once() -> None:
    class Counted(dict[str, str]):
        times = 0

        def items(self) -> ItemsView[str, Any]:
            self.times += 1
            return super().items()

    typed = Counted({f"rooms[{number}].door": "门" for number in range(9)})
    asked = Author(_House(), typed)

    assert all(asked.is_chinese(f"rooms[{number}].house") for number in range(9))
    assert asked.called("rooms[3].door.colour") == "房间[3].门.颜色"
    assert typed.times == 1
