"""Numbers of which nobody spoke and which would change a sum: a payment, a cap, a loss, another way to reckon."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

from propertylaw.model import FactValue, Remedy, RemedyFinding, Result, Truth
from propertylaw.rulebook.calculations import DERIVED, FIGURES, SUMS, Inputs, MissingFactsError
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import names, parse

from .bench import Bench
from .claims import Examination
from .program import TAKES, touched
from .reductions import computed
from .sums import asked_for, calculations
from .terms import Noted

_ASKED_BESIDE = (None, "overstayed")
"""Of remedies beside an order: what is no loss, and what who wants a provider out asks for as a rule."""
_NONE, _SOME, _MORE = Decimal(0), Decimal(1), Decimal(2)
"""Numbers that are only supposed, to see whether anything turns on them."""

_MUCH_LATER = timedelta(days=3650)
"""How far off a day is supposed, to see whether anything turns on it."""


def untold_numbers(examination: Examination, bench: Bench, asked: Decimal | None) -> Iterator[str]:
    """The numbers to ask for beside those without which nothing can be reckoned.

    Args:
        examination: of the claim.
        bench: its two parties.
        asked: the sum that the form names.
    """
    for calc in calculations(examination):
        lacking = _lacking(calc, bench)
        told = bench.assuming(lacking) if lacking else bench
        noted = Noted(told.facts)
        sum_as_told, _ = computed(calc, noted)
        if sum_as_told is None and noted.left_by_clauses(bench.facts):
            continue  # what else it is reckoned with is asked once the clause is known
        yield from (id for id in lacking if isinstance(lacking[id], Decimal))
        for id in noted.untold(told.facts):
            if _left_out_by_contract(id, noted, told):
                continue
            possible = filter(bench.rules.facts[id].admits, (_NONE, _SOME, _MORE))
            supposed = (computed(calc, told.assuming({id: one}).facts)[0] for one in possible)
            if sum_as_told is None or any(one != sum_as_told for one in supposed):
                yield id
    for remedy in (one for one in examination.part.remedies if asked_for(one, examination)):
        if asked is not None or not _stays_with_the_order(remedy, examination):
            yield from to_be_told(_own_sum(remedy, examination, bench), bench)


def _lacking(calc: str, bench: Bench) -> dict[str, FactValue]:
    """What has to be told before a sum can be reckoned at all, with a value that is only supposed: what else is read
    on the way there (ballots, for the day on which a contract ended) need not change the sum once that is told."""
    found: dict[str, FactValue] = {}
    while True:
        money, missing = computed(calc, bench.assuming(found).facts if found else bench.facts)
        supposed = {id: value for id in missing if id not in found and (value := _some_value(id, bench)) is not None}
        if money is not None or not supposed:
            return found
        found |= supposed


def _some_value(id: str, bench: Bench) -> FactValue | None:
    known = bench.rules.facts.get(id)
    if known is None or known.calc or bench.facts.known(id).proof != "silent":
        return None
    if known.type == "number":
        return _SOME
    return bench.facts.on if known.type == "date" else None


def untold_days(examination: Examination, bench: Bench) -> Iterator[str]:
    """The days to ask for that may move what is reckoned: that a notice names a later day than it would end on."""
    figures = (FIGURES[one.figures] for one in examination.part.remedies if one.figures)
    sums = (SUMS[calc] for calc in calculations(examination))
    later = bench.facts.on + _MUCH_LATER
    for reckoned in dict.fromkeys((*sums, *figures)):
        noted = Noted(bench.facts)
        as_told = _reckoned(reckoned, noted)
        for id in noted.untold_days(bench.facts):
            if as_told is not None and _reckoned(reckoned, bench.assuming({id: later}).facts) != as_told:
                yield id


def days_that_decide(examination: Examination, bench: Bench) -> Iterator[str]:
    """The days to ask for by which another result may come out: that the claimant asks for an end on a later day than
    the one on which notice ends the contract."""
    facts, later = bench.rules.facts, bench.facts.on + _MUCH_LATER
    asked = [id for id in bench.rules.gated_days if bench.facts.truth(facts[id].asked_with or "")]
    untold = [id for id in asked if not bench.facts.told(id)]
    read = _read_by_defences(examination, bench) if untold else frozenset()
    for id in (id for id in untold if id in read):
        if bench.assuming({id: later}).examination(examination.part).possible != examination.possible:
            yield id


def _read_by_defences(examination: Examination, bench: Bench) -> frozenset[str]:
    """What the calculations look at whose outcome a defence names."""
    facts = bench.rules.facts
    named = {name for one in examination.part.defences for name in names(parse(one.when)) if name in facts}
    return frozenset(id for name in named if (calc := facts[name].calc) for id in words_in(DERIVED[calc]))


def _reckoned(calculation: Callable[[Inputs], object], inputs: Inputs) -> object:
    """What a calculation comes to; None where something is missing."""
    try:
        return calculation(inputs)
    except MissingFactsError:
        return None


def _stays_with_the_order(remedy: Remedy, examination: Examination) -> bool:
    """Whether a remedy makes good a loss beside an order that can be had: no defence takes that, or may take it. Who
    names no sum and tells of no loss asks for the order."""
    if remedy.loss in _ASKED_BESIDE:
        return False
    found = zip(examination.part.defences, examination.defences, strict=True)
    taking = (rule for rule, finding in found if finding.effect in TAKES and finding.truth is not Truth.FALSE)
    taken = {one.id for rule in taking for one in touched(rule, examination.part)}
    orders = (one for one in examination.part.remedies if not one.pays and one.id not in taken)
    return any(examination.holds(order.when) is Truth.TRUE for order in orders)


def sums_left_untold(examination: Examination, bench: Bench) -> tuple[str, ...]:
    """Numbers of which nobody spoke and without which nothing is left of a claim: with them something would be."""
    taken = (one for one in examination.defences if one.effect in TAKES and one.truth is Truth.TRUE)
    if examination.result is not Result.NOT_SUPPORTED or not any(taken):
        return ()
    untold = {id: _SOME for remedy in examination.part.remedies for id in _own_sum(remedy, examination, bench)}
    if not untold or bench.assuming(untold).examination(examination.part).possible == {Result.NOT_SUPPORTED}:
        return ()
    return tuple(untold)


def as_if_told(examination: Examination, bench: Bench) -> Bench:
    """The bench as if the sums were told of which nobody spoke: what is proved may bring them, though it brings nothing
    of what was told."""
    return bench.assuming({id: _SOME for one in examination.part.remedies for id in _own_sum(one, examination, bench)})


def to_be_told(ids: Iterable[str], bench: Bench) -> tuple[str, ...]:
    """The numbers, and of those that are reckoned themselves what has to be told for that."""
    return tuple(dict.fromkeys(fact for id in ids for fact in _told_for(id, bench)))


def _told_for(id: str, bench: Bench) -> tuple[str, ...]:
    calc = bench.rules.facts[id].calc
    if calc is None:
        return (id,)
    try:
        DERIVED[calc](bench.facts)
    except MissingFactsError as missing:
        return missing.facts
    return ()


def _reckoned_number(id: str, bench: Bench) -> bool:
    """Whether a fact is a number that follows from others, such as the days of a delay."""
    known = bench.rules.facts.get(id)
    return known is not None and known.type == "number" and known.calc is not None


def remedies_left_untold(untold: Collection[str], examination: Examination, bench: Bench) -> Iterator[RemedyFinding]:
    """The remedies that lack nothing but these numbers: told with what is missing, not as naught."""
    for remedy in examination.part.remedies:
        missing = [id for id in _own_sum(remedy, examination, bench) if id in untold]
        if missing:
            uses = tuple(map(examination.facts.use, to_be_told(missing, bench)))
            yield RemedyFinding(says=remedy.says, missing=uses, basis=examination.cited(remedy))


def money_left_untold(
    asked: Decimal | None, remedies: Collection[RemedyFinding], examination: Examination, bench: Bench
) -> tuple[RemedyFinding, ...]:
    """Beside orders, what would give money and lacks nothing but its own sum, of which nobody spoke: where money is
    asked for and none is counted, that is open and no naught."""
    if asked is None or not remedies or any(one.money or one.missing or one.unreckoned for one in remedies):
        return ()
    untold = {id for one in examination.part.remedies for id in _own_sum(one, examination, bench)}
    found = remedies_left_untold(untold, examination, bench)
    return tuple(one.model_copy(update={"conditional": True}) for one in found)


def harm_left_untold(examination: Examination, bench: Bench) -> tuple[str, ...]:
    """What nobody spoke of and counts as not given, and with which the court would assess more money."""
    lost = [one for one in examination.part.remedies if one.unreckoned and examination.holds(one.when) is Truth.FALSE]
    named = dict.fromkeys((name, one) for one in lost for name in names(parse(one.when)))
    return tuple(dict.fromkeys(name for name, one in named if _would_give(name, one, examination, bench)))


def _would_give(name: str, remedy: Remedy, examination: Examination, bench: Bench) -> bool:
    """Whether a fact that counts as it usually is would give a remedy if it were so."""
    known = bench.rules.facts.get(name)
    if known is None or known.default is not False or bench.facts.known(name).proof != "silent":
        return False
    return bench.assuming({name: True}).examination(examination.part).holds(remedy.when) is not Truth.FALSE


def _left_out_by_contract(id: str, noted: Noted, bench: Bench) -> bool:
    """Whether a contract of the dispute states another number of the same clause, and so nothing of this one."""
    topics = _topics(id, bench)
    return any(not topics.isdisjoint(_topics(use.fact, bench)) for use in noted.stated(bench.facts))


def _topics(id: str, bench: Bench) -> frozenset[str]:
    supplies = bench.rules.facts[id].stated_in
    return frozenset(one.topic for one in supplies if one.of_contract and one.topic)


def _own_sum(remedy: Remedy, examination: Examination, bench: Bench) -> tuple[str, ...]:
    """The sum of a remedy that would be owed if anybody had told it, or what it is reckoned on."""
    read = words_in(SUMS[remedy.calc]) if remedy.calc else frozenset()
    named = (name for name in names(parse(remedy.when)) if name in read or _reckoned_number(name, bench))
    untold = {name: _SOME for name in named if bench.facts.known(name).proof == "silent"}
    if not untold or examination.holds(remedy.when) is not Truth.FALSE or not _held(remedy, untold, examination, bench):
        return ()
    for name in tuple(untold):
        # Of numbers that would do each by itself, and beside one that was told another way, one is enough.
        others = {other: some for other, some in untold.items() if other != name}
        untold = others if others and _held(remedy, others, examination, bench) else untold
    return tuple(untold)


def _held(remedy: Remedy, supposed: Mapping[str, FactValue], examination: Examination, bench: Bench) -> bool:
    """Whether a remedy would be given, or might be, if these numbers were so."""
    return bench.assuming(supposed).examination(examination.part).holds(remedy.when) is not Truth.FALSE
