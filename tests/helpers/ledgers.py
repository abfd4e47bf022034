"""Ledgers (台账) as offices keep them, made by hand for tests: all offices, problems and figures are invented."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = "str | int | float | date | None"

_TOPICS = ("理论学习", "民主生活会", "项目招标", "公务接待", "资产登记", "档案管理", "支部换届", "值班值守")
_FAULTS = ("不够深入", "走过场", "把关不严", "制度不健全", "底数不清")
_STEPS = ("修订管理办法", "开展专项排查", "组织业务培训", "建立工作台账", "落实定期通报")
_UNITS = ("办公室", "组织科", "财务科", "项目科")
_LEADERS = ("分管领导甲", "分管领导乙", "分管领导丙")
_STATUSES = ("已完成", "正在推进", "长期整改", "基本完成", "未完成")
SECTIONS = ("落实党的理论和路线方针政策方面", "群众身边不正之风方面", "基层党组织建设方面", "上一轮整改方面")


@dataclass(frozen=True)
class Problem:
    """One problem of a made ledger, as it is to be read."""

    name: str
    measures: tuple[str, ...]
    unit: str
    leader: str
    deadline: date
    status: str
    situation: str = ""
    section: str = ""


def problems(count: int = 40, measures: int = 3) -> list[Problem]:
    """Return as many problems, all different, each with as many measures."""
    return [
        Problem(
            name=f"{_TOPICS[at % 8]}{_FAULTS[at // 8 % 5]}",
            measures=tuple(f"{_STEPS[(at + step) % 5]}{step + 1}项，涉及{at + 1}个方面" for step in range(measures)),
            unit=_UNITS[at % 4],
            leader=_LEADERS[at % 3],
            deadline=date(2024, at % 12 + 1, at % 28 + 1),
            status=_STATUSES[at % 5],
            situation=f"已召开专题会议{at + 1}次，制定方案{at % 3 + 1}个。",
            section=SECTIONS[at * 4 // count],
        )
        for at in range(count)
    ]


@dataclass
class Sheet:
    """A sheet to be filled: `put` row by row, `merge` afterwards."""

    sheet: Worksheet
    row: int = 0
    merged: list[str] = field(default_factory=list)

    def put(self, *values: Value) -> int:
        """Write a row below the last; return its number."""
        self.row += 1
        for column, value in enumerate(values, start=1):
            if value is not None:
                cell = self.sheet.cell(self.row, column, value)
                if isinstance(value, date):
                    cell.number_format = 'yyyy"年"m"月"d"日"'
        return self.row

    def merge(self, first: int, last: int, columns: Iterable[int]) -> None:
        for column in columns:
            self.sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)

    def across(self, text: str, columns: int) -> None:
        row = self.put(text)
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def sheet_of(*rows: Sequence[Value], merged: Iterable[str] = (), name: str = "台账") -> bytes:
    """Return an XLSX with one sheet of these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    filled = Sheet(sheet)
    for row in rows:
        filled.put(*row)
    for span in merged:
        sheet.merge_cells(span)
    return saved(book)


def _new(title: str) -> tuple[Workbook, Sheet]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    return book, Sheet(sheet)


def merged_ledger(given: Sequence[Problem]) -> bytes:
    """(a) A row a measure, the other cells of a problem merged; titles above, a sum and signatures below."""
    book, sheet = _new("整改台账")
    sheet.across("临江区民政局巡察反馈问题整改台账", 9)
    sheet.across("填报单位：临江区民政局（截至2024年12月20日）", 9)
    sheet.put("序号", "反馈问题", "整改措施", "责任领导", "责任单位", "整改时限", "整改情况", "整改状态", "备注")
    for number, problem in enumerate(given, start=1):
        first = sheet.row + 1
        rest = (problem.leader, problem.unit, problem.deadline, problem.situation, problem.status)
        for at, measure in enumerate(problem.measures):
            lead = (number, problem.name) if at == 0 else (None, None)
            sheet.put(*lead, measure, *(rest if at == 0 else (None,) * 5))
        sheet.merge(first, sheet.row, (1, 2, 4, 5, 6, 7, 8, 9))
    sheet.put("合计", f"{len(given)}个问题")
    sheet.across("主要负责人（签字）：　　　　　　填表人：", 9)
    return saved(book)


def old_sheet_rows(given: Sequence[Problem]) -> list[list[Value]]:
    """(b) A sheet as Excel 97 has it: several measures in a cell, counted 1. 2., dates as text."""
    head: list[Value] = ["编号", "存在问题", "整改任务", "责任领导", "牵头单位", "完成时限", "进展情况", "是否完成"]
    return [
        ["南屏县水务站问题整改清单"],
        head,
        *(
            [
                number,
                f"{number}.{problem.name}。",
                "\n".join(f"{at}.{measure}；" for at, measure in enumerate(problem.measures, start=1)),
                problem.leader,
                problem.unit,
                f"{problem.deadline:%Y.%m.%d}" if number % 2 else problem.deadline,
                problem.situation,
                {"已完成": "是", "未完成": "否"}.get(problem.status, problem.status),
            ]
            for number, problem in enumerate(given, start=1)
        ),
    ]


def csv_ledger(given: Sequence[Problem], mark: str = ",") -> str:
    """(c) A text as a program saves it: merged cells are empty but the first, and 序号 is missing."""
    rows = [["问题", "具体措施", "责任人", "责任部门", "整改期限", "整改进展", "销号情况"]]
    for problem in given:
        rest = [problem.leader, problem.unit, f"{problem.deadline:%Y-%m-%d}", problem.situation, problem.status]
        for at, measure in enumerate(problem.measures):
            rows.append([problem.name if at == 0 else "", measure, *(rest if at == 0 else [""] * 5)])
    return "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows) + "\r\n"


def two_row_ledger(given: Sequence[Problem]) -> bytes:
    """(d) A header of two rows, the section a merged column, measures 一是…二是… in one cell."""
    book, sheet = _new("Sheet1")
    sheet.across("青禾县林业工作站巡察整改工作台账", 9)
    sheet.put("序号", "方面", "反馈意见", "整改措施", "整改责任", None, None, "整改结果", None)
    sheet.put(None, None, None, None, "责任领导", "责任单位", "完成时限", "整改成效", "整改状态")
    sheet.merge(2, 3, (1, 2, 3, 4))
    sheet.sheet.merge_cells("E2:G2")
    sheet.sheet.merge_cells("H2:I2")
    begun: dict[str, int] = {}
    for number, problem in enumerate(given, start=1):
        is_new = problem.section not in begun
        said = "".join(f"{'一二三四五'[at]}是{measure}；" for at, measure in enumerate(problem.measures))
        rest = (problem.leader, problem.unit, problem.deadline, problem.situation, problem.status)
        row = sheet.put(number, problem.section if is_new else None, problem.name, f"{said[:-1]}。", *rest)
        begun.setdefault(problem.section, row)
    ends = [*(row - 1 for row in list(begun.values())[1:]), sheet.row]
    for first, last in zip(begun.values(), ends, strict=True):
        sheet.merge(first, last, (2,))
    return saved(book)


def across_ledger(given: Sequence[Problem]) -> bytes:
    """(e) Sections as rows across, a 序号 of 1.1 for measures, what was done said of each measure."""
    book, sheet = _new("台账")
    sheet.put("序号", "存在问题", "整改措施", "责任单位", "责任领导", "完成时限", "整改情况", "是否销号", "配合单位")
    section = ""
    numbers = iter("一二三四五六七八九")
    for number, problem in enumerate(given, start=1):
        if problem.section != section:
            section = problem.section
            sheet.across(f"{next(numbers)}、{section}", 9)
        for at, measure in enumerate(problem.measures, start=1):
            is_first = at == 1
            sheet.put(
                number if is_first else f"{number}.{at - 1}",
                problem.name if is_first else None,
                f"（{at}）{measure}",
                problem.unit if is_first else None,
                problem.leader if is_first else None,
                problem.deadline if is_first else None,
                f"第{at}项已于{at}月办结。",
                problem.status if is_first else None,
                "监督科" if is_first else None,
            )
    sheet.across("说明：本台账由青禾县供销社填报", 9)
    return saved(book)


def with_parts(xlsx: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return an XLSX with some parts replaced or added."""
    import zipfile

    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return changed.getvalue()
