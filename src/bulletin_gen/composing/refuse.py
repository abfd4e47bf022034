"""What must not leave the house: said by `checks` of a bulletin that is looked at, refused of one that is made."""

from bulletin_gen.document import Document, placeholders_in
from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.unpublishable import unpublishable


def refuse_the_unpublishable(spec: Spec) -> None:
    """Raise SpecError when a copy for publication holds what only the issued document may."""
    problems = unpublishable(spec)
    if problems:
        raise SpecError(*problems)


def refuse_an_unfinished_final(bulletin: Bulletin, document: Document) -> None:
    """Raise SpecError, with every placeholder, when a final text still has some."""
    if bulletin.stage is not Stage.FINAL:
        return
    problems = [
        Problem(f"定稿里还有待补内容“{found}”", "请补上，或把 stage 改为 draft（送审稿）", block.where)
        for block in document.blocks
        for found in placeholders_in(block)
    ]
    if problems:
        raise SpecError(*problems)
