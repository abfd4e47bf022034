"""Punctuation: GB/T 15834."""

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from measured import body, docx, paragraph, pdf, printed


def said(*texts: str) -> Measured:
    return docx(*(body(text) for text in texts))


def places(id: str, wrong: str, found: str, *right: str) -> ClauseCase:
    """A text in which a clause finds something wrong, and one in which it does not."""
    head = wrong if len(wrong) <= 12 else f"{wrong[:12]}…"
    return ClauseCase(id, said(wrong), f"第1段“{head}”{found}", said(*right))


QUOTED = "关于“学习‘四个意识’不深入”问题"

CASES = (
    places("G-81", "坚持问题导向,抓好整改", "用半角,", "坚持问题导向，抓好整改"),
    places("G-81", "整改(第一批)已完成.", "用半角.()", "8:30前报至zgb@qinghe.gov.cn，共1,234.5元（GB/T 9704）"),
    places("G-82", "抓实效--开展检查", "中的“--”", "抓实效——开展检查，电话0571--88881234"),
    places("G-82", "抓实效———开展检查", "中的“———”", "北京—上海沿线，抓实效——开展检查"),
    places("G-82", "学习、宣传、落实...", "中的“...”", "学习、宣传、落实……", "一、组织领导......3"),
    places("G-82", "学习、宣传、落实。。。", "中的“。。。”", "学习、宣传、落实。"),
    places("G-82", "学习、宣传、落实……等", "中的“……等”", "学习、宣传、落实等"),
    places("G-82", "学习、宣传…", "中的“…”", "学习、宣传…………"),
    places("G-83", "关于“学习不深入问题", "的 “ 没有后一半 ”", "关于“学习不深入”问题"),
    places("G-83", "关于学习不深入”问题", "的 于学习不深入” 没有前一半 “", QUOTED),
    places("G-83", "关于“学习“四个意识”不深入”", "的 “四个意识”不深 在 “ 里面，应用 ‘", QUOTED),
    places(
        "G-83",
        "印发《贯彻《条例》的办法》",
        "的 《条例》的办法》 在 《 里面，应用 〈",
        "《贯彻〈条例〉的办法》",
    ),
    places("G-83", "建立台账（一事一档", "的 （ 没有后一半 ）", "1）建立台账", "it’s", "“引文第一段", "“引文第二段”"),
    places("G-84", "落实“一岗双责”、“三重一大”", "中的“”、“”", "落实“一岗双责”“三重一大”"),
    places("G-84", "学习《条例》、《准则》", "中的“》、《”", "学习《条例》《准则》"),
    places("G-85", "开展学习、宣讲、等方面工作", "中的“、等”", "学习、宣讲等方面，“重签约、等项目上门”，质量、等级"),
    places("G-88", "2023-2024年开展检查", "中的“2023-2024年”", "2023—2024年，电话0571-88881234，GB/T 9704-2012"),
    places("G-88", "完成10%-20%", "中的“10%-20%”", "完成10%～20%，2024-06-28公布"),
    ClauseCase(
        "G-90",
        docx(paragraph(Element.SIGNATURE, "　　　　某某市水务局")),
        "第1段“　　　　某某市水务局”用空格移位",
        docx(paragraph(Element.SIGNATURE, "某某市水务局")),
    ),
    ClauseCase(
        "G-90",
        docx(paragraph(Element.SIGNATURE, "\t\t\t某某市水务局")),
        "第1段“\t\t\t某某市水务局”用空格移位",
        docx(paragraph(Element.SIGNATURE, "\t某某市水务局\t某某市林业局")),
    ),
    places("G-90", "共检查 12家", "中的“查 1”", "共检查12家 OK"),
    ClauseCase(
        "G-83",
        pdf(printed(Element.BODY, "关于“学习不深入问题")),
        "第1页第1行“关于“学习不深入问题”的 “ 没有后一半 ”；段落由版面推出，须对照原文",
        pdf(printed(Element.BODY, "关于“学习不深入”问题")),
        verdict=Verdict.UNMEASURED,
    ),
    ClauseCase(
        "G-81",
        docx(paragraph(Element.RECIPIENTS, "各科室,各单位：")),
        "第1段“各科室,各单位：”用半角,",
        docx(paragraph(Element.RECIPIENTS, "各科室，各单位：")),
    ),
)
