"""A sum that is told between bounds: what follows from it is reckoned at both, as it is with shares."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.facts_in_words import fact_in_words

LEAK = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: shi, name: 施某, role: owner}
  - {id: fan, name: 范某, role: owner}
claims: [{by: shi, against: [fan], claim: neighbours.leak, SUM}]
facts:
  - {id: flat_flooded, value: true}
  - {id: leak_from_their_part, of: fan, value: true}
  - {id: act_date, value: 2025-03-01}
"""
NINE_TO_TWELVE = "{id: damage_amount, min: 9000, max: 12000, said_by: shi, evidence: [两份报价]}"


def leak(folder: Path, *facts: str, asked: int | None = None) -> Analysis:
    text = LEAK.replace(", SUM", f", sum: {asked}" if asked else "") + "".join(f"  - {fact}\n" for fact in facts)
    (folder / "案.yaml").write_text(text, encoding="utf-8")
    return analyze(folder / "案.yaml")


def bounds(analysis: Analysis) -> tuple[Decimal | None, Decimal]:
    (claim,) = analysis.claims
    assert claim.amount is not None
    return claim.amount.low, claim.amount.high


def test_a_loss_between_bounds_gives_a_sum_between_them(tmp_path: Path) -> None:
    assert bounds(leak(tmp_path, NINE_TO_TWELVE)) == (9000, 12000)


def test_the_page_says_the_range_and_how_it_is_proved(tmp_path: Path) -> None:
    analysis = leak(tmp_path, NINE_TO_TWELVE, "{id: limitation_raised, of: fan, value: true}")
    uses = (use for defence in analysis.claims[0].defences for use in defence.facts)
    (told,) = {fact_in_words(use, analysis.names) for use in uses if use.fact == "damage_amount"}
    assert told == "损害金额：9,000.00 元 至 12,000.00 元（有证据：两份报价）"


NINE = "{id: damage_amount, value: 9000, said_by: fan, denied_by: [shi], evidence: [维修报价]}"
TWELVE = "{id: damage_amount, value: 12000, said_by: shi, denied_by: [fan], evidence: [鉴定意见]}"


def test_of_two_numbers_that_either_side_proves_the_sum_lies_between(tmp_path: Path) -> None:
    found = leak(tmp_path, NINE, TWELVE, asked=12000)
    assert bounds(found) == (9000, 12000)
    assert (found.claims[0].result, found.claims[0].at_least_partly) == (Result.SUPPORTED, True)


def test_a_number_without_evidence_is_no_rival_of_one_that_is_proved(tmp_path: Path) -> None:
    alone = NINE.replace(", evidence: [维修报价]", "")
    assert bounds(leak(tmp_path, alone, TWELVE, asked=12000)) == (12000, 12000)


def test_the_page_says_that_the_evidence_of_the_two_contradicts(tmp_path: Path) -> None:
    (claim,) = leak(tmp_path, NINE, TWELVE, asked=12000).claims
    said = [step.says for remedy in claim.remedies if remedy.money for step in remedy.money.steps]
    assert any("“损害金额”双方的证据相反" in one for one in said)


@pytest.mark.parametrize(
    ("asked", "result", "in_part"),
    [
        (8000, Result.SUPPORTED, False),
        (12000, Result.SUPPORTED, True),
        (20000, Result.PARTLY_SUPPORTED, False),
    ],
)
def test_the_headline_goes_by_what_the_range_may_bring_of_the_sum_asked_for(
    asked: int, result: Result, in_part: bool, tmp_path: Path
) -> None:
    (claim,) = leak(tmp_path, NINE_TO_TWELVE, asked=asked).claims
    assert (claim.result, claim.at_least_partly) == (result, in_part)


def test_a_share_of_a_loss_between_bounds_is_taken_off_each_of_them(tmp_path: Path) -> None:
    own = ("{id: victim_at_fault, value: true}", "{id: victim_fault_share, value: 0.2}")
    assert bounds(leak(tmp_path, NINE_TO_TWELVE, *own)) == (Decimal(7200), Decimal(9600))


def test_of_two_parts_with_times_of_their_own_one_may_be_exact(tmp_path: Path) -> None:
    parts = (
        "{id: damage_amount, value: 1000, from: 2025-03-01, to: 2025-03-31}",
        "{id: damage_amount, min: 500, max: 800, from: 2025-04-01, to: 2025-04-30}",
    )
    assert bounds(leak(tmp_path, *parts)) == (1500, 1800)


IN_MARCH, IN_APRIL = "from: 2025-03-01, to: 2025-03-31", "from: 2025-04-01, to: 2025-04-30"
MARCH = f"{{id: damage_amount, value: 1000, {IN_MARCH}, said_by: shi, admitted_by: [fan]}}"
APRIL_AS_FAN_SAYS = f"{{id: damage_amount, value: 500, {IN_APRIL}, said_by: fan, denied_by: [shi], evidence: [报价]}}"
APRIL_AS_SHI_SAYS = f"{{id: damage_amount, value: 800, {IN_APRIL}, said_by: shi, denied_by: [fan], evidence: [鉴定]}}"


def test_of_one_time_that_either_side_proves_otherwise_the_part_lies_between(tmp_path: Path) -> None:
    assert bounds(leak(tmp_path, APRIL_AS_FAN_SAYS, APRIL_AS_SHI_SAYS)) == (500, 800)


def test_what_is_agreed_of_another_time_does_not_hide_it(tmp_path: Path) -> None:
    assert bounds(leak(tmp_path, MARCH, APRIL_AS_FAN_SAYS, APRIL_AS_SHI_SAYS)) == (1500, 1800)


def test_two_times_that_either_side_proves_otherwise_are_taken_at_their_least_and_at_their_most(tmp_path: Path) -> None:
    march = [one.replace(IN_APRIL, IN_MARCH) for one in (APRIL_AS_FAN_SAYS, APRIL_AS_SHI_SAYS)]
    assert bounds(leak(tmp_path, *march, APRIL_AS_FAN_SAYS, APRIL_AS_SHI_SAYS)) == (1000, 1600)


def test_what_is_said_of_one_time_alone_is_to_be_proved_of_that_time(tmp_path: Path) -> None:
    analysis = leak(tmp_path, MARCH, APRIL_AS_SHI_SAYS.replace(", evidence: [鉴定]", ""))
    assert [use.title for use in analysis.claims[0].unproved] == ["损害金额（2025-04-01 至 2025-04-30，800.00 元）"]


def test_a_range_that_is_denied_and_not_proved_is_still_to_be_proved(tmp_path: Path) -> None:
    analysis = leak(tmp_path, "{id: damage_amount, min: 1, max: 2, said_by: shi, denied_by: [fan]}", asked=5)
    assert [use.fact for use in analysis.claims[0].unproved] == ["damage_amount"]


def test_a_number_told_between_bounds_is_not_asked_again(tmp_path: Path) -> None:
    analysis = leak(tmp_path, NINE_TO_TWELVE)
    assert "damage_amount" not in {id for one in analysis.decisive for id in one.ids}


@given(st.integers(1, 50_000), st.integers(0, 50_000))
def test_the_sum_of_any_number_within_lies_between_the_sums_of_the_bounds(low: int, more: int) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        told = f"{{id: damage_amount, min: {low}, max: {low + more}}}"
        inner = f"{{id: damage_amount, value: {low + more // 2}}}"
        least, most = bounds(leak(Path(name), told))
        exact = bounds(leak(Path(name), inner))[1]
    assert least is not None
    assert least <= exact <= most
