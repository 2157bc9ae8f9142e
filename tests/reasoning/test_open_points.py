"""What settles an open claim: exact, however many points are open."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from propertylaw.model import Result
from propertylaw.reasoning.open_points import OpenPoints
from propertylaw.rulebook.diagram import Diagrams, Node

YES, NO, PART = Result.SUPPORTED, Result.NOT_SUPPORTED, Result.PARTLY_SUPPORTED
Found = dict[tuple[str, ...], dict[tuple[tuple[str, bool], ...], Result]]


def found(points: OpenPoints) -> Found:
    return {ids: {way.given: way.result for way in ways} for ids, ways in points.deciding()}


def claim(diagrams: Diagrams, yes: Node, unanswerable: frozenset[str] = frozenset()) -> OpenPoints:
    return OpenPoints(diagrams, {YES: yes, NO: diagrams.inverse(yes)}, unanswerable)


def named(*names: str) -> tuple[Diagrams, list[Node]]:
    diagrams = Diagrams()
    return diagrams, [diagrams.variable(name) for name in names]


def test_one_answer_that_settles_the_claim_is_asked_alone() -> None:
    diagrams, (a, _) = named("a", "b")
    assert found(claim(diagrams, a)) == {("a",): {(("a", True),): YES, (("a", False),): NO}}


def test_where_only_two_answers_together_settle_it_both_are_asked_with_every_combination() -> None:
    diagrams, nodes = named("a", "b")
    ((ids, ways),) = found(claim(diagrams, diagrams.all(nodes))).items()
    assert ids == ("a", "b")
    assert {tuple(v for _, v in given): result for given, result in ways.items()} == {
        (True, True): YES,
        (True, False): NO,
        (False, True): NO,
        (False, False): NO,
    }


def test_an_answer_that_changes_nothing_is_not_asked() -> None:
    diagrams, (a, b) = named("a", "b")
    either = diagrams.any((diagrams.all((a, b)), diagrams.all((diagrams.inverse(a), b))))
    assert list(found(claim(diagrams, either))) == [("b",)]


def test_of_many_points_the_shortest_ways_to_each_result_are_told_and_none_is_dropped() -> None:
    names = [f"p{n:02}" for n in range(25)]
    diagrams, nodes = named(*names)
    told = found(claim(diagrams, diagrams.all(nodes)))
    for name in names:
        assert told[(name,)] == {((name, False),): NO}
    assert told[tuple(names)] == {tuple((name, True) for name in names): YES}
    assert len(told) == 26


def test_where_a_number_is_unknown_only_answers_that_settle_it_whatever_the_number_are_told() -> None:
    diagrams, (a, number) = named("a", "?number")
    points = claim(diagrams, diagrams.all((a, number)), frozenset({"?number"}))
    assert points.possible == {YES, NO}
    assert found(points) == {("a",): {(("a", False),): NO}}


def test_a_settled_claim_asks_nothing() -> None:
    diagrams, (a,) = named("a")
    assert found(claim(diagrams, diagrams.any((a, diagrams.inverse(a))))) == {}


NAMES = ("a", "b", "c", "d", "e")
TABLES = st.lists(st.sampled_from([YES, NO, PART]), min_size=32, max_size=32)


@settings(deadline=None, max_examples=40)
@given(TABLES)
def test_every_way_settles_and_no_shorter_one_does(table: list[Result]) -> None:
    results = dict(zip(product((True, False), repeat=5), table, strict=True))
    diagrams, nodes = named(*NAMES)
    drawn: dict[Result, list[Node]] = {YES: [], NO: [], PART: []}
    for answers, result in results.items():
        literals = (n if yes else diagrams.inverse(n) for n, yes in zip(nodes, answers, strict=True))
        drawn[result].append(diagrams.all(literals))
    points = OpenPoints(diagrams, {result: diagrams.any(terms) for result, terms in drawn.items()})
    for ids, ways in found(points).items():
        for given_answers, result in ways.items():
            assert {id for id, _ in given_answers} == set(ids)
            assert _settled(results, dict(given_answers)) == {result}
            if len(ids) > 3:
                for size in range(len(ids)):
                    assert not any(_settled(results, way) == {result} for way in _ways(size))


def _settled(results: dict[tuple[bool, ...], Result], given_answers: dict[str, bool]) -> set[Result]:
    return {
        result
        for answers, result in results.items()
        if all(answers[NAMES.index(name)] is value for name, value in given_answers.items())
    }


def _ways(size: int) -> list[dict[str, bool]]:
    return [
        dict(zip(chosen, values, strict=True))
        for chosen in combinations(NAMES, size)
        for values in product((True, False), repeat=size)
    ]
