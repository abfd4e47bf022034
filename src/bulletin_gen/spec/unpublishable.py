"""What a copy for publication may not hold, because only the issued document may: 密级, 份号, 版记."""

from bulletin_gen.errors import Problem
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.spec.spec import Spec


def unpublishable(spec: Spec) -> list[Problem]:
    """Return what is wrong with each of these parts in a bulletin that is to be published."""
    bulletin = spec.bulletin
    if bulletin.form is OutputForm.ISSUED:
        return []
    head = bulletin.head
    held = {
        "head.secrecy": ("密级", head and head.secrecy),
        "head.copy_number": ("份号", head and head.copy_number),
        "colophon": ("版记", bulletin.colophon),
    }
    form, issued = spec.named("form"), spec.named_value("form", OutputForm.ISSUED)
    hint = f"请删去这一项；要有这一项的，{form}是{issued}"
    return [Problem(f"公布稿不得带有{name}", hint, spec.where(path)) for path, (name, value) in held.items() if value]
