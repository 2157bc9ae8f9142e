"""The law of property management is curated as a whole: what has no curated partner in it is listed with why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from curated_pairs import pairs
from law_graph import norms_of
from reference_texts import FOLDER

from propertylaw.errors import RuleError
from propertylaw.model import Locator, Norm
from propertylaw.model.base import Model
from propertylaw.rulebook import read_yaml, rules

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference folder ../shared is not beside the checkout"),
]

SCOPE = {
    "民法典": (*range(271, 288), *range(937, 951)),
    "物业管理条例": tuple(range(1, 68)),
    "物业服务解释": tuple(range(1, 6)),
    "区分所有权解释": tuple(range(1, 19)),
}
"""The articles that are to be curated as a whole."""
FILES = (
    "民法典-物权编",
    "民法典-合同编",
    "物业管理条例(2018-03-19)",
    "最高人民法院关于审理物业服务纠纷案件适用法律若干问题的解释(2020-12-29)",
    "最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释(2020-12-29)",
)


class UncuratedNorm(Model):
    at: Locator
    begins: str
    reason: str

    def means(self, norm: Norm) -> bool:
        return self.at == norm.locator.model_copy(update={"span": None}) and norm.action.startswith(self.begins)


class UncuratedArticle(Model):
    at: Locator
    reason: str


class Uncurated(Model):
    norms: tuple[UncuratedNorm, ...]
    articles: tuple[UncuratedArticle, ...]


DATA = read_yaml(Path(__file__).parent / "uncurated_norms.yaml", Uncurated, RuleError)


@cache
def read() -> tuple[Norm, ...]:
    found = (norm for file in FILES for norm in norms_of(FOLDER / "national" / f"{file}.md"))
    return tuple(norm for norm in found if norm.locator.article in SCOPE.get(norm.locator.instrument, ()))


@cache
def alone() -> tuple[Norm, ...]:
    """Norms of the texts that no curated norm is paired with."""
    paired = {other.id for _, other in pairs(rules().norms.values(), read()) if other is not None}
    return tuple(norm for norm in read() if norm.id not in paired)


def test_every_norm_without_a_curated_partner_is_listed_with_its_reason() -> None:
    missing = [norm for norm in alone() if not any(one.means(norm) for one in DATA.norms)]
    assert [f"{norm.locator} {norm.action}" for norm in missing] == []


def test_what_is_listed_is_still_without_a_partner() -> None:
    assert [one for one in DATA.norms if not any(one.means(norm) for norm in alone())] == []
    assert all(one.reason for one in (*DATA.norms, *DATA.articles))


def test_every_article_has_a_curated_norm_or_a_reason() -> None:
    curated = {(norm.locator.instrument, norm.locator.article) for norm in rules().norms.values()}
    without = {(id, article) for id, articles in SCOPE.items() for article in articles} - curated
    assert without == {(one.at.instrument, one.at.article) for one in DATA.articles}


def test_most_of_what_is_read_has_a_partner() -> None:
    assert len(alone()) < 0.1 * len(read())


def test_a_norm_that_is_no_longer_curated_is_missed() -> None:
    norms = [norm for norm in rules().norms.values() if str(norm.locator) != "民法典/944/3"]
    paired = {other.id for _, other in pairs(norms, read()) if other is not None}
    assert any(str(norm.locator) == "民法典/944/3" and norm.id not in paired for norm in read())
