"""A profile's YAML in; the checked profile out, with the place of each of its values."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.profile.apply import apply_profile
from bulletin_gen.profile.house import Profile
from bulletin_gen.profile.keys import GROUPS, KEYS, keys_of
from bulletin_gen.profile.value_kinds import UnfitError
from bulletin_gen.style import GBT9704
from bulletin_gen.where import Places
from bulletin_gen.yamltext.decode import decode
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.tree import FileKind, Tree, in_order
from bulletin_gen.yamltext.unknown import unknown_fields

_NAME, _DESCRIPTION = "名称", "说明"
_NAMES = frozenset([_NAME, _DESCRIPTION, *GROUPS, *(key.name for key in KEYS.values())])
_KIND = FileKind("单位格式", "请写出名称，再写与国家标准不同的地方，如：“正文: {行距: 30磅}”", lambda: _NAMES)


def load_profile(text: str | bytes, file: str | None = None) -> Profile:
    """Return the profile that the YAML text says. `file` is only named in messages.

    Raises SpecError with everything that is wrong, in the order of the text: keys that there are not, values that
    may not be, or values that do not fit together on the standard's page.
    """
    tree = read_tree(decode(text, _KIND.name, file), _KIND, file)
    profile = _Reader(tree).read()
    if tree.problems:
        raise SpecError(*in_order(tree.problems))
    apply_profile(GBT9704, profile)
    return profile


class _Reader:
    """Reads the tree's fields, adding to its problems."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def read(self) -> Profile:
        fields: Any = self._tree.value or {}
        self._refuse_unknown("", fields, [_NAME, _DESCRIPTION, *GROUPS])
        if not fields.get(_NAME):
            self._fault("", "缺少 名称", "请补上这个字段，如：“名称: 某某局公文格式”")
        values = {path: value for group in GROUPS for path, value in self._group(group, fields.get(group)).items()}
        name, description = (self._text(item, fields.get(item, "")) for item in (_NAME, _DESCRIPTION))
        return Profile(name, description, MappingProxyType(values), Places(self._tree.file, self._tree.marks))

    def _group(self, group: str, fields: Any) -> dict[str, Any]:
        """Return the values of one group by path, without those that are wrong."""
        if fields is None or group in self._tree.faulty:
            return {}
        keys = keys_of(group)
        if not isinstance(fields, dict):
            self._fault(group, "这里要写“字段: 内容”", f"可用的字段：{'、'.join(keys)}")
            return {}
        self._refuse_unknown(group, fields, keys)
        read = {key.path: self._value(key.path, fields[name]) for name, key in keys.items() if name in fields}
        return {path: value for path, value in read.items() if value is not None}

    def _value(self, path: str, typed: Any) -> Any:
        """Return the value of a key, None when it has none that may be."""
        if not isinstance(typed, str):
            self._fault(path, "这里要写一个值，却写成了列表或一组字段", "")
        elif path not in self._tree.faulty:
            try:
                return KEYS[path].measure.read(typed)
            except UnfitError as unfit:
                self._fault(path, unfit.message, unfit.hint)
        return None

    def _text(self, path: str, typed: Any) -> str:
        if isinstance(typed, str):
            return typed.strip()
        self._fault(path, "这里要写文字，却写成了列表或一组字段", "")
        return ""

    def _refuse_unknown(self, group: str, fields: Mapping[str, Any], known: Iterable[str]) -> None:
        self._tree.problems.extend(unknown_fields(self._tree, group, fields, known))

    def _fault(self, path: str, message: str, hint: str) -> None:
        where = Places(self._tree.file, self._tree.marks).find(path)
        self._tree.problems.append(Problem(message, hint, where))
