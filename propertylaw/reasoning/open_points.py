"""What keeps a claim open, and the smallest sets of answers that settle it, exactly.

Open points are unknown true-or-false facts and concepts without a chosen reading. The claim becomes a decision diagram
over them, so that its possible results and the shortest ways to each are exact however many points there are. What is
open and cannot be answered with yes or no (an unknown number) is taken either way: a result counts as settled only
where it is the same whatever the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from propertylaw.model import Concept, CounterDefence, Defence, Effect, Element, Result, Truth
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import DERIVED, MissingFactsError
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.diagram import ALWAYS, NEVER, Diagrams, Node
from propertylaw.rulebook.expression import (
    OPPOSITES,
    Both,
    ClaimName,
    Compare,
    Constant,
    Either,
    Name,
    Normal,
    claims_in,
    names,
    normal,
    parse,
    truths,
)
from propertylaw.rulebook.expression import Literal as Sign

from .bench import Bench
from .program import TAKES, Part, effect_kind, touched
from .readings import agreed
from .truth import FALSE, OPEN, SILENT, TRUE, UNPROVED, Stands, code_of, judge, truth_of

Given = tuple[tuple[str, bool], ...]
"""Answers to points, in the order of the points."""

MOST_IN_A_TABLE = 3
"""A set of so many points is asked with the result for every answer; a larger one with the shortest ways alone."""


class Way(NamedTuple):
    """Answers that settle a claim, whatever else comes out."""

    given: Given
    result: Result


class OpenPoints:
    """The results of a claim as diagrams over what is open.

    Args:
        diagrams: where the results live.
        results: for each result, where it comes about.
        unanswerable: variables that stand for what cannot be answered with yes or no.
    """

    def __init__(
        self,
        diagrams: Diagrams,
        results: Mapping[Result, Node],
        unanswerable: frozenset[str] = frozenset(),
    ) -> None:
        self._diagrams, self.results = diagrams, results
        self._settled = {result: diagrams.whatever(node, unanswerable) for result, node in results.items()}

    @property
    def possible(self) -> frozenset[Result]:
        """All results that some combination of answers leaves possible."""
        return frozenset(result for result, node in self.results.items() if node != NEVER)

    @property
    def matter(self) -> tuple[str, ...]:
        """The points on which the result turns."""
        found = {name for node in self.results.values() for name in self._diagrams.matters(node)}
        return tuple(name for name in self._diagrams.names if name in found)

    @property
    def success_turns_on(self) -> frozenset[str]:
        """The points on which it turns whether the claim succeeds at all, now or later, in whole or in part."""
        won = self._diagrams.any(self.results[one] for one in (Result.SUPPORTED, Result.PARTLY_SUPPORTED))
        nodes = (won, self.results[Result.PREMATURE])
        return frozenset(name for node in nodes for name in self._diagrams.matters(node))

    def deciding(self) -> Iterator[tuple[tuple[str, ...], tuple[Way, ...]]]:
        """The smallest sets of points whose answers settle the claim, with the ways in which they do.

        Where few points settle it whatever the answers, these alone, with every combination of answers. Else for each
        result all the shortest ways to it, sorted by the points that they ask.
        """
        if len(self.possible) < 2:
            return
        complete = self._complete()
        if complete is not None and len(complete) <= MOST_IN_A_TABLE:
            yield complete, tuple(self._table(complete))
            return
        found: dict[tuple[str, ...], list[Way]] = {}
        for result, node in self._settled.items():
            for term in self._diagrams.shortest(node):
                given = tuple(sorted(term, key=lambda answer: self._diagrams.names.index(answer[0])))
                found.setdefault(tuple(name for name, _ in given), []).append(Way(given, result))
        for points in sorted(found, key=lambda ids: (len(ids), [self._diagrams.names.index(id) for id in ids])):
            yield points, tuple(sorted(found[points], key=lambda way: [not answer for _, answer in way.given]))

    def _complete(self) -> tuple[str, ...] | None:
        """The points that settle the claim whatever the answers, or None."""
        if self._diagrams.any(self._settled.values()) != ALWAYS:
            return None
        found = {name for node in self._settled.values() for name in self._diagrams.matters(node)}
        return tuple(name for name in self._diagrams.names if name in found)

    def _table(self, points: tuple[str, ...]) -> Iterator[Way]:
        for answers in product((True, False), repeat=len(points)):
            given = dict(zip(points, answers, strict=True))
            for result, node in self._settled.items():
                if self._diagrams.given(node, given) == ALWAYS:
                    yield Way(tuple(given.items()), result)


def open_points(part: Part, bench: Bench) -> OpenPoints:
    """The open points of a claim between the two parties of the bench."""
    return _Drawing(bench, proved=True).drawn(part)


def rests_on(part: Part, bench: Bench) -> dict[str, bool]:
    """Unproved facts whose proof would change a result that the burden of proof has decided, and whether the claim
    would not only bring more or less by it."""
    drawing = _Drawing(bench, proved=False)
    points = drawing.drawn(part)
    found: dict[str, bool] = {}
    for name in (name for name in points.matter if name.startswith("!")):
        for fact in drawing.facts_of(name):
            found[fact] = found.get(fact, False) or name in points.success_turns_on
    return found


class _Drawing:
    """Draws a claim, and those it refers to, as diagrams over what is open.

    With `proved`, what is unproved is decided by the burden of proof; else it is a point of its own, marked `!`.
    """

    def __init__(self, bench: Bench, *, proved: bool) -> None:
        self.diagrams, self.proved = Diagrams(), proved
        self._bench = bench
        self._unanswerable: set[str] = set()
        self._asked: dict[str, None] = {}
        self._facts: dict[str, tuple[str, ...]] = {}

    def facts_of(self, variable: str) -> tuple[str, ...]:
        """The facts that a marked variable speaks of."""
        return self._facts[variable]

    def drawn(self, part: Part) -> OpenPoints:
        """The results of a claim."""
        self._asked = dict.fromkeys(_points_of(part, self._bench))
        elements, kills, suspends, reduces = self._effects(part, self._bench)
        choose, inverse = self.diagrams.choose, self.diagrams.inverse
        stands = choose(kills, NEVER, elements)
        ripe = choose(suspends, NEVER, stands)
        results = {
            Result.SUPPORTED: choose(reduces, NEVER, ripe),
            Result.PARTLY_SUPPORTED: choose(reduces, ripe, NEVER),
            Result.PREMATURE: choose(suspends, stands, NEVER),
            Result.NOT_SUPPORTED: inverse(stands),
        }
        return OpenPoints(self.diagrams, results, frozenset(self._unanswerable))

    def _effects(self, part: Part, bench: Bench) -> tuple[Node, Node, Node, Node]:
        elements = self.diagrams.all(self._element(e, bench) for e in part.elements if not e.premature)
        found: dict[str, list[Node]] = {"K": [], "S": [], "R": [], "": []}
        found["S"] = [self.diagrams.inverse(self._element(e, bench)) for e in part.elements if e.premature]
        taken: dict[Effect | None, dict[str, Node]] = {effect: {} for effect in TAKES}
        for defence in part.defences:
            for effect, node in self._of_defence(defence, bench):
                found[effect_kind(effect)].append(node)
                for remedy in touched(defence, part) if effect in TAKES else ():
                    before = taken[effect].get(remedy.id, NEVER)
                    taken[effect][remedy.id] = self.diagrams.any((before, node))
        if any(taken.values()):
            reduced, gone = self._taken(part, bench, taken[Effect.DEFEATS], taken[Effect.FULFILS])
            found["R"].append(reduced)
            found["K"].append(gone)
        kills, suspends, reduces = (self.diagrams.any(found[kind]) for kind in ("K", "S", "R"))
        return elements, kills, suspends, reduces

    def _taken(
        self, part: Part, bench: Bench, defeated: Mapping[str, Node], fulfilled: Mapping[str, Node]
    ) -> tuple[Node, Node]:
        """Where defences that take single remedies leave less of what is asked for, and where they leave nothing."""
        choose, every, some = self.diagrams.choose, self.diagrams.all, self.diagrams.any
        asked = {one.id: self._node(one.when, "A", bench, wants=True) for one in part.remedies}
        taken = {id: some((defeated.get(id, NEVER), fulfilled.get(id, NEVER))) for id in asked}
        left = some(choose(taken[id], NEVER, node) for id, node in asked.items())
        gone = some(every((asked[id], node)) for id, node in taken.items())
        lost = (every((asked[id], choose(fulfilled.get(id, NEVER), NEVER, node))) for id, node in defeated.items())
        return some(lost), choose(left, NEVER, gone)

    def _of_defence(self, defence: Defence, bench: Bench) -> Iterator[tuple[Effect | None, Node]]:
        """What a defence does, and what it does where its counter-defence is given, each with its condition."""
        stands = self._with_concept(defence, "D", bench, wants=defence.proof == "respondent")
        given = self.diagrams.all((stands, self._node(defence.asked, "A", bench, wants=True)))
        counter = self._with_concept(defence.unless, "D", bench, wants=True) if defence.unless else NEVER
        yield defence.effect, self.diagrams.choose(counter, NEVER, given)
        if defence.unless:
            yield defence.unless.effect, self.diagrams.all((given, counter))

    def _element(self, element: Element, bench: Bench) -> Node:
        return self._with_concept(element, "E", bench, wants=element.proof == "claimant")

    def _with_concept(
        self, one: Element | Defence | CounterDefence, stands: Stands, bench: Bench, *, wants: bool
    ) -> Node:
        node = self._node(one.when, stands, bench, wants=wants)
        if one.concept is None or node == NEVER:
            return node
        lines = bench.rules.concepts[one.concept].bright_lines
        given, not_given = (
            self.diagrams.any(self._node(line.when, "L", bench, wants=True) for line in lines if line.holds is holds)
            for holds in (True, False)
        )
        agree = self.diagrams.choose(given, self.diagrams.inverse(not_given), not_given)
        if agree == ALWAYS:
            return self.diagrams.all((node, given))
        reading = self._reading(bench.rules.concepts[one.concept], bench)
        return self.diagrams.all((node, self.diagrams.choose(agree, given, reading)))

    def _reading(self, concept: Concept, bench: Bench) -> Node:
        """The reading chosen, or what is left where the facts rule out every reading to the contrary."""
        no_yes, no_no = (
            self.diagrams.all(
                self._normal(normal(parse(one.when), False), "R", bench, wants=True)
                for one in concept.readings
                if one.holds is holds
            )
            for holds in (True, False)
        )
        only_no = self.diagrams.choose(no_no, NEVER, no_yes)
        only_yes = self.diagrams.choose(no_yes, NEVER, no_no)
        chosen = self.diagrams.choose(only_yes, ALWAYS, self.diagrams.variable(concept.id))
        return self.diagrams.choose(only_no, NEVER, chosen)

    def _node(self, when: str, stands: Stands, bench: Bench, *, wants: bool) -> Node:
        return self._normal(normal(parse(when)), stands, bench, wants=wants)

    def _normal(self, condition: Normal, stands: Stands, bench: Bench, *, wants: bool) -> Node:
        match condition:
            case Both(parts):
                return self.diagrams.all(self._normal(part, stands, bench, wants=wants) for part in parts)
            case Either(parts):
                return self.diagrams.any(self._normal(part, stands, bench, wants=wants) for part in parts)
            case Sign(Constant(bool() as value), positive):
                return ALWAYS if value is positive else NEVER
            case Sign(Name() | Compare() as atom, positive):
                return self._atom(atom, positive, stands, bench, wants=wants)
            case Sign(ClaimName(id), positive):
                node = self._claim(id, bench)
                return node if positive else self.diagrams.inverse(node)
            case _:
                return NEVER

    def _atom(self, atom: Name | Compare, positive: bool, stands: Stands, bench: Bench, *, wants: bool) -> Node:
        if isinstance(atom, Name) and atom.id in self._asked:
            return self._signed(atom.id, positive)
        reads = [id for name in names(atom) for id in self._asked if _depends(name, id, bench)]
        if not reads:
            return self._coded(atom, positive, stands, bench, wants=wants)
        # Derived from an open point: under each answer to it.
        low, high = (
            self._atom(atom, positive, stands, bench.assuming({reads[0]: answer}), wants=wants)
            for answer in (False, True)
        )
        return self.diagrams.choose(self.diagrams.variable(reads[0]), high, low)

    def _coded(self, atom: Name | Compare, positive: bool, stands: Stands, bench: Bench, *, wants: bool) -> Node:
        """An atom as its facts stand."""
        code = code_of(atom, bench.standing)
        if code in (TRUE, FALSE):
            return ALWAYS if (code == TRUE) is positive else NEVER
        if stands == "R" and code == UNPROVED and self.proved:
            return NEVER if positive else ALWAYS
        if stands in ("L", "R") and (self.proved or code != UNPROVED):
            # A bright line is crossed only by what is known; nobody can say so of one that hangs on a day to look up.
            return self._measured("?", atom, positive) if _hangs_on_a_day(atom, bench) else NEVER
        if code == SILENT and stands in ("D", "A"):
            return NEVER
        if code == UNPROVED and stands == "A":
            return ALWAYS
        if code == UNPROVED:
            if self.proved:
                return NEVER if wants else ALWAYS
            return self._measured("!", atom, positive)
        return self._measured("?", atom, positive)

    def _measured(self, mark: str, atom: Name | Compare, positive: bool) -> Node:
        """A variable for an atom; a comparison and its opposite share one."""
        key: Name | Compare = atom
        if isinstance(atom, Compare) and atom.operator in OPPOSITES:
            key, positive = Compare(OPPOSITES[atom.operator], atom.left, atom.right), not positive
        variable = f"{mark}{key!r}"
        self._facts[variable] = tuple(dict.fromkeys(names(atom)))
        if mark == "?":
            self._unanswerable.add(variable)
        return self._signed(variable, positive)

    def _signed(self, name: str, positive: bool) -> Node:
        node = self.diagrams.variable(name)
        return node if positive else self.diagrams.inverse(node)

    def _claim(self, id: str, bench: Bench) -> Node:
        """Whether another claim succeeds."""
        found = bench.other(id)
        if found is None:
            self._unanswerable.add(f"?claim:{id}")
            return self.diagrams.variable(f"?claim:{id}")
        other, part = found
        elements, kills, suspends, _ = self._effects(part, other.inside(id))
        return self.diagrams.choose(self.diagrams.any((kills, suspends)), NEVER, elements)


def _points_of(part: Part, bench: Bench) -> Iterator[str]:
    """Facts to be answered with yes or no: unknown, or silent in an element or a concept that is open."""
    for element in part.elements:
        truth = judge(parse(element.when), bench.standing, "E", prover_wants=element.proof == "claimant")
        yield from _open_in(element.when, bench, silent=truth == OPEN)
        if element.concept and truth != FALSE:
            yield from _open_in_concept(element.concept, bench)
    gone = taken_for_sure(part, bench)
    for defence in part.defences:
        if defence.touches and gone[defence.id].issuperset(defence.touches):
            continue  # it takes what is gone already
        yield from _open_in(defence.when, bench, silent=False)
        yield from _open_in(defence.asked, bench, silent=False)
        truth = judge(parse(defence.when), bench.standing, "D", prover_wants=defence.proof == "respondent")
        if defence.concept and truth != FALSE:
            yield from _open_in_concept(defence.concept, bench)
        if defence.unless:
            yield from _open_in(defence.unless.when, bench, silent=False)
            counter = judge(parse(defence.unless.when), bench.standing, "D", prover_wants=True)
            if defence.unless.concept and counter != FALSE:
                yield from _open_in_concept(defence.unless.concept, bench)
    if any(defence.effect in TAKES for defence in part.defences):
        for remedy in part.remedies:
            yield from _open_in(remedy.when, bench, silent=False)


def taken_for_sure(part: Part, bench: Bench) -> Mapping[str, frozenset[str]]:
    """For each defence the remedies that are gone without it: others that nothing keeps open take them."""
    sure = {d.id: d.touches for d in part.defences if d.effect in TAKES and _stands(d, bench)}
    return {
        one.id: frozenset(id for other, touches in sure.items() if other != one.id for id in touches)
        for one in part.defences
    }


def _stands(defence: Defence, bench: Bench) -> bool:
    """Whether a defence is given, and nothing open would take it away."""
    given = judge(parse(defence.when), bench.standing, "D", prover_wants=defence.proof == "respondent")
    given &= judge(parse(defence.asked), bench.standing, "A", prover_wants=True)
    counter = judge(parse(defence.unless.when), bench.standing, "D", prover_wants=True) if defence.unless else FALSE
    if defence.unless and defence.unless.concept:
        counter &= agreed(bench.rules.concepts[defence.unless.concept], bench.standing)
    concept = agreed(bench.rules.concepts[defence.concept], bench.standing) if defence.concept else TRUE
    return given == TRUE and counter == FALSE and concept == TRUE


def _open_in_concept(id: str, bench: Bench) -> Iterator[str]:
    concept = bench.rules.concepts[id]
    crossed = [line for line in concept.bright_lines if truth_of(parse(line.when), bench.standing) is Truth.TRUE]
    undecided = len({line.holds for line in crossed}) != 1 and agreed(concept, bench.standing) == OPEN
    for when in concept.conditions:
        yield from _open_in(when, bench, silent=undecided)


def _open_in(when: str, bench: Bench, *, silent: bool) -> Iterator[str]:
    expression = parse(when)
    for name in truths(expression):
        definition = bench.rules.facts[name]
        if definition.type == "boolean" and not definition.calc and bench.facts.value(name) is None:
            gap = bench.facts.gap(name)
            if gap == OPEN or (gap == SILENT and silent):
                yield from _conditions_of(name, bench) or (name,)
    for id in claims_in(expression):
        found = bench.other(id)
        if found is not None:
            other, part = found
            yield from _points_of(part, other.inside(id))


def _hangs_on_a_day(atom: Name | Compare, bench: Bench) -> bool:
    """Whether it is a derived fact that lacks nothing but days."""
    definition = bench.rules.facts.get(atom.id) if isinstance(atom, Name) else None
    if definition is None or definition.calc is None or definition.default is not None:
        return False
    try:
        DERIVED[definition.calc](bench.facts)
    except MissingFactsError as missing:
        return all(bench.rules.facts[id].type == "date" for id in missing.facts)
    return False


def _depends(fact: str, point: str, bench: Bench) -> bool:
    """Whether a fact is derived from a point that is open on this bench."""
    read = point in reads(fact, bench.rules) or point in _conditions_of(fact, bench)
    return read and bench.facts.value(point) is None


def _conditions_of(fact: str, bench: Bench) -> tuple[str, ...]:
    """What has to be asked about a fact that a rule states whose conditions are open, or that another excludes."""
    known = bench.facts.known(fact)
    return known.turns_on if known.proof in ("conditional", "opposed") else ()


def reads(fact: str, rules: Rules) -> frozenset[str]:
    """The facts from which a fact is derived, or by which it is shown, all the way down."""
    found: set[str] = set()
    waiting = [fact]
    while waiting:
        new = _reads(waiting.pop(), rules) - found
        found |= new
        waiting += new
    return frozenset(found)


def _reads(fact: str, rules: Rules) -> frozenset[str]:
    """The same, of the fact alone."""
    known = rules.facts.get(fact)
    if known is None:
        return frozenset()
    read = words_in(DERIVED[known.calc]) & rules.facts.keys() if known.calc else frozenset()
    read |= {*known.follows_from, *known.follows_among_others, *known.follows_where_not}
    return read | {*known.refuted_by, *known.ruled_out_by, *known.ended_by, *known.told_as.values()}
