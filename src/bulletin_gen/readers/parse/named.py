"""A bulletin that says its source in; the same with its issuer's names in its texts as placeholders, so that they
follow when the name is changed.

A name that begins with no place counts where it stands alone: 各县林业局党组 names others than 县林业局党组.
"""

import re

from bulletin_gen.readers.parse.texts import texts_in, with_texts
from bulletin_gen.spec.model import Bulletin, Issuer
from bulletin_gen.text.chars import is_han
from bulletin_gen.text.regex import Regex

_SHORTEST = 4  # characters of a name; a shorter one is often part of other words
_NO_PLACE = "省市州县区旗镇乡街村局厅委部院校集公"  # what a name begins with that others bear: 县林业局党组
_BEFORE = "由向对经在和与及受使为令请让将据代替以并按是"  # 向某镇党委反馈; not 各某镇党委


def with_names(bulletin: Bulletin) -> Bulletin:
    """Return the bulletin with each name of its issuer that stands in a text as the placeholder of that name."""
    issuer = bulletin.issuer
    names = _names(issuer)
    if not names:
        return bulletin
    pattern = Regex("|".join(map(re.escape, names)))

    def said(text: str) -> str:
        return pattern.sub(lambda match: names[match[0]] if _stands_alone(match) else match[0], text)

    fields = with_texts({**bulletin.model_dump(), "issuer": issuer.signature}, said)
    assert isinstance(fields, dict)
    own = {**issuer.model_dump(), "signature": fields["issuer"]}
    return Bulletin.model_validate({**fields, "issuer": own})


def names_left(bulletin: Bulletin) -> int:
    """Return how often a text names the issuer without a placeholder, where it may be part of another's name."""
    fields = {**bulletin.model_dump(), "issuer": bulletin.issuer.signature}
    pattern = Regex("|".join(map(re.escape, _names(bulletin.issuer))) or "(?!)")
    return sum(len(pattern.findall(text)) for text in texts_in(fields))


def _names(issuer: Issuer) -> dict[str, str]:
    """Return the placeholder of each name, that of the longest first."""
    names = {issuer.called: "{{ issuer.short_name }}", issuer.name: "{{ issuer.name }}"}
    known = (name for name in names if len(name) >= _SHORTEST and "{" not in name)
    return {name: names[name] for name in sorted(known, key=len, reverse=True)}


def _stands_alone(match: re.Match[str]) -> bool:
    before = match.string[: match.start()][-1:]
    is_unique = match[0][0] not in _NO_PLACE or match[0].startswith("中共")
    return is_unique or not before or not is_han(before) or before in _BEFORE
