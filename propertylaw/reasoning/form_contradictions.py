"""Where the facts of a form contradict each other: a stretch that ends before it begins, two values for one time,
more that agree than take part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations

from propertylaw.model import Fact, FactDefinition
from propertylaw.rulebook import Rules
from propertylaw.rulebook.complaints import Complaint
from propertylaw.rulebook.orders import orders

_FIRST_DAY, _LAST_DAY = "_from", "_to"
"""How the ids of two facts end that state the first and the last day of one stretch of time."""


def stretches(facts: Mapping[int, Fact]) -> Iterator[Complaint]:
    """A stretch of time stated by two facts, its first and its last day, ends after it begins."""
    for index, last in facts.items():
        if not last.id.endswith(_LAST_DAY) or not isinstance(last.value, date):
            continue
        first = last.id.removesuffix(_LAST_DAY) + _FIRST_DAY
        # Of several stretches (obstacles to limitation) it is not said which end goes with which beginning.
        starts = [one.value for one in facts.values() if one.id == first and _of_one(one, last)]
        begins = min((day for day in starts if isinstance(day, date)), default=date.min)
        if begins > last.value:
            problem = f"“{first}”（{begins}）晚于“{last.id}”（{last.value}），起止日期前后颠倒"
            yield Complaint(problem, ("facts", index, "value"), "核对两个日期")


def disordered(facts: Mapping[int, Fact], book: Rules) -> Iterator[Complaint]:
    """Facts turn round an order that cannot be otherwise: each statement is held against the nearest fact behind it."""
    told: set[int] = set()
    for order in orders():
        for first, last in combinations(order.facts, 2):
            for index, one in facts.items():
                other = _turned_round(one, last, facts) if one.id == first and index not in told else None
                if other is not None:
                    told.add(index)
                    how = "晚于" if isinstance(one.value, date) else "大于"
                    values = [f"{named(book.facts[fact.id])[:-1]}，{fact.value}）" for fact in (one, other)]
                    problem = f"{how.join(values)}：{order.says}"
                    yield Complaint(problem, ("facts", index, "value"), order.advice)


def _turned_round(one: Fact, last: str, facts: Mapping[int, Fact]) -> Fact | None:
    """A statement of the fact that comes last which is less, or earlier, than one that goes before it."""
    behind = (fact for fact in facts.values() if fact.id == last and _of_one(fact, one))
    return next((fact for fact in behind if _less(fact, one) and not _weighed(fact, one, facts)), None)


def _weighed(one: Fact, other: Fact, facts: Mapping[int, Fact]) -> bool:
    """Whether two sides say the two, and one of them is contested: then their proof counts."""
    told = one.said_by and other.said_by and one.said_by != other.said_by
    return bool(told) and any(
        fact.denied_by or any(rival.id == fact.id and rival.said_by != fact.said_by for rival in facts.values())
        for fact in (one, other)
    )


def _less(one: Fact, other: Fact) -> bool:
    pair = one.value, other.value
    dates = isinstance(pair[0], date) and isinstance(pair[1], date)
    numbers = isinstance(pair[0], Decimal) and isinstance(pair[1], Decimal)
    return (dates or numbers) and pair[0] < pair[1]  # type: ignore[operator]


_OF_SUMS = "；几笔同类的钱，加起来写一个总数；只证明了一部分的，证明了的那一行不写 said_by，加 evidence"


def contradictions(facts: Mapping[int, Fact], book: Rules) -> Iterator[Complaint]:
    """One and the same side says two things of the same time; what two sides say is weighed by their proof."""
    for index, later in facts.items():
        earlier = next((one for at, one in facts.items() if at < index and _contradict(one, later, book)), None)
        if earlier is not None:
            who = f"“{later.said_by}”" if later.said_by else "同一张表"
            values = "、".join(_shown(one, book.facts[one.id]) for one in (earlier, later))
            problem = f"{who}对{named(book.facts[later.id])}写了两个不同的值（{values}），时间重叠"
            advice = "删去一个；先后不同的，用 from、to 分开；各方说法不同的，写明 said_by"
            advice += "；各属一项请求的，用 claim 写明是哪一项" if len(book.asking((later.id,))) > 1 else ""
            advice += _OF_SUMS if _is_sum(book.facts[later.id]) else ""
            yield Complaint(problem, ("facts", index, "value"), advice)


def _contradict(one: Fact, other: Fact, book: Rules) -> bool:
    same = (one.id, one.of, one.said_by, one.claim) == (other.id, other.of, other.said_by, other.claim)
    if not same or _of_others(one, other) or book.facts[one.id].several:
        return False
    if one.value == other.value or None in (one.value, other.value):
        return False
    starts, ends = max(_since(one), _since(other)), min(_until(one), _until(other))
    return starts <= ends


def _of_others(one: Fact, other: Fact) -> bool:
    """Whether each of the two says to whom it was, and it was to different people."""
    return bool(one.towards and other.towards) and set(one.towards).isdisjoint(other.towards)


def _is_sum(definition: FactDefinition) -> bool:
    return definition.unit == "CNY"


def named(definition: FactDefinition) -> str:
    """A fact in messages, by its id and its title."""
    return f"“{definition.id}”（{definition.title}）"


def _since(fact: Fact) -> date:
    return fact.since or date.min


def _until(fact: Fact) -> date:
    return fact.until or date.max


def _shown(fact: Fact, definition: FactDefinition) -> str:
    if isinstance(fact.value, bool):
        return str(fact.value).lower()
    return definition.label(fact.value) or str(fact.value)


def _of_one(first: Fact, last: Fact) -> bool:
    """Whether two facts can concern the same person, and the same claim."""
    person = first.of == last.of or None in (first.of, last.of)
    return person and (first.claim == last.claim or None in (first.claim, last.claim))
