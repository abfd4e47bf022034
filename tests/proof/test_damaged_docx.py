"""One fault at a time: the clause that it breaks is named, and no other."""

import pytest

from bulletin_gen.proof.docx import measure_docx
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import Proof, prove
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from damage import (
    BODY,
    Element,
    Spoil,
    before,
    element,
    in_footers,
    in_paragraph,
    in_section,
    in_style,
    sound_document,
    spoiled,
    without,
    words,
)

FACES = 'w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}"'


def faces(name: str) -> str:
    return f"<w:rFonts {FACES.format(name)}/>"


def title_lines(*lines: str) -> Spoil:
    """Give the title other lines, as one paragraph."""

    def change(root: Element) -> None:
        title = next(one for one in root.iter(element("<w:p/>").tag) if "关于" in "".join(one.itertext()))
        for run in title.findall(element("<w:r/>").tag):
            title.remove(run)
        for number, line in enumerate(lines):
            broken = "<w:br/>" if number else ""
            title.append(element(f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{broken}<w:t>{line}</w:t></w:r>'))

    return spoiled("word/document.xml", change)


def title_parted(root: Element) -> None:
    title = next(one for one in root.iter(element("<w:p/>").tag) if "关于" in "".join(one.itertext()))
    runs = title.findall(element("<w:r/>").tag)
    second = element('<w:p><w:pPr><w:pStyle w:val="BulletinTitle"/></w:pPr></w:p>')
    title.remove(runs[1])  # the line break
    second.append(runs[2])
    title.addnext(second)


def renamed(before: str, after: str) -> Spoil:
    return in_footers(lambda root: _replace(root, before, after))


def _replace(root: Element, before: str, after: str) -> None:
    for text in root.iter(element("<w:t/>").tag):
        text.text = (text.text or "").replace(before, after)


def aligned(side: str) -> Spoil:
    def change(root: Element) -> None:
        for jc in root.iter(element("<w:jc/>").tag):
            jc.set(jc.keys()[0], side)

    return in_footers(change)


def faced(name: str) -> Spoil:
    def change(root: Element) -> None:
        for run in root.iter(element("<w:r/>").tag):
            run.insert(0, element(f"<w:rPr>{faces(name)}</w:rPr>"))

    return in_footers(change)


NARROW = '<w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
BLANK = '<w:p><w:pPr><w:pStyle w:val="BulletinBody"/></w:pPr></w:p>'
SETTINGS, STYLES, DOCUMENT = "word/settings.xml", "word/styles.xml", "word/document.xml"

FAULTS: dict[str, tuple[Spoil, str]] = {
    "横放的纸": (in_section("pgSz", w=16838, h=11906, orient="landscape"), "G-01"),
    "信纸": (in_section("pgSz", w=12240, h=15840), "G-01"),
    "天头三十毫米": (in_section("pgMar", top=1701), "G-02"),
    "订口三十二毫米": (in_section("pgMar", left=1814), "G-03"),
    "装订线另加十毫米": (in_section("pgMar", gutter=567), "G-03"),
    "右边太窄": (in_section("pgMar", right=1134), "G-04"),
    "下边太宽": (in_section("pgMar", bottom=2268), "G-04"),
    "行距三十磅，一页只有二十一行": (in_style("Normal", '<w:spacing w:line="600" w:lineRule="exact"/>'), "G-05"),
    "正文自动行距": (in_style(BODY, '<w:spacing w:line="360" w:lineRule="auto"/>'), "G-05"),
    "一段最小值行距": (in_paragraph("关于学习不够", '<w:spacing w:line="579" w:lineRule="atLeast"/>'), "G-05"),
    "一行只有二十七字": (in_style("Normal", '<w:spacing w:val="0"/>'), "G-06"),
    "正文左对齐": (in_style(BODY, '<w:jc w:val="left"/>'), "G-07"),
    "行距二十八磅，下部空着": (in_style("Normal", '<w:spacing w:line="560" w:lineRule="exact"/>'), "G-07"),
    "正文宋体": (in_style(BODY, faces("宋体")), "G-08"),
    "正文四号": (in_style(BODY, '<w:sz w:val="28"/>'), "G-08"),
    "红字": (in_paragraph("做到有部署", '<w:color w:val="C00000"/>'), "G-09"),
    "荧光笔": (in_paragraph("做到有部署", '<w:highlight w:val="yellow"/>'), "G-09"),
    "段后加距": (in_style(BODY, '<w:spacing w:after="120"/>'), "G-10"),
    "段前加半行": (in_paragraph("二、", '<w:spacing w:beforeLines="50" w:before="289"/>'), "G-10"),
    "开着孤行控制": (without(STYLES, "//w:widowControl"), "G-11"),
    "数字用主题字体": (in_style("西文", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'), "G-17"),
    "一处数字用别的字体": (in_paragraph("（1）", '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'), "G-17"),
    "引号变窄": (in_paragraph("做到事事", NARROW), "G-18"),
    "标题加粗": (in_style("公文标题", "<w:b/>"), "G-19"),
    "二级标题加粗": (in_style("heading 2", "<w:b/>"), "G-19"),
    "下划线": (in_paragraph("做到有部署", '<w:u w:val="single"/>'), "G-19"),
    "大标题黑体": (in_style("公文标题", faces("黑体")), "G-31"),
    "大标题三号": (in_style("公文标题", '<w:sz w:val="32"/>'), "G-31"),
    "大标题不居中": (in_style("公文标题", '<w:jc w:val="left"/>'), "G-31"),
    "大标题分成两段": (spoiled(DOCUMENT, title_parted), "G-34"),
    "大标题一行太长": (title_lines("中共某某市水务局党组关于巡察整改进展情况的通报"), "G-34"),
    "大标题三行一样长": (title_lines("中共某某市水务局党组", "关于落实第三轮巡察的", "整改进展等情况的通报"), "G-34"),
    "大标题沙漏形": (title_lines("中共某某市水务局党组", "关于巡察", "整改进展情况的通报"), "G-34"),
    "大标题末尾有句号": (words("情况的通报", "情况的通报。"), "G-37"),
    "大标题行距太小": (in_style("公文标题", '<w:spacing w:line="480" w:lineRule="exact"/>'), "G-36"),
    "主送机关用半角冒号": (words("机关各科室：", "机关各科室:"), "G-38"),
    "主送机关缩进": (in_style("主送机关", '<w:ind w:firstLine="640"/>'), "G-38"),
    "正文首行不缩进": (in_style(BODY, '<w:ind w:firstLine="0"/>'), "G-40"),
    "用空格缩进": (words("坚持把整改", "　　坚持把整改"), "G-40"),
    "一级标题仿宋": (in_style("heading 1", faces("仿宋_GB2312")), "G-42"),
    "二级标题四号": (in_paragraph("提高政治站位", '<w:sz w:val="28"/>'), "G-42"),
    "一级标题顶格": (in_style("heading 1", '<w:ind w:firstLineChars="0" w:firstLine="0"/>'), "G-43"),
    "段间空行": (before("二、", BLANK), "G-43"),
    "标题不与下段同页": (without(STYLES, "//w:keepNext"), "G-44"),
    "一级用点": (words("二、", "二."), "G-46"),
    "二级用半角括号": (words("（一）", "(一)"), "G-47"),
    "二级括号后加顿号": (words("（一）", "（一）、"), "G-47"),
    "三级用顿号": (words("2.", "2、"), "G-48"),
    "四级用半角括号": (words("（", "(", within="建立学习制度"), "G-49"),
    "序数跳过一个": (words("三、", "四、"), "G-51"),
    "序数重复": (words("二、", "一、"), "G-51"),
    "一级标题末尾有句号": (words("组织领导情况", "组织领导情况。"), "G-54"),
    "成文日期顶格": (in_paragraph("2025年", '<w:ind w:firstLine="0"/>'), "G-60"),
    "署名靠左顶格": (in_style("发文机关署名", '<w:jc w:val="left"/>'), "G-60"),
    "署名和成文日期之间空行": (before("2025年", BLANK), "G-45"),
    "日期补零": (words("1", "01", within="2025年"), "G-64"),
    "日期用汉字": (words("2025", "二五", within="2025年"), "G-64"),
    "日期用点": (words("年", ".", within="2025年"), "G-64"),
    "页码用短横线": (renamed("—", "-"), "G-72"),
    "页码用西文字体": (faced("Times New Roman"), "G-72"),
    "页码太低": (in_section("pgMar", footer=992), "G-73"),
    "页码居中": (aligned("center"), "G-74"),
    "没有双页页脚": (without(SETTINGS, "//w:evenAndOddHeaders"), "G-74"),
    "首页没有页码": (in_section("titlePg"), "G-75"),
}


def proof_of(docx: bytes, form: OutputForm | None = None) -> Proof:
    return prove(measure_docx(docx), GBT9704, form)


def broken(proof: Proof) -> list[str]:
    return [row.id for row in proof.rows if row.verdict is Verdict.BREAKS]


@pytest.fixture(scope="module")
def sound() -> bytes:
    return write_docx(sound_document(), GBT9704)


def test_the_sound_file_breaks_no_clause(sound: bytes) -> None:
    assert broken(proof_of(sound)) == []


@pytest.mark.parametrize(("spoil", "clause"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_by_its_clause_alone(sound: bytes, spoil: Spoil, clause: str) -> None:
    assert broken(proof_of(spoil(sound))) == [clause]


def test_a_date_that_may_stand_alone_on_a_page_is_for_a_person_to_look_at(sound: bytes) -> None:
    proof = proof_of(without(DOCUMENT, "//w:body/w:p/w:pPr/w:keepNext")(sound))

    assert broken(proof) == []
    assert {row.id: row.verdict for row in proof.rows}["G-65"] is Verdict.UNMEASURED
