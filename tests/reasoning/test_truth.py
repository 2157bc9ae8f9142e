"""Three-valued evaluation and the burden of proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.model import FactValue, Truth
from propertylaw.reasoning.truth import FALSE, OPEN, SILENT, TRUE, UNPROVED, Code, judge, truth_of
from propertylaw.rulebook.expression import parse


@dataclass
class Facts:
    values: dict[str, FactValue]
    gaps: dict[str, Code] = field(default_factory=dict)
    ranges: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)

    def value(self, fact: str) -> FactValue | None:
        return self.values.get(fact)

    def gap(self, fact: str) -> Code:
        return self.gaps.get(fact, OPEN)

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        return self.ranges.get(fact)

    def claim(self, id: str) -> Code:
        return OPEN


@pytest.mark.parametrize(
    ("expression", "truth"),
    [
        ("yes and yes", Truth.TRUE),
        ("yes and no", Truth.FALSE),
        ("yes and open", Truth.UNKNOWN),
        ("no and open", Truth.FALSE),
        ("yes or open", Truth.TRUE),
        ("no or open", Truth.UNKNOWN),
        ("not open", Truth.UNKNOWN),
        ("five > 3", Truth.TRUE),
        ("five + 1 <= 5", Truth.FALSE),
        ("open > 3", Truth.UNKNOWN),
        ("five / zero > 1", Truth.UNKNOWN),
        ("claim:other", Truth.UNKNOWN),
    ],
)
def test_kleene(expression: str, truth: Truth) -> None:
    facts = Facts({"yes": True, "no": False, "five": Decimal(5), "zero": Decimal(0)})
    assert truth_of(parse(expression), facts) is truth


@pytest.mark.parametrize(
    ("expression", "wants", "truth"),
    [
        ("said", True, FALSE),
        ("not said", True, FALSE),
        ("said", False, TRUE),
        ("not said", False, TRUE),
        ("said or no", True, FALSE),
        ("amount > 0", True, FALSE),
    ],
)
def test_what_stays_unproved_counts_against_the_party_that_must_prove(
    expression: str, wants: bool, truth: Code
) -> None:
    facts = Facts({"no": False}, {"said": UNPROVED, "amount": UNPROVED})
    assert judge(parse(expression), facts, "E", prover_wants=wants) == truth
    assert truth_of(parse(expression), facts) is Truth.UNKNOWN


def test_what_nobody_knows_stays_open_whoever_must_prove() -> None:
    for wants in (True, False):
        assert judge(parse("open"), Facts({}), "E", prover_wants=wants) == OPEN


@pytest.mark.parametrize("expression", ["demand_made", "not demand_made", "amount > 0", "not amount > 0"])
def test_what_nobody_raised_is_open_in_an_element_and_does_not_count_in_a_defence(expression: str) -> None:
    facts = Facts({}, {"demand_made": SILENT, "amount": SILENT})
    assert judge(parse(expression), facts, "E", prover_wants=True) == OPEN
    assert judge(parse(expression), facts, "D", prover_wants=False) == FALSE


@pytest.mark.parametrize(
    ("expression", "truth"),
    [
        ("share > 0", Truth.TRUE),
        ("share > 0.5", Truth.FALSE),
        ("share >= 0.3", Truth.UNKNOWN),
        ("share == 0.5", Truth.FALSE),
        ("share != 0.3", Truth.UNKNOWN),
        ("share <= 0.4", Truth.TRUE),
    ],
)
def test_of_a_number_between_bounds_only_what_holds_at_both_is_said(expression: str, truth: Truth) -> None:
    facts = Facts({}, ranges={"share": (Decimal("0.2"), Decimal("0.4"))})
    assert truth_of(parse(expression), facts) is truth


NAMES = ("a", "b", "c")
EXPRESSIONS = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.one_of(
        inner.map(lambda e: f"not ({e})"),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda t: f"({t[0]}) {t[1]} ({t[2]})"),
    ),
    max_leaves=8,
)


@given(EXPRESSIONS, st.dictionaries(st.sampled_from(NAMES), st.booleans()), st.sampled_from(NAMES), st.booleans())
def test_a_settled_truth_never_flips_when_an_unknown_fact_becomes_known(
    expression: str, values: dict[str, bool], name: str, value: bool
) -> None:
    before = truth_of(parse(expression), Facts(dict(values)))
    after = truth_of(parse(expression), Facts({name: value, **values}))
    assert before is Truth.UNKNOWN or before is after
