"""Parts of a claim or concept that can never come into play: the conditions contradict themselves or each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from propertylaw.model import Capacity, Claim, Concept, Defence, Element, Remedy, Respondent
from propertylaw.rulebook.diagram import ALWAYS, NEVER, Diagrams, Node
from propertylaw.rulebook.expression import (
    OPPOSITES,
    ROLES,
    Both,
    ClaimName,
    Compare,
    Constant,
    Either,
    Expression,
    Literal,
    Name,
    Normal,
    normal,
    parse,
)

from .book import Book, Part, parts_of
from .faults import Fault, Place

Roles = tuple[str, str]
"""Roles of claimant and respondent."""


def unreachable(book: Book) -> Iterator[Fault]:
    """Elements, defences, capacities, remedies and bright lines that nothing can bring about."""
    for claim, place in book.own("claims"):
        yield from _claim(claim, place)
    for concept, place in book.own("concepts"):
        yield from _concept(concept, place)


def _claim(claim: Claim, place: Place) -> Iterator[Fault]:
    ways = [_Way(claim, head, roles) for head in claim.respondents for roles in product(claim.claimant, head.role)]
    if not any(way.elements for way in ways):
        yield Fault("RULE005", "全部要件不可能同时具备", place.at("elements"), "核对各要件的条件")
        return
    for part, inside in parts_of(claim, place):
        own = [way for way in ways if part in way.parts]
        if not any(way.reaches(part) for way in own):
            yield Fault("RULE005", f"{_KINDS[type(part)]}“{part.says}”的条件不可能具备", inside.at("when"), "核对条件")
        elif isinstance(part, Defence) and part.unless and not any(way.reaches_counter(part) for way in own):
            yield Fault("RULE005", f"例外“{part.unless.says}”不可能起作用", inside.at("unless", "when"), "核对条件")


_KINDS: dict[type, str] = {Element: "要件", Defence: "抗辩", Capacity: "责任方式", Remedy: "可得"}


class _Way:
    """A claim of one role against another."""

    def __init__(self, claim: Claim, head: Respondent, roles: Roles) -> None:
        self.diagrams, self.roles = Diagrams(), roles
        elements = (*claim.elements, *head.elements)
        self.elements = self.diagrams.all(self._holds(element.when) for element in elements)
        self.capacities = head.capacities
        self.parts: tuple[Part, ...] = (
            *elements,
            *claim.defences,
            *head.defences,
            *head.capacities,
            *claim.remedies,
            *head.remedies,
        )

    def reaches(self, part: Part) -> bool:
        """Whether the part can come into play while the claim's elements are given."""
        if isinstance(part, Capacity):
            earlier = [one for one in self.capacities[: self.capacities.index(part)] if one.where is None]
            taken = self.diagrams.any(self._holds(capacity.when) for capacity in earlier)
            return self._together(self._holds(part.when), self.diagrams.inverse(taken))
        return self._together(self._holds(part.when))

    def reaches_counter(self, defence: Defence) -> bool:
        """Whether the counter-defence can meet its defence."""
        assert defence.unless is not None
        return self._together(self._holds(defence.when), self._holds(defence.unless.when))

    def _together(self, *nodes: Node) -> bool:
        return self.diagrams.all((self.elements, *nodes)) != NEVER

    def _holds(self, when: str) -> Node:
        return node_of(normal(parse(when)), self.diagrams, self.roles)


def _concept(concept: Concept, place: Place) -> Iterator[Fault]:
    for index, line in enumerate(concept.bright_lines):
        # A role that only the claims know is taken as any.
        if node_of(normal(parse(line.when)), Diagrams(), None) == NEVER:
            at = place.at("bright_lines", index, "when")
            yield Fault("RULE005", f"情形“{line.says}”不可能出现", at, "核对条件")
    for index, reading in enumerate(concept.readings):
        if node_of(normal(parse(reading.when)), Diagrams(), None) == NEVER:
            at = place.at("readings", index, "when")
            yield Fault("RULE005", f"理解“{reading.says}”以不可能的情形为前提", at, "核对条件")


def node_of(expression: Normal, diagrams: Diagrams, roles: Roles | None) -> Node:
    """The diagram of a condition whose facts may be anything, between parties of these roles."""
    match expression:
        case Both(parts):
            return diagrams.all(node_of(part, diagrams, roles) for part in parts)
        case Either(parts):
            return diagrams.any(node_of(part, diagrams, roles) for part in parts)
        case Literal(atom, positive):
            node = _atom(atom, diagrams, roles)
            return node if positive else diagrams.inverse(node)


def _atom(atom: Expression, diagrams: Diagrams, roles: Roles | None) -> Node:
    match atom:
        case Constant(bool() as value):
            return ALWAYS if value else NEVER
        case Name(id):
            return diagrams.variable(id)
        case ClaimName(id):
            return diagrams.variable(f"claim:{id}")
        case Compare(sign, Name(id), Constant(value)) if roles and id in ROLES and sign in ("==", "!="):
            same = roles[ROLES.index(id)] == value
            return ALWAYS if same is (sign == "==") else NEVER
        case Compare(sign, left, right) if sign in OPPOSITES:
            return diagrams.inverse(diagrams.variable(repr(Compare(OPPOSITES[sign], left, right))))
        case _:
            return diagrams.variable(repr(atom))
