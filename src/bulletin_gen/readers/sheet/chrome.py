"""Lines of a web page in; the bulletin's own lines out, and what the page had put around them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from operator import not_

from bulletin_gen.readers.printed_dates import DAY
from bulletin_gen.readers.sheet.sheet import Sheet
from bulletin_gen.readers.source import SourceLine, fold, start_of_end
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.regex import Regex

_LONGEST = 200  # characters; a line of page furniture is shorter
_MOST_HEAD_LINES = 12
_FIELD = (
    "信息来源|文章来源|稿件来源|来源|稿源|发布时间|发布日期|发布机构|发布单位|发布者|发布人|更新时间|更新日期|发稿时间|时间|日期"
    "|作者|责任编辑|编辑|审核|校对|浏览次数|浏览量|浏览|点击次数|点击数|点击量|点击|阅读次数|阅读量|阅读|访问量|访问次数|字号|字体|字体大小"
    "|索引号|信息索引号|信息分类|主题分类|公开形式|公开方式|公开时限|公开日期|公开范围|生成日期|撰写时间|供稿|撰稿|供稿单位|当前栏目|所属栏目"
)
_SPACE = r"[\s\u3000]*"
_HEAD = tuple(
    Regex(pattern)
    for pattern in (
        rf"(?:[-•·●▪*|｜]{_SPACE})?[\[【(（]?{_SPACE}(?:{_FIELD}){_SPACE}[:：]",  # 【来源：某局】; not 来源分析
        r"(?:您|你)?(?:现在)?的?(?:当前|所在|现在)?(?:所在)?(?:的)?位置(?:是)?[:：]?",  # 您现在的位置：首页
        r"首页(?:\s|$|[>》»/|-])",  # 首页 > 公告; not 首页改版
        r"[^。]{1,30}(?:\s?(?:>|>>|»|›)\s?[^。>]{1,30})+$",  # 公开 > 巡察 > 整改
        r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s|$)",  # 2024-09-06 10:30
        # 2024年9月6日 来源：某局; not 2024年9月6日，某局召开会议
        rf"{DAY}(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?\s*(?:$|来源|作者|字)",
    )
)
_ANYWHERE = Regex(
    # 字体：【大 中 小】
    rf"(?:字体|字号|字体大小){_SPACE}[:：]?{_SPACE}[\[【(（]?{_SPACE}大{_SPACE}[|/]?{_SPACE}中{_SPACE}[|/]?{_SPACE}小"
    rf"|^[\[【(（]?{_SPACE}大{_SPACE}中{_SPACE}小{_SPACE}[\]】)）]?$"  # [ 大 中 小 ]; not 大中小学
    # 点击次数：12
    "|浏览次数[:：]|点击次数[:：]|阅读次数[:：]|访问次数[:：]|发布时间[:：]|信息来源[:：]|文章来源[:：]|分享到[:：]?"
    # 【打印】, 关闭; not 打印文件
    r"|【打印|【关闭|\[打印|\[关闭|打印本页|关闭窗口|打印此页|收藏本页|^打印$|^关闭$|^分享$|^收藏$"
)
_TAIL = Regex(
    # • QQ空间; not 微信公众号已停用
    r"^(?:[•·●▪*-]\s*)?(?:分享到|分享|QQ空间|QQ|QQ好友|新浪微博|腾讯微博|微博|微信|人人网|复制链接|朋友圈|返回顶部|返回首页|回到顶部|返回列表|TOP)[:：]?$"
    # 网站地图
    "|关于我们|网站声明|网站地图|站点地图|联系我们|隐私声明|免责声明|友情链接|相关链接|相关阅读|相关文章|扫一扫|手机版|无障碍"
    # 主办单位：某委; 某ICP备00000000号
    "|^(?:主办|承办|协办|主管|建设|技术支持|维护)(?:单位)?[:：]|版权所有|版权声明|[Cc]opyright|©|ICP备|ICP证|公网安备|备案(?:序)?号|网站标识码|政府网站标识"
    # 上一篇：无; 责任编辑：某某; not 来源不明的礼品已退回
    r"|^(?:上|下)一[篇条页]|^(?:责任编辑|编辑|审核|校对|来源|作者|打印|关闭|浏览次数|点击数|阅读|访问量)[:：]|^\[?(?:打印|关闭|顶部)"
    "|^(?:扫描|扫码)|二维码|^【?(?:打印|关闭|收藏|分享|返回)"  # 扫码关注; 【关闭】
)
_NAVIGATION = Regex(r"[|｜]")  # 要闻 | 公开 | 互动
_BASIS = Regex("(?:根据|按照|依据|遵照).{2,40}部署")  # 根据市委统一部署; not 工作部署
# 附件：甲; （此件公开发布）; 联系电话：0000-1234567; not 电话本
_OWN = Regex("^(?:附件|[（(]此件|抄送|抄报|印发|欢迎)|电话[：:]|邮箱[：:]|地址[：:]|信箱[：:]")
_TITLE_END = Regex("(?:情况|进展|结果)的?(?:通报|公告|通告|报告|公示)")  # 关于整改情况的通报


def strip_page(sheet: Sheet) -> Sheet:
    """Return the sheet without what a web page put before and after the text."""
    top, below = sheet.text[:_MOST_HEAD_LINES], sheet.text[_MOST_HEAD_LINES:]
    lines = [*(piece for line in top for piece in _unglued(line)), *below]
    start, end = _head_end(lines), start_of_end(lines, is_tail_chrome)
    is_own = [index < end and (index >= start or not is_head_chrome(line.text)) for index, line in enumerate(lines)]
    page = compress(lines, map(not_, is_own))
    return replace(sheet, text=tuple(compress(lines, is_own)), set_aside=tuple(page))


def is_head_chrome(text: str) -> bool:
    """Is a line before the text the page's: a source line, a breadcrumb, a date, the size of the letters?"""
    bare = text.strip()
    if len(bare) > _LONGEST or _BASIS.search(bare):
        return False
    return any(pattern.match(bare) for pattern in _HEAD) or _ANYWHERE.search(bare) is not None


def is_tail_chrome(text: str) -> bool:
    """Is a line after the text the page's: a share button, a footer, a filing number?"""
    bare = text.strip()
    if len(bare) > _LONGEST or "。" in bare.rstrip("。"):
        return False
    return _TAIL.search(bare) is not None or (_NAVIGATION.search(bare) is not None and len(bare) < 80)


def is_after_date_chrome(text: str) -> bool:
    """Is a line below the date of issue the page's? What an office puts there itself is not."""
    bare = text.strip()
    return len(bare) <= 60 and "。" not in bare and not _OWN.search(bare) and leading_label(bare) is None


def _head_end(lines: Sequence[SourceLine]) -> int:
    """Return the first line of the text proper: a sentence or a labelled line."""
    for index, line in enumerate(lines):
        text = line.text
        if not is_head_chrome(text) and ("。" in text or _BASIS.search(text) or leading_label(text)):
            return index
    return 0


def _unglued(line: SourceLine) -> list[SourceLine]:
    """Return a line of the head cut where the page's own words are glued to the title or to the first sentence."""
    text = line.text
    basis, title = _BASIS.search(text), _TITLE_END.search(text)
    if basis is not None and 0 < basis.start() <= _LONGEST and is_head_chrome(text[: basis.start()]):
        at = basis.start()
    elif title is not None and fold(text[title.end() :]) and is_head_chrome(text[title.end() :]):
        at = title.end()
    else:
        return [line]
    return [replace(line, text=text[:at]), replace(line, text=text[at:])]
