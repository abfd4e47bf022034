"""What an office says of itself, to which its bulletins are held: the values of its bulletin-gen.toml."""

from collections.abc import Mapping
from dataclasses import field

from bulletin_gen.finding import Severity
from bulletin_gen.frozen import frozen


@frozen
class Office:
    """`levels` gives rules, or whole groups (`words`), another severity; None switches one off.

    `allowed` are words in which no rule finds a fault; `preferred` gives for each wording that the office does not
    want the one it does. `units`, `people` (name to office held) and `phones` are those that may be named, and
    against which a text is held; `public_names` are persons who may be named in public.
    """

    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
    preferred: Mapping[str, str] = field(default_factory=dict)
    units: tuple[str, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    phones: tuple[str, ...] = ()
    public_names: tuple[str, ...] = ()


ANY_OFFICE = Office()
