"""Whom an act means that names nobody: each other, who was spoken of before, or whose conduct it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Modality, Span

from .draft import Draft, Parties, Subject
from .looks import look_for
from .mentions import Mention, Mentions
from .modality import is_public
from .subjects import clusters, leading_party

_PRONOUN = (
    r"(?:督促|监督|指导|引导|支持|要求|请求|催告|通知|告知|配合|协助|接受|责令|帮助|终止|撤销|停止|向|与|对)(?:(?<!对)其(?!他)|(?<=对)其(?!他|承诺|所承诺|提供)|该|对方)|^(?:依法|书面)*催[告交]|答复|回复|为由拒绝(?!办理)|提起诉讼|起诉|请求人民法院|"
    r"^(?:依法|积极|应当|予以|给予|必要的?)*(?:配合|协助|支持|便利|提供便利)$|^受其|劝阻|^(?:及时)?制止|^(?:拒绝|阻碍|阻挠|妨碍|和|或者|、)+$|^(?:优先)?出租$|^(?:随时)?解除[^，。；]*合同|对方|研究处理$|^(?:依法|重新|书面)*(?:签订|续订|订立)[^，。；与]{0,20}(?:合同|协议)(?=$|，)|^(?:书面)?提出申请$|^移交|及时移交$"
)
_GIVES = (
    r"(?:及时|依法|书面|按照[^，。；]{1,12})*(?:给予[^，。；]{0,12}(?:支持|补助|补贴|协助|帮助|奖励|表彰)|听取意见|报送|支付|作出说明|予以说明|(?:及时|如实)提供$|"
    r"提供[^，。；]{0,8}(?:便利|协助|帮助|支持))"
)
_CLAIMS = re.compile("请求|要求")
_LEAVE = re.compile("(?:依法|及时|按照规定)*办理[^，。；]*手续$")
_LEAVE_GIVEN = re.compile("(?:批准|审批|核准|备案|同意|审核)")
_ANSWERS = re.compile("(?:及时|如实|书面|依法|予以|给予|作出)*(?:解答|解释|说明|复核|回复|反馈)$")
_OBJECTS = re.compile(
    "(?:对|就|认为)[^，。；]{2,40}(?:异议|意见|不满意?|疑问|质疑|问题)的?$|"
    "(?:提出|有)[^，。；]{0,6}(?:异议|意见|疑问|质疑|投诉)的?$"
)
"""Behind whom an answer is owed to that names nobody (业主对账目有异议的，应当作出说明)."""
_ON_BEHALF = re.compile("(?:根据|接受|受)(?=[^，。；]{2,12}委托)")
"""Before those at whose request somebody serves (根据业主的委托提供服务)."""
_PUBLISHES = re.compile("公[示告布开]")
_NAMES_AND_SHAMES = re.compile("(?:在[^，。；]*)?(?:予以)?公[示告布]$")
"""What one may do to who does not pay, in the clause that says nobody: 可以在显著位置公示."""
_ASKS = re.compile("(?:书面)?(?:要求|申请|请求|需要)")
"""Behind whom an answer is owed to (业主要求承租的，不得拒绝出租)."""
_SIGNS = re.compile("(?:依法|重新|书面)*(?:签订|续订|订立)")
_WITH = re.compile("(?:与|选聘)[^，。；、]{0,6}$")
_POINTS_BACK = re.compile("(?:引导|督促|指导|要求)其(?!他)|答复")
"""Behind what is said of somebody, means who was named last (加强对甲的指导，引导其…)."""
_OF_HIM = re.compile("(?:督促|要求|通知|告知|催告)其(?!他)")
"""Behind whom a sentence means that names nobody: whom the one before it spoke of."""
_RECIPROCAL = re.compile("对方|解除[^，。；]*合同")
_CONDUCT = re.compile(
    "(?:无正当理由|经[^，。；]{0,4}催[告交]后?仍?)?(?:未|不|拒|逾期|违反|需|要求|提出|申请|擅自|在[^，。；]*(?:未|不)|[^，。；]{2,16}，(?:逾期|仍旧?|拒)[不未])"
)
_STILL = re.compile(
    "(?:[^，。；]{0,10}(?:届满|期满)后?)?(?:逾期|经[^，。；]{0,6}催[告交]后?)?仍(?:旧|然)?(?:拒|不|未)|逾期(?:拒|不|未)"
)
_INJURED_BY = re.compile("实施[^，；]*(?:损害|侵害|伤害)")
_OTHERS_INJURED = re.compile("给(?:他人|当事人)造成|造成他人|伤害他人")
_INJURED = re.compile(r"(?:给|造成|致使|导致|侵害|损害)(?:其他)?$")
_PRIVATE_DATA = "(?:泄露|公开|出售|保管|保护)[^，。；、]{0,16}业主(?:信息|资料|隐私|档案|名册)"
_SEATED = ("committee_member",)
"""Whom it takes out of office."""
_unseats = re.compile("(?:依法|决定|是否)*(?:终止|罢免|撤销)[^，。；]{0,8}(?:委员|成员)(?:的)?(?:资格|职务)").match
_means_somebody = look_for(f"^{_GIVES}|{_PRIVATE_DATA}|{_PRONOUN}").search
_gives = re.compile(_GIVES).match
_tells_data = re.compile(_PRIVATE_DATA).search
_points = look_for(_PRONOUN).search


def not_named(text: str, draft: Draft, mentions: Mentions, groups: Sequence[Mention]) -> Parties:
    """Whom an action means that names nobody: each other, the party spoken of before, or whose conduct it answers.

    Args:
        text: of the paragraph.
        draft: the norm.
        mentions: the parties named in the paragraph.
        groups: those named in the action.
    """
    if each_other(text, draft):
        return draft.subject.parties
    words = text[draft.action[0] : draft.action[1]]
    if _unseats(words):
        return _SEATED
    if _means_somebody(words):
        if _gives(words):
            return _named_last(text, draft, mentions)
        return ("owner",) if _tells_data(words) else _other_side(text, draft, mentions)
    if draft.modality is Modality.RIGHT and _NAMES_AND_SHAMES.match(words):
        return _other_side(text, draft, mentions)
    if draft.condition is None:
        return ()
    own = set(draft.subject.parties)
    acts_instead = draft.modality is Modality.RIGHT and all(own.issuperset(group.parties) for group in groups)
    if groups and not acts_instead:
        return ()
    start, end = draft.condition
    if (charge := _ON_BEHALF.match(text, start, end)) is not None:
        return _first_at(text, mentions, charge.end(), end)
    if _ANSWERS.match(text, *draft.action):
        return _objecting(text, draft, mentions)
    if _CLAIMS.match(text, *draft.action):
        party = leading_party(text, mentions, start, end)
        return () if party is None or own.intersection(party.parties) else party.parties
    if _LEAVE.match(text, *draft.action):
        return next((one.parties for one in clusters(text, mentions, start, end) if _gives_leave(text, one)), ())
    if text.startswith("对", start) and not _PUBLISHES.search(text, *draft.action):
        return _first_at(text, mentions, start + 1, end)
    return () if is_public(draft.subject) else in_default(text, draft, mentions)


def _objecting(text: str, draft: Draft, mentions: Mentions) -> Parties:
    """Who objects or asks in the case that a norm answers."""
    if draft.condition is None:
        return ()
    party = leading_party(text, mentions, *draft.condition)
    objects = party is not None and party.span and _OBJECTS.match(text, party.span[1], draft.condition[1])
    return party.parties if party is not None and objects else ()


def _gives_leave(text: str, group: Mention) -> bool:
    """Whether a case says that something has to be put before parties for their leave (需要报有关部门批准的)."""
    return text.endswith("报", 0, group.start) and _LEAVE_GIVEN.match(text, group.end) is not None


def in_default(text: str, draft: Draft, mentions: Mentions) -> Parties:
    """Whose conduct the condition is, where it is not the bearer's own (业主逾期不交纳的)."""
    if draft.condition is None:
        return ()
    party = leading_party(text, mentions, *draft.condition)
    if party is None and _STILL.match(text, *draft.condition):
        party = _first_in_default(text, mentions, (draft.sentence[0], draft.condition[0]))
    if party is None or party.span is None or not _CONDUCT.match(text, party.span[1]):
        return ()
    return () if set(draft.subject.parties).intersection(party.parties) else party.parties


def _first_in_default(text: str, mentions: Mentions, span: Span) -> Subject | None:
    """Whose default a sentence begins with, of which its next case goes on (业主逾期不交的，…；逾期仍不交的，…)."""
    for group in clusters(text, mentions, *span):
        if _CONDUCT.match(text, group.end):
            return Subject(group.parties, (group.start, group.end))
    return None


def _first_at(text: str, mentions: Mentions, start: int, end: int) -> Parties:
    """The parties right at the start of a stretch of text, chosen by others or not (建设单位聘请的物业服务企业)."""
    groups = clusters(text, mentions, start, end)
    return groups[0].parties if groups and groups[0].start == start else ()


def each_other(text: str, draft: Draft) -> bool:
    """Whether two parties owe each other what the action says: 双方…通知对方."""
    who = draft.subject
    among = len(who.parties) == 1 and who.span is not None and text.startswith("之间", who.span[1])
    return among or (len(who.parties) > 1 and _RECIPROCAL.search(text, *draft.action) is not None)


def injured(text: str, draft: Draft, mentions: Mentions) -> list[str]:
    """Whom the condition of a liability says to be harmed (给业主造成损失的)."""
    if draft.condition is None:
        return []
    start, end = draft.condition
    others = ["other"] if _OTHERS_INJURED.search(text, start, end) else []
    return others + [
        party
        for group in clusters(text, mentions, start, end)
        if _INJURED.search(text[start : group.start]) or _INJURED_BY.match(text, group.end, end)
        for party in group.parties
    ]


def _named_last(text: str, draft: Draft, mentions: Mentions) -> Parties:
    """Who receives what an act without a receiver gives: whom its condition speaks of, else who is named last."""
    own = set(draft.subject.parties)
    party = leading_party(text, mentions, *draft.condition) if draft.condition is not None else None
    if party is not None and not own.intersection(party.parties):
        return party.parties
    before = reversed(clusters(text, mentions, draft.sentence[0], draft.action[0]))
    return next((group.parties for group in before if not own.issuperset(group.parties)), ())


def _partner(text: str, mentions: Mentions, span: Span) -> Parties:
    """With whom somebody acts: the last party behind 与 (与乙完成查验，签订协议)."""
    groups = reversed(clusters(text, mentions, *span))
    return next((group.parties for group in groups if _WITH.search(text, span[0], group.start)), ())


def _addressed_before(text: str, draft: Draft, mentions: Mentions) -> Parties:
    """Whom an act before of the same bearer in the sentence was last turned to (向业主发出通知，告知其金额)."""
    bearer = draft.subject.span
    if bearer is None:
        return ()
    start = max(draft.sentence[0], bearer[1], draft.condition[1] if draft.condition is not None else 0)
    own = set(draft.subject.parties)
    groups = reversed(clusters(text, mentions, start, draft.action[0]))
    return next((one.parties for one in groups if not own.issuperset(one.parties)), ())


def _other_side(text: str, draft: Draft, mentions: Mentions) -> Parties:
    """Whom 其 or a bare verb means: the party that the condition, or else the sentence before it, speaks of."""
    own = set(draft.subject.parties)
    before = draft.sentence[0], draft.action[0]
    if _SIGNS.match(text, *draft.action):
        partner = _partner(text, mentions, before)
        if partner and not own.issuperset(partner):
            return partner
    addressed = _addressed_before(text, draft, mentions) if _OF_HIM.match(text, *draft.action) else ()
    if addressed:
        return addressed
    for span in (draft.condition, before):
        if span is None:
            continue
        others = [group for group in clusters(text, mentions, *span) if not own.issuperset(group.parties)]
        asking = next((one for one in others if _ASKS.match(text, one.end, span[1])), None)
        party = asking or leading_party(text, mentions, *span)
        if party is not None and not own.issuperset(party.parties):
            return party.parties
        if others:
            nearest = span is before and _POINTS_BACK.search(text, *draft.action)
            return others[-1 if nearest else 0].parties
    if not _OF_HIM.search(text, *draft.action):
        return ()
    spoken_of = (one.parties for one in reversed(clusters(text, mentions, 0, draft.sentence[0])))
    return next((parties for parties in spoken_of if not own.issuperset(parties)), ())
