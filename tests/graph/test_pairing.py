"""Norms of two versions find each other: in their article, in another one, with a condition that is new."""

from __future__ import annotations

from typing import Any

from propertylaw.graph import paired, renumbered
from propertylaw.model import Norm


def norm(at: str, bearer: str, action: str, modality: str = "duty", **fields: Any) -> Norm:
    whole = {"id": f"甲/{at}#1", "modality": modality, "bearer": bearer, "action": action, "locator": f"甲/{at}"}
    return Norm.model_validate(whole | fields)


PUBLISH = norm("2/1", "service_provider", "每季度向业主公布公共收益的收支情况")
INSPECT = norm("3/1", "owner", "查阅公共收益的账目", "right")


def test_an_article_put_in_between_moves_the_others_without_changing_them() -> None:
    new = norm("2/1", "service_provider", "使用公共收益前取得业主大会的同意")
    later = [new, norm("3/1", "service_provider", PUBLISH.action), norm("4/1", "owner", INSPECT.action, "right")]
    found = paired([PUBLISH, INSPECT], later)

    assert [(str(a.norm.locator), str(b.norm.locator)) for a, b in found.together] == [
        ("甲/2/1", "甲/3/1"),
        ("甲/3/1", "甲/4/1"),
    ]
    assert [one.norm for one in found.came] == [new]
    assert found.went == ()
    assert [(str(a), str(b)) for a, b in renumbered(found)] == [("甲/2", "甲/3"), ("甲/3", "甲/4")]


def test_a_norm_that_gets_a_condition_is_still_the_same_norm() -> None:
    later = norm("5/1", "owner", INSPECT.action, "right", condition="提前三日书面申请的")
    assert len(paired([INSPECT], [later]).together) == 1


def test_a_right_and_a_prohibition_of_other_words_are_two_norms() -> None:
    hand_on_some = norm("44/2", "service_provider", "将专项服务事项委托给专业性服务企业", "right")
    hand_on_all = norm("44/2", "service_provider", "将全部物业服务支解后分别转委托给第三人", "prohibition")
    found = paired([hand_on_some], [hand_on_all])
    assert (len(found.came), len(found.went)) == (1, 1)


def test_nothing_before_or_after_is_no_error() -> None:
    assert [one.norm for one in paired([], [PUBLISH]).came] == [PUBLISH]
    assert [one.norm for one in paired([PUBLISH], []).went] == [PUBLISH]
