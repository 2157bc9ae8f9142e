"""An order that was carried out before judgment takes nothing from who asks for the rest."""

from __future__ import annotations

from typing import Any

import pytest
from two_parties import agreed, raised

from propertylaw.model import ClaimFinding, Result
from propertylaw.reasoning import analyze

NOISE = [agreed("own_use_affected"), agreed("noise_made"), agreed("noise_over_limit")]
LOSS = agreed("damage_amount", 500)
SAID = {"id": "conduct_ended", "of": "b", "value": True, "said_by": "b"}
DENIED = {**SAID, "denied_by": ["a"]}


def noise(*facts: dict[str, Any]) -> tuple[ClaimFinding, set[str]]:
    """What comes of a claim to stop noise and for damages, and what is asked."""
    analysis = analyze(raised("conduct.noise", ("owner", "owner"), *NOISE, *facts))
    (finding,) = analysis.claims
    return finding, {id for question in analysis.decisive for id in question.ids}


@pytest.mark.parametrize("ended", [SAID, {**SAID, "admitted_by": ["a"]}, {**SAID, "evidence": ["检测报告"]}])
def test_who_asks_for_money_after_it_ended_gets_all_of_it(ended: dict[str, Any]) -> None:
    finding, _ = noise(ended, LOSS)
    assert (finding.result, finding.at_least_partly, finding.unproved) == (Result.SUPPORTED, False, ())
    (told,) = [defence for defence in finding.defences if defence.id == "ended"]
    assert told.takes
    assert [remedy.says for remedy in finding.remedies if "停止" in remedy.says] == []


def test_who_denies_that_it_ended_insists_on_the_order_and_loses_it() -> None:
    assert noise({**DENIED, "evidence": ["检测报告"]}, LOSS)[0].result is Result.PARTLY_SUPPORTED


def test_what_is_only_said_and_denied_takes_nothing_and_may_still_be_proved() -> None:
    finding, _ = noise(DENIED, LOSS)
    assert finding.result is Result.SUPPORTED
    assert [use.fact for use in finding.unproved] == ["conduct_ended"]


def test_where_nobody_knows_whether_it_ended_the_money_is_sure_and_it_is_asked() -> None:
    finding, asked = noise({**SAID, "value": None}, LOSS)
    assert (finding.result, finding.at_least_partly) == (Result.DEPENDS, True)
    assert "conduct_ended" in asked


def test_with_nothing_left_to_ask_for_the_claim_fails() -> None:
    assert noise(SAID, agreed("only_stop_asked"))[0].result is Result.NOT_SUPPORTED
    assert noise(SAID, agreed("damage_amount", 0))[0].result is Result.NOT_SUPPORTED


def test_what_the_harm_cost_is_asked_before_the_claim_fails() -> None:
    finding, asked = noise(SAID)
    assert finding.result is Result.DEPENDS
    assert asked == {"damage_amount"}
