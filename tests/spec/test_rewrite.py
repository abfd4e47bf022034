"""The same file in the other language: keys, fixed values and placeholders, and nothing else."""

import pytest

from bulletin_gen.files.starter import read_starter
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.rewrite import with_keys

CHINESE = """\
# 说明：照着改
发文机关: {全称: 青禾县河湾镇}   # 全称
开头: 无
整改情况:
  问题:
    - 问题: 台账不全     # 问题是什么
      正文: 反馈的{{ 数目.问题 }}个问题
联系方式:
  各项:
    内容: 标题
# 形式: 印发稿           # 印发稿
# 附件:
#   - 标题: 台账
#     整改台账: 是
"""
ENGLISH = """\
# 说明：照着改
issuer: {name: 青禾县河湾镇}     # 全称
opening: 无
results:
  issues:
    - problem: 台账不全  # 问题是什么
      text: 反馈的{{ counts.issues }}个问题
contact:
  fields:
    内容: 标题
# form: issued           # 印发稿
# attachments:
#   - title: 台账
#     ledger: 是
"""


def test_keys_values_and_placeholders_are_renamed_and_comments_keep_their_columns() -> None:
    assert with_keys(CHINESE, Keys.ENGLISH) == ENGLISH


@pytest.mark.parametrize("text", [CHINESE, read_starter().decode()], ids=["small", "starter"])
def test_there_and_back_is_the_same_file(text: str) -> None:
    english = with_keys(text, Keys.ENGLISH)

    assert with_keys(english, Keys.CHINESE) == text
    assert load_spec(english).bulletin.issuer == load_spec(text).bulletin.issuer


@pytest.mark.parametrize(("text", "keys"), [(CHINESE, Keys.CHINESE), (ENGLISH, Keys.ENGLISH)])
def test_a_file_in_the_language_asked_for_stays(text: str, keys: Keys) -> None:
    assert with_keys(text, keys) == text


def test_what_stands_in_quotes_stays() -> None:
    text = CHINESE.replace("开头", '"开头"').replace("# 形式: 印发稿", '形式: "印发稿"')

    assert '\n"开头": 无\n' in with_keys(text, Keys.ENGLISH)
    assert '\nform: "印发稿"' in with_keys(text, Keys.ENGLISH)
