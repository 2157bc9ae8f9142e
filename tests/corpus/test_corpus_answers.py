"""Questions people ask, answered from the texts of the reference folder; what is expected was read in the texts."""

from __future__ import annotations

from datetime import date

import pytest
from law_graph import FILES, corpus_graph, norms_of
from reference_texts import FOLDER

from propertylaw import RuleGraph
from propertylaw.graph import changes

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference folder ../shared is not beside the checkout"),
]


def places(norms: object) -> set[str]:
    return {str(norm.locator) for norm in norms}  # type: ignore[attr-defined]


def test_what_the_provider_owes_the_owners_under_the_code() -> None:
    code = corpus_graph().at(date(2024, 1, 1), "")
    found = places(code.duties_of("service_provider", towards="owner"))
    assert {"民法典/941/1", "民法典/943/1", "民法典/285/1"} <= found
    assert not any(place.startswith("民法典/944/1") for place in found)


def test_all_that_is_said_about_income_from_common_parts_in_one_city() -> None:
    qingdao = corpus_graph().at(date(2024, 1, 1), "山东省青岛市")
    found = places(qingdao.about("common_income"))
    assert {"民法典/282/1", "物业管理条例/54/1", "青岛市物业管理条例/78/1"} <= found
    assert not any(place.startswith("舟山") for place in found)


def test_who_may_act_on_an_illegal_building_and_that_nobody_leads() -> None:
    henan = corpus_graph().at(date(2024, 1, 1), "河南省").handling("illegal_building")
    acting = {one.party: places(one.norms) for one in henan.acts}
    assert "河南省物业管理条例/73/1/2" in acting["planning_authority"]
    assert {"河南省物业管理条例/73/1/3", "河南省物业管理条例/84/3"} <= acting["urban_management"]
    assert (henan.leads, henan.nobody_leads) == ((), True)
    assert {"物业管理条例/45/1", "民法典/942/2", "河南省物业管理条例/37/1/6"} <= places(henan.reports)
    assert "housing_authority" in {one.party for one in henan.generally}


def test_which_duties_of_the_regulation_have_no_sanction() -> None:
    regulation = RuleGraph(norm for norm in corpus_graph().norms.values() if norm.locator.instrument == "物业管理条例")
    bare = places(regulation.unsanctioned())
    assert {"物业管理条例/41/1", "物业管理条例/42/1", "物业管理条例/47/1"} <= bare
    (change_of_use,) = (one for one in regulation.stated_in("物业管理条例/37") if one.modality == "prohibition")
    assert places(regulation.sanctions_for(change_of_use)) == {"物业管理条例/62/1"}
    assert change_of_use not in regulation.unsanctioned("service_provider")


def test_what_changed_for_owners_in_shanghai() -> None:
    old, new = (norms_of(file) for file in FILES if "上海" in file.stem)
    found = changes(old, new, "owner")
    changed = {str(one.after.locator): one for one in found if one.kind == "changed" and one.after}
    vote = changed["上海市住宅物业管理规定@2020-12-30/18/2"]
    assert {"action", "threshold"} <= set(vote.fields)
    assert "上海市住宅物业管理规定@2020-12-30/46/2" in changed
    added = {str(one.after.locator) for one in found if one.kind == "added" and one.after}
    assert "上海市住宅物业管理规定@2020-12-30/44/2" in added
    assert len(found) < 0.1 * len(new)
