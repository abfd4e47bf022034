"""Time how long a bulletin takes: the command line from a cold start, and the library once it is warm.

    python bench/run.py [--spec SPEC] [--fonts FOLDER] [--rounds N]

Every case runs once in each round, so that a busy machine is busy for all of them alike; the medians are printed.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import bulletin_gen

EXAMPLES = Path(__file__).parents[1] / "examples"
COMMAND = Path(sys.executable).with_name("bulletin-gen")
Case = Callable[[], object]


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        cases = {**cold_cases(arguments.spec, arguments.fonts, Path(folder)), **warm_cases(arguments)}
        print(f"{arguments.spec.name}: {describe(arguments.spec)}; {arguments.rounds} rounds")
        for name, seconds in timed(cases, arguments.rounds).items():
            print(f"{name:<28} {statistics.median(seconds) * 1000:8.1f} ms   fastest {min(seconds) * 1000:8.1f} ms")


def cold_cases(spec: Path, fonts: Path | None, folder: Path) -> dict[str, Case]:
    """Return commands that each start a process of their own."""
    given = ["--fonts", str(fonts)] if fonts else []
    render = [str(COMMAND), "render", str(spec), "--force", "--output", str(folder), *given]
    commands = {
        "python alone": [sys.executable, "-c", "pass"],
        "--help": [str(COMMAND), "--help"],
        "render to DOCX": [*render, "--format", "docx"],
        "render to PDF": [*render, "--format", "pdf"],
        "render to both": [*render, "--format", "docx,pdf"],
    }
    return {f"cold, {name}": lambda command=command: _run(command) for name, command in commands.items()}


def warm_cases(arguments: argparse.Namespace) -> dict[str, Case]:
    """Return calls of the library in this process; the faces are found once, before the clock runs."""
    source = arguments.spec.read_bytes()
    folders = [arguments.fonts] if arguments.fonts else []
    fonts = bulletin_gen.find_fonts(directories=folders)
    spec = bulletin_gen.load_spec(source)
    return {
        "warm, read the spec": lambda: bulletin_gen.load_spec(source),
        "warm, compose": lambda: bulletin_gen.compose(spec),
        "warm, compose and DOCX": lambda: bulletin_gen.render(spec, ("docx",)),
        "warm, compose and PDF": lambda: bulletin_gen.render(spec, ("pdf",), fonts=fonts),
    }


def timed(cases: Mapping[str, Case], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each case in each round; a first round goes uncounted."""
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, case in cases.items():
            start = time.perf_counter()
            case()
            if number:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def describe(spec: Path) -> str:
    text = bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(spec.read_bytes())))
    return f"{len(text)} characters, {len(set(text))} different ones"


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    largest = max(EXAMPLES.glob("*.yaml"), key=lambda path: path.stat().st_size)
    parser.add_argument("--spec", type=Path, default=largest, help="default: the largest example")
    parser.add_argument("--fonts", type=Path, help="a folder of faces that go before the system's")
    parser.add_argument("--rounds", type=int, default=9)
    return parser.parse_args()


if __name__ == "__main__":
    main()
