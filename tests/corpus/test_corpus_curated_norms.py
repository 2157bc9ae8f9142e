"""The curated norms against those that are read from the same provisions: every difference is listed with a verdict."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from curated_pairs import Difference, differences, pairs
from law_graph import norms_of
from reference_texts import FOLDER

from propertylaw.errors import RuleError
from propertylaw.model import Amount, Locator, Modality, Norm
from propertylaw.model.base import Model
from propertylaw.rulebook import read_yaml, rules

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference folder ../shared is not beside the checkout"),
]


class Verdict(StrEnum):
    """Who read the provision rightly; where the text's reading is better, the curated norm is mended instead."""

    CURATED_RIGHT = "curated_right"
    BOTH_POSSIBLE = "both_possible"


class Listed(Model):
    """A difference that was judged with the provision open."""

    at: Locator
    action: str
    field: str
    curated: str
    extracted: str
    verdict: Verdict
    reason: str

    @property
    def difference(self) -> Difference:
        return Difference(str(self.at), self.action, self.field, self.curated, self.extracted)


class Mismatches(Model):
    """A data file."""

    files: tuple[str, ...]
    """The texts that norms are curated from."""
    listed: tuple[Listed, ...]


DATA = tuple(
    read_yaml(Path(__file__).parent / name, Mismatches, RuleError)
    for name in ("curated_mismatches.yaml", "curated_mismatches_public.yaml")
)
LISTED = tuple(one for data in DATA for one in data.listed)
TEXTS_NOT_AT_HAND = {"治安管理处罚法"}
"""Norms are curated from these instruments, but the reference folder does not hold them: nothing to compare with."""


@cache
def extracted() -> tuple[Norm, ...]:
    return tuple(norm for data in DATA for file in data.files for norm in norms_of(FOLDER / "national" / f"{file}.md"))


@cache
def compared() -> tuple[tuple[Norm, Norm | None], ...]:
    at_hand = (norm for norm in rules().norms.values() if norm.locator.instrument not in TEXTS_NOT_AT_HAND)
    return tuple(pairs(at_hand, extracted()))


def found() -> set[Difference]:
    return {one for norm, other in compared() for one in differences(norm, other)}


def test_every_difference_between_a_curated_norm_and_its_text_is_judged() -> None:
    assert sorted(found() - {one.difference for one in LISTED}) == []


def test_no_judged_difference_has_gone() -> None:
    assert sorted({one.difference for one in LISTED} - found()) == []


def test_a_difference_is_judged_once_and_with_a_reason() -> None:
    assert len({one.difference for one in LISTED}) == len(LISTED)
    assert all(one.reason for one in LISTED)


def test_a_text_is_read_once() -> None:
    files = [file for data in DATA for file in data.files]
    assert len(set(files)) == len(files)


def test_every_curated_norm_with_its_text_at_hand_is_compared_and_most_have_a_counterpart() -> None:
    assert len(rules().norms) - len(compared()) == 1
    assert sum(other is not None for _, other in compared()) > 0.85 * len(compared())


def test_the_texts_of_all_curated_norms_but_those_not_at_hand_are_read() -> None:
    read = {norm.locator.instrument for norm in extracted()}
    assert {norm.locator.instrument for norm in rules().norms.values()} - read == TEXTS_NOT_AT_HAND


@pytest.mark.parametrize(
    ("at", "field", "altered"),
    [
        ("民法典/944/3", "modality", {"modality": Modality.DUTY}),
        ("民法典/944/3", "bearer", {"bearer": ("owner",)}),
        ("物业管理条例/58", "bearer", {"bearer": ("developer",)}),
        ("民法典/941/1", "counterparty", {"counterparty": ("contractor",)}),
        ("民法典/946/1", "deadline", {"deadline": "P30D"}),
        ("区分所有权解释/12", "deadline", {"deadline": None}),
        ("民法典/278/2", "threshold", {"threshold": "参与者中面积与人数各三分之一以上同意"}),
        ("民法典/278/2", "threshold", {"threshold": "全体业主中面积与人数各四分之三以上同意"}),
        ("物业管理条例/13/2", "threshold", {"threshold": "百分之三十以上业主"}),
        ("物业管理条例/57", "amount", {"amount": Amount(min=Decimal(5000), max=Decimal(200000))}),
        ("物业管理条例/59", "amount", {"amount": Amount(text="委托价款的百分之二十至五十")}),
    ],
)
def test_a_curated_norm_that_is_altered_no_longer_agrees(at: str, field: str, altered: dict[str, object]) -> None:
    there = [(norm, other) for norm, other in compared() if str(norm.locator) == at and getattr(norm, field)]
    agreeing = [(norm, other) for norm, other in there if not [*differences(norm, other)]]
    assert agreeing
    for norm, other in agreeing:
        assert [one.field for one in differences(norm.model_copy(update=altered), other)] == [field]


def test_a_norm_of_which_the_text_yields_nothing_is_a_difference_of_its_own() -> None:
    norm, _ = compared()[0]
    assert [one.field for one in differences(norm, None)] == ["norm"]
