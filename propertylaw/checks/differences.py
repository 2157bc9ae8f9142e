"""Relations of a regulation's norms to others, as findings: one for each of its sentences that differs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.graph import NEARLY, Aspect, Clash, Consent, Measure, Relation, period
from propertylaw.model import Locator, Severity, Span
from propertylaw.structure import cite

from .regulation import Regulation

_SURE = 0.75
"""From this confidence on a difference is told as what it is; below, its reading is contested."""


def differences(
    regulation: Regulation, wanted: Callable[[Relation], bool], severity: Severity, advice: str, message: str = ""
) -> Iterator[Hit]:
    """The relations that are wanted, those of one sentence together.

    Args:
        regulation: whose norms give way.
        wanted: which relations count.
        severity: of a sure one; a contested one is a degree lighter.
        advice: what to do.
        message: what to say instead of what the check says elsewhere.
    """
    found: dict[Span, list[Relation]] = {}
    for one in regulation.relations:
        if not wanted(one) or one.lower.text_span is None:
            continue
        if not _by_leave(regulation, one) and not _adds_up(regulation, one):
            found.setdefault(one.lower.text_span, []).append(one)
    for group in found.values():
        group.sort(key=_asks_otherwise)
        first = group[0]
        places = tuple(dict.fromkeys(one.higher.locator for one in group))
        sure = any(one.confidence >= _SURE for one in group)
        yield Hit(
            first.lower.text_span,
            says=_said(group),
            severity=severity if sure else _lighter(severity),
            message=message,
            advice=advice,
            related=places,
            basis=places,
        )


def contradictions(regulation: Regulation, aspects: Collection[Aspect], advice: str) -> Iterator[Hit]:
    """What a regulation says twice and differently, told where it says it the second time.

    Args:
        regulation: the text.
        aspects: the fields that count.
        advice: what to do.
    """
    for one in regulation.clashes:
        if one.aspect in aspects and not _by_leave(regulation, one):
            before = one.first.locator
            says = f"与{cite(before)}：{one.why}"
            yield Hit(one.second.text_span, says=says, advice=advice, related=(before,))


def _asks_otherwise(one: Relation) -> bool:
    """Whether one side counts votes and the other only asks for leave: provisions that ask alike are told before."""
    own, other = one.lower_value, one.higher_value
    return isinstance(own, Consent) and isinstance(other, Consent) and own.counted != other.counted


def _said(group: Iterable[Relation]) -> str:
    """How a sentence differs from each provision; provisions from which it differs alike are named together."""
    reasons: dict[Locator, list[str]] = {}
    for one in group:
        reasons.setdefault(one.higher.locator, []).append(one.why)
    alike: dict[tuple[str, ...], list[Locator]] = {}
    for place, found in reasons.items():
        alike.setdefault(tuple(dict.fromkeys(found)), []).append(place)
    return "。".join(f"与{'、'.join(map(_cited, places))}：{'；'.join(found)}" for found, places in alike.items())


def _by_leave(regulation: Regulation, one: Relation | Clash) -> bool:
    """Whether what is forbidden is forbidden only without leave, as far as the sentences tell."""
    if one.aspect is not Aspect.MODALITY:
        return False
    if isinstance(one, Relation):
        words = [regulation.body.words_of(norm) for norm in (one.lower, one.higher)]
    else:
        words = [regulation.source.text[slice(*(norm.text_span or (0, 0)))] for norm in (one.first, one.second)]
    return any(pattern("{without_leave}").search(each) for each in words)


def _adds_up(regulation: Regulation, one: Relation) -> bool:
    """Whether the sentence has a further period, and both together are as long as that of the other source."""
    own, other = one.lower_value, one.higher_value
    if one.aspect is not Aspect.PERIOD or not isinstance(own, Measure) or not isinstance(other, Measure):
        return False
    beside = (norm for norm in regulation.norms if norm.text_span == one.lower.text_span)
    further = (found for norm in beside if (found := period(norm)) is not None and found.text != own.text)
    return any(abs(own.value + more.value - other.value) <= NEARLY * other.value for more in further)


def _cited(place: Locator) -> str:
    return cite(place, place.instrument.removeprefix("doc:"))


def _lighter(severity: Severity) -> Severity:
    order = (Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)
    return order[min(order.index(severity) + 1, len(order) - 1)]
