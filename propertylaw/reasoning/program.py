"""Claims compiled once into Python functions: from the codes of facts to results, and to the truth of every part.

Several claims share one function where they refer to each other; `claim:<id>` reads the result of the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product
from typing import Any, NamedTuple

from propertylaw.errors import RuleError
from propertylaw.model import Claim, Concept, Defence, Effect, Element, Remedy, Respondent, Result
from propertylaw.rulebook import Rules
from propertylaw.rulebook.expression import ClaimName, claims_in, normal, parse
from propertylaw.rulebook.set_off import with_set_off

from .truth import FALSE, OPEN, TRUE, Atom, Code, Stands, function_of, source_of, without_burden

KILLS = frozenset({Effect.BARS, Effect.EXTINGUISHES})
TAKES = frozenset({Effect.DEFEATS, Effect.FULFILS})
"""Effects that take single remedies and leave the others."""
_BITS = (FALSE, OPEN, TRUE)


class ReadingOf(NamedTuple):
    """The chosen reading of an open concept."""

    concept: str


_Full = Callable[[Sequence[Code]], tuple[tuple[int, tuple[Code, ...], tuple[Code, ...], tuple[Code, ...]], ...]]
"""From codes to the index and the truths of each claim."""

Input = Atom | ReadingOf
"""What a program is given a code for."""


class Part(NamedTuple):
    """A claim against one kind of respondent."""

    claim: Claim
    head: Respondent
    set_off: bool = False
    """Whether the common defence of set-off counts: one the other way was set off with it, or may have been."""
    orders: tuple[str, ...] = ()
    """Ids of the orders that alone are asked for; empty: all."""

    @property
    def elements(self) -> tuple[Element, ...]:
        """Elements common to all respondents, then those of this kind."""
        return (*self.claim.elements, *self.head.elements)

    @property
    def defences(self) -> tuple[Defence, ...]:
        """Defences open to all respondents, then those of this kind."""
        common = with_set_off(self.claim) if self.set_off else self.claim.defences
        found = (*common, *self.head.defences)
        if not self.orders:
            return found
        asked = {remedy.id for remedy in self.remedies}
        return tuple(one for one in found if not one.touches or not asked.isdisjoint(one.touches))

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What is asked for of everybody, then what of this kind; of orders only those that are asked for."""
        found = (*self.claim.remedies, *self.head.remedies)
        return tuple(one for one in found if one.pays or one.id in self.orders) if self.orders else found

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions of elements, defences and counter-defences."""
        counters = (defence.unless.when for defence in self.defences if defence.unless)
        asked = (defence.asked for defence in self.defences)
        return (*(e.when for e in self.elements), *(d.when for d in self.defences), *asked, *counters)


class Reasons(NamedTuple):
    """How one claim came out, and every part of it; a tuple, because many are made."""

    part: Part
    result: Result
    elements: tuple[Code, ...]
    defences: tuple[Code, ...]
    """Each before its counter-defence."""
    counters: tuple[Code, ...]
    """One for each defence; FALSE where it has none."""


class Program:
    """Claims, each against one kind of respondent, as functions of codes.

    Args:
        parts: what to decide; a claim may refer to those before it.
        concepts: the open concepts of the rules.
    """

    def __init__(self, parts: Sequence[Part], concepts: Mapping[str, Concept]) -> None:
        self.parts, self._concepts = tuple(parts), concepts
        self._places: dict[Input, str] = {}
        self._body = [line for number, part in enumerate(self.parts) for line in self._lines(number, part)]
        self.inputs: tuple[Input, ...] = tuple(self._places)
        """What the functions are given a code for, in order."""

    def results(self, codes: Sequence[Code]) -> tuple[Result, ...]:
        """The result of each claim and nothing else."""
        return tuple(map(_DECIDED.__getitem__, self._quick(codes)))

    def possible(self, codes: Sequence[Code]) -> frozenset[Result]:
        """The results that the first claim may still have."""
        # What else this function finds is nearly always asked for as well; to compile the short one takes far longer.
        return POSSIBLE[self._full(codes)[0][0]]

    def reasons(self, codes: Sequence[Code], *, burden: bool = True) -> tuple[Reasons, ...]:
        """Each claim with the truth of every part; without the burden of proof what is unproved stays open."""
        truths = (self._full if burden else self._plain)(codes)
        return tuple(
            [Reasons(part, _DECIDED[index], *rest) for part, (index, *rest) in zip(self.parts, truths, strict=True)]
        )

    @cached_property
    def _quick(self) -> Callable[[Sequence[Code]], tuple[int, ...]]:
        numbers = range(len(self.parts))
        quick: Callable[[Sequence[Code]], tuple[int, ...]]
        quick = self._function(f"({', '.join(f'i{n}' for n in numbers)},)")
        return quick

    @cached_property
    def _full(self) -> _Full:
        full: _Full = self._function(self._everything())
        return full

    @cached_property
    def _plain(self) -> _Full:
        plain: _Full = without_burden(self._full)
        return plain

    def _function(self, returned: str) -> Any:
        given = f" ({', '.join(self._places.values())},) = c" if self._places else ""
        lines = ["def run(c):", given, *(f" {line}" for line in self._body), f" return {returned}"]
        return function_of(lines)

    def _everything(self) -> str:
        """For each claim its index and the truths of elements, defences and counter-defences."""
        found = []
        for n, part in enumerate(self.parts):
            sizes = {"e": len(part.elements), "d": len(part.defences), "u": len(part.defences)}
            groups = ("".join(f"{name}{n}_{i}, " for i in range(size)) for name, size in sizes.items())
            found.append(f"(i{n}, {', '.join(f'({group})' for group in groups)})")
        return f"({', '.join(found)},)"

    def _lines(self, number: int, part: Part) -> Iterator[str]:
        """The source of one claim: its concepts, its elements, its defences, what they come to."""
        wanted = [element.concept for element in part.elements]
        wanted += [concept for defence in part.defences for concept in defence.concepts]
        used = dict.fromkeys(concept for concept in wanted if concept)
        concepts = {id: f"k{number}_{i}" for i, id in enumerate(used)}
        for id, name in concepts.items():
            yield from self._concept(id, name)
        for i, element in enumerate(part.elements):
            source = self._condition(element.when, "E", wants=element.proof == "claimant")
            yield f"e{number}_{i} = {source}{_and(concepts.get(element.concept or ''))}"
        for i, defence in enumerate(part.defences):
            source = self._condition(defence.when, "D", wants=defence.proof == "respondent")
            if defence.asked != "true":
                source = f"{source} & {self._condition(defence.asked, 'A', wants=True)}"
            yield f"d{number}_{i} = {source}{_and(concepts.get(defence.concept or ''))}"
            counter = defence.unless
            source = self._condition(counter.when, "D", wants=True) if counter else str(FALSE)
            yield f"u{number}_{i} = {source}{_and(concepts.get((counter and counter.concept) or ''))}"
        yield from self._outcome(number, part)

    def _concept(self, id: str, name: str) -> Iterator[str]:
        """A concept is decided by the bright lines that are crossed, where they agree, else by the reading chosen."""
        lines = self._concepts[id].bright_lines
        for flag, holds in (("t", True), ("f", False)):
            crossed = (self._condition(line.when, "L", wants=True) for line in lines if line.holds is holds)
            yield f"{flag} = {' or '.join(f'{line} == {TRUE}' for line in crossed) or False}"
        yield f"{name} = {self._place(ReadingOf(id))} if t == f else {TRUE} if t else {FALSE}"

    def _outcome(self, number: int, part: Part) -> Iterator[str]:
        effects: dict[str, list[str]] = {"K": [], "S": [], "R": []}
        taken: dict[Effect | None, dict[str, list[str]]] = {effect: {} for effect in TAKES}
        for i, defence in enumerate(part.defences):
            given, counter = f"d{number}_{i}", f"u{number}_{i}"
            for effect, source in (
                (defence.effect, f"{given} & NOT[{counter}]" if defence.unless else given),
                (defence.unless.effect if defence.unless else None, f"{given} & {counter}"),
            ):
                if effect_kind(effect):
                    effects[effect_kind(effect)].append(source)
                for remedy in touched(defence, part) if effect in TAKES else ():
                    taken[effect].setdefault(remedy.id, []).append(source)
        yield from self._taken(part, taken, effects)
        needed = [f"e{number}_{i}" for i, element in enumerate(part.elements) if not element.premature]
        effects["S"] += [f"NOT[e{number}_{i}]" for i, element in enumerate(part.elements) if element.premature]
        elements = " & ".join(needed) or str(TRUE)
        yield f"E = {elements}"
        for kind, found in effects.items():
            yield f"{kind} = {' | '.join(found) or FALSE}"
        yield f"i{number} = E << 6 | K << 4 | S << 2 | R"
        if any(ClaimName(part.claim.id) in self._refers(other) for other in self.parts):
            yield f"s{number} = E & NOT[K] & NOT[S]"

    def _taken(
        self, part: Part, taken: Mapping[Effect | None, Mapping[str, Sequence[str]]], effects: Mapping[str, list[str]]
    ) -> Iterator[str]:
        """What follows where defences take single remedies: less, where one is defeated that nobody has fulfilled, and
        nothing where none of those asked for is left."""
        if not any(taken.values()):
            return
        defeated, fulfilled = taken[Effect.DEFEATS], taken[Effect.FULFILS]
        gone, left = [], []
        for i, remedy in enumerate(part.remedies):
            lost, done = (" | ".join(found.get(remedy.id, ())) or str(FALSE) for found in (defeated, fulfilled))
            yield f"a = {self._condition(remedy.when, 'A', wants=True)}"
            yield f"l{i} = a & NOT[{lost}] & NOT[{done}]"
            left.append(f"l{i}")
            if remedy.id in defeated:
                yield f"g{i} = a & ({lost}) & NOT[{done}]"
                effects["R"].append(f"g{i}")
            if remedy.id in defeated or remedy.id in fulfilled:
                yield f"t{i} = a & ({lost} | {done})"
                gone.append(f"t{i}")
        effects["K"].append(f"NOT[{' | '.join(left)}] & ({' | '.join(gone) or FALSE})")

    def _refers(self, part: Part) -> set[ClaimName]:
        return {ClaimName(id) for when in part.conditions for id in _claims(when)}

    def _condition(self, when: str, stands: Stands, *, wants: bool) -> str:
        return source_of(normal(parse(when)), stands, wants, self._place)

    def _place(self, wanted: Input) -> str:
        if isinstance(wanted, ClaimName):
            for number, part in enumerate(self.parts):
                if part.claim.id == wanted.id:
                    return f"s{number}"
        return self._places.setdefault(wanted, f"a{len(self._places)}")


SUCCEEDS = frozenset({Result.SUPPORTED, Result.PARTLY_SUPPORTED})
"""Results under which the claimant gets something."""
FAILS = frozenset({Result.NOT_SUPPORTED, Result.PREMATURE})
"""Results under which he gets nothing, or nothing yet."""


def program_of(part: Part, rules: Rules) -> Program:
    """The program of one claim, compiled once for these rules."""
    return _compiled(rules, part.claim.id, part.claim.respondents.index(part.head), part.set_off, part.orders)


@lru_cache(maxsize=4096)
def _compiled(rules: Rules, claim: str, head: int, set_off: bool, orders: tuple[str, ...]) -> Program:
    found = rules.claims[claim]
    return Program([Part(found, found.respondents[head], set_off, orders)], rules.concepts)


def in_order(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Claims so that each stands behind those it refers to.

    Raises:
        RuleError: they refer to each other in a circle.
    """
    by_id = {part.claim.id: part for part in parts}
    done: dict[str, Part] = {}

    def place(part: Part, trail: tuple[str, ...]) -> None:
        if part.claim.id in trail:
            raise RuleError(f"请求权规则循环引用：{' → '.join((*trail, part.claim.id))}")
        if part.claim.id in done:
            return
        for id in (id for when in part.conditions for id in _claims(when)):
            if id in by_id:
                place(by_id[id], (*trail, part.claim.id))
        done[part.claim.id] = part

    for part in parts:
        place(part, ())
    return tuple(done.values())


def touched(defence: Defence, part: Part) -> tuple[Remedy, ...]:
    """The remedies that a defence reduces, defeats or fulfils."""
    return tuple(remedy for remedy in part.remedies if not defence.touches or remedy.id in defence.touches)


def effect_kind(effect: Effect | None) -> str:
    """K for what defeats the claim, S for what makes it premature, R for what reduces it; empty for the rest, and for
    what hangs on the remedies that are asked for."""
    if effect in KILLS:
        return "K"
    return {Effect.SUSPENDS: "S", Effect.REDUCES: "R"}.get(effect, "") if effect else ""


def _and(concept: str | None) -> str:
    return f" & {concept}" if concept else ""


def _claims(when: str) -> Iterator[str]:
    return claims_in(parse(when))


def _possible(elements: Code, kills: Code, suspends: Code, reduces: Code) -> frozenset[Result]:
    """Results that remain possible, every open point taken either way."""
    if elements == FALSE:
        return frozenset({Result.NOT_SUPPORTED})
    found = {Result.NOT_SUPPORTED} if elements == OPEN else set()
    for k, s, r in product(
        *((code == TRUE,) if code != OPEN else (True, False) for code in (kills, suspends, reduces))
    ):
        found.add(decided(k, s, r))
    return frozenset(found)


def decided(kills: bool, suspends: bool, reduces: bool) -> Result:
    """The result of a claim whose elements are given, under the effects of its defences."""
    if kills:
        return Result.NOT_SUPPORTED
    if suspends:
        return Result.PREMATURE
    return Result.PARTLY_SUPPORTED if reduces else Result.SUPPORTED


POSSIBLE: dict[int, frozenset[Result]] = {
    e << 6 | k << 4 | s << 2 | r: _possible(e, k, s, r) for e, k, s, r in product(_BITS, repeat=4)
}
"""Results that remain possible, by the codes of elements and effects as the functions return them."""

_DECIDED = {index: next(iter(results)) if len(results) == 1 else Result.DEPENDS for index, results in POSSIBLE.items()}
