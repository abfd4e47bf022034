"""A spec's YAML in; the checked bulletin and the place of each of its fields out."""

from typing import Any

from pydantic import ValidationError

from bulletin_gen.errors import SpecError
from bulletin_gen.spec.decode import decode
from bulletin_gen.spec.explain import explain_errors
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.tree import Tree, in_order, read_tree, step
from bulletin_gen.where import Places


def load_spec(text: str | bytes, file: str | None = None) -> tuple[Bulletin, Places]:
    """Return the bulletin and where each field of it was typed. `file` is only named in messages.

    Raises SpecError with everything that is wrong, in the order of the text.
    """
    tree = read_tree(decode(text, file), file)
    _place_contact_fields(tree)
    try:
        bulletin = Bulletin.model_validate(tree.value)
    except ValidationError as error:
        tree.problems.extend(explain_errors(error.errors(include_url=False), tree))
    if tree.problems:
        raise SpecError(*in_order(tree.problems))
    return bulletin, Places(file, tree.marks)


def _place_contact_fields(tree: Tree) -> None:
    """Know the contact's fields by number as well, where they were typed as a mapping of label to value."""
    fields: Any = tree.value
    for name in ("contact", "fields"):
        fields = fields.get(name) if isinstance(fields, dict) else None
    for index, label in enumerate(fields if isinstance(fields, dict) else ()):
        typed, numbered = step("contact.fields", label), f"contact.fields[{index}]"
        tree.marks[numbered] = tree.marks[f"{numbered}.label"] = tree.keys[typed]
        tree.marks[f"{numbered}.value"] = tree.marks[typed]
