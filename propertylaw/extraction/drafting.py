"""How a norm is put together: where its action begins and ends, its period, and whom it leaves for what follows."""

from __future__ import annotations

import re

from propertylaw.model import Modality, Span

from .actions import Bounds, bounds, leading_period, separate_acts
from .agents import is_agent
from .deadlines import periods
from .draft import Draft, Parties, Subject
from .state import Part
from .subjects import together_with

_LINKS = re.compile(r"(?:并且|并|且|也|但是|但|其中)*")
_CAUSE = re.compile(
    r"(?P<words>因[^，。；]{2,40}?(?=而)|(?:根据|接受|受)[^，。；的、]{2,12}的?委托|经[^，。；的]{2,40}?(?:同意|确认|批准|审核|通过|合格|决定)后|自(?!行|觉|愿|然|我)[^，。；]{2,30}?(?:之日起|届满后|完成后|成立后))而?(?=[^，。；]{3})"
)
_WHEN = re.compile(
    r"(?P<words>(?:在|于)[^，。；、的]{2,24}?(?:之?(?<![日月年天])[前后]|(?<![战平同及临适随届按定限])时|期间)|[一-龥]{2}后)(?![的期款述往续者台勤备来果限间段面一])(?!(?<=前)[二两三四五六七八九十])，?(?=[^，。；、]{2})"
)


def action_bounds(part: Part, index: int, verb: int) -> Bounds:
    """Where the action that begins at `verb` ends; an adverbial of time in front of it is the condition."""
    where = bounds(part.text, part.clauses, part.modals, index, verb)
    if part.condition is None:
        part.condition = where.time
    return where


def acting_together(part: Part, where: Bounds) -> tuple[Parties, Bounds]:
    """Further bearers behind 会同, and the bounds of the action behind them."""
    more, verb = together_with(part.text, part.mentions, where.start, part.clauses[where.last].end)
    if not more:
        start, end = part.clauses[where.last].start, part.clauses[where.last].end
        return together_with(part.text, part.mentions, start, end)[0], where
    last = where.last
    while last + 1 < len(part.clauses) and verb >= part.clauses[last].end:
        last += 1
    return more, action_bounds(part, last, verb)


def make_draft(part: Part, modality: Modality, who: Subject, action: Span, period: Span | None) -> Draft:
    """A norm of the part with the condition and the exception that wait for it."""
    joins = _LINKS.match(part.text, *action)
    action = (joins.end() if joins else action[0], action[1])
    draft = Draft(
        modality=modality,
        subject=who,
        action=action,
        sentence=part.sentence,
        condition=part.condition,
        exception=part.exception,
        deadline=period,
    )
    return without_leading_period(part, without_leading_cause(part, draft))


def without_leading_cause(part: Part, draft: Draft) -> Draft:
    """因…而停止, 在…前告知: the cause or the time at the start of an action is its condition."""
    if draft.condition is not None:
        return draft
    found = _CAUSE.match(part.text, *draft.action) or _WHEN.match(part.text, *draft.action)
    if found is None:
        return draft
    return draft._replace(condition=found.span("words"), action=(found.end(), draft.action[1]))


def without_leading_period(part: Part, draft: Draft) -> Draft:
    """自…之日起三十日内 at the start of an action is condition and deadline, not action."""
    leading = leading_period(part.text, draft.action)
    if leading is None:
        return draft
    return draft._replace(
        action=(leading.start, draft.action[1]),
        condition=draft.condition or leading.since,
        deadline=leading.period,
    )


def add_norm(part: Part, draft: Draft, condition: Span | None = None) -> None:
    """Take a norm; `condition` is the one it shares with the norm before, unless it has its own."""
    if draft.action[0] >= draft.action[1]:
        return
    if condition is not None or part.dropped:
        draft = draft._replace(condition=draft.condition or condition, cites_from=part.dropped)
    draft = _without_condition_period(part, draft)
    acts = separate_acts(part.text, draft.action)
    part.found += [_in_its_time(draft, act) for act in acts] if acts != (draft.action,) else (draft,)
    part.active = part.found[-1]
    _carry_subject(part, draft)


def _in_its_time(draft: Draft, act: Span) -> Draft:
    """One of several acts, without the period that only a later one of them names (接受监督并每年报告)."""
    later = draft.deadline is not None and act[1] <= draft.deadline[0] < draft.action[1]
    return draft._replace(action=act, deadline=None if later else draft.deadline)


def _without_condition_period(part: Part, draft: Draft) -> Draft:
    """业主委员会任期届满六十日前，应当: the period is the deadline, the words before it the condition."""
    if draft.condition is None:
        return draft
    start, end = draft.condition
    found = [period for period in periods(part.text, start, end) if period.within and period.span[1] == end]
    if not found:
        return draft
    place = found[-1].span
    stop = place[0] - (part.text[place[0] - 1] == "的")
    return draft._replace(deadline=draft.deadline or place, condition=(start, stop) if stop > start else None)


def _carry_subject(part: Part, draft: Draft) -> None:
    """Whom the next sentence takes for its subject when it names none."""
    who = draft.subject
    if part.topic is not None and (draft.modality is Modality.POWER or is_agent(part.text, who)):
        who = part.topic
    opens = who.stated and who.span is not None and who.span[0] == part.sentence[0]
    if (draft.modality is not Modality.CONSTITUTIVE or opens) and who.parties not in ((), ("other",)):
        part.reader.carry(who if who.living and who.stated else who._replace(living=True, stated=True))


def joined(who: Subject, more: Parties) -> Subject:
    """A subject together with further bearers."""
    return who._replace(parties=tuple(sorted({*who.parties, *more}))) if more else who
