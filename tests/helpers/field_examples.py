"""A small bulletin around the example of a field, to try what the reference says of it."""

import copy
import re
from typing import Any

from bulletin_gen.composing import compose
from bulletin_gen.composing.approval import compose_approval
from bulletin_gen.document import plain_text
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.reference.table import MODELS, FieldPage, Model, example_of

# Where a group of each model stands in the bulletin.
PLACES = {
    "Bulletin": "",
    "Issuer": "issuer",
    "Part": "organisation",
    "FreePart": "other_parts[0]",
    "Contact": "contact",
    "ContactField": "contact.fields[0]",
    "Inspection": "inspection",
    "Period": "inspection.period",
    "Feedback": "inspection.feedback",
    "Publication": "publication",
    "Results": "results",
    "Section": "results.sections[0]",
    "Issue": "results.sections[0].issues[0]",
    "IssueStyle": "results.issue_style",
    "Count": "results.counts[0]",
    "Progress": "results.progress",
    "MeasuresProgress": "results.measures_progress",
    "Head": "head",
    "Attachment": "attachments[0]",
    "Table": "attachments[0].table",
    "Column": "attachments[0].table.columns[0]",
    "Colophon": "colophon",
    "Approval": "approval",
}
_LEDGER = [{"title": "巡察整改台账", "ledger": "是"}]
_TABLE = [{"title": "进展情况表", "table": example_of(MODELS["Table"])}]
_TWO_SECTIONS = [
    {"heading": heading, "issues": [{"problem": problem, "status": "已完成"}]}
    for heading, problem in (("理论学习方面", "理论学习不够深入"), ("管党治党方面", "谈话提醒不够经常"))
]
# What else the bulletin must have, by path, for a group or a field of it to do something.
NEEDED: dict[str, dict[str, Any]] = {
    "FreePart": {"other_parts": [{"heading": "整改成效", "text": "新修订制度8项。"}]},
    "ContactField": {"contact.fields": [example_of(MODELS["ContactField"])]},
    "Publication": {"publication": {}},
    "Count": {"results.counts": ["4个问题"]},
    "Count.number": {"results.counts": [{"unit": "个问题"}]},
    "Count.unit": {"results.counts": [{"number": "4"}]},
    "IssueStyle": {"results.issue_style": {}},
    "IssueStyle.run_on": {"results.issue_style": {}, "results.sections": _TWO_SECTIONS},
    "MeasuresProgress": {"results.measures_progress": {"total": "42", "done": "35"}},
    "Head": {"form": "issued", "head": example_of(MODELS["Head"])},
    "Head.signers": {"form": "issued", "head": example_of(MODELS["Head"]), "kind": "报告"},
    "Colophon": {"form": "issued", "colophon": example_of(MODELS["Colophon"])},
    "Attachment": {"attachments": _LEDGER},
    "Table": {"attachments": _TABLE},
    "Column": {"attachments": _TABLE},
    "Approval": {"approval": {}},
    "Issue.responsible_unit": {"attachments": _LEDGER},
    "Issue.leader": {"attachments": _LEDGER},
    "Issue.deadline": {"attachments": _LEDGER},
    "Period.comma": {"inspection.order": "组名在前"},
}


def with_example(page: FieldPage) -> dict[str, Any]:
    """Return a bulletin with the example of the field."""
    fields = _around(page)
    group_in(fields, page.model)[page.field] = copy.deepcopy(page.example)
    return fields


def without_example(page: FieldPage) -> dict[str, Any]:
    """Return the same bulletin without the field."""
    fields = _around(page)
    group_in(fields, page.model).pop(page.field, None)
    return fields


def group_in(fields: dict[str, Any], model: Model) -> dict[str, Any]:
    """Return the group of the model in a bulletin that was made for one of its fields."""
    group: dict[str, Any] = _at(fields, PLACES[model.__name__])
    return group


def said_by(fields: dict[str, Any]) -> str:
    """Return every word that a bulletin prints: in its text, on its pages as a draft, on its approval sheet."""
    bulletin = Bulletin.model_validate(fields)
    document = compose(bulletin)
    marks = f"{flat(document.draft.text)}\n{document.draft.watermark}\n" if document.draft else ""
    return f"{marks}{plain_text(document)}\n{plain_text(compose_approval(bulletin))}"


def _around(page: FieldPage) -> dict[str, Any]:
    model = page.model.__name__
    fields: dict[str, Any] = copy.deepcopy(example_of(MODELS["Bulletin"]))
    for path, value in (NEEDED.get(f"{model}.{page.field}") or NEEDED.get(model, {})).items():
        above, _, last = path.rpartition(".")
        _at(fields, above)[last] = copy.deepcopy(value)
    group = group_in(fields, page.model)
    group.update(copy.deepcopy(dict(page.beside)))
    group.pop(page.instead_of, None)
    return fields


def _at(fields: dict[str, Any], path: str) -> Any:
    here: Any = fields
    for step in re.findall(r"\w+", path):
        here = here[int(step) if step.isdigit() else step]
    return here
