"""A spec's YAML in; the checked bulletin with the place of each of its fields out."""

from collections.abc import Iterator
from typing import Any

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import PLACEHOLDERS
from bulletin_gen.spec.node import read_node
from bulletin_gen.spec.schema import field_names_of
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.vocabulary import vocabulary_of
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.shown import shown
from bulletin_gen.where import Places
from bulletin_gen.yamltext.decode import decode
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.tree import FileKind, Tree, Value, in_order
from bulletin_gen.yamltext.vocabulary import Author, step

_PLACEHOLDER = Regex(r"\{\{[^{}]*\}\}")  # {{ counts.issues }}


def _said(group: str) -> str:
    names = (name.partition(".") for name in PLACEHOLDERS)
    return "|".join(last for first, _, last in names if first == group)


# ｛｛ counts.issues ｝｝, {counts.issues}, counts.issues, 数目.问题; not www.counts.cn
_MISTYPED = Regex(
    r"｛｛[^｝]{0,30}(?:｝｝)?|\{?(?<![A-Za-z0-9_./@-])(?:counts|issuer)\.[a-z_]{3,12}\}?"
    rf"|数目\.(?:{_said('数目')})|发文机关\.(?:{_said('发文机关')})"
)
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_NAME = Regex(r"(?:counts|issuer)\.[a-z_]{3,12}|(?:数目|发文机关)\.[\u4e00-\u9fff]{2,12}")
SPEC_FILE = FileKind(
    "通报",
    "可用 bulletin-gen new 生成一份样本",
    lambda: field_names_of(Bulletin),
    lambda: vocabulary_of(Bulletin),
)


def load_spec(text: str | bytes, file: str | None = None) -> Spec:
    """Return the spec that a YAML text says. `file` is only named in messages.

    Raises SpecError with everything that is wrong, in the order of the text.
    """
    decoded = decode(text, SPEC_FILE.name, file)
    tree = read_tree(decoded, SPEC_FILE, file)
    _place_contact_fields(tree)
    tree.problems.extend(_mistyped_placeholders(tree.value, "", tree, tree.author()))
    try:
        bulletin = read_node(Bulletin, tree)
    except SpecError as error:
        raise SpecError(*in_order((*tree.problems, *error.problems))) from None
    if tree.problems:
        raise SpecError(*in_order(tree.problems))
    return Spec(bulletin, Places(file, tree.marks, decoded, tree.texts, tree.author().called))


def _place_contact_fields(tree: Tree) -> None:
    """Know the contact's fields by number as well, where they were typed as a mapping of label to value."""
    fields: Any = tree.value
    for name in ("contact", "fields"):
        fields = fields.get(name) if isinstance(fields, dict) else None
    for index, label in enumerate(fields if isinstance(fields, dict) else ()):
        typed, numbered = step("contact.fields", label), f"contact.fields[{index}]"
        tree.marks[numbered] = tree.marks[f"{numbered}.label"] = tree.keys[typed]
        tree.marks[f"{numbered}.value"] = tree.marks[typed]


def _mistyped_placeholders(value: Value, path: str, tree: Tree, author: Author) -> Iterator[Problem]:
    """Yield a problem for each text with a placeholder that would be printed as it is typed."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _mistyped_placeholders(item, step(path, key), tree, author)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _mistyped_placeholders(item, f"{path}[{index}]", tree, author)
    elif path not in tree.faulty and (match := _MISTYPED.search(_PLACEHOLDER.sub("", value))):
        name = _NAME.search(match[0].translate(_NARROW))
        message = f"“{shown(match[0])}”会照原样印出来"
        sample = "数目.问题" if author.is_chinese("") else "counts.issues"
        hint = f"请写成半角的 {{{{ {name[0] if name else sample} }}}}"
        yield Problem(message, hint, Places(tree.file, tree.marks, as_typed=author.called).find(path))
