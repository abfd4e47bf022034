"""Hypothesis strategies: bulletins at random, in the words and the forms of the genre."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from bulletin_gen.spec.model import Bulletin

PLACES = ("南屏县青溪镇", "云溪县水利局", "岚川市教育局", "松岭区住房和城乡建设局", "海川市国资委")
LEVELS = ("省委", "市委", "区委", "县委")
CLAUSES = (
    "完善相关制度",
    "组织专题学习12次",
    "核查资金3.5万元",
    "修订《经费管理办法（试行）》",
    "严格落实“第一议题”制度",
    "对38名干部开展培训",
    "约谈相关负责人",
    "建立工作台账",
    "清理合同46份",
    "群众满意率达97.8%",
    "压实“一岗双责”",
    "印发《关于加强管理的通知》（青发〔2024〕3号）",
)
PROBLEMS = ("学习不够深入", "制度执行不到位", "监管存在漏洞", "服务群众主动性不强，办法不多", "‘一岗双责’落实不力")
TASKS = ("坚持党建引领", "压实工作责任", "强化跟踪问效", "健全长效机制，巩固整改成果", "加强队伍建设")
DIMENSIONS = ("贯彻落实党的路线方针政策方面", "聚焦全面从严治党方面的问题", "落实新时代党的组织路线方面的整改情况")
ORGANISATION = ("整改工作组织推进情况", "党组履行整改主体责任情况", "整改工作部署情况")
RESULTS = ("巡察反馈问题整改落实情况", "反馈意见整改落实情况", "巡察反馈重点问题整改进展情况")
LATER = ("需长期整改事项进展情况", "需长期坚持的整改事项")
STEPS = ("下一步工作打算", "今后努力方向", "下一步工作")
STATUSES = ("已完成", "已完成并长期坚持", "基本完成", "正在整改", "持续推进", "长期整改", "尚未完成")


def _said(**fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping without the fields that are None."""
    return st.fixed_dictionaries(fields).map(lambda found: {name: v for name, v in found.items() if v is not None})


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def sentences(most: int = 3) -> st.SearchStrategy[str]:
    clauses = st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=3).map(lambda found: "，".join(found) + "。")
    return st.lists(clauses, min_size=1, max_size=most).map("".join)


def prose() -> st.SearchStrategy[str]:
    return st.lists(sentences(), min_size=1, max_size=2).map("\n".join)


def items() -> st.SearchStrategy[dict[str, Any]]:
    """The items of a part: all headed and run in, all headed on lines of their own, or 一是… paragraphs."""
    tasks = st.sampled_from(TASKS)
    run_in = st.lists(st.fixed_dictionaries({"heading": tasks, "text": sentences()}), min_size=1, max_size=4)
    block = st.lists(st.fixed_dictionaries({"heading": tasks, "text": prose()}), min_size=1, max_size=4)
    plain = st.lists(sentences(), min_size=2, max_size=4)
    inner = st.lists(st.fixed_dictionaries({"heading": tasks, "text": sentences()}), min_size=2, max_size=3)
    nested = st.lists(st.fixed_dictionaries({"heading": tasks, "items": inner}), min_size=1, max_size=3)
    return st.one_of(
        nested.map(lambda found: {"items": found}),
        plain.map(lambda found: {"items": found, "items_label": "第一，"}),
        run_in.map(lambda found: {"items": found}),
        st.tuples(run_in, st.sampled_from(["1.", "㈠", "1、"])).map(
            lambda two: {"items": two[0], "items_label": two[1]}
        ),
        block.map(lambda found: {"items": found, "items_form": "分行"}),
        plain.map(lambda found: {"items": found}),
    )


def parts(headings: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    text = st.builds(lambda heading, text: {"heading": heading, "text": text}, st.sampled_from(headings), prose())
    with_items = st.builds(
        lambda heading, text, below: {"heading": heading, **({"text": text} if text else {}), **below},
        st.sampled_from(headings),
        maybe(sentences()),
        items(),
    )
    return text | with_items


def _measures() -> st.SearchStrategy[dict[str, Any]]:
    measures = st.lists(sentences(), min_size=2, max_size=4)
    return _said(measures=measures, text=maybe(sentences(1))) | st.builds(lambda text: {"text": text}, sentences())


@st.composite
def issues(draw: st.DrawFn, with_subs: bool, with_status: bool) -> dict[str, Any]:
    issue: dict[str, Any] = {"problem": draw(st.sampled_from(PROBLEMS))}
    if with_subs:
        subs = st.lists(issues(with_subs=False, with_status=with_status), min_size=1, max_size=3)
        return {**issue, "sub_issues": draw(subs)}
    issue |= draw(_measures())
    return {**issue, "status": draw(st.sampled_from(STATUSES))} if with_status else issue


@st.composite
def styles(
    draw: st.DrawFn, patterns: tuple[str, ...], labels: tuple[str, ...], measure_labels: tuple[str, ...]
) -> dict[str, Any]:
    return draw(
        _said(
            pattern=maybe(st.sampled_from(patterns)),
            form=maybe(st.sampled_from(["接排", "分行"])),
            label=maybe(st.sampled_from(labels)) if labels else st.none(),
            measures_form=maybe(st.sampled_from(["接排", "另起一段", "分行"])),
            measures_label=maybe(st.sampled_from(measure_labels)),
        )
    )


@st.composite
def results(draw: st.DrawFn) -> dict[str, Any]:
    with_subs, with_status = draw(st.booleans()), draw(st.booleans())
    found: dict[str, Any] = {}
    if draw(st.integers(0, 3)):
        found = draw(_said(heading=st.sampled_from(RESULTS), text=maybe(sentences())))
    several = st.lists(issues(with_subs, with_status), min_size=2, max_size=3)
    patterns = (
        "关于“…”问题的整改情况",
        "关于“…”等问题的整改",
        "关于“…”的问题",
        "对“…”问题的整改情况",
        "关于“…”的整改情况。",
    )
    style: dict[str, Any] = draw(styles(patterns, ("1、", "⑴") if found else (), ("第一，", "（1）", "①")))
    sub_style: dict[str, Any] = {}
    if with_subs:
        sub_style = draw(styles(("关于“…”问题", "对“…”等问题的整改情况："), ("①", "1）"), ("第一，",)))
    if with_status:
        label = draw(st.sampled_from(["整改落实情况", "整改进展"]))
        (sub_style if with_subs else style)["status_label"] = label
    if draw(st.booleans()):
        headings = draw(st.permutations(DIMENSIONS))[: draw(st.integers(2, 3))]
        found["sections"] = [{"heading": heading, "issues": draw(several)} for heading in headings]
        style["run_on"] = draw(st.booleans())
    else:
        found["issues"] = draw(several)
    return {**found, "issue_style": style, "sub_issue_style": sub_style}


@st.composite
def inspections(draw: st.DrawFn, inspected: str) -> dict[str, Any]:
    kind, level = draw(st.sampled_from(["巡察", "巡视"])), draw(st.sampled_from(LEVELS))
    start = draw(st.dates(date(2018, 1, 1), date(2024, 12, 31)))
    end = start + timedelta(days=draw(st.integers(20, 90)))
    feedback = end + timedelta(days=draw(st.integers(10, 90)))
    joined = draw(st.booleans())
    told = {"date": feedback.isoformat(), "form": "并入上句" if joined else "单独成句"}
    return {
        "kind": kind,
        "deployed_by": level,
        "team": f"{level}第{draw(st.sampled_from('一二三四五'))}{kind}组",
        "period": {"start": start.isoformat(), "end": end.isoformat()},
        "inspected": inspected,
        "feedback": told,
        **draw(_said(type=maybe(st.sampled_from(["常规", "专项"])), look_back=maybe(st.booleans()))),
        **({"team_short": f"{level}{kind}组"} if draw(st.booleans()) and not joined else {}),
        **({"order": "组名在前"} if joined else {}),
        **({"deployment": f"按照{level}{kind}工作部署"} if draw(st.booleans()) else {}),
        "action": draw(st.sampled_from(["开展了", "进行了"])),
    }


def publications(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    return _said(
        grounds=maybe(st.just(f"按照党务公开原则和{kind}工作有关规定")),
        subject=maybe(st.sampled_from([f"{kind}整改进展情况", "集中整改情况"])),
        verb=maybe(st.sampled_from(["公开", "公布如下"])),
        end=maybe(st.just("：")),
        own_paragraph=maybe(st.just(True)),
    )


def contacts() -> st.SearchStrategy[dict[str, Any]]:
    fields = {"联系电话": "0000-1234567", "邮政地址": "人民路1号101室", "电子邮箱": "zg@example.com"}
    return _said(
        fields=st.just(fields),
        invitation=maybe(st.just("欢迎社会各界监督。")),
        form=maybe(st.sampled_from(["另起一段", "分行"])),
        after_signature=maybe(st.just(True)),
    )


@st.composite
def bulletins(draw: st.DrawFn) -> Bulletin:
    """A bulletin whose plain text says all there is to say of its structure: what a reader can take apart again."""
    place = draw(st.sampled_from(PLACES))
    name = f"中共{place}{draw(st.sampled_from(['委员会', '党组']))}"
    inspection = draw(inspections(f"{place}党委"))
    signature = draw(st.sampled_from([None, [name], [f"中共{place}", name.removeprefix(f"中共{place}")]]))
    fields: dict[str, Any] = {
        "issuer": {"name": name, "signature": signature},
        "inspection": inspection,
        "publication": draw(publications(inspection["kind"])),
        "organisation": draw(parts(ORGANISATION) | st.builds(lambda text: {"text": text}, prose())),
        "results": draw(results()),
        "next_steps": draw(parts(STEPS)),
        "issue_date": draw(st.dates(date(2019, 1, 1), date(2026, 12, 31))).isoformat(),
    }
    fields |= draw(
        _said(
            title=maybe(st.sampled_from(["无", f"{name}关于落实反馈意见整改情况的公告"])),
            recipients=maybe(st.sampled_from(["各党支部", "各镇党委，县直各单位党组"])),
            contact=maybe(contacts()),
            other_parts=maybe(st.lists(parts(LATER), min_size=1, max_size=1)),
        )
    )
    return Bulletin.model_validate(fields)


def json_values() -> st.SearchStrategy[object]:
    """Any value of JSON, small ones first."""
    return st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=3),
    )
