"""What the pages of rules on a spec show: small specs to be wrong or right."""

ISSUER = "issuer: {name: 中共青禾县河湾镇委员会, short_name: 河湾镇党委}\n"
BODY = "organisation: {text: 党委会专题研究整改工作。}\n"
OPENED = f"{ISSUER}opening: 无\n{BODY}"


def inspected(*dates: str) -> str:
    """Return a spec with an inspection and these lines about it."""
    lines = ("deployed_by: 县委", "team: 县委第二巡察组", *dates)
    return ISSUER + BODY + "inspection:\n" + "".join(f"  {line}\n" for line in lines)


def with_issues(*issues: str, results: str = "") -> str:
    """Return a spec with these issues, and these lines of the results before them."""
    return f"{OPENED}results:\n{results}  issues:\n" + "".join(f"    - {{{issue}}}\n" for issue in issues)
