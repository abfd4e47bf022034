"""A document is printed without what composed it."""

import pickle
import subprocess
import sys

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.files.yaml_files import read_spec
from bulletin_gen.fonts.find import find_once
from bulletin_gen.printing import FORMATS, get_ready, print_document
from bulletin_gen.style import GBT9704
from judges import CHECKOUT
from judges import test_fonts as folder_of_faces

EXAMPLE = CHECKOUT / "examples" / "临澜市水务局党组.yaml"

_LOADED_BY_A_BULLETIN = """
import pickle, sys
from pathlib import Path
from bulletin_gen.fonts.find import find_once
from bulletin_gen.printing import get_ready, print_document
from bulletin_gen.style import GBT9704

formats, folders = sys.argv[1].split(","), (Path(sys.argv[2]),)
get_ready(formats, folders)
document, before = pickle.load(sys.stdin.buffer), set(sys.modules)
print_document(document, formats, fonts=find_once(GBT9704, folders) if "pdf" in formats else None)
print(*set(sys.modules) - before, {"pydantic", "jinja2", "yaml"} & set(sys.modules))
"""


@pytest.mark.parametrize("formats", ["docx", "pdf", "docx,pdf", "txt"])
def test_who_is_ready_loads_nothing_more_for_a_bulletin(formats: str) -> None:

    command = [sys.executable, "-c", _LOADED_BY_A_BULLETIN, formats, str(folder_of_faces())]
    document = pickle.dumps(compose(read_spec(EXAMPLE)))
    run = subprocess.run(command, input=document, capture_output=True, check=True)

    assert run.stdout.decode() == "set()\n", "nor has it loaded what reads and composes"


def test_being_ready_changes_no_file() -> None:
    document, folders = compose(read_spec(EXAMPLE)), (folder_of_faces(),)
    before = print_document(document, FORMATS, fonts=find_once(GBT9704, folders))

    get_ready(FORMATS, folders)

    assert print_document(document, FORMATS, fonts=find_once(GBT9704, folders)) == before
