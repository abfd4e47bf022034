"""The 版头, drawn."""

from blocks import Head, Paragraph, Title
from bulletin_gen.pages import Pages
from bulletin_gen.style import FaceRole
from small_pages import draw, drawing, set_small

TITLE = Title(("关于巡察的通报",))
TEXT = Paragraph("甲乙丙")


def head(organs: tuple[str, ...] = ("清河县委",), signers: tuple[str, ...] = (), preprinted: bool = False) -> Head:
    return Head("000012", "机密★1年", "", organs, "文件", "清委〔2025〕3号", signers, preprinted)


def set_head(head: Head) -> Pages:
    return set_small([head, TITLE, TEXT], columns=28, rows=18)


def test_a_whole_head() -> None:
    """份号 and 密级 on the first rows, the mark 35 mm down, two blank lines, the number over its rule, two more."""
    assert draw([head(), TITLE, TEXT], columns=20, rows=14) == drawing(
        """
        === 第 1 页 ==============================
          1 |000012
          2 |机密★1年
          3 |
          4 |
          5 |  清河县委文件 <FF0000>
          6 |
          7 |
          8 |            清委〔2025〕3号
          9 |======================================== <FF0000>
         10 |
         11 |             关于巡察的通报
         12 |
         13 |    甲乙丙
         14 |
            |                                — 1 —
        """
    )


def test_jointly_issuing_organs_and_three_signers() -> None:
    joint = head(("清河县纪委", "清河县委办"), ("王小明", "李大海", "赵平"))

    assert draw([joint, TITLE, TEXT], columns=28, rows=17) == drawing(
        """
        === 第 1 页 ==============================================
          1 |000012
          2 |机密★1年
          3 |
          4 |
          5 |  清河县纪委 <FF0000>
          6 |
          7 |                                        文件 <FF0000>
          8 |  清河县委办 <FF0000>
          9 |
         10 |
         11 |                                签发人：王小明  李大海
         12 |  清委〔2025〕3号                       赵平
         13 |======================================================== <FF0000>
         14 |
         15 |                     关于巡察的通报
         16 |
         17 |    甲乙丙
            |                                                — 1 —
        """
    )


def test_preprinted_paper_has_mark_and_rule_already() -> None:
    page = set_head(head(preprinted=True)).pages[0]
    drawn = set_head(head()).pages[0]

    assert page.strokes == ()
    assert page.lines == tuple(line for line in drawn.lines if line.runs[0].colour == "000000")


def test_each_part_has_its_face() -> None:
    (page,) = set_head(head(signers=("王小明",))).pages
    roles = [{run.role for run in line.runs} for line in page.lines[:4]]

    assert roles[0] == {FaceRole.LATIN}
    assert roles[1] == {FaceRole.HEITI}  # 机密★1年 is one word
    assert roles[2] == {FaceRole.XIAOBIAOSONG}
    assert roles[3] == {FaceRole.FANGSONG, FaceRole.LATIN, FaceRole.KAITI}


def test_the_text_stands_in_reading_order() -> None:
    (page,) = set_head(head(("甲委", "乙委"), ("王小明", "李大海"))).pages

    assert [line.text for line in page.lines][:6] == [
        *("000012", "机密★1年", "甲委", "乙委", "文件"),
        "清委〔2025〕3号签发人：王小明李大海",
    ]
