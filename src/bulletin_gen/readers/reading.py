"""What a reader hands back: the spec, and an account of every line of the source."""

from bulletin_gen.finding import Finding
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec


@frozen
class Kept:
    """A place in the spec that holds the author's own wording, and the line it stands in."""

    path: str
    line: SourceLine


@frozen
class Reading:
    """A bulletin that was read: `spec` knows the line where each of its fields begins to be said.

    `typed` names what became data (巡察组, 12个问题), `verbatim` what was kept as worded, `set_aside` the lines
    that are no part of the bulletin, `findings` what looks damaged. `complete` tells whether the bulletin, when
    composed, says every other line of the source, in order, apart from the width of marks and white space;
    `characters` counts them without white space. `lines` are those of the source as they stand there;
    `people` are whom a file names as its writers; `is_own` tells whether this program wrote it from a spec.
    """

    spec: Spec
    typed: tuple[str, ...] = ()
    verbatim: tuple[Kept, ...] = ()
    set_aside: tuple[SourceLine, ...] = ()
    findings: tuple[Finding, ...] = ()
    complete: bool = True
    characters: int = 0
    lines: tuple[SourceLine, ...] = ()
    people: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def bulletin(self) -> Bulletin:
        return self.spec.bulletin
