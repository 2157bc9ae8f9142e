"""Clauses of a contract state the facts that claims about late payment, refunds and dismissal ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import ClaimFinding, DefenceFinding, Effect, Result
from propertylaw.reasoning import analyze

CONTRACT = """# 物业服务合同

甲方：某小区业主委员会
乙方：甲物业公司

第一条 业主逾期交费的，应当按欠费额每日千分之三向乙方支付违约金。双方不得请求调整违约金的数额。

第二条 业主一次预交全年费用的，预交的费用概不退还。

第三条 本合同期限三年，期满后合同自动续期三年。

第四条 业主依法共同决定解聘乙方的，甲方应当提前九十日书面通知乙方。
"""

DISMISSAL = """on: 2025-06-30
place: 浙江省绍兴市
documents: [合同.md]
parties:
  - {id: c, name: 某小区业主大会, role: owners_assembly}
  - {id: a, name: 甲物业公司, role: service_provider}
claims: [{by: c, against: [a], claim: contract.dismissal}]
facts:
  - {id: dismissed_by_decision, value: true, said_by: c, evidence: [业主大会决定]}
  - {id: notice_given, value: false, said_by: a, admitted_by: [c]}
  - {id: dismissal_notice_date, value: 2025-04-15, said_by: c, evidence: [送达回证]}
"""

PREPAID = """on: 2025-06-30
place: 浙江省绍兴市
documents: [合同.md]
parties:
  - {id: b, name: 林某, role: owner}
  - {id: a, name: 甲物业公司, role: service_provider}
claims: [{by: b, against: [a], claim: fees.refund_prepaid}]
facts:
  - {id: fees_prepaid, value: true, said_by: b, evidence: [收据]}
  - {id: contract_over, value: true, said_by: b, admitted_by: [a]}
"""

LATE = """on: 2025-06-30
place: 浙江省绍兴市
documents: [合同.md]
parties:
  - {id: a, name: 甲物业公司, role: service_provider}
  - {id: b, name: 林某, role: owner}
claims: [{by: a, against: [b], claim: fees.late_fee}]
facts:
  - {id: fee_paid_late, value: true, said_by: a, admitted_by: [b]}
  - {id: late_principal, value: 1000, from: 2024-01-01, to: 2024-04-09, said_by: a, evidence: [付款凭证]}
  - {id: penalty_reduction_requested, value: true, said_by: b}
  - {id: late_loss_rate, value: 0.0365, said_by: a, evidence: [贷款市场报价利率公告]}
"""


def found(folder: Path, form: str, contract: str = CONTRACT) -> ClaimFinding:
    (folder / "合同.md").write_text(contract, encoding="utf-8")
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return analyze(folder / "案.yaml").claims[0]


def defence(finding: ClaimFinding, id: str) -> DefenceFinding:
    return next(defence for defence in finding.defences if defence.id == id)


def test_the_notice_of_the_contract_counts_instead_of_sixty_days(tmp_path: Path) -> None:
    # 15 April to 30 June: 76 days, more than sixty and less than ninety
    assert found(tmp_path, DISMISSAL).result is Result.DEPENDS
    shorter = CONTRACT.replace("提前九十日", "提前三十日")
    assert found(tmp_path, DISMISSAL, shorter).result is Result.SUPPORTED


def test_a_clause_on_automatic_renewal_is_told_and_does_not_help(tmp_path: Path) -> None:
    renewed = defence(found(tmp_path, DISMISSAL), "auto_renewed")
    assert renewed.effect is Effect.RULED_OUT
    assert [str(at) for use in renewed.facts for at in use.stated_at] == ["doc:合同/3/1"]


def test_a_clause_against_refunds_is_told_and_does_not_help(tmp_path: Path) -> None:
    finding = found(tmp_path, PREPAID)
    assert finding.result is Result.SUPPORTED
    assert defence(finding, "no_refund_clause").effect is Effect.RULED_OUT


@pytest.mark.parametrize("waived", [True, False])
def test_a_waiver_of_reduction_is_told_and_does_not_help(tmp_path: Path, waived: bool) -> None:
    contract = CONTRACT if waived else CONTRACT.replace("双方不得请求调整违约金的数额。", "")
    finding = found(tmp_path, LATE, contract)
    # 1000 × 0.003 × 100 = 300; the loss is 1000 × 0.0365 × 100 / 365 = 10
    assert finding.amount is not None
    assert [str(finding.amount.low), str(finding.amount.high)] == ["10.00", "300.00"]
    assert any(defence.id == "no_adjustment" for defence in finding.defences) is waived
