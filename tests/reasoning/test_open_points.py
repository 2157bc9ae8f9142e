"""What settles an open claim: the smallest sets of answers, found by trying them all."""

from __future__ import annotations

from itertools import product

from propertylaw.model import Result
from propertylaw.reasoning.open_points import OpenPoints

YES, NO = Result.SUPPORTED, Result.NOT_SUPPORTED


def points(*names: str, result: object) -> OpenPoints:
    assert callable(result)
    answers = product((True, False), repeat=len(names))
    return OpenPoints(names, (), {given: frozenset({result(*given)}) for given in answers})


def test_one_answer_that_settles_the_claim_is_asked_alone() -> None:
    found = list(points("a", "b", result=lambda a, b: YES if a else NO).deciding())
    assert found == [(("a",), {(True,): YES, (False,): NO})]


def test_where_only_two_answers_together_settle_it_both_are_asked() -> None:
    found = list(points("a", "b", "c", result=lambda a, b, c: YES if a and b else NO).deciding())
    assert [ids for ids, _ in found] == [("a", "b")]
    assert found[0][1] == {(True, True): YES, (True, False): NO, (False, True): NO, (False, False): NO}


def test_an_answer_that_changes_nothing_is_not_asked() -> None:
    asked = {id for ids, _ in points("a", "b", result=lambda a, b: YES if b else NO).deciding() for id in ids}
    assert asked == {"b"}


def test_where_nothing_settles_it_whatever_the_answer_single_answers_that_may_are_asked() -> None:
    both = frozenset({YES, NO})
    open_unless_a = OpenPoints(("a",), (), {(True,): frozenset({YES}), (False,): both})
    assert list(open_unless_a.deciding()) == [(("a",), {(True,): YES})]
    assert open_unless_a.possible == both
