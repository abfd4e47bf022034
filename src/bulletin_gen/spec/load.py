"""A spec's YAML in; the checked bulletin with the place of each of its fields out."""

from typing import Any

from bulletin_gen.errors import SpecError
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.node import read_node
from bulletin_gen.spec.schema import field_names_of
from bulletin_gen.spec.spec import Spec
from bulletin_gen.where import Places
from bulletin_gen.yamltext.decode import decode
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.tree import FileKind, Tree, in_order, step

SPEC_FILE = FileKind("通报", "可用 bulletin-gen new 生成一份样本", lambda: field_names_of(Bulletin))


def load_spec(text: str | bytes, file: str | None = None) -> Spec:
    """Return the spec that a YAML text says. `file` is only named in messages.

    Raises SpecError with everything that is wrong, in the order of the text.
    """
    decoded = decode(text, SPEC_FILE.name, file)
    tree = read_tree(decoded, SPEC_FILE, file)
    _place_contact_fields(tree)
    try:
        bulletin = read_node(Bulletin, tree)
    except SpecError as error:
        raise SpecError(*in_order((*tree.problems, *error.problems))) from None
    if tree.problems:
        raise SpecError(*in_order(tree.problems))
    return Spec(bulletin, Places(file, tree.marks, decoded, tree.texts))


def _place_contact_fields(tree: Tree) -> None:
    """Know the contact's fields by number as well, where they were typed as a mapping of label to value."""
    fields: Any = tree.value
    for name in ("contact", "fields"):
        fields = fields.get(name) if isinstance(fields, dict) else None
    for index, label in enumerate(fields if isinstance(fields, dict) else ()):
        typed, numbered = step("contact.fields", label), f"contact.fields[{index}]"
        tree.marks[numbered] = tree.marks[f"{numbered}.label"] = tree.keys[typed]
        tree.marks[f"{numbered}.value"] = tree.marks[typed]
