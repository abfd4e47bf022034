"""The file that a new bulletin starts from."""

from bulletin_gen.resources import template_dir
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.rewrite import with_keys

_STARTER = "通报.yaml"


def read_starter(keys: Keys = Keys.CHINESE) -> bytes:
    """Return the commented spec that a new bulletin starts from, its keys in one language."""
    starter = (template_dir() / _STARTER).read_bytes()
    return starter if keys is Keys.CHINESE else with_keys(starter.decode(), keys).encode()
