"""The blocks of a ledger in; a bulletin with their issues out, in which the rest is still to be filled in."""

from bulletin_gen.readers.ledger.blocks import SectionBlock
from bulletin_gen.readers.ledger.issues import IssueMaker
from bulletin_gen.readers.ledger.told import Told
from bulletin_gen.readers.parse.bulletin import UNKNOWN
from bulletin_gen.spec.model import Bulletin, Contact, ContactField, Feedback, Inspection, Issue, Issuer, Period
from bulletin_gen.spec.rectification import Progress, Results, Section
from bulletin_gen.text.labels import leading_label

_HEADING = "巡察反馈问题整改情况"
_NO_SECTION = "【待补：方面】"


def make_bulletin(sections: list[SectionBlock], maker: IssueMaker, as_of: str | None, told: Told) -> Bulletin:
    """Return the bulletin; `as_of` is the day that the ledger is told of."""
    is_parted = len(sections) > 1 or bool(sections[0].heading)
    made = [_section(block, index, maker, told, is_parted) for index, block in enumerate(sections)]
    issues = [issue for _, inner in made for issue in inner]
    results = Results(
        heading=_HEADING,
        as_of=as_of,
        progress=Progress(rate=True) if all(issue.status for issue in issues) else None,
        sections=[section for section, _ in made if section is not None],
        issues=[] if is_parted else issues,
    )
    return Bulletin(
        issuer=Issuer(name=UNKNOWN),
        inspection=Inspection(
            deployed_by="【待补：由谁部署】",
            team="【待补：巡察组】",
            period=Period(start="【待补：巡察开始日期】", end="【待补：巡察结束日期】"),
            feedback=Feedback(date="【待补：反馈日期】"),
        ),
        results=results,
        contact=Contact(fields=[ContactField(label="联系电话", value="【待补：联系电话】")]),
        issue_date="【待补：成文日期】",
    )


def _section(
    block: SectionBlock, index: int, maker: IssueMaker, told: Told, is_parted: bool
) -> tuple[Section | None, list[Issue]]:
    path = f"results.sections[{index}]" if is_parted else "results"
    issues = [maker.issue(inner, f"{path}.issues[{at}]") for at, inner in enumerate(block.blocks)]
    if not is_parted:
        return None, issues
    for above in block.above:
        told.comment(path, f"上一级标题：{above}")
        told.doubt("heading", block.row, f"标题“{above}”下面还有标题，通报只有一层方面，没有归入字段")
    if not block.heading:
        told.doubt("heading", block.row, "这些问题在台账里不属于哪个方面", "请改正这一方面的“标题”（heading）")
    marked = leading_label(block.heading)
    heading = (marked.rest if marked else block.heading) or _NO_SECTION
    if marked and marked.number != index + 1:
        told.note("heading", block.row, f"“{block.heading}”在通报里排第{index + 1}，序号由程序编")
    return Section(heading=heading, issues=issues), issues
