"""What is packed: shorter, and unpacked by anyone, whoever packed it."""

import sys
import zlib

import pytest

import judges
from bulletin_gen.errors import WriteError
from bulletin_gen.writers import Packing
from bulletin_gen.writers.pdf.packing import Packer, packer_of

OPERATORS = b"1 0 0 1 79.4 713.83 Tm <0001> Tj\n" * 5000


@pytest.fixture(params=Packing)
def packer(request: pytest.FixtureRequest) -> Packer:
    packing: Packing = request.param
    if packing is Packing.FAST:
        judges.require_isal()
    return packer_of(packing)


@pytest.mark.parametrize("content", [b"", OPERATORS, bytes(range(256)) * 900], ids=["nothing", "operators", "bytes"])
def test_it_is_unpacked_as_it_was(packer: Packer, content: bytes) -> None:
    packed = [pack(content) for pack in (packer.text, packer.face, packer.odd_face)]

    assert [zlib.decompress(one) for one in packed] == [content] * 3
    assert max(map(len, packed)) <= len(content) + 200


def test_what_repeats_itself_is_found_but_in_an_odd_face(packer: Packer) -> None:
    assert len(packer.text(OPERATORS)) < len(OPERATORS) / 50
    assert len(packer.face(OPERATORS)) < len(OPERATORS) / 50


def test_where_isal_is_not_installed_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)

    with pytest.raises(WriteError, match=r"没有安装 isal，.*bulletin-gen\[fast\]"):
        packer_of(Packing.FAST)
    assert packer_of(Packing.PORTABLE).text(b"q Q") == packer_of(Packing.PORTABLE).text(b"q Q")
