"""What we write is read back: our examples, and bulletins at random."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import read_text
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin
from strategies import bulletins


def with_whole_signature(bulletin: Bulletin) -> Bulletin:
    """Return the bulletin, a name that its author cut into lines below the text whole: so it comes back."""
    issuer = bulletin.issuer
    if not issuer.signature or "".join(issuer.signature) != issuer.name:
        return bulletin
    return bulletin.model_copy(update={"issuer": issuer.model_copy(update={"signature": None})})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bulletins())
def test_a_bulletin_at_random_is_read_back_to_the_same_document(bulletin: Bulletin) -> None:
    document = compose(bulletin)
    reading = read_text(plain_text(document))

    assert reading.complete
    assert compose(reading.bulletin) == compose(with_whole_signature(bulletin))


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_read_back_to_the_same_document(path: Path) -> None:
    bulletin = load_spec(path.read_bytes(), path.name).bulletin
    document = compose(bulletin)

    assert compose(read_text(plain_text(document)).bulletin) == compose(with_whole_signature(bulletin))
