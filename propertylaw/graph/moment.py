"""The norms that apply on a day at a place, and what is not known of the versions they are taken from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from propertylaw.library import KnowledgeBase
from propertylaw.model import Diagnostic, Instrument, Locator, Norm, Severity, Version
from propertylaw.rulebook import Catalogue


def applying(
    norms: Iterable[Norm], instruments: Mapping[str, Instrument], day: date, place: str
) -> tuple[tuple[Norm, ...], tuple[Diagnostic, ...]]:
    """The norms in force on the day at the place, with what could not be made sure.

    Args:
        norms: of any versions; a norm whose locator names a version applies while that version does.
        instruments: what is known of their sources.
        day: the day.
        place: province and city; norms of the user's own documents apply everywhere.
    """
    law = KnowledgeBase(day, place, catalogue=Catalogue(instruments.values()))
    kept = tuple(norm for norm in norms if law.applies(norm.locator) and _of_the_day(norm, instruments, day))
    return kept, tuple(_doubts(kept, instruments, day))


def _of_the_day(norm: Norm, instruments: Mapping[str, Instrument], day: date) -> bool:
    if not (norm.since or day) <= day <= (norm.until or day):
        return False
    current = _current(instruments.get(norm.locator.instrument), day)
    return norm.locator.version is None or current is None or norm.locator.version in (current.adopted, current.begins)


def _current(instrument: Instrument | None, day: date) -> Version | None:
    """The version in force on a day, as far as the versions are known."""
    started = [version for version in (instrument.versions if instrument else ()) if version.begins <= day]
    return started[-1] if started else None


def _doubts(norms: Iterable[Norm], instruments: Mapping[str, Instrument], day: date) -> Iterator[Diagnostic]:
    """Norms without a version are those of the latest text; on an earlier day another one applied."""
    for id in sorted({norm.locator.instrument for norm in norms if norm.locator.version is None}):
        known = instruments.get(id)
        if known is None or id.startswith("doc:"):
            continue
        if not known.versions:
            yield _doubt(id, f"《{known.title}》从何时起施行不明，仍列入")
        elif known.versions[-1].begins > day:
            latest = known.versions[-1].begins
            yield _doubt(id, f"《{known.title}》的规范出自{latest}起施行的文本，{day}施行的是更早的文本，内容可能不同")


def _doubt(id: str, message: str) -> Diagnostic:
    return Diagnostic(
        code="GRA001",
        severity=Severity.MEDIUM,
        message=message,
        locator=Locator(instrument=id),
        advice="引用前请核对当日施行的文本",
    )
