"""What a user may choose costs nothing to name."""

import subprocess
import sys

HEAVY = {"docx", "lxml"}


def test_choosing_the_numbering_loads_nothing_heavy() -> None:
    script = "import sys; from bulletin_gen.writers.docx import Numbering; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert {name.partition(".")[0] for name in run.stdout.split()} & HEAVY == set()
