"""What was said last year in; the 【待补】 that stands in its place out."""

from bulletin_gen.text.pairing import pairing

_LONGEST = 60  # characters of last year's words; all of them stand in the list of what was set open
_UNHOLDABLE = str.maketrans({"【": "［", "】": "］", "\n": None})


def gap(was: str, what: str = "") -> str:
    """Return 【待补：去年为12】, or with what it is: 【待补：整改状态，去年为已完成】. Long words are cut."""
    said = was.rstrip("。").translate(_UNHOLDABLE).replace("{{", "{ {").replace("}}", "} }")
    about = f"{what}，" if what else ""
    return f"【待补：{about}去年为{said if len(said) <= _LONGEST else f'{_without_halves(said[:_LONGEST])}……'}】"


def _without_halves(cut: str) -> str:
    """Return a text that was cut off without half a number at its end, and without marks that lost their other half."""
    cut = cut.rstrip("0123456789.")
    lone = {mark.at for mark in pairing(cut).lone}
    return "".join(char for at, char in enumerate(cut) if at not in lone)
