"""What an author typed that a sentence or a label says as well: 一是 in a measure, 统一部署 in deployed_by.

It is taken off, so that it is not printed twice, and what was is named.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from bulletin_gen.spec.given import Trail, with_texts
from bulletin_gen.spec.inspection import Feedback, Inspection, Publication
from bulletin_gen.spec.model import Bulletin, ContactField, FreePart, Part
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.rectification import Issue, Progress, Results, Section
from bulletin_gen.spec.sign_off import Attachment, Colophon, Head
from bulletin_gen.text.labels import Marked, leading_label, leading_listed, may_be_labelled
from bulletin_gen.text.numerals import Label, list_label, say_label
from bulletin_gen.text.regex import Regex

_Rule: TypeAlias = Callable[[str, Trail], str]

_DEPLOYED_BY = Regex("(?:根据|按照)?(.+?)(?:的?统一部署)?[，,。]?")  # 根据县委统一部署，
_WHOLE_HEADING = Regex('关于[“"](.+)[”"]的?问题(?:的整改情况)?')  # 关于“学习不深”问题的整改情况
_WHOLE_PLAIN = Regex("关于([^“”]+)的问题(?:的整改情况)?")  # 关于学习不深的问题; not 关于解决遗留问题
_PATTERN_BEGINS = ("关于", "“", '"')  # as a problem does that says some of the words that its pattern has
_IN_QUOTES = Regex('“([^“”]+)”|"([^"]+)"')  # “作风漂浮”; not “三会”和“一课”
_ATTACHMENT = Regex(r"附件\s*\d*\s*[：:.．、]\s*")  # 附件1：; not 附件管理
_AS_OF = Regex("截[至止]到?")  # 截至2024年12月20日
_MOST_LABELS = 5  # at the beginning of one text


class Doubled(NamedTuple):
    """A text with what is printed twice, and without."""

    path: str
    typed: str
    kept: str

    @property
    def taken(self) -> str:
        """What was taken off; the whole text where that stood at both its ends."""
        if self.typed.endswith(self.kept):
            return self.typed[: len(self.typed) - len(self.kept)]
        return self.typed.removeprefix(self.kept)


def taken_off(bulletin: Bulletin) -> tuple[Bulletin, tuple[Doubled, ...]]:
    """Return the bulletin without what would be printed twice, and each text that has such a part, in order."""
    found: list[Doubled] = []

    def once(typed: str, path: str, name: str, trail: Trail) -> str:
        rule = _RULES.get((type(trail[-1]), name))
        kept = rule(typed, trail) if rule and typed else typed
        if kept == typed or not (kept or name in _MAY_BE_EMPTY):
            return typed
        found.append(Doubled(path, typed, kept))
        return kept

    return with_texts(bulletin, once), tuple(found)


def _inspection_kind(trail: Trail) -> str:
    inspection = trail[0].inspection if isinstance(trail[0], Bulletin) else None
    return inspection.kind if inspection else "巡察"


def _without_kind(text: str, trail: Trail) -> str:
    return text.removesuffix(_inspection_kind(trail))


def _deployed_by(text: str, _trail: Trail) -> str:
    match = _DEPLOYED_BY.fullmatch(text)
    return match[1] if match else text


def _subject(text: str, trail: Trail) -> str:
    kind = trail[0].kind if isinstance(trail[0], Bulletin) else ""
    return text.removeprefix("现将").removeprefix("关于").removesuffix("予以公布").removesuffix(f"的{kind}")


def _without_end(marks: str) -> _Rule:
    return lambda text, _trail: text.rstrip(marks)


def _without_start(pattern: Regex) -> _Rule:
    def rule(text: str, _trail: Trail) -> str:
        match = pattern.match(text)
        return text[match.end() :].strip() if match else text

    return rule


def _rest(text: str, _trail: Trail) -> str:
    return text.lstrip("，,").rstrip("。")


def _organ(text: str, trail: Trail) -> str:
    suffix = trail[-1].suffix if isinstance(trail[-1], Head) else ""
    return text.removesuffix(suffix)


def _of_labelled(rule: _Rule) -> _Rule:
    """Return a rule that is asked of those texts alone that begin as some label does."""
    return lambda text, trail: rule(text, trail) if may_be_labelled(text) else text


@_of_labelled
def _heading(text: str, trail: Trail) -> str:
    return text if _label_of(trail) is Label.NONE else _unlabelled(text, None, leading_label)


@_of_labelled
def _item_text(text: str, trail: Trail) -> str:
    """An item that has no heading bears its label before its text."""
    item, parent = trail[-1], trail[-2]
    label = _label_of(trail)
    if not isinstance(item, Part) or item.heading or not isinstance(parent, Part) or label is Label.NONE:
        return text
    is_alone = len(parent.items) == 1 and item.number is None
    return _unlabelled(text, list_label(label, None, is_alone=is_alone), leading_listed, leading_label)


@_of_labelled
def _measure(text: str, trail: Trail) -> str:
    """A measure that is said to have no label keeps what it begins with; one alone is said without what it begins
    with, unless it holds a whole list."""
    issue = trail[-1]
    own, is_alone = (issue.measures_label, len(issue.measures) == 1) if isinstance(issue, Issue) else (None, False)
    usual = _style_of(trail, "measures_label")
    if (own or usual) is Label.NONE:
        return text
    return _unlabelled(text, list_label(own, usual, is_alone=is_alone), leading_listed, leading_label)


def _problem(text: str, trail: Trail) -> str:
    text = _heading(text, trail)
    if not text.startswith(_PATTERN_BEGINS):
        return text
    issue = trail[-1]
    pattern = issue.pattern if isinstance(issue, Issue) else None
    pattern = pattern or _style_of(trail, "pattern")
    if pattern is None and (whole := _WHOLE_HEADING.fullmatch(text) or _WHOLE_PLAIN.fullmatch(text)):
        return whole[1]
    if pattern is None or pattern.startswith("关于"):
        text = text.removeprefix("关于")
    if pattern is None or "“…”" in pattern:
        quoted = _IN_QUOTES.fullmatch(text)
        text = (quoted[1] or quoted[2]) if quoted else text
    return text


def _label_of(trail: Trail) -> Label | None:
    """Return the form of label that the last node asks for, itself or through what it stands in."""
    node, parent = trail[-1], trail[-2] if len(trail) > 1 else None
    own: Label | None = getattr(node, "label", None)
    if own is None and isinstance(node, Issue):
        return _style_of(trail, "label")
    if own is None and isinstance(node, Section) and isinstance(parent, Results):
        return parent.section_label
    if own is None and isinstance(parent, Part):
        return parent.items_label
    return own


def _style_of(trail: Trail, name: str) -> Label | None:
    """Return what the results say of the issues of this depth."""
    results = next((node for node in trail if isinstance(node, Results)), None)
    if results is None:
        return None
    style = results.sub_issue_style if isinstance(trail[-2], Issue) else results.issue_style
    value: Label | None = getattr(style, name)
    return value


def _is_list(marked: Marked, printed: Label | None) -> bool:
    """Return whether a text is a list of its own below the label that we print: ①核查；②归档。"""
    try:
        following = say_label(marked.label, marked.number + 1)
    except ValueError:
        return False
    return marked.label is not printed and following in marked.rest


def _unlabelled(text: str, printed: Label | None, *readings: Callable[[str], Marked | None]) -> str:
    """Return a text without the labels that it begins with; a text that is nothing else is kept."""
    for _ in range(_MOST_LABELS):
        marks = (read(form) for read in readings for form in _forms(text))
        marked = next((mark for mark in marks if mark is not None and mark.rest), None)
        if marked is None or _is_list(marked, printed):
            return text
        text = text[len(text) - len(marked.rest) :]
    return text


def _forms(text: str) -> Sequence[str]:
    """Return a text as it was typed and, where that is another, with the marks of labels full-width."""
    widened = text.replace("(", "（").replace(")", "）").replace(":", "：")
    return (text,) if widened == text else (text, widened)


_MAY_BE_EMPTY = frozenset({"type", "rest"})
_RULES: Mapping[tuple[type[Node], str], _Rule] = {
    (Bulletin, "recipients"): _without_start(Regex("主送[：:]")),
    (Inspection, "round"): _without_kind,
    (Inspection, "type"): _without_kind,
    (Inspection, "action"): _without_kind,
    (Inspection, "deployed_by"): _deployed_by,
    (Inspection, "deployment"): _without_end("，,。"),
    (Feedback, "action"): _without_end("，,。；"),
    (Publication, "grounds"): _without_end("，,。、"),
    (Publication, "subject"): _subject,
    (Publication, "verb"): _without_end("。：:"),
    (Results, "as_of"): _without_start(_AS_OF),
    (Results, "heading"): _heading,
    (Progress, "rest"): _rest,
    (Section, "heading"): _heading,
    (Issue, "heading"): _heading,
    (Issue, "problem"): _problem,
    (Issue, "measures"): _measure,
    (Part, "heading"): _heading,
    (Part, "text"): _item_text,
    (FreePart, "heading"): _heading,
    (ContactField, "label"): _without_end("：:"),
    (Attachment, "title"): _without_start(_ATTACHMENT),
    (Head, "organs"): _organ,
    (Head, "signers"): _without_start(Regex("签发人[：:]")),
    (Colophon, "recipients"): _without_start(Regex("主送[：:]")),
    (Colophon, "copies_to"): _without_start(Regex("抄送[：:]")),
    (Colophon, "printing_date"): lambda text, _trail: text.removesuffix("印发"),
}
