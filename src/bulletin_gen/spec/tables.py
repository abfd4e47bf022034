"""Tables in the spec: of a part of the text, or of an attachment."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from bulletin_gen.spec.node import Node
from bulletin_gen.spec.values import Prose, Required


class Column(Node):
    """A column of a table.

    title: what stands in its head.
    share: its part of the width beside the others' shares, above 0 and up to 100.
    """

    title: Required
    share: Annotated[float, Field(gt=0, le=100)] = 1


class Table(Node):
    """A table of texts.

    columns: from left to right, 1 to 20.
    rows: from top to bottom, a list of cells each, as many as there are columns; each line of a cell is a paragraph.
    """

    columns: Annotated[list[Column], Field(min_length=1, max_length=20)]
    rows: list[list[Prose]] = []

    @model_validator(mode="after")
    def _rows_fit(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"表格第{number}行有{len(row)}格，应与表头一样有{len(self.columns)}格")
        return self
