"""A headline that is open and names what is still to be proved names first what keeps it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis
from propertylaw.reasoning import analyze
from propertylaw.reasoning.results_in_words import proof_in_words, result_in_words, to_prove_in_words
from propertylaw.reasoning.sums_in_words import more_in_words
from propertylaw.report.analysis_page import analysis_text

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: wu, name: 某物业, role: service_provider}
  - {id: he, name: 何某, role: owner}
claims:
  - {by: wu, against: [he], claim: fees.arrears}
  - {by: wu, against: [he], claim: fees.late_fee, sum: 900}
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: demand_date, of: he, value: 2025-01-20}
  - {id: fee_rate, value: 2}
  - {id: floor_area, value: 100}
  - {id: fee_due_day, value: 10}
  - {id: fee_period_months, value: 1}
  - {id: unpaid_from, value: 2024-01-01}
  - {id: unpaid_to, value: 2024-12-31}
  - {id: late_fee_rate, value: 0.0005}
  - {id: penalty_reduction_requested, value: true, said_by: he}
"""
DEFECT = "  - {id: service_defect, value: true, said_by: he, denied_by: [wu]}\n"


def analyzed(form: str, folder: Path) -> Analysis:
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return analyze(folder / "案.yaml")


@pytest.mark.parametrize(("more", "to_prove"), [(DEFECT, True), ("", False)])
def test_the_rate_that_is_disputed_is_named_whatever_is_to_be_proved(more: str, to_prove: bool, tmp_path: Path) -> None:
    late_fee = analyzed(FORM + more, tmp_path).claims[1]
    said = result_in_words(late_fee)
    assert said.startswith("请求成立，全部还是部分未定，要看“还没有交的物业费，违约金过分高于损失，请求减少”")
    assert bool(late_fee.unproved) is to_prove


INCOME = """\
on: 2026-04-10
place: 江苏省南通市
parties:
  - {id: y, name: 业委会, role: owners_committee}
  - {id: b, name: 某物业, role: service_provider}
claims: [{by: y, against: [b], claim: common_parts.income, sum: 120000}]
facts:
  - {id: common_part_used, value: true, said_by: y, admitted_by: [b]}
  - {id: operated_by_respondent, of: b, value: true, said_by: y, admitted_by: [b]}
  - {id: common_income_gross, value: 120000, said_by: y, admitted_by: [b]}
  - {id: common_income_cost, value: 30000, said_by: b, denied_by: [y]}
  - {id: common_income_cost, value: 10000, evidence: [票据]}
"""


def test_whose_right_is_open_is_named_before_what_only_lowers_the_sum(tmp_path: Path) -> None:
    analysis = analyzed(INCOME, tmp_path)
    (claim,), names = analysis.claims, analysis.names
    assert result_in_words(claim) == "尚不能定论，要看“原告有权为全体业主请求”"
    left = "合理成本（已证 10,000.00 元，其余 20,000.00 元要证据）"
    assert to_prove_in_words(claim, names) == f"数额待某物业补证：{left}"
    assert list(proof_in_words(claim, names)) == [f"待某物业补证：{left}；证明了，数额减少为 90,000.00 元"]


def test_of_a_loss_proved_in_part_it_is_told_what_is_proved_and_what_is_left(tmp_path: Path) -> None:
    form = INCOME.replace("common_parts.income, sum: 120000", "neighbours.leak, sum: 15000")
    form = form.replace("role: owners_committee", "role: owner").replace("role: service_provider", "role: owner")
    form = (
        form.split("facts:")[0]
        + """\
facts:
  - {id: flat_flooded, value: true, said_by: y, admitted_by: [b]}
  - {id: leak_from_their_part, of: b, value: true, said_by: y, admitted_by: [b]}
  - {id: damage_amount, value: 15000, said_by: y, denied_by: [b]}
  - {id: damage_amount, value: 8600, evidence: [票据]}
"""
    )
    analysis = analyzed(form, tmp_path)
    (claim,), names = analysis.claims, analysis.names
    assert result_in_words(claim) == "请求部分成立"
    told = "待业委会补证：损害金额（已证 8,600.00 元，其余 6,400.00 元要证据）"
    assert to_prove_in_words(claim, names) == f"数额{told}"
    assert list(proof_in_words(claim, names)) == [f"{told}；证明了，数额增加为 15,000.00 元"]


def test_a_part_with_a_long_name_is_named_in_short(tmp_path: Path) -> None:
    form = INCOME.split("facts:", maxsplit=1)[0].replace("common_parts.income, sum: 120000", "decisions.revoke")
    form = form.replace("role: owners_committee", "role: owner").replace("service_provider", "owners_assembly")
    (claim,) = analyzed(form + "facts: [{id: decision_made, value: true}]\n", tmp_path).claims
    assert result_in_words(claim) == "尚不能定论，要看“表决没有达到法定比例、程序违法、越权，或者内容侵害原告的合法…”"


def test_the_table_names_what_is_missing_and_the_remedy_tells_it_at_length(tmp_path: Path) -> None:
    form = INCOME.split("facts:", maxsplit=1)[0].replace("sum: 120000", "sum: 800")
    form = (
        form.replace("role: owners_committee", "role: owner")
        + """\
facts:
  - {id: common_part_used, value: true, admitted_by: [b]}
  - {id: operated_by_respondent, of: b, value: true, admitted_by: [b]}
  - {id: common_income_gross, value: 120000, admitted_by: [b]}
  - {id: own_share_asked, of: y, value: true, said_by: y}
"""
    )
    analysis = analyzed(form, tmp_path)
    assert more_in_words(analysis.claims[0]) == "还缺请求的业主那一份的比例"
    page = "".join(analysis_text(analysis).split()).replace("│", "")
    assert "自己那一份付给他：尚缺请求的业主那一份的比例（没有人提到）" in page


REFUSED = """\
on: 2025-12-20
place: 山东省济南市
parties:
  - {id: z, name: 周某, role: owner}
  - {id: k, name: 某置业, role: developer}
claims: [{by: z, against: [k], claim: developer.unfinished, sum: 14400}]
facts:
  - {id: sale_contract, value: true, said_by: z, admitted_by: [k]}
  - {id: price_paid, value: 1200000, said_by: z, admitted_by: [k]}
  - {id: delivery_due_date, value: 2025-06-30, said_by: z, admitted_by: [k]}
  - {id: delivery_penalty_rate, value: 0.0001, said_by: z, admitted_by: [k]}
  - {id: delivered_date, of: z, value: 2025-10-28, said_by: z, admitted_by: [k]}
  - {id: accepted_date, value: 2025-09-20, said_by: k, evidence: [竣工验收备案表]}
  - {id: handover_notice_date, value: 2025-10-08, said_by: k, denied_by: [z]}
  - {id: delivery_refused, of: z, value: true, said_by: k, denied_by: [z]}
"""


def test_what_is_to_be_proved_together_is_told_with_the_sum_it_would_leave(tmp_path: Path) -> None:
    analysis = analyzed(REFUSED, tmp_path)
    told = "待某置业补证：通知收房而无故不收、通知的收房日；证明了，数额减少为 12,000.00 元"
    # 1 200 000 × 0.0001 for 100 days, to 2025-10-08, instead of 120
    assert list(proof_in_words(analysis.claims[0], analysis.names)) == [told]


def test_beside_a_number_between_bounds_the_sum_after_an_unproved_cost_lies_between_bounds_too(tmp_path: Path) -> None:
    between = "{id: common_income_gross, min: 126000, max: 180000, said_by: y}"
    form = INCOME.replace("{id: common_income_gross, value: 120000, said_by: y, admitted_by: [b]}", between)
    analysis = analyzed(form.replace("sum: 120000", "sum: 180000"), tmp_path)
    (proof,) = proof_in_words(analysis.claims[0], analysis.names)
    assert proof.endswith("数额减少为 96,000.00 至 150,000.00 元")  # less the 30 000 at either end
