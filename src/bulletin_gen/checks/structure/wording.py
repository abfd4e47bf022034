"""Rules on sentences across a text: one that comes twice, and one that points to what nobody named."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from bulletin_gen.checks.facts.figures import Figure, figures_of
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.outline import outline, text_passages
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.labels import leading_listed
from bulletin_gen.text.regex import Regex

_LEAST = 26  # characters of a sentence that nobody writes twice by chance
_MOST = 4  # clauses that may be so long together
_CLAUSES = Regex("[^。；：！？]+")
_COMMA = Regex("[^，]+，?")
_TITLES = Regex("《[^《》]*》|“[^“”]*”")
_SET_PHRASE = Regex("习近平|党的(?:十|二十)|中央八项规定|监督。?如有|全面从严治党")


class _Piece(NamedTuple):
    passage: Passage
    start: int
    end: int


def _sentences(passage: Passage) -> Iterator[_Piece]:
    """Yield the sentences that are long enough to be known again, without the labels that they begin with."""
    for sentence in _CLAUSES.finditer(passage.text):
        words = sentence[0]
        if len(words) < _LEAST:
            continue
        words = words.lstrip()
        listed = leading_listed(words)
        length = len(listed.rest if listed else words)
        if length >= _LEAST:
            yield _Piece(passage, sentence.end() - length, sentence.end())


def _begun_alike(sentences: Sequence[_Piece]) -> list[_Piece]:
    """Return those that begin with the same words as another."""
    beginnings = [one.passage.text[one.start : one.start + _LEAST] for one in sentences]
    count = Counter(beginnings)
    return [one for one, beginning in zip(sentences, beginnings, strict=True) if count[beginning] > 1]


def _first_clauses(sentence: _Piece) -> _Piece | None:
    """Return the first clauses of a sentence, as many as are long enough to be known again; None where none are."""
    passage, start, end = sentence
    ends = (clause.end() for clause in islice(_COMMA.finditer(passage.text, start, end), _MOST))
    return next((_Piece(passage, start, at) for at in ends if len(_bare(passage.text[start:at])) >= _LEAST), None)


def _bare(text: str) -> str:
    """Return what is said beside titles and quotations."""
    return _TITLES.sub("", text).rstrip("，")


@on(
    "structure/sentence-repeated",
    Severity.ADVICE,
    title="同一句话在两处一字不差",
    why="两个问题用同一句话回应，像是照抄；可以合并，或者各写各的做法。",
    source="公文惯例",
    wrong=(
        "1.关于“指导不力”问题。全年由党建专干陪同指导员至少一次列席企业党支部的集中学习，提出改进建议。\n"
        "2.关于“资料不实”问题。全年由党建专干陪同指导员至少一次列席企业党支部的集中学习，规范填写记录。",
    ),
    right=(
        "1.关于“指导不力”问题。全年由党建专干陪同指导员列席企业党支部的集中学习。\n2.关于“资料不实”问题。逐月抽查学习记录，规范填写。",
    ),
)
def sentence_repeated(manuscript: Manuscript) -> Iterator[Hit]:
    seen: dict[str, Passage] = {}
    headings = {(id(entry.passage), entry.start) for entry in outline(manuscript)}
    sentences = [sentence for passage in text_passages(manuscript) for sentence in _sentences(passage)]
    for passage, start, end in filter(None, map(_first_clauses, _begun_alike(sentences))):
        words = passage.text[start:end].rstrip("，")
        first = seen.setdefault(words, passage)
        if first is not passage and not _SET_PHRASE.search(words) and (id(passage), start) not in headings:
            message = f"与{first.place}的话一字不差"
            yield Hit(passage, message, "请改写或合并", start, start + len(words))


_THAT = Regex("(?:该|上述|前述)$")
_EVENTS = frozenset("笔起件次")  # what is counted, not named one by one
_ALL_OF_THEM = Regex("(?:项目|问题|案件|线索|合同)(?:均|都)")  # 6个项目均因…, where the text begins


@on(
    "structure/no-antecedent",
    Severity.ADVICE,
    title="“该两笔”“6个项目均…”前面没有说过",
    why="“该”“上述”“均”要有所指；前面没有出现过这个数目，读者不知道说的是什么。",
    source="前后文",
    wrong=(
        "对全镇58笔接待费逐笔复查，除该两笔费用外没有再查出差错。",
        "1.关于“项目停滞”问题的整改情况：6个项目均因资金链断裂暂停，已终止协议。",
    ),
    right=(
        "巡察指出两笔报销超标准。对36笔差旅报销开展自查，除该两笔外未发现其他问题。",
        "查处案件3起，该3起案件均已办结。",
        "清理停滞项目6个。\n1.关于“项目停滞”问题的整改情况：6个项目均因资金链断裂暂停，已终止协议。",
    ),
)
def no_antecedent(manuscript: Manuscript) -> Iterator[Hit]:
    bodies = {(id(entry.passage), entry.end + len(entry.end_mark)) for entry in outline(manuscript)}
    everywhere: set[tuple[Fraction, str]] = set()
    is_all_told = bool(manuscript.for_any_of(_ALL_OF_THEM))
    for passage in manuscript.passages if is_all_told else manuscript.for_any_of(_THAT):
        here: set[tuple[Fraction, str]] = set()
        for figure in figures_of(passage):
            named = (figure.value, figure.unit)
            match = _THAT.search(figure.before) if figure.unit in _EVENTS else None
            if match and named not in here:
                yield _unnamed(figure, figure.start - len(match[0]))
            opens = (id(passage), figure.start) in bodies
            if opens and _ALL_OF_THEM.match(figure.after) and named not in everywhere:
                yield _unnamed(figure, figure.start)
            here.add(named)
            everywhere.add(named)


def _unnamed(figure: Figure, start: int) -> Hit:
    words = figure.passage.text[start : figure.end]
    message = f"前面没有说过“{figure.words}”，“{words}”所指不明"
    return Hit(figure.passage, message, "请在前面写明数目和所指的事项", start, figure.end)


_REPORT = "报告"
_TO_THE_PUBLIC = Regex("(?:予以)?(?:公布|通报)(?=[。：]|如下)|欢迎[^。；]{0,20}监督")
_REPORTED = (
    "中共青禾县柳塘镇委员会关于巡察整改情况的报告\n\n中共青禾县委：\n"
    "5月28日，县委第二巡察组反馈了意见。现将巡察整改情况{said}。\n{ending}"
)


@on(
    "structure/report-published",
    Severity.WARNING,
    title="写给上级的报告里有“予以公布”“欢迎监督”",
    why="报告是写给上级机关的，写“现将……情况报告如下”；“予以公布”“欢迎监督”是对群众说的，用于公开的通报。",
    source="《党政机关公文处理工作条例》第八条",
    wrong=(
        _REPORTED.format(said="予以公布", ending=""),
        _REPORTED.format(said="通报如下", ending=""),
        _REPORTED.format(said="报告如下", ending="欢迎广大干部群众对巡察整改落实情况进行监督。"),
    ),
    right=(
        _REPORTED.format(said="报告如下", ending="镇务公开栏每季公布一次收支，请群众监督。"),
        _REPORTED.format(said="予以公布", ending="").replace("的报告", "的通报").replace("中共青禾县委：\n", ""),
    ),
)
def report_published(manuscript: Manuscript) -> Iterator[Hit]:
    if manuscript.spec is None or manuscript.spec.bulletin.kind != _REPORT:
        return
    for passage in text_passages(manuscript):
        match = _TO_THE_PUBLIC.search(passage.text)
        if match and ("现将" in passage.text[: match.start()] or match[0].startswith("欢迎")):
            hint = "请写成“现将……情况报告如下”" if "现将" in passage.text else "报告里可以不写这一句"
            yield Hit(passage, f"这是报告，“{match[0]}”是通报里的话", hint, *match.span())


WORDING: tuple[Rule[Manuscript], ...] = (sentence_repeated, no_antecedent, report_published)
