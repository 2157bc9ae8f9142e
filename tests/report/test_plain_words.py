"""What a page says is read without help: silence, derived things, negations, sums and days in plain words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from worked_cases import BOOK

from propertylaw.model import Analysis, Concept, Dispute, FactUse, Result, Truth
from propertylaw.reasoning import analyze
from propertylaw.reasoning.facts_in_words import fact_in_words, told_facts, value_in_words
from propertylaw.reasoning.sums_in_words import money_in_words
from propertylaw.reasoning.who_proves import burdens
from propertylaw.report.analysis_files import analysis_html
from propertylaw.report.analysis_page import analysis_text
from propertylaw.rulebook.calculations.sums import exactly
from propertylaw.rulebook.expression import names, parse

PARTIES = [
    {"id": "w", "name": "安和物业", "role": "service_provider"},
    {"id": "z", "name": "周某", "role": "owner"},
    {"id": "j", "name": "城管局", "role": "urban_management"},
]
ARREARS = {"by": "w", "against": ["z"], "claim": "fees.arrears"}
OWED = [
    {"id": "signed_contract", "value": True},
    {"id": "service_provided", "value": True},
    {"id": "demand_made", "value": True},
    {"id": "floor_area", "of": "z", "value": Decimal(100)},
    {"id": "fee_rate", "value": Decimal(2)},
    {"id": "unpaid_from", "of": "z", "value": date(2024, 1, 1)},
    {"id": "unpaid_to", "of": "z", "value": date(2024, 12, 31)},
]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page so wide that no cell of its table is broken."""
    monkeypatch.setenv("COLUMNS", "110")


def analysed(claim: dict[str, Any], *facts: dict[str, Any], on: date = date(2025, 6, 30)) -> Analysis:
    form = {"on": on, "place": "江西省南昌市", "parties": PARTIES, "claims": [claim], "facts": facts}
    return analyze(Dispute.model_validate(form))


def page_of(analysis: Analysis) -> str:
    return "".join(analysis_text(analysis).split())


def use(**told: Any) -> FactUse:
    return FactUse.model_validate({"fact": "x", "title": "房屋空置", **told})


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (None, "房屋空置：没有人提到"),
        (Truth.UNKNOWN, "房屋空置：没有人提到，要先问清"),
        (Truth.FALSE, "房屋空置：没有人提到，不能据此认定"),
    ],
)
def test_silence_looks_like_silence_and_says_what_follows(part: Truth | None, words: str) -> None:
    assert fact_in_words(use(value=None, proof="silent"), {}, part) == words


def test_what_counts_though_nobody_spoke_of_it_is_told_as_such() -> None:
    assert fact_in_words(use(value=False, proof="silent"), {}) == "房屋空置：没有人提到，按“否”看"
    said = use(value=False, proof="silent", says="房屋没有空置")
    assert fact_in_words(said, {}) == "房屋空置：没有人提到，按“房屋没有空置”看"


def test_what_is_not_known_has_no_value_beside_how_it_stands() -> None:
    assert fact_in_words(use(value=None, proof="unproved"), {}) == "房屋空置：有争议，没有证据"
    assert fact_in_words(use(value=None, proof="underived"), {}) == "房屋空置：还得不出，要看的事实没有填全"


def test_a_derived_thing_is_a_sentence_and_a_step_of_the_rules_alone_is_not_told() -> None:
    assert BOOK.facts["cut_over"].in_words(False) == "停供、限制还没有都结束"
    said = use(value=False, proof="derived", says=BOOK.facts["cut_over"].in_words(False))
    assert fact_in_words(said, {}) == "停供、限制还没有都结束（由所填的得出）"
    inner = use(title="票数足以算清是否通过", value=True, proof="derived", inner=True, evidence=("同意的占 73%",))
    assert fact_in_words(inner, {}) == "同意的占 73%"
    assert {"votes_counted", "arguable_grounds"} <= {id for id, fact in BOOK.facts.items() if fact.inner}


def test_a_remark_of_the_library_beside_a_fact_is_not_in_the_brackets_of_who_admits_it() -> None:
    told = {"id": "signed_contract", "value": True, "said_by": "w", "admitted_by": ["z"]}
    over = {"id": "agreed_term_end", "value": date(2023, 12, 31)}
    analysis = analysed(ARREARS, told, *OWED[1:], over)
    words = [fact_in_words(one, analysis.names) for part in analysis.claims[0].elements for one in told_facts(part)]
    (said,) = [one for one in words if one.startswith(BOOK.facts["signed_contract"].title)]
    assert "是（对方承认）。注意：约定的期限 2023-12-31 已满" in said


def test_whoever_has_to_prove_that_something_is_not_so_is_told_it_positively() -> None:
    concept: Concept | None
    without = set()
    for claim in BOOK.claims.values():
        for part in (*claim.elements, *claim.defences):
            concept = BOOK.concepts[part.concept] if part.concept else None
            for id in names(parse(part.when)):
                fact = BOOK.facts.get(id)
                if fact is None or fact.type != "boolean" or fact.calc:
                    continue
                negated = any(not one.so for one in burdens(part, concept, id))
                if negated and not fact.in_words(False):
                    without.add(id)
    assert without == set()


def test_sums_have_two_decimals_and_thousands_apart() -> None:
    assert value_in_words(Decimal("12825"), "CNY") == "12,825.00 元"
    assert value_in_words(Decimal("1282.5"), "CNY") == "1,282.50 元"
    assert money_in_words(exactly(Decimal("2016.9"))) == "2,016.90 元"
    page = page_of(analysed({**ARREARS, "sum": Decimal("2400.5")}, *OWED))
    assert "2,400.00元（请求2,400.50元）" in page


def test_a_claim_that_is_open_and_brings_no_money_names_no_sum() -> None:
    claim = {"by": "z", "against": ["w"], "claim": "conduct.provider_must_act"}
    analysis = analysed(claim, {"id": "own_use_affected", "of": "z", "value": True})
    assert analysis.claims[0].result is Result.DEPENDS
    assert "若成立，0" not in page_of(analysis)


def test_a_claim_that_comes_too_early_says_from_when_it_may_come() -> None:
    due = [{"id": "fee_due_day", "value": 31}, {"id": "fee_due_month", "value": 1}]
    due.append({"id": "fee_period_months", "value": 12})
    analysis = analysed(ARREARS, *OWED, *due, on=date(2024, 1, 5))
    (finding,) = analysis.claims
    assert finding.result is Result.PREMATURE
    assert "2024-01-31到期，过了这一天才可以请求" in page_of(analysis)


def test_a_claim_that_needs_a_review_first_says_until_when_that_can_be_had() -> None:
    claim = {"by": "z", "against": ["j"], "claim": "public.report_not_acted"}
    facts = [
        {"id": "own_right_at_stake", "of": "z", "value": True},
        {"id": "reported_to_body", "value": True},
        {"id": "report_matter", "value": "illegal_building"},
        {"id": "report_date", "value": date(2025, 3, 20)},
    ]
    assert "行政复议不迟于 2025-07-18" in analysis_html(analysed(claim, *facts))


def test_what_counts_as_not_so_until_figures_are_told_is_not_told_as_missing() -> None:
    # The ballots would tell that the vote fell short, and would tell that it did not; nobody speaks of ballots.
    owner = {"by": "z", "against": ["w"], "claim": "handover.refusal"}
    page = page_of(analysed(owner, {"id": "agreed_term_end", "value": date(2024, 12, 31)}))
    assert "约定的期限" in page
    assert "的表决没有达到法定比例" not in page
