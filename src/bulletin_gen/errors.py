"""The errors that end a run. Messages are Chinese: the reader is the bulletin's author."""

from bulletin_gen.frozen import frozen
from bulletin_gen.where import Where


@frozen
class Problem:
    """One thing that is wrong: where, what, and how to mend it (`hint` may be empty)."""

    message: str
    hint: str = ""
    where: Where = Where()

    def __str__(self) -> str:
        place = f"{self.where}：" if str(self.where) else ""
        hint = f"；{self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"


class BulletinError(Exception):
    """We cannot go on. `problems` holds every reason found, in the order of the input."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class SpecError(BulletinError):
    """The spec cannot be read or does not fit the model."""


class CheckError(SpecError):
    """A final text holds what is surely wrong, and must not be printed as it is."""


class ReadError(BulletinError):
    """A text or DOCX to be imported cannot be read."""


class FontError(BulletinError):
    """No usable face, or a character that no face has."""


class WriteError(BulletinError):
    """A file cannot or must not be written."""
