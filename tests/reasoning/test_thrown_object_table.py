"""A thrown object in every combination: who threw known or not, measures taken or not, a share told, the police asked.

Each combination is one analysis of four people: the victim, the provider, one said to have thrown, one who lives there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import pytest

from propertylaw.model import Analysis, ClaimFinding, Dispute, Result
from propertylaw.reasoning import analyze

LOSS = Decimal(80000)
SHOWN = {"evidence": ["监控录像"]}
THROWER: dict[str, list[dict[str, Any]]] = {
    "found": [{"id": "is_thrower", "of": "m", "value": True, **SHOWN}],
    "admits": [{"id": "is_thrower", "of": "m", "value": True, "said_by": "v", "admitted_by": ["m"]}],
    "denies": [{"id": "is_thrower", "of": "m", "value": True, "said_by": "v", "denied_by": ["m"]}],
    "somebody else": [{"id": "thrower_identified", "value": True, **SHOWN}],
    "unknown": [{"id": "thrower_identified", "value": False, **SHOWN}],
    "untold": [],
}
MEASURES: dict[str, list[dict[str, Any]]] = {
    "none": [{"id": "no_measures", "value": True, **SHOWN}],
    "taken": [
        {"id": "facade_cameras", "value": True, **SHOWN},
        {"id": "patrols_and_warnings", "value": True, **SHOWN},
        {"id": "earlier_incidents_ignored", "value": False, **SHOWN},
        {"id": "no_measures", "value": False, **SHOWN},
    ],
    "open": [{"id": "patrols_and_warnings", "value": True, **SHOWN}],
}
SHARE: dict[str, list[dict[str, Any]]] = {
    "untold": [],
    "0.3": [{"id": "provider_fault_share", "value": Decimal("0.3")}],
    "0.2 to 0.4": [{"id": "provider_fault_share", "min": Decimal("0.2"), "max": Decimal("0.4")}],
}
POLICE: dict[str, list[dict[str, Any]]] = {
    "asked": [{"id": "police_investigated", "value": True, **SHOWN}],
    "not asked": [{"id": "police_investigated", "value": False, **SHOWN}],
    "untold": [],
}
HARM = [
    {"id": "object_from_building", "value": True, **SHOWN},
    {"id": "harm_suffered", "value": True, **SHOWN},
    {"id": "damage_amount", "value": LOSS, **SHOWN},
    {"id": "could_have_thrown", "of": "m", "value": True, **SHOWN},
    {"id": "could_have_thrown", "of": "u", "value": True, **SHOWN},
]
BOUNDS = {
    "untold": (Decimal(0), Decimal(1)),
    "0.3": (Decimal("0.3"),) * 2,
    "0.2 to 0.4": (Decimal("0.2"), Decimal("0.4")),
}


class Tried(NamedTuple):
    """One combination."""

    thrower: str
    measures: str
    share: str
    police: str

    @property
    def known(self) -> bool:
        """Whether it is known who threw."""
        return self.thrower in ("found", "admits", "somebody else")

    @property
    def analysis(self) -> Analysis:
        """How it comes out."""
        return _analysed(self)

    def against(self, respondent: str) -> Iterator[ClaimFinding]:
        """The findings against one of them."""
        return (one for one in self.analysis.claims if one.respondent == respondent)

    @property
    def provider(self) -> ClaimFinding:
        """The finding against the provider."""
        (found,) = self.against("p")
        return found

    @property
    def resident(self) -> ClaimFinding:
        """The finding against the one of whom no deed is told."""
        (found,) = self.against("u")
        return found


@cache
def _analysed(tried: Tried) -> Analysis:
    roles = {"v": "anyone", "p": "service_provider", "m": "owner", "u": "owner"}
    facts = [*HARM, *THROWER[tried.thrower], *MEASURES[tried.measures], *SHARE[tried.share], *POLICE[tried.police]]
    form = {
        "on": date(2025, 6, 30),
        "place": "上海市",
        "parties": [{"id": id, "name": id, "role": role} for id, role in roles.items()],
        "claims": [{"by": "v", "against": ["p", "m", "u"], "claim": "torts.thrown_object", "sum": LOSS}],
        "facts": facts,
    }
    return analyze(Dispute.model_validate(form))


ALL = [Tried(*one) for one in product(THROWER, MEASURES, SHARE, POLICE)]
GETS = (Result.SUPPORTED, Result.PARTLY_SUPPORTED)


def high(finding: ClaimFinding) -> Decimal:
    """The most that he owes."""
    return finding.amount.high if finding.amount else Decimal(0)


@pytest.mark.parametrize("tried", ALL, ids="-".join)
def test_the_parts_fit_together(tried: Tried) -> None:
    low_share, high_share = BOUNDS[tried.share]
    provider, resident = tried.provider, tried.resident

    # Nobody owes more than the loss, nor the provider more than his share of it.
    assert all(high(one) <= LOSS for one in tried.analysis.claims)
    assert high(provider) <= LOSS * high_share
    # Who took measures owes nothing, and those who live there answer for the whole then, else for the rest.
    if tried.measures == "taken":
        assert provider.result is Result.NOT_SUPPORTED
        assert high(resident) in (0, LOSS)
    if tried.measures == "none":
        assert high(resident) in (0, LOSS * (1 - low_share))
    # Where the thrower is found he owes it all, and the others nothing beside, or only in supplement.
    if tried.thrower in ("found", "admits"):
        (thrower,) = tried.against("m")
        assert (thrower.result, thrower.capacity, high(thrower)) == (Result.SUPPORTED, "sole", LOSS)
    if tried.known:
        assert resident.result is Result.NOT_SUPPORTED
        assert provider.capacity == "supplementary"
        assert provider.amount is None or provider.amount.low is None
    # Of whom it is not proved that he threw, he owes nothing as the thrower; nobody is found by him.
    if tried.thrower == "denies":
        assert [one.result for one in tried.against("m") if one.capacity == "sole"] == [Result.NOT_SUPPORTED]
        assert provider.capacity != "supplementary"
        assert {use.fact for use in provider.unproved} == ({"is_thrower"} if tried.measures != "taken" else set())
    # Recourse only for what is owed, against who owes it.
    for one in tried.analysis.recourse:
        (paid,) = (found for found in tried.against(one.by) if found.result not in (Result.NOT_SUPPORTED,))
        assert one.money is not None
        assert one.money.high <= high(paid)
        assert one.against == "m"
        assert tried.thrower in ("found", "admits")


@pytest.mark.parametrize("tried", [one for one in ALL if one.thrower in ("unknown", "denies")], ids="-".join)
def test_the_thrower_is_not_known(tried: Tried) -> None:
    provider, resident = tried.provider, tried.resident
    if tried.police == "asked":
        assert resident.result in GETS
        assert resident.capacity == "compensatory"
        if tried.measures == "none":
            low_share, high_share = BOUNDS[tried.share]
            assert provider.capacity == "proportionate"
            assert provider.amount is not None
            assert (provider.amount.low, provider.amount.high) == (
                (None, LOSS) if tried.share == "untold" else (LOSS * low_share, LOSS * high_share)
            )
            # What he pays for certain and what the residents pay at most make the loss, and no more.
            assert tried.share == "untold" or LOSS * low_share + high(resident) == LOSS
    if tried.police == "not asked":
        assert resident.result is Result.NOT_SUPPORTED
        open_ = provider.result is Result.DEPENDS
        assert open_ is (tried.measures != "taken")


def test_the_share_caps_the_provider_while_it_is_open_who_threw() -> None:
    found = Tried("untold", "none", "0.3", "asked").provider
    assert found.result is Result.PARTLY_SUPPORTED
    assert found.capacity is None
    assert found.amount is not None
    assert (found.amount.low, found.amount.high) == (None, Decimal("24000.00"))


def test_what_several_owe_for_one_loss_is_told_to_be_paid_once() -> None:
    told = [one for one in Tried("found", "none", "0.3", "asked").analysis.diagnostics if one.code == "SUM001"]
    assert len(told) == 1
    assert "合起来不超过损失总额" in told[0].message
