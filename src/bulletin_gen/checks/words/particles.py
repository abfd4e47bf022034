"""Rules on 的, 地 and 得."""

import re

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.rule import Rule, on
from bulletin_gen.checks.sources import DICTIONARY
from bulletin_gen.finding import Severity

_DO = (
    "推进|推动|完善|加强|提高|提升|落实|解决|改进|增强|发挥|执行|"
    "贯彻|履行|维护|保障|促进|改善|规范|整改|遏制|防范|化解|压实|夯实"
)
_MANNER = "有力|有效|扎实|积极|认真|严格|深入|充分|全面|及时|迅速|顺利|稳步|有序|极大|大力|明显|显著|进一步"
_VERBAL = "推进|推动|完善|加强|提高|提升|落实|解决|改进|增强|发挥|执行|贯彻|履行|维护|促进|压实|夯实"
_ADVERB = "不断|逐步|逐渐|坚决|自觉|稳步|如期|大力|进一步"
_DONE = "取得|开展|落实|做|抓|进行|完成|发挥|执行|贯彻|推进|整改|学|改|管|掌握|理解"
_VERY = "很|非常|十分|比较|相当|较|更|不够|还不够|越来越|特别|不"
_HOW = "好|扎实|到位|顺利|彻底|深入|及时|充分|全面|认真|细致|严格|快|实|透|不错|牢"


@on(
    "words/de-before-verb",
    Severity.WARNING,
    title="动词前面的“地”写成了“的”",
    why="修饰动词、形容词的状语后面用“地”，修饰名词的定语后面用“的”。",
    source=DICTIONARY,
    wrong=("有力的推动了整改工作。", "要不断的完善各项制度。", "扎实的推进各项整改。"),
    right=(
        "有力地推动了整改工作。",
        "起到有力的推动作用。",
        "在不断的完善中发展。",
        "提供切实的保障体系，有逐步的提升空间。",
    ),
)
@each_match(
    f"(?:(?:{_MANNER})的(?:{_DO})(?:了|(?=各[项类]|上级|全[县区市镇局]))|(?:{_ADVERB})的(?:{_VERBAL})(?=[一-鿿])(?!中|过程|下|之|者|和|与|是|的|作用|措施|办法|机制|方案|计划|空间|力度|效果|成效|体系|路径|思路))"
)
def de_before_verb(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“的”应为“地”", "动词前的状语用“地”"


@on(
    "words/de-before-degree",
    Severity.WARNING,
    title="补语前面的“得”写成了“的”",
    why="动词后面说明程度、结果的补语，前面用“得”。",
    source=DICTIONARY,
    wrong=("各项工作开展的很顺利。", "主题教育抓的不够扎实，效果一般。"),
    right=("各项工作开展得很顺利。", "总结推广做的比较好的单位的经验。", "取得的较好成绩。"),
)
@each_match(f"(?:{_DONE})的(?:{_VERY})(?:{_HOW})(?=[，。；、”！]|$)")
def de_before_degree(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“的”应为“得”", "补语前用“得”"


@on(
    "words/di-before-noun",
    Severity.WARNING,
    title="名词前面的“的”写成了“地”",
    why="修饰名词的定语后面用“的”。",
    source=DICTIONARY,
    wrong=("为发展打下坚实地基础。", "取得了显著地成效。"),
    right=("打下坚实的基础。", "占有重要地位。", "显著地改善了环境。"),
)
@each_match(
    "(?:坚实|良好|重要|重大|广泛|深厚|浓厚|宝贵|显著|明显|强大|可靠|有力)地"
    "(?:基础(?!设施)|保障(?![了和])|成效|效果|氛围|作用(?!于)|意义|影响力|经验|成绩|环境|条件)",
)
def di_before_noun(match: re.Match[str]) -> Said:
    if match[0].startswith("有力地保障"):  # 有力地保障群众利益
        return None
    return f"“{match[0]}”的“地”应为“的”", "名词前的定语用“的”"


PARTICLES: tuple[Rule[Manuscript], ...] = (
    de_before_verb,
    de_before_degree,
    di_before_noun,
)
