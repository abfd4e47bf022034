"""Every key that a profile may hold: what it is called, which values of the style it sets, and what it allows."""

from collections.abc import Callable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

from bulletin_gen.frozen import frozen
from bulletin_gen.profile.value_kinds import (
    ENGINE,
    FACE_KIND,
    FACE_NAME,
    PLACE,
    YES_OR_NO,
    FontSize,
    Measure,
    NumberForm,
    count,
    millimetres,
    points,
    points_in_twips,
)
from bulletin_gen.style import GBT9704, HEADING_ROLES, FaceRole, Style, TextRole

_BODY = GBT9704.text[TextRole.BODY]


@frozen
class Key:
    """One key. All of `paths` get the value that was typed, or one each where the measure gives a tuple.

    `converted`, if given, makes the field's value of the style so far and what was typed.
    """

    group: str
    name: str
    paths: tuple[str, ...]
    measure: Measure
    converted: Callable[[Style, Any], Any] | None = None

    @property
    def path(self) -> str:
        return f"{self.group}.{self.name}"


def _key(group: str, name: str, path: str, measure: Measure) -> Key:
    return Key(group, name, (path,), measure)


def _face(group: str, role: TextRole, name: str = "字体") -> Key:
    return _key(group, name, f"text.{role.name}.face", FACE_KIND)


def _size(group: str, role: TextRole, low: float, high: float, name: str = "字号") -> Key:
    return _key(group, name, f"text.{role.name}.size_pt", FontSize(low, high))


def _bold(group: str, role: TextRole) -> Key:
    return _key(group, "加粗", f"text.{role.name}.bold", YES_OR_NO)


def _kind(role: FaceRole) -> Key:
    return _key("字体", role.value, f"face_names.{role.name}", FACE_NAME)


def _text_width(style: Style, right_mm: float) -> float:
    return round(style.page.width_mm - style.page.left_mm - right_mm, 6)


def _text_height(style: Style, bottom_mm: float) -> float:
    return round(style.page.height_mm - style.page.top_mm - bottom_mm, 6)


# 5.2.2: all elements are in 3号仿宋 unless something else is said of them; so these follow the body text.
BODY_FACE_PATHS = tuple(
    f"text.{role.name}.face"
    for role in TextRole
    if (GBT9704.text[role].face, GBT9704.text[role].size_pt) == (_BODY.face, _BODY.size_pt)
)
BODY_SIZE_PATHS = tuple(f"text.{role.name}.size_pt" for role in TextRole if GBT9704.text[role].size_pt == _BODY.size_pt)

LINE_PITCH, ROWS, COLUMNS = "正文.行距", "正文.每面行数", "正文.每行字数"

# Applied in this order: what is said of one element goes before what is said of all.
_KEYS = (
    *(_kind(role) for role in FaceRole),
    _key("页面", "上白边", "page.top_mm", millimetres(20, 60)),
    _key("页面", "左白边", "page.left_mm", millimetres(15, 50)),
    Key("页面", "下白边", ("page.text_height_mm",), millimetres(20, 60), _text_height),
    Key("页面", "右白边", ("page.text_width_mm",), millimetres(15, 50), _text_width),
    Key("正文", "字体", BODY_FACE_PATHS, FACE_KIND),
    Key("正文", "字号", BODY_SIZE_PATHS, FontSize(12, 18)),
    _key("正文", "行距", "grid.line_pitch_twips", points_in_twips(15, 60, "行距")),
    _key("正文", "每面行数", "grid.rows", count("行", 10, 40, "每面行数")),
    _key("正文", "每行字数", "grid.columns", count("字", 15, 45, "每行字数")),
    _key("排版", "软件", "grid.engine", ENGINE),
    _key("正文", "首行缩进", "paragraph.first_line_cells", count("字", 0, 4, "缩进")),
    _face("标题", TextRole.TITLE),
    _size("标题", TextRole.TITLE, 14, 36),
    _key("标题", "下空行", "paragraph.rows_below_title", count("行", 0, 3, "空行")),
    _key("标题", "版头下空行", "head.rows_above_title", count("行", 0, 5, "空行")),
    _face("主送机关", TextRole.RECIPIENTS),
    *chain.from_iterable((_face(role, role), _bold(role, role)) for role in HEADING_ROLES),
    _face("署名", TextRole.SIGNATURE),
    _key("署名", "上空行", "paragraph.rows_above_signature", count("行", 0, 5, "空行")),
    _key("署名", "右空", "paragraph.signature_right_cells", count("字", 0, 8, "空字")),
    _face("成文日期", TextRole.ISSUE_DATE),
    _key("成文日期", "比署名右移", "paragraph.date_offset_cells", count("字", 0, 6, "空字")),
    _key("加盖印章", "日期右空", "seal.date_right_cells", count("字", 0, 8, "空字")),
    _key("加盖印章", "署名上空行", "seal.rows_above_signature", count("行", 0, 5, "空行")),
    _face("页码", TextRole.PAGE_NUMBER),
    _size("页码", TextRole.PAGE_NUMBER, 9, 18),
    _key("页码", "位置", "page_number.place", PLACE),
    _key("页码", "左右空", "page_number.side_cells", count("字", 0, 4, "空字")),
    Key("页码", "样式", ("page_number.before", "page_number.after"), NumberForm()),
    _key("页码", "首页显示", "page_number.on_first_page", YES_OR_NO),
    _key("页码", "距版心", "page_number.below_text_mm", millimetres(3, 20)),
    _face("版头", TextRole.ORGAN_MARK, "标志字体"),
    _size("版头", TextRole.ORGAN_MARK, 22, 90, "标志字号"),
    _key("版头", "标志距版心", "head.mark_below_text_top_mm", millimetres(0, 80)),
    _face("版头", TextRole.COPY_NUMBER, "份号字体"),
    _face("版头", TextRole.SECRECY, "密级字体"),
    _face("版头", TextRole.DOCUMENT_NUMBER, "发文字号字体"),
    _face("版头", TextRole.SIGNER, "签发人字体"),
    _key("版头", "发文字号上空行", "head.rows_above_number", count("行", 0, 5, "空行")),
    _key("版头", "左右空", "head.side_cells", count("字", 0, 4, "空字")),
    _key("版头", "红线距发文字号", "head.rule_below_number_mm", millimetres(1, 10)),
    _key("版头", "红线粗细", "head.rule_mm", millimetres(0.1, 3)),
    _face("附件", TextRole.ATTACHMENT_NOTE, "说明字体"),
    _key("附件", "说明上空行", "attachment.rows_above_note", count("行", 0, 3, "空行")),
    _key("附件", "说明左空", "attachment.note_cells", count("字", 0, 4, "空字")),
    _face("附件", TextRole.ATTACHMENT_LABEL, "顺序号字体"),
    _face("附件", TextRole.ATTACHMENT_TITLE, "标题字体"),
    _size("附件", TextRole.ATTACHMENT_TITLE, 14, 36, "标题字号"),
    _key("附件", "标题所在行", "attachment.title_row", count("行", 2, 5, "行数")),
    _face("附注", TextRole.NOTE),
    _face("表格", TextRole.TABLE_HEAD, "表头字体"),
    _size("表格", TextRole.TABLE_HEAD, 9, 16, "表头字号"),
    _face("表格", TextRole.TABLE_CELL, "正文字体"),
    _size("表格", TextRole.TABLE_CELL, 9, 16, "正文字号"),
    _key("表格", "行距", "table.line_pitch_pt", points(12, 40, "行距")),
    _key("表格", "线粗细", "table.rule_mm", millimetres(0.05, 2)),
    _face("版记", TextRole.COLOPHON),
    _size("版记", TextRole.COLOPHON, 10.5, 16),
    _key("版记", "粗线", "colophon.thick_rule_mm", millimetres(0.1, 2)),
    _key("版记", "细线", "colophon.thin_rule_mm", millimetres(0.1, 2)),
    _key("版记", "左右空", "colophon.side_cells", count("字", 0, 4, "空字")),
)
KEYS: Mapping[str, Key] = MappingProxyType({key.path: key for key in _KEYS})
GROUPS = tuple(dict.fromkeys(key.group for key in _KEYS))


def keys_of(group: str) -> dict[str, Key]:
    """Return the keys of one group by name."""
    return {key.name: key for key in _KEYS if key.group == group}
