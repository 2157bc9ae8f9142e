"""The clauses between two semicolons become norms, one after the other."""

from __future__ import annotations

import re

from propertylaw.model import Modality, Span

from .actions import deadline
from .agents import agent, agent_action, agent_inside, is_bare
from .bearers import answering, body_of, from_pending, held_to_be, subject_before
from .clauses import begins_condition, ends_condition, marks
from .conditions import begin_condition, condition_until, is_condition, settle_condition
from .draft import Draft, Subject
from .drafting import acting_together, action_bounds, add_norm, joined, make_draft
from .effects import effect_norm, waits
from .exceptions import take_exception
from .going_on import continued_clause, resumes, timed_act
from .modality import Modal, effect, is_public, settled
from .sentences import Clause
from .state import Part
from .subjects import clusters, leading_party
from .told import written_by

_PRINCIPLE = re.compile(r"(?:遵循|坚持|贯彻|实行|体现)[^。；]*(?:原则|方针|理念|相结合)$")
_ON_PRINCIPLE = re.compile("按照[^，。；]*(?:原则|方针)")
"""On what principle the next clause acts, which is no norm (按照单位全面负责的原则，实行责任制)."""
_CREED = re.compile("坚持(?!.{0,8}制度)")
_FORMED_BY = re.compile(r"由(?![^，。；]*推荐产生)[^，。；]*(?:组成|产生)$")
_HELD_BY = re.compile(r"由[^，。；]*担任$")
_OFFICE = re.compile("(?:组长|主任|负责人|召集人)$")
_SEAT = re.compile("(?:被推选)?(?:担任|参选|成为|当选|参加)(?:业主委员会|业主代表|候补委员|物业管理委员会|筹备组|本届)")
"""A seat that owners hold: whoever may not hold it is an owner, where the sentence names nobody."""
_FOUNDS = re.compile("(?!先行)[^，。；]{0,16}(?<!筹备)成立业主(?:大会|小组|代表大会)")
"""What owners alone do."""
_SETS = re.compile("在|自|于|并|且")
_TIMES = re.compile(r"(?:并|且)?[在自于][^，。；]{3,40}(?:内|前|后|时|之日起)")
_PROMOTES = re.compile("鼓励|倡导|提倡|引导|支持|推广|探索")
_POLITY = re.compile("本[市省州](?:逐步|积极|全面)?(?:建立|健全|完善|推进|推行|实行|探索|构建|加强)")
"""What a whole city or province sets out to do, without a modal word, is policy."""
_FORBIDS = re.compile("禁止|严禁")
_WHO_USE = frozenset({"owner", "property_user", "anyone"})
"""Whom a ban goes on to speak of that names nobody; else it is everybody's."""
_UNDER = ("指导下", "监督下", "领导下", "协调下", "协助下", "主持下", "配合下", "见证下", "参与下")
_ACTS = re.compile("(?!的|等)..")
_AGAIN = re.compile(r"每[^，。；]{1,12}[一二两三四五六七八九十\d]次$")
_LATER = ("发现", "扣除")
"""How a case begins that comes up behind an act."""
_SINCE = re.compile("(?:之日起|后)(?:[^，。；]{1,8}内)?$")
_LIMIT = re.compile("(?:少于|低于|超过|高于|多于)")
"""How long something has to last does not begin with what its first act begins with."""
_CHARGES = re.compile("(?:另行|再次?|重复|额外)?向[^，。；]{2,16}?(?:摊派|收取|加收|收费)")
"""Money is asked of those it is taken from by others."""
_SENDS = re.compile("[将把][^，。；]{2,30}?(?:送交|送达|发送|寄送|通知|告知)(?:给|到|至)?")
_NEAR = 4
_PERIOD_OF_ACT = re.compile("之日起(?:[^，。；]{1,8}内)?$|的同时$")
_VOTES = re.compile("参与表决$")
"""What nobody but owners does, whoever was spoken of before."""
_VOTE = re.compile(r"参与表决|(?:业主(?!大会|委员会)|分之.{1,3})[^，。；]{0,6}同意")


def part_drafts(part: Part) -> list[Draft]:
    """The norms of the part."""
    index = 0
    while index < len(part.clauses):
        index = _take(part, index)
    return part.found


def _take(part: Part, index: int) -> int:
    """Read the clause at `index`; returns the index of the next one to read."""
    behind = take_exception(part, index)
    if behind is not None:
        return behind
    known = part.modals[index]
    if known is None and _is_policy(part, index):
        return _skip_policy(part, index)
    if known is not None and not is_condition(part, index):
        return _modal_clause(part, index, known)
    if _opens_a_case(part, index):
        return begin_condition(part, index)
    behind = timed_act(part, index)
    if behind is not None:
        return behind
    if _limits(part, index) or _acts_before_leave(part, index):
        return continued_clause(part, index)
    if _recurs(part, index):
        return _own_act(part, index)
    if _stands_alone(part, index):
        return _plain_clause(part, index)
    if part.active is not None and part.text.endswith(_UNDER, part.clauses[index].start, part.clauses[index].end):
        return continued_clause(part, index)
    if index <= condition_until(part, index) and not _finds_later(part, index):
        return begin_condition(part, index)
    return continued_clause(part, index) if part.active is not None else _plain_clause(part, index)


def _is_policy(part: Part, index: int) -> bool:
    """Whether a clause encourages or promotes, also behind a party that opens the sentence (镇人民政府鼓励…)."""
    kind = "slogan" if part.active is not None else "policy"
    if marks(kind, part.words(index)):
        return True
    clause = part.clauses[index]
    if index == 0 and _POLITY.match(part.text, clause.start):
        return True
    if index > 0 or not _PROMOTES.search(part.text, clause.start, clause.end):
        return False
    party = leading_party(part.text, part.mentions, clause.start, clause.end)
    return party is not None and party.span is not None and marks(kind, part.text[party.span[1] : clause.end])


def _opens_a_case(part: Part, index: int) -> bool:
    """Whether a clause behind a norm begins a case of its own: 但较小的小区，…可以; 并在届满前，由…"""
    if part.active is None or index + 1 >= len(part.clauses):
        return False
    clause, following = part.clauses[index], part.clauses[index + 1]
    contrasts = marks("contrast", part.words(index)) and part.modals[index + 1] is not None
    times = _TIMES.fullmatch(part.text, clause.start, clause.end) is not None
    return contrasts or (times and agent(part.text, part.mentions, following.start, following.end) is not None)


def _finds_later(part: Part, index: int) -> bool:
    """Whether an act goes on before a case begins (…，作相应记录，发现质量问题的，应当…)."""
    if part.active is None or index + 1 >= len(part.clauses):
        return False
    if not part.text.startswith(_LATER, part.clauses[index + 1].start):
        return False
    clause = part.clauses[index]
    return not (ends_condition(part.text, clause) or begins_condition(part.text, clause))


def _limits(part: Part, index: int) -> bool:
    """Whether a clause behind a norm sets a limit of its own (…，补充比例不低于百分之五十，补充后…)."""
    clause = part.clauses[index]
    if part.active is None or part.text.find("不", clause.start, clause.end) < 0 or ends_condition(part.text, clause):
        return False
    told = effect(part.words(index))
    return told is not None and told.modality is Modality.PROHIBITION


def _stands_alone(part: Part, index: int) -> bool:
    """Whether a clause says who does what (由X承担), so that a time set behind it is the condition of the next act."""
    if part.active is not None or index + 1 >= len(part.clauses):
        return False
    clause, following = part.clauses[index], part.clauses[index + 1]
    if not _SETS.match(part.text, following.start):
        return False
    if ends_condition(part.text, clause) or begins_condition(part.text, clause) or waits(part, index):
        return False
    return agent_inside(part.text, part.mentions, clause) is not None


def _acts_before_leave(part: Part, index: int) -> bool:
    """Whether a clause behind a norm says what one does before others agree (由甲征询意见，经业主同意后，由乙实施)."""
    if part.active is None or index + 1 >= len(part.clauses):
        return False
    clause, following = part.clauses[index], part.clauses[index + 1]
    if not (part.text.startswith("由", clause.start) and part.text.startswith("经", following.start)):
        return False
    return not ends_condition(part.text, clause) and ends_condition(part.text, following)


def _recurs(part: Part, index: int) -> bool:
    """Whether a party does something time and again before a case begins (乙方每周巡检一次，发现损坏的，应…)."""
    clause = part.clauses[index]
    if part.active is not None or not part.text.endswith("次", clause.start, clause.end):
        return False
    if _AGAIN.search(part.text, clause.start, clause.end) is None:
        return False
    following = part.clauses[index + 1 : index + 2]
    if not following or not part.text.startswith("发现", following[0].start):
        return False
    party = leading_party(part.text, part.mentions, clause.start, clause.end)
    return party is not None and party.span is not None and party.span[0] == clause.start


def _skip_policy(part: Part, index: int) -> int:
    """鼓励… states no norm, nor do the clauses that go on with it."""
    part.pending.clear()
    part.active = None
    position = index + 1
    while position < len(part.clauses) and part.modals[position] is None:
        position += 1
    return position


def _modal_clause(part: Part, index: int, known: Modal) -> int:
    clause = part.clauses[index]
    who = subject_before(part, clause, known.start)
    forbidden = _forbidden(part, clause, known)
    if forbidden is not None and forbidden.span is not None:
        who, known = forbidden, known._replace(end=forbidden.span[1])
    founds = known.modality is Modality.RIGHT and who.parties == ("other",) and _FOUNDS.match(part.text, known.end)
    seat = known.modality is Modality.PROHIBITION and _SEAT.match(part.text, known.end, clause.end)
    if not who.stated and (founds or seat):
        who = Subject(("owner",), None, stated=False)
    if not who.stated and part.active is None and _forbids_all(part, known, who):
        who = Subject(("other",), who.span, stated=False, living=False)
    if _is_others_period(part, who):
        part.condition = None
    shared = part.condition
    settle_condition(part, clause, known.start, who)
    where = action_bounds(part, index, known.end)
    more, where = acting_together(part, where)
    action = (where.start, part.clauses[where.last].end)
    nobody = who.parties == ("other",) or not who.living
    if nobody and _CREED.match(part.text, where.start):
        return _skip_policy(part, index)
    if nobody and _PRINCIPLE.match(part.text, where.start, clause.end):
        return index + 1
    if nobody and known.modality is Modality.DUTY:
        who = written_by(part.text, action) or who
    who = who if who.stated else _told_by_act(part, who, action)
    by = agent(part.text, part.mentions, *action)
    if by is not None and not _VOTE.search(part.text, *action) and not _is_status(part, who, action):
        who = by
        last = action_bounds(part, where.last, by.span[1]).last if by.span else where.last
        where, action = where._replace(last=last), (action[0], part.clauses[last].end)
    acts = (by.span[1], action[1]) if who is by and by and by.span and known.modality is Modality.RIGHT else action
    modality = settled(known.modality, who, part.text, acts)
    who = _of_modality(part, modality, who, action)
    period = deadline(part.text, clause.start, known.start) or deadline(part.text, known.end, action[1])
    if who is by and by and by.span and not is_bare(part.text[by.span[1] : action[1]]):
        action = agent_action(part.text, action, action[0], by.span[1], modality)
    draft = make_draft(part, modality, joined(who, more), action, period)
    goes_on = part.active is not None and shared is not None and draft.condition == shared
    if goes_on and shared and _SINCE.search(part.text, *shared) and _LIMIT.match(part.text, *action):
        draft = draft._replace(condition=None)
    add_norm(part, draft)
    return where.last + 1


def _told_by_act(part: Part, who: Subject, action: Span) -> Subject:
    """Whom an act binds that names nobody, where the act itself shows that it is not who was spoken of before."""
    if _serves(part, who, action):
        who = part.reader.before if part.reader.before.parties else Subject(("other",), None, stated=False)
        who = who._replace(stated=False)
    if is_public(who) and _VOTES.search(part.text, *action):
        return Subject(("owner",), None, stated=False)
    return body_of(part.text, who, action)


def _of_modality(part: Part, modality: Modality, who: Subject, action: Span) -> Subject:
    """The subject, once it is known what is said of it: who answers for damage, whose status is fixed."""
    if modality is Modality.LIABILITY and not who.stated and is_public(who):
        return answering(part, who, action[0])
    if modality is not Modality.CONSTITUTIVE:
        return who
    named = who.living and who.parties != ("other",)
    return held_to_be(part, action) or (who if named else Subject((), who.span, living=False))


def _is_others_period(part: Part, who: Subject) -> bool:
    """Whether the condition before is the period of somebody else's act (甲应当自…之日起十日内报乙，乙应当…)."""
    if part.condition is None or part.active is None or not who.stated or who.span is None:
        return False
    acting = part.active.subject
    if acting.span is None or part.condition[0] < acting.span[1] or acting.parties == who.parties:
        return False
    return _PERIOD_OF_ACT.search(part.text, *part.condition) is not None


def _forbids_all(part: Part, known: Modal, who: Subject) -> bool:
    """Whether 禁止 that names nobody binds whoever does it, behind words on those who only see to it."""
    return _FORBIDS.fullmatch(part.text, known.start, known.end) is not None and not _WHO_USE.intersection(who.parties)


def _serves(part: Part, who: Subject, action: Span) -> bool:
    """Whether something goes to those, or is taken from those, who were spoken of before: then others do it."""
    charged = _CHARGES.match(part.text, *action)
    if charged is not None:
        return any(group.parties == who.parties for group in clusters(part.text, part.mentions, *charged.span()))
    sent = _SENDS.match(part.text, *action)
    groups = clusters(part.text, part.mentions, sent.end(), action[1]) if sent is not None else ()
    return bool(sent and groups and groups[0].start - sent.end() <= _NEAR and groups[0].parties == who.parties)


def _is_status(part: Part, who: Subject, action: Span) -> bool:
    """Whether 由X组成 or 由X担任 says of whom a body consists or who may be its member, not who holds an office."""
    if _HELD_BY.match(part.text, *action) and who.living and who.span is not None and who.stated:
        return not _OFFICE.search(part.text, *who.span)
    return bool(_FORMED_BY.match(part.text, *action))


def _forbidden(part: Part, clause: Clause, known: Modal) -> Subject | None:
    """The party right behind 禁止: 禁止施工单位转包."""
    if known.modality is not Modality.PROHIBITION or not _FORBIDS.fullmatch(part.text, known.start, known.end):
        return None
    party = leading_party(part.text, part.mentions, known.end, clause.end)
    if party is None or party.span is None or party.span[0] != known.end:
        return None
    return party if _ACTS.match(part.text, party.span[1], clause.end) else None


def _plain_clause(part: Part, index: int) -> int:
    if index + 1 < len(part.clauses) and _ON_PRINCIPLE.fullmatch(part.words(index)):
        if from_pending(part) is None:
            part.pending.clear()
        return index + 1
    if waits(part, index):
        part.pending.append(part.clauses[index])
        return index + 1
    return _own_act(part, index)


def _own_act(part: Part, index: int) -> int:
    draft, last = effect_norm(part, index)
    if draft is not None:
        add_norm(part, draft)
    elif resumes(part, index):
        return continued_clause(part, index)
    else:
        part.pending.append(part.clauses[index])
    return last + 1
