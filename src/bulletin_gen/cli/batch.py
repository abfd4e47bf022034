"""`bulletin-gen batch`: many specs in, the files of all of them and a report out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

import bulletin_gen
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.jobs import style_of
from bulletin_gen.cli.options import font_folders, load_pydantic, output_folder, overwrite, way_of_setting
from bulletin_gen.cli.terminal import say
from bulletin_gen.files.kept import folder_of_user

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from bulletin_gen.batch.make import Plan
    from bulletin_gen.batch.record import Record
    from bulletin_gen.batch.task import Outcome, Setting, Task

_HELD_BY_EACH = 16  # tasks that wait for a worker, so that it never does: not while fifty bulletins go to disk either
_HELD_BY_CLUSTER = 256
_MOST_TOLD = 20  # bulletins that failed


@click.command(
    cls=Command,
    name="batch",
    short_help="成批生成：文件夹里的、清单上的，一份有错不影响其余。",
    arguments={"来源…": "通报（.yaml）、文件夹（连同下一级）、通配符、清单（.csv、.xlsx）或台账（.xlsx、.xls）。"},
)
@click.argument("sources", nargs=-1, metavar="[来源…]")
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="通报",
    help="照这一份通报（.yaml）生成多份：每份的不同之处由 --data 的表格填进去。",
)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="表格",
    help="一行一份（.xlsx、.xls、.csv），表头是字段名，如 发文机关.全称、成文日期；“文件名”一列是输出的名字。",
)
@output_folder("“成批生成”", default="成批生成")
@way_of_setting
@font_folders("生成 PDF 时，")
@click.option("--workers", type=click.IntRange(1, 61), metavar="个数", help="同时用几个进程；默认与处理器一样多。")
@click.option("--no-check", is_flag=True, help="不检查内容。")
@overwrite
@click.option(
    "--dask", metavar="地址", help="交给 Dask 集群去做，如：tcp://10.0.0.5:8786；集群里的每台机器都要装本程序。"
)
@click.option("--dry-run", is_flag=True, help="只列出要生成哪些，什么也不写。")
def batch(
    sources: tuple[str, ...],
    template: Path | None,
    data: Path | None,
    folder: Path,
    formats: tuple[str, ...],
    workers: int | None,
    numbering: str | None,
    profile: Path | None,
    engine: str | None,
    packing: bulletin_gen.Packing,
    font_folders: tuple[Path, ...],
    no_check: bool,
    force: bool,
    dask: str | None,
    dry_run: bool,
) -> int:
    """成批生成公文。每份通报的文件写在输出文件夹里，与通报文件同名；文件夹里下一级的，仍在下一级。

    一份通报写错了，不影响其余的；每个文件要么写好，要么没有。做完以后，各份的结果和疑问写在 report.json
    和 report.csv（可用 Excel 打开）里。

    来源可以是文件夹（连同下级文件夹）、通配符、单个的通报、清单（.csv、.xlsx，一列是通报文件的路径）、台账（.xlsx、
    .xls）。一轮巡察的总台账，有“被巡察单位”一列的，一个单位一份；台账里没有的内容写成【待补：…】。

    许多单位用一份通报的，加 --template 和 --data：表格一行一份，每列填一个字段（空格不填），表头写字段名，
    如“发文机关.全称”“成文日期”“整改情况.问题[0].状态”。

    再运行一次，通报、格式、字体和程序都没有变的不再生成。中途停下（Ctrl-C）、断电，再运行一次会接着做。

    退出码：0 都已生成，1 都已生成但有的有疑问，2 有没能生成的。
    """
    from bulletin_gen.batch.workers import load_ahead

    if not (dask or dry_run):
        load_ahead(formats)  # beside what this process loads from here on
    load_pydantic()
    from bulletin_gen.batch.task import Setting

    plans = _plans(sources, template, data, is_checked=not no_check)
    if dry_run:
        return _list(plans, folder, formats)
    kinds = bulletin_gen.Numbering(numbering) if numbering else None
    setting = Setting(formats, style_of(profile, engine), tuple(map(Path.absolute, font_folders)), kinds, packing)
    return _make(plans, setting, folder, force, *_workers(workers, dask))


def _make(
    plans: Sequence[Plan], setting: Setting, folder: Path, force: bool, start: Callable[[], Executor], at_once: int
) -> int:
    """Make the bulletins and say what became of them; return the exit code. `start` and `at_once`: see `run_batch`."""
    from bulletin_gen.batch.make import make_batch
    from bulletin_gen.batch.store import REPORTS, Store

    store, told = Store(folder, force), _Told()
    try:
        with _progress(len(plans)) as advance:
            tell = told.hears(advance)
            make_batch(plans, store, setting, start, at_once, bulletin_gen.__version__, tell)
    except KeyboardInterrupt:
        say(f"已停下：{told.done} 份已经做完，其余的再运行一次会接着做", to_errors=True)
        raise
    told.report()
    say(f"结果和疑问：{folder / REPORTS[0]}、{folder / REPORTS[1]}")
    return told.exit_code


def _plans(sources: Sequence[str], template: Path | None, data: Path | None, is_checked: bool) -> list[Plan]:
    """Return what gives each bulletin. Raises ReadError where it is not either sources or a template with its table."""
    from bulletin_gen.batch.sources import find_specs, task_of
    from bulletin_gen.batch.template import read_rows, task_from

    if bool(template) is not bool(data) or bool(template) is bool(sources):
        hint = "请写成：bulletin-gen batch 文件夹，或 bulletin-gen batch --template 通报.yaml --data 各单位.xlsx"
        raise bulletin_gen.ReadError(bulletin_gen.Problem("要给出通报文件，或者同时给出 --template 和 --data", hint))
    if template is None or data is None:
        return [partial(task_of, one, is_checked=is_checked) for one in find_specs(sources)]
    spec, office = bulletin_gen.read_spec(template), bulletin_gen.office_of(template) if is_checked else None
    return [partial(task_from, spec, row, data, office) for row in read_rows(data)]


def _list(plans: Sequence[Plan], folder: Path, formats: Sequence[str]) -> int:
    """Say what would be made, and what of it cannot be."""
    failed = 0
    for plan in plans:
        planned = plan()
        problems = _problems(planned)
        if problems:
            failed += 1
            say(f"不能生成 {_placed(planned.source, str(problems[0]))}")
        else:
            say(f"{planned.source}：{'、'.join(str(folder / f'{planned.name}.{suffix}') for suffix in formats)}")
    say(f"共 {len(plans)} 份" + (f"，其中 {failed} 份不能生成" if failed else "") + "；什么也没有写")
    return 2 if failed else 0


def _problems(planned: Task | Outcome) -> Sequence[bulletin_gen.Problem]:
    """Return why a bulletin cannot be made, as far as that can be told without making it."""
    from bulletin_gen.batch.task import Outcome

    if isinstance(planned, Outcome):
        return planned.problems
    try:
        bulletin_gen.compose(bulletin_gen.load_spec(planned.content, planned.source))
    except bulletin_gen.BulletinError as error:
        return error.problems
    return ()


def _placed(source: str, problem: str) -> str:
    """Return a problem with the source that it is of, where its own place does not say so."""
    return problem if problem.startswith(source) else f"{source}：{problem}"


def _workers(workers: int | None, dask: str | None) -> tuple[Callable[[], Executor], int]:
    """Return what gives the executor, and how many tasks it is to have at once."""
    from bulletin_gen.batch.workers import dask_cluster, processes, usual_workers

    if dask:
        return partial(dask_cluster, dask), _HELD_BY_CLUSTER
    count = workers or usual_workers()
    return partial(processes, count, folder_of_user()), count * _HELD_BY_EACH


class _Told:
    """What is said of a batch: each bulletin that failed as it does, the first of them; the sum at the end."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._failed: list[Record] = []  # the first of them
        self._same = 0

    @property
    def done(self) -> int:
        return self._counts.total()

    @property
    def exit_code(self) -> int:
        from bulletin_gen.batch.task import Fate

        return 2 if self._counts[Fate.FAILED] else int(self._counts[Fate.DOUBTED] > 0)

    def hears(self, advance: Callable[[], None]) -> Callable[[Record, bool], None]:
        """Return what counts a record, and moves the bar by one."""

        def hear(record: Record, is_new: bool) -> None:
            self._counts[record.fate] += 1
            self._same += not is_new
            if record.problems and len(self._failed) < _MOST_TOLD:
                self._failed.append(record)
            advance()

        return hear

    def report(self) -> None:
        from bulletin_gen.batch.task import Fate

        for record in self._failed:
            say(f"没有生成 {_placed(record.source, record.problems[0])}", to_errors=True)
        if (others := self._counts[Fate.FAILED] - len(self._failed)) > 0:
            say(f"……另有 {others} 份没有生成，见报告", to_errors=True)
        said = "，".join(f"{fate} {self._counts[fate]} 份" for fate in Fate if self._counts[fate])
        same = f"；其中 {self._same} 份没有变化，没有重新生成" if self._same else ""
        say(f"共 {self.done} 份：{said}{same}")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Show a bar while a person looks on; yield what moves it by one."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("成批生成", total=total)
        yield lambda: progress.advance(bar)
