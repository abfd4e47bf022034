"""What the walk through a story keeps in mind: what holds where it is, the paragraph under way, the flow of text."""

from dataclasses import dataclass, field

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.drawn import WordDrawing
from bulletin_gen.ooxml.effective import ParagraphFormat, RunFormat
from bulletin_gen.ooxml.names import Element
from bulletin_gen.ooxml.revisions import Change
from bulletin_gen.ooxml.word_story import Inline, WordParagraph


@frozen
class Scope:
    """What holds inside an element: the format of text there, the run that a text box in it hangs in, the changes in
    which it stands, whether it is a prompt, the drawing around it (the innermost of so many `drawings`), and the one
    choice of its content that is read."""

    looks: RunFormat
    run: RunFormat | None = None
    changes: tuple[Change, ...] = ()
    is_prompt: bool = False
    drawing: WordDrawing | None = None
    drawings: int = 0
    choice: Element | None = None


@dataclass
class Draft:
    """A paragraph under way; `looks` is the format of text outside its runs."""

    format: ParagraphFormat
    looks: RunFormat
    section: int
    inlines: list[Inline]
    boxes: list[tuple[WordParagraph, ...]] = field(default_factory=list)


@dataclass
class Flow:
    """The body, or a text box: the paragraphs done, and what waits for the next one because its own end is gone.

    `ahead` is printed before the next label (the end was hidden), `within` after it (the end was deleted); `format` is
    that of the last paragraph.
    """

    format: ParagraphFormat
    box: WordDrawing | None = None
    done: list[WordParagraph] = field(default_factory=list)
    ahead: list[Inline] = field(default_factory=list)
    within: list[Inline] = field(default_factory=list)
    boxes: list[tuple[WordParagraph, ...]] = field(default_factory=list)
