"""A profile put upon a style, and what follows from it: rows and characters that fit, the title's measure.

What does not fit is refused, never mended in silence: the author asked for something that no page can show.
"""

from collections.abc import Iterator
from dataclasses import replace

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.frozen import frozen
from bulletin_gen.profile.house import Profile
from bulletin_gen.profile.keys import COLUMNS, KEYS, LINE_PITCH, ROWS, Key
from bulletin_gen.profile.style_paths import with_value
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_pt, pt_to_twips
from bulletin_gen.yamltext.tree import in_order

_LEAST_WHITE_MM = 10.0
_LEAST_BELOW_PAGE_NUMBER_MM = 5.0
_CELL_OF_SIZE = (0.94, 1.5)  # how far a character's cell may be from its size: closer touches, wider falls apart
# These stand off the rows of the page.
_OFF_GRID = {TextRole.ORGAN_MARK, TextRole.PAGE_NUMBER, TextRole.COLOPHON, TextRole.DRAFT_MARK}
_IN_TABLE = {TextRole.TABLE_HEAD, TextRole.TABLE_CELL}


@frozen
class _Misfit:
    """What does not fit; the first of `keys` that the profile has is its place."""

    message: str
    hint: str
    keys: tuple[str, ...]

    def place(self, profile: Profile) -> str:
        return next((key for key in self.keys if key in profile.values), "")


def apply_profile(style: Style, profile: Profile) -> Style:
    """Return the style with the values of the profile.

    A line pitch makes as many rows as the text area holds, a number of rows the largest pitch that gives them; a
    number of characters makes the tracking, and otherwise as many characters fit as do. Only a top or left white
    moves the text area, a bottom or right one makes it larger or smaller.

    Raises SpecError with all that does not fit.
    """
    changed = style
    for key in KEYS.values():
        if key.path in profile.values:
            changed = _set(changed, key, profile.values[key.path])
    settled = _settled(changed, profile)
    problems = [_problem(misfit, profile) for misfit in _misfits(changed, settled, profile)]
    if problems:
        raise SpecError(*in_order(problems))
    return settled


def _set(style: Style, key: Key, typed: object) -> Style:
    value = key.converted(style, typed) if key.converted else typed
    values = value if isinstance(value, tuple) else [value] * len(key.paths)
    for path, each in zip(key.paths, values, strict=True):
        style = with_value(style, path, each)
    return style


def _settled(style: Style, profile: Profile) -> Style:
    """Return the style with the values that follow from others."""
    given = profile.values
    pitch, tracking = style.grid.line_pitch_twips, style.grid.tracking_twips
    if ROWS in given and LINE_PITCH not in given:
        pitch = _text_height(style) // style.grid.rows
    if COLUMNS in given:
        tracking = _tracking(style, style.grid.columns)
    grid = replace(style.grid, line_pitch_twips=pitch, tracking_twips=tracking)
    style = replace(style, grid=replace(grid, rows=_text_height(style) // pitch))
    style = replace(style, grid=replace(style.grid, columns=_cells(style, TextRole.BODY)))
    return replace(style, paragraph=replace(style.paragraph, title_cells=_cells(style, TextRole.TITLE)))


def _text_height(style: Style) -> int:
    return pt_to_twips(style.page.text_height_pt)


def _tracking(style: Style, columns: int) -> int:
    """Return the widest tracking, in twips, with which a line holds that many characters; the last has none."""
    spare = style.page.text_width_twips - columns * pt_to_twips(style.body_size_pt)
    return spare // (columns - 1)


def _cells(style: Style, role: TextRole) -> int:
    """Return how many characters of an element fit into a line."""
    tracking = pt_to_twips(style.tracking_pt(role))
    return (style.page.text_width_twips + tracking) // (pt_to_twips(style.text[role].size_pt) + tracking)


def _misfits(asked: Style, settled: Style, profile: Profile) -> Iterator[_Misfit]:
    yield from _white_misfits(settled)
    yield from _row_misfits(asked, settled, profile)
    yield from _column_misfits(asked, profile)
    # One small pitch is too small for many elements; the largest speaks for all.
    by_place = {misfit.place(profile): misfit for misfit in _size_misfits(settled)}
    yield from by_place.values()


def _white_misfits(style: Style) -> Iterator[_Misfit]:
    page = style.page
    sides = (
        ("右白边", page.width_mm - page.right_edge_mm, "左白边"),
        ("下白边", page.height_mm - page.bottom_edge_mm, "上白边"),
    )
    for name, white, opposite in sides:
        if white < _LEAST_WHITE_MM:
            hint = f"请把{opposite}改小，或同时写上{name}"
            yield _Misfit(f"{name}只剩 {white:.4g}毫米", hint, (f"页面.{opposite}",))
    foot = page.height_mm - page.bottom_edge_mm - style.page_number.below_text_mm
    least = _LEAST_BELOW_PAGE_NUMBER_MM
    if mm_to_pt(foot - least) < style.text[TextRole.PAGE_NUMBER].size_pt / 2:
        yield _Misfit(
            f"页码下面不足 {least:g}毫米",
            "请把页码移近版心，或加大下白边",
            ("页码.距版心", "页面.下白边", "页面.上白边"),
        )


def _row_misfits(asked: Style, settled: Style, profile: Profile) -> Iterator[_Misfit]:
    if {ROWS, LINE_PITCH} <= set(profile.values) and asked.grid.rows != settled.grid.rows:
        pitch = KEYS[LINE_PITCH].measure.show(asked.grid.line_pitch_twips)
        message = f"行距 {pitch}时每面排 {settled.grid.rows}行，不是 {asked.grid.rows}行"
        yield _Misfit(message, "行距和每面行数请只写一个", (ROWS,))


def _column_misfits(asked: Style, profile: Profile) -> Iterator[_Misfit]:
    if COLUMNS not in profile.values:
        return
    width, size = asked.page.text_width_pt, asked.body_size_pt
    closest, widest = _CELL_OF_SIZE
    most, fewest = int(width / (size * closest)), -int(-width // (size * widest))
    if not fewest <= asked.grid.columns <= most:
        message = f"每行 {asked.grid.columns}字，字会挤在一起或散开"
        yield _Misfit(message, f"这个字号每行可排 {fewest} 至 {most} 字", (COLUMNS,))


def _size_misfits(style: Style) -> Iterator[_Misfit]:
    """Yield the elements that are larger than their lines, from small to large."""
    for role, text in sorted(style.text.items(), key=lambda item: (item[1].size_pt, item[0] is TextRole.TITLE)):
        in_table = role in _IN_TABLE
        pitch, key = (style.table.line_pitch_pt, "表格.行距") if in_table else (style.grid.line_pitch_pt, LINE_PITCH)
        if role not in _OFF_GRID and text.size_pt > pitch:
            path = f"text.{role.name}.size_pt"
            keys = tuple(item.path for item in KEYS.values() if path in item.paths)
            message = f"{role}字号 {text.size_pt:g}磅大于行距 {pitch:g}磅，字会被切掉"
            yield _Misfit(message, "请加大行距，或减小字号", (*keys, key, ROWS))


def _problem(misfit: _Misfit, profile: Profile) -> Problem:
    return Problem(misfit.message, misfit.hint, profile.places.find(misfit.place(profile)))
