"""文件 of a joint mark stands in a box of its own, before or after the organs."""

import pytest

from bulletin_gen.readers.docx import docx_lines
from small_docx import p, small_docx

ORGANS = ("中共某县望河镇委员会", "某县水务局党组")
BELOW = ("望党发〔2024〕7号", "关于巡察整改情况的通报")


@pytest.mark.parametrize("mark", [("文件", *ORGANS), (*ORGANS, "文件"), (ORGANS[0], "文件", ORGANS[1])])
def test_it_is_read_below_the_organs(mark: tuple[str, ...]) -> None:
    read = docx_lines(small_docx("".join(map(p, (*mark, *BELOW)))))

    assert [line.text for line in read.lines] == [*ORGANS, "文件", *BELOW]


def test_a_line_of_another_text_stays_where_it_is() -> None:
    read = docx_lines(small_docx("".join(map(p, ("文件", "甲。", *BELOW)))))

    assert [line.text for line in read.lines] == ["文件", "甲。", *BELOW]
