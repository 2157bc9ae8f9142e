"""Open terms of curated norms are told where the result turns on them, and only there."""

from __future__ import annotations

from datetime import date

import pytest
from two_parties import agreed, raised

from propertylaw.model import Analysis, ClaimRequest, Dispute, Fact, Participant, Result
from propertylaw.reasoning import analyze

CUT = ("utilities_cut", "cut_by_provider", "cut_to_collect")


def cutoff(loss_grew: Fact, by_another: Fact | None = None) -> Analysis:
    """A provider, or another, cut the water; the owner may have let the loss grow."""
    told = [Fact(id=id, value=True, said_by="b", admitted_by=("a",)) for id in CUT]
    cut = [by_another if by_another and by_another.id == one.id else one for one in told]
    return analyze(
        Dispute(
            on=date(2025, 6, 30),
            place="江苏省南通市",
            parties=(
                Participant(id="b", name="徐某", role="owner"),
                Participant(id="a", name="甲物业公司", role="service_provider"),
            ),
            claims=(ClaimRequest(by="b", against=("a",), claim="fees.cutoff"),),
            facts=(*cut, loss_grew),
        )
    )


def vague(analysis: Analysis) -> list[tuple[str, list[str]]]:
    return [(one.id, list(map(str, one.vague_in))) for one in analysis.open_concepts if one.vague_in]


def test_an_open_term_of_a_norm_on_which_an_open_defence_rests_is_told() -> None:
    analysis = cutoff(Fact(id="owner_let_loss_grow", value=None))
    assert vague(analysis) == [("vague_measures", ["民法典/591/1"])]
    assert len(analysis.open_concepts[-1].readings) == 2


@pytest.mark.parametrize(
    "loss_grew",
    [
        Fact(id="owner_let_loss_grow", value=True, said_by="a", admitted_by=("b",)),
        Fact(id="owner_let_loss_grow", value=True, said_by="a", denied_by=("b",), evidence=("照片",)),
        Fact(id="owner_let_loss_grow", value=True, said_by="a", denied_by=("b",)),
        Fact(id="owner_let_loss_grow", value=False, said_by="b"),
    ],
    ids=["admitted", "denied and proved", "denied and not proved", "not so"],
)
def test_what_is_decided_here_leaves_no_term_open(loss_grew: Fact) -> None:
    assert vague(cutoff(loss_grew)) == []


def test_an_open_defence_against_a_claim_that_fails_anyway_leaves_no_term_open() -> None:
    open_defence = Fact(id="owner_let_loss_grow", value=None)
    assert vague(cutoff(open_defence, by_another=Fact(id="cut_by_provider", value=False, said_by="a"))) == []


def test_a_term_that_a_concept_of_the_claim_speaks_of_is_not_told_twice() -> None:
    # 民法典 1254 II speaks of necessary measures; the claim has its own concept for them.
    analysis = analyze(
        Dispute(
            on=date(2025, 6, 30),
            place="江苏省南通市",
            parties=(
                Participant(id="s", name="孙某", role="anyone"),
                Participant(id="a", name="甲物业公司", role="service_provider"),
            ),
            claims=(ClaimRequest(by="s", against=("a",), claim="torts.thrown_object"),),
            facts=(
                Fact(id="object_from_building", value=True),
                Fact(id="harm_suffered", value=True),
                Fact(id="police_investigated", value=True),
                Fact(id="patrols_and_warnings", value=True, said_by="a", denied_by=("s",), evidence=("巡查记录",)),
            ),
        )
    )
    assert [one.id for one in analysis.open_concepts] == ["lacking_measures"]


def test_where_water_came_from_does_not_turn_on_a_word_for_time() -> None:
    # 物业管理条例 55 I has what is dangerous repaired in time; whose pipe leaked is another question.
    facts = agreed("flat_flooded"), {"id": "leak_from_their_part", "of": "b", "value": None, "said_by": "a"}
    analysis = analyze(raised("neighbours.leak", ("owner", "owner"), *facts))
    assert analysis.claims[0].result is Result.DEPENDS
    assert vague(analysis) == []
