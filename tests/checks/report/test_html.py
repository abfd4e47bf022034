"""Findings as a page to hand on."""

from html.parser import HTMLParser

from bulletin_gen.checks.report.html import findings_html
from bulletin_gen.errors import Problem
from bulletin_gen.finding import Finding, Quote, Severity
from bulletin_gen.where import Where


class Tags(HTMLParser):
    """Counts what is opened and not closed, and names of tags."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


FINDING = Finding(
    "marks/x",
    Severity.WARNING,
    "多了 <、>",
    "请删去",
    Where("通报.yaml", 3, 9),
    "GB/T",
    Quote("前。甲、<b>乙。后", 3, 4),
)


def test_the_sentence_is_quoted_with_its_words_marked_and_nothing_is_markup() -> None:
    page = findings_html([FINDING])

    assert "<blockquote>甲<mark>、</mark>&lt;b&gt;乙。</blockquote>" in page
    assert "第3行第9列：多了 &lt;、&gt;" in page


def test_the_page_is_whole_and_needs_nothing_else() -> None:
    tags = Tags()
    tags.feed(findings_html([FINDING, Finding("spec/x", Severity.ERROR, "甲")], [Problem("读不了")]))

    assert tags.open == []
    assert tags.seen.isdisjoint({"script", "link", "img", "iframe"})


def test_counts_and_what_could_not_be_checked_are_told() -> None:
    page = findings_html([FINDING], [Problem("读不了", where=Where("乙.txt"))])

    assert "<p>警告 1 处。</p>" in page
    assert "没有检查：乙.txt：读不了" in page
    assert "没有发现问题" in findings_html([])
