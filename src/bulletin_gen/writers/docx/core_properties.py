"""What a document says about itself -> the core properties of a DOCX."""

from datetime import UTC, datetime, time

from docx.opc.coreprops import CoreProperties

from bulletin_gen.properties import Properties, storable

_WIDE_SPACE = "\u3000"


def fill_properties(core: CoreProperties, properties: Properties) -> None:
    """Set title, author and, when the issue date is a full date, the times of creation and change.

    A draft tells its stage as its status, and what is said after that as its version.
    """
    core.title = storable(properties.title)
    core.author = storable(properties.issuer)
    if properties.issued is not None:
        core.created = core.modified = datetime.combine(properties.issued, time(), UTC)
    stage, _, version = properties.stage.partition(_WIDE_SPACE)
    if stage:
        core.content_status = storable(stage)
    if version:
        core.version = storable(version.replace(_WIDE_SPACE, " "))
