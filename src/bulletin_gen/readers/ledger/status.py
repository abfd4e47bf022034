"""What an office says of how far a problem has come, in; the status that is surely meant out."""

from collections.abc import Iterable, Mapping

from bulletin_gen.spec.model import Status
from bulletin_gen.text.regex import Regex

_MARKS = Regex(r"[\s。．.，,；;、！!（）()【】\[\]“”\"]")
_WORDS: Mapping[Status, str] = {
    Status.DONE: (
        "已完成 完成 是 √ ✓ ✔ ☑ 🗹 已销号 销号 已整改 已完成整改 完成整改 整改完成 已整改完成 已整改到位 整改到位"
        " 已办结 办结 已整改完毕 整改完毕 已完成销号 已整改销号 已全部完成 全部完成 已完成到位 100%"
    ),
    Status.DONE_AND_KEPT: (
        "已完成并长期坚持 完成并长期坚持 已完成长期坚持 已完成整改并长期坚持 已完成整改长期坚持 已完成并持续坚持"
        " 已完成需长期坚持 已完成持续坚持 完成整改并长期坚持"
    ),
    Status.MOSTLY_DONE: "基本完成 基本完成整改 已基本完成 基本整改到位 整改基本完成",
    Status.ONGOING: "正在整改 正在推进 推进中 整改中 进行中 正在进行 正在办理 办理中 正在落实 正在推进中 正在整改中",
    Status.CONTINUING: "持续推进 持续整改 持续推进中 持续整改中 需持续推进 持续推进整改",
    Status.LONG_TERM: "长期整改 需长期整改 长期推进 需长期推进",
    Status.OPEN: "尚未完成 未完成 否 × ✗ ✘ 未整改 未办结 未完成整改 尚未整改 尚未完成整改",
}
_STATUS_OF = {word: status for status, words in _WORDS.items() for word in words.split()}
_RANKED = tuple(Status)  # from done to not done


def status_of(words: str) -> Status | None:
    """Return the status that words of an office surely mean; None for all others, such as 长期坚持 or 部分完成."""
    return _STATUS_OF.get(_MARKS.sub("", words))


def is_status(words: str) -> bool:
    return status_of(words) is not None


def together(statuses: Iterable[Status]) -> Status | None:
    """Return how far a problem is whose measures have come so far: done where all are, else what the others agree on.

    None where they do not.
    """
    found = sorted(set(statuses), key=_RANKED.index)
    left = [status for status in found if not status.is_done]
    if left:
        return left[0] if len(left) == 1 else None
    return found[0] if len(found) == 1 else (Status.DONE if found else None)
