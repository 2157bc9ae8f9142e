"""A price raised without a vote: what is owed is the price of the contract, once, whatever is disputed."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from propertylaw.model import ClaimFinding, Result
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

CONTRACT = """# 桂园小区物业服务合同

甲方：桂园小区业主委员会
乙方：桂州安居物业服务有限公司

第一条 住宅物业服务费按建筑面积每平方米每月1.5元收取。

第二条 收费标准的调整，应当经业主大会依法决定。
"""
FORM = """\
on: 2025-06-30
place: 江苏省南通市
documents: [合同.md]
parties:
  - {id: a, name: 甲物业, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims: [{by: a, against: [b], claim: fees.arrears, sum: %s}]
facts:
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: floor_area, of: b, value: 100}
  - {id: unpaid_from, of: b, value: 2024-01-01}
  - {id: unpaid_to, of: b, value: 2024-12-31}
"""
OWED = Decimal("1800.00")  # 1.5 x 100 x 12; 2400 at 2 yuan


def finding(folder: Path, *facts: str, asked: int = 2400) -> ClaimFinding:
    (folder / "合同.md").write_text(CONTRACT, encoding="utf-8")
    lines = "".join(f"  - {fact}\n" for fact in facts if fact)
    (folder / "案.yaml").write_text(FORM % asked + lines, encoding="utf-8")
    return analyze(folder / "案.yaml").claims[0]


PRICE = "{id: fee_rate, of: b, value: 2, said_by: a%s}"
DENIED, SHOWN = ", denied_by: [b]", ", evidence: [收费通知]"
PRICES = ["", PRICE % "", PRICE % DENIED, PRICE % SHOWN, PRICE % (SHOWN + DENIED), PRICE % ", from: 2024-01-01"]
RAISED = "{id: rate_raised_unilaterally, value: true, said_by: b%s}"
GROUNDS = [
    (RAISED % ", admitted_by: [a]", ""),
    (RAISED % ", denied_by: [a]", "{id: price_decided_by_owners, value: false, admitted_by: [a]}"),
    ("", "{id: price_decided_by_owners, value: false}"),
    ("", "{id: price_decided_by_owners, value: true, said_by: a, denied_by: [b]}"),
]
LAWFUL = ["", "{id: lawful_rate, value: 1.5}", "{id: lawful_rate, value: 1.5, said_by: b, denied_by: [a]}"]


@pytest.mark.parametrize("price", PRICES)
@pytest.mark.parametrize(("raised", "voted"), GROUNDS)
def test_the_price_of_the_contract_counts_once(price: str, raised: str, voted: str, tmp_path: Path) -> None:
    for lawful in LAWFUL:
        found = finding(tmp_path, price, raised, voted, lawful)
        assert found.amount is not None
        assert (found.amount.low, found.amount.high) == (OWED, OWED), lawful
        assert found.result is Result.PARTLY_SUPPORTED


@pytest.mark.parametrize("price", [price for price in PRICES if DENIED in price or not price])
def test_a_price_that_is_denied_yields_to_the_contract_without_a_word_on_a_raise(price: str, tmp_path: Path) -> None:
    found = finding(tmp_path, price)
    assert found.amount is not None
    assert found.amount.high == OWED


def test_who_asks_for_the_price_of_the_contract_succeeds_though_a_raise_is_told(tmp_path: Path) -> None:
    found = finding(tmp_path, RAISED % ", admitted_by: [a]", asked=1800)
    assert found.result is Result.SUPPORTED
    assert found.amount is not None
    assert [step.says for step in found.remedies[0].money.steps if step.amount and step.amount < 0] == []  # type: ignore[union-attr]


AGREED = ["price_decided_by_owners", "owner_signed_new_rate", "price_changed_by_court", "guide_price_adjusted"]


@pytest.mark.parametrize("agreed", [*AGREED, "agreed_price_formula"])
def test_a_price_that_was_changed_by_law_counts(agreed: str, tmp_path: Path) -> None:
    shown = f"{{id: {agreed}, value: true, said_by: a, evidence: [决定]}}"
    found = finding(tmp_path, PRICE % "", RAISED % "", shown)
    assert found.result is Result.SUPPORTED
    assert found.amount is not None
    assert found.amount.high == Decimal("2400.00")


@pytest.mark.parametrize(("from_", "raised"), list(product(["2024-07-01", "2024-10-01"], [True, False])))
def test_a_price_for_some_of_the_months_is_cut_for_these_alone(from_: str, raised: bool, tmp_path: Path) -> None:
    price = f"{{id: fee_rate, of: b, value: 2, said_by: a, from: {from_}}}"
    found = finding(tmp_path, price, RAISED % ", admitted_by: [a]" if raised else "")
    months = 6 if from_ == "2024-07-01" else 3
    assert found.amount is not None
    assert found.amount.high == OWED + (0 if raised else 50 * months)


ANNOUNCED = "{id: decision_made, value: true}"
SHORT = "{id: threshold_missed, value: true, said_by: b, evidence: [统计]}"
KNOWN = "{id: decision_known_date, value: 2023-12-05}"


def test_a_raise_by_a_vote_that_falls_short_lies_between_both_prices_until_it_is_revoked(tmp_path: Path) -> None:
    told = (PRICE % "", RAISED % ", admitted_by: [a]", ANNOUNCED, SHORT, KNOWN)
    found = finding(tmp_path, *told)
    assert found.result is Result.DEPENDS
    assert found.amount is not None
    assert (found.amount.low, found.amount.high) == (OWED, Decimal("2400.00"))
    assert finding(tmp_path, *told, "{id: revocation_suit_date, value: 2024-12-05}").result is Result.DEPENDS
    found = finding(tmp_path, *told, "{id: decision_gone, value: true}")
    assert found.amount is not None
    assert (found.result, found.amount.high) == (Result.PARTLY_SUPPORTED, OWED)


def test_the_last_day_for_having_the_raise_revoked_stands_beside_what_is_open(tmp_path: Path) -> None:
    finding(tmp_path, PRICE % "", RAISED % ", admitted_by: [a]", ANNOUNCED, SHORT, KNOWN)
    (concept,) = analyze(tmp_path / "案.yaml").open_concepts
    assert concept.id == "raised_price"
    assert any("2024-12-05 届满" in figure.says for figure in concept.figures)
    assert [one.id for one in concept.readings] == ["old_price", "unrevoked"]


def test_a_decision_on_another_matter_says_nothing_of_the_price(tmp_path: Path) -> None:
    dismissal = ("{id: decision_date, value: 2023-12-01}", "{id: vote_on_provider, value: true}", SHORT)
    found = finding(tmp_path, PRICE % "", RAISED % ", admitted_by: [a]", *dismissal)
    assert found.amount is not None
    assert (found.result, found.amount.high) == (Result.PARTLY_SUPPORTED, OWED)


def test_who_charges_more_than_the_contract_says_is_asked_for_the_vote_where_nobody_speaks_of_it(
    tmp_path: Path,
) -> None:
    found = finding(tmp_path, PRICE % "", "{id: lawful_rate, value: 1.5}")
    assert found.result is Result.DEPENDS
    asked = [question.ids for question in analyze(tmp_path / "案.yaml").decisive]
    assert ("price_decided_by_owners",) in asked


def test_whether_the_owner_has_paid_the_new_price_for_long_is_asked_and_leaves_it_open(tmp_path: Path) -> None:
    told = (PRICE % "", RAISED % ", admitted_by: [a]")
    assert finding(tmp_path, *told).result is Result.PARTLY_SUPPORTED
    assert ("paid_new_rate_long",) in [question.ids for question in analyze(tmp_path / "案.yaml").decisive]
    paid = "{id: paid_new_rate_long, of: b, value: true, said_by: a, evidence: [台账]}"
    assert finding(tmp_path, *told, paid).result is Result.DEPENDS


RAISE = """\
on: 2026-11-26
place: 江苏省南通市
parties:
  - {id: j, name: 甲物业, role: service_provider}
  - {id: wu, name: 吴某, role: owner}
  - {id: qin, name: 秦某, role: owner}
claims:
  - {by: wu, against: [j], claim: fees.raise}
  - {by: qin, against: [j], claim: fees.raise}
  - {by: j, against: [wu], claim: fees.arrears}
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: fee_raised, value: true}
  - {id: lawful_rate, value: 1.2}
  - {id: fee_rate, of: wu, value: 1.5}
  - {id: floor_area, of: wu, value: 100}
  - {id: unpaid_from, of: wu, value: 2025-04-01}
  - {id: unpaid_to, of: wu, value: 2026-03-31}
  - {id: decision_made, value: true}
  - {id: decision_date, value: 2025-03-16}
  - {id: vote_on_price, value: true}
  - {id: no_meeting_held, value: true}
  - {id: revocation_suit_date, value: 2026-05-12}
"""
COUNTED_SHORT = RAISE.replace("no_meeting_held", "threshold_missed")


def of_both_sides(folder: Path, *facts: str) -> dict[tuple[str, str], ClaimFinding]:
    (folder / "案.yaml").write_text(RAISE + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return {(one.claimant, one.respondent): one for one in analyze(folder / "案.yaml").claims}


def test_that_the_year_is_over_is_for_the_provider_to_prove_whoever_of_the_two_claims(tmp_path: Path) -> None:
    found = of_both_sides(tmp_path, "{id: decision_known_date, of: wu, value: 2025-03-20, said_by: j, denied_by: [wu]}")
    raised, owed = found["wu", "j"], found["j", "wu"]
    assert raised.result is Result.SUPPORTED
    assert (owed.result, owed.amount.high if owed.amount else 0) == (Result.PARTLY_SUPPORTED, 1440)
    for one in (raised, owed):
        assert {(use.fact, use.provers) for use in one.unproved} == {("decision_known_date", ("j",))}


def test_a_reading_whose_supposition_is_not_proved_is_left_out_and_told_so(tmp_path: Path) -> None:
    of_both_sides(tmp_path, "{id: decision_known_date, of: wu, value: 2025-03-20, said_by: j, denied_by: [wu]}")
    page = analysis_text(analyze(tmp_path / "案.yaml"))
    assert "它要求的事实还没有证明" in page.replace("\n", "").replace(" ", "")


def test_the_day_on_which_one_owner_learned_of_a_decision_is_not_another_s(tmp_path: Path) -> None:
    told = "{id: decision_known_date, value: 2025-09-01, said_by: qin, admitted_by: [j]}"
    found = of_both_sides(tmp_path, told)
    assert found["qin", "j"].result is Result.SUPPORTED
    assert found["wu", "j"].result is Result.DEPENDS
    assert found["j", "wu"].result is Result.DEPENDS


@pytest.mark.parametrize("side", ["", ", said_by: j"])
def test_a_day_that_no_owner_tells_of_himself_counts_for_all_and_the_page_says_so(side: str, tmp_path: Path) -> None:
    found = of_both_sides(tmp_path, f"{{id: decision_known_date, value: 2025-09-01{side}}}")
    assert {one.result for one in found.values()} == {Result.SUPPORTED, Result.PARTLY_SUPPORTED}
    told = [one.message for one in analyze(tmp_path / "案.yaml").diagnostics if one.code == "FCT002"]
    assert any("业主知道决定的日期" in message for message in told)


def test_an_owner_who_claims_nothing_by_it_speaks_of_himself_alone_too(tmp_path: Path) -> None:
    alone = RAISE.replace("  - {by: qin, against: [j], claim: fees.raise}\n", "")
    told = "  - {id: decision_known_date, value: 2025-09-01, said_by: qin}\n"
    (tmp_path / "案.yaml").write_text(alone + told, encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    assert {one.result for one in analysis.claims} == {Result.DEPENDS}
    assert "FCT008" in [one.code for one in analysis.diagnostics]


REFUND = """\
  - {id: charge_collected, value: true}
  - {id: overcharge_paid, value: 30}
  - {id: rate_raised_unilaterally, value: true, said_by: wu, evidence: [收费通知]}
"""
THE_DAY = "{id: decision_known_date, of: wu, value: %s}"
OF_THE_DAY = [
    "",
    THE_DAY % "2025-03-20",
    THE_DAY % "2025-09-01",
    THE_DAY % "2025-03-20, said_by: j, denied_by: [wu]",
    THE_DAY % "2025-03-20, said_by: j, denied_by: [wu], evidence: [送达回证]",
]
BESIDE = [
    "",
    "{id: decision_gone, value: true}",
    "{id: paid_new_rate_long, of: wu, value: true, said_by: j, evidence: [台账]}",
    "{id: owner_signed_new_rate, of: wu, value: true, evidence: [同意书]}",
    "{id: above_guide_price, value: true, evidence: [价格文件]}",
]


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("day", OF_THE_DAY)
@pytest.mark.parametrize("raised", [RAISE, COUNTED_SHORT])
def test_a_raised_price_binds_alike_in_every_claim_that_asks_for_it(
    raised: str, day: str, beside: str, tmp_path: Path
) -> None:
    form = raised.replace(
        "{by: qin, against: [j], claim: fees.raise}", "{by: wu, against: [j], claim: fees.refund_unlawful}"
    )
    told = "".join(f"  - {fact}\n" for fact in (day, beside) if fact)
    (tmp_path / "案.yaml").write_text(form + REFUND + told, encoding="utf-8")
    found = {one.id: one for one in analyze(tmp_path / "案.yaml").claims}
    owed = found["fees.arrears"].amount
    assert owed is not None
    old, new = Decimal(1440), Decimal(1800)
    by_sum = {
        (old, old): Result.SUPPORTED,
        (old, new): Result.DEPENDS,
        (new, new): Result.NOT_SUPPORTED,
    }
    assert found["fees.raise"].result is found["fees.refund_unlawful"].result is by_sum[owed.low, owed.high]  # type: ignore[index]


@pytest.mark.parametrize("day", ["", *OF_THE_DAY])
def test_a_vote_that_falls_short_hangs_on_its_revocation_whether_suit_was_brought_or_not(
    day: str, tmp_path: Path
) -> None:
    for form in (COUNTED_SHORT, COUNTED_SHORT.replace("  - {id: revocation_suit_date, value: 2026-05-12}\n", "")):
        (tmp_path / "案.yaml").write_text(form + (f"  - {day}\n" if day else ""), encoding="utf-8")
        analysis = analyze(tmp_path / "案.yaml")
        assert {one.result for one in analysis.claims} == {Result.DEPENDS}
        assert {one.id for one in analysis.open_concepts} == {"short_price_decision", "raised_price"}


SUPPLEMENT = """# 补充协议

甲方：桂园小区业主委员会
乙方：桂州安居物业服务有限公司

一、自2023年7月1日起，物业服务费调整为每月每平方米2元。
"""
"""Signed by the chairman of the committee and the provider; nobody voted."""


def of_papers(folder: Path, contract: str, papers: dict[str, str], *facts: str) -> ClaimFinding:
    """The arrears where the documents are the contract and these papers, and the form names no price."""
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "合同.md").write_text(contract, encoding="utf-8")
    form = FORM.replace("[合同.md]", f"[{', '.join(['合同.md', *papers])}]") % 2400
    (folder / "案.yaml").write_text(form + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(folder / "案.yaml").claims[0]


@pytest.mark.parametrize("price", ["", PRICE % "", PRICE % DENIED])
@pytest.mark.parametrize(("raised", "voted"), GROUNDS)
@pytest.mark.parametrize("apart", [True, False])
def test_a_supplement_that_nobody_voted_on_is_not_measured_by_itself(
    apart: bool, raised: str, voted: str, price: str, tmp_path: Path
) -> None:
    told = [one for one in (price, raised, voted) if one]
    papers = {"补充协议.md": SUPPLEMENT} if apart else {}
    found = of_papers(tmp_path, CONTRACT if apart else f"{CONTRACT}\n{SUPPLEMENT}", papers, *told)
    assert found.amount is not None
    assert (found.result, found.amount.high) == (Result.PARTLY_SUPPORTED, OWED)


def test_of_several_supplements_the_last_agreed_before_the_disputed_one_counts(tmp_path: Path) -> None:
    papers = {
        "第一次补充.md": SUPPLEMENT.replace("2023年7月1日", "2022年7月1日").replace("2元", "1.6元"),
        "第二次补充.md": SUPPLEMENT,
    }
    found = of_papers(tmp_path, CONTRACT, papers, RAISED % ", admitted_by: [a]")
    assert found.amount is not None
    assert found.amount.high == Decimal("1920.00")  # 1.6 x 100 x 12


def test_what_the_contract_itself_lets_rise_is_agreed_and_the_page_says_why_nothing_is_taken_off(
    tmp_path: Path,
) -> None:
    rising = CONTRACT.replace("1.5元收取。", "1.5元收取，自2023年7月1日起每平方米每月2元。")
    found = of_papers(tmp_path, rising, {}, RAISED % ", admitted_by: [a]")
    assert found.amount is not None
    assert found.amount.high == Decimal("2400.00")
    assert any("没有可减" in step.says for step in found.remedies[0].money.steps)  # type: ignore[union-attr]


def test_a_supplement_counts_where_the_owners_decided_or_nobody_speaks_of_a_raise(tmp_path: Path) -> None:
    decided = "{id: price_decided_by_owners, value: true, said_by: a, evidence: [决定]}"
    for told in ((), (decided,), (RAISED % "", decided)):
        found = of_papers(tmp_path, CONTRACT, {"补充协议.md": SUPPLEMENT}, *told)
        assert found.amount is not None
        assert (found.result, found.amount.high) == (Result.SUPPORTED, Decimal("2400.00"))
