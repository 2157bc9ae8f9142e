"""Whom a norm binds: its own subject, that of its condition, whoever decides, or whom the text spoke of before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Modality, Span

from .agents import is_agent
from .clauses import begins_condition, ends_condition
from .conditions import does
from .draft import Draft, Subject
from .modality import DECISION, is_public
from .sentences import Clause
from .state import Part
from .subjects import clusters, is_measured, leading_party, subject, unnamed_body

_BY_DECISION_OF = re.compile(r"(?:经|根据|按照|依照|依据)[^，。；]{0,12}$")
_TOGETHER = re.compile("[人名户]以上的?业主联名$")
_CANDIDATE = re.compile("(?<=的)候选人$")
_OR = re.compile("或者|和|以及")
_TOWARDS = re.compile("对(?!方)")
"""Before those to whom something is done, who do nothing themselves (对有贡献的单位，应当给予奖励)."""
_EVENT = re.compile(r"(?:会议)?(?:成立|选举产生|产生|召开)")
_CHOSEN = re.compile("(?:选举)?产生后?$")
_TERM = re.compile("任期|换届|出现")
_BACK = re.compile("(?:决定)?(?:(?:本条)?前[款两]|前述|上述)")
_OWNED = re.compile("(?:属于?|归)[^，。；]*(?:所有|共有)")
_FUNDS = re.compile(r"(?:维修资金|收益|费用?)(?:的[^，。；]*|使用情况)?$")
_AREA = re.compile(r"(?:(?:管理|服务)区域|小区)内$")
_PREMISES = re.compile("(?:用房|房屋|住宅|物业|设施|设备|车[位库]|场地|期限)(?:一般|原则上)?$")
_MEMBERS = ("committee_member",)
_NAMELESS = ("other",)
_QUORUM = re.compile("(?:经|有)(?P<whose>业主委员会)?[^，。；]{0,12}(?:成员|委员)[^，。；]{0,10}(?:出席|同意)")
_HELD_TO_BE = re.compile("认定为")
_STILL_UNPAID = re.compile("(?:仍(?:旧|然)?|逾期仍?)(?:拒不|拒绝|不|未)(?:补?[交缴]纳?|支?付)")
"""A further delay of whoever was late before (宽限期届满仍不交的)."""
_ADDRESSEE = "当事人"
"""Whom an authority has wronged itself by what it decided."""
_LATE = re.compile(r"(?:逾期|拖欠|欠交|欠缴|欠付|欠|未|不|拒不|拒绝)[^，。；]{0,12}?(?:[交缴付]|费)")


def subject_before(part: Part, clause: Clause, verb: int) -> Subject:
    """The subject of a modal clause: its own, that of its condition, or the one carried along."""
    own = subject(part.text, part.mentions, clause.start, verb)
    if own is not None and own.living:
        return for_thing(part, own) if is_measured(part.text, own) else own
    start = part.pending[0].start if part.pending else clause.start
    other = None if _is_spoken_of(part) else deciding(part, start, clause.end)
    if other is None and own is None:
        other = _set_off(part) or _of_condition(part)
    if other is not None:
        return other
    return (_of_condition(part) or for_thing(part, own)) if own is not None else inherited(part)


def _is_spoken_of(part: Part) -> bool:
    """Whether what waits before the clause begins with a party, other than with its term of office."""
    party = from_pending(part)
    return party is not None and party.span is not None and not _TERM.match(part.text, party.span[1])


def deciding(part: Part, start: int, end: int) -> Subject | None:
    """Who acts by a decision of theirs where no one else is named: 经业主共同决定，可以…"""
    for group in clusters(part.text, part.mentions, start, end):
        if DECISION.match(part.text, group.end) and _BY_DECISION_OF.search(part.text[start : group.start]):
            return Subject(group.parties, (group.start, group.end))
    return None


def _set_off(part: Part) -> Subject | None:
    """A party set off by a comma before its verb: 未委托代表的业主，有权…"""
    if not part.pending:
        return None
    clause = part.pending[-1]
    if part.text.startswith("对", clause.start):
        return None
    groups = clusters(part.text, part.mentions, clause.start, clause.end)
    candidate = _CANDIDATE.search(part.text, clause.start, clause.end)
    if candidate is not None and len(part.pending) > 1:
        return Subject(("other",), candidate.span())
    if not groups:
        sets = ends_condition(part.text, clause) or begins_condition(part.text, clause)
        return None if sets else unnamed_body(part.text, clause.start, clause.end)
    last = groups[-1]
    described = last.end == clause.end and (last.start == clause.start or part.text[last.start - 1] == "的")
    if not described and not _TOGETHER.search(part.text, clause.start, clause.end):
        return None
    if len(part.pending) > 1:
        part.pending = part.pending[:-1]
    first = groups[0]
    beside = first.parties if _OR.match(part.text, first.end) else ()
    return Subject(tuple(sorted({*beside, *groups[-1].parties})), (groups[-1].start, groups[-1].end))


def _of_condition(part: Part) -> Subject | None:
    """The party of the condition, unless it is the one who did wrong."""
    acting = [clause for clause in part.pending if not _TOWARDS.match(part.text, clause.start)]
    party = _beginning(part, acting) or _of_shared_case(part)
    return party if party is not None and party.parties != ("offender",) else None


def _of_shared_case(part: Part) -> Subject | None:
    """Whose conduct the case is that goes on behind words on whose a thing is (…出租的，收益归业主所有，租金不得…)."""
    if part.pending or part.condition is None or part.active is None or not is_owned(part.text, part.active):
        return None
    start, end = part.condition
    return _beginning(part, [one for one in part.clauses if start <= one.start and one.end <= end])


def from_pending(part: Part) -> Subject | None:
    """The party that a waiting clause begins with."""
    return _beginning(part, part.pending)


def _beginning(part: Part, clauses: Sequence[Clause]) -> Subject | None:
    for clause in clauses:
        party = leading_party(part.text, part.mentions, clause.start, clause.end)
        if party is not None and party.span is not None and not _EVENT.match(part.text, party.span[1]):
            return party
    return None


def for_thing(part: Part, thing: Subject) -> Subject:
    """A duty whose subject is a thing binds whom the sentence before bound."""
    carried = part.reader.carried
    if thing.parties not in ((), ("other",)) and not is_measured(part.text, thing):
        return thing
    if carried.parties and carried.living and not _is_anybodys(part, thing):
        return Subject(carried.parties, thing.span, stated=False, living=False)
    return Subject(("other",), thing.span, living=False)


def _is_anybodys(part: Part, thing: Subject) -> bool:
    """Whether others may have to see to a thing than who was spoken of before: funds, or something in the area.

    So may they to premises that a paragraph begins with behind one on what an authority does.
    """
    text = part.text
    if thing.span is None:
        return False
    begins = part.reader.carried is part.reader.first and is_public(part.reader.first)
    if begins and (is_measured(text, thing) or _PREMISES.search(text, *thing.span)):
        return True
    in_area = _AREA.search(text, *thing.span) and text.startswith("应当", thing.span[1])
    return bool(in_area or _FUNDS.search(text, *thing.span))


def inherited(part: Part) -> Subject:
    """Whom the norm before bound, or whom the sentence before spoke of."""
    late = _late_payer(part)
    if late is not None:
        return late
    if part.active is not None and is_owned(part.text, part.active):
        return Subject(("other",), None, stated=False)
    if part.active is not None and part.topic is not None and _speaks_of_topic(part, part.active):
        return part.topic._replace(stated=False)
    if part.active is not None:
        return part.active.subject._replace(stated=False)
    carried = part.reader.carried
    far = not carried.stated and _has_case(part) and not _BACK.match(part.text, part.pending[0].start)
    if far or not carried.parties:
        return _come_about(part) or Subject(("other",), None, stated=False)
    return carried._replace(stated=False)


def _come_about(part: Part) -> Subject | None:
    """The body that the case says has come about, where nobody else is spoken of (委员会产生后，应当办理备案)."""
    for clause in part.pending:
        party = leading_party(part.text, part.mentions, clause.start, clause.end)
        if party is not None and party.span is not None and _CHOSEN.match(part.text, party.span[1], clause.end):
            return party._replace(stated=False)
    return None


def answering(part: Part, who: Subject, end: int) -> Subject:
    """Who answers for damage where the sentence only named the authority that deals with it: whoever it is about."""
    last = part.reader.last
    wronged = part.text.find(_ADDRESSEE, part.clauses[0].start, end) >= 0
    if last is None or wronged or not is_agent(part.text, last.subject):
        return who
    party = leading_party(part.text, part.mentions, part.sentence[0], end)
    if party is not None and party.span is not None and party.span[0] == part.sentence[0]:
        return who if party.parties == who.parties else party._replace(stated=False)
    return Subject(("offender",), None, stated=False)


def _late_payer(part: Part) -> Subject | None:
    """Who is late where the case is that he still has not paid: not the one who had to remind him."""
    waiting = next((one for one in part.pending if _STILL_UNPAID.search(part.text, one.start, one.end)), None)
    if waiting is None:
        return None
    said = clusters(part.text, part.mentions, 0, waiting.start)
    late = [group for group in said if _LATE.match(part.text, group.end, waiting.start)]
    return Subject(late[-1].parties, None, stated=False) if late else None


def _has_case(part: Part) -> bool:
    """Whether a condition waits, other than a topic: a new case need not concern whom the paragraph before bound."""
    text = part.text
    return any(ends_condition(text, one) or begins_condition(text, one) or does(part, one) for one in part.pending)


def _speaks_of_topic(part: Part, active: Draft) -> bool:
    """Whether the sentence goes on about its topic and not about the agent: 委员会会议由主任召集，必须有…"""
    return is_agent(part.text, active.subject) or active.modality is Modality.CONSTITUTIVE


def body_of(text: str, who: Subject, action: Span) -> Subject:
    """The committee, where so many of its members have to be present or agree: that binds none of them alone."""
    quorum = _QUORUM.match(text, *action)
    if quorum is None or who.parties not in (_MEMBERS, _NAMELESS) or (who.parties == _NAMELESS and not quorum["whose"]):
        return who
    return who._replace(parties=("owners_committee",))


def is_owned(text: str, draft: Draft) -> bool:
    """Whether a norm only says whose a thing is: what follows then speaks of the thing."""
    return draft.modality is Modality.CONSTITUTIVE and bool(_OWNED.search(text, *draft.action))


def held_to_be(part: Part, action: Span) -> Subject | None:
    """Who someone is held to be: 应当认定为…所称的业主."""
    groups = clusters(part.text, part.mentions, *action)
    ends = groups and groups[-1].end == action[1] and _HELD_TO_BE.match(part.text, action[0])
    return Subject(groups[-1].parties, (groups[-1].start, groups[-1].end)) if ends else None
