"""The wheel, installed far from the checkout on a machine without fonts, as a user may have it."""

import subprocess
import sys
from pathlib import Path
from venv import EnvBuilder

import pytest

import judges

pytestmark = pytest.mark.xdist_group("wheel")  # built once

# The command line as installed, in a world where the system has no fonts.
_WITHOUT_SYSTEM_FONTS = """
import sys
from bulletin_gen.cli import main
from bulletin_gen.fonts import find
find.system_directories = lambda *_: ()
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it alone, and return the Python it was installed for."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, judges.CHECKOUT)
    (wheel,) = folder.glob("bulletin_gen-*.whl")
    EnvBuilder(with_pip=True).create(folder / "venv")
    python = folder / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel)
    return python


@pytest.fixture(scope="module")
def workplace(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where a new user typed `new` and `render`; what the commands said is in `said.txt`."""
    folder = tmp_path_factory.mktemp("workplace")
    said = bulletin_gen(installed, folder, "new")
    said += bulletin_gen(installed, folder, "render", "通报.yaml", "--format", "docx,pdf,txt")
    (folder / "said.txt").write_text(said, encoding="utf-8")
    return folder


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Return what a command printed, faults included."""
    words = [str(word) for word in command]
    result = subprocess.run(words, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    assert result.returncode == 0, result.stdout
    return result.stdout


def bulletin_gen(python: Path, folder: Path, *arguments: str) -> str:
    return run(python, "-I", "-c", _WITHOUT_SYSTEM_FONTS, *arguments, cwd=folder)


def test_the_command_is_installed(installed: Path, tmp_path: Path) -> None:
    assert "render" in run(installed.with_name("bulletin-gen"), "--help", cwd=tmp_path)


def test_a_new_user_gets_a_document_in_every_format(workplace: Path) -> None:
    assert {path.suffix for path in workplace.glob("通报.*")} == {".yaml", ".docx", ".pdf", ".txt"}


def test_the_docx_is_valid(workplace: Path) -> None:
    assert judges.ooxml_errors(workplace / "通报.docx", "Microsoft365") == []


def test_the_pdf_has_all_its_faces(workplace: Path) -> None:
    fonts = judges.pdf_fonts(workplace / "通报.pdf")

    assert fonts
    assert all(font.emb and font.sub and font.uni for font in fonts)
    assert judges.qpdf_problems(workplace / "通报.pdf") == []


def test_the_pdf_says_what_the_text_says(workplace: Path) -> None:
    title = (workplace / "通报.txt").read_text(encoding="utf-8").splitlines()[0]

    assert title in "".join(judges.pdf_text(workplace / "通报.pdf").split())


@pytest.mark.parametrize("face", ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"])
def test_every_substitute_is_named(workplace: Path, face: str) -> None:
    assert f"没有找到 {face}，改用" in (workplace / "said.txt").read_text(encoding="utf-8")


def test_the_wheel_is_typed(installed: Path, tmp_path: Path) -> None:
    place = "import bulletin_gen, pathlib; print(pathlib.Path(bulletin_gen.__file__).with_name('py.typed').exists())"

    assert run(installed, "-I", "-c", place, cwd=tmp_path) == "True\n"


def test_the_lists_of_wrong_words_are_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    count = "from bulletin_gen.checks.terms import terms_of; print(len(list(terms_of('错别字'))) > 500)"

    assert run(installed, "-I", "-c", count, cwd=tmp_path) == "True\n"
