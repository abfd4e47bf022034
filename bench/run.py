"""Time how long bulletins take: the command from a cold start, the library once warm, long ones and many of them.

    python bench/run.py [--fonts FOLDER] [--peers PYTHON] [--rounds N] [--only cold,warm,growth,batch]

All cases of a table take turns in each round, so that a busy machine is busy for all of them alike; medians are
printed, of the seconds of processor as well, which other work hardly moves. Each round has another text.
"""

import argparse
import functools
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from texts import spec_text

import bulletin_gen

WORKER = Path(__file__).with_name("worker.py")
COMMAND = Path(sys.executable).with_name("bulletin-gen")
OURS = ("docx", "docx+checks", "pdf", "pdf+checks")
LIKE = {"docx": ("python-docx", "docxtpl"), "pdf": ("typst",)}  # the first is what all are measured by
PEERS = tuple(peer for peers in LIKE.values() for peer in peers)
SIZES = (50, 500, 2000, 5000)


@dataclass(frozen=True)
class Took:
    """Seconds on the clock and of processor, and where it is known the most memory in MB."""

    clock: float
    processor: float
    memory: float = 0


def main() -> None:
    arguments = _arguments()
    tables: dict[str, Callable[[argparse.Namespace], None]] = {
        "cold": cold,
        "warm": warm,
        "growth": growth,
        "batch": batch,
    }
    for name, table in tables.items():
        if name in arguments.only:
            table(arguments)


def cold(arguments: argparse.Namespace) -> None:
    """Commands that each start a process of their own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        specs = _specs(folder, arguments.rounds + 1)
        given = ["--fonts", str(arguments.fonts)] if arguments.fonts else []
        cases: dict[str, Callable[[int], list[str]]] = {
            "python alone": lambda _round: [sys.executable, "-c", "pass"],
            "--help": lambda _round: [str(COMMAND), "--help"],
            **{
                f"render to {formats}": functools.partial(_render, specs, formats, given)
                for formats in ("docx", "pdf", "docx,pdf")
            },
        }
        peers = {peer: _peer_alone(peer, arguments) for peer in PEERS}
        cases |= {peer: functools.partial(_same, command) for peer, command in peers.items() if command}
        given_lines = [_given(spec_text(at)) for at in range(arguments.rounds + 1)]
        if shutil.which("pandoc"):
            cases["pandoc, to docx"] = functools.partial(
                _pandoc, [_lines_file(folder, *pair) for pair in enumerate(given_lines)]
            )
        rounds = [
            {name: _command(case(at), given_lines[at]) for name, case in cases.items()}
            for at in range(arguments.rounds + 1)
        ]
    base = "typst" if "typst" in cases else "python alone"
    _print("cold", {name: [took[name] for took in rounds[1:]] for name in cases}, base)


def _peer_alone(peer: str, arguments: argparse.Namespace) -> list[str] | None:
    """Return the command of a peer that starts, writes one text and ends; None where it is not here."""
    command = [str(arguments.peers), str(WORKER), peer, *([str(arguments.fonts)] if arguments.fonts else [])]
    is_here = Worker(peer, arguments.fonts, arguments.peers).is_ready
    return command if is_here else None


def _lines_file(folder: Path, number: int, given: str) -> Path:
    path = folder / f"{number}.md"
    path.write_text("\n\n".join(json.loads(given)["lines"]), "utf-8")
    return path


def _pandoc(texts: Sequence[Path], at: int) -> list[str]:
    return ["pandoc", "--output", str(texts[at].with_suffix(".docx")), str(texts[at])]


def _same(command: list[str], _round: int) -> list[str]:
    return command


def _render(specs: Sequence[Path], formats: str, given: Sequence[str], at: int) -> list[str]:
    return [str(COMMAND), "render", str(specs[at]), "--force", "--format", formats, *given]


def warm(arguments: argparse.Namespace) -> None:
    """Writers that have started: from a spec to bytes, peers from the printed lines."""
    workers = {case: Worker(case, arguments.fonts, _python_of(case, arguments)) for case in (*OURS, *PEERS)}
    ready = {case: worker for case, worker in workers.items() if worker.is_ready}
    for case in workers.keys() - ready.keys():
        print(f"{case}: not here, left out")
    took: dict[str, list[Took]] = {case: [] for case in ready}
    for at in range(arguments.rounds + 1):
        given = _given(spec_text(at))
        for case, worker in ready.items():
            took[case].append(worker.write(given))
    for suffix, peers in LIKE.items():
        cases = {case: times[1:] for case, times in took.items() if case.startswith(suffix) or case in peers}
        _print(f"warm, {suffix}", cases, peers[0])


def growth(arguments: argparse.Namespace) -> None:
    """Bulletins of more and more issues, each size in a process of its own: milliseconds of processor a page."""
    print("growth: issues, pages, ms of processor a page")
    for size in SIZES:
        fonts = [str(arguments.fonts)] if arguments.fonts else []
        subprocess.run([sys.executable, str(WORKER.with_name("stages.py")), str(size), *fonts], check=True)


def batch(arguments: argparse.Namespace) -> None:
    """Many small bulletins to PDF by one and by two processes, starts included: documents a second."""
    count = arguments.documents
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _specs(folder / "in", count, issues=10)
        given = ["--fonts", str(arguments.fonts)] if arguments.fonts else []
        for workers in (1, 2):
            command = [
                str(COMMAND),
                "batch",
                str(folder / "in"),
                "-o",
                str(folder / f"out{workers}"),
                "--format",
                "pdf",
            ]
            took = _command([*command, "--workers", str(workers), "--force", *given])
            _print_rate("bulletin-gen", workers, count, took.clock)
            for case, called in (("pdf", "its writer alone"), ("typst", "typst")):
                if seconds := _writers(case, arguments, workers, count):
                    _print_rate(called, workers, count, seconds)


def _writers(case: str, arguments: argparse.Namespace, processes: int, count: int) -> float | None:
    """Return the seconds in which so many processes of one writer write all; None where it is not here."""
    texts = [_given(spec_text(at, issues=10)) for at in range(count)]
    start = time.perf_counter()
    workers = [Worker(case, arguments.fonts, _python_of(case, arguments)) for _ in range(processes)]
    if not all(worker.is_ready for worker in workers):
        return None
    with ThreadPoolExecutor(processes) as threads:
        shares = [texts[at::processes] for at in range(processes)]
        list(threads.map(lambda worker, share: [worker.write(text) for text in share], workers, shares))
    return time.perf_counter() - start


class Worker:
    """A process that writes; `is_ready` is False where its library is not here."""

    def __init__(self, case: str, fonts: Path | None, python: Path) -> None:
        command = [str(python), str(WORKER), case, *([str(fonts)] if fonts else [])]
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)
        except FileNotFoundError:
            self.is_ready = False
            return
        self.is_ready = self._line() == "ready\n"

    def write(self, given: str) -> Took:
        assert self._process.stdin
        print(given, file=self._process.stdin, flush=True)
        clock, processor, _size, memory = json.loads(self._line())
        return Took(clock, processor, memory)

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()


def _given(spec: str) -> str:
    lines = bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(spec))).split("\n")
    return json.dumps({"spec": spec, "lines": [line for line in lines if line]})


def _python_of(case: str, arguments: argparse.Namespace) -> Path:
    return arguments.peers if case in PEERS else Path(sys.executable)


def _specs(folder: Path, count: int, issues: int = 40) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(spec_text(number, issues), "utf-8")
    return paths


def _command(command: Sequence[str], given: str = "") -> Took:
    """Return what a process took that has `given` to read."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, input=given.encode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode < 2, done.stderr.decode()
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(time.perf_counter() - start, processor)


def _print(title: str, took: dict[str, list[Took]], base: str) -> None:
    """Print the medians, and the ratios to the base within each round: by the clock, and of the processor."""
    print(
        f"{title:<20} {'clock ms':>10} {'cpu ms':>10} {'least cpu':>10} {'clock × ' + base:>20} {'cpu ×':>6} {'MB':>6}"
    )
    for case, times in took.items():
        clock = statistics.median(time.clock for time in times) * 1000
        processor = statistics.median(time.processor for time in times) * 1000
        least = min(time.processor for time in times) * 1000
        pairs = list(zip(times, took.get(base, ()), strict=base in took))
        by_clock = statistics.median([ours.clock / theirs.clock for ours, theirs in pairs] or [0])
        of_cpu = statistics.median([ours.processor / theirs.processor for ours, theirs in pairs] or [0])
        memory = max(time.memory for time in times)
        print(f"{case:<20} {clock:10.1f} {processor:10.1f} {least:10.1f} {by_clock:20.2f} {of_cpu:6.2f} {memory:6.0f}")


def _print_rate(case: str, workers: int, count: int, seconds: float) -> None:
    print(f"batch, {case}, {workers} workers: {count} documents, {count / seconds:.1f} a second")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fonts", type=Path, help="a folder of faces that go before the system's")
    parser.add_argument("--peers", type=Path, default=Path(".bench/bin/python"), help="a Python that has the peers")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--documents", type=int, default=200, help="how many a batch makes")
    parser.add_argument("--only", type=lambda typed: typed.split(","), default=["cold", "warm", "growth", "batch"])
    return parser.parse_args()


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    main()
