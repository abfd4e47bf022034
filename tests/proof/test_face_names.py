"""Names of faces, as files write them."""

import pytest

from bulletin_gen.proof.face_names import Fit, fit
from bulletin_gen.style import FaceRole


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("仿宋_GB2312", FaceRole.FANGSONG, Fit.GENUINE),
        ("ABCDEE+FangSong_GB2312", FaceRole.FANGSONG, Fit.GENUINE),
        ("FangSong", FaceRole.FANGSONG, Fit.GENUINE),
        ("ABCDEE+FZXBSJW--GB1-0", FaceRole.XIAOBIAOSONG, Fit.GENUINE),
        ("TimesNewRomanPSMT", FaceRole.LATIN, Fit.GENUINE),
        ("FandolFang-Regular", FaceRole.FANGSONG, Fit.SUBSTITUTE),
        ("华文中宋", FaceRole.XIAOBIAOSONG, Fit.SUBSTITUTE),
        ("宋体", FaceRole.XIAOBIAOSONG, Fit.OTHER),
        ("SimHei", FaceRole.KAITI, Fit.OTHER),
    ],
)
def test_a_face_fits_the_kind_or_stands_in_or_is_another(name: str, role: FaceRole, expected: Fit) -> None:
    assert fit(name, role) is expected
