"""Rules on parts that a bulletin's author typed where they do not belong, or that say another thing than their like."""

from collections.abc import Iterator

from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.spec.samples import OPENED, inspected, with_issues
from bulletin_gen.finding import Severity
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.unpublishable import unpublishable

_QUOTED = 12  # characters, to be known again


@on(
    "spec/issued-part-published",
    Severity.ERROR,
    title="公布稿带有密级、份号或版记",
    why="密级、份号、版记只属于印发的文件；带着它们上网公布，就是把不该公开的东西公开了。",
    source="《党政机关公文处理工作条例》第九条",
    wrong=(f"{OPENED}head: {{secrecy: 秘密}}\n", f"{OPENED}colophon: {{copies_to: 县委办}}\n"),
    right=(
        f"{OPENED}form: issued\nhead: {{secrecy: 秘密}}\n",
        f"{OPENED}head: {{document_number: 河党发〔2025〕9号}}\n",
    ),
)
def issued_part_published(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each part that only the issued document may hold."""
    for problem in unpublishable(spec):
        yield Hit(problem.where, problem.message, problem.hint)


@on(
    "spec/doubled",
    Severity.WARNING,
    title="程序会写的字又写了一遍",
    why="序号、“关于……问题”、“统一部署”、“截至”等由程序写；又写了一遍的去掉一遍，请改正，以免以后改动时看不明白。",
    source="本程序的约定",
    wrong=(
        with_issues("problem: 关于“台账不全”的问题"),
        inspected().replace("deployed_by: 县委", "deployed_by: 根据县委统一部署"),
    ),
    right=(with_issues("problem: 台账不全"), inspected()),
)
def doubled_words(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each text that holds what is printed anyway, which was taken off."""
    for found in spec.doubled:
        printed = f"{found.kept[:_QUOTED]}…" if len(found.kept) > _QUOTED else found.kept
        message = f"多写了“{found.taken}”（由程序写或不应有），已去掉，印作“{printed}”"
        if found.taken == found.typed:
            message = f"“{found.typed}”里有由程序写的字，已去掉，印作“{printed}”"
        yield Hit(spec.where(found.path), message, "请照此改正")


@on(
    "spec/team-kind",
    Severity.WARNING,
    title="巡察写成巡视组，或巡视写成巡察组",
    why="中央和省一级是巡视，市县是巡察；所写的种类与组的名称必有一个写错。",
    source="《中国共产党巡视工作条例》",
    wrong=(inspected("kind: 巡视"), inspected("kind: 巡察").replace("县委第二巡察组", "省委第二巡视组")),
    right=(inspected("kind: 巡察"), inspected("kind: 巡视").replace("县委第二巡察组", "省委第二巡视组")),
    on_final=Severity.ERROR,
)
def team_of_another_kind(spec: Spec) -> Iterator[Hit]:
    """Yield a hit when a 巡视组 is said to have done a 巡察, or the other way round."""
    inspection = spec.bulletin.inspection
    other = {"巡察": "巡视组", "巡视": "巡察组"}.get(inspection.kind) if inspection else None
    if inspection and other:
        for field, team in (("team", inspection.team), ("team_short", inspection.team_short)):
            if other in team:
                message = f"{spec.named('kind', 'inspection')}是{inspection.kind}，这里却是{other}"
                yield Hit(spec.where(f"inspection.{field}"), message, "请改正其中一处")


PARTS: tuple[Rule[Spec], ...] = (issued_part_published, team_of_another_kind)
