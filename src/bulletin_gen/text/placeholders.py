"""What an author still has to fill in: 【待补：会议次数】, 【待核】."""

import re

PLACEHOLDER = re.compile(r"【待[^】\n]*】")


def find_placeholders(text: str) -> list[str]:
    """Return the placeholders of a text in order."""
    return PLACEHOLDER.findall(text)
