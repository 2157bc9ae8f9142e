"""A clause behind a norm: a further act of the same bearer, a norm of its own, or a part of the act before."""

from __future__ import annotations

import re

from propertylaw.model import Modality, Span

from .actions import deadline, is_adverbial, separate_acts
from .agents import agent, is_agent
from .bearers import body_of, inherited, is_owned
from .clauses import marks, words_of
from .completing import ALTERNATIVE, AS_WHAT, SHORTEST_ACT, belongs_to
from .conditions import settle_condition
from .deadlines import periods
from .draft import NOBODY, Draft, Subject
from .drafting import action_bounds, add_norm, joined, without_leading_cause, without_leading_period
from .effects import effect_norm
from .modality import LIMITED, effect, is_private
from .sentences import Clause
from .state import Part
from .subjects import clusters, leading_party, together_with

_POSSESSIVE = ("的", "人数", "任期", "之间", "等", "、", "和", "或者", "以及")
_JOINS = re.compile(r"(?:或者(?=将)|并且|并|且|同时|还|也|亦|但是?)*")
_GOES_ON = (Modality.DUTY, Modality.RIGHT, Modality.POWER)
_NO_VERB = re.compile(r"(?:的|除外|等|期间|时|后|前|内)$")
_TIMES = re.compile(r"[^，。；]{3,40}(?:内|前|后|时|之日起)")
_LISTED = re.compile(r"下列|以下|：")
_ABOUT = ("对", "就", "将")
"""How an act begins whose object may be a list over several clauses."""
_DISPOSES = re.compile("[将把向]")
_AND_OTHERS = re.compile(r"等[^，。；的]{0,6}的?(?:代表|单位|部门|人员|企业|各方|方面)(?=参加|列席|派员|协助|配合)")
_CHOSEN = re.compile("选举产生$")
_TELLS = re.compile("接受[^，。；]*(?:监督|核查|检查)$|公[告示布开]$|(?:告知|通知|通报|报告)")
_IS_WATCHED = re.compile("(?:自觉|主动)?接受[^，。；]*(?:监督|核查|检查)$")
"""What nobody has a right to, whatever he may do that is watched."""
_OBTAINED = re.compile("(?:并且|并|且|同时)?(?:依法|应当|须)?经[^，。；]*共同决定(?=[。；，]|$)")
"""A decision that whoever has a duty must obtain too (应当公示，并经业主共同决定): no power of his own."""
_AGREED_TO = re.compile("(?:应当)?经[^，。；]*同意$")
_COMPLIES = re.compile("(?:应当)?(?:符合|具备|遵守|满足)")
_DECIDES = re.compile("(?:依法|共同)?决定(?:下列|以下)")
_APPOINTS = re.compile("(?:依法)?(?:设立|设置|成立|组建|指派|选派|委派|指定|配备|明确|安排)(?P<who>[^，。；]{2,24})")
"""Puts somebody in charge."""
_IN_CHARGE = re.compile("负责|作为[^，。；]*(?:履行|承担|行使)")
_CHARGED = re.compile("负责")
_CONTAINS = re.compile("(?:一般|主要)?包括(?:下列|以下)")
"""What a document consists of, which is no status of those who make it (由双方约定，一般包括以下条款)."""
_SINCE = re.compile("(?:之日起|时)$")
_SET_IN = re.compile("在[^，。；]*(?:下|(?<!成员)(?<!委员)中)(?=[^，。；的]{2})")
"""A setting of its own (在…指导下); among whom somebody is chosen (在成员中推选主任) is none."""
_CHECKS = re.compile("(?:共同)?(?:(?:证明|核实)、?)+")
_PURPOSE = re.compile("实现|提升|提高|推动|促进|改善|改进|增强|减轻")


def continued_clause(part: Part, index: int) -> int:
    """A clause behind a norm: one with a subject and an effect of its own, or a further verb."""
    own, last = _own_effect(part, index)
    if own is not None:
        add_norm(part, own)
        return last + 1
    clause, last = part.clauses[index], index
    joins = _JOINS.match(part.text, clause.start, clause.end)
    words = part.text[joins.end() : clause.end] if joins is not None else ""
    if joins is not None and (is_adverbial(words) or words.startswith(_ABOUT)):
        last = action_bounds(part, index, joins.end()).last
    _go_on(part, Clause(clause.start, part.clauses[last].end, part.clauses[last].stop))
    return last + 1


def resumes(part: Part, index: int) -> bool:
    """Whether a clause that nothing else explains goes on with the norm before the semicolon: …；依法查处…"""
    last = part.reader.last
    if part.found or last is None or last.modality not in _GOES_ON or _LISTED.search(part.text, *last.sentence):
        return False
    rest = part.clauses[index:]
    if any(part.modals[index:]) or any(effect(words_of(part.text, one)) for one in rest):
        return False
    clause = part.clauses[index]
    if clause.end - clause.start < SHORTEST_ACT or _NO_VERB.search(part.text, clause.start, clause.end):
        return False
    settle_condition(part, clause, clause.start, last.subject)
    part.active = last._replace(condition=part.condition or last.condition)
    return True


def timed_act(part: Part, index: int) -> int | None:
    """Take 并自…之日起三日内，公告…: a further act behind its own period; the index behind it, None for all else."""
    clause = part.clauses[index]
    joins = _JOINS.match(part.text, clause.start, clause.end)
    if part.active is None or joins is None or index + 1 >= len(part.clauses):
        return None
    if not joins[0] and not _DISPOSES.match(part.text, part.clauses[index + 1].start):
        return None
    if part.modals[index + 1] is not None or not _TIMES.fullmatch(part.text, joins.end(), clause.end):
        return None
    by = agent(part.text, part.mentions, joins.end(), clause.end)
    begin = by.span[1] if by is not None and by.span is not None else joins.end()
    action = (begin, part.clauses[index + 1].end)
    draft = part.active._replace(
        subject=by or part.active.subject, action=action, deadline=None, exception=None, condition=None
    )
    add_norm(part, without_leading_period(part, without_leading_cause(part, draft)), part.active.condition)
    return index + 2


def _own_effect(part: Part, index: int) -> tuple[Draft | None, int]:
    """The norm of a clause with an effect of its own, and the index of the last clause it takes."""
    told = effect(part.words(index))
    by = "由" in part.words(index)
    if told is None and not by:
        return None, index
    active = part.active
    if active is not None and active.modality is Modality.DUTY and _OBTAINED.match(part.words(index)):
        return None, index
    after_right = active is not None and active.modality is Modality.RIGHT
    if not by and told is not None and told.modality is Modality.DUTY and not after_right:
        return None, index
    draft, last = effect_norm(part, index)
    contains = draft is not None and draft.modality is Modality.CONSTITUTIVE and _CONTAINS.match(part.words(index))
    if draft is not None and contains and len(draft.subject.parties) > 1:
        draft = draft._replace(subject=NOBODY)
    if draft is not None and active is not None and after_right and not draft.subject.stated:
        draft = draft._replace(subject=active.subject)
    return draft, last


def _go_on(part: Part, clause: Clause) -> None:
    """A further verb of the same subject: a norm of its own, or a part of the one before."""
    active = part.active
    assert active is not None
    joins = _JOINS.match(part.text, clause.start, clause.end)
    start = joins.end() if joins else clause.start
    if _PURPOSE.match(part.text, start) and marks("result", part.text[start : clause.end]):
        return
    appointed = _appointed(part, active, start)
    if appointed is not None:
        active = active._replace(subject=appointed, modality=Modality.DUTY)
    elif part.topic is not None and part.text.startswith(AS_WHAT, start) and is_agent(part.text, active.subject):
        active = active._replace(subject=part.topic._replace(stated=False))
    elif part.found and belongs_to(part, active, clause, start):
        whole = part.found[-1]._replace(action=(part.found[-1].action[0], clause.end))
        listed = ALTERNATIVE.match(part.text, clause.start, clause.end)
        acts = separate_acts(part.text, whole.action) if listed else (whole.action,)
        part.found[-1:] = [whole._replace(action=act) for act in acts]
        part.active = part.found[-1]
        return
    checker = _checker(part, start, clause.end)
    if checker is not None:
        add_norm(part, active._replace(modality=Modality.DUTY, subject=checker[0], action=checker[1], deadline=None))
        part.active = active
        return
    more, verb = together_with(part.text, part.mentions, start, clause.end)
    if more and verb < clause.end:
        active, start = active._replace(subject=joined(active.subject, more)), verb
    who = leading_party(part.text, part.mentions, start, clause.end)
    possessed = who is not None and who.span is not None and part.text.startswith(_POSSESSIVE, who.span[1])
    others = _AND_OTHERS.match(part.text, who.span[1], clause.end) if who is not None and who.span is not None else None
    if who is not None and who.span is not None and who.span[0] == start and (others or not possessed):
        behind = others.end() if others else who.span[1]
        add_norm(
            part,
            active._replace(
                modality=_of_acts(part.text, active, (behind, clause.end)),
                subject=who,
                action=(behind, clause.end),
                deadline=None,
            ),
        )
        return
    if active.modality is Modality.CONSTITUTIVE and not active.subject.living:
        if part.found and marks("contrast", part.text[clause.start : clause.end]):
            part.found[-1] = part.found[-1]._replace(action=(part.found[-1].action[0], clause.end))
        return
    chosen = part.topic is not None and _CHOSEN.search(part.text, *active.action) is not None
    if is_owned(part.text, active) or chosen or (active.modality is Modality.CONSTITUTIVE and part.topic is not None):
        active = active._replace(subject=inherited(part), modality=Modality.DUTY if chosen else active.modality)
    obtained = _OBTAINED.match(part.text, start, clause.end)
    apart = obtained or _SET_IN.match(part.text, start, clause.end)
    shared = None if apart else _shared_period(part.text, active)
    period = deadline(part.text, start, clause.end) or shared
    action = (start, clause.end)
    draft = active._replace(
        subject=body_of(part.text, active.subject, action),
        modality=_of_acts(part.text, active, action),
        action=action,
        deadline=period,
        exception=None,
        condition=None,
    )
    if active.condition is None or not part.text.endswith("的", *active.condition):
        draft = without_leading_cause(part, draft)
        draft = draft._replace(deadline=None) if draft.condition and period is shared else draft
    add_norm(part, without_leading_period(part, draft), _shared_case(part.text, active, draft))


def _appointed(part: Part, active: Draft, start: int) -> Subject | None:
    """Who is charged with what follows, where the act before puts him in charge (指派项目负责人，负责管理)."""
    named = _APPOINTS.fullmatch(part.text, *active.action) if _IN_CHARGE.match(part.text, start) else None
    if named is None:
        return None
    groups = clusters(part.text, part.mentions, *named.span("who"))
    known = groups[-1].parties if groups and groups[-1].end == named.end("who") else ("other",)
    return Subject(known, named.span("who"))


def _checker(part: Part, start: int, end: int) -> tuple[Subject, Span] | None:
    """Who has to check what somebody else asks for, and that act (由甲提出建议，经乙证明核实，申请…)."""
    groups = clusters(part.text, part.mentions, start, end) if part.text.startswith("经", start) else []
    if not groups or groups[0].start != start + 1 or not _CHECKS.fullmatch(part.text, groups[-1].end, end):
        return None
    return Subject(groups[-1].parties, (groups[-1].start, groups[-1].end)), (groups[-1].end, end)


def _shared_case(text: str, active: Draft, further: Draft) -> Span | None:
    """The condition that a further act shares with the one before; not a time, where it has a setting of its own."""
    timed = active.condition is not None and _SINCE.search(text, *active.condition) is not None
    return None if timed and _SET_IN.match(text, *further.action) else active.condition


def _shared_period(text: str, active: Draft) -> Span | None:
    """The period that a further act shares with the one before; one that recurs is its own (每季度公布)."""
    if active.deadline is None or any(period.recurring for period in periods(text, *active.deadline)):
        return None
    return active.deadline


def _of_acts(text: str, active: Draft, action: Span) -> Modality:
    """What a further act is that follows a norm: behind a status a duty, and so is to tell of a decision.

    Behind a limit it is a duty too (巡逻不少于四次，并留存记录): the limit bans what is below it, not what comes next.
    """
    bans = active.modality is Modality.PROHIBITION
    if active.modality is Modality.RIGHT and _IS_WATCHED.match(text, *action):
        return Modality.DUTY
    if _CHARGED.match(text, *action) or (bans and _COMPLIES.match(text, *action)):
        return Modality.DUTY
    if bans and LIMITED.search(text, *active.action) and not LIMITED.search(text, *action):
        return Modality.DUTY
    if active.modality is Modality.DUTY and not is_private(active.subject) and _DECIDES.match(text, *action):
        return Modality.POWER
    told = _TELLS.search(text, *action) or _AGREED_TO.match(text, *action)
    tells = active.modality is Modality.POWER and told is not None
    return Modality.DUTY if tells or active.modality is Modality.CONSTITUTIVE else active.modality
