"""A DOCX, opened: its stories are walked when they are asked for."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.comment_states import comment_states
from bulletin_gen.ooxml.effective import Formats
from bulletin_gen.ooxml.made import Kind, Made
from bulletin_gen.ooxml.names import Element, child_switch, inside, moment_of, qualified
from bulletin_gen.ooxml.package import Package
from bulletin_gen.ooxml.printed_labels import Lists
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.theme import Theme
from bulletin_gen.ooxml.walk import Walk
from bulletin_gen.ooxml.word_story import WordStory
from bulletin_gen.ooxml.word_styles import WordStyles

_PEOPLE = (
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
)


@frozen
class WordComment:
    """A comment. `date` is as the file says it, None where it does not; `answers` is the id of the comment to which it
    is a reply; `is_resolved` where it was marked as settled."""

    author: str
    date: datetime | None
    story: WordStory
    answers: str | None = None
    is_resolved: bool = False


class WordFile:
    """A DOCX whose tracked changes are settled in one way; None keeps what was inserted and what was deleted.

    Here and in all it gives, ReadError is raised where the file is no DOCX, is damaged, or is not safe to read.
    """

    def __init__(self, source: bytes, file: str | None = None, revisions: Revisions | None = Revisions.ACCEPT) -> None:
        self.package, self.revisions = Package(source, file), revisions
        self._made = Made(self.package.fail_as_too_much)
        styles = WordStyles(self.package.only("styles"))
        self._lists = Lists(self.package.only("numbering"), styles, self._made)
        theme = Theme(lambda: self.package.only("theme"), self._language)
        self._formats = Formats(styles, self._lists, theme, self._made)

    @cached_property
    def body(self) -> WordStory:
        return self._walk(self.package.document)

    @cached_property
    def headers(self) -> tuple[WordStory, ...]:
        """The headers, each once, however many sections have it."""
        return tuple(self._parts("header").values())

    @property
    def footers(self) -> tuple[WordStory, ...]:
        return tuple(self._footers.values())

    @cached_property
    def footers_by_id(self) -> dict[str, WordStory]:
        """The footers by the ids that sections give."""
        return {id_: self._footers[part] for id_, part in self.package.related("footer")}

    @cached_property
    def _footers(self) -> dict[str, WordStory]:
        return self._parts("footer")

    @cached_property
    def footnotes(self) -> dict[str, WordStory]:
        return {id_: self._walk(note) for id_, note in self._notes("footnotes", "footnote")}

    @cached_property
    def endnotes(self) -> dict[str, WordStory]:
        return {id_: self._walk(note) for id_, note in self._notes("endnotes", "endnote")}

    @cached_property
    def comments(self) -> dict[str, WordComment]:
        """The comments by id; marks in the body tell what they hang on."""
        found = dict(self._notes("comments", "comment"))
        states = comment_states(found, self.package.only("commentsExtended"))
        return {
            id_: WordComment(
                comment.get(qualified("author"), ""),
                moment_of(comment),
                self._walk(comment),
                states[id_].answers,
                states[id_].is_resolved,
            )
            for id_, comment in found.items()
        }

    @cached_property
    def threads(self) -> dict[str, tuple[WordComment, ...]]:
        """The comments that answer none, by id, each with its replies behind it."""
        threads = {id_: [comment] for id_, comment in self.comments.items() if comment.answers is None}
        for comment in self.comments.values():
            if comment.answers is not None:
                threads[comment.answers].append(comment)
        return {id_: tuple(comments) for id_, comments in threads.items()}

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Whom the file's properties name: its author, and who saved it last."""
        parts = [self.package.xml(part) for _, part in self.package.related("core-properties", "")]
        named = (element.text for part in parts for name in _PEOPLE for element in part.iter(name))
        return tuple(dict.fromkeys(name.strip() for name in named if name and name.strip()))

    @cached_property
    def has_even_footers(self) -> bool:
        """Have even pages headers and footers of their own?"""
        return bool(child_switch(self._settings, "evenAndOddHeaders"))

    @cached_property
    def mirrors_margins(self) -> bool:
        """Do left and right margins change places on even pages?"""
        return bool(child_switch(self._settings, "mirrorMargins"))

    @cached_property
    def has_background(self) -> bool:
        return inside(self.package.document, "background") is not None

    @cached_property
    def _settings(self) -> Element | None:
        return self.package.only("settings")

    def count_again(self, pieces: int) -> None:
        """Count pieces of text that are looked at once more, as those of a footer are for every section."""
        self._made.add(Kind.PIECE, pieces)

    def _language(self) -> str | None:
        """Return the language whose faces the theme gives to East Asian text."""
        named = inside(self._settings, "themeFontLang")
        return None if named is None else named.get(qualified("eastAsia"))

    def _parts(self, kind: str) -> dict[str, WordStory]:
        """Return the stories of a kind by the parts that they stand in."""
        parts = dict.fromkeys(part for _, part in self.package.related(kind))
        return {part: self._walk(self.package.xml(part)) for part in parts}

    def _notes(self, kind: str, name: str) -> Iterator[tuple[str, Element]]:
        root = self.package.only(kind)
        for note in root.iterchildren(qualified(name)) if root is not None else ():
            yield note.get(qualified("id"), ""), note

    def _walk(self, root: Element) -> WordStory:
        return Walk(self._formats, self._lists, self.revisions, self._made).read(root)
