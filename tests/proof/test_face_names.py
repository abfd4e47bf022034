"""Names of faces, as files write them."""

import pytest

from bulletin_gen.proof.face_names import Fit, fit, is_told
from bulletin_gen.style import FaceRole


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("仿宋_GB2312", FaceRole.FANGSONG, Fit.GENUINE),
        ("ABCDEE+FangSong_GB2312", FaceRole.FANGSONG, Fit.GENUINE),
        ("FangSong", FaceRole.FANGSONG, Fit.GENUINE),
        ("ABCDEE+FZXBSJW--GB1-0", FaceRole.XIAOBIAOSONG, Fit.GENUINE),
        ("TimesNewRomanPSMT", FaceRole.LATIN, Fit.GENUINE),
        ("CESI仿宋-GB2312", FaceRole.FANGSONG, Fit.GENUINE),
        ("ABCDEE+CESI_XBS_GB2312", FaceRole.XIAOBIAOSONG, Fit.GENUINE),
        ("汉仪楷体简", FaceRole.KAITI, Fit.GENUINE),
        ("方正公文黑体", FaceRole.HEITI, Fit.GENUINE),
        ("方正公文黑体", FaceRole.KAITI, Fit.OTHER),
        ("微软雅黑", FaceRole.HEITI, Fit.SUBSTITUTE),
        ("方正粗黑宋简体", FaceRole.HEITI, Fit.OTHER),
        ("FandolFang-Regular", FaceRole.FANGSONG, Fit.SUBSTITUTE),
        ("华文中宋", FaceRole.XIAOBIAOSONG, Fit.SUBSTITUTE),
        ("宋体", FaceRole.XIAOBIAOSONG, Fit.OTHER),
        ("SimHei", FaceRole.KAITI, Fit.OTHER),
        ("STSongStd-Light", FaceRole.SONGTI, Fit.GENUINE),
        ("HYFangSongJ", FaceRole.FANGSONG, Fit.GENUINE),
        ("STSongStd-Light", FaceRole.FANGSONG, Fit.OTHER),
        ("STZhongsong", FaceRole.SONGTI, Fit.OTHER),
        ("宋体-18030", FaceRole.SONGTI, Fit.GENUINE),
    ],
)
def test_a_face_fits_the_kind_or_stands_in_or_is_another(name: str, role: FaceRole, expected: Fit) -> None:
    assert fit(name, role) is expected


@pytest.mark.parametrize(("name", "expected"), [("CIDFont+F1", False), ("ABCDEE+F12", False), ("FangSong", True)])
def test_a_number_tells_no_face(name: str, expected: bool) -> None:
    assert is_told(name) is expected
