"""Rules on the names that a bulletin's author typed: a new name of the issuer goes wherever the old one stands.

A text that calls the issuer {{ issuer.short_name }} follows by itself. Only what is certain is told of the others: a
body of the same tier as the issuer that acts at the beginning of a sentence, or has a plan of rectification.
"""

import re
from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Passage
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.spec.samples import with_issues
from bulletin_gen.checks.typed import typed_with
from bulletin_gen.finding import Severity
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.regex import Regex

_TIERS = (
    "镇|乡|街道|苏木",
    "局|厅|办公室|委员会|法院|检察院|中心",
    "开发区|高新区|新区|园区|示范区|产业园",
    "公司|集团|银行",
    "大学|学院|学校|中学|医院",
)
_TIER = "|".join(_TIERS)
_PARTY = "党委|党工委|党组|党总支|工委"
_DOES = "高度重视|召开|成立|将|坚持|把|切实|多次|专题|第一时间|迅速|始终|主动|牢固|严格|深刻|认真|积极|自觉|坚决|先后"
# What the body does whose bulletin this is; another one is told of where it is the object, or behind a comma.
_ACTS = Regex(
    "(?:^|(?<=[。；\n]))(?:下一步，|接下来，|今后，)?"
    f"(?P<name>[\u4e00-\u9fff]{{0,8}}?(?P<place>[\u4e00-\u9fff]{{2}})(?P<tier>{_TIER})(?:{_PARTY}))(?:领导)?(?:班子)?"
    f"(?={_DOES})"
)
# 《中共青禾县云岭镇委员会关于落实反馈意见的整改方案》
_PLANS = Regex(
    f"《(?P<name>中共[\u4e00-\u9fff]{{0,12}}?(?P<place>[\u4e00-\u9fff]{{2}})(?P<tier>{_TIER})(?:工作)?(?:委员会|党组))"
    "关于[^《》]{0,40}整改[^《》]{0,10}方案"
)
# What stands in a text in which either is found, and is found sooner.
_OF_ONE = Regex("|".join([*(f"{body}(?:领导)?(?:班子)?(?:{_DOES})" for body in _PARTY.split("|")), "《中共"]))
_PARTY_BODY = Regex(f"(?:(?:工作)?委员会|{_PARTY})$")
_OF_MANY = Regex("[各全有相该原两另所]")  # 各乡镇党委, 有关镇党委


@on(
    "spec/stale-name",
    Severity.WARNING,
    title="文字里是另一个单位的名称",
    why="改了发文机关的名称，文字里直接写的旧名称不会跟着变，印出来就是两个单位。",
    source="前后文",
    wrong=(
        with_issues("problem: 台账不全, text: 云岭镇党委专题研究台账管理。"),
        with_issues("problem: 台账不全, measures: [印发《中共青禾县云岭镇委员会关于落实反馈意见的整改方案》]"),
    ),
    right=(
        with_issues('problem: 台账不全, text: "{{ issuer.short_name }}专题研究台账管理。"'),
        with_issues(
            "problem: 台账不全, text: 河湾镇党委专题研究台账管理。会同云岭镇党委整治河道。各乡镇党委认真落实。"
        ),
    ),
)
def stale_name(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each name in a text that does what only the issuer does, and is another's."""
    known = _known(spec.bulletin)
    tier = _tier(_PARTY_BODY.sub("", spec.bulletin.issuer.name))
    for path, text in typed_with(spec, _OF_ONE) if tier else ():
        for pattern in (_ACTS, _PLANS):
            for match in pattern.finditer(text):
                is_alike = _tier(match["tier"]) == tier and not _OF_MANY.match(match["name"])
                if is_alike and match["place"] + match["tier"] not in known:
                    message = f"这里是“{match['name']}”，发文机关却是“{spec.bulletin.issuer.name}”"
                    either = " 或 ".join(map(spec.placeholder, ("issuer.short_name", "issuer.name")))
                    hint = f"请核对；就是本单位的，写成 {either}，以后跟着变"
                    yield Hit(Passage(text, spec.where(path)), message, hint, *match.span("name"))


def _known(bulletin: Bulletin) -> str:
    """Return the names of those whose acts a bulletin tells: who issues it, who was inspected."""
    inspection = bulletin.inspection
    feedback = inspection.feedback if inspection else None
    issuer = bulletin.issuer
    told = (inspection.inspected if inspection else None, feedback.to if feedback else None)
    return "\n".join([issuer.name, issuer.short_name, *bulletin.joint_issuers, *filter(None, told)])


def _tier(name: str) -> str:
    """Return the tier that a name belongs to, by the last word in it that says one; nothing where none does."""
    found = {tier: max((match.end() for match in re.finditer(tier, name)), default=0) for tier in _TIERS}
    best = max(found, key=lambda tier: found[tier])
    return best if found[best] else ""


NAMES: tuple[Rule[Spec], ...] = (stale_name,)
