"""Rules on single words, by the lists of templates/terms/ and the office's own."""

from collections.abc import Iterator

from bulletin_gen.checks.listed import listed
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.sources import DICTIONARY, OFFICE_FILE, VARIANTS
from bulletin_gen.checks.terms import Term
from bulletin_gen.finding import Severity


@on(
    "words/typing",
    Severity.ERROR,
    title="错别字",
    why="公文里的错别字损害发文机关的公信力，词典里没有这样的写法。词表见 templates/terms/错别字.tsv。",
    source=DICTIONARY,
    wrong=("区委惯彻落实上级布署。", "建立健全常效机制，防犯廉政风险。"),
    right=("区委贯彻落实上级部署。", "发布署名文章，防犯罪于未然。"),
)
def typing(manuscript: Manuscript) -> Iterator[Hit]:
    return listed(manuscript, "错别字", "“{}”是错别字")


@on(
    "words/variant",
    Severity.ADVICE,
    title="规范不推荐的异形词",
    why="同一个词有几种写法时，公文用国家规范推荐的一种，全文统一。词表见 templates/terms/异形词.tsv。",
    source=VARIANTS,
    wrong=("宏扬优良作风，人材队伍不断壮大。",),
    right=("弘扬优良作风，个人材料已归档。",),
)
def variant(manuscript: Manuscript) -> Iterator[Hit]:
    return listed(manuscript, "异形词", "“{}”不是推荐的写法")


@on(
    "words/office",
    Severity.WARNING,
    title="不是本单位规定的用词",
    why="bulletin-gen.toml 里写了本单位不用这个说法（例中规定“管委会”写“园区管委会”）。没有写的，这一条不起作用。",
    source=OFFICE_FILE,
    wrong=("管委会高度重视。",),
    right=("园区管委会高度重视。",),
    office=Office(preferred={"管委会": "园区管委会"}),
)
def office_words(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield a hit for each wording that the office does not want, unless it is part of the one it does."""
    for wrong, right in manuscript.office.preferred.items():
        term = Term(wrong, right, "", (right,) if wrong in right else ())
        for passage in manuscript.passages:
            start = passage.text.find(wrong) if wrong else -1
            while start >= 0:
                if term.stands_at(passage.text, start):
                    message = f"“{wrong}”不是本单位规定的说法"
                    yield Hit(passage, message, f"请改为“{right}”", start, start + len(wrong))
                start = passage.text.find(wrong, start + len(wrong))


LISTS: tuple[Rule[Manuscript], ...] = (
    typing,
    variant,
    office_words,
)
