"""What a finished document should not hold any more, and what of it no clause has looked at."""

from bulletin_gen.proof.outcome import Outcome, absent, breaks, conforms, unmeasured
from bulletin_gen.proof.requirement import Case, practice, requirement


@requirement("N-02", "修订批注隐藏文字", practice(), "定稿不留修订、批注，没有隐藏文字")
def left_in(case: Case) -> Outcome:
    if not case.is_flowing:
        return absent("PDF 和版面不带修订")
    return breaks("，".join(case.measured.left_in)) if case.measured.left_in else conforms("没有")


@requirement("N-03", "没有核对的内容", practice(), "文件里的文字都核对到")
def unseen(case: Case) -> Outcome:
    """Told in whole: what nobody looked at must not pass for sound."""
    said = [*case.measured.remarks, *case.measured.unseen]
    return unmeasured("；".join(said)) if said else conforms("没有")
