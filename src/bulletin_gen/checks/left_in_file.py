"""Rules on what a file holds beside the bulletin, and whoever gets it can see: changes, comments, hidden text, names.

`wrong` and `right` of these tell what is in a file, in words.
"""

from collections.abc import Iterator
from dataclasses import replace

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.finding import Severity

_WORD_SAYS_NOBODY = frozenset(
    ["", "Administrator", "User", "Microsoft Office User", "python-docx", "未知用户", "微软用户"]
)
_PRACTICE = "公开发布前清除修订、批注和个人信息的通行做法（Word“检查文档”）"


def _told(manuscript: Manuscript, rule: str, hint: str) -> Iterator[Hit]:
    """Yield a hit for each thing of one kind that the reader of the file told."""
    return (Hit(finding.where, finding.message, hint) for finding in manuscript.told if finding.rule == rule)


@on(
    "publication/tracked-changes",
    Severity.WARNING,
    title="文件里还有修订",
    why="公布的文件里留着修订，别人能看到改动前的文字和修改人。",
    source=_PRACTICE,
    wrong=("DOCX 里有没有接受的修订（插入、删除或移动）",),
    right=("修订都已接受或拒绝的 DOCX",),
)
def tracked_changes(manuscript: Manuscript) -> Iterator[Hit]:
    return _told(manuscript, "import/revisions", "请在 Word 里逐处接受或拒绝；这里按全部接受后的文字检查")


@on(
    "publication/comments",
    Severity.WARNING,
    title="文件里还有批注",
    why="批注是内部意见，不应随公布的文件发出去。",
    source=_PRACTICE,
    wrong=("DOCX 的某句话上有批注“这里再核一下”",),
    right=("没有批注的 DOCX",),
)
def comments(manuscript: Manuscript) -> Iterator[Hit]:
    return _told(manuscript, "import/comment", "请处理后在 Word 里删去批注")


@on(
    "publication/hidden-text",
    Severity.WARNING,
    title="文件里有隐藏文字",
    why="隐藏文字打印时看不见，但拿到文件的人可以显示出来。",
    source=_PRACTICE,
    wrong=("DOCX 里有一段设为“隐藏”的文字",),
    right=("没有隐藏文字的 DOCX",),
)
def hidden_text(manuscript: Manuscript) -> Iterator[Hit]:
    return _told(manuscript, "import/hidden-text", "请删去，或取消隐藏")


@on(
    "publication/struck-text",
    Severity.WARNING,
    title="文件里有划去的文字",
    why="用删除线划去的文字仍然看得见，读者会以为没有改完。",
    source=_PRACTICE,
    wrong=("DOCX 里“3个”两个字画着删除线",),
    right=("没有删除线的 DOCX",),
)
def struck_text(manuscript: Manuscript) -> Iterator[Hit]:
    return _told(manuscript, "import/struck-text", "请真正删去，或去掉删除线")


@on(
    "publication/empty-control",
    Severity.WARNING,
    title="模板的填写提示没有填",
    why="“单击此处输入文字”之类的提示说明这一项漏填了。",
    source=_PRACTICE,
    wrong=("DOCX 的内容控件里还是“单击此处输入日期”",),
    right=("内容控件都已填好的 DOCX",),
)
def empty_control(manuscript: Manuscript) -> Iterator[Hit]:
    return _told(manuscript, "import/placeholder", "请填写，或删去这个控件")


@on(
    "publication/author-name",
    Severity.ADVICE,
    title="文件属性里有个人姓名",
    why="DOCX 的属性记着作者和最后修改人，公布后任何人都能看到。",
    source=_PRACTICE,
    wrong=("DOCX 的属性里作者是某位工作人员",),
    right=("DOCX 的属性里作者是发文机关，或没有作者",),
)
def author_name(manuscript: Manuscript) -> Iterator[Hit]:
    issuer = manuscript.spec.bulletin.issuer if manuscript.spec else None
    organs = {issuer.name, issuer.short_name} if issuer else set()
    for name in dict.fromkeys(manuscript.people):
        if name not in _WORD_SAYS_NOBODY | organs:
            hint = "请在 Word 里用“文件—信息—检查文档”删去个人信息"
            yield Hit(manuscript.where, f"文件属性里的作者或修改人是“{name}”", hint)


@on(
    "publication/page-chrome",
    Severity.WARNING,
    title="混进了网页上的内容",
    why="从网页上复制时，栏目、位置、发布时间、来源、浏览次数等会一起带下来，它们不是通报的内容。",
    source="前后文",
    wrong=("第一行是“您的当前位置：首页 > 巡察整改”的 TXT 或 DOCX",),
    right=("只有通报本身的 TXT 或 DOCX",),
)
def page_chrome(manuscript: Manuscript) -> Iterator[Hit]:
    for hit in _told(manuscript, "import/set-aside", "请删去，只留通报本身"):
        yield replace(hit, message="混进了网页上的内容（栏目、时间、来源等），从这一行起")


LEFT_IN_FILE: tuple[Rule[Manuscript], ...] = (
    tracked_changes,
    comments,
    hidden_text,
    struck_text,
    empty_control,
    author_name,
    page_chrome,
)
