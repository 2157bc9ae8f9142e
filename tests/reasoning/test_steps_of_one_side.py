"""A plea, a suit or a demand counts for the claims of the side that took it, where both sides claim from each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.model import Analysis, ClaimFinding, Effect, Truth
from propertylaw.reasoning import analyze

FORM = """\
on: 2026-11-20
place: 江苏省南通市
parties:
  - {id: a, name: 甲物业, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims:
  - {by: a, against: [b], claim: fees.arrears}
BACK
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: fee_rate, of: b, value: 1.5}
  - {id: floor_area, of: b, value: 100}
  - {id: fee_due_day, value: 10}
  - {id: unpaid_from, of: b, value: 2022-01-01}
  - {id: unpaid_to, of: b, value: 2022-12-31}
  - {id: service_defect, value: true}
  - {id: service_stopped, value: true}
  - {id: defect_period_fees, value: 1000}
  - {id: reduction_share, value: 0.3}
  - {id: refund_known_date, value: 2022-12-31}
"""
BACK = "  - {by: b, against: [a], claim: fees.defective_service}"
PLEA = "{id: limitation_raised, value: true, said_by: %s}"


def both(folder: Path, *facts: str, back: str = BACK) -> Analysis:
    file = folder / "案.yaml"
    file.write_text(FORM.replace("BACK", back) + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(file)


def barred(finding: ClaimFinding) -> Truth | None:
    """Whether the defence that everything is out of time is given; None where nobody is told to have raised it."""
    return next((d.truth for d in finding.defences if d.effect is Effect.BARS), None)


@pytest.mark.parametrize(("by", "expected"), [("a", (None, Truth.TRUE)), ("b", (Truth.TRUE, None))])
def test_only_the_debtor_of_a_claim_pleads_limitation(
    by: str, expected: tuple[Truth | None, Truth | None], tmp_path: Path
) -> None:
    fees, refund = both(tmp_path, PLEA % by).claims
    assert (barred(fees), barred(refund)) == expected
    fees, refund = both(tmp_path, f"{{id: limitation_raised, of: {by}, value: true}}").claims
    assert (barred(fees), barred(refund)) == expected


PLEAS = (PLEA % "a", PLEA % "b")


def test_only_the_creditors_own_suit_interrupts(tmp_path: Path) -> None:
    suit = "{id: suit_date, value: 2025-06-01, said_by: %s, evidence: [立案材料]}"
    fees, refund = both(tmp_path, *PLEAS, suit % "a").claims
    assert (barred(fees), barred(refund)) == (Truth.FALSE, Truth.TRUE)
    fees, refund = both(tmp_path, *PLEAS, suit % "b").claims
    assert (barred(fees), barred(refund)) == (Truth.TRUE, Truth.FALSE)


def test_an_acknowledgement_told_by_the_creditor_is_the_debtors(tmp_path: Path) -> None:
    promise = "{id: acknowledged_date, value: 2024-06-01, said_by: a, evidence: [还款计划]}"
    fees, refund = both(tmp_path, *PLEAS, promise).claims
    assert (barred(fees), barred(refund)) == (Truth.FALSE, Truth.TRUE)


@pytest.mark.parametrize(
    "fact", ["{id: limitation_raised, value: true}", "{id: suit_date, value: 2025-06-01, evidence: [立案材料]}"]
)
def test_a_step_of_nobody_is_asked_about_where_both_claim(fact: str, tmp_path: Path) -> None:
    pleas = PLEAS if "suit" in fact else ()
    analysis = both(tmp_path, *pleas, fact)
    assert [barred(finding) for finding in analysis.claims] == [Truth.UNKNOWN, Truth.UNKNOWN]
    id = fact[5:].split(",", maxsplit=1)[0]
    assert {q.respondent for q in analysis.decisive if id in q.ids} == {"a", "b"}
    assert any(found.code == "FCT001" for found in analysis.diagnostics)


def test_where_one_side_claims_a_step_without_a_name_is_clear(tmp_path: Path) -> None:
    (fees,) = both(tmp_path, "{id: limitation_raised, value: true}", back="").claims
    assert barred(fees) is Truth.TRUE


def test_a_plea_of_one_of_several_debtors_is_his_alone(tmp_path: Path) -> None:
    several = FORM.replace("BACK", "").replace("against: [b]", "against: [b, c]")
    several = several.replace("claims:", "  - {id: c, name: 徐妻, role: owner}\nclaims:")
    other = "  - {id: floor_area, of: c, value: 100}\n  - {id: fee_rate, of: c, value: 1.5}\n"
    other += "  - {id: unpaid_from, of: c, value: 2022-01-01}\n  - {id: unpaid_to, of: c, value: 2022-12-31}\n"
    file = tmp_path / "案.yaml"
    file.write_text(f"{several}{other}  - {PLEA % 'c'}\n", encoding="utf-8")
    found = {finding.respondent: barred(finding) for finding in analyze(file).claims}
    assert found == {"b": None, "c": Truth.TRUE}


def test_a_step_put_down_to_the_wrong_side_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="改为 of: b"):
        both(tmp_path, "{id: limitation_raised, of: a, value: true}", back="")
