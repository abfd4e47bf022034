"""What the bulletin answers and why it is made public: the inspection, its feedback, the publication."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator

from bulletin_gen.spec.naming import FieldsError
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.values import DateText, Flag, Phrase, Prose, Required
from bulletin_gen.text.choice import Choice


def _kind(text: str) -> str:
    if text == "巡查":
        raise ValueError("“巡查” 不是可用的值；是不是 巡察？")
    return text


class Period(Node):
    """巡察起止.

    start: the first day.
    end: the last day; None where only one is named. Its year is left out where it is the first day's.
    mark: what is said between the two.
    comma: whether a comma stands after it where the sentence begins with the team.
    """

    start: DateText
    end: DateText | None = None
    mark: Required = "至"
    comma: Flag = False


class FeedbackForm(Choice):
    """How the feedback is told: in a sentence of its own, or joined to the one that names the inspection."""

    OWN_SENTENCE = "单独成句"
    JOINED = "并入上句"


class Feedback(Node):
    """反馈: when the team told the inspected body what it had found.

    date: the day; None leaves it out.
    by: who told; None means the team as already named.
    to: who was told; None means the inspected body as already named, where the feedback is a sentence of its own.
    form: whether it is one.
    action: what was done, 反馈了巡察意见; None means these words.
    end: the mark that ends it.
    own_paragraph: whether it begins a paragraph.
    wording: the whole sentence in the author's own words; None has it worded.
    """

    date: DateText | None = None
    by: Phrase | None = None
    to: Phrase | None = None
    form: FeedbackForm = FeedbackForm.OWN_SENTENCE
    action: Phrase | None = None
    end: Literal["。", "，", "；"] = "。"
    own_paragraph: Flag = False
    wording: Prose | None = None


class Order(Choice):
    """What the sentence that names the inspection begins with: its period, or its team."""

    PERIOD_FIRST = "时间在前"
    TEAM_FIRST = "组名在前"


class Inspection(Node):
    """巡察 or 巡视: what the bulletin answers, said in its first sentence.

    kind: 巡察 or 巡视.
    round: 十四届市委第三轮, as the title says it; "" leaves it out.
    type: 常规, 专项, 机动…; "" leaves it out.
    look_back: whether it was a “回头看”.
    deployed_by: who deployed it: 市委.
    deployment: the whole phrase 根据市委统一部署; None has it worded from `deployed_by`, "" leaves it out.
    team: who inspected: 市委第二巡察组.
    team_short: what the team is called when named again; "" calls it by its name.
    period: from when to when; None leaves it out.
    inspected: who was inspected; None means the issuer.
    order: what the sentence begins with.
    action: what was done: 开展了.
    end: the mark that ends the sentence.
    feedback: what was told afterwards; None where nothing is said of it.
    wording: the whole sentence in the author's own words; None has it worded.
    """

    kind: Annotated[Required, AfterValidator(_kind)] = "巡察"
    round: Phrase = ""
    type: Phrase = ""
    look_back: Flag = False
    deployed_by: Phrase = ""
    deployment: Phrase | None = None
    team: Phrase = ""
    team_short: Phrase = ""
    period: Period | None = None
    inspected: Phrase | None = None
    order: Order = Order.PERIOD_FIRST
    action: Required = "开展了"
    end: Literal["。", "，", "；"] = "。"
    feedback: Feedback | None = None
    wording: Prose | None = None

    @model_validator(mode="after")
    def _deployment_is_known(self) -> Self:
        if self.wording is None and self.deployment is None and not self.deployed_by:
            raise FieldsError("缺少{}，如：市委；自拟整句的请写{}", "deployed_by", "wording")
        return self


class Publication(Node):
    """按照…，现将…予以公布: the last sentence before the body.

    grounds: 按照巡察工作有关要求; None means these words, "" leaves them out.
    subject: what is made public, also in the title; None means 巡察整改情况.
    verb: 公布, 通报如下…
    end: the mark that ends it.
    own_paragraph: whether it begins a paragraph.
    wording: the whole sentence in the author's own words; None has it worded.
    """

    grounds: Phrase | None = None
    subject: Phrase | None = None
    verb: Required = "公布"
    end: Literal["。", "："] = "。"
    own_paragraph: Flag = False
    wording: Prose | None = None
