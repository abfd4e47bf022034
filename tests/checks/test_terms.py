"""The lists of words in templates/terms/, and how they are looked for."""

import pytest

from bulletin_gen.checks.terms import LISTS, Term, known_pairs, read_terms, terms_of
from bulletin_gen.errors import ReadError
from bulletin_gen.resources import template_dir

ALL = tuple(term for name in LISTS for term in terms_of(name))

# Sentences that are right, and hold characters of wrong forms side by side.
RIGHT = """\
县委发布署名文章，公布署理事项。
平台坚持正常效率运行，非常效果明显。
发展与改革并重，住房与城乡建设同步推进。
组织监督检查院落环境卫生，纪检委员由支部副书记兼任。
相关健康档案已建立，有关健全制度的措施已落实。
提供献血服务，举报怨气较大的问题。
资讯速递，通讯速度加快，派遣责任明确。
陶冶理想情操，敷衍接待的予以通报。
防犯罪于未然，防泛滥成灾，消防碍于条件未验收。
中心城区检查院内设施，新建全市统一平台。
完善长效机制，彰显着成效，面积效益同步提升。
经招商恰逢机遇，金融恰好支持，重启草案修订。
交规率提高，违规率下降，合规率保持百分之百。
涉及到期债务，工作按排名先后推进。
引导至问题多发地段，训诫免予处罚。
权利义务相一致，保障党员权利，规范权力运行。
为群众做实事，把事实查清，民生实事落地。
过度期待不可取，过渡期平稳。
研究竞聘方案，承担误工费用，跟综合科对接，违规犯纪。
支付衍生费用，先进事迹像灯塔，抓紧慎重研究，裁撤消防站。
新签定向培养协议，民间题材作品，多数剧目公益演出。
""".splitlines()


def found(text: str) -> list[str]:
    return [term.wrong for name in LISTS for _, term in terms_of(name).found_in(text)]


def test_a_list_is_lines_below_their_source() -> None:
    lines = ["# 错别字", "[词典]", "防犯\t防范\t防犯罪 防犯错", "", "布署\t部署"]

    assert list(read_terms(lines, "错别字.tsv")) == [
        Term("防犯", "防范", "词典", ("防犯罪", "防犯错")),
        Term("布署", "部署", "词典"),
    ]


@pytest.mark.parametrize("line", ["布署", "布署\t", "布\t部", "\t部署", "布署 部署"])
def test_a_line_that_says_no_term_is_named(line: str) -> None:
    with pytest.raises(ReadError, match=r"错别字\.tsv:3：词表的这一行不完整"):
        list(read_terms(["[词典]", "", line], "错别字.tsv"))


def test_every_list_is_looked_for() -> None:
    assert sorted(LISTS) == sorted(path.stem for path in (template_dir() / "terms").glob("*.tsv"))
    assert {term.wrong[:2] for term in ALL} | {term.wrong[-2:] for term in ALL} <= known_pairs()


def test_an_empty_list_finds_nothing() -> None:
    assert list(read_terms([], "错别字.tsv").found_in("布署")) == []


def test_a_wrong_form_on_which_a_right_word_stands_is_let_pass() -> None:
    terms = read_terms(["防犯\t防范\t防犯罪 国防"], "错别字.tsv")

    assert [at for at, _ in terms.found_in("防犯罪，国防犯规，防犯风险")] == [9]


def test_the_longest_of_several_terms_is_told_once() -> None:
    terms = read_terms(["常委会员\t常委会", "人大常委会员会\t人大常委会"], "机构名称.tsv")

    assert [term.wrong for _, term in terms.found_in("县人大常委会员会")] == ["人大常委会员会"]


def test_there_are_hundreds_of_terms_each_with_its_source() -> None:
    assert len(ALL) > 900
    assert all(term.source and term.right and len(term.wrong) > 1 for term in ALL)


def test_no_term_is_listed_twice_or_corrected_to_itself() -> None:
    wrong = [term.wrong for term in ALL]

    assert sorted(wrong) == sorted(set(wrong))
    assert [term for term in ALL if term.wrong == term.right] == []


def test_every_exception_can_stand_on_its_wrong_form() -> None:
    def meets(word: str, wrong: str) -> bool:
        return wrong in word or any(word.endswith(wrong[:length]) for length in range(1, len(wrong)))

    assert [term for term in ALL if not all(meets(word, term.wrong) for word in term.exceptions)] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_term_is_found_in_a_sentence(name: str) -> None:
    missed = [
        term.wrong
        for term in terms_of(name)
        if [hit.wrong for _, hit in terms_of(name).found_in(f"要求{term.wrong}。")] != [term.wrong]
    ]

    assert missed == []


def test_no_right_form_is_found_wrong() -> None:
    assert {term.right: hits for term in ALL if (hits := found(f"要求{term.right}。"))} == {}


def test_no_exception_is_found_wrong() -> None:
    assert {word: hits for term in ALL for word in term.exceptions if (hits := found(word))} == {}


@pytest.mark.parametrize("sentence", RIGHT)
def test_right_words_side_by_side_are_let_pass(sentence: str) -> None:
    assert found(sentence) == []
