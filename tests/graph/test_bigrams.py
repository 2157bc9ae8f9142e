"""Norms are alike by the pairs of characters they share, the rare ones counting more."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.graph import Wording
from propertylaw.graph.bigrams import Bigrams
from propertylaw.model import Locator, Modality, Norm

WORDS = st.text(alphabet="公示账目收支", max_size=8)


def said(act: str, condition: str = "") -> Wording:
    norm = Norm(id="x", locator=Locator(instrument="甲"), modality=Modality.DUTY, action="办理", origin="extracted")
    return Wording(norm, act, condition)


def pairs(one: Wording) -> set[tuple[str, str]]:
    return {*pairwise(one.act), *pairwise(one.condition)}


def cosine(wordings: list[Wording], one: int, other: int) -> float:
    """The same likeness, counted out pair by pair."""
    own = [pairs(each) for each in wordings]
    weight = {pair: math.log(1 + len(own) / sum(pair in each for each in own)) ** 2 for each in own for pair in each}
    lengths = [math.sqrt(sum(weight[pair] for pair in own[number])) for number in (one, other)]
    return sum(weight[pair] for pair in own[one] & own[other]) / math.prod(lengths)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=8))
def test_likeness_is_the_cosine_of_the_weighted_pairs(words: list[tuple[str, str]]) -> None:
    wordings = [said(*each) for each in words]
    source = np.arange(len(wordings))
    prevails = source[:, None] > source
    found = Bigrams(wordings).alike(source, prevails)

    assert all(other < own for own, other in zip(found.lower, found.higher, strict=True))
    for own, other, score in zip(found.lower, found.higher, found.score, strict=True):
        assert score == pytest.approx(cosine(wordings, own, other))


def test_no_pair_goes_from_the_act_over_into_the_condition() -> None:
    wordings = [said("公示", "账目"), said("示账"), said("公示", "账目")]
    found = Bigrams(wordings).alike(np.array([0, 1, 2]), np.array([[0, 1, 1], [0, 0, 0], [0, 0, 0]], dtype=bool))

    assert found.higher.tolist() == [2]


def test_norms_without_words_have_no_counterpart() -> None:
    wordings = [said(""), said("")]

    assert Bigrams(wordings).alike(np.array([0, 1]), np.ones((2, 2), dtype=bool)).score.tolist() == []
