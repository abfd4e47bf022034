"""What an author gave of a bulletin is found wherever it lies, and put in its place changed."""

from typing import Any

from bulletin_gen.spec.given import Trail, all_given, given, is_typed, with_texts
from bulletin_gen.spec.model import Bulletin, Issuer

FIELDS: dict[str, Any] = {
    "issuer": {"name": "中共临江区委员会"},
    "opening": "现通报如下。",
    "stage": "draft",
    "results": {"issues": [{"problem": "台账不清", "measures": ["核对", "补登"]}]},
    "attachments": [{"title": "清单", "table": {"columns": [{"title": "序号"}], "rows": [["一"], ["二"]]}}],
}
BULLETIN = Bulletin.model_validate(FIELDS)


def test_defaults_are_not_given() -> None:
    assert dict(given(Issuer(name="中共临江区委员会"))) == {"name": "中共临江区委员会"}


def test_fields_come_in_the_order_of_the_model() -> None:
    assert list(given(Bulletin.model_validate(dict(reversed(FIELDS.items()))))) == list(given(BULLETIN))


def test_texts_are_found_in_lists_tables_and_parts_and_fixed_values_are_none() -> None:
    typed = {value for value in all_given(BULLETIN) if is_typed(value)}

    assert typed == {"中共临江区委员会", "现通报如下。", "台账不清", "核对", "补登", "清单", "序号", "一", "二"}


def test_each_text_is_told_with_its_path_its_field_and_what_it_stands_in() -> None:
    told: dict[str, tuple[str, list[str]]] = {}

    def note(text: str, path: str, name: str, trail: Trail) -> str:
        told[path] = (name, [type(node).__name__ for node in trail])
        return text

    with_texts(BULLETIN, note)

    assert told["results.issues[0].measures[1]"] == ("measures", ["Bulletin", "Results", "Issue"])
    assert told["attachments[0].table.rows[1][0]"] == ("rows", ["Bulletin", "Attachment", "Table"])
    assert "stage" not in told


def test_changed_texts_stand_where_the_others_stood() -> None:
    changed = with_texts(BULLETIN, lambda text, *_: text.replace("补登", "销号"))

    assert changed.results is not None
    assert changed.results.issues[0].measures == ["核对", "销号"]
    assert changed.attachments is BULLETIN.attachments


def test_where_nothing_changes_it_is_the_same() -> None:
    assert with_texts(BULLETIN, lambda text, *_: text) is BULLETIN
