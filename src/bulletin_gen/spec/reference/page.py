"""The page of a field: plain text for a terminal, and all of them as one Markdown file (docs/fields.md)."""

from collections.abc import Iterator, Sequence

from bulletin_gen.spec.dump import SPEC_BLOCK
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import PLACEHOLDERS, Keys, chinese_name, names_of_field
from bulletin_gen.spec.reference.table import MODELS, FieldPage, Model, every_page, owner_of, page_of, title_of
from bulletin_gen.spec.reference.words import default_said, name, shape_said, told, typed
from bulletin_gen.spec.schema import model_in
from bulletin_gen.spec.shapes import Group, shape_of
from bulletin_gen.yamltext.events import MAX_DEPTH


def field_page(page: FieldPage) -> str:
    """Return the page of a field for a terminal: what it is, how it is written, an example, what that prints."""
    head = f"{chinese_name(page.model, page.field)}  {page.field}\n写在：{_where(page.model)}"
    says = [f"{word}：{said}" for word, said in _facts(page)]
    example = "".join(f"    {line}\n" for line in _example(page).splitlines())
    return f"{head}\n\n{told(page.means, page.model, None)}\n\n" + "\n".join(says) + f"\n例子：\n{example}"


def field_list() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the fields of each group below its title: their names, and what they are in a few words."""
    return [(f"{title_of(model)}（写在：{_where(model)}）", _glosses(model)) for model in MODELS.values()]


def _glosses(model: Model) -> list[tuple[str, str]]:
    pages = [page_of(model, field) for field in model.model_fields]
    return [(name(model, page.field, None), told(page.gloss, model, None)) for page in pages]


def field_names() -> set[str]:
    """Return every name that a field may be typed by."""
    return {name for page in every_page() for name in names_of_field(page.model, page.field)}


def pages_named(typed_name: str) -> list[FieldPage]:
    """Return the pages of the fields that a name or a path may mean, in either language: 成文日期, head.secrecy."""
    *above, last = [step.partition("[")[0] for step in typed_name.split(".")]
    if len(above) > MAX_DEPTH:
        return []
    own = (page for page in every_page() if owner_of(page.model, page.field) is page.model)
    return [
        page for page in own if last in names_of_field(page.model, page.field) and _stands_in(page.model, tuple(above))
    ]


def _stands_in(model: Model, above: tuple[str, ...]) -> bool:
    """Return whether a group of the model may stand at the end of a path."""
    return not above or any(
        above[-1] in names_of_field(holder, field) and _stands_in(holder, above[:-1])
        for kind in (model, *_heirs(model))
        for holder, field in _holders(kind)
    )


def _heirs(model: Model) -> list[Model]:
    return [heir for heir in MODELS.values() if heir is not model and issubclass(heir, model)]


def _holders(model: Model) -> list[tuple[Model, str]]:
    """Return the fields that hold a group of the model, or a list of them."""
    return [
        (holder, name)
        for holder in MODELS.values()
        for name, field in holder.model_fields.items()
        if model_in(field.annotation) is model and owner_of(holder, name) is holder
    ]


def _where(model: Model) -> str:
    """Return where a group of the model is written."""
    places = [
        name(holder, field, None) if holder is Bulletin else f"{title_of(holder)}的 {name(holder, field, None)}"
        for holder, field in _holders(model)
    ]
    return "，".join(places) or "通报的最外层"


def _facts(page: FieldPage) -> Iterator[tuple[str, str]]:
    """Yield what is to be known of a field, each with its heading."""
    yield "写法", shape_said(shape_of(page.model, page.field), None)
    yield "不写", default_said(page, None)
    if page.instead_of in page.model.model_fields:
        yield "二选一", f"不能与 {name(page.model, page.instead_of, None)} 同时写"
    elif page.instead_of:
        yield "限制", page.instead_of
    if page.prints:
        yield "印出", " ".join(page.prints.split())
    if page.source:
        yield "依据", page.source


def _example(page: FieldPage) -> str:
    """Return the lines of a file that give the example, with what must stand beside it, in Chinese keys."""
    fields = {**page.beside, page.field: page.example}
    ordered = {field: fields[field] for field in page.model.model_fields if field in fields}
    example = typed(ordered, Group(page.model), Keys.CHINESE)
    assert isinstance(example, dict)
    return "".join(f"{line.text}\n" for key, value in example.items() for line in SPEC_BLOCK.field(key, value))


def field_reference() -> str:
    """Return the pages of all fields as one Markdown text."""
    return "\n".join(_reference())


def _reference() -> Iterator[str]:
    count = sum(1 for page in every_page() if owner_of(page.model, page.field) is page.model)
    yield "# 字段\n"
    yield (
        f"通报文件（YAML）可写的 {count} 个字段，各写在哪里、怎么写、印出什么。"
        "字段名和取值可以写中文的，也可以写英文的，可以混写。"
        "一个字段的说明也可以在命令行里看：`bulletin-gen explain 成文日期`。\n"
    )
    yield "这一页由字段表（`templates/fields/`）和模型生成，例子逐个试过，请不要手改。\n"
    yield "| 部分 | 写在 | 字段 |\n|---|---|---|"
    for model in MODELS.values():
        fields = _links(model, list(model.model_fields))
        yield f"| [{title_of(model)}](#{model.__name__.lower()}) | {_where(model)} | {fields} |"
    for model in MODELS.values():
        yield from _chapter(model)
    yield from _placeholders()


def _placeholders() -> Iterator[str]:
    yield "\n## 文字里可以引用的数目和名称\n"
    yield "写在两对花括号里，生成时换成实际的数目和名称，两种写法都可以；个数后面加“ | 汉字”印成汉字。\n"
    yield "| 中文写法 | 英文写法 |\n|---|---|"
    yield from (f"| `{{{{ {chinese} }}}}` | `{{{{ {english} }}}}` |" for chinese, english in PLACEHOLDERS.items())
    yield ""


def _chapter(model: Model) -> Iterator[str]:
    yield f'\n## <a id="{model.__name__.lower()}"></a>{title_of(model)}\n'
    yield f"写在：{_where(model)}。\n"
    own = [field for field in model.model_fields if owner_of(model, field) is model]
    for field in own:
        yield from _section(page_of(model, field))
    inherited = [field for field in model.model_fields if field not in own]
    if inherited:
        yield f"### 其余字段\n\n与“{title_of(owner_of(model, inherited[0]))}”相同：{_links(model, inherited)}。\n"


def _section(page: FieldPage) -> Iterator[str]:
    yield f'### <a id="{_anchor(page.model, page.field)}"></a>{chinese_name(page.model, page.field)} `{page.field}`\n'
    yield f"{told(page.means, page.model, None)}\n"
    yield from (f"- {word}：{said}" for word, said in _facts(page))
    yield f"\n```yaml\n{_example(page)}```\n"


def _links(model: Model, fields: Sequence[str]) -> str:
    return "、".join(_link(model, field) for field in fields)


def _link(model: Model, field: str) -> str:
    return f"[{name(model, field, None)}](#{_anchor(owner_of(model, field), field)})"


def _anchor(model: Model, field: str) -> str:
    return f"{model.__name__}-{field}".lower()
