"""The command line: arguments in, files and findings out. Exit code 0 clean, 1 findings, 2 could not run."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

import bulletin_gen
from bulletin_gen.cli.command import Commands, Group, explain_usage
from bulletin_gen.cli.late import run_late
from bulletin_gen.cli.terminal import say, say_problems, use_utf8
from bulletin_gen.files.compiled import compiled_once
from bulletin_gen.files.kept import folder_of_user, kept_in
from bulletin_gen.files.reasons import reason
from bulletin_gen.garbage import collect_seldom

_COULD_NOT_RUN = 2
_INTERRUPTED = 130  # 128 and the number of the signal, as shells have it
_COMMANDS = {
    **{"new": "new", "import": "importing:import_", "render": "render", "batch": "batch"},
    **{"check": "check", "rules": "rules", "fields": "fields", "explain": "rules:explain", "schema": "fields:schema"},
    **{"compare": "compare", "merge": "merge", "opinions": "opinions", "ledger": "ledger"},
    **{"proof": "proof", "fonts": "fonts"},
}


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        say(f"bulletin-gen {bulletin_gen.__version__}")
        context.exit()


@click.group(cls=Group, commands=Commands(_COMMANDS))
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="显示版本号。")
@click.pass_context
def program(context: click.Context) -> int:
    """把巡察整改情况通报写成一份 YAML 文本，生成符合 GB/T 9704-2012《党政机关公文格式》的 DOCX 和 PDF。

    先用 new 生成样本，照着填写，再用 render 生成公文。
    """
    if context.invoked_subcommand:
        return 0
    say(context.get_help(), to_errors=True)
    return _COULD_NOT_RUN


def main(argv: Sequence[str] | None = None, *, is_own: bool = False) -> int:
    """Run one command and return its exit code. `argv` are the arguments without the program's name.

    A command may make copies of a process that is its own, started for it alone.
    """
    use_utf8()
    start_quickly()
    try:
        with kept_in(folder_of_user()), compiled_once():
            return _run(argv, is_own)
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except Exception:
        sys.excepthook(*sys.exc_info())
        say("这是 bulletin-gen 自身的缺陷，不是通报写错了；请把以上内容连同通报文件报告给维护者。", to_errors=True)
        return _COULD_NOT_RUN


def start_quickly() -> None:
    """Look for garbage seldom, as nearly all that a command makes lasts to its end; look for no plugins of pydantic;
    and run no module that is hardly used before it is."""
    collect_seldom()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    run_late()


def _run(argv: Sequence[str] | None, is_own: bool) -> int:
    try:
        arguments = None if argv is None else list(argv)
        settings: dict[str, Any] = {"prog_name": "bulletin-gen", "standalone_mode": False, "obj": is_own}
        return int(program.main(arguments, **settings) or 0)
    except click.UsageError as error:
        say(explain_usage(error), to_errors=True)
    except bulletin_gen.BulletinError as error:
        say_problems(error.problems)
    except OSError as error:
        place = f"{error.filename}：" if error.filename else ""
        say(f"错误：{place}{reason(error)}；请检查当前文件夹和所给的文件还在不在，有没有权限", to_errors=True)
    return _COULD_NOT_RUN
