"""Find the files of `templates/`: inside the wheel, or at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def template_dir() -> Path:
    """Return the folder that holds the templates.

    An editable install does not see a top-level folder through importlib.resources, so look beside the
    package first (wheel), then two folders up (checkout). Raises FileNotFoundError when neither is there.
    """
    for candidate in (_PACKAGE / "templates", _PACKAGE.parents[1] / "templates"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("templates/ is neither inside the package nor at the top of the checkout")
