"""What ruled before a provision, and where an old provision went."""

from __future__ import annotations

import pytest

from propertylaw.model import Locator
from propertylaw.rulebook import catalogue, ruled_after, ruled_before
from propertylaw.rulebook.predecessors import _successions


@pytest.mark.parametrize(
    ("now", "then"), [("民法典/278/1/5", "物权法/76"), ("民法典/585/2", "合同法/114"), ("民法典/1254", "侵权责任法/87")]
)
def test_an_article_goes_back_to_one_of_the_statute_before(now: str, then: str) -> None:
    assert str(ruled_before(Locator.parse(now))[0][0]) == then


def test_an_article_without_a_forerunner_goes_back_to_whole_sources() -> None:
    assert [str(at) for at in ruled_before(Locator.parse("民法典/944"))[0]] == [
        "合同法",
        "物业管理条例",
        "物业服务解释",
    ]


def test_nothing_is_known_before_a_first_statute() -> None:
    assert ruled_before(Locator.parse("个人信息保护法/29")) == ()


def test_an_old_article_leads_to_the_new_one() -> None:
    assert str(ruled_after(Locator.parse("物权法/76/2"))) == "民法典/278"
    assert ruled_after(Locator.parse("物权法/1")) is None


def test_every_source_named_is_in_the_catalogue_and_has_the_article() -> None:
    for one in _successions().values():
        places = [*one.articles.values(), *(at for group in one.groups for at in group.was)]
        assert catalogue().get(one.instrument) is not None
        for at in places:
            known = catalogue().get(at.instrument)
            assert known is not None, at
            assert (at.article or 0) <= max(version.articles or 0 for version in known.versions), at


def test_what_ruled_before_began_before() -> None:
    for one in _successions().values():
        new = catalogue().get(one.instrument)
        for at in (*one.articles.values(), *(at for group in one.groups for at in group.was)):
            old = catalogue().get(at.instrument)
            assert new and old
            assert old.versions[0].begins < new.versions[0].begins, at
