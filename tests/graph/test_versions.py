"""Two versions of one text: told apart in one graph, each in its time, and what changes from one to the next."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from propertylaw.graph import RuleGraph, changes, of_version
from propertylaw.model import Norm

TEXT = "上海市住宅物业管理规定"
OLD, NEW = date(2018, 11, 22), date(2020, 12, 30)


def norm(at: str, modality: str, bearer: str, action: str, **fields: Any) -> Norm:
    place = f"{TEXT}/{at}"
    whole = {"id": f"{place}#1", "modality": modality, "bearer": bearer, "action": action, "locator": place}
    return Norm.model_validate(whole | fields)


VOTE = norm("18/2", "duty", "owners_assembly", "经专有部分占建筑物总面积过半数的业主同意", threshold="过半数")
LATER = VOTE.model_copy(update={"action": "经参与表决专有部分面积过半数的业主同意"})
PAY = norm("49/3", "duty", "owner", "按时交纳物业服务费")
SAME = PAY.model_copy(update={"action": "按时支付物业费"})
SUE = norm("49/4", "right", "service_provider", "依法向人民法院起诉")


def test_a_norm_that_says_something_else_has_changed_in_these_fields() -> None:
    (found,) = changes([VOTE], [LATER])
    assert (found.kind, found.before, found.after, found.fields) == ("changed", VOTE, LATER, ("action",))


def test_the_same_in_other_words_is_told_apart_from_a_change() -> None:
    assert [one.kind for one in changes([PAY], [SAME])] == ["reworded"]


def test_what_came_and_what_went() -> None:
    assert [(one.kind, one.before, one.after) for one in changes([SUE], [PAY])] == [
        ("added", None, PAY),
        ("removed", SUE, None),
    ]


def test_a_norm_that_only_moved_to_another_article_has_not_changed() -> None:
    moved = PAY.model_copy(update={"id": f"{TEXT}/50/1#1", "locator": norm("50/1", "duty", "owner", "…").locator})
    assert changes([PAY], [moved]) == ()


def test_changes_for_a_party_are_those_of_who_acts_for_it_too() -> None:
    found = changes([VOTE, PAY, SUE], [LATER, SAME], "owner")
    assert [one.kind for one in found] == ["changed", "reworded"]


def test_each_version_stands_in_one_graph_and_applies_in_its_time() -> None:
    graph = RuleGraph([*of_version([VOTE], OLD), *of_version([LATER], NEW)])
    assert len(graph.norms) == 2
    for day, version in ((date(2019, 6, 1), OLD), (date(2024, 6, 1), NEW)):
        then = graph.at(day, "上海市")
        assert [one.locator.version for one in then.norms.values()] == [version]
        assert then.doubts == ()
    assert [str(one.locator) for one in graph.stated_in(f"{TEXT}@{OLD}/18")] == [f"{TEXT}@{OLD}/18/2"]
    assert len(graph.stated_in(f"{TEXT}/18")) == 2


NORMS = st.lists(st.sampled_from([VOTE, LATER, PAY, SUE]), unique_by=lambda one: one.id)


@given(NORMS, NORMS)
def test_what_one_direction_adds_the_other_removes(before: list[Norm], after: list[Norm]) -> None:
    there, back = changes(before, after), changes(after, before)
    assert {one.after for one in there if one.kind == "added"} == {one.before for one in back if one.kind == "removed"}
    assert changes(before, before) == ()
