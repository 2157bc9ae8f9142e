"""Three-valued evaluation and the burden of proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.model import FactValue, Truth
from propertylaw.reasoning.truth import Gap, judge, truth_of
from propertylaw.rulebook.expression import parse


@dataclass
class Facts:
    values: dict[str, FactValue]
    gaps: dict[str, Gap] = field(default_factory=dict)

    def value(self, fact: str) -> FactValue | None:
        return self.values.get(fact)

    def why_open(self, fact: str) -> Gap:
        return self.gaps.get(fact, "unknown")

    def claim_holds(self, claim: str) -> bool | None:
        return None


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
        ("said", True, Truth.FALSE),
        ("not said", True, Truth.FALSE),
        ("said", False, Truth.TRUE),
        ("said or no", True, Truth.FALSE),
        ("amount > 0", True, Truth.FALSE),
    ],
)
def test_what_stays_unproved_counts_against_the_party_that_must_prove(
    expression: str, wants: bool, truth: Truth
) -> None:
    facts = Facts({"no": False}, {"said": "unproved", "amount": "unproved"})
    judgement = judge(parse(expression), facts, prover_wants=wants)
    assert judgement.truth is truth
    assert judgement.by_burden


def test_what_nobody_knows_stays_open_whoever_must_prove() -> None:
    judgement = judge(parse("open"), Facts({}), prover_wants=True)
    assert judgement.truth is Truth.UNKNOWN
    assert not judgement.by_burden


def test_a_defence_that_nobody_raised_does_not_count_even_where_the_claimant_must_prove() -> None:
    facts = Facts({}, {"demand_made": "unraised"})
    assert judge(parse("not demand_made"), facts, prover_wants=False).truth is Truth.FALSE


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
