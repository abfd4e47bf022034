"""Addresses of pages and of mail: where lines may part them, and which are too long for spread lines."""

from itertools import pairwise

import pytest

from bulletin_gen.text.addresses import address_breaks, addresses, has_long_address

WEB = "https://www.qinghe.gov.cn/xxgk/2024/12/25/tz_45678.html?id=ab&page=2-b"


def parted(text: str) -> str:
    ends = [0, *address_breaks(text), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(ends))


def test_an_address_is_parted_after_its_marks_but_not_within_a_date_or_a_name() -> None:
    assert parted(WEB) == "https://|www.qinghe.gov.cn/|xxgk/|2024/12/25/|tz_45678.html?|id=ab&page=2-|b"
    assert parted("xinfang-jw@linjiang.gov.cn") == "xinfang-|jw@linjiang.gov.cn"


@pytest.mark.parametrize("text", ["和/或", "2024/12/25", "A/B类", "TCP/IP网络", "甲@乙", "3-5个", "what?yes"])
def test_what_is_no_address_is_not_parted(text: str) -> None:
    assert list(addresses(text)) == []
    assert list(address_breaks(text)) == []


def test_only_a_long_address_tears_a_line_apart() -> None:
    assert has_long_address(f"网址：{WEB}，可随时查询。")
    assert not has_long_address("邮箱：jw@qinghe.gov.cn")
    assert not has_long_address("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
