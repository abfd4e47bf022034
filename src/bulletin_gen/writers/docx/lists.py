"""The labels of a document -> lists that Word counts: their definitions in numbering.xml, and each label's spot.

All kinds of labels are levels of one list, so that a level begins anew after any higher one, as labels do. A kind that
runs on across its parents is a list of its own, which nothing makes begin anew. A label that does not follow from
those before it (an author's own number) opens a list that starts there. A label that a reviewer changed or remarked on
stays text.

The numbers belong to the styles: a heading's to its own, that of an item of the text to a style of its kind. Whatever
is given such a style in Word gets its number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import groupby

from bulletin_gen.document import Block, Heading, Paragraph
from bulletin_gen.frozen import frozen
from bulletin_gen.spans import Plain, Text, flat
from bulletin_gen.style import HEADING_ROLES, FaceRole, Style, TextRole, heading_role
from bulletin_gen.text.numerals import Label, han_number, label_around, read_label
from bulletin_gen.writers.docx.named_styles import bold, first_line_indent, own_style, style_id, usual_depth
from bulletin_gen.writers.docx.xml import Element, Markup, as_element, qualified, root, w

# Only forms that every program counts alike; ㈠ and ⑴ stay text.
_FORMATS: Mapping[Label, str] = {
    Label.HAN: "chineseCountingThousand",
    Label.HAN_BRACKETS: "chineseCountingThousand",
    Label.DOT: "decimal",
    Label.COMMA: "decimal",
    Label.BRACKETS: "decimal",
    Label.HALF_BRACKETS: "decimal",
    Label.CIRCLE: "decimalEnclosedCircle",
    Label.PROBLEM: "decimal",
    Label.HAN_PROBLEM: "chineseCountingThousand",
    Label.PROBLEM_DOT: "decimal",
    Label.PROBLEM_COMMA: "decimal",
    Label.HAN_PROBLEM_COMMA: "chineseCountingThousand",
    Label.FIRSTLY: "chineseCountingThousand",
    Label.FIRST: "chineseCountingThousand",
}
_MOST_CIRCLES = 20  # Word counts on in plain digits
_MOST_LEVELS = 9
_KEEPS = 2  # keepNext and keepLines, which stand before the number in a heading's style
_NO_LIST = 0  # the id by which a paragraph leaves the list of its style


@frozen
class Kind:
    """Labels that are counted alike: their depth in the outline, their form, and the element whose face they wear."""

    depth: int
    form: Label
    role: TextRole


@frozen
class ListSpot:
    """Where a label stands: the id of its list and the level in it, both as Word counts them.

    `style_id` is that of the style which puts a paragraph just there, empty where none does.
    """

    list_id: int
    level: int
    style_id: str = ""

    @property
    def is_counted(self) -> bool:
        return self.list_id != _NO_LIST


@frozen
class ListStart:
    """A list as used: the definition behind it and, where it does not begin at 1, at which level it starts where."""

    definition: int
    level: int = 0
    start: int | None = None


@frozen
class ListPlan:
    """`spots` are by the index of the block. `definitions` hold the kind of each level; list ids count from 1.

    `styles` are the ids of the styles that carry the numbers of a kind.
    """

    spots: Mapping[int, ListSpot] = field(default_factory=dict)
    definitions: Sequence[Sequence[Kind]] = ()
    lists: Sequence[ListStart] = ()
    styles: Mapping[Kind, str] = field(default_factory=dict)

    def spot_of(self, kind: Kind) -> ListSpot:
        """Return where the style of a kind puts its paragraphs."""
        definition = next(number for number, kinds in enumerate(self.definitions) if kind in kinds)
        return ListSpot(definition + 1, self.definitions[definition].index(kind), self.styles[kind])


@frozen
class _Item:
    block: int
    kind: Kind
    number: int


def plan_lists(blocks: Sequence[Block]) -> ListPlan:
    """Return the lists that print the labels of a document as they are, and where each label stands in them."""
    items = _countable(list(_items(blocks)))
    run_on = _kinds_that_run_on(items)
    levels = sorted(dict.fromkeys(item.kind for item in items if item.kind not in run_on), key=lambda kind: kind.depth)
    apart = dict.fromkeys(item.kind for item in items if item.kind in run_on or item.kind in levels[_MOST_LEVELS:])
    definitions = [definition for definition in (levels[:_MOST_LEVELS], *([kind] for kind in apart)) if definition]
    counters = [_Counter(number, definition) for number, definition in enumerate(definitions)]
    lists = [ListStart(counter.definition) for counter in counters]
    spots = _spots_without_list(blocks, items)
    for item in items:
        counter = next(counter for counter in counters if item.kind in counter.kinds)
        spots[item.block] = counter.counted(item, lists)
    plan = ListPlan(spots, definitions, lists, _styles(definitions))
    by_style = {(spot.list_id, spot.level): spot for spot in map(plan.spot_of, plan.styles)}
    return replace(plan, spots={at: by_style.get((spot.list_id, spot.level), spot) for at, spot in spots.items()})


def numbering_part(plan: ListPlan, style: Style) -> Markup:
    """Return `w:numbering`, the root of numbering.xml."""
    definitions = (_definition(number, kinds, plan, style) for number, kinds in enumerate(plan.definitions))
    lists = (_list(list_id, start) for list_id, start in enumerate(plan.lists, start=1))
    return root("numbering", *definitions, *lists)


def number_styles(styles: Element, plan: ListPlan) -> None:
    """Give `w:styles` the numbers of the plan: those of headings to their styles, the others to styles of their own."""
    for kind in plan.styles:
        spot = plan.spot_of(kind)
        if kind.role in HEADING_ROLES:
            (heading,) = (style for style in styles if style.get(qualified("styleId")) == spot.style_id)
            properties = heading.find(qualified("pPr"))
            assert properties is not None
            properties.insert(_KEEPS, as_element(number_properties(spot)))
        else:
            styles.append(as_element(_item_style(kind, spot)))


def _item_style(kind: Kind, spot: ListSpot) -> Markup:
    """Return the style of the items of one kind: the text's, and a number."""
    name = f"第{han_number(kind.depth + 1)}层条目{kind.form}"
    numbered = w("pPr", number_properties(spot))
    return own_style("paragraph", spot.style_id, name, style_id(TextRole.BODY), w("qFormat"), numbered)


def number_properties(spot: ListSpot) -> Markup:
    """Return what puts a paragraph into a list."""
    return w("numPr", w("ilvl", val=spot.level), w("numId", val=spot.list_id))


def _spots_without_list(blocks: Sequence[Block], items: Sequence[_Item]) -> dict[int, ListSpot]:
    """Return the spots of headings whose label is text, or that have none: they leave the lists of their styles."""
    roles = {item.kind.role for item in items}
    return {
        index: ListSpot(_NO_LIST, 0)
        for index, block in enumerate(blocks)
        if isinstance(block, Heading) and not block.body and heading_role(block.level) in roles
    }


def _styles(definitions: Sequence[Sequence[Kind]]) -> dict[Kind, str]:
    """Return the styles that carry numbers: a heading's those of its usual depth, or the nearest to that."""
    kinds = [kind for definition in definitions for kind in definition]
    made = {kind: f"BulletinItem{number}" for number, kind in enumerate(kinds, 1) if kind.role is TextRole.BODY}
    for level, role in enumerate(HEADING_ROLES, start=1):
        same = [kind for kind in kinds if kind.role is role]
        if same:
            made[min(same, key=lambda kind: abs(kind.depth - usual_depth(level)))] = style_id(role)
    return made


class _Counter:
    """Counts one definition as Word does, and opens a list where a label does not follow from those before it."""

    def __init__(self, definition: int, kinds: Sequence[Kind]) -> None:
        self.definition, self.kinds = definition, kinds
        self._last = [0] * len(kinds)
        self._list_ids = [definition + 1] * len(kinds)

    def counted(self, item: _Item, lists: list[ListStart]) -> ListSpot:
        level = self.kinds.index(item.kind)
        if item.number != self._last[level] + 1:
            lists.append(ListStart(self.definition, level, item.number))
            self._list_ids[level] = len(lists)
        below = len(self.kinds) - level - 1
        self._last[level:] = [item.number, *[0] * below]
        self._list_ids[level:] = [self._list_ids[level]] * (below + 1)
        return ListSpot(self._list_ids[level], level)


def _items(blocks: Sequence[Block]) -> Iterator[_Item]:
    """Yield what has a label. A labelled paragraph stands below the last heading, and below labels of other forms."""
    depth = -1
    open_forms: list[Label] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            depth, open_forms = block.depth, []
            if label := _read(block.label):
                yield _Item(index, Kind(depth, label[0], heading_role(block.level)), label[1])
        elif isinstance(block, Paragraph) and (label := _read(block.label)):
            form = label[0]
            open_forms = open_forms[: open_forms.index(form)] if form in open_forms else open_forms
            open_forms.append(form)
            yield _Item(index, Kind(depth + len(open_forms), form, TextRole.BODY), label[1])


def _read(label: Text) -> tuple[Label, int] | None:
    """Return the form and the number of a label that Word may count; Word does not track what it counts."""
    return read_label(flat(label)) if all(isinstance(span, Plain) for span in label) else None


def _countable(items: Sequence[_Item]) -> list[_Item]:
    """Return the items of those kinds that Word can count as far as they go."""
    highest = {kind: max(item.number for item in same) for kind, same in _by_kind(items)}
    return [
        item
        for item in items
        if item.kind.form in _FORMATS and (item.kind.form is not Label.CIRCLE or highest[item.kind] <= _MOST_CIRCLES)
    ]


def _by_kind(items: Sequence[_Item]) -> Iterable[tuple[Kind, list[_Item]]]:
    kinds = list(dict.fromkeys(item.kind for item in items))
    ordered = sorted(items, key=lambda item: kinds.index(item.kind))
    return [(kind, list(same)) for kind, same in groupby(ordered, key=lambda item: item.kind)]


def _kinds_that_run_on(items: Sequence[_Item]) -> set[Kind]:
    """Return the kinds that count on somewhere across a label of less depth."""
    last: dict[Kind, int] = {}
    parted: set[Kind] = set()
    running = set()
    for item in items:
        if item.kind in parted and item.number == last[item.kind] + 1:
            running.add(item.kind)
        last[item.kind] = item.number
        parted.discard(item.kind)
        parted |= {kind for kind in last if kind.depth > item.kind.depth}
    return running


def _definition(number: int, kinds: Sequence[Kind], plan: ListPlan, style: Style) -> Markup:
    kind_of_list = "multilevel" if len(kinds) > 1 else "singleLevel"
    levels = (_level(level, kind, plan.styles.get(kind, ""), style) for level, kind in enumerate(kinds))
    return w("abstractNum", w("multiLevelType", val=kind_of_list), *levels, abstractNumId=number)


def _level(level: int, kind: Kind, carrier: str, style: Style) -> Markup:
    """Return a level of a list; `carrier` is the id of the style whose paragraphs stand in it."""
    before, after = label_around(kind.form)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=_FORMATS[kind.form]),
        *([w("pStyle", val=carrier)] if carrier else []),
        w("suff", val="nothing"),
        w("lvlText", val=f"{before}%{level + 1}{after}"),
        w("lvlJc", val="left"),
        w("pPr", first_line_indent(style)),
        w("rPr", _label_faces(kind, style), *bold(style.text[kind.role])),
        ilvl=level,
    )


def _label_faces(kind: Kind, style: Style) -> Markup:
    """Return the faces of a label: digits in the Latin face, as in text; ① is Chinese."""
    face = style.face_names[style.text[kind.role].face]
    latin = face if kind.form is Label.CIRCLE else style.face_names[FaceRole.LATIN]
    return w("rFonts", hint="eastAsia", ascii=latin, hAnsi=latin, eastAsia=face, cs=latin)


def _list(list_id: int, used: ListStart) -> Markup:
    starts = [] if used.start is None else [w("lvlOverride", w("startOverride", val=used.start), ilvl=used.level)]
    return w("num", w("abstractNumId", val=used.definition), *starts, numId=list_id)
