"""Find the files of `templates/`, inside the wheel or at the top of a checkout, and the user's own folder."""

import os
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


def home_folder() -> Path:
    """Return the folder of the user; of one without, `~`, which is in none."""
    return Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() fails for a user without a home
