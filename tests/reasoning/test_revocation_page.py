"""The page of a claim to revoke a decision: the time that the court looks at by itself, and the way that is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

FORM = """\
on: 2026-04-10
place: 江苏省南通市
parties:
  - {id: q, name: 钱某, role: owner}
  - {id: b, name: 业主大会, role: owners_assembly}
claims: [{by: q, against: [b], claim: decisions.revoke}]
facts:
  - {id: decision_date, value: 2025-03-10, evidence: [公示照片]}
  - {id: decision_known_date, of: q, value: 2025-03-10, said_by: q}
  - {id: revocation_suit_date, value: SUED}
  - {id: vote_on_fund_use, value: true}
  - {id: vote_area_total, value: 30000, evidence: [登记簿]}
  - {id: vote_heads_total, value: 300, evidence: [名册]}
  - {id: vote_area_in, value: IN, said_by: q, admitted_by: [b]}
  - {id: vote_heads_in, value: 220, said_by: q, admitted_by: [b]}
  - {id: vote_area_for, value: 12500, said_by: b, admitted_by: [q]}
  - {id: vote_heads_for, value: 120, said_by: b, admitted_by: [q]}
  - {id: procedure_violated, value: true, said_by: q, admitted_by: [b]}
"""


def page(folder: Path, sued: str, area_in: int, form: str = FORM) -> str:
    file = folder / "案.yaml"
    file.write_text(form.replace("SUED", sued).replace("IN", str(area_in)), encoding="utf-8")
    return "".join(analysis_text(analyze(file)).split())


def test_the_year_is_looked_at_by_the_court_itself(tmp_path: Path) -> None:
    told = page(tmp_path, "2026-03-20", 19600)
    assert "请求权消灭，对方不提，法院也要查；查不清的，由业主大会举证" in told


@pytest.mark.parametrize(("area_in", "named"), [(19600, True), (21000, False)])
def test_after_the_year_the_claim_that_it_never_came_about_is_named_where_votes_fall_short(
    area_in: int, named: bool, tmp_path: Path
) -> None:
    # 19600 of 30000 are less than two thirds, 21000 are more, and 12500 more than half of them
    told = page(tmp_path, "2026-03-20", area_in)
    assert ("governance.invalid_meeting（CLM002）" in told) is named


def test_it_is_not_named_where_it_is_raised_or_the_decision_can_be_revoked(tmp_path: Path) -> None:
    both = "claim: decisions.revoke}, {by: q, against: [b], claim: governance.invalid_meeting}]"
    raised = FORM.replace("claim: decisions.revoke}]", both)
    assert "CLM002" not in page(tmp_path, "2026-03-20", 19600, raised)
    assert "CLM002" not in page(tmp_path, "2025-12-01", 19600)


def test_the_ground_that_suffices_is_named_and_no_defence_that_weighs_several(tmp_path: Path) -> None:
    told = page(tmp_path, "2025-12-01", 19600)
    assert "✗程序瑕疵轻微，没有实质影响" in told
    assert "单凭这一项就足以撤销：票数没有达到法定比例" in told
    assert "几项（程序、内容、计票）合起来看" not in told


def test_what_a_special_matter_needs_is_not_told_of_a_vote_that_fails_as_an_ordinary_one(
    tmp_path: Path,
) -> None:
    untold = FORM.replace("  - {id: vote_on_fund_use, value: true}\n", "")
    told = page(tmp_path, "2025-12-01", 19600, untold)  # too few took part in either kind of vote
    assert "要三分之二以上，不够" in told
    assert "四分之三" not in told


def test_ballots_that_were_not_returned_count_for_nothing_without_a_rule_of_the_owners(tmp_path: Path) -> None:
    kept = FORM + "  - {id: vote_heads_unreturned, value: 40}\n  - {id: vote_area_unreturned, value: 3000}\n"
    says = "没有交回的选票（40人、3000平方米）不算参加表决，也不算同意：没有议事规则写明计入多数"
    assert says in page(tmp_path, "2025-12-01", 19600, kept)
    ruled = kept + "  - {id: unreturned_rule, value: true, evidence: [议事规则]}\n"
    assert says not in page(tmp_path, "2025-12-01", 19600, ruled)
