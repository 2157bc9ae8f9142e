"""The law of the day of the facts: what lies before the Civil Code gets the older law, or the rule that spares it.

最高人民法院关于适用民法典时间效力的若干规定; older law is curated in the claim, marked where its text is not at hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from propertylaw.model import Claim, OlderLaw, TimeFinding, TimeRule, TimeStep
from propertylaw.model.claim import TimeChoice
from propertylaw.rulebook.expression import ROLES, names, parse

from .casefile import PairFacts
from .claims import Between
from .truth import FALSE, TRUE, judge

CODE_IN_FORCE = date(2021, 1, 1)
_LAST_DAY_BEFORE = CODE_IN_FORCE - timedelta(days=1)
_UNDATED = "事情发生的日期没有填，不能确定适用哪一部"


def time_of(
    claim: Claim, standing: Between, rules: Mapping[str, TimeRule], lacking: Collection[str] = ()
) -> TimeFinding | None:
    """Which law applies to the facts of a claim, step by step; None where they all lie under the code.

    Args:
        claim: says which facts tell the time, which rule it falls under, and the older law.
        standing: how things stand between the two parties.
        rules: the rules on time, by id.
        lacking: ids of the elements that are not given.
    """
    facts = standing.facts
    start = began(claim, facts)
    if claim.time is None or (start or facts.on) >= CODE_IN_FORCE:
        return None
    if start is None:
        return TimeFinding(steps=(TimeStep(says=f"{_not_yet(facts.on).says}；{_UNDATED}"),), decides=False)
    end = max(_days(claim.time.ends, facts), default=facts.on)
    early = facts.on < CODE_IN_FORCE  # then no rule spares anything for a code to come
    rule = rules[claim.time.rule]
    across = end >= CODE_IN_FORCE
    chosen = _not_yet(facts.on) if early else rule.across if across else rule.before
    span = f"事实自 {start} 至 {end}" if start != end else f"事实发生在 {start}"
    steps = [TimeStep(says=f"{span}，{'跨越' if across else '都在'}民法典施行{'前后' if across else '之前'}")]
    steps.append(TimeStep(says=chosen.says, basis=chosen.basis))
    older = [law for law in claim.older_law if law.covers(start, min(end, _LAST_DAY_BEFORE))]
    if chosen.applies == "code":
        return TimeFinding(steps=tuple(steps), decides=True)
    steps += [_older(law, standing, lacking) for law in older]
    gap = _uncovered(older, start)
    if gap:
        steps.append(TimeStep(says=f"{gap} 之前的法律没有整理，结果不及于那一段"))
    decides = not gap and not any(_differs(law, standing, lacking) for law in older)
    wholly = early or (chosen.applies == "older" and not across)
    basis = tuple(dict.fromkeys(at for law in older for at in law.basis)) if wholly else ()
    return TimeFinding(steps=tuple(steps), decides=decides, basis=basis)


def began(claim: Claim, facts: PairFacts) -> date | None:
    """The day on which the matter of a claim began; None where no fact tells it."""
    return min(_days(claim.time.starts, facts), default=None) if claim.time else None


def turning(claim: Claim, facts: PairFacts) -> tuple[str, ...]:
    """What is not known and may tell which law applies, or whether the older law leads elsewhere."""
    if claim.time and began(claim, facts) is None:
        return claim.time.starts[:1]
    conditions = (when for law in claim.older_law if law.differs for when in (law.differs_when, law.same_when))
    found = (name for when in conditions for name in names(parse(when)) if name not in ROLES)
    return tuple(dict.fromkeys(name for name in found if facts.value(name) is None))


def _not_yet(on: date) -> TimeChoice:
    """The choice on a day before the code."""
    return TimeChoice(says=f"民法典在 {on} 还没有施行，适用当时的法律、司法解释", applies="older", basis=())


def _days(facts: Iterable[str], pair: PairFacts) -> Iterator[date]:
    """The days that facts state, as values or as the time for which a value holds."""
    for fact in facts:
        for known in pair.all(fact):
            yield from (day for day in (known.value, known.since, known.until) if isinstance(day, date))


def _differs(law: OlderLaw, standing: Between, lacking: Collection[str]) -> bool:
    """Whether the result may differ here: what is unproved counts as if it were so."""
    if (
        not law.differs
        or _lacks(law, lacking)
        or judge(parse(law.differs_when), standing, "D", prover_wants=False) == FALSE
    ):
        return False
    return not _same(law, standing)


def _lacks(law: OlderLaw, lacking: Collection[str]) -> bool:
    """Whether something is not given that the older law demanded too."""
    return not frozenset(law.demands_too).isdisjoint(lacking)


def _same(law: OlderLaw, standing: Between) -> bool:
    """Whether another rule of the older law is known to lead to the same."""
    return judge(parse(law.same_when), standing, "L", prover_wants=True) == TRUE


def _older(law: OlderLaw, standing: Between, lacking: Collection[str]) -> TimeStep:
    since = f"{law.since} 起" if law.since else ""
    missing = "（文本未附，请核对）" if not law.text_at_hand else ""
    return TimeStep(
        says=f"{since}至 {law.until}：{law.says}{_compared(law, standing, lacking)}{missing}", basis=law.basis
    )


def _compared(law: OlderLaw, standing: Between, lacking: Collection[str]) -> str:
    """How the older law stands to the code."""
    reckoned = f"；已按当时的法律计算：{law.reckoned}" if law.reckoned else ""
    differs = f"；与现行法不同：{law.differs}" if law.differs else ""
    if differs and _lacks(law, lacking):
        differs += "（本案不具备的要件，当时同样要求，结果相同）"
    elif differs and not _differs(law, standing, lacking):
        differs += f"（本案{'另有依据，结果相同' if _same(law, standing) else '没有涉及'}）"
    return f"{reckoned}{differs}" or "；结果与现行法相同"


def _uncovered(older: list[OlderLaw], start: date) -> date | None:
    """The first day that curated older law reaches, where the facts began before it."""
    if not older:
        return CODE_IN_FORCE
    first = min((law.since or date.min for law in older), default=date.min)
    return first if start < first else None
