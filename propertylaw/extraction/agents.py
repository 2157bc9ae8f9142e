"""由X做…: the agent behind 由, and which words of the phrase are the action."""

from __future__ import annotations

import re

from propertylaw.model import Modality, Span

from .draft import Subject
from .mentions import Mentions
from .modality import Told, has_private, is_private
from .sentences import Clause
from .subjects import clusters, maker, with_unnamed

_BY = re.compile("由(?<![事缘自]由)(?<!的应由)(?<!的应当由)(?<!(?<![管办修代处审清受])理由)")
_BY_FIRST = re.compile("(?:临时|暂时|暂|依法|统一|可以|直接|另行|分别)*由")
_LONGEST_GAP = 24
_SETTLES = re.compile("(?:约定|规定|确定|明确)$")
_UNKNOWN = re.compile(
    r"(?P<who>(?!于|此)[^，。；由]{0,28}?(?:单位|企业|机构|组织|公司|协会|当事人|责任人|[一-龥]人|(?<!或)者))"
    r"(?=负责|承担|统一|统筹|组织(?!的)|共同|依法|按照|根据|予以|代为|管理|实施|支付|缴纳|交纳|决定|确定|提出|办理|签[字名发]|发起|牵头|给予|负担|赔偿|垫付|管辖|取得|代理|审查|审批|核准|通过|解决|署名|批准|清偿|补偿|退还|补足|协商|公[布告示]|履行|自行|自愿|收取|维修|养护|保管|分担|分摊)"
)
"""Someone behind 由 who is no known party, right before a verb."""
_BARE_VERB = re.compile(
    r"(?:共同|另行|全额|依法|具体|统一|自行|(?:按照|根据|依照|参照|按)[^，。；]*?)?"
    r"(?:承担|决定|确定|担任|组成|产生|选举产生|保障|分摊|支付|负担|享有|协商确定|协商决定|约定|制定|规定|保管|维修养护|维修|养护|递补|分担|指定|发起|作出(?:决定|约定|规定)|(?:在[^，。；]{1,6}中)?推荐产生)"
)
_BEFORE_VERB = re.compile(
    r"(?:负责|予以|依法|等|代表|的代表|会议|、"
    r"|(?:等|和|、|或者)[^，。；、]{0,4}?(?:单位|人员|机构|组织|协会|成员|企业|部门)(?:负责)?)?"
)
_BORNE = re.compile("(?:共同|全额|依法)?(?:承担|负担|分担)$")
_BESIDE = re.compile(r"(?:和|、|或者)[^，。；、]{0,4}?(?:单位|人员|机构|组织|企业|部门)")
_HOLDS_A_RIGHT = re.compile("享有|行使(?:投票|表决)权")
_VOTES = re.compile("参与表决|参加表决")
_OWED = re.compile("责任|赔偿|补偿")
_ASKS = re.compile("提出(?:书面)?(?:建议|申请)")
_ACTS_ON_IT = re.compile("(?:负责)?(?:(?:无偿|免费)提供|组织成立)$")
"""Short acts that say what is done without their topic."""
_UNKNOWN_FIRST = re.compile("[^，。；、的由与和及]{2,12}(?<!有关)(?<!相关)(?:单位|企业|机构|公司)(?:或者|和|、)")
"""A unit that is no known party in front of one that is (由主管单位或者业主委员会组织)."""
_UNSEATS = re.compile("(?:依法|表决|直接)?(?:罢免|终止(?=[^，。；]*(?:资格|职务)))")
_AGREES = re.compile("协商(?:确定|决定)$")
_OWNERS_ALONE = ("owner",)
"""Who decide together what others would agree on with each other."""
_PUTS_FORWARD = re.compile("自荐(?:或者|、|和)")
_SHORTEST_ACT = 3
_SHORT_BESIDE_TOPIC = 5


def agent(text: str, mentions: Mentions, start: int, end: int) -> Subject | None:
    """The party behind a 由 at `start`; None where there is no 由 or no party right behind it."""
    by = _BY_FIRST.match(text, start, end)
    if by is None:
        return None
    groups = clusters(text, mentions, by.end(), end)
    gap = text[by.end() : groups[0].start] if groups else ""
    if not groups or "的" in gap.rstrip("的") or len(gap) > _LONGEST_GAP:
        return _document(text, by.end(), end) or _unknown(text, by.end(), end)
    first = groups[0]
    if len(groups) > 1 and _PUTS_FORWARD.fullmatch(text, first.end, groups[1].start):
        return Subject(tuple(sorted({*first.parties, *groups[1].parties})), (first.start, groups[1].end))
    if _UNKNOWN_FIRST.fullmatch(gap):
        return Subject(tuple(sorted({*first.parties, "other"})), (by.end(), first.end))
    return with_unnamed(text, Subject(first.parties, (first.start, first.end)), end)


def _document(text: str, start: int, end: int) -> Subject | None:
    """Those who make a document that settles something (由物业服务合同约定)."""
    settles = _SETTLES.search(text, start, end)
    return maker(text, start, settles.start()) if settles else None


def _unknown(text: str, start: int, end: int) -> Subject | None:
    unknown = _UNKNOWN.match(text, start, end)
    return Subject(("other",), unknown.span("who")) if unknown else None


def is_agent(text: str, who: Subject) -> bool:
    """Whether a subject stands behind a 由."""
    return who.span is not None and text.startswith("由", who.span[0] - 1)


def agent_inside(text: str, mentions: Mentions, clause: Clause) -> tuple[int, Subject] | None:
    """The first 由 with a party in a clause, and that party."""
    for match in _BY.finditer(text, clause.start, clause.end):
        found = agent(text, mentions, match.start(), clause.end)
        if found is not None:
            return match.start(), found
    return None


def agent_modality(told: Told | None, who: Subject, rest: str) -> Modality:
    """What the phrase does to the agent: 由业主大会决定 is power, 由全体业主承担 duty, 由…组成 constitutive."""
    settles = rest.endswith(("约定", "明确")) and not has_private(who)
    if told is None and who.parties == ("other",) and rest.endswith("约定"):
        return Modality.RIGHT
    if told is None and is_private(who) and _ASKS.match(rest):
        return Modality.RIGHT
    if _AGREES.search(rest):
        return Modality.POWER if who.parties == _OWNERS_ALONE else Modality.RIGHT
    modality = told.modality if told else Modality.POWER if settles else Modality.DUTY
    if told is None and _UNSEATS.match(rest) and not is_private(who):
        return Modality.POWER
    if modality is Modality.LIABILITY:
        return modality if _OWED.search(rest) else Modality.DUTY
    if modality is Modality.POWER and is_private(who) and "owner" not in who.parties:
        return Modality.DUTY
    if modality is Modality.RIGHT and not _HOLDS_A_RIGHT.search(rest):
        return Modality.DUTY
    return modality


def is_bare(words: str) -> bool:
    """Whether the words after an agent are a mere verb (承担, 按照面积分摊), which says little without its topic."""
    words = _BESIDE.sub("", words, count=1) if _BESIDE.match(words) else words
    return len(words) <= _SHORTEST_ACT or bool(_BARE_VERB.fullmatch(words))


def agent_action(text: str, phrase: Span, by: int, verb: int, modality: Modality) -> Span:
    """The words after the agent; the whole phrase where they are a mere verb and their topic stands in front of 由.

    Args:
        text: of the paragraph.
        phrase: the clause with its topic, or the action behind a modal word.
        by: where 由 stands.
        verb: where the words after the agent begin.
        modality: of the norm.
    """
    start, end = phrase
    rest = text[verb:end].strip().partition("并")[0]
    if modality is Modality.CONSTITUTIVE:
        return (by if rest.endswith("组成") else start), end
    acts = _ACTS_ON_IT.match(rest) is not None
    if start < by and not acts and (is_bare(rest) or len(rest) <= _SHORT_BESIDE_TOPIC):
        return start, end
    if _VOTES.search(text, verb, end) or _BORNE.match(text, verb, end):
        return by, end
    helper = _BEFORE_VERB.match(text, verb, end)
    return (helper.end() if helper and helper.end() < end else verb), end
