"""Citations that the catalogue does not know, or that it or a text at hand contradicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from propertylaw.model import Claim, Concept, Instrument, Locator, Norm
from propertylaw.rulebook.alternatives import Alternative, alternatives
from propertylaw.rulebook.brought_about import BroughtAbout, brought_about
from propertylaw.rulebook.catalogue import Catalogue
from propertylaw.rulebook.clause_rules import clause_rules
from propertylaw.rulebook.crime_reports import crime_reports
from propertylaw.rulebook.exclusions import Exclusion, exclusions
from propertylaw.rulebook.paid_once import PaidOnce, paid_once
from propertylaw.rulebook.set_off import set_off_rule
from propertylaw.rulebook.yaml_file import nearest

from .book import Book, parts_of
from .faults import Fault, Place
from .ways import cited_in_ways


class Texts(Protocol):
    """Texts at hand."""

    def holds(self, place: Locator) -> bool | None:
        """Whether the text has this article, paragraph and item; None where the text is not at hand."""


class NoTexts:
    """No text is at hand: only what the catalogue knows is checked."""

    def holds(self, place: Locator) -> bool | None:
        """Nothing is known."""
        return None


def wrong_citations(book: Book, known: Catalogue, texts: Texts) -> Iterator[Fault]:
    """Every citation that leads nowhere."""
    for at, place in cited_in(book):
        fault = _wrong(at, place, known, texts)
        if fault is not None:
            yield fault


def cited_in(book: Book) -> Iterator[tuple[Locator, Place]]:
    """Every citation of the folder, with its place."""
    for claim, place in book.own("claims"):
        yield from _claim(claim, place)
    for concept, place in book.own("concepts"):
        yield from _concept(concept, place)
    for fact, place in book.own("facts"):
        yield from ((one.at, place.at("local", index, "at")) for index, one in enumerate(fact.local))
    for rule, place in book.own("times"):
        yield from _listed(rule.before.basis, place.at("before", "basis"))
        yield from _listed(rule.across.basis, place.at("across", "basis"))
    for norm, place in book.own("norms"):
        yield from _norm(norm, place)
    yield from cited_in_ways(book)
    yield from _set_off(Place(book.folder / "set_off.yaml"))
    yield from _each(Place(book.folder / "alternatives.yaml"), alternatives)
    yield from _each(Place(book.folder / "brought_about.yaml"), brought_about)
    yield from _each(Place(book.folder / "exclusions.yaml"), exclusions)
    yield from _each(Place(book.folder / "paid_once.yaml"), paid_once)
    clauses = Place(book.folder / "clauses.yaml")
    for index, rule in enumerate(clause_rules().rules if clauses.file.is_file() else ()):
        yield from _listed(rule.basis, clauses.at("rules", index, "basis"))
    reports = Place(book.folder / "crime_reports.yaml")
    if reports.file.is_file():
        yield from _listed(crime_reports().basis, reports.at("basis"))


def _set_off(place: Place) -> Iterator[tuple[Locator, Place]]:
    """What the common rule on set-off rests on, where the folder has it."""
    if not place.file.is_file():
        return
    rule = set_off_rule()
    for part, inside in ((rule.defence, place.at("defence")), (rule.defence.unless, place.at("defence", "unless"))):
        yield from _listed(part.basis if part else (), inside.at("basis"))
    for key in ("joint_basis", "barred_basis", "order_basis"):
        yield from _listed(getattr(rule, key), place.at(key))


def _each(
    place: Place, entries: Callable[[], Sequence[Alternative | BroughtAbout | Exclusion | PaidOnce]]
) -> Iterator[tuple[Locator, Place]]:
    """What each entry of a list rests on, where the folder has it."""
    for index, one in enumerate(entries() if place.file.is_file() else ()):
        yield from _listed(one.basis, place.at(index, "basis"))


def _claim(claim: Claim, place: Place) -> Iterator[tuple[Locator, Place]]:
    yield from _listed(claim.basis, place.at("basis"))
    yield from _listed(claim.forum_basis, place.at("forum_basis"))
    if claim.limitation:
        yield from _listed(claim.limitation.basis, place.at("limitation", "basis"))
    for index, older in enumerate(claim.older_law):
        yield from _listed(older.basis, place.at("older_law", index, "basis"))
    for part, inside in parts_of(claim, place):
        yield from _listed(part.basis, inside.at("basis"))
        for key in ("unless", "recourse"):
            further = getattr(part, key, None)
            if further is not None:
                yield from _listed(further.basis, inside.at(key, "basis"))


def _concept(concept: Concept, place: Place) -> Iterator[tuple[Locator, Place]]:
    yield from _listed(concept.basis, place.at("basis"))
    for index, reading in enumerate(concept.readings):
        yield from _listed(reading.sources, place.at("readings", index, "sources"))
    for index, line in enumerate(concept.bright_lines):
        yield from _listed(line.basis, place.at("bright_lines", index, "basis"))


def _norm(norm: Norm, place: Place) -> Iterator[tuple[Locator, Place]]:
    yield norm.locator, place.at("at")


def _listed(places: tuple[Locator, ...], place: Place) -> Iterator[tuple[Locator, Place]]:
    for index, at in enumerate(places):
        yield at, place.at(index)


def _wrong(at: Locator, place: Place, known: Catalogue, texts: Texts) -> Fault | None:
    instrument = known.get(at.instrument)
    if instrument is None:
        ids = [one.id for one in known]
        return Fault("RULE004", f"目录里没有“{at.instrument}”", place, nearest(at.instrument, ids) or "先补进法源目录")
    last = _last_article(at, instrument)
    if last and at.article is not None and at.article > last:
        problem = f"“{at}”：《{instrument.title}》只有 {last} 条"
        return Fault("RULE004", problem, place, "核对条号")
    if texts.holds(at) is False:
        return Fault("RULE004", f"“{at}”：手头的文本里没有这一条、款或项", place, "打开条文核对款、项")
    return None


def _last_article(at: Locator, instrument: Instrument) -> int | None:
    """The number of articles of the version that is cited: the named one, else the latest."""
    cited = [one for one in instrument.versions if at.version in (None, one.name)]
    return cited[-1].articles if cited else None
