"""Who may import whom, and what a quick start must not load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import bulletin_gen
from judges import CHECKOUT

PACKAGE = Path(bulletin_gen.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    {
        *("frozen", "garbage", "kept", "where", "errors", "units", "resources"),
        *("text", "properties", "element", "engine", "clause"),
    },
    {"style", "spans", "finding", "ledger", "sheet"},
    {"document"},
    {"pages", "yamltext"},
    {"spec", "fonts", "ooxml", "line"},
    {"placing"},
    {"composing", "layout", "profile"},
    {"readers"},
    {"writers", "checks", "proof", "review", "renewing"},
    {"printing"},
    {"rendering", "proving", "checking", "files"},
    {"remarking", "comparing", "merging", "tabulating", "batch"},
    {"bulletin_gen"},
    {"cli"},
    {"__main__"},
)
# Only the rooms of the first layer may know each other.
# Whoever takes the values must not know how they were made.
STAGES = {"composing", "layout", "profile", "readers"}
TAKERS = {"writers", "checks", "proof"}
PAGE_WRITERS = {"writers.pdf"}
# The command line sees what a user types. What only it needs is no public name and is taken from where it lives:
# files to read and write, what is told of a reading and of a house profile, the manuals of the rules and of the fields,
# what changed, the language of a file; how many bulletins at once are found, made and noted; what makes a class one of
# values, what makes a pattern one that waits; the two halves of rendering, which are done beside one another.
CLI_MAY_IMPORT = {
    "bulletin_gen",
    "batch",
    "checks.manual",
    "clause",
    "finding",
    "printing",
    "rendering",
    "frozen",
    "garbage",
    "files",
    "fonts.find",
    "profile.compare",
    "readers.notes",
    "renewing.next_year",
    "renewing.notes",
    "review.decided",
    "review.news.value",
    "review.opinion_table",
    "review.table",
    "spec.reference.full_starter",
    "spec.reference.page",
    "spec.names",
    "text.regex",
    "text.shown",
}

HEAVY = {
    "distributed",
    "docx",
    "jinja2",
    "lxml",
    "openpyxl",
    "pdfminer",
    "pydantic",
    "reportlab",
    "rich",
    "uharfbuzz",
    "xlrd",
    "yaml",
}


def name_of(module: Path) -> str:
    """Return `layout.page` for layout/page.py, `bulletin_gen` for the package itself."""
    parts = [part for part in module.relative_to(PACKAGE).with_suffix("").parts if part != "__init__"]
    return ".".join(parts) or "bulletin_gen"


NAMES = {name_of(module) for module in MODULES}


def imports_of(module: Path) -> Iterator[str]:
    """Yield the modules of this package that one module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (own for alias in node.names if (own := own_name(alias.name)))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(module)} has a relative import"
            yield from imported_from(node)


def imported_from(node: ast.ImportFrom) -> Iterator[str]:
    """Yield the submodules that are taken from a package, or the module whose names are taken."""
    source = own_name(node.module or "")
    if source:
        prefix = "" if source == "bulletin_gen" else f"{source}."
        submodules = {f"{prefix}{alias.name}" for alias in node.names} & NAMES
        yield from submodules or {source}


def own_name(imported: str) -> str:
    """Return `layout.page` for `bulletin_gen.layout.page`, nothing for a module of others."""
    package, _, name = imported.partition(".")
    return (name or package) if package == "bulletin_gen" else ""


def room(name: str) -> str:
    return name.partition(".")[0]


def layer(name: str) -> int:
    return next(number for number, rooms in enumerate(LAYERS) if room(name) in rooms)


def may_import(importer: str, imported: str) -> bool:
    here, there = room(importer), room(imported)
    if here == there:
        return True
    if here == "cli":
        return not CLI_MAY_IMPORT.isdisjoint({there, imported})
    if here in TAKERS and there in STAGES:
        return False
    if here == "writers" and there == "spec":
        return False
    if importer in PAGE_WRITERS and there == "document":
        return False
    return layer(imported) < layer(importer) or there in LAYERS[0]


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after a statement."""
    script = f"{statement}\nimport sys; print(*{{name.partition('.')[0] for name in sys.modules}}, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_every_room_has_a_layer() -> None:
    known = set().union(*LAYERS)

    assert {room(name) for name in NAMES} <= known


def test_every_room_is_on_the_map() -> None:
    """docs/architecture.md names it."""
    page = (CHECKOUT / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert [name for name in {room(name) for name in NAMES} if f"`{name}`" not in page] == []


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_imports_downwards_only(module: Path) -> None:
    name = name_of(module)

    assert [imported for imported in imports_of(module) if not may_import(name, imported)] == []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("text.dates", "style"),
        ("line.fill", "composing"),
        ("readers.text", "writers"),
        ("composing", "readers"),
        ("writers.docx", "composing"),
        ("writers.pdf", "layout"),
        ("writers.text", "spec.model"),
        ("writers.pdf", "document"),
        ("checks", "writers"),
        ("fonts.find", "spec.load"),
        ("fonts.find", "bulletin_gen"),
        ("cli.render", "spec.load"),
        ("cli.render", "profile.apply"),
        ("spec.load", "profile"),
        ("yamltext.events", "spec.model"),
        ("review.diff", "cli"),
    ],
)
def test_what_the_rules_forbid(importer: str, imported: str) -> None:
    assert not may_import(importer, imported)


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert set() == loaded_by("import bulletin_gen") & HEAVY


def test_help_loads_nothing_heavy() -> None:
    run_help = "import bulletin_gen.cli\ntry: bulletin_gen.cli.main(['--help'])\nexcept SystemExit: pass"

    assert set() == loaded_by(run_help) & HEAVY
