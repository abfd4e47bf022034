"""A PDF is measured in a process of its own, which is ended when it takes more than an official document can need.

pdfminer trusts what it reads: a few bytes can ask for days, or for all memory.
"""

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from time import process_time

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.frozen import frozen
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.pdf import measure_pdf
from bulletin_gen.where import Where

try:
    import resource
except ImportError:  # Windows, where the clock alone sets bounds
    resource = None  # type: ignore[assignment]

_TOO_MUCH = 75  # how the process ends that has used up what it may
_USED_UP = {_TOO_MUCH, -9, -24}  # or the system ends it: SIGKILL, when memory is short; SIGXCPU
_OFTEN = 0.02  # seconds between two looks at what is used
_PACE = 0.01  # seconds of the processor that `_slowness` takes on the machine that the bounds were measured on
_STEPS = 200_000
_SLOWEST = 8.0  # times slower, and no more is allowed for
_CHILD = "import sys; sys.path[:] = sys.argv[3:]; from bulletin_gen.proof.pdf.apart import serve; serve()"
_HINT = "请检查文件的来历；确是公文的，请用 PDF 阅读器重新导出再核对"


@frozen
class Bounds:
    """`seconds` of the processor for each hundred pages begun, on a usual machine: a slower one is given more. `memory`
    in bytes, `clock` seconds for all of it."""

    seconds: float = 3.5
    memory: int = 500_000_000
    clock: float = 120.0


def measure_apart(source: bytes, file: str, bounds: Bounds = Bounds()) -> Measured:
    """Return what is measured in a PDF.

    Raises ReadError when the file is no PDF, is damaged, has a password, wants more time or memory than it may, or
    breaks the process that reads it, and when that cannot be started, as from a frozen program, which has no
    interpreter.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        hint = "请核对原来的 DOCX；要核对 PDF，请用 Python 安装的 bulletin-gen"
        raise ReadError(Problem("打包成单个程序的 bulletin-gen 不能读 PDF", hint, Where(file)))
    paths = [str(Path(__file__).parents[3]), *filter(None, sys.path)]
    command = [sys.executable, "-I", "-c", _CHILD, str(bounds.seconds), str(bounds.memory), *paths]
    try:
        done = subprocess.run(command, input=source, capture_output=True, timeout=bounds.clock, check=False)
    except subprocess.TimeoutExpired:
        raise _too_much(file) from None
    except OSError as error:
        problem = Problem(f"读 PDF 的程序无法启动（{error.strerror}）", "请关闭一些程序后再试", Where(file))
        raise ReadError(problem) from None
    if done.returncode in _USED_UP:
        raise _too_much(file)
    if done.returncode:
        raise _broke_off(file, done)
    answer: Measured | Problem = pickle.loads(done.stdout)  # our own process wrote it
    if isinstance(answer, Problem):
        raise ReadError(Problem(answer.message, answer.hint, Where(file)))
    return answer


def _too_much(file: str) -> ReadError:
    return ReadError(Problem("读这个 PDF 要用的时间或内存太多，不像一份公文", _HINT, Where(file)))


def _broke_off(file: str, done: subprocess.CompletedProcess[bytes]) -> ReadError:
    said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2] or "没有说明"
    return ReadError(Problem(f"读这个 PDF 的程序中断了（退出码 {done.returncode}：{said}）", _HINT, Where(file)))


def serve() -> None:
    """Measure the PDF that comes in, within the bounds that the command line names; what is measured goes out."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else may come between
    watch = _Watch(float(sys.argv[1]) * _slowness(), int(sys.argv[2]))
    watch.start()
    source = sys.stdin.buffer.read()
    try:
        answer: Measured | Problem = measure_pdf(source, on_page=watch.note_page)
    except ReadError as error:
        answer = error.problems[0]
    except MemoryError:
        os._exit(_TOO_MUCH)
    pickle.dump(answer, answers)
    answers.flush()
    os._exit(0)


class _Watch(threading.Thread):
    """Ends this process once it has used up what it may."""

    def __init__(self, seconds: float, memory: int) -> None:
        super().__init__(daemon=True)
        self._seconds, self._memory, self._pages = seconds, memory, 0
        if resource is not None and sys.platform.startswith("linux"):
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        self._limit_steps()

    def note_page(self) -> None:
        self._pages += 1
        if self._pages > 100:
            self._limit_steps()

    @property
    def _allowed(self) -> float:
        return self._seconds * max(1.0, self._pages / 100)

    def _limit_steps(self) -> None:
        """Have the system end this process where one step of the interpreter takes all, and no thread gets its turn."""
        if resource is not None:
            _, most = resource.getrlimit(resource.RLIMIT_CPU)
            wanted = int(self._allowed) + 2
            resource.setrlimit(resource.RLIMIT_CPU, (wanted if most < 0 else min(wanted, most), most))

    def run(self) -> None:
        pause = threading.Event()
        while not pause.wait(_OFTEN):
            if process_time() > self._allowed or _resident() > self._memory:
                os._exit(_TOO_MUCH)


def _slowness() -> float:
    """Return how many times slower than usual this machine is now; 1 for a faster one."""

    def once() -> float:
        start = process_time()
        sum(step % 7 for step in range(_STEPS))
        return process_time() - start

    return min(max(min(once() for _ in range(3)) / _PACE, 1.0), _SLOWEST)


def _resident() -> int:
    """Return the memory that this process holds, in bytes; 0 where the platform does not tell."""
    if sys.platform.startswith("linux"):  # where the most it has held starts at what the process held that started it
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if sys.platform == "darwin" else 0
