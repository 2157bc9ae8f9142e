"""What shows a provider at fault in a dispute is known where the keeper answers beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import ClaimFinding, Result
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-10-15
place: 江苏省苏州市
parties:
  - {id: v, name: 伤者, role: anyone}
  - {id: k, name: 养狗的人, role: owner}
  - {id: p, name: 甲物业, role: service_provider}
claims: [{by: v, against: [k, p], claim: torts.animals}]
facts:
  - {id: animal_harm, value: true, said_by: v, evidence: [监控录像]}
  - {id: harm_suffered, value: true, said_by: v, evidence: [病历]}
  - {id: is_keeper, of: k, value: true, said_by: v, admitted_by: [k]}
  - {id: damage_amount, value: 6000, said_by: v, evidence: [票据]}
  - {id: harm_in_service_area, value: true, said_by: v, admitted_by: [p]}
  - {id: breach_contributed, of: p, value: true, said_by: v, evidence: [投诉记录]}
  - {id: act_date, value: 2025-07-06, said_by: v, evidence: [监控录像]}
"""
IGNORED = "  - {id: dog_complaints_ignored, of: p, value: true, said_by: WHO, denied_by: [p]SHOWN}\n"


def found(folder: Path, *, proved: bool, said_by: str = "k") -> dict[str, ClaimFinding]:
    row = IGNORED.replace("SHOWN", ", evidence: [投诉记录]" if proved else "").replace("WHO", said_by)
    (folder / "案.yaml").write_text(FORM + row, encoding="utf-8")
    return {finding.respondent: finding for finding in analyze(folder / "案.yaml").claims}


@pytest.mark.parametrize(("proved", "result"), [(True, Result.DEPENDS), (False, Result.SUPPORTED)])
def test_the_keeper_who_pleads_it_has_it_counted_once_it_is_proved(
    proved: bool, result: Result, tmp_path: Path
) -> None:
    assert found(tmp_path, proved=proved)["k"].result is result


def test_the_keeper_answers_for_the_whole_where_only_the_victim_says_so_against_the_provider(tmp_path: Path) -> None:
    assert found(tmp_path, proved=True, said_by="v")["k"].result is Result.SUPPORTED


def test_what_the_form_tells_in_no_ones_name_is_no_plea_of_the_keeper(tmp_path: Path) -> None:
    row = IGNORED.replace("SHOWN", "").replace(" said_by: WHO, denied_by: [p]", "")
    (tmp_path / "案.yaml").write_text(FORM + row.replace("true,}", "true}"), encoding="utf-8")
    keeper = next(one for one in analyze(tmp_path / "案.yaml").claims if one.respondent == "k")
    assert keeper.result is Result.SUPPORTED
    assert all(defence.id != "provider_too" for defence in keeper.defences)


def test_the_provider_is_told_by_the_rules_of_fault_and_the_keeper_by_those_of_animals(tmp_path: Path) -> None:
    for respondent, cited in (("k", {"1245"}), ("p", {"942", "1165", "1198", "1175"})):
        basis = found(tmp_path, proved=True)[respondent].basis
        assert {str(at.article) for at in basis} == cited
