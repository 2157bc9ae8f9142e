"""The law of the day of the facts: what lies before the Civil Code gets the older law, or the rule that spares it.

最高人民法院关于适用民法典时间效力的若干规定; older law is curated in the claim, marked where its text is not at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from propertylaw.model import Claim, Defence, OlderLaw, Result, TimeFinding, TimeRule, TimeStep, Truth
from propertylaw.model.claim import ClaimTime, TimeChoice
from propertylaw.rulebook.expression import ROLES, names, parse

from .claims import Between, Examination
from .pair_facts import PairFacts
from .program import KILLS, TAKES
from .truth import FALSE, TRUE, judge

CODE_IN_FORCE = date(2021, 1, 1)
_LAST_DAY_BEFORE = CODE_IN_FORCE - timedelta(days=1)
_UNDATED = "事情发生的日期没有填，不能确定适用哪一部"
_RAISED = "limitation_raised"


class Failing(NamedTuple):
    """By what a claim fails under the code."""

    lacking: frozenset[str] = frozenset()
    """Ids of the elements that are not given."""
    defences: frozenset[str] = frozenset()
    """Ids of the defences each of which takes the claim away."""
    together: frozenset[str] = frozenset()
    """Ids of the defences that take its remedies, with which it is gone."""
    limitation: frozenset[str] = frozenset()
    """Which of these defences are of limitation."""

    def under(self, law: OlderLaw) -> bool:
        """Whether it fails under an older law by the same."""
        knew = self.limitation | set(law.refuses_too)
        by_defence = not knew.isdisjoint(self.defences) or (bool(self.together) and self.together <= knew)
        return by_defence or not self.lacking.isdisjoint(law.demands_too)


_NOT_FAILING = Failing()


def failing(examination: Examination) -> Failing:
    """By what a claim fails."""
    found = zip(examination.part.defences, examination.defences, strict=True)
    given = [(rule, one.effect) for rule, one in found if one.truth is Truth.TRUE]
    gone = examination.result is Result.NOT_SUPPORTED
    return Failing(
        frozenset(one.id for one in examination.elements if one.truth is Truth.FALSE and not one.premature),
        frozenset(rule.id for rule, effect in given if effect in KILLS),
        frozenset(rule.id for rule, effect in given if effect in TAKES and gone),
        of_limitation(rule for rule, _ in given),
    )


def of_limitation(defences: Iterable[Defence]) -> frozenset[str]:
    """The ids of those that plead limitation."""
    return frozenset(one.id for one in defences if _RAISED in names(parse(one.when)))


def time_of(
    claim: Claim, standing: Between, rules: Mapping[str, TimeRule], fails: Failing = _NOT_FAILING
) -> TimeFinding | None:
    """Which law applies to the facts of a claim, step by step; None where they all lie under the code.

    Args:
        claim: says which facts tell the time, which rule it falls under, and the older law.
        standing: how things stand between the two parties.
        rules: the rules on time, by id.
        fails: by what it fails under the code.
    """
    facts = standing.facts
    start = began(claim, facts)
    if claim.time is None or (start or facts.on) >= CODE_IN_FORCE:
        return None
    if start is None:
        return TimeFinding(steps=(TimeStep(says=f"{_not_yet(facts.on).says}；{_UNDATED}"),), decides=False)
    rule = rules[claim.time.rule]
    if _ended_untold(claim.time, facts) and facts.on >= CODE_IN_FORCE > start:
        return _either(*(_between(claim, standing, rule, fails, (start, end)) for end in (_LAST_DAY_BEFORE, facts.on)))
    end = max(_days(claim.time.ends, facts), default=facts.on)
    return _between(claim, standing, rule, fails, (start, end))


def _between(claim: Claim, standing: Between, rule: TimeRule, fails: Failing, days: tuple[date, date]) -> TimeFinding:
    """Which law applies to what began on the first of two days and ended on the other."""
    (start, end), facts = days, standing.facts
    early = facts.on < CODE_IN_FORCE  # then no rule spares anything for a code to come
    across = end >= CODE_IN_FORCE
    chosen = _not_yet(facts.on) if early else rule.across if across else rule.before
    span = f"事实自 {start} 至 {end}" if start != end else f"事实发生在 {start}"
    steps = [TimeStep(says=f"{span}，{'跨越' if across else '都在'}民法典施行{'前后' if across else '之前'}")]
    steps.append(TimeStep(says=chosen.says, basis=chosen.basis))
    older = [law for law in claim.older_law if law.covers(start, min(end, _LAST_DAY_BEFORE))]
    if chosen.applies == "code":
        return TimeFinding(steps=tuple(steps), decides=True)
    steps += [_older(law, standing, fails) for law in older]
    gap = _uncovered(older, start)
    if gap:
        steps.append(TimeStep(says=f"{gap} 之前的法律没有整理，结果不及于那一段"))
    decides = not gap and not any(_differs(law, standing, fails) for law in older)
    wholly = early or (chosen.applies == "older" and not across)
    basis = tuple(dict.fromkeys(at for law in older for at in law.basis)) if wholly else ()
    return TimeFinding(steps=tuple(steps), decides=decides, basis=basis, until=end if wholly else None)


def _ended_untold(time: ClaimTime, facts: PairFacts) -> bool:
    """Whether it is over, or that is said to be unknown, and nobody told since when."""
    goes_on = [facts.truth(fact) for fact in time.goes_on]
    over = any(facts.truth(fact) for fact in time.over) or (False in goes_on and True not in goes_on)
    unknown = any(facts.known(fact).proof == "unknown" for fact in (*time.over, *time.goes_on))
    return (over or (unknown and True not in goes_on)) and not any(_days(time.ends, facts))


def _either(before: TimeFinding, across: TimeFinding) -> TimeFinding:
    """Which law applies where it is not told whether it ended before the code."""
    says = f"是不是、哪天已经结束没有填清：{CODE_IN_FORCE} 以后才结束（或者还没有结束）的"
    ends = tuple(step.model_copy(update={"says": f"{says}，{step.says}"}) for step in across.steps[1:2])
    supposed = TimeStep(says=f"{_LAST_DAY_BEFORE} 以前已经结束的：事实都在民法典施行之前")
    steps = (*ends, supposed, *before.steps[1:])
    return TimeFinding(steps=steps, decides=before.decides and across.decides)


def began(claim: Claim, facts: PairFacts) -> date | None:
    """The day on which the matter of a claim began; None where no fact tells it."""
    return min(_days(claim.time.starts, facts), default=None) if claim.time else None


def span(claim: Claim, facts: PairFacts) -> tuple[date, date] | None:
    """The first and the last day of the matter of a claim; None where no fact tells when it began."""
    start = began(claim, facts)
    if claim.time is None or start is None:
        return None
    return start, max(start, max(_days(claim.time.ends, facts), default=facts.on))


def turning(claim: Claim, standing: Between) -> tuple[str, ...]:
    """What is not known and may tell which law applies, or whether the older law leads elsewhere."""
    facts = standing.facts
    if claim.time and began(claim, facts) is None:
        return claim.time.starts[:1]
    if claim.time and _ended_untold(claim.time, facts):
        return claim.time.ends[-1:]
    conditions = (when for law in claim.older_law if law.differs for when in _undecided(law, standing))
    found = (name for when in conditions for name in names(parse(when)) if name not in ROLES)
    return tuple(dict.fromkeys(name for name in found if facts.value(name) is None))


def _undecided(law: OlderLaw, standing: Between) -> tuple[str, ...]:
    """The conditions on which it hangs whether the older law leads elsewhere, without one that is given already."""
    given = judge(parse(law.differs_when), standing, "L", prover_wants=True) == TRUE
    return (law.same_when,) if given else (law.differs_when, law.same_when)


def _not_yet(on: date) -> TimeChoice:
    """The choice on a day before the code."""
    return TimeChoice(says=f"民法典在 {on} 还没有施行，适用当时的法律、司法解释", applies="older", basis=())


def _days(facts: Iterable[str], pair: PairFacts) -> Iterator[date]:
    """The days that facts state, as values or as the time for which a value holds."""
    for fact in facts:
        for known in pair.all(fact):
            yield from (day for day in (known.value, known.since, known.until) if isinstance(day, date))


def _differs(law: OlderLaw, standing: Between, fails: Failing) -> bool:
    """Whether the result may differ here: what is unproved counts as if it were so."""
    if not law.differs or fails.under(law) or not _met(law, standing):
        return False
    return not _same(law, standing)


def _met(law: OlderLaw, standing: Between) -> bool:
    """Whether the difference may matter: also where it is about a clause that only the code makes void."""
    condition = parse(law.differs_when)
    voided = (standing.facts.known(name).proof == "void" for name in names(condition) if name not in ROLES)
    return judge(condition, standing, "D", prover_wants=False) != FALSE or any(voided)


def _same(law: OlderLaw, standing: Between) -> bool:
    """Whether another rule of the older law is known to lead to the same."""
    return judge(parse(law.same_when), standing, "L", prover_wants=True) == TRUE


def _older(law: OlderLaw, standing: Between, fails: Failing) -> TimeStep:
    since = f"{law.since} 起" if law.since else ""
    missing = "（文本未附，请核对）" if not law.text_at_hand else ""
    return TimeStep(
        says=f"{since}至 {law.until}：{law.says}{_compared(law, standing, fails)}{missing}", basis=law.basis
    )


def _compared(law: OlderLaw, standing: Between, fails: Failing) -> str:
    """How the older law stands to the code."""
    reckoned = f"；已按当时的法律计算：{law.reckoned}" if law.reckoned else ""
    differs = f"；与现行法不同：{law.differs}" if law.differs else ""
    if differs and fails.under(law):
        by_element = not fails.lacking.isdisjoint(law.demands_too)
        differs += f"（本案{'不具备的要件，当时同样要求' if by_element else '成立的抗辩，当时同样成立'}，结果相同）"
    elif differs and not _differs(law, standing, fails):
        differs += f"（本案{'另有依据，结果相同' if _same(law, standing) else '没有涉及'}）"
    return f"{reckoned}{differs}" or "；结果与现行法相同"


def _uncovered(older: list[OlderLaw], start: date) -> date | None:
    """The first day that curated older law reaches, where the facts began before it."""
    if not older:
        return CODE_IN_FORCE
    first = min((law.since or date.min for law in older), default=date.min)
    return first if start < first else None
