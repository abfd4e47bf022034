"""What a finished document should not hold any more, and what of it no clause has looked at."""

from bulletin_gen.proof.outcome import Outcome, absent, breaks, conforms, judged, unmeasured
from bulletin_gen.proof.requirement import Case, practice, requirement
from bulletin_gen.text.lookalikes import HARD_SPACE, LOOK_ALIKE, PRIVATE, UNSEEN

_ODD = (
    (LOOK_ALIKE, "形似汉字的部首字符"),
    (UNSEEN, "看不见的字符"),
    (HARD_SPACE, "不间断空格"),
    (PRIVATE, "私用区字符"),
)


@requirement("N-02", "修订批注隐藏文字", practice(), "定稿不留修订、批注，没有隐藏文字")
def left_in(case: Case) -> Outcome:
    if not case.is_flowing:
        return absent("PDF 和版面不带修订")
    return breaks("，".join(case.measured.left_in)) if case.measured.left_in else conforms("没有")


@requirement("N-06", "看不见和形似的字符", practice(), "没有部首字符、零宽字符、不间断空格和私用区字符")
def odd_characters(case: Case) -> Outcome:
    """They look right, and are found by no search."""
    texts = case.measured.paragraphs
    faults = [f"{one.quoted()}有{name}" for one in texts for pattern, name in _ODD if pattern.search(one.flat)]
    return judged(faults, "没有")


@requirement("N-03", "没有核对的内容", practice(), "文件里的文字都核对到")
def unseen(case: Case) -> Outcome:
    """Told in whole: what nobody looked at must not pass for sound."""
    said = [*case.measured.remarks, *case.measured.unseen]
    return unmeasured("；".join(said)) if said else conforms("没有")
