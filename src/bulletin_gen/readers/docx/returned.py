"""A DOCX that came back in; its lines before and after the tracked changes in it, and what comments say, out."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.revisions import ChangeKind, Revisions
from bulletin_gen.ooxml.word_file import WordComment, WordFile
from bulletin_gen.readers.docx.body import print_body
from bulletin_gen.readers.docx.hung import Hung, Part, hung_on, parts_of, words_of, words_of_comment
from bulletin_gen.readers.docx.printed import PrintedLine
from bulletin_gen.readers.docx.tables import arrange
from bulletin_gen.readers.docx.touches import on_the_clock, touches_of
from bulletin_gen.readers.returned import Returned, ReturnedLine, ReturnedRemark, ReturnedReply, Touch
from bulletin_gen.readers.source import SourceLine

_LONGEST_QUOTED = 1000  # characters


def read_returned(source: bytes, file: str) -> Returned:
    """Return what came back in a DOCX; `file` names it. Its lines are those of `docx_lines`.

    Raises ReadError when the file is no DOCX, is damaged, or is not safe to read.
    """
    opened = WordFile(source, file)
    after = _text(opened, ChangeKind.INSERTED)
    has_changes = bool(opened.body.changes)
    before = _text(WordFile(source, file, Revisions.REJECT), ChangeKind.DELETED) if has_changes else after
    remarks = tuple(_remarks(opened.threads, after, before))
    return Returned(file, before.lines, after.lines, remarks, opened.people)


@frozen
class _Piece:
    """`length` characters of a printed line, from `start` on, that stand in line `line` as it is read, from `at` on."""

    line: int
    at: int
    start: int
    length: int

    def place(self, printed_at: int) -> int:
        """Return where a character of the printed line stands, the nearest one that is there."""
        return self.at + min(max(printed_at - self.start, 0), self.length)


@frozen
class _Text:
    """The file with its tracked changes settled in one way: its lines, those as they are printed, of each of these
    where it stands among the lines, and what the comments hang on."""

    lines: tuple[ReturnedLine, ...]
    printed: Sequence[PrintedLine]
    pieces: Mapping[int, _Piece]
    hung: Mapping[str, Hung]

    def quoted(self, id_: str) -> str:
        return words_of(self.hung[id_], self.printed, _LONGEST_QUOTED) if id_ in self.hung else ""

    def part(self, id_: str) -> Part | None:
        """Return where among the lines a comment hangs: on what stands in the first of them, or at a place in one; None
        where it hangs on nothing."""
        hung = self.hung.get(id_)
        if hung is None or not self.printed:
            return None
        part = next(parts_of(hung, self.printed), None) or self._at(hung)
        piece = self.pieces[part.line]
        return Part(piece.line, piece.place(part.start), piece.place(part.end))

    def _at(self, hung: Hung) -> Part:
        line, at = hung.start
        if line < len(self.printed):
            return Part(line, at, at)
        end = len(self.printed[-1].text)
        return Part(len(self.printed) - 1, end, end)


def _text(opened: WordFile, touching: ChangeKind) -> _Text:
    """Return the text; `touching` is what a tracked change of it is that is kept."""
    story = print_body(opened)
    read = arrange(story, opened.body.tables, by_rows=True).lines
    pieces = _pieces(read, story.lines)
    touches: list[list[Touch]] = [[] for _ in read]
    for number, piece in pieces.items():
        touches[piece.line] += _placed(touches_of(story.lines[number], touching), piece)
    lines = (ReturnedLine(line.text, tuple(touched)) for line, touched in zip(read, touches, strict=True))
    return _Text(tuple(lines), story.lines, pieces, hung_on(story))


def _pieces(read: Sequence[SourceLine], printed: Sequence[PrintedLine]) -> dict[int, _Piece]:
    """Return for each printed line, by its index, where it stands; one that was reworded is but a place in its row."""
    numbers = [line.number for line in read]
    pieces: dict[int, _Piece] = {}
    at = cursor = 0
    for index, line in enumerate(printed):
        before, at = at, max(bisect_right(numbers, index + 1) - 1, 0)
        cursor = cursor if at == before else 0
        if read[at].text == line.text:
            pieces[index] = _Piece(at, 0, 0, len(line.text))
            continue
        said = line.text.strip()
        is_of_row = _row(printed[read[at].number - 1]) == _row(line)
        found = read[at].text.find(said, cursor) if is_of_row else -1
        if found < 0:
            pieces[index] = _Piece(at, cursor, 0, 0)
        else:
            pieces[index] = _Piece(at, found, len(line.text) - len(line.text.lstrip()), len(said))
            cursor = found + len(said)
    return pieces


def _row(line: PrintedLine) -> tuple[int, int] | None:
    return None if line.place is None else (line.place.table, line.place.row)


def _placed(touches: Sequence[Touch], piece: _Piece) -> Iterator[Touch]:
    for touch in touches:
        start, end = piece.place(touch.start), piece.place(touch.end)
        if start < end or touch.whole:
            yield replace(touch, start=start, end=end)


def _remarks(threads: Mapping[str, Sequence[WordComment]], after: _Text, before: _Text) -> Iterator[ReturnedRemark]:
    """Yield the comments, those that hang on nothing last. One whose words were deleted quotes them."""
    for id_ in dict.fromkeys((*after.hung, *threads)):
        if id_ not in threads:
            continue
        comment, *replies = threads[id_]
        part = after.part(id_)
        yield ReturnedRemark(
            words_of_comment(comment),
            comment.author,
            on_the_clock(comment.date),
            part.line if part else None,
            part.start if part else 0,
            part.end if part else 0,
            after.quoted(id_) or before.quoted(id_),
            tuple(ReturnedReply(words_of_comment(reply), reply.author, on_the_clock(reply.date)) for reply in replies),
            comment.is_resolved,
        )
