"""What a worker does: a task in, its outcome out. Nothing is written, and nothing but a bug is raised."""

from dataclasses import replace

from bulletin_gen.batch.task import Outcome, Setting, Task
from bulletin_gen.errors import BulletinError
from bulletin_gen.fonts.find import find_once
from bulletin_gen.rendering import render
from bulletin_gen.spec.load import load_spec


def render_task(task: Task, setting: Setting) -> Outcome:
    """Return a bulletin's files, or what is wrong with it.

    A process looks for its faces once and keeps them, so that a worker pays for them with its first bulletin alone.
    """
    try:
        spec = load_spec(task.content, task.source)
        spec = replace(spec, places=task.places) if task.places else spec
        fonts = find_once(setting.style, setting.font_folders) if "pdf" in setting.formats else None
        way = (setting.formats, setting.style, fonts, setting.numbering, task.office, setting.packing)
        made = render(spec, *way)
    except BulletinError as error:
        return Outcome(task.name, task.source, problems=error.problems)
    return Outcome(task.name, task.source, made.files, made.pages, (*task.findings, *made.findings, *made.remarks))
