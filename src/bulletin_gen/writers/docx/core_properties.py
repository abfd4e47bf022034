"""What a document says about itself -> the core properties of a DOCX."""

from collections.abc import Iterator

from bulletin_gen.properties import Properties, storable
from bulletin_gen.writers.docx.xml import Markup, escaped

_WIDE_SPACE = "\u3000"
_END = "</cp:coreProperties>"


def with_properties(core: Markup, properties: Properties) -> Markup:
    """Return the root of core.xml with title, author and, when the issue date is a full date, the times of creation and
    change.

    A draft tells its stage as its status, and what is said after that as its version.
    """
    return f"{core.removesuffix(_END)}{''.join(_fields(properties))}{_END}"


def _fields(properties: Properties) -> Iterator[Markup]:
    yield _field("dc:title", properties.title)
    yield _field("dc:creator", properties.issuer)
    if properties.issued is not None:
        for name in ("created", "modified"):
            yield f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{properties.issued:%Y-%m-%d}T00:00:00Z</dcterms:{name}>'
    stage, _, version = properties.stage.partition(_WIDE_SPACE)
    if stage:
        yield _field("cp:contentStatus", stage)
    if version:
        yield _field("cp:version", version.replace(_WIDE_SPACE, " "))


def _field(name: str, text: str) -> Markup:
    return f"<{name}>{escaped(storable(text))}</{name}>"
