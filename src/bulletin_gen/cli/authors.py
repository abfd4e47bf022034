"""Those who want something of a draft, as they are named on the command line."""

from collections.abc import Sequence

import bulletin_gen


def refuse_stranger(name: str, opinions: Sequence[bulletin_gen.Opinion]) -> None:
    """Raise BulletinError for the name of somebody who wants nothing: it is a slip."""
    authors = list(dict.fromkeys(author for opinion in opinions for author in opinion.authors))
    if name not in (*authors, *(opinion.author for opinion in opinions)):
        hint = f"提了意见的有：{'、'.join(authors)}" if authors else "现在一条意见也没有"
        raise bulletin_gen.BulletinError(bulletin_gen.Problem(f"没有“{name}”提的意见，什么都没有写", hint))
