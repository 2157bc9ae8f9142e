"""What two people set off ends on both sides, to the smaller of the two debts; money counts once.

The fees are 2 × 100 × 14 months = 2,800; what the owner asks for is told in each test.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw.model import Analysis, ClaimFinding, Locator, Result, Truth
from propertylaw.reasoning import analyze
from propertylaw.reasoning.ledger import Debt, Range, taken_off
from propertylaw.reasoning.results_in_words import result_in_words
from propertylaw.report.analysis_page import analysis_text
from propertylaw.rulebook import rules
from propertylaw.rulebook.expression import names, parse
from propertylaw.rulebook.set_off import set_off_rule

FORM = """\
on: {on}
place: 湖北省武汉市
parties:
  - {{id: z, name: 周某, role: owner}}
  - {{id: y, name: 吴某, role: owner}}
  - {{id: w, name: 乙物业, role: service_provider}}
claims: [{claims}]
facts:
  - {{id: signed_contract, value: true}}
  - {{id: service_provided, value: true}}
  - {{id: fee_rate, value: 2}}
  - {{id: floor_area, of: [z, y], value: 100}}
  - {{id: unpaid_from, of: [z, y], value: 2025-05-01}}
  - {{id: unpaid_to, of: [z, y], value: 2026-06-30}}
  - {{id: setoff_notified, value: true, said_by: {by}}}
  - {{id: setoff_sum, value: {sum}, said_by: {by}}}
"""
ARREARS = "{by: w, against: [z], claim: fees.arrears}"
OF_BOTH = "{by: w, against: [z, y], claim: fees.arrears}"
CUT_OFF = "{by: z, against: [w], claim: fees.cutoff}"
REFUND = "{by: z, against: [w], claim: conduct.renovation_deposit}"
CUT = """\
  - {id: utilities_cut, value: true}
  - {id: cut_by_provider, value: true}
  - {id: cut_to_collect, value: true}
  - {id: cut_loss, of: z, value: 3400}
"""
DEPOSIT = """\
  - {id: renovation_deposit_sum, value: 3000}
  - {id: renovation_finished_date, value: 2025-07-20}
"""


def meant(claim: str, *, so: bool = True) -> str:
    return f"  - {{id: setoff_of_this_claim, value: {str(so).lower()}, claim: {claim}}}\n"


def analysed(folder: Path, *claims: str, facts: str, sum: int, by: str = "z", on: str = "2026-11-26") -> Analysis:
    file = folder / "案.yaml"
    file.write_text(FORM.format(on=on, claims=", ".join(claims), sum=sum, by=by) + facts, encoding="utf-8")
    return analyze(file)


def sums(analysis: Analysis) -> list[tuple[Decimal | None, Decimal] | None]:
    return [one.amount and (one.amount.low, one.amount.high) for one in analysis.claims]


def exactly(sum: str) -> tuple[Decimal, Decimal]:
    return Decimal(sum), Decimal(sum)


def doubts(analysis: Analysis) -> list[str]:
    return [one.message for one in analysis.diagnostics if one.code == "SUM005"]


def answer(finding: ClaimFinding) -> Truth | None:
    return next((one.truth for one in finding.defences if one.id == "setoff"), None)


def test_a_smaller_sum_comes_off_both_claims(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=CUT + meant("fees.cutoff"), sum=500)
    assert sums(found) == [exactly("2300"), exactly("2900")]
    assert [one.set_off for one in found.claims] == [
        "与“停水停电、限制进出等的责任”抵销 500.00 元",
        "与“支付拖欠的物业费”抵销 500.00 元",
    ]
    assert doubts(found) == []


def test_a_larger_debt_the_other_way_ends_the_smaller_and_the_rest_stays_owed(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, REFUND, facts=DEPOSIT + meant("conduct.renovation_deposit"), sum=3000)
    assert sums(found) == [exactly("0"), exactly("200")]
    assert found.claims[0].result is Result.SET_OFF


def test_no_more_comes_off_than_the_claim_the_other_way_brings(tmp_path: Path) -> None:
    facts = CUT.replace("3400", "1000") + meant("fees.cutoff")
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=facts, sum=5000)
    assert sums(found)[0] == exactly("1800")


def test_with_one_side_suing_alone_what_is_told_comes_off(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, facts="", sum=500)
    assert (sums(found), found.set_offs) == ([exactly("2300")], ())


def test_while_nobody_says_which_money_was_set_off_both_results_are_told_and_it_is_asked(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=CUT, sum=500)
    assert sums(found) == [exactly("2300"), (Decimal(2900), Decimal(3400))]
    assert ("fees.cutoff", ("setoff_of_this_claim",)) in [(one.claim, one.ids) for one in found.decisive]


def test_another_debt_than_the_one_asked_for_leaves_that_whole(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, REFUND, facts=DEPOSIT + meant("conduct.renovation_deposit", so=False), sum=500)
    assert sums(found) == [exactly("2300"), exactly("3000")]


def test_a_claim_that_is_open_leaves_it_open_what_comes_off_the_debt(tmp_path: Path) -> None:
    facts = CUT.replace("cut_by_provider, value: true", "cut_by_provider, value: null") + meant("fees.cutoff")
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=facts, sum=500)
    assert sums(found)[0] == (Decimal(2300), Decimal(2800))
    assert found.claims[0].result is Result.DEPENDS
    assert found.claims[0].set_off == "可能与“停水停电、限制进出等的责任”抵销，至多 500.00 元"


def test_a_claim_that_is_not_proved_takes_nothing_off_and_may_still_be_proved(tmp_path: Path) -> None:
    facts = CUT.replace("cut_by_provider, value: true", "cut_by_provider, value: true, said_by: z, denied_by: [w]")
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=facts + meant("fees.cutoff"), sum=500)
    assert sums(found)[0] == exactly("2800")
    assert not found.claims[0].settled
    assert "cut_by_provider" in {use.fact for use in found.claims[0].unproved}


def test_a_claim_out_of_time_sets_nothing_off(tmp_path: Path) -> None:
    facts = DEPOSIT + meant("conduct.renovation_deposit") + "  - {id: refund_known_date, value: 2025-07-20}\n"
    facts += "  - {id: limitation_raised, of: w, value: true, said_by: w}\n"
    found = analysed(tmp_path, ARREARS, REFUND, facts=facts, sum=3000, on="2028-11-26")
    assert [one.result for one in found.claims] == [Result.SUPPORTED, Result.NOT_SUPPORTED]
    assert answer(found.claims[0]) is Truth.FALSE


def test_a_debtor_who_pleads_limitation_and_sets_off_has_to_choose(tmp_path: Path) -> None:
    facts = CUT + meant("fees.cutoff") + "  - {id: limitation_raised, of: z, value: true, said_by: z}\n"
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=facts, sum=500, on="2029-11-26")
    assert [one.result for one in found.claims] == [Result.NOT_SUPPORTED, Result.SUPPORTED]
    (said,) = doubts(found)
    assert "时效抗辩" in said


def test_a_wrongdoer_sets_nothing_off_against_the_damages(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=CUT, sum=500, by="w")
    assert sums(found) == [exactly("2800"), exactly("3400")]
    assert found.set_offs == ()


def test_a_provider_sets_off_arrears_against_the_deposit(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, REFUND, facts=DEPOSIT + meant("fees.arrears"), sum=2800, by="w")
    assert sums(found) == [exactly("0"), exactly("200")]


def test_two_debts_set_off_against_one(tmp_path: Path) -> None:
    facts = CUT.replace("3400", "400") + DEPOSIT.replace("3000", "300")
    facts += meant("fees.cutoff") + meant("conduct.renovation_deposit")
    found = analysed(tmp_path, ARREARS, CUT_OFF, REFUND, facts=facts, sum=700)
    assert sums(found) == [exactly("2100"), exactly("0"), exactly("0")]
    assert doubts(found) == []


def test_how_much_of_each_of_two_is_open_until_it_is_told(tmp_path: Path) -> None:
    facts = CUT.replace("3400", "400") + DEPOSIT.replace("3000", "300")
    facts += meant("fees.cutoff") + meant("conduct.renovation_deposit")
    found = analysed(tmp_path, ARREARS, CUT_OFF, REFUND, facts=facts, sum=500)
    # of the 500 at least 200 and at most 400 are damages, the rest is the deposit
    assert sums(found) == [exactly("2300"), (Decimal(0), Decimal(200)), (Decimal(0), Decimal(200))]
    assert len(doubts(found)) == 1
    facts += "  - {id: setoff_sum, value: 300, claim: conduct.renovation_deposit, said_by: z}\n"
    facts += "  - {id: setoff_sum, value: 200, claim: fees.cutoff, said_by: z}\n"
    found = analysed(tmp_path, ARREARS, CUT_OFF, REFUND, facts=facts, sum=500)
    assert sums(found) == [exactly("2300"), exactly("200"), exactly("0")]
    assert doubts(found) == []


@pytest.mark.parametrize(("joint", "other"), [("true", "0"), ("false", "2800")])
def test_what_one_sets_off_frees_those_who_owe_jointly_and_nobody_else(tmp_path: Path, joint: str, other: str) -> None:
    facts = DEPOSIT + meant("conduct.renovation_deposit") + f"  - {{id: co_owned, of: [z, y], value: {joint}}}\n"
    found = analysed(tmp_path, OF_BOTH, REFUND, facts=facts, sum=3000)
    assert sums(found) == [exactly("0"), exactly(other), exactly("200")]
    basis = [at for one in found.claims[1].defences if one.id == "setoff" for at in one.basis]
    assert (Locator.parse("民法典/520/1") in basis) is (joint == "true")


PENALTY = """\
  - {id: fee_due_day, value: 10}
  - {id: late_fee_rate, value: 0.0005}
  - {id: late_fee_requested, value: true}
  - {id: setoff_notice_date, value: 2026-07-20}
"""


def test_a_penalty_runs_until_the_notice_arrives_and_is_set_off_with_the_debt(tmp_path: Path) -> None:
    # 14 months of 200; the first was 436 days late on 20 July 2026, the last 40: together 3,325 days × 0.1 = 332.50
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=CUT + PENALTY + meant("fees.cutoff"), sum=3400)
    assert sums(found) == [exactly("0"), exactly("267.50")]


def test_the_page_says_what_was_set_off_against_what_and_why(tmp_path: Path) -> None:
    page = analysis_text(analysed(tmp_path, ARREARS, CUT_OFF, facts=CUT + meant("fees.cutoff"), sum=500))
    section = page[page.index("\n抵销 ") :]
    assert "乙物业与周某互负的债务抵销，同等数额消灭（周某主张）" in section
    assert "乙物业对周某的“支付拖欠的物业费”减去 500.00 元" in section
    assert "《合同编通则解释》第五十五条" in section


def test_the_common_defence_speaks_of_facts_and_claims_that_there_are() -> None:
    rule, known = set_off_rule(), rules()
    assert rule.defence.unless is not None
    named = {*names(parse(rule.defence.when)), *names(parse(rule.defence.unless.when))}
    assert named <= set(known.facts)
    assert set(rule.apart) <= set(known.claims)
    assert rule.defence.concept in known.concepts


def test_whether_a_claim_that_fails_was_meant_is_asked_where_it_matters(tmp_path: Path) -> None:
    facts = CUT.replace("cut_by_provider, value: true", "cut_by_provider, value: false")
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=facts, sum=500)
    assert sums(found)[0] == (Decimal(2300), Decimal(2800))
    assert ("fees.cutoff", ("setoff_of_this_claim",)) in [(one.claim, one.ids) for one in found.decisive]
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=facts + meant("fees.cutoff", so=False), sum=500)
    assert sums(found)[0] == exactly("2300")
    assert "setoff_of_this_claim" not in [id for one in found.decisive for id in one.ids]


def test_a_sum_that_is_denied_is_decided_with_the_claim_for_it(tmp_path: Path) -> None:
    facts = DEPOSIT + meant("conduct.renovation_deposit")
    facts += "  - {id: setoff_debt_settled, value: true, evidence: [对账单]}\n"
    form = FORM.replace("value: {sum}, said_by: {by}", "value: {sum}, said_by: {by}, denied_by: [w]")
    file = tmp_path / "案.yaml"
    text = form.format(on="2026-11-26", claims=", ".join((ARREARS, REFUND)), sum=500, by="z") + facts
    file.write_text(text, encoding="utf-8")
    assert sums(analyze(file)) == [exactly("2300"), exactly("2500")]


def test_without_claims_in_the_form_what_is_only_tried_leaves_the_set_off_alone(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    form = FORM.format(on="2026-11-26", claims="", sum=500, by="z") + "  - {id: utilities_cut, value: true}\n"
    file.write_text(form, encoding="utf-8")
    (fees,) = [one for one in analyze(file).claims if (one.id, one.respondent) == ("fees.arrears", "z")]
    assert fees.amount is not None
    assert (fees.amount.low, fees.amount.high) == exactly("2300")


CUT_FOR_500 = CUT.replace("3400", "500") + "  - {id: cut_still_on, value: false}\n"
"""It is over: nothing but the sum is asked for."""


def test_a_claim_that_stood_and_was_set_off_wholly_did_not_fail(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=CUT_FOR_500 + meant("fees.cutoff"), sum=500)
    cut = found.claims[1]
    assert (cut.result, sums(found)[1]) == (Result.SET_OFF, exactly("0"))
    assert cut.remedies[-1].before_set_off is not None
    assert cut.remedies[-1].before_set_off.high == Decimal(500)
    assert [one.liable for one in found.parties] == ["partial", True]
    assert "成立的部分已全部抵销，不另付" in analysis_text(found)


def test_while_it_is_open_which_money_was_set_off_a_claim_that_stands_is_not_open(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, CUT_OFF, facts=CUT_FOR_500, sum=500)
    cut = found.claims[1]
    assert (cut.result, cut.at_least_partly) == (Result.DEPENDS, True)
    (asked,) = [one for one in found.decisive if one.claim == "fees.cutoff" and one.purpose == "result"]
    assert [one.result for one in asked.outcomes] == [Result.SET_OFF, Result.SUPPORTED]
    assert result_in_words(cut) == "成立，抵销以后还剩多少未定"


LATE_FEE = "{by: w, against: [z], claim: fees.late_fee}"
DUE = PENALTY.replace("late_fee_requested", "late_fee_claimed_apart")


def test_what_the_victim_sets_off_against_the_fees_is_not_set_off_against_the_penalty_again(tmp_path: Path) -> None:
    found = analysed(tmp_path, ARREARS, LATE_FEE, CUT_OFF, facts=CUT + DUE + meant("fees.cutoff"), sum=500)
    late = found.claims[1]
    assert late.set_off == ""
    assert [one.unless for one in late.defences if one.id == "setoff"] in ([], [None])
    # the ban on setting off concerns the wrongdoer
    assert not [at for one in late.defences for at in one.basis if str(at) == "合同编通则解释/57"]
    assert sums(found)[0] == exactly("2300")


def test_a_penalty_does_not_end_before_there_was_a_debt_to_set_off_with(tmp_path: Path) -> None:
    untold = DUE.replace("  - {id: setoff_notice_date, value: 2026-07-20}\n", "")
    facts = CUT + untold + meant("fees.cutoff") + "  - {id: act_date, value: 2026-07-20}\n"
    late = analysed(tmp_path, ARREARS, LATE_FEE, CUT_OFF, facts=facts, sum=2800).claims[1]
    # until 20 July 2026 3,325 days × 0.1; nothing of the fees is left after that, and nothing less before it
    assert late.amount is not None
    assert late.amount.low == Decimal("332.50")


def test_what_is_meant_goes_before_what_may_be() -> None:
    told, named, open_ = Range(Decimal(500), Decimal(500)), Truth.TRUE, Truth.UNKNOWN
    fees, late = Debt(Range(Decimal(400), Decimal(400)), named), Debt(Range(Decimal(90), Decimal(90)), open_)
    assert taken_off(told, named, [late], []) == (500, 500)
    assert taken_off(told, open_, [fees], []) == (100, 100)


@pytest.mark.parametrize(("second", "fees", "deposit"), [(700, "1600", "1800"), (3000, "0", "200")])
def test_the_sums_of_several_notices_come_off_both_sides_together(
    tmp_path: Path, second: int, fees: str, deposit: str
) -> None:
    # 500 and 700 of fees of 2,800 and a deposit of 3,000; 500 and 3,000: no more than the fees
    dated = f"  - {{id: setoff_sum, value: {second}, from: 2026-09-01, to: 2026-09-01, said_by: z}}\n"
    file = tmp_path / "案.yaml"
    form = FORM.format(on="2026-11-26", claims=f"{ARREARS}, {REFUND}", sum=500, by="z")
    form = form.replace("value: 500,", "value: 500, from: 2026-08-01, to: 2026-08-01,")
    file.write_text(form + dated + DEPOSIT + meant("conduct.renovation_deposit"), encoding="utf-8")
    assert sums(analyze(file)) == [exactly(fees), exactly(deposit)]


TWO_OWNERS = """\
  - {id: setoff_debt_settled, value: true, said_by: w, evidence: [对账单]}
"""
OF_THE_OTHER = "{by: w, against: [y], claim: fees.arrears}"
REFUND_OF_THE_OTHER = "{by: y, against: [w], claim: conduct.renovation_deposit}"


def test_what_is_set_off_against_one_owner_takes_nothing_off_what_another_owes(tmp_path: Path) -> None:
    found = analysed(tmp_path, REFUND, OF_THE_OTHER, facts=DEPOSIT + TWO_OWNERS, sum=900, by="w")
    assert sums(found) == [exactly("2100"), exactly("2800")]
    assert answer(found.claims[1]) is None
    assert doubts(found) == []


@pytest.mark.parametrize(
    ("line", "of_each"), [("towards: [z]", ["2100", "3000"]), ("admitted_by: [y]", ["3000", "2100"])]
)
def test_with_whom_of_two_who_claim_is_told_by_the_form(tmp_path: Path, line: str, of_each: list[str]) -> None:
    form = FORM.replace("value: {sum}, said_by: {by}", f"value: {{sum}}, said_by: {{by}}, {line}")
    claims = ", ".join((REFUND, REFUND_OF_THE_OTHER))
    file = tmp_path / "案.yaml"
    file.write_text(form.format(on="2026-11-26", claims=claims, sum=900, by="w") + DEPOSIT, encoding="utf-8")
    found = analyze(file)
    assert sums(found) == [exactly(one) for one in of_each]
    assert doubts(found) == []


def test_while_it_is_open_with_whom_it_is_open_for_each_and_the_form_is_told_what_to_write(tmp_path: Path) -> None:
    found = analysed(tmp_path, REFUND, REFUND_OF_THE_OTHER, facts=DEPOSIT, sum=900, by="w")
    assert sums(found) == [(Decimal(2100), Decimal(3000))] * 2
    assert not any(one.settled for one in found.claims)
    (said,) = [one for one in found.diagnostics if one.code == "SUM005"]
    assert "同谁抵" in said.message
    assert said.advice is not None and "towards: [z]" in said.advice


def test_what_each_of_two_owners_sets_off_counts_for_himself(tmp_path: Path) -> None:
    facts = "  - {id: setoff_notified, value: true, said_by: y}\n  - {id: setoff_sum, value: 300, said_by: y}\n"
    found = analysed(tmp_path, OF_BOTH, facts=facts, sum=500)
    assert sums(found) == [exactly("2300"), exactly("2500")]


BANNED = "  - {id: setoff_excluded, value: true, said_by: w, admitted_by: [z]}\n"
STANDARD = "  - {{id: setoff_exclusion_standard, value: {so}, evidence: [合同文本]}}\n"


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        (BANNED, (Decimal(2300), Decimal(2800))),
        (BANNED + STANDARD.format(so="true"), exactly("2300")),
        (BANNED + STANDARD.format(so="false"), exactly("2800")),
    ],
)
def test_what_was_agreed_not_to_be_set_off_is_not_unless_a_standard_term_says_so(
    tmp_path: Path, facts: str, left: tuple[Decimal, Decimal]
) -> None:
    found = analysed(tmp_path, ARREARS, facts=facts, sum=500)
    assert sums(found) == [left]
    asked = [id for one in found.decisive for id in one.ids]
    assert ("setoff_exclusion_standard" in asked) is ("setoff_exclusion_standard" not in facts)
    basis = {at for one in found.claims[0].defences if one.id == "setoff" for at in one.basis}
    assert ("民法典/568/1" in map(str, basis)) is ("value: true, evidence" not in facts)
    assert "民法典/497/1/3" in map(str, basis)


def test_a_ban_on_the_owners_is_none_on_the_provider(tmp_path: Path) -> None:
    found = analysed(tmp_path, REFUND, ARREARS, facts=DEPOSIT + BANNED + meant("fees.arrears"), sum=2800, by="w")
    assert sums(found) == [exactly("200"), exactly("0")]


@pytest.mark.parametrize(
    "words", ["业主不得以其对乙方享有的任何债权抵销物业服务费。", "业主可以用到期债权抵销物业服务费。"]
)
def test_the_contract_itself_says_that_nothing_may_be_set_off(tmp_path: Path, words: str) -> None:
    (tmp_path / "合同.md").write_text(f"# 物业服务合同\n\n第一条 {words}\n", encoding="utf-8")
    form = FORM.format(on="2026-11-26", claims=ARREARS, sum=500, by="z").replace(
        "parties:", "documents: [合同.md]\nparties:"
    )
    (tmp_path / "案.yaml").write_text(form, encoding="utf-8")
    (fees,) = sums(analyze(tmp_path / "案.yaml"))
    assert fees == ((Decimal(2300), Decimal(2800)) if "不得" in words else exactly("2300"))


UNLAWFUL = "{by: z, against: [w], claim: fees.refund_unlawful}"
OVERPAID = """\
  - {id: charge_collected, value: true}
  - {id: rate_raised_unilaterally, value: true}
  - {id: overcharge_paid, value: 500}
  - {id: act_date, claim: fees.refund_unlawful, value: 2025-02-20}
"""


def test_one_debt_is_not_set_off_twice_against_two_claims_of_one_owner(tmp_path: Path) -> None:
    facts = DEPOSIT + OVERPAID
    found = analysed(tmp_path, REFUND, UNLAWFUL, facts=facts, sum=900, by="w")
    # of the 900 the 500 take at most their own sum, so that at least 400 are left for the deposit
    assert sums(found) == [(Decimal(2100), Decimal(2600)), (Decimal(0), Decimal(500))]
    assert [one.claim for one in found.decisive if one.ids == ("setoff_of_this_claim",)] != []
    assert len(doubts(found)) == 1
    one = analysed(tmp_path, REFUND, UNLAWFUL, facts=facts + meant("conduct.renovation_deposit"), sum=900, by="w")
    assert (sums(one), doubts(one)) == ([exactly("2100"), exactly("500")], [])
    one = analysed(tmp_path, REFUND, UNLAWFUL, facts=facts + meant("fees.refund_unlawful"), sum=900, by="w")
    assert sums(one)[1] == exactly("0")


def test_of_two_debts_that_the_notice_names_the_one_that_fell_due_first_goes_first(tmp_path: Path) -> None:
    facts = DEPOSIT + OVERPAID + meant("conduct.renovation_deposit") + meant("fees.refund_unlawful")
    found = analysed(tmp_path, REFUND, UNLAWFUL, facts=facts, sum=900, by="w")
    # paid on 20 February 2025, before the works were done: 500, and 400 of the deposit
    assert sums(found) == [exactly("2600"), exactly("0")]
    assert Locator.parse("民法典/560") in found.set_offs[0].basis
    assert "按到期先后抵：“退还违规收取的费用”（2025-02-20）、“退还装修押金”（2025-07-20）" in found.set_offs[0].order
    assert "按到期先后抵" in "".join(analysis_text(found).split())
