"""What must not leave the house: said by `checks` of a bulletin that is looked at, refused of one that is made."""

from bulletin_gen.document import Document, placeholders_in
from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.unpublishable import unpublishable


def refuse_the_unpublishable(spec: Spec) -> None:
    """Raise SpecError when a copy for publication holds what only the issued document may."""
    problems = unpublishable(spec)
    if problems:
        raise SpecError(*problems)


def refuse_an_unfinished_final(spec: Spec, document: Document) -> None:
    """Raise SpecError, with every placeholder, when a final text still has some."""
    if spec.bulletin.stage is not Stage.FINAL:
        return
    hint = f"请补上，或把{spec.named('stage')}改为{spec.named_value('stage', Stage.DRAFT)}"
    problems = [
        Problem(f"定稿里还有待补内容“{found}”", hint, block.where)
        for block in document.blocks
        for found in placeholders_in(block)
    ]
    if problems:
        raise SpecError(*problems)
