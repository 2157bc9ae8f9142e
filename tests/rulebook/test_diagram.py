"""Decision diagrams give the answers that trying everything gives."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from propertylaw.rulebook.diagram import ALWAYS, NEVER, Diagrams, Node

NAMES = ("a", "b", "c", "d")
Formula = tuple[object, ...] | str
FORMULAS = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.one_of(st.tuples(st.just("not"), inner), st.tuples(st.sampled_from(["and", "or"]), inner, inner)),
    max_leaves=8,
)


def node(formula: object, diagrams: Diagrams) -> Node:
    if isinstance(formula, str):
        return diagrams.variable(formula)
    assert isinstance(formula, tuple)
    kind, *parts = formula
    inside = [node(part, diagrams) for part in parts]
    return (
        diagrams.inverse(inside[0])
        if kind == "not"
        else diagrams.all(inside)
        if kind == "and"
        else diagrams.any(inside)
    )


def truth(formula: object, values: dict[str, bool]) -> bool:
    if isinstance(formula, str):
        return values[formula]
    assert isinstance(formula, tuple)
    kind, *parts = formula
    inside = [truth(part, values) for part in parts]
    return not inside[0] if kind == "not" else all(inside) if kind == "and" else any(inside)


ALL = [dict(zip(NAMES, values, strict=True)) for values in product((True, False), repeat=len(NAMES))]


@given(FORMULAS)
def test_a_diagram_holds_where_its_formula_does(formula: object) -> None:
    diagrams = Diagrams()
    made = node(formula, diagrams)
    assert all(diagrams.given(made, values) == (ALWAYS if truth(formula, values) else NEVER) for values in ALL)


@given(FORMULAS)
def test_the_shortest_terms_are_those_that_trying_everything_finds(formula: object) -> None:
    diagrams = Diagrams()
    found = diagrams.shortest(node(formula, diagrams))
    assert found == _by_trying(formula)


def _by_trying(formula: object) -> frozenset[frozenset[tuple[str, bool]]]:
    for size in range(len(NAMES) + 1):
        terms = (
            frozenset(zip(chosen, values, strict=True))
            for chosen in combinations(NAMES, size)
            for values in product((True, False), repeat=size)
        )
        good = frozenset(
            term for term in terms if all(truth(formula, values) for values in ALL if term <= values.items())
        )
        if good:
            return good
    return frozenset()


@given(FORMULAS, st.sampled_from(NAMES))
def test_a_condition_that_holds_whatever_a_variable_is_does_not_turn_on_it(formula: object, name: str) -> None:
    diagrams = Diagrams()
    made = diagrams.whatever(node(formula, diagrams), frozenset({name}))
    assert name not in diagrams.matters(made)
    for values in ALL:
        both = all(truth(formula, {**values, name: value}) for value in (True, False))
        assert diagrams.given(made, values) == (ALWAYS if both else NEVER)


def test_what_changes_nothing_does_not_matter() -> None:
    diagrams = Diagrams()
    a, b = diagrams.variable("a"), diagrams.variable("b")
    assert diagrams.matters(diagrams.any((diagrams.all((a, b)), diagrams.all((a, diagrams.inverse(b)))))) == ("a",)
