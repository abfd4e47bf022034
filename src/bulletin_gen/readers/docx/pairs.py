"""The paragraphs of a story in; which of its tables are lists of contact fields, 联系电话 | 0000-1234567, out."""

from collections.abc import Iterable

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.word_story import WordParagraph
from bulletin_gen.text.regex import Regex

_LONGEST_LABEL = 12  # characters
_CONTACT = Regex("电话|地址|邮箱|信箱|邮编|邮政编码|传真|联系人|网址|公众号")  # 监督电话


@frozen
class Pairs:
    """The tables of the story whose rows are a label and what it labels, by their index."""

    tables: frozenset[int]

    def has(self, paragraph: WordParagraph) -> bool:
        """Does the paragraph stand in one of them?"""
        return len(paragraph.cells) == 1 and paragraph.cells[0].table in self.tables

    def is_label(self, paragraph: WordParagraph) -> bool:
        return self.has(paragraph) and paragraph.cells[0].column == 1


def pairs_in(paragraphs: Iterable[WordParagraph]) -> Pairs:
    """Return the tables of two columns that name a contact in the first: every cell of them one paragraph."""
    texts: dict[int, dict[tuple[int, int], list[str]]] = {}
    for paragraph in paragraphs:
        if paragraph.cells:
            cell = paragraph.cells[0]
            is_plain = len(paragraph.cells) == 1
            place = (cell.row, cell.column) if is_plain else (0, 0)
            texts.setdefault(cell.table, {}).setdefault(place, []).append(paragraph.says.strip())
    return Pairs(frozenset(table for table, cells in texts.items() if _are_pairs(cells)))


def _are_pairs(cells: dict[tuple[int, int], list[str]]) -> bool:
    rows = {row for row, _ in cells}
    if set(cells) != {(row, column) for row in rows for column in (1, 2)}:
        return False
    if not all(len(texts) == 1 and texts[0] for texts in cells.values()):
        return False
    labels = [cells[row, 1][0] for row in rows]
    return all(len(label) <= _LONGEST_LABEL for label in labels) and any(map(_CONTACT.search, labels))
