"""Law: a returned file that nobody edited changes nothing, whoever saved it again."""

from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen import Merged, Numbering
from bulletin_gen.merging import merge
from bulletin_gen.readers.docx.returned import read_returned
from judges import CHECKOUT, libreoffice_docx
from merge_cases import SENT, docx_of, merged
from word_edits import (
    replace_words,
)
from word_saves import as_word_saves, as_wps_saves

EXAMPLES = tuple(path for folder in (".", "issued") for path in sorted((CHECKOUT / "examples" / folder).glob("*.yaml")))


@pytest.mark.parametrize("numbering", list(Numbering))
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_file_that_nobody_edited_changes_nothing(path: Path, numbering: Numbering) -> None:
    spec = bulletin_gen.read_spec(path)
    docx = docx_of(spec, numbering)

    files = [read_returned(save(docx), "返回.docx") for save in (bytes, as_word_saves, as_wps_saves)]

    assert merge(spec, files, (), "all") == Merged((), spec.places.source)


@pytest.mark.parametrize("stem", ["松岗街道党工委", "issued/汀原县卫生健康局党组", "issued/岫州市民政局党组等两部门"])
def test_nor_does_one_that_libreoffice_has_saved_again(stem: str, tmp_path: Path) -> None:
    spec = bulletin_gen.read_spec(CHECKOUT / "examples" / f"{stem}.yaml")
    sent = tmp_path / "稿.docx"
    sent.write_bytes(docx_of(spec, Numbering.LIVE))

    saved = libreoffice_docx(sent, tmp_path / "saved").read_bytes()

    assert merge(spec, [read_returned(saved, "返回.docx")], (), "all") == Merged((), spec.places.source)


def test_widths_of_marks_and_spaces_are_no_edits() -> None:
    docx = replace_words(SENT, "逐条研究，召开", "逐条研究, 召开")

    assert merged(docx).opinions == ()
