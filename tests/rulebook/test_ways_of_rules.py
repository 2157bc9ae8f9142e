"""Routes, chains and matters hold together, and `check_rules` finds what would not."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.rulebook import catalogue, rules
from propertylaw.rulebook.checking import NoTexts, check_rules

ROUTE = """\
- id: pack.route
  title: 途径
  says: 结果
  claims: [{claims}]
  when: {when}
  authority: 法院
  deadlines: [{{says: 申请, starts: {starts}, period: P30D, basis: [民事诉讼法/205]}}]
  basis: [{basis}]
"""
CHAIN = """\
- id: chain.pack
  title: 顺序
  says: 说明
  when: provider_left
  links:
    - {{who: 物业公司, role: [{role}], says: 退, claims: [{claim}], basis: [民法典/577], evidence: [据], prospects: 好}}
"""
MATTER = "- {{id: pack, title: 事项, topics: [{topic}], claims: [{claims}]}}\n"


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in check_rules(folder, catalogue(), NoTexts(), rules())]


def route(folder: Path, **changed: str) -> list[str]:
    given = {"claims": "fees.*", "when": "'true'", "starts": "suit_date", "basis": "民事诉讼法/205", **changed}
    (folder / "routes").mkdir(exist_ok=True)
    (folder / "routes" / "pack.yaml").write_text(ROUTE.format(**given), encoding="utf-8")
    return faults(folder)


def test_a_route_that_holds_together_has_no_fault(tmp_path: Path) -> None:
    assert route(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"claims": "fee.*"}, "没有请求权的 id 符合“fee.*”"),
        ({"when": "no_such_fact"}, "没有这个事实“no_such_fact”"),
        ({"when": "'and and'"}, "RULE001"),
        ({"starts": "no_such_day"}, "没有这个事实“no_such_day”"),
        ({"basis": "民事诉讼法/999"}, "RULE004"),
    ],
)
def test_a_name_or_a_place_that_leads_nowhere_is_told(tmp_path: Path, changed: dict[str, str], told: str) -> None:
    found = route(tmp_path, **changed)
    assert any(told in fault for fault in found), found


def test_a_chain_names_known_parties_and_claims(tmp_path: Path) -> None:
    (tmp_path / "chains").mkdir()
    file = tmp_path / "chains" / "pack.yaml"
    file.write_text(CHAIN.format(role="service_provider", claim="fees.arrears"), encoding="utf-8")
    assert faults(tmp_path) == []
    file.write_text(CHAIN.format(role="provider", claim="fees.arrear"), encoding="utf-8")
    assert [fault.split("：")[1][:6] for fault in faults(tmp_path)] == ["没有这个参与", "没有这个请求"]


def test_a_matter_names_known_topics(tmp_path: Path) -> None:
    (tmp_path / "matters.yaml").write_text(MATTER.format(topic="noises", claims="fees.*"), encoding="utf-8")
    (fault,) = faults(tmp_path)
    assert "没有这个主题“noises”" in fault


def test_a_period_has_the_form_of_iso_8601(tmp_path: Path) -> None:
    (tmp_path / "routes").mkdir()
    text = ROUTE.format(claims="fees.*", when="'true'", starts="suit_date", basis="民事诉讼法/205")
    (tmp_path / "routes" / "pack.yaml").write_text(text.replace("P30D", "30日"), encoding="utf-8")
    (fault,) = faults(tmp_path)
    assert "RULE001" in fault


def test_choices_of_the_reported_matter_are_the_matters() -> None:
    assert {f"report.{choice}" for choice in rules().facts["report_matter"].choices} == set(rules().matters)


def test_what_the_rules_show_by_its_id_has_an_id_of_its_own() -> None:
    kinds = ("claims", "facts", "concepts", "routes", "chains", "matters")
    ids = [id for kind in kinds for id in getattr(rules(), kind)]
    ways = {*rules().routes, *rules().chains, *rules().matters}
    assert [id for id in sorted(ways) if ids.count(id) > 1] == []
