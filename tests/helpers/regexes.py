"""The regular expressions that the package names, found in a process of their own: other tests make some as well."""

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cache

_ALL = """
import gc, importlib, json, pkgutil
import bulletin_gen
from bulletin_gen.text.regex import Regex

for module in pkgutil.walk_packages(bulletin_gen.__path__, "bulletin_gen."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(json.dumps([item.pattern for item in gc.get_objects() if isinstance(item, Regex) and not item.flags]))
"""


@cache
def regexes() -> Sequence[str]:
    """Return the patterns of those without flags."""
    run = subprocess.run([sys.executable, "-c", _ALL], capture_output=True, text=True, check=True)
    return sorted(set(json.loads(run.stdout)))
