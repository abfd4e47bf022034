"""The full starter shows every field, and can be read with each of those that it does not use yet."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

import bulletin_gen
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.reference.full_starter import full_starter
from bulletin_gen.spec.reference.table import every_page
from starter_lines import all_switched_on, block_at, blocks, is_alternative, lines_of, switched_on

_FIELD = re.compile(r'(?: |- |# )*[^\s#:"-][^\s:"]*:(?: |$)')


def without(lines: list[str], name: str) -> list[str]:
    """The lines without the field of a name that stands beside another, and what is indented below it."""
    start = next(
        number for number, line in enumerate(lines) if line.lstrip(" -").startswith(f"{name}:") and is_alternative(line)
    )
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and lines[end].startswith(" " * (indent + 1)):
        end += 1
    return lines[:start] + lines[end:]


def fields_in(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the fields that were given, each with its model."""
    if isinstance(value, list):
        for item in value:
            yield from fields_in(item)
    elif isinstance(value, BaseModel):
        for field in value.model_fields_set:
            yield (type(value).__name__, field)
            yield from fields_in(getattr(value, field))


def loaded(lines: list[str]) -> bulletin_gen.Bulletin:
    return load_spec("\n".join(lines)).bulletin


LINES = lines_of()
BLOCKS = blocks(LINES)
SINGLE = [block for block in BLOCKS if not is_alternative(LINES[block.start])]


def test_it_renders_as_it_is() -> None:
    rendered = bulletin_gen.render(load_spec(full_starter()), ["txt"])

    assert rendered.files["txt"].decode().startswith("中共青禾县临江镇委员会关于巡察整改情况的通报\n")


@pytest.mark.parametrize("block", SINGLE, ids=lambda block: LINES[block.start].split("  ")[-2].strip())
def test_a_field_that_is_off_can_be_read_when_it_is_switched_on(block: range) -> None:
    before, after = set(fields_in(loaded(LINES))), loaded(switched_on(LINES, block))

    assert after != loaded(LINES)
    assert before <= set(fields_in(after))


def test_it_renders_with_all_of_them() -> None:
    spec = load_spec("\n".join(all_switched_on(LINES)))

    assert bulletin_gen.render(spec, ["txt"]).files["txt"]


def test_an_alternative_is_read_in_place_of_the_other() -> None:
    all_on = all_switched_on(LINES)
    table = next(number for number, line in enumerate(all_on) if line.lstrip().startswith("# 表格:"))
    issues = next(number for number, line in enumerate(all_on) if line.lstrip().startswith("# 问题:"))

    assert loaded(without(switched_on(all_on, block_at(all_on, table)), "整改台账")).attachments[0].table
    assert loaded(without(switched_on(all_on, block_at(all_on, issues)), "方面")).results


def test_every_field_is_shown() -> None:
    all_on = all_switched_on(LINES)
    shown = set(fields_in(loaded(all_on)))
    table = next(number for number, line in enumerate(all_on) if line.lstrip().startswith("# 表格:"))
    shown |= set(fields_in(loaded(without(switched_on(all_on, block_at(all_on, table)), "整改台账"))))
    off = {("Results", "issues"), ("Head", "signers")}

    assert shown | off == {(page.model.__name__, page.field) for page in every_page()}
    assert any(line.lstrip(" #").startswith("签发人:") for line in LINES)


def test_the_first_line_of_each_field_tells_what_it_is() -> None:
    shown = {line.split(":")[0].strip(" #-") for line in LINES if _FIELD.match(line) and "  # " in line}
    titled = {line.split(":")[0].strip(" #-") for line in LINES if _FIELD.match(line)}

    assert titled - shown == {"联系电话", "邮政地址"}


def test_it_is_the_same_bulletin_in_english_keys() -> None:
    english = lines_of(Keys.ENGLISH)

    assert loaded(english) == loaded(LINES)
    assert loaded(all_switched_on(english)) == loaded(all_switched_on(LINES))
    assert not any(key in "\n".join(english) for key in ("发文机关:", "整改情况:"))
