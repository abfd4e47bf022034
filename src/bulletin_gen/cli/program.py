"""The program of which each command is one, and what it says of one that cannot be run."""

from collections.abc import Sequence
from typing import Any

import click

import bulletin_gen
from bulletin_gen.cli.command import Commands, Group, explain_usage
from bulletin_gen.cli.terminal import say, say_problems
from bulletin_gen.files.reasons import reason

_COULD_NOT_RUN = 2
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


def run(argv: Sequence[str] | None, is_own: bool) -> int:
    """Run one command and return its exit code, as `main` does. Raises KeyboardInterrupt where it is interrupted."""
    try:
        arguments = None if argv is None else list(argv)
        settings: dict[str, Any] = {"prog_name": "bulletin-gen", "standalone_mode": False, "obj": is_own}
        return int(program.main(arguments, **settings) or 0)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as error:
        say(explain_usage(error), to_errors=True)
    except bulletin_gen.BulletinError as error:
        say_problems(error.problems)
    except OSError as error:
        place = f"{error.filename}：" if error.filename else ""
        say(f"错误：{place}{reason(error)}；请检查当前文件夹和所给的文件还在不在，有没有权限", to_errors=True)
    return _COULD_NOT_RUN
