"""Whatever stands in a text, a rule on marks, numbers, units or white space reads it and quotes what is there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.table import TEXT_RULES
from bulletin_gen.document import Document, Heading, Paragraph, Signature, Table, TableRow
from bulletin_gen.properties import Properties
from bulletin_gen.spans import spanned

GROUPS = {"marks", "numbers", "units", "spaces"}
CHARACTERS = (
    "“”‘’（）()〔〕《》〈〉【】，。、；：？！,.;:\"'…—-~·• \u3000\t\u00a0\u200b0123１整改巡察一二三十百千"
    "万亿年月日时分元个次约近超过以上左右等和与及并第两〇零是平米方%人/每km&;�\ue5e5⼀黨\x07不少于至少占比率的情况"
)
BLOCKS = (
    Paragraph(spanned("甲")),
    Heading(1, 0, (), spanned("甲"), spanned("乙")),
    Heading(1, 0, (), spanned("甲")),
    Table(TableRow((spanned("甲"),)), (1.0,), ()),
    Signature((spanned("甲"),), ()),
    None,
)
passages = st.builds(Passage, st.text(CHARACTERS, max_size=60), block=st.sampled_from(BLOCKS))


@settings(max_examples=200, deadline=None)
@given(st.lists(passages, max_size=4).map(tuple))
def test_any_text_is_read_and_what_is_told_is_there(read: tuple[Passage, ...]) -> None:
    manuscript = Manuscript(Document(Properties("", ""), ()), read)
    told = [finding for rule in TEXT_RULES if rule.group in GROUPS for finding in rule.findings(manuscript)]

    for finding in told:
        assert finding.quote is not None
        assert 0 <= finding.quote.start < finding.quote.end <= len(finding.quote.paragraph)
        assert finding.instead != finding.quote.words
