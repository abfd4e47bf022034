"""Which headings every round's feedback has: the dimensions that the inspections of all offices go by."""

from bulletin_gen.text.regex import Regex

_STANDING = Regex(
    "党中央|决策部署|路线方针|职能责任|职责使命|群众身边|不正之风|腐败|基层党组织|组织路线|党的(?:建设|领导)|党建"
    "|从严治党|两个责任|主体责任|监督责任|意识形态|选人用人|领导班子|干部队伍|民主集中制"
    "|(?:政治|思想|组织|作风|纪律|制度|能力)建设|审计|主题教育|巡[视察].{0,6}整改|整改.{0,4}落实"
)


def is_standing(heading: str) -> bool:
    """May the heading of a dimension be the same in another year's feedback?"""
    return _STANDING.search(heading) is not None
