"""A bulletin with four times the issues costs four times as much, in every step from its file to its pages."""

from collections.abc import Callable

import pytest

import bulletin_gen
from bulletin_gen.style import GBT9704
from calls import calls
from judges import test_fonts as folder_of_faces

START = (
    "issuer: {name: 中共青溪镇委员会}\nissue_date: 2026-01-20\nopening: 关于整改情况的通报。\nresults:\n  sections:\n"
)
FEW, MANY = 20, 80


def text(issues: int) -> str:
    """Return a spec with so many issues, ten to a part."""
    return START + "".join(_part(first) for first in range(0, issues, 10))


def _part(first: int) -> str:
    told = (
        f"        - heading: 第{number}号事项落实较慢\n"
        f"          measures: [逐项梳理第{number}号事项，专题研究3次。, 组织培训2场，修订《第{number}号办法》。]\n"
        for number in range(first, first + 10)
    )
    return f"    - heading: 第{first}类问题\n      issues:\n{''.join(told)}"


def read(issues: int) -> Callable[[], object]:
    return lambda: bulletin_gen.load_spec(text(issues))


def compose(issues: int) -> Callable[[], object]:
    spec = bulletin_gen.load_spec(text(issues))
    return lambda: bulletin_gen.compose(spec)


def check(issues: int) -> Callable[[], object]:
    spec = bulletin_gen.load_spec(text(issues))
    return lambda: bulletin_gen.check(spec)


def write_docx(issues: int) -> Callable[[], object]:
    document = bulletin_gen.compose(bulletin_gen.load_spec(text(issues)))
    return lambda: bulletin_gen.render_document(document, ("docx",))


def write_pdf(issues: int) -> Callable[[], object]:
    document = bulletin_gen.compose(bulletin_gen.load_spec(text(issues)))
    fonts = bulletin_gen.find_fonts(GBT9704, [folder_of_faces()], system=False, packaged=False)
    return lambda: bulletin_gen.render_document(document, ("pdf",), fonts=fonts)


def read_again(issues: int) -> Callable[[], object]:
    printed = bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(text(issues))))
    return lambda: bulletin_gen.read_text(printed)


@pytest.mark.parametrize("step", [read, compose, check, write_docx, write_pdf, read_again])
def test_four_times_the_issues_take_four_times_the_calls(step: Callable[[int], Callable[[], object]]) -> None:
    step(FEW)()  # what is loaded and remembered at the first goes uncounted

    assert calls(step(MANY)) <= 4.4 * calls(step(FEW))


def test_a_page_of_a_pdf_takes_a_bounded_number_of_calls() -> None:
    write = write_pdf(MANY)
    write()  # what is loaded and remembered at the first goes uncounted
    rendered = write()
    assert isinstance(rendered, bulletin_gen.Rendered)

    assert rendered.pages is not None
    assert calls(write) <= 4_800 * rendered.pages


@pytest.mark.parametrize(("step", "most"), [(read, 320), (compose, 270), (check, 950), (write_docx, 350)])
def test_one_more_issue_takes_a_bounded_number_of_calls(step: Callable[[int], Callable[[], object]], most: int) -> None:
    step(FEW)()  # what is loaded and remembered at the first goes uncounted

    assert calls(step(MANY)) - calls(step(FEW)) <= most * (MANY - FEW)
