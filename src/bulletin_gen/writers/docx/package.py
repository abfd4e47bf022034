"""The parts of one document -> a DOCX file: those of its base, which are ready, and its own."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE

from bulletin_gen.ooxml.packing import member, packed
from bulletin_gen.properties import Properties
from bulletin_gen.writers.docx.base import Base
from bulletin_gen.writers.docx.core_properties import with_properties
from bulletin_gen.writers.docx.xml import Markup

_KINDS = {
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    "comments": (CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS),
}
_PACKAGE_RELATIONS = (
    (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, "word/document.xml"),
    (RELATIONSHIP_TYPE.CORE_PROPERTIES, "docProps/core.xml"),
)
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_ready = lru_cache(maxsize=64)(member)  # of parts that are much the same in all documents, and small


class Package:
    """A document that is being made. `own` are the roots of its own parts, by their names without `.xml`."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.own: dict[str, Markup] = {}
        self._types = dict(base.types)
        self._relations = list(base.relations)

    def add(self, name: str, content: Markup) -> str:
        """Add a part of this root; return the id by which the document refers to it.

        What a part is its name tells, up to a dash: header-odd is a header.
        """
        content_type, relation = _KINDS[name.partition("-")[0]]
        self.own[name] = content
        self._types[f"/word/{name}.xml"] = content_type
        self._relations.append((relation, f"{name}.xml"))
        return f"rId{len(self._relations)}"

    def headers(self) -> list[str]:
        """Return the names of the headers, in the order in which they were added."""
        return [name for name in self.own if name.startswith("header")]

    def saved(self, document: Markup, properties: Properties) -> bytes:
        """Return the DOCX file of that root of its main part. The same parts give the same bytes."""
        first = {
            "[Content_Types].xml": _ready(_content_types(self._types)),
            "_rels/.rels": _ready(_relationships(_PACKAGE_RELATIONS)),
            "word/document.xml": member(_part(document)),
            "word/_rels/document.xml.rels": _ready(_relationships(self._relations)),
        }
        own = {f"word/{name}.xml": member(_part(content)) for name, content in self.own.items()}
        told = {"docProps/core.xml": member(_part(with_properties(self.base.core, properties)))}
        return packed(first | dict(self.base.members) | own | told)


def _content_types(types: Mapping[str, str]) -> bytes:
    """Return what each part is, all of them by name, and those that tell which part refers to which by their end."""
    ends = (("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML))
    defaults = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in ends]
    overrides = [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(types.items())]
    return _listed("Types", NAMESPACE.OPC_CONTENT_TYPES, [*defaults, *overrides])


def _relationships(relations: Iterable[tuple[str, str]]) -> bytes:
    """Return the part that says which part refers to which."""
    return _listed(
        "Relationships",
        NAMESPACE.OPC_RELATIONSHIPS,
        [
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(relations, start=1)
        ],
    )


def _listed(root: str, namespace: str, items: Iterable[str]) -> bytes:
    return _part(f'<{root} xmlns="{namespace}">{"".join(items)}</{root}>')


def _part(root: Markup) -> bytes:
    return f"{_DECLARATION}{root}".encode()
