"""Chinese rectification bulletins (整改情况通报) from typed data, as DOCX and PDF in the format of GB/T 9704-2012.

    spec = bulletin_gen.read_spec("通报.yaml")
    rendered = bulletin_gen.render(spec)
    bulletin_gen.write_files({Path(f"通报.{suffix}"): content for suffix, content in rendered.files.items()})

A bulletin can be made in Python as well, of `Bulletin`, `Issuer`, `Inspection`, `Results`, `Issue` and the others;
every function that takes a spec takes a bare `Bulletin`. Whatever is refused raises a `BulletinError`, in Chinese.

Names are imported when they are first used: a name costs nothing until then. Which there are is said once, in the
stub beside this file, where type checkers and editors look for them.
"""

import re
from importlib import import_module
from typing import Any

# from bulletin_gen.style import Style as Style
_PUBLIC_NAME = re.compile(r"^from (\S+) import \w+ as (\w+)$", re.MULTILINE)
_STUB = __loader__.get_data(f"{__file__}i").decode()
_HOME_OF = {name: home for home, name in _PUBLIC_NAME.findall(_STUB)}

__all__ = [*sorted(_HOME_OF), "__version__"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("bulletin-gen")
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
