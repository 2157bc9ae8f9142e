"""The sum asked for: nobody is given more, and who asks for more than he can get succeeds in part."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.errors import PropertyLawError
from propertylaw.model import ClaimFinding, Money, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.asked import within
from propertylaw.reasoning.results_in_words import result_in_words
from propertylaw.reasoning.sums_in_words import more_in_words

FORM = """\
on: 2025-06-30
place: 江苏省南京市
parties: [{id: a, name: 尹某, role: owner}, {id: b, name: 物业公司, role: service_provider}]
claims: [{by: a, against: [b], claim: torts.trees, sum: %s}]
facts:
  - {id: act_date, value: 2025-05-02, said_by: a}
  - {id: tree_harm, value: true, said_by: a}
  - {id: harm_suffered, value: true, said_by: a}
  - {id: damage_amount, value: 8000, unit: CNY, said_by: a, evidence: [维修单]}
  - {id: owns_or_manages_tree, of: b, value: true, said_by: a}
"""


def finding(folder: Path, asked: str) -> ClaimFinding:
    file = folder / "纠纷.yaml"
    file.write_text(FORM % asked, encoding="utf-8")
    return analyze(file).claims[0]


def test_who_asks_for_more_than_the_damage_succeeds_in_part(tmp_path: Path) -> None:
    found = finding(tmp_path, "20000")

    assert found.result is Result.PARTLY_SUPPORTED
    assert found.amount is not None
    assert found.amount.high == 8000


def test_who_asks_for_the_damage_succeeds(tmp_path: Path) -> None:
    assert finding(tmp_path, "8000").result is Result.SUPPORTED


def test_nobody_is_given_more_than_he_asks_for(tmp_path: Path) -> None:
    found = finding(tmp_path, "5000")

    assert found.result is Result.SUPPORTED
    assert found.amount is not None
    assert (found.amount.low, found.amount.high) == (5000, 5000)
    assert found.amount.steps[-1].says == "不超过请求的数额"


@pytest.mark.parametrize("asked", ["0", "-5", "两万"])
def test_a_senseless_sum_is_told(tmp_path: Path, asked: str) -> None:
    with pytest.raises(PropertyLawError, match="第 1 项请求的 sum：应"):
        finding(tmp_path, asked)


@given(
    asked=st.decimals(1, 10**6, places=2),
    low=st.none() | st.decimals(0, 10**6, places=2),
    more=st.decimals(0, 10**6, places=2),
)
def test_the_sum_stays_within_what_is_asked(asked: Decimal, low: Decimal | None, more: Decimal) -> None:
    amount = Money(low=low, high=(low or Decimal(0)) + more)

    left = within(asked, amount)

    assert left is not None
    assert left.high == min(amount.high, asked)
    assert left.low is None or left.low <= left.high


GATE = """\
on: 2025-06-10
place: 江苏省南京市
parties: [{id: z, name: 郑某, role: owner}, {id: w, name: 物业公司, role: service_provider}]
claims: [{by: z, against: [w], claim: persons.face_recognition%s}]
facts:
  - {id: face_gate, of: w, value: true}
  - {id: face_only, of: w, value: true}
  - {id: refuses_face, of: z, value: true}
  - {id: person_loss, of: z, value: 0}
  - {id: serious_mental_harm, of: z, value: %s}
"""


def at_the_gate(folder: Path, asked: str, grave: str) -> ClaimFinding:
    file = folder / "门禁.yaml"
    file.write_text(GATE % (asked, grave), encoding="utf-8")
    return analyze(file).claims[0]


def test_who_gets_an_order_and_nothing_of_the_sum_succeeds_in_part(tmp_path: Path) -> None:
    found = at_the_gate(tmp_path, ", sum: 5000", "false")

    assert found.result is Result.PARTLY_SUPPORTED
    assert found.amount is not None
    assert (found.amount.low, found.amount.high) == (0, 0)


def test_who_asks_for_the_order_alone_succeeds(tmp_path: Path) -> None:
    found = at_the_gate(tmp_path, "", "false")

    assert found.result is Result.SUPPORTED
    assert found.amount is None


def test_what_the_court_assesses_is_not_naught(tmp_path: Path) -> None:
    found = at_the_gate(tmp_path, ", sum: 5000", "true")

    assert found.amount is None
    assert (found.result, found.at_least_partly) == (Result.SUPPORTED, True)
    assert more_in_words(found) == "“赔偿精神损害”多少未定"


def test_harm_of_which_nobody_spoke_leaves_open_what_goes_beyond_the_rest(tmp_path: Path) -> None:
    found = at_the_gate(tmp_path, ", sum: 5000", "unknown")

    # the order is had; whether any of the money is had is open
    assert (found.result, found.at_least_partly) == (Result.DEPENDS, True)
    assert more_in_words(found) == "“赔偿精神损害”多少未定"
    assert "以“严重的精神损害”为条件，未定" in found.remedies[-1].says


DEPOSIT = """\
on: 2026-11-26
place: 江苏省南京市
parties: [{id: g, name: 顾某, role: owner}, {id: h, name: 物业公司, role: service_provider}]
claims: [{by: g, against: [h], claim: conduct.renovation_deposit%s}]
facts:
  - {id: renovation_deposit_sum, value: 3000}
  - {id: renovation_finished_date, value: 2024-07-20}
  - {id: refund_interest_requested, value: %s}
"""


@pytest.mark.parametrize(
    ("asked", "interest", "words"),
    [
        (", sum: 3300", "true", "请求成立，全部还是部分未定"),
        (", sum: 3300", "false", "请求部分成立"),
        (", sum: 3000", "true", "请求成立"),
        ("", "true", "请求成立"),
    ],
)
def test_interest_that_is_not_reckoned_is_not_naught(tmp_path: Path, asked: str, interest: str, words: str) -> None:
    file = tmp_path / "押金.yaml"
    file.write_text(DEPOSIT % (asked, interest), encoding="utf-8")
    found = analyze(file).claims[0]

    assert result_in_words(found) == words
    known = found.amount or found.reckoned
    assert known is not None
    assert (known.high, "还缺" in more_in_words(found)) == (3000, interest == "true")


SIGNED = """
on: 2025-06-30
place: 云南省昆明市
parties: [{id: o, name: 某小区业主大会, role: owners_assembly}, {id: m, name: 郑某, role: committee_member}]
claims: [{by: o, against: [m], claim: maintenance_fund.use}]
facts:
  - {id: fund_misused_sum, value: 80000, said_by: o, evidence: [审计报告]}
  - {id: payout_signed, of: m, value: true, said_by: o, evidence: [支取申请]}
  - {id: payout_known_unlawful, of: m, value: true, said_by: o, evidence: [书面提醒]}
"""


@pytest.mark.parametrize(("taken", "remedy"), [("", "赔偿"), ("false", "赔偿"), ("true", "退回专户")])
def test_who_only_signed_a_payout_pays_for_his_fault(taken: str, remedy: str, tmp_path: Path) -> None:
    """That nobody says whether he took the money himself leaves him no less to pay; he publishes no accounts."""
    told = f"  - {{id: fund_taken_by_respondent, of: m, value: {taken}, evidence: [专户对账单]}}\n" if taken else ""
    file = tmp_path / "签字.yaml"
    file.write_text(SIGNED + told, encoding="utf-8")

    (found,) = analyze(file).claims[0].remedies
    assert remedy in found.says
