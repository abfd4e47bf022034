"""Folders, patterns and lists lead to the bulletins of a batch."""

from pathlib import Path

import pytest

from bulletin_gen.batch.sources import find_specs
from bulletin_gen.errors import ReadError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("甲.yaml", "第一轮/乙.yml", "第一轮/丙.txt", "第一轮/~$丁.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def names(*given: str) -> list[str]:
    return [one.name for one in find_specs(given)]


def test_a_folder_with_those_below(here: Path) -> None:
    assert names(".") == ["甲", str(Path("第一轮/乙"))]


def test_opinions_on_a_draft_are_no_spec(here: Path) -> None:
    (here / "意见.yaml").touch()

    assert names(".", "*.yaml") == ["甲", str(Path("第一轮/乙"))]


def test_a_pattern(here: Path) -> None:
    assert names("*/*.y*ml") == ["乙"]


def test_a_list_in_whichever_encoding_with_or_without_a_head(here: Path) -> None:
    (here / "清单.csv").write_text("单位,文件\n甲单位,甲.yaml\n乙单位,第一轮/乙.yml\n\n", encoding="gb18030")
    assert names("清单.csv") == ["甲", "乙"]


def test_each_once(here: Path) -> None:
    assert names("甲.yaml", ".", "*.yaml") == ["甲", str(Path("第一轮/乙"))]


@pytest.mark.parametrize("given", ["没有的", "没有/*.yaml", "没有.csv"])
def test_what_leads_nowhere_is_told(here: Path, given: str) -> None:
    with pytest.raises(ReadError):
        find_specs([given])


def test_a_row_without_a_path_is_told_with_its_number(here: Path) -> None:
    (here / "清单.csv").write_text("甲.yaml\n乙单位\n", encoding="utf-8")
    with pytest.raises(ReadError, match="第2行"):
        find_specs(["清单.csv"])
