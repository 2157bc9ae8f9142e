"""To whom a norm is owed or against whom it is exercised: parties that the verb of the action takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from propertylaw.model import Modality

from .draft import Draft, Parties
from .mentions import Mention, Mentions
from .subjects import clusters
from .unnamed_counterparties import each_other, in_default, injured, not_named

_TAKES = re.compile(
    r"(?:向|对|与|同|给|给予|告知|通知|通告|通报|报|报告|报送|抄送|抄告|推送|督促|要求|协助|配合|指导|监督|支持|接受|征求|征询|听取|提请|催告|"
    r"邀请|移交|交给|交还|请求|侵害|侵犯|损害|泄露|公开|出售|保护|维护|满足|征得|取得|赔偿|协调|促进|强制|阻挠|抗拒|骚扰|侵占|"
    r"挪用|出租|返还|退还|支付|(?<!需要)提交|送|(?<!提)交|转|公布|危害|辱骂|威胁|殴打|帮助|罢免|授权|妨碍|代表和维护|会同|推动|遵守|到|组织|停止|"
    r"停止向|管理|监管|告诉|经|代|列席|服务到|印发|限制|交付|服从|采纳|了解|收集|引导|教育|培训|提醒|约谈|考核|调解|申请|奖励|表彰|歧视|刁难|打击报复|干预|干涉|敦促|劝阻|(?<!以)制止|(?<!转)(?<!接受)委托|禁止|阻止|(?:拒不|不|配合)执行|影响|提示|征集(?:吸纳)?|责令|责成|送达)"
    r"(?:给|至|到|并)?$"
)
_BETWEEN = re.compile(
    r"(?:(?:物业|房屋)所在地的?|所在地的?|有利害关系的|老旧小区|[市县区旗]*[（(][市县区旗、]+[）)]|(?<!小)[市县区]、[市县区]|市(?:、|和)?|区县|县级以上|县级|市级|当地|本级|本地区|(?<!小)区(?=$)|所辖[^，。；、]{0,8}(?:区域|小区)|相应|人民政府|国务院|[上同]一?级|中级|原审|所属|双方|对方|其|该|相关的?|有关|每一位|直接|部分|全体|(?<=[向给])其他|新一届|受影响的|"
    r"一至二名|相邻|[^，。；、与向对由]{0,16}选聘的|提供[^，。；、]{0,8}服务的|(?:老)?旧(?:住宅)?小?区|新选聘|相应|其?所代表的|本?(?:行政|物业(?:服务|管理)?|辖)区域?内?的?|辖区内?的?|前期|新的?|原|与会)*$"
)
_POSSESSES = re.compile(
    r"(?:共有(?!财|收益)|共同所有|共同决定有异议|大会议事规则|自治|的组成|任期|届满|成立(?!业主|和选举业主)|会议|议题|专用账户|印章|名义|代表的|委员名额|的经营活动|利益相关|(?:签订|订立|约定|同意|决定|委托|作出|指定)的|联席会议|的方案|以外的?|[^，。；]{0,16}相抵触)|会议"
)
_OVERRULES = "撤销"
"""Whose decision is undone."""
_LOWER = re.compile("(?:下级|[区县][市县区、（）]*)$")
"""Whose namesake of a lower level a body directs."""
_SERVED = re.compile("[^，。；]{0,16}(?:提供|创造)")
_PRONOUN_OBJECT = re.compile("(?:督促|要求|指导|支持|组织|责令)其(?!他)")
_TOWARDS_NOBODY = (Modality.SANCTION, Modality.CONSTITUTIVE)
_OF_THE_SAME_KIND = re.compile(
    "新(?=一届|的|选|聘|物业)|上一届|其他业主|有利害关系的业主|受影响的业主|(?:相邻|毗邻)[^，。；的]{0,4}的?业主|[顶底楼][层上下]的业主"
)
_JUDGES = frozenset({"court", "arbitration"})
"""Who decides a dispute is its other side only where nobody else is known."""
_ADDRESSED = re.compile(
    "(?:依法|直接|另行|申请仲裁或者|依照[^，。；]{2,10})*向[^，。；的]{0,8}(?:有管辖权的)?(?:人民法院|法院|仲裁机构|仲裁委员会)"
)
"""Who turns to a judge turns against whoever the case says is in default, and against nobody else."""
_HANDED = ("委托给", "转让给", "转包给")
"""Whom nothing may be handed to, who is owed nothing by that."""
_EXPERTS = ("contractor",)
"""Who is owed nothing by whoever has to have them do something (应当委托专业机构养护电梯)."""
_ENGAGES = re.compile("[^，。；]{0,16}(?:提供|承担)[^，。；]*服务")
"""Behind experts that somebody may engage for services (可以聘请专业机构提供专项服务)."""
_QUORUM = re.compile("(?:经|征得|征求|取得)[^，。；]{0,20}(?:分之[一二三四五]|半数)(?:以上)?的?$")
"""Before those of whom so many have to agree (应当经三分之二以上业主同意)."""
_LISTED_ON = re.compile("，(?:相关|有关|[乡市县区]、)*")
"""Between the objects of one verb that commas set apart (接受街道办事处，居民委员会的指导)."""
_DECIDE_THEMSELVES = frozenset({"owner", "owners_assembly"})
"""Whose own agreement a quorum is."""
_HAS_DO = ("协助", "配合", "组织", "督促", "指导", "引导", "要求", "请求", "提请", "邀请", "协调", "推动", "责令")
_OF_IT = re.compile("，并?(?:监督|督促|要求|指导|支持)其")
_STOP = re.compile("[，；]")
_FURTHEST = 24
_LONGEST_VERB = 8
_ASKED_FIRST = re.compile("(?:、[^，。；]{2,16})?(?:等(?:单位|部门))?的?意见后(?!，)")
"""Behind those who are only heard before the act itself: 征求居民委员会意见后划分."""
_DESCRIBED = re.compile("(?:向|(?<!参)与|对)[^，。；、向与对]{2,16}(?<!以外)(?<!有关)(?<!相关)的$")
"""A preposition and what describes its object: 对依法选举产生的业主委员会."""
_APPLIES_TO = re.compile("向[^，。；]{2,40}申请")
"""Before what is applied for: 向主管部门申请业主大会的代码."""
_ASSESSED = re.compile(
    "的?(?:(?:服务质量|信用|履约)(?:满意度)?(?:评[价估]|测评)|信用(?:监[管督]|管理|奖惩|惩戒|档案)|"
    "(?:业务)?培训(?!制度|机制))"
)
_CHECKS = re.compile("(?:实施|加强|做好|开展)(?:辖区内?|本行政区域内?的?)?$")
_CHECKED = re.compile("的(?:监督|监管)")
"""Between these stands whom a body watches (实施物业服务人的监督管理)."""
_BY_WHOM = re.compile("[一-龥]{2,4}的(?=[一-龥])")
"""Behind those by whom a thing was looked into that something is done with (将经第三方评估的标准公告)."""
_WRONGED = re.compile("对(?:侵害|损害|侵占|妨碍)[^，。；]{0,6}$")
_BY_CONDUCT = re.compile("[^，。；]{0,16}的行为")
"""Behind those whom a conduct wrongs that somebody acts against (对侵害业主利益的行为提起诉讼)."""
_UNLIKE = frozenset({"other", "generic_authority"})
"""Names for many: one of them can owe something to another."""


def counterparties(text: str, draft: Draft, mentions: Mentions) -> Parties:
    """The counterparties of a norm, sorted, without its own bearers unless the draft already has them."""
    if draft.modality in _TOWARDS_NOBODY:
        return draft.counterparty
    groups = clusters(text, mentions, *draft.action)
    found = set(_objects(text, draft, mentions, groups)) if groups else set[str]()
    if draft.modality is Modality.LIABILITY:
        found.update(injured(text, draft, mentions))
    own = set(draft.subject.parties) - _UNLIKE
    if found & _JUDGES and _ADDRESSED.match(text, *draft.action):
        found.update(in_default(text, draft, mentions))
    elif found <= own | _JUDGES:
        found = set(not_named(text, draft, mentions, groups)) or found
    if found & own and not (_names_its_own_kind(text, draft, groups) or each_other(text, draft)):
        found -= own
    return tuple(sorted(found.union(draft.counterparty))) if found else draft.counterparty


def _names_its_own_kind(text: str, draft: Draft, groups: Sequence[Mention]) -> bool:
    """Whether a norm sets others of the bearer's kind against it: 其他业主, 新一届…, a body of a lower level."""
    named = draft.subject.span
    described = (max(0, named[0] - _LONGEST_VERB), named[1]) if named is not None else None
    spans = (draft.action, draft.condition, described)
    if any(span is not None and _OF_THE_SAME_KIND.search(text, *span) for span in spans):
        return True
    own = set(draft.subject.parties)
    return any(
        _LOWER.search(text, draft.action[0], group.start) or text[group.start] == "区"
        for group in groups
        if own.intersection(group.parties)
    )


def _objects(text: str, draft: Draft, mentions: Mentions, groups: Sequence[Mention]) -> Iterator[str]:
    """Those of the parties in the action that a verb or a preposition of it takes."""
    start, end = draft.action
    pronoun = _PRONOUN_OBJECT.search(text, start, end)
    meant = (pronoun.start(), _next_stop(text, pronoun.end(), end)) if pronoun else (end, end)
    busy_until = listed_from = start
    for group in groups:
        if group.start < busy_until or meant[0] <= group.start < meant[1]:
            continue
        undone = text.endswith(_OVERRULES, start, group.start)
        if not undone and _POSSESSES.match(text, group.end):
            continue
        before = _BETWEEN.sub("", text[max(start, group.start - _FURTHEST) : group.start])
        if _is_aside(text, draft, group, before):
            continue
        listed = listed_from > start and _LISTED_ON.fullmatch(text, listed_from, group.start) is not None
        if undone or listed or _is_object(text, draft, group, before):
            listed_from = group.end
            yield from group.parties
        elif before.endswith("代表"):
            yield from _with_whom(text, mentions, group)
        if before.endswith(_HAS_DO):
            busy_until = _next_stop(text, group.end, end)


def _is_aside(text: str, draft: Draft, group: Mention, before: str) -> bool:
    """Whether parties are only heard first, only handed to what must not be, or only what is applied for."""
    start, end = draft.action
    if draft.modality is Modality.PROHIBITION and before.endswith(_HANDED):
        return True
    if draft.modality is Modality.DUTY and group.parties == _EXPERTS and before.endswith("委托"):
        return True
    if before.endswith("经") and _BY_WHOM.match(text, group.end, end):
        return True
    if _WRONGED.search(before) and _BY_CONDUCT.match(text, group.end, end):
        return True
    applied_for = before.endswith("申请") and _APPLIES_TO.search(text, start, group.start)
    return bool(applied_for or _ASKED_FIRST.match(text, group.end, end))


def _is_object(text: str, draft: Draft, group: Mention, before: str) -> bool:
    """Whether the words around parties make them the object of a verb or a preposition."""
    end = draft.action[1]
    if before.endswith("为") and _SERVED.match(text, group.end, end):
        return True
    if draft.modality is Modality.RIGHT and before.endswith("聘请") and _ENGAGES.match(text, group.end, end):
        return True
    if ("分之" in before or "半数" in before) and _QUORUM.search(before):
        return _DECIDE_THEMSELVES.isdisjoint(draft.subject.parties)
    described = _DESCRIBED.search(before) and not text.startswith("的", group.end)
    behind = _OF_IT.match(text, group.end, end) or _ASSESSED.match(text, group.end, end)
    watched = _CHECKED.match(text, group.end, end) and _CHECKS.search(before)
    return bool(described or _TAKES.search(before, len(before) - _LONGEST_VERB) or behind or watched)


def _with_whom(text: str, mentions: Mentions, group: Mention) -> Parties:
    """代表业主与物业服务人签订: the parties behind 与."""
    joint = text.find("与", group.start, group.end)
    behind = clusters(text, mentions, joint + 1, group.end) if joint >= 0 else []
    return behind[0].parties if behind else ()


def _next_stop(text: str, start: int, end: int) -> int:
    stop = _STOP.search(text, start, end)
    return stop.start() if stop else end
