"""The expression language of the rules."""

from __future__ import annotations

import pytest

from propertylaw.errors import RuleError
from propertylaw.rulebook.expression import ClaimName, Compare, Junction, Name, Not, claims_in, names, parse


def test_and_or_not_and_comparison_are_read() -> None:
    expression = parse("contract and not (paid or months > 3)")
    assert isinstance(expression, Junction)
    assert list(names(expression)) == ["contract", "paid", "months"]


def test_a_claim_is_named_by_its_id() -> None:
    expression = parse("claim:fees.arrears and owner_in_arrears")
    assert list(claims_in(expression)) == ["fees.arrears"]
    assert list(names(expression)) == ["owner_in_arrears"]


def test_not_binds_closer_than_and() -> None:
    match parse("not a and b"):
        case Junction("and", (Not(Name("a")), Name("b"))):
            pass
        case other:
            pytest.fail(str(other))


def test_dates_and_texts_are_constants() -> None:
    match parse('since >= "2021-01-01"'):
        case Compare(">=", Name("since"), constant):
            assert str(constant.value) == "2021-01-01"  # type: ignore[union-attr]
        case other:
            pytest.fail(str(other))


@pytest.mark.parametrize(
    "text",
    [
        "a.b",
        "f(x)",
        "a[0]",
        "a if b else c",
        "lambda: 1",
        "a := 1",
        "a < b < c",
        "",
        "a and",
        "__import__('os')",
        "claim",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(RuleError):
        parse(text)


def test_a_claim_name_is_no_fact() -> None:
    assert parse("claim:torts.thrown_object") == ClaimName("torts.thrown_object")
