"""The law of the day of the facts: what lies before the Civil Code gets the older law, or the rule that spares it.

最高人民法院关于适用民法典时间效力的若干规定; older law is curated in the claim, marked where its text is not at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from propertylaw.model import Claim, OlderLaw, TimeFinding, TimeRule, TimeStep
from propertylaw.rulebook.expression import parse

from .casefile import PairFacts
from .claims import Between
from .truth import FALSE, judge

CODE_IN_FORCE = date(2021, 1, 1)
_LAST_DAY_BEFORE = CODE_IN_FORCE - timedelta(days=1)


def time_of(claim: Claim, standing: Between, rules: Mapping[str, TimeRule]) -> TimeFinding | None:
    """Which law applies to the facts of a claim, step by step; None where they all lie under the code.

    Args:
        claim: says which facts tell the time, which rule it falls under, and the older law.
        standing: how things stand between the two parties.
        rules: the rules on time, by id.
    """
    facts = standing.facts
    start = began(claim, facts)
    if claim.time is None or start is None or start >= CODE_IN_FORCE:
        return None
    end = max(_days(claim.time.ends, facts), default=facts.on)
    across = end >= CODE_IN_FORCE
    rule = rules[claim.time.rule]
    chosen = rule.across if across else rule.before
    span = f"事实自 {start} 至 {end}" if start != end else f"事实发生在 {start}"
    steps = [TimeStep(says=f"{span}，{'跨越' if across else '都在'}民法典施行{'前后' if across else '之前'}")]
    steps.append(TimeStep(says=chosen.says, basis=chosen.basis))
    older = [law for law in claim.older_law if law.covers(start, min(end, _LAST_DAY_BEFORE))]
    if chosen.applies == "code":
        return TimeFinding(steps=tuple(steps), decides=True)
    steps += [_older(law, standing) for law in older]
    gap = _uncovered(older, start)
    if gap:
        steps.append(TimeStep(says=f"{gap} 之前的法律没有整理，结果不及于那一段"))
    return TimeFinding(steps=tuple(steps), decides=not gap and not any(_differs(law, standing) for law in older))


def began(claim: Claim, facts: PairFacts) -> date | None:
    """The day on which the matter of a claim began; None where no fact tells it."""
    return min(_days(claim.time.starts, facts), default=None) if claim.time else None


def _days(facts: Iterable[str], pair: PairFacts) -> Iterator[date]:
    """The days that facts state, as values or as the time for which a value holds."""
    for fact in facts:
        for known in pair.all(fact):
            yield from (day for day in (known.value, known.since, known.until) if isinstance(day, date))


def _differs(law: OlderLaw, standing: Between) -> bool:
    """Whether the result may differ here: what is unproved counts as if it were so."""
    return bool(law.differs) and judge(parse(law.differs_when), standing, "D", prover_wants=False) != FALSE


def _older(law: OlderLaw, standing: Between) -> TimeStep:
    since = f"{law.since} 起" if law.since else ""
    missing = "（文本未附，请核对）" if not law.text_at_hand else ""
    return TimeStep(says=f"{since}至 {law.until}：{law.says}{_compared(law, standing)}{missing}", basis=law.basis)


def _compared(law: OlderLaw, standing: Between) -> str:
    """How the older law stands to the code."""
    reckoned = f"；已按当时的法律计算：{law.reckoned}" if law.reckoned else ""
    differs = f"；与现行法不同：{law.differs}" if law.differs else ""
    if differs and not _differs(law, standing):
        differs += "（本案没有涉及）"
    return f"{reckoned}{differs}" or "；结果与现行法相同"


def _uncovered(older: list[OlderLaw], start: date) -> date | None:
    """The first day that curated older law reaches, where the facts began before it."""
    if not older:
        return CODE_IN_FORCE
    first = min((law.since or date.min for law in older), default=date.min)
    return first if start < first else None
