"""Rules on marks and words of secrecy."""

import re
from collections.abc import Callable, Iterator

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.finding import Severity
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.text.regex import Regex

_SECRECY = "《中华人民共和国保守国家秘密法》"
_INTERNAL = Regex(
    "内部(?:资料|文件|材料)[，\\s]{0,2}(?:注意|请勿|不得|严禁|妥善)(?:保存|外传|公开|传阅|保管)|(?:请勿|严禁|切勿)外传|内部掌握(?!的)|仅供内部(?:参考|使用|掌握|传阅)"
    "|阅后(?:即焚|收回|销毁|退回)|(?:此件|本件|此条|本条|此段|该段|以上内容|上述内容)(?:不|不得|不宜|不予|暂不)(?:对外)?公开"
    "|（(?:不得|不宜|请勿|暂不)(?:对外)?公开）|此件发至[县团处科][^，。）]{0,2}级|（注意保密）"
)
_SECRET = Regex("(?:绝密|机密|秘密)[★☆](?:\\d{1,2}[年个]?月?|长期)?|^\\s{0,9}(?:绝密|机密|秘密)\\s{0,9}$")


def _unless_issued(look: Callable[[Manuscript], Iterator[Hit]]) -> Callable[[Manuscript], Iterator[Hit]]:
    """Make a function pass over issued documents, which may be secret: they are not what the public reads."""

    def looked(manuscript: Manuscript) -> Iterator[Hit]:
        is_issued = manuscript.spec is not None and manuscript.spec.bulletin.form is OutputForm.ISSUED
        return iter(()) if is_issued else look(manuscript)

    return looked


@on(
    "publication/classified",
    Severity.ERROR,
    title="公开文字带有密级标志",
    why="带密级的文件不得公开；先依法解密，再删去标志。",
    source=_SECRECY,
    wrong=("机密★1年\n关于巡察整改情况的通报", "此件为秘密★文件。"),
    right=(
        "保守国家秘密，严格机密文件管理。",
        "秘密★1年\n中共青禾县水务局党组文件\n青水党组〔2025〕3号\n关于巡察整改情况的通报\n根据统一部署，开展了巡察。",
    ),
)
@_unless_issued
def classified(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield a hit for each mark of secrecy."""
    for passage, match in manuscript.finds(_SECRET):
        yield Hit(passage, f"“{match[0]}”是密级标志", "未经解密不得公开", *match.span())


@on(
    "publication/internal",
    Severity.WARNING,
    title="公开文字里有内部用语",
    why="“内部掌握”“不得外传”等说明这份文字或这一段不能公开。",
    source=_SECRECY,
    wrong=("内部资料，注意保存。", "该项标准内部掌握。", "（此件不公开）"),
    right=("完善内部管理，公开办事流程。", "依法不得公开的信息除外。", "要求谈话人注意保密。"),
)
@_unless_issued
@each_match(_INTERNAL.pattern)
def internal(match: re.Match[str]) -> Said:
    return f"“{match[0].strip('（）')}”是内部用语", "请核对这一段能否公开，能公开的删去这几个字"


SECRETS: tuple[Rule[Manuscript], ...] = (
    classified,
    internal,
)
