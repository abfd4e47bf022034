"""Every value of the style: set by a key of the profile, or fixed, and why."""

from fnmatch import fnmatchcase

import pytest

import judges
from bulletin_gen.profile import load_profile
from bulletin_gen.profile.keys import KEYS, Key
from bulletin_gen.profile.style_paths import field_paths, value_at
from bulletin_gen.profile.value_kinds import NumberForm
from bulletin_gen.style import GBT9704

FIXED = {
    "page.width_mm": "公文 are on A4: not a matter of taste",
    "page.height_mm": "公文 are on A4: not a matter of taste",
    "grid.tracking_twips": "follows from 每行字数",
    "grid.baseline_ratio": "how Word stands text in its line",
    "paragraph.title_cells": "follows from the title's size",
    "letter.*": "we set no letters, only prove them",
    "order.*": "we set no orders, only prove them",
    "minutes.*": "we set no minutes, only prove them",
    "tolerance.*": "how exactly a file can be measured, not how it looks",
    "head.mark_colour": "the mark is red",
    "head.mark_*_em": "the shape of type",
    "head.ink_*_em": "the shape of type",
    "head.mark_side_cells": "keeps the mark within the text area",
    "head.mark_most_rows": "keeps room for the text on the first page",
    "head.signers_per_row": "two, so that a name of any length has room",
    "seal.organs_per_row": "what seals of their size leave room for",
    "seal.rows_between_organs": "what seals of their size leave room for",
    "colophon.line_pitch_pt": "keeps the text midway between its rules",
    "colophon.room_*_pt": "keeps the text midway between its rules",
    "table.padding_pt": "follows from the shape of type",
    "table.longest_*_cells": "an attachment says itself how wide its columns are",
    "sheet.*": "the standard is silent on sheets; who prints one sets its page there",
    "table.widest_upright_columns": "an attachment says itself whether it lies across",
    "draft.*": "a draft is for the office alone, and looks like one",
    "approval.*": "the sheet for signatures is a form, no 公文",
    "text.[!H]*.bold": "the standard asks for bold nowhere; of offices, some want it of headings",
    "text.APPROVAL_*": "the sheet for signatures is a form, no 公文",
    "text.DRAFT_MARK.*": "a draft is for the office alone, and looks like one",
}


def fixed(path: str) -> list[str]:
    return [pattern for pattern in FIXED if fnmatchcase(path, pattern)]


PAGE = (judges.CHECKOUT / "docs" / "profiles.md").read_text(encoding="utf-8")
SET = {path for key in KEYS.values() for path in key.paths}


def test_every_value_of_the_style_is_set_by_a_key_or_fixed_for_a_reason() -> None:
    """Who adds a value to the style gives it a key in profile/keys.py, or a line with the reason above."""
    assert [path for path in field_paths() if path not in SET and not fixed(path)] == []


def test_no_value_is_both() -> None:
    assert [path for path in SET if fixed(path)] == []


def test_every_reason_is_of_some_value() -> None:
    used = {pattern for path in field_paths() for pattern in fixed(path)}

    assert set(FIXED) - used == set()


@pytest.mark.parametrize("key", [key for key in KEYS.values() if not key.converted], ids=lambda key: key.path)
def test_the_standards_own_value_may_be_written(key: Key) -> None:
    """What is shown of it can be typed, and means the same."""
    *values, last = (value_at(GBT9704, path) for path in key.paths)
    value = (*values, last) if isinstance(key.measure, NumberForm) else last

    assert key.measure.read(key.measure.show(value)) == value


def test_the_manual_page_lists_every_key_and_no_other() -> None:
    _, _, table = PAGE.partition("## 可写的项目")
    rows = [line.split(" | ")[:2] for line in table.splitlines() if line.startswith("| ")]

    assert [f"{group.removeprefix('| ')}.{name}" for group, name in rows[1:]] == list(KEYS)


def test_the_manual_pages_example_is_a_profile() -> None:
    example = PAGE.partition("```yaml\n")[2].partition("```")[0]

    assert load_profile(example).name == "青溪镇公文格式"
