"""A bulletin's bytes do not depend on what the process made before it."""

import subprocess
import sys

from bulletin_gen.fonts.coverage import probe_characters
from bulletin_gen.style import FaceRole

COUNT = 21
# Renders the texts of standard input, one a line, and prints what each file comes to.
RENDER = """
import hashlib, sys
from bulletin_gen import find_fonts, load_spec, render
fonts = find_fonts(system=False)
for line in sys.stdin:
    spec = load_spec(line)
    for name, content in render(spec, ("docx", "pdf"), fonts=fonts, office=None).files.items():
        print(name, hashlib.sha256(content).hexdigest())
"""


def bulletin(number: int) -> str:
    """Return a bulletin with some characters that no other has."""
    han = probe_characters(FaceRole.FANGSONG)
    rare = han[number * 300 : number * 300 + 120]
    issue = f"{{heading: {rare[:9]}不规范, measures: [{rare}共{number + 2}项。]}}"
    return (
        "{issuer: {name: 中共青禾县委员会}, opening: 关于整改情况的通报。, issue_date: 2026-01-20, "
        f"results: {{sections: [{{heading: 管理方面, issues: [{issue}]}}]}}}}"
    )


def rendered(texts: list[str]) -> list[tuple[str, ...]]:
    """Return what each file of each text comes to, all rendered by one process that starts afresh."""
    command = [sys.executable, "-c", RENDER]
    done = subprocess.run(command, input="\n".join(texts), capture_output=True, text=True, check=True, encoding="utf-8")
    lines = done.stdout.splitlines()
    return list(zip(lines[::2], lines[1::2], strict=True))


def test_a_bulletin_is_the_same_alone_and_after_twenty_others_in_either_order() -> None:
    texts = [bulletin(number) for number in range(COUNT)]
    forward, backward = rendered(texts), rendered(texts[::-1])

    assert forward == backward[::-1]
    assert len(set(forward)) == COUNT
    assert [*rendered(texts[:1]), *rendered(texts[-1:])] == [forward[0], forward[-1]]
