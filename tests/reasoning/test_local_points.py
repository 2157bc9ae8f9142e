"""What a local text says on an act: rules, bodies and reports are told by its words, wherever the provision stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from propertylaw import analyze
from propertylaw.model import Analysis, LocalRule, PublicBodies
from propertylaw.report.analysis_page import analysis_text
from propertylaw.rulebook import rules, topics
from propertylaw.rulebook.local_acts import acts_of, local_acts

REGULATION = """# 临江省云溪市物业条例

2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 市房产主管部门负责全市物业管理的监督管理。

公安、民政、财政、园林、消防救援、城市管理等部门各守其责，对小区的物业管理协同监督管理。

第二条 禁止下列行为：

（一）破坏房屋承重结构；

（二）违反规定饲养动物。

第三条 物业服务企业发现业主在物业使用过程中有违反本条例行为的，应当劝阻；劝阻无效的，应当向有关行政主管部门报告。

第四条 违反本条例第二条第一项规定的，由区住房和城乡建设主管部门责令改正，处一万元罚款。

第五条 物业服务企业未保管装修档案的，由区住房和城乡建设主管部门责令改正，处五千元罚款。

第六条 街道办事处工作人员对破坏房屋承重结构的行为不予查处的，由上级机关责令改正，依法给予处分。

第七条 本条例自2020年6月1日起施行。
"""
FORM = """on: 2024-06-30
place: {place}
documents: [条例.md]
parties: [{{id: a, name: 徐某, role: owner}}, {{id: b, name: 许某, role: owner}}]
claims: [{{by: a, against: [b], claim: {claim}}}]
facts:
  - {{id: load_bearing_changed, of: b, value: true, said_by: a, admitted_by: [b]}}
"""


def analysed(folder: Path, claim: str = "conduct.load_bearing", place: str = "临江省云溪市") -> Analysis:
    (folder / "条例.md").write_text(REGULATION, encoding="utf-8")
    file = folder / "案.yaml"
    file.write_text(FORM.format(claim=claim, place=place), encoding="utf-8")
    return analyze(file)


def of_the_place(bodies: PublicBodies) -> dict[str, set[int | None]]:
    found: dict[str, set[int | None]] = {}
    for task in bodies.tasks:
        for at in task.basis:
            if at.instrument == "doc:条例":
                found.setdefault(task.party, set()).add(at.article)
    return found


HAZARDS = """# 临江省云溪市物业安全条例

2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 物业服务企业应当每季度公示收支情况。

第二条 公共部位存在安全隐患的，物业服务企业应当设置警示标志并及时消除。

第三条 本条例自2020年6月1日起施行。
"""


@pytest.mark.parametrize(("against", "told"), [("service_provider", {2}), ("owner", set())])
def test_a_local_duty_of_the_provider_to_remove_hazards_stands_beside_a_claim_of_harm_against_it(
    against: str, told: set[int], tmp_path: Path
) -> None:
    (tmp_path / "条例.md").write_text(HAZARDS, encoding="utf-8")
    form = FORM.format(claim="torts.falling_object", place="临江省云溪市").replace(
        "许某, role: owner", f"许某, role: {against}"
    )
    (tmp_path / "案.yaml").write_text(form.partition("facts:")[0] + "facts: []\n", encoding="utf-8")
    (finding,) = analyze(tmp_path / "案.yaml").claims
    assert {rule.locator.article for rule in finding.local} == told


def test_the_body_that_acts_on_a_breach_is_found_though_it_names_the_article_alone(tmp_path: Path) -> None:
    (bodies,) = analysed(tmp_path).public_bodies
    assert of_the_place(bodies) == {"housing_authority": {4}}


def test_where_to_report_the_breach_is_told_and_no_body_of_a_mere_list(tmp_path: Path) -> None:
    (bodies,) = analysed(tmp_path).public_bodies
    assert [at.article for at in bodies.local_reports] == [3]
    page = analysis_text(analysed(tmp_path)).replace("\n", "").replace(" ", "")
    assert "当地写明要报告、可以投诉的：《临江省云溪市物业条例》第三条第一款" in page
    assert "民政部门" not in page


def test_the_rule_on_the_act_stands_beside_the_claim_in_its_own_words(tmp_path: Path) -> None:
    (finding,) = analysed(tmp_path).claims
    assert finding.local == (
        LocalRule(locator=finding.local[0].locator, kind="on_point", text="禁止下列行为：破坏房屋承重结构；"),
    )
    assert finding.local[0].locator.numbers == (2, 1, 1)


def test_another_act_of_the_same_list_has_its_own_item(tmp_path: Path) -> None:
    (finding,) = analysed(tmp_path, "conduct.animals_kept").claims
    assert [rule.locator.item for rule in finding.local] == [2]


def test_local_law_of_another_place_says_nothing(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, place="江苏省南通市")
    assert analysis.claims[0].local == ()
    assert all(not of_the_place(bodies) for bodies in analysis.public_bodies)


def test_a_claim_beside_which_no_matter_stands_has_the_bodies_of_the_place_alone(tmp_path: Path) -> None:
    claim = "conduct.group_letting"
    assert not any(claim in matter.claims for matter in rules().matters.values())
    (bodies,) = analysed(tmp_path, claim).public_bodies
    assert (bodies.matter, bodies.claims) == ("group_letting", (claim,))
    assert [at.article for at in bodies.local_reports] == [3]


def test_every_act_names_claims_matters_topics_and_groups_that_exist() -> None:
    groups = {group.id for group in local_acts().general}
    for act in local_acts().acts:
        assert set(act.claims) <= set(rules().claims)
        assert {f"report.{matter}" for matter in act.matters} <= set(rules().matters)
        assert {*act.topics, *act.votes} <= set(topics())
        assert set(act.general) <= groups
        assert set(act.bodies) <= set(rules().parties)


@pytest.mark.parametrize("act", local_acts().acts, ids=lambda act: act.id)
def test_the_words_of_an_act_are_expressions_and_match_no_empty_norm(act: object) -> None:
    patterns = (*act.words, *act.unless)  # type: ignore[attr-defined]
    assert patterns
    assert not [one for one in patterns if re.search(one, "")]


def test_a_claim_goes_before_the_matter_beside_it() -> None:
    assert [act.id for act in acts_of(("common_parts.income",), "report.common_parts")] == ["common_income"]
    assert [act.id for act in acts_of((), "report.common_parts")] == ["altering", "common_income"]
    assert acts_of(("fees.tenant",)) == ()


KINDS = """# 临江省云溪市物业条例

2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 占用业主共有的道路停放汽车的，应当交纳车位场地使用费。

第二条 购房人应当在交付以前交存首期专项维修资金。

第三条 专项维修资金余额不足的，业主应当续交专项维修资金。

第四条 本条例自2020年6月1日起施行。
"""
ASKED = """on: 2024-06-30
place: 临江省云溪市
documents: [条例.md]
parties: [{{id: o, name: 业主大会, role: owners_assembly}}, {{id: b, name: 许某, role: owner}}]
claims: [{{by: o, against: [b], claim: {claim}}}]
facts:
  - {{id: {fact}, value: {value}, said_by: o, evidence: [材料]}}
"""


@pytest.mark.parametrize(
    ("claim", "fact", "value", "articles"),
    [
        ("fees.other_charges", "charge_for_parking", "true", [1]),
        ("fees.other_charges", "charge_for_parking", "false", []),
        ("fees.other_charges", "other_charge_agreed", "true", []),
        ("maintenance_fund.contribution", "first_fund_due", "true", [2]),
        ("maintenance_fund.contribution", "fund_levy_decided", "true", [3]),
    ],
)
def test_a_rule_on_one_kind_of_an_act_is_told_only_of_that_kind(
    tmp_path: Path, claim: str, fact: str, value: str, articles: list[int]
) -> None:
    (tmp_path / "条例.md").write_text(KINDS, encoding="utf-8")
    file = tmp_path / "案.yaml"
    file.write_text(ASKED.format(claim=claim, fact=fact, value=value), encoding="utf-8")
    (finding,) = analyze(file).claims
    assert [rule.locator.article for rule in finding.local] == articles


ACTS = """# 临江省云溪市物业条例

2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 禁止在小区内实施下列行为：

（一）把阳台改为卫生间；

（二）装修房屋不遵守规定时间或者噪声超标；

（三）擅自改动公用管线。

第二条 违反本条例第一条第一项规定的，由综合行政执法部门责令改正，处一千元罚款。

第三条 业主大会开会，应当有面积占比、人数占比各达三分之二的业主参与表决。

业主大会决定事项的，应当得到面积过半数的业主且人数过半数的业主赞成。

第四条 需要调整物业区域的，应当有面积占比、人数占比各达三分之二的业主参与表决。

第五条 业主欠交物业费未改正的，不得担任业主委员会委员。

第六条 本条例自2020年6月1日起施行。
"""
RENOVATING = """on: 2024-06-30
place: 临江省云溪市
documents: [条例.md]
parties: [{{id: a, name: 徐某, role: owner}}, {{id: b, name: 许某, role: owner}}]
claims: [{{by: a, against: [b], claim: conduct.renovation}}]
facts:
  - {{id: renovating, of: b, value: true, admitted_by: [b]}}
  - {{id: {fact}, of: b, value: true, admitted_by: [b]}}
"""
VOTED = """on: 2024-06-30
place: 临江省云溪市
documents: [条例.md]
parties: [{{id: a, name: 徐某, role: owner}}, {{id: w, name: 业委会, role: owners_committee}}]
claims: [{{by: a, against: [w], claim: decisions.revoke}}]
facts:
  - {{id: decision_date, value: 2024-03-01}}
  - {{id: {fact}, value: true}}
"""


def told_of(folder: Path, form: str, fact: str) -> Analysis:
    (folder / "条例.md").write_text(ACTS, encoding="utf-8")
    file = folder / "案.yaml"
    file.write_text(form.format(fact=fact), encoding="utf-8")
    return analyze(file)


@pytest.mark.parametrize(
    ("fact", "items"),
    [("wet_room_moved", {1}), ("renovation_rule_broken", {1, 3}), ("renovation_hours_broken", {2})],
)
def test_of_a_list_the_item_on_the_breach_that_is_told_stands_beside_it(
    tmp_path: Path, fact: str, items: set[int]
) -> None:
    (finding,) = told_of(tmp_path, RENOVATING, fact).claims
    assert {rule.locator.item for rule in finding.local} == items


def test_of_a_wrong_renovation_the_body_is_the_one_of_the_place_not_the_one_for_load_bearing_walls(
    tmp_path: Path,
) -> None:
    (bodies,) = told_of(tmp_path, RENOVATING, "wet_room_moved").public_bodies
    assert {task.party for task in bodies.tasks} == {"urban_management"}


@pytest.mark.parametrize(
    ("fact", "places"),
    [("vote_on_election", {(3, 1), (3, 2)}), ("unfit_member_elected", {(3, 1), (3, 2), (5, 1)})],
)
def test_the_majority_stands_beside_the_quorum_and_the_fitness_of_members_where_it_is_attacked(
    tmp_path: Path, fact: str, places: set[tuple[int, int]]
) -> None:
    (finding,) = told_of(tmp_path, VOTED, fact).claims
    assert {(rule.locator.article, rule.locator.paragraph) for rule in finding.local} == places
