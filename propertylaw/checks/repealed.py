"""Citations of repealed sources, and the article that took the place of the one cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from propertylaw.errors import RuleError
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.wordlists import one_of
from propertylaw.model import Instrument, Locator, Span
from propertylaw.model.base import Model
from propertylaw.rulebook import catalogue, data_folder, read_yaml
from propertylaw.structure import cite, parse_numeral

_LOOK_AHEAD = 220
"""Characters in which a repeal clause names all it repeals."""


class _Succession(Model):
    source: str
    articles: dict[int, Locator]


@dataclass(frozen=True, slots=True)
class RepealedCitation:
    """A citation of a source that no longer applies."""

    span: Span
    source: str
    """Id of the source."""
    says: str
    advice: str
    successors: tuple[Locator, ...]


def repealed_citations(text: str) -> Iterator[RepealedCitation]:
    """Every citation of a repealed source, with its title or its short name, in reading order."""
    if not any(name in text for name in _repealed()):
        return
    for match in _written().finditer(text):
        known = _repealed()[match["title"]]
        if not pattern("{told_as_past}").search(text[match.end() : match.end() + _LOOK_AHEAD]):
            yield _citation(match, known, text)


def _citation(match: re.Match[str], known: Instrument, text: str) -> RepealedCitation:
    article = parse_numeral(match["article"]) if match["article"] else None
    new = _successions().get(known.id, {}).get(article) if article else None
    day = f"{known.repealed:%Y-%m-%d}" if known.repealed else ""
    if new is not None:
        advice = f"改引{cite(new, new.instrument)}"
    elif known.replaced_by:
        advice = f"改引《{known.replaced_by}》的相应条文"
    else:
        advice = "改引现行法律"
    where = (new,) if new else (Locator(instrument=known.replaced_by),) if known.replaced_by else ()
    start, end = match.span()
    opened = start - text.startswith("《", start - 1) if start else start
    return RepealedCitation((opened, end), known.id, f"《{known.id}》自 {day} 起不再适用", advice, where)


@cache
def _repealed() -> Mapping[str, Instrument]:
    """Repealed instruments by every name they are cited by."""
    return {name: known for known in catalogue() if known.repealed for name in (known.id, known.title, *known.aliases)}


@cache
def _written() -> re.Pattern[str]:
    """A name in title marks, or one that no longer name runs into (劳动合同法 is not 合同法)."""
    names = one_of(_repealed())
    article = pattern("{article_number}").pattern
    return re.compile(rf"(?:(?<=《)|{pattern('{free_name}').pattern})(?P<title>{names})》?(?![编实])(?:{article})?")


@cache
def _successions() -> Mapping[str, Mapping[int, Locator]]:
    read: tuple[_Succession, ...] = read_yaml(
        data_folder("rules") / "contract" / "successions.yaml", tuple[_Succession, ...], RuleError
    )
    return {one.source: one.articles for one in read}
