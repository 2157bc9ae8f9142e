"""What a developer may be ordered to do with the spaces it keeps follows from what it did with them."""

from __future__ import annotations

import pytest
from worked_cases import BOOK, EXAMPLES

from propertylaw.library import KnowledgeBase
from propertylaw.reasoning import analyze

CASES = {
    "只卖不租，当地法规要求出租": False,
    "业主买不到车位，开发商卖给了小区以外的人": True,
}


@pytest.mark.parametrize("title", CASES)
def test_it_is_told_to_stop_only_what_it_did(title: str) -> None:
    dispute = next(example for example in EXAMPLES if example.case == title).dispute(BOOK)
    (finding,) = analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK)).claims
    assert any("停止把剩余车位处分" in remedy.says for remedy in finding.remedies) is CASES[title]
    assert any("卖或租给有需要的业主" in remedy.says for remedy in finding.remedies)
