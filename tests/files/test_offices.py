"""An office's bulletin-gen.toml is found upwards from its bulletins."""

from pathlib import Path

import pytest

from bulletin_gen.checks.office import ANY_OFFICE
from bulletin_gen.errors import SpecError
from bulletin_gen.files.offices import find_office, office_of, read_office


def test_the_nearest_folder_above_counts(tmp_path: Path) -> None:
    near, far = tmp_path / "甲" / "bulletin-gen.toml", tmp_path / "bulletin-gen.toml"
    near.parent.mkdir()
    near.write_text('允许 = ["甲"]', encoding="utf-8")
    far.write_text('允许 = ["乙"]', encoding="utf-8")

    assert office_of(tmp_path / "甲" / "一" / "通报.yaml").allowed == ("甲",)
    assert office_of(tmp_path / "丙" / "通报.yaml").allowed == ("乙",)


def test_a_folder_of_that_name_is_passed(tmp_path: Path) -> None:
    (tmp_path / "甲" / "bulletin-gen.toml").mkdir(parents=True)
    (tmp_path / "bulletin-gen.toml").write_text("", encoding="utf-8")

    assert find_office(tmp_path / "甲" / "通报.yaml") == (tmp_path / "bulletin-gen.toml").resolve()


def test_without_one_it_is_any_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")

    assert find_office("通报.yaml") is None
    assert office_of("通报.yaml") == ANY_OFFICE


def test_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="读不了这个文件"):
        read_office(tmp_path / "没有.toml")


def test_it_is_looked_for_where_the_bulletin_is_named_to_be(tmp_path: Path) -> None:
    """A link to a bulletin elsewhere belongs to the office in whose folder it stands."""
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "bulletin-gen.toml").write_text('允许 = ["甲"]', encoding="utf-8")
    (tmp_path / "甲" / "通报.yaml").symlink_to(tmp_path / "通报.yaml")

    assert office_of(tmp_path / "甲" / "通报.yaml").allowed == ("甲",)
