"""What a provider is ordered to do after the end of its contract: what is told to be left to do, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.model import ClaimFinding, Result
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-06-30
place: 海南省东方市
parties:
  - {id: c, name: 业主委员会, role: owners_committee}
  - {id: a, name: 甲物业公司, role: outgoing_provider}
claims: [{by: c, against: [a], claim: handover.refusal}]
facts:
  - {id: dismissed_by_decision, value: true, said_by: c, evidence: [业主大会决定]}
  - {id: notice_given, value: true, said_by: c, evidence: [送达回证]}
  - {id: contract_end_date, value: 2025-05-01, said_by: c, evidence: [解聘通知]}
  - {id: handover_days, value: 15, evidence: [合同]}
"""
LEAVE, ROOMS, PAPERS, REST = "退出物业服务区域", "交还物业服务用房", "交还物业服务所必需的资料", "完成还没有做完的"


def found(folder: Path, *facts: str) -> ClaimFinding:
    lines = (f"  - {{id: {fact}, of: a, value: true, said_by: c, admitted_by: [a]}}\n" for fact in facts)
    (folder / "案.yaml").write_text(FORM + "".join(lines), encoding="utf-8")
    return analyze(folder / "案.yaml").claims[0]


@pytest.mark.parametrize(
    ("facts", "ordered"),
    [
        (("not_handed_over",), [REST]),
        (("handover_refused",), [LEAVE, ROOMS, PAPERS]),
        (("not_handed_over", "handover_refused"), [LEAVE, ROOMS, PAPERS]),
        (("not_left", "rooms_kept", "papers_kept"), [LEAVE, ROOMS, PAPERS]),
    ],
)
def test_it_is_ordered_what_is_told_to_be_left(facts: tuple[str, ...], ordered: list[str], tmp_path: Path) -> None:
    finding = found(tmp_path, *facts)
    assert finding.result is Result.SUPPORTED
    assert [next(one for one in ordered if remedy.says.startswith(one)) for remedy in finding.remedies] == ordered


def test_orders_that_are_not_asked_for_are_neither_given_nor_asked_about(tmp_path: Path) -> None:
    form = FORM.replace("claim: handover.refusal", "claim: handover.refusal, orders: [rooms, papers]")
    kept = "".join(f"  - {{id: {one}, of: a, value: true, said_by: c}}\n" for one in ("rooms_kept", "papers_kept"))
    (tmp_path / "案.yaml").write_text(form + kept, encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    (finding,) = analysis.claims
    assert finding.result is Result.SUPPORTED
    assert [one.says[: len(name)] for one, name in zip(finding.remedies, (ROOMS, PAPERS), strict=True)] == [
        ROOMS,
        PAPERS,
    ]
    assert "not_left" not in {id for question in analysis.decisive for id in question.ids}


def test_an_order_that_the_claim_does_not_give_is_an_error_that_names_those_it_gives(tmp_path: Path) -> None:
    (tmp_path / "案.yaml").write_text(FORM.replace("refusal}", "refusal, orders: [keys]}"), encoding="utf-8")
    with pytest.raises(FormError, match="没有“keys”这一项；写这里面的：leave（退出"):
        analyze(tmp_path / "案.yaml")
