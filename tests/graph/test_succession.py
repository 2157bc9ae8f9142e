"""References of two versions: the same provision under another number, or in the law that took its place."""

from __future__ import annotations

from typing import Any

import pytest

from propertylaw.graph import changes
from propertylaw.model import Citation, Locator, Norm


def norm(at: str, action: str, **fields: Any) -> Norm:
    whole = {"id": f"甲/{at}#1", "modality": "right", "bearer": "owner", "action": action, "locator": f"甲/{at}"}
    return Norm.model_validate(whole | fields)


def citing(at: str, text: str, target: str) -> Norm:
    cite = Citation(text=text, targets=(Locator.parse(target),))
    return norm(at, f"依据{text}的规定请求人民法院撤销该决定", cites=(cite,))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (("物权法第七十八条", "物权法/78"), ("民法典第二百八十条", "民法典/280"), "reworded"),
        (("物权法第七十四条", "物权法/74"), ("民法典第二百七十六条", "民法典/276"), "reworded"),
        (("物权法第七十八条", "物权法/78"), ("民法典第二百八十六条", "民法典/286"), "changed"),
    ],
)
def test_a_reference_to_the_succeeding_article_is_only_reworded(
    old: tuple[str, str], new: tuple[str, str], kind: str
) -> None:
    (found,) = changes([citing("12", *old)], [citing("12", *new)])
    assert found.kind == kind


def test_a_reference_follows_the_renumbering_of_its_own_text() -> None:
    duty = "每季度向业主公布公共收益的收支情况"
    before = [norm("3", duty), citing("8", "第三条", "甲/3")]
    after = [norm("4", duty), citing("9", "第四条", "甲/4")]
    assert [one.kind for one in changes(before, after)] == ["reworded"]
    wrong = [norm("4", duty), citing("9", "第五条", "甲/5")]
    assert [one.kind for one in changes(before, wrong)] == ["changed"]
