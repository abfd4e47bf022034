"""Click's commands speaking Chinese: help pages and usage errors."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeVar

import click

from bulletin_gen.cli.terminal import pairs, say, terminal_width, wrap

_Typed = TypeVar("_Typed", str | None, tuple[str, ...])
_SETTINGS: dict[str, Any] = {"add_help_option": False, "options_metavar": "[选项]"}
_MORE = "各命令的说明：bulletin-gen 命令 --help"


def _show_help(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        say(context.get_help())
        context.exit()


def _help_option() -> click.Option:
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help="显示这一页说明。",
    )


def formats_of(
    all_of_them: Callable[[], Sequence[str]],
) -> Callable[[click.Context, click.Parameter, str], tuple[str, ...]]:
    """Return the callback of an option that takes formats, parted by commas, and tells in Chinese which there are.

    Which that is is asked when something was typed: to know it, much has to be loaded.
    """

    def read(context: click.Context, option: click.Parameter, typed: str) -> tuple[str, ...]:
        known = all_of_them()
        asked = tuple(dict.fromkeys(name.strip().lower() for name in typed.replace("，", ",").split(",")))
        unknown = [name for name in asked if name not in known]
        if unknown:
            raise click.BadParameter(f"没有“{unknown[0]}”这种格式；可用：{'、'.join(known)}", context, option)
        return asked

    return read


def one_of(
    *words: str, chinese: Mapping[str, str] | None = None
) -> Callable[[click.Context, click.Parameter, _Typed], _Typed]:
    """Return the callback of an option that takes one of a few words, and tells in Chinese which there are.

    A word that is `chinese` too may be typed so; the command is given the word itself.
    """
    said = chinese or {}
    known = {**{word: word for word in words}, **{name: word for word, name in said.items()}}
    told = "、".join(f"{said[word]}（{word}）" if word in said else word for word in words)

    def check(context: click.Context, option: click.Parameter, typed: _Typed) -> _Typed:
        def meant(word: str) -> str:
            if word.lower() not in known:
                raise click.BadParameter(f"不能写“{word}”；可用：{told}", context, option)
            return known[word.lower()]

        if isinstance(typed, tuple):
            return tuple(map(meant, typed))
        return None if typed is None else meant(typed)

    return check


KEYS = click.option(
    "--keys",
    callback=one_of("zh", "en", chinese={"zh": "中文", "en": "英文"}),
    default="zh",
    metavar="文字",
    help="字段名用哪种文字写：zh 是中文（默认），en 是英文；两种都能读。",
)


class Command(click.Command):
    """A command whose page is: usage, what it does, arguments and options. `arguments` explains the arguments."""

    def __init__(self, name: str, arguments: dict[str, str] | None = None, **settings: Any) -> None:
        super().__init__(name, **{**settings, **_SETTINGS})
        self.params.append(_help_option())
        self.arguments = arguments or {}

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        width = terminal_width()
        lines = [usage_line(context), *_described(self.help, width)]
        if self.arguments:
            lines += ["", "参数：", *pairs(list(self.arguments.items()), width)]
        lines += ["", "选项：", *_options(self, context, width)]
        formatter.write("\n".join(lines))

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        # Click would refuse what is left over in English, and gives no exception of its own for it.
        context.allow_extra_args = True
        with _known_to(context):
            super().parse_args(context, args)
        if context.args and not context.resilient_parsing:
            raise click.UsageError(f"多余的参数：{' '.join(context.args)}", context)
        return []


class Commands(Mapping[str, click.Command]):
    """Commands by their names, each loaded when it is asked for.

    `homes` are the modules of this package that hold them, and what they are called there where that is not the same.
    """

    def __init__(self, homes: Mapping[str, str]) -> None:
        self._homes = homes

    def __getitem__(self, name: str) -> click.Command:
        module, _, called = self._homes[name].partition(":")
        command: click.Command = getattr(import_module(f"bulletin_gen.cli.{module}"), called or module)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)


class Group(click.Group):
    """The program itself; without a command it shows its help and fails."""

    command_class = Command

    def __init__(self, name: str, **settings: Any) -> None:
        super().__init__(name, **{**settings, **_SETTINGS}, invoke_without_command=True, subcommand_metavar="命令 …")
        self.params.append(_help_option())

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        width = terminal_width()
        commands = [(name, command.get_short_help_str(limit=1000)) for name, command in self.commands.items()]
        lines = [usage_line(context), *_described(self.help, width), "", "命令：", *pairs(commands, width)]
        lines += ["", "选项：", *_options(self, context, width), "", *wrap(_MORE, width)]
        formatter.write("\n".join(lines))

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        with _known_to(context):
            return super().parse_args(context, args)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            raise click.UsageError(f"没有 {args[0]} 这个命令；可用：{'、'.join(self.commands)}", context)
        return super().resolve_command(context, args)


@contextmanager
def _known_to(context: click.Context) -> Iterator[None]:
    """Let every usage error know its command; click's parser leaves some without."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or context
        raise


def usage_line(context: click.Context) -> str:
    pieces = [context.command_path, *context.command.collect_usage_pieces(context)]
    return "\n".join(wrap(f"用法：{' '.join(pieces)}", terminal_width(), indent=4))


def explain_usage(error: click.UsageError) -> str:
    """Return what is wrong with the command line, in Chinese, by the kind of click's exception."""
    told = _told(error)
    if error.ctx is None:
        return f"错误：{told}"
    return f"错误：{told}\n{usage_line(error.ctx)}\n说明：{error.ctx.command_path} --help"


def _told(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        guess = f"；是不是 {error.possibilities[0]}？" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项{guess}"
    if isinstance(error, click.BadOptionUsage):
        fault = "后面不能带内容" if _is_flag(error) else "后面要写上内容"
        return f"选项 {error.option_name} {fault}"
    if isinstance(error, click.MissingParameter):
        return f"缺少{_name(error)}"
    if isinstance(error, click.BadParameter):
        return f"{_name(error)}：{error.message}"
    return error.message


def _is_flag(error: click.BadOptionUsage) -> bool:
    parameters = error.ctx.command.params if error.ctx else []
    found = [item for item in parameters if isinstance(item, click.Option) and error.option_name in item.opts]
    return any(option.is_flag for option in found)


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return f"选项 {parameter.opts[-1]}"
    return f"参数 {parameter.human_readable_name}" if parameter else "参数"


def _described(text: str | None, width: int) -> list[str]:
    """Return the paragraphs of a command's help, each after an empty line."""
    paragraphs = (text or "").split("\n\n")
    return [line for paragraph in paragraphs for line in ("", *wrap(_joined(paragraph), width))]


def _joined(paragraph: str) -> str:
    """Return a paragraph of the source in one line; between Chinese lines there is no space."""
    return "".join(line.strip() for line in paragraph.splitlines())


def _options(command: click.Command, context: click.Context, width: int) -> list[str]:
    options = (item for item in command.get_params(context) if isinstance(item, click.Option))
    return pairs([row for option in options if (row := option.get_help_record(context))], width)
