"""A file says what it is, whose it is, and nothing about what made it."""

import io
from datetime import UTC, date, datetime

import docx
from docx.opc.coreprops import CoreProperties

from bulletin_gen.document import Document
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import names, part


def written(properties: Properties) -> bytes:
    return write_docx(Document(properties, ()), GBT9704)


def core(properties: Properties) -> CoreProperties:
    told: CoreProperties = docx.Document(io.BytesIO(written(properties))).core_properties
    return told


def test_title_issuer_and_language_are_told() -> None:
    told = core(Properties("关于巡察整改进展情况的通报", "中共南屏县青溪镇委员会"))

    assert told.title == "关于巡察整改进展情况的通报"
    assert told.author == "中共南屏县青溪镇委员会"
    assert told.language == "zh-CN"


def test_the_times_are_those_of_the_issue_date() -> None:
    told = core(Properties("", "", date(2024, 8, 9)))

    assert told.created == told.modified == datetime(2024, 8, 9, tzinfo=UTC)


def test_without_an_issue_date_no_times_are_told() -> None:
    told = core(Properties("", ""))

    assert told.created is None
    assert told.modified is None


def test_no_tool_names_itself() -> None:
    docx_file = written(Properties("", ""))
    parts = [name for name in names(docx_file) if name.startswith("docProps/")]
    fields = {element.tag.rpartition("}")[2] for element in part(docx_file, "docProps/core.xml")}

    assert parts == ["docProps/core.xml"]
    assert fields == {"title", "creator", "language"}
