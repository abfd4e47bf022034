"""House profiles: an office's own values in place of the standard's, and what that changes.

In: a YAML file and a style. Out: the style with the office's values, and a list of all that is not as the standard
has it.
"""

from bulletin_gen.profile.apply import apply_profile
from bulletin_gen.profile.compare import Departure, departure_findings, departures, departures_by_clause
from bulletin_gen.profile.from_yaml import load_profile
from bulletin_gen.profile.house import Profile

__all__ = [
    "Departure",
    "Profile",
    "apply_profile",
    "departure_findings",
    "departures",
    "departures_by_clause",
    "load_profile",
]
