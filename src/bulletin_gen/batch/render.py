"""What a worker does: a task in, its outcome out. Nothing is written, and nothing but a bug is raised."""

from dataclasses import replace

from bulletin_gen.batch.task import Outcome, Setting, Task
from bulletin_gen.errors import BulletinError
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.rendering import render
from bulletin_gen.spec.load import load_spec

_FOUND: list[tuple[Setting, FontSet]] = []  # the faces of this process, and what they were looked for


def render_task(task: Task, setting: Setting) -> Outcome:
    """Return a bulletin's files, or what is wrong with it.

    A process looks for its faces once and keeps them, so that a worker pays for them with its first bulletin alone.
    """
    try:
        spec = load_spec(task.content, task.source)
        spec = replace(spec, places=task.places) if task.places else spec
        way = (setting.formats, setting.style, _fonts(setting), setting.numbering, task.office, setting.packing)
        made = render(spec, *way)
    except BulletinError as error:
        return Outcome(task.name, task.source, problems=error.problems)
    return Outcome(task.name, task.source, made.files, made.pages, (*task.findings, *made.findings, *made.remarks))


def _fonts(setting: Setting) -> FontSet | None:
    if "pdf" not in setting.formats:
        return None
    if not _FOUND or _FOUND[0][0] != setting:
        _FOUND[:] = [(setting, find_fonts(setting.style, setting.font_folders))]
    return _FOUND[0][1]
