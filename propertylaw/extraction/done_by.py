"""Clauses that say by whom something is done or settled (X由Y做): a norm of the one behind 由."""

from __future__ import annotations

import re

from propertylaw.model import Modality

from .actions import deadline
from .agents import agent_action, agent_modality
from .bearers import from_pending, inherited
from .conditions import settle_condition
from .draft import Draft, Subject
from .drafting import make_draft
from .modality import Told, answers_for_it
from .sentences import Clause
from .state import Part
from .subjects import clusters, leading_party
from .told import speaks_anew

_COMMA = 1
_APPOINTS = re.compile("指定[^，。；]*担任")
_FILLS = re.compile("担任$|递补")
"""What an agent does to fill a seat says what he becomes."""
_DETAILS = "具体"
"""Who settles the details of a thing settles them in every case (具体办法由业主大会议事规则约定)."""
_FAILED = re.compile("不履行[^，。；]*(?:义务|责任)")
"""Who bears the cost of what somebody failed to do answers for it."""


def agent_norm(part: Part, clause: Clause, by: tuple[int, Subject], told: Told | None) -> Draft:
    """X由Y做: the bearer is Y; of 组成 and 产生 it is X."""
    start, who = by
    verb = who.span[1] if who.span else start
    rest = part.text[verb : clause.end]
    modality = agent_modality(told, who, rest)
    if speaks_anew(part, modality) or part.text.startswith(_DETAILS, clause.start):
        part.condition = None
    settle_condition(part, clause, clause.start, who)
    named = _topic_party(part, clause.start, start) or from_pending(part)
    if _APPOINTS.fullmatch(rest):
        who = _appointed(part, verb, clause.end) or who
    elif modality is Modality.CONSTITUTIVE and not _FILLS.search(rest):
        goes_on = start == clause.start and part.reader.carried.parties
        who = named or part.topic or (inherited(part) if goes_on else who)
    spoken_of = part.active.subject if part.active is not None else None
    spoken_of = spoken_of if spoken_of is not None and spoken_of.parties != ("other",) else None
    part.topic = named or part.topic or spoken_of
    if modality is Modality.DUTY and rest.endswith("承担") and part.condition is not None:
        modality = Modality.LIABILITY if _FAILED.search(part.text, *part.condition) else modality
    if modality is Modality.DUTY and answers_for_it(who, rest):
        modality = Modality.LIABILITY
    phrase = (_topic_before(part, clause) if start == clause.start else clause.start), clause.end
    action = agent_action(part.text, phrase, start, verb, modality)
    return make_draft(part, modality, who, action, deadline(part.text, clause.start, clause.end))


def _appointed(part: Part, start: int, end: int) -> Subject | None:
    """Who holds the office that somebody appoints him to (由甲指定一名业主代表担任)."""
    groups = clusters(part.text, part.mentions, start, end)
    return Subject(groups[-1].parties, (groups[-1].start, groups[-1].end)) if groups else None


def _topic_party(part: Part, start: int, by: int) -> Subject | None:
    """The party that 由 speaks of; none where it only owns or takes part in the thing (业主大会的经费由…)."""
    named = leading_party(part.text, part.mentions, start, by)
    return None if named and named.span and part.text.startswith("的", named.span[1]) else named


def _topic_before(part: Part, clause: Clause) -> int:
    """Where the topic begins that a comma sets off from the clause (首次会议的经费，由…承担); else the clause."""
    if not part.dropped:
        return clause.start
    start, end = part.dropped[-1]
    return start if clause.start - end <= _COMMA else clause.start
