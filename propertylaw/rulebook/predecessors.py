"""What ruled before a provision: for facts of a day on which its instrument was not yet in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import Field

from propertylaw.errors import RuleError
from propertylaw.model import Locator, Model

from .data import data_folder
from .yaml_file import read_yaml


class Group(Model):
    """A run of articles and the instruments that ruled their matter before."""

    articles: tuple[int, int]
    was: tuple[Locator, ...]


class Succession(Model):
    """What ruled before one instrument."""

    instrument: str
    articles: Mapping[int, Locator] = Field(default_factory=dict)
    """An article and the one it goes back to."""
    groups: tuple[Group, ...] = ()
    """For runs of articles, the most precise first."""

    def before(self, article: int | None) -> Iterator[tuple[Locator, ...]]:
        """What to look for, the most precise first; for the whole instrument what ruled before its first articles."""
        if article is not None and article in self.articles:
            yield (self.articles[article],)
        for group in self.groups:
            if article is None or group.articles[0] <= article <= group.articles[1]:
                yield group.was


def ruled_before(at: Locator) -> tuple[tuple[Locator, ...], ...]:
    """Sources that ruled before a provision, in the order in which to look for one in force on a day."""
    found = _successions().get(at.instrument)
    return tuple(found.before(at.article)) if found else ()


@cache
def known_without_article() -> frozenset[str]:
    """The instruments of which it is only recorded that they ruled a matter, not by which article."""
    groups = (group for found in _successions().values() for group in found.groups)
    return frozenset(at.instrument for group in groups for at in group.was if at.article is None)


def ruled_after(at: Locator) -> Locator | None:
    """The article that goes back to this one, where one is recorded; of several the first."""
    return next(iter(all_ruled_after(at)), None)


def all_ruled_after(at: Locator) -> tuple[Locator, ...]:
    """The articles that go back to this one, as far as they are recorded."""
    old = Locator(instrument=at.instrument, article=at.article)
    return tuple(
        Locator(instrument=found.instrument, article=article)
        for found in _successions().values()
        for article, was in found.articles.items()
        if was == old
    )


@cache
def _successions() -> dict[str, Succession]:
    file = data_folder("corpus") / "catalogue" / "predecessors.yaml"
    found: tuple[Succession, ...] = read_yaml(file, tuple[Succession, ...], RuleError)
    return {one.instrument: one for one in found}
