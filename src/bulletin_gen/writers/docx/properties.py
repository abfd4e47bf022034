"""What a document says about itself -> the core properties of a DOCX."""

from datetime import UTC, datetime, time

from docx.opc.coreprops import CoreProperties

from bulletin_gen.properties import Properties


def fill_properties(core: CoreProperties, properties: Properties) -> None:
    """Set title, author and, when the issue date is a full date, the times of creation and change."""
    core.title = properties.title
    core.author = properties.issuer
    if properties.issued is not None:
        core.created = core.modified = datetime.combine(properties.issued, time(), UTC)
