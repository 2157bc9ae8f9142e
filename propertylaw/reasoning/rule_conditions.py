"""On what a rule depends that states a fact: its conditions and exceptions stay with the fact, and are asked about.

A norm of an imported text, or of a text of law among the documents, states nothing while a condition of it is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from propertylaw.model import ClaimFinding, FactValue, Norm, Question, RuleCondition, Supply

if TYPE_CHECKING:
    from .schedule import Line

_Values = Callable[[str], FactValue | None]

_WITHIN = "^(?:按照|依照|根据|经)[^，；。]{0,30}(?:约定|决定|同意|授权|批准)"
"""A condition that stands at the head of what the norm lets its bearer do."""
_BEGINS = "^自[^，；。]{1,30}起$"
"""From when a period runs: no condition, and the claims reckon with it."""
_SAYS_SOMETHING = 4
"""Fewer characters (其中) are no condition."""


def under_conditions(line: Line, norm: Norm, supply: Supply, values: _Values) -> Line:
    """What a norm of a text of law states, as far as its conditions are known to be given.

    Args:
        line: what it states without them.
        norm: the norm.
        supply: how it states the fact.
        values: the established value of a fact.
    """
    conditions = tuple(_conditions(norm, supply, values))
    known = line.known._replace(conditions=conditions)
    if any(one.met is False for one in conditions):
        known = known._replace(value=False if isinstance(known.value, bool) else None)
    elif missing := tuple(dict.fromkeys(one.fact for one in conditions if one.fact and one.met is None)):
        known = known._replace(value=None, proof="conditional", turns_on=missing)
    return replace(line, known=known)


def settled(lines: Sequence[Line]) -> list[Line]:
    """The lines that stand whatever else comes out; where there are none those that are open, then those that fail."""
    fails = [line for line in lines if any(one.met is False for one in line.known.conditions)]
    opens = [line for line in lines if line.known.proof == "conditional"]
    stands = [line for line in lines if line not in fails and line not in opens]
    return stands or opens or [line for line in fails if line.known.value is False]


def together(lines: Iterable[Line]) -> tuple[RuleCondition, ...]:
    """The conditions of several lines, each once."""
    return tuple(dict.fromkeys(one for line in lines for one in line.known.conditions))


def told_in_questions(questions: Iterable[Question], findings: Iterable[ClaimFinding]) -> Iterator[Question]:
    """The questions, each with the conditions and the provisions that it asks about."""
    named: dict[tuple[str, str, str], dict[RuleCondition, None]] = {}
    for finding in findings:
        uses = [use for element in finding.elements for use in element.facts]
        uses += [use for defence in finding.defences for use in defence.facts]
        for one in (one for use in uses for one in use.conditions):
            if one.fact and one.met is None:
                named.setdefault((finding.id, finding.respondent, one.fact), {})[one] = None
    for question in questions:
        asked = (one for id in question.ids for one in named.get((question.claim, question.respondent, id), ()))
        yield question.model_copy(update={"conditions": tuple(dict.fromkeys(asked))})


def _conditions(norm: Norm, supply: Supply, values: _Values) -> Iterator[RuleCondition]:
    at = norm.locator.bare
    within = re.search(_WITHIN, norm.action)
    parts = [*(norm.condition or "").split("，"), within.group() if within else ""]
    for says, unless in [*((part, False) for part in parts), (norm.exception or "", True)]:
        if len(says) < _SAYS_SOMETHING or re.search(_BEGINS, says):
            continue
        fact = _asked(says, supply)
        met = values(fact) if fact else None
        if isinstance(met, bool) and unless and fact != supply.otherwise:
            met = not met
        yield RuleCondition(says=says, at=at, unless=unless, fact=fact, met=met if isinstance(met, bool) else None)


def _asked(says: str, supply: Supply) -> str | None:
    """The fact that tells whether a condition is given; None where the claims examine it."""
    if supply.examined and re.search(supply.examined, says):
        return None
    return next((one.fact for one in supply.conditions if re.search(one.words, says)), supply.otherwise)
