"""The lines above the first sentence: title, recipients, and what is the page's."""

import pytest

from bulletin_gen.readers.sheet.sheet import Sheet
from bulletin_gen.readers.sheet.top import is_basis, take_top
from bulletin_gen.readers.source import texts_of
from source_lines import lines_of


@pytest.mark.parametrize(
    ("text", "names_an_inspection"),
    [
        ("根据市委统一部署，开展了巡察。", True),
        ("县委第二巡察组对青溪镇党委开展了巡察。", True),
        ("根据实际情况，制定了方案。", False),
        ("巡察组提出了意见。", False),
    ],
)
def test_basis(text: str, names_an_inspection: bool) -> None:
    assert is_basis(text) is names_an_inspection


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("某局关于巡察整改情况的通报",), ["某局关于巡察整改情况的通报"]),
        (("某局党组", "关于巡察整改情况的通报"), ["某局党组", "关于巡察整改情况的通报"]),
        (("来源：某局", "关于巡察整改情况的通报"), ["关于巡察整改情况的通报"]),
        (("首页 > 公开", "关于巡察整改情况的通报"), ["关于巡察整改情况的通报"]),
        (("关于整改的通报", "（2024年9月6日）"), ["关于整改的通报", "（2024年9月6日）"]),
        (("某党发〔2025〕3号", "关于整改的通报"), ["某党发〔2025〕3号", "关于整改的通报"]),
        (("通报全文如下",), []),
    ],
)
def test_title(above: tuple[str, ...], title: list[str]) -> None:
    assert texts_of(take_top(Sheet(lines_of(*above, "已整改。"))).title) == title


def test_recipients_stand_last_and_all_above_the_title_is_set_aside() -> None:
    sheet = take_top(Sheet(lines_of("公开栏", "青溪镇党委关于整改的通报", "各党支部：", "已整改。")))

    assert sheet.recipients is not None
    assert sheet.recipients.text == "各党支部："
    assert texts_of(sheet.set_aside) == ["公开栏"]
    assert texts_of(sheet.text) == ["已整改。"]
