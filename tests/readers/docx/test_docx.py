"""What of a DOCX is text, in which order, and what is told of the rest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_gen.readers.docx import Revisions, docx_lines
from bulletin_gen.readers.docx.returned import read_returned
from small_docx import p, r, small_docx


def lines(body: str, revisions: Revisions = Revisions.ACCEPT, **parts: str) -> list[str]:
    return [line.text for line in docx_lines(small_docx(body, **parts), revisions=revisions).lines]


def findings(body: str, revisions: Revisions = Revisions.ACCEPT, **parts: str) -> list[str]:
    return [str(finding) for finding in docx_lines(small_docx(body, **parts), "a.docx", revisions).findings]


def ins(*inside: str) -> str:
    return f'<w:ins w:id="1" w:author="甲">{"".join(inside)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="甲"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def field(code: str, result: str = "") -> str:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}' if result else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


HIDDEN = "<w:vanish/>"
MARK_INSERTED = '<w:rPr><w:ins w:id="3" w:author="甲"/></w:rPr>'
MARK_DELETED = '<w:rPr><w:del w:id="3" w:author="甲"/></w:rPr>'


# ---- text --------------------------------------------------------------------------------------------------------


def test_paragraphs_are_numbered_lines_without_the_blank_ones() -> None:
    read = docx_lines(small_docx(p("甲", "乙") + p() + p("　") + p("丙")))

    assert [(line.number, line.text) for line in read.lines] == [(1, "甲乙"), (2, "丙")]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:hyperlink>{}</w:hyperlink>", "甲"),
        ("<w:smartTag>{}</w:smartTag>", "甲"),
        ("<w:customXml><w:smartTag>{}</w:smartTag></w:customXml>", "甲"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "甲"),
        ("<w:ins>{}</w:ins>", "甲"),
        ("<w:moveTo>{}</w:moveTo>", "甲"),
        ("<w:fldSimple w:instr='REF a'>{}</w:fldSimple>", "甲"),
        ("<w:bdo w:val='ltr'>{}</w:bdo>", "甲"),
        ("<w:someFutureElement>{}</w:someFutureElement>", "甲"),
        ("<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase><w:r><w:t>乙</w:t></w:r></w:rubyBase></w:ruby></w:r>", "乙"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t></w:r>", "甲 乙-丙"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='宋体' w:char='2460'/></w:r>", "√①"),
        ("<w:r><w:t>甲</w:t><w:lastRenderedPageBreak/><w:t>&#xA;乙</w:t></w:r>", "甲 乙"),
    ],
)
def test_text_is_found_wherever_it_stands(inside: str, text: str) -> None:
    assert lines(p(inside.format(r("甲")))) == [text]


def test_a_line_end_inside_a_paragraph_begins_a_new_line() -> None:
    assert lines(p(r("甲"), "<w:r><w:br/></w:r>", "乙", "<w:r><w:cr/></w:r>", "丙")) == ["甲", "乙", "丙"]


@pytest.mark.parametrize("properties", ['<w:jc w:val="center"/>', '<w:pStyle w:val="T"/>'])
def test_a_centred_title_broken_over_lines_is_one(properties: str) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'

    assert lines(p("某某关于", "<w:r><w:br/></w:r>", "某事的通报", properties=properties), styles=styles) == [
        "某某关于某事的通报"
    ]


def test_table_cells_are_read_in_order() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr><w:trPr/>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in cells)}</w:tr>"

    inner = f"<w:tbl>{row(p('戊'))}</w:tbl>"
    table = f"<w:tbl><w:tblPr/>{row(p('甲'), p('乙') + p('丙'))}{row(p('丁'), inner)}</w:tbl>"

    assert lines(p("前") + table + p("后")) == ["前", "甲", "乙", "丙", "丁", "戊", "后"]
    assert findings(p("前") + table) == [
        "警告：a.docx:2：有 2 个表格（从第2、6行起），已逐格读成段落，行和列没有读出；"
        "请核对；要保留表格，写成所在部分的“表格”（table），或移到附件里"
    ]


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    drawn = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box(p('框'))}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box(p('框'))}</v:textbox></w:pict></mc:Fallback>"
    anchor = f"<w:r><mc:AlternateContent>{drawn}{fallback}</mc:AlternateContent></w:r>"

    assert lines(p("甲") + p(anchor, "乙") + p("丙")) == ["甲", "乙", "框", "丙"]


def test_a_text_box_at_the_head_of_the_file_comes_first() -> None:
    assert lines(p() + p(f"<w:r><w:pict>{box(p('红头'))}</w:pict></w:r>", "标题") + p("丙")) == ["红头", "标题", "丙"]


def test_the_old_way_to_draw_a_text_box_is_read_where_it_stands_alone() -> None:
    assert lines(p(f"<mc:AlternateContent><mc:Fallback>{box(p('框'))}</mc:Fallback></mc:AlternateContent>")) == ["框"]


# ---- fields ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "printed"),
    [
        (field(' HYPERLINK "http://a.cn" ', "网址"), ["甲网址乙"]),
        (field(" PAGE ", "3"), ["甲乙"]),
        (field("NUMPAGES \\* MERGEFORMAT", "9"), ["甲乙"]),
        ("<w:fldSimple w:instr=' PAGE '><w:r><w:t>3</w:t></w:r></w:fldSimple>", ["甲乙"]),
        (field(" eq \\o\\ac(○,3)"), ["甲③乙"]),
        (field(" EQ \\o\\ac(○,甲)"), ["甲（甲）乙"]),
        (field(" TC 标题 "), ["甲乙"]),
    ],
)
def test_of_a_field_the_result_is_text(inside: str, printed: list[str]) -> None:
    assert lines(p("甲", inside, "乙")) == printed
    assert findings(p("甲", inside, "乙")) == []


def test_a_field_without_a_result_is_told_of() -> None:
    assert findings(p("甲", field(" MERGEFIELD 单位 "))) == [
        "警告：a.docx:1：域“MERGEFIELD 单位”没有结果，没有导入；请在 Word 中更新域，或改成普通文字"
    ]


def test_a_table_of_contents_is_set_aside() -> None:
    begin, separate, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end"))
    begin += f"<w:r><w:instrText>TOC \\o</w:instrText></w:r>{separate}"
    body = p(begin, "一、甲", field("PAGEREF a", "1")) + p("二、乙", end) + p("正文")

    assert lines(body) == ["正文"]
    assert findings(body) == ["提示：a.docx:1：目录“一、甲二、乙”没有导入"]


def test_an_instruction_left_open_does_not_swallow_what_follows() -> None:
    assert lines(p("甲", "<w:r><w:fldChar w:fldCharType='begin'/></w:r>", "乙") + p("丙")) == ["甲", "丙"]


# ---- tracked changes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (p("甲", ins(r("乙")), deleted("丙"), "丁"), ["甲乙丁"], ["甲丙丁"]),
        (p("甲", f"<w:moveTo>{r('乙')}</w:moveTo>") + p(f"<w:moveFrom>{r('乙')}</w:moveFrom>"), ["甲乙"], ["甲", "乙"]),
        (p("甲", ins(deleted("乙"), r("丙"))), ["甲丙"], ["甲"]),
        (p("甲", properties=MARK_INSERTED) + p("乙"), ["甲", "乙"], ["甲乙"]),
        (p("甲", properties=MARK_DELETED) + p("乙"), ["甲乙"], ["甲", "乙"]),
        (p(ins(r("甲")), properties=MARK_INSERTED) + p("乙"), ["甲", "乙"], ["乙"]),
        (p(deleted("甲"), properties=MARK_DELETED) + p("乙"), ["乙"], ["甲", "乙"]),
        (p("甲") + p("乙", properties=MARK_DELETED), ["甲", "乙"], ["甲", "乙"]),
    ],
)
def test_tracked_changes_are_accepted_or_rejected(body: str, accepted: list[str], rejected: list[str]) -> None:
    assert lines(body) == accepted
    assert lines(body, Revisions.REJECT) == rejected


def test_a_row_that_was_inserted_or_deleted() -> None:
    def row(change: str, text: str) -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr><w:tc>{p(text)}</w:tc></w:tr>"

    table = f"<w:tbl>{row('<w:ins/>', '新')}{row('<w:del/>', '旧')}</w:tbl>"

    assert (lines(table), lines(table, Revisions.REJECT)) == (["新"], ["旧"])


def test_tracked_changes_are_told_of_by_author() -> None:
    others = [deleted("丁").replace("甲", "乙"), deleted("戊").replace(' w:author="甲"', "")]
    body = p(ins(r("甲"), r("甲")), deleted("乙"), ins(r("丙")), *others)

    assert findings(body) == [
        "提示：a.docx：修订：甲 插入2处、删除1处，已接受",
        "提示：a.docx：修订：乙 删除1处，已接受",
        "提示：a.docx：修订：没有署名的人 删除1处，已接受",
    ]
    assert findings(body, Revisions.REJECT)[0] == "提示：a.docx：修订：甲 插入2处、删除1处，已拒绝"


def test_what_was_moved_is_told_once_and_changes_without_text_as_such() -> None:
    def moved(name: str, text: str) -> str:
        return f'<w:{name} w:id="3" w:author="甲">{r(text)}</w:{name}>'

    empty = p(properties='<w:rPr><w:ins w:id="5" w:author="乙"/></w:rPr>')

    assert findings(p(moved("moveFrom", "甲")) + empty + p("乙", moved("moveTo", "甲"))) == [
        "提示：a.docx：修订：甲 移动1处，已接受",
        "提示：a.docx：修订：乙 只增删空行等没有文字的地方，已接受",
    ]


def test_a_change_of_form_alone_is_not_told_of() -> None:
    assert findings(p(r("甲", '<w:b/><w:rPrChange w:id="1" w:author="甲"><w:rPr/></w:rPrChange>'))) == []


# ---- what is not printed -----------------------------------------------------------------------------------------


def test_hidden_text_is_set_aside() -> None:
    styles = (
        f'<w:style w:type="character" w:styleId="C"><w:rPr>{HIDDEN}</w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="D"><w:basedOn w:val="C"/></w:style>'
    )
    body = p("甲", r("乙", HIDDEN), r("丙", HIDDEN), r("丁", '<w:vanish w:val="0"/>'), r("戊", '<w:rStyle w:val="D"/>'))

    assert lines(body, styles=styles) == ["甲丁"]
    assert findings(body, styles=styles) == [
        "提示：a.docx:1：隐藏文字“乙丙”没有导入",
        "提示：a.docx:1：隐藏文字“戊”没有导入",
    ]


def test_a_hidden_end_joins_a_heading_to_its_text() -> None:
    """Word's style separator, with which a run-in heading has a style of its own."""
    assert lines(p("（一）标题。", properties=f"<w:rPr>{HIDDEN}<w:specVanish/></w:rPr>") + p("正文。")) == [
        "（一）标题。正文。"
    ]


def test_headers_and_footers_are_set_aside_page_numbers_unsaid() -> None:
    footer = p("— ", field("PAGE", "1"), " —")

    assert findings(p("甲"), header=p("内部资料"), footer=footer) == ["提示：a.docx：页眉“内部资料”没有导入"]
    assert findings(p("甲"), footer=p("第", field("PAGE", "1"), "页 共", field("NUMPAGES", "9"), "页")) == []


def test_notes_are_told_of_with_their_text() -> None:
    body = p("甲") + p("乙", '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:endnoteReference w:id="3"/></w:r>')
    footnotes = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", "脚注")}</w:footnote>'

    assert lines(body, footnotes=footnotes) == ["甲", "乙"]
    assert findings(body, footnotes=footnotes, endnotes=f'<w:endnote w:id="3">{p("尾")}</w:endnote>') == [
        "提示：a.docx:2：脚注“脚注”没有导入",
        "提示：a.docx:2：尾注“尾”没有导入",
    ]


def test_a_comment_is_kept_with_the_text_it_hangs_on() -> None:
    body = p("甲", '<w:commentRangeStart w:id="0"/>', "乙") + p(
        "丙", '<w:commentRangeEnd w:id="0"/>', '<w:r><w:commentReference w:id="0"/></w:r>', "丁"
    )
    comments = f'<w:comment w:id="0" w:author="王">{p("请改")}{p("两处")}</w:comment>'

    assert lines(body, comments=comments) == ["甲乙", "丙丁"]
    assert findings(body, comments=comments) == ["提示：a.docx:1：批注（王）：“请改 两处”，批在“乙丙”上"]


def test_a_comment_is_told_with_its_replies_and_whether_it_is_settled() -> None:
    def said(id_: int, text: str) -> str:
        paragraph = p(text).replace("<w:p>", f'<w:p w14:paraId="{id_}">')
        return f'<w:comment w:id="{id_}" w:author="王">{paragraph}</w:comment>'

    body = p("甲", *('<w:commentReference w:id="1"/>', '<w:commentReference w:id="2"/>'))
    extended = '<w15:commentEx w15:paraId="1" w15:done="1"/><w15:commentEx w15:paraId="2" w15:paraIdParent="1"/>'

    assert findings(body, comments=said(1, "请改") + said(2, "已改"), commentsExtended=extended) == [
        "提示：a.docx:1：批注（王）：“请改”；答复（王）：“已改”；已标为解决"
    ]


def test_a_comment_on_nothing_or_on_deleted_words_is_told_of() -> None:
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentReference w:id="0"/>'
    comments = f'<w:comment w:id="0">{p("请改")}</w:comment>'
    gone = f'<w:del w:id="2">{start}<w:r><w:delText>乙</w:delText>{end}</w:r></w:del>'

    assert findings(p("甲"), comments=comments) == ["提示：a.docx：批注：“请改”"]
    assert findings(p("甲") + p("丙", gone), comments=comments)[1:] == ["提示：a.docx:2：批注：“请改”"]


def test_a_comment_that_hangs_on_a_place() -> None:
    comments = f'<w:comment w:id="0">{p("请改")}</w:comment>'
    body = p("甲") + p("乙", '<w:r><w:commentReference w:id="0"/></w:r>')

    assert findings(body, comments=comments) == ["提示：a.docx:2：批注：“请改”"]


@pytest.mark.parametrize(
    ("inside", "finding"),
    [
        ("<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "提示：a.docx:1：有 1 张图片没有导入"),
        ("<w:r><w:object/></w:r>", "提示：a.docx:1：有 1 个嵌入对象没有导入"),
        ("<w:r><w:pict><v:textpath string='甲文件'/></w:pict></w:r>", "提示：a.docx:1：艺术字“甲文件”没有导入"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>ji</w:t></w:r></w:rt></w:ruby></w:r>", "提示：a.docx:1：拼音“ji”没有导入"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击填写</w:t></w:r></w:sdtContent></w:sdt>",
            "提示：a.docx:1：填写提示“单击填写”没有导入",
        ),
        (
            "<w:r><w:sym w:font='Wingdings' w:char='F001'/></w:r>",
            "警告：a.docx:1：符号字体的字符（Wingdings F001）没有对应的文字，没有导入；请补上这个符号",
        ),
    ],
)
def test_what_is_no_text_is_told_of(inside: str, finding: str) -> None:
    assert lines(p(inside, "甲")) == ["甲"]
    assert findings(p(inside, "甲")) == [finding]


def test_a_file_inside_the_file_is_told_of() -> None:
    assert findings(p("甲") + "<w:altChunk/>") == [
        "警告：a.docx：嵌入的另一份文件没有导入；请把它的内容粘贴到正文里再导入"
    ]


# ---- anything at all ---------------------------------------------------------------------------------------------

TAGS = [
    *("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:moveTo", "w:moveFrom", "w:delText", "w:sdt"),
    *("w:sdtContent", "w:txbxContent", "w:hyperlink", "w:ruby", "w:rt", "w:rubyBase", "w:pPr", "w:rPr", "w:vanish"),
    *("w:numPr", "w:br", "w:instrText", "w:fldSimple", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:sym"),
    *("w:fldChar w:fldCharType='begin'", "w:fldChar w:fldCharType='separate'", "w:fldChar w:fldCharType='end'"),
    *(
        "w:commentRangeStart w:id='0'",
        "w:commentRangeEnd w:id='0'",
        "w:commentReference w:id='0'",
        "w:pStyle w:val='A'",
    ),
]


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    contents = st.lists(inside, max_size=4).map("".join)
    return st.builds(
        lambda tag, content: f"<{tag}>{content}</{tag.partition(' ')[0]}>", st.sampled_from(TAGS), contents
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(st.recursive(st.sampled_from(["甲", "乙 ", ""]), element, max_leaves=30), max_size=5).map("".join))
def test_elements_in_any_order_are_read(body: str) -> None:
    """Whatever stands where it should not, the file is read, and what is kept stays text of the file."""
    for revisions in Revisions:
        assert set("".join(lines(body, revisions))) <= set("甲乙 （）")
    found = read_returned(small_docx(body, comments=f'<w:comment w:id="0">{p("丙")}</w:comment>'), "a.docx")
    assert [line.text for line in found.edited] == lines(body)
    assert [line.text for line in found.original] == lines(body, Revisions.REJECT)
    for line in (*found.edited, *found.original):
        assert all(0 <= touch.start <= touch.end <= len(line.text) for touch in line.touches)
    (remark,) = found.remarks
    assert remark.line is None or 0 <= remark.start <= remark.end <= len(found.edited[remark.line].text)


# ---- what a place on the line or a stroke means --------------------------------------------------------------------

ABOVE, BELOW = "<w:vertAlign w:val='superscript'/>", "<w:vertAlign w:val='subscript'/>"


@pytest.mark.parametrize(
    ("inside", "printed"),
    [
        (("约10", r("4", ABOVE), "亩"), "约10⁴亩"),
        (("水域80m", r("2", ABOVE)), "水域80m²"),
        (("SO", r("2", BELOW), "浓度"), "SO₂浓度"),
        (("10", r("-3", ABOVE)), "10⁻³"),
        (("5", r("th", ABOVE)), "5^th"),
        (("10", r("6", "<w:position w:val='12'/>"), "元"), "10⁶元"),
    ],
)
def test_a_superscript_does_not_become_digits_of_the_number_before_it(inside: tuple[str, ...], printed: str) -> None:
    assert lines(p(*inside)) == [printed]
    assert any("上标或下标" in finding and finding.startswith("警告") for finding in findings(p(*inside)))


def test_a_raised_chinese_text_stays_as_it_is() -> None:
    assert lines(p("甲", r("注", ABOVE))) == ["甲注"]
    assert findings(p("甲", r("注", ABOVE))) == []


@pytest.mark.parametrize("stroke", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_text_is_set_aside_and_told(stroke: str) -> None:
    body = p("修渠", r("1.", stroke), r("8", stroke), "2.4公里")

    assert lines(body) == ["修渠2.4公里"]
    assert findings(body) == ["警告：a.docx:1：划去的文字“1.8”没有导入；请核对是否应当删去"]


def test_text_that_a_style_strikes_and_its_run_does_not_is_read() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="s"><w:rPr><w:strike/></w:rPr></w:style>'
    body = p(r("甲", '<w:strike w:val="0"/>'), r("乙"), properties='<w:pStyle w:val="s"/>')

    assert lines(body, styles=styles) == ["甲"]


def test_a_formula_is_told_of() -> None:
    body = p("面积", "<m:oMath><m:r><m:t>x2</m:t></m:r></m:oMath>")

    assert findings(body) == ["警告：a.docx:1：有公式，只读出了字符，上下标和分数线没有读出；请对照原文改正"]


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"


def test_a_table_of_contact_fields_is_one_line_to_the_row() -> None:
    body = p("甲") + f"<w:tbl>{row('监督电话', '0000-1234567')}{row('邮编：', '100000')}</w:tbl>"

    assert lines(body) == ["甲", "监督电话：0000-1234567", "邮编：100000"]
    assert findings(body) == ["提示：a.docx:2：有 1 个联系方式的表格，每行读成“名称：内容”"]


def test_another_table_is_a_doubt() -> None:
    body = f"<w:tbl>{row('序号', '问题')}{row('1', '甲')}</w:tbl>"

    assert lines(body) == ["序号", "问题", "1", "甲"]
    assert [finding[:2] for finding in findings(body)] == ["警告"]


def test_a_footnote_that_is_referred_to_again_is_told_once() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    footnotes = f'<w:footnote w:id="2">{p("注")}</w:footnote>'

    assert findings(p("甲", reference) + p("乙", reference), footnotes=footnotes) == [
        "提示：a.docx:1：脚注“注”没有导入"
    ]
