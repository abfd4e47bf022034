"""The kinds of values that a spec is made of, each with what makes it valid."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from bulletin_gen.text.chars import is_control
from bulletin_gen.text.choice import Choice
from bulletin_gen.text.dates import read_date

MAX_NUMBER = 10_000
_YES, _NO = {"是", "true", "yes"}, {"否", "false", "no"}


def _clean(text: str) -> str:
    unseen = "" if text.isprintable() else text
    bad = next((char for char in unseen if is_control(char) or char in "\t\r"), None)
    if bad is not None:
        raise ValueError(f"含有不可见的控制字符 U+{ord(bad):04X}，请删去")
    return text.strip(" \u3000\n")


def _clean_line(text: str) -> str:
    line = _clean(text)
    if "\n" in line:
        raise ValueError("只能写一行，不能换行")
    return line


def _join_paragraphs(value: Any) -> Any:
    """A list of paragraphs is the same as a text of several lines."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return value


def _typed_date(value: Any) -> Any:
    """Return a calendar day as an author types it: 2024-03-05. What else was given is returned as it is."""
    if isinstance(value, datetime):
        raise ValueError(f"“{value}” 带有时刻；请只写日期，如：{value.date()}")
    return value.isoformat() if isinstance(value, date) else value


def _checked_date(text: str) -> str:
    read_date(text)
    return text


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in _YES | _NO:
            return word in _YES
        raise ValueError(f"“{value}” 不是可用的值；可用：是、否")
    return value


def _pattern(text: str) -> str:
    if text.count("…") != 1:
        raise ValueError(f"“{text}” 里要有且只有一个“…”，它代表问题")
    return text


Prose = Annotated[str, BeforeValidator(_join_paragraphs), AfterValidator(_clean)]
Phrase = Annotated[str, AfterValidator(_clean_line)]
Required = Annotated[Phrase, Field(min_length=1)]
DateText = Annotated[Required, BeforeValidator(_typed_date), AfterValidator(_checked_date)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Pattern = Annotated[Required, AfterValidator(_pattern)]
HeadingEnd = Literal["。", "：", "，", ""]
Number = Annotated[int, Field(ge=1, le=MAX_NUMBER)]


class Form(Choice):
    """How a heading stands."""

    RUN_IN = "接排"
    OWN_LINE = "分行"


class ListForm(Choice):
    """How a list of short texts stands: in the running paragraph, in a paragraph of its own, or a paragraph each."""

    RUN_IN = "接排"
    OWN_PARAGRAPH = "另起一段"
    OWN_LINE = "分行"
