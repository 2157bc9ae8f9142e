"""Rules on how owners decide, compared matter by matter: what 278 asks and what older texts still count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from propertylaw.extraction.topics import topics_of
from propertylaw.model import Locator, Modality, Norm, Topic

from .consents import Consent, consent_of
from .precedence import By, Sources
from .relation import Aspect, Relation, RelationKind
from .subjects import with_wider
from .wording import pattern, plain

_ASSEMBLY = "owner"
"""The assembly in the name of those it acts for (see `same_parties` of the lexicon)."""
_DEMANDS = (Modality.DUTY, Modality.POWER, Modality.RIGHT, Modality.PROHIBITION)
OTHER_MATTERS, ANY_MATTER = "其他事项", "业主共同决定的事项"


_Article = tuple[str, date | None, int | None]
_Articles = Mapping[_Article, Sequence[Norm]]


@dataclass(frozen=True, slots=True)
class Decision:
    """What one norm asks for, and for which matters."""

    norm: Norm
    consent: Consent
    named: frozenset[str]
    """Topics of the matters that it names."""
    except_for: frozenset[str] | None
    """Where it speaks of all other matters: those that its article treats apart; else None."""

    def shared(self, other: Decision) -> frozenset[str]:
        """The matters that both speak of."""
        both = self.named & other.named
        if other.except_for is not None:
            both |= self.named - other.except_for
        if self.except_for is not None:
            both |= other.named - self.except_for
        if self.except_for is None or other.except_for is None:
            return both
        return both or frozenset([OTHER_MATTERS if self.except_for or other.except_for else ANY_MATTER])


def decisions(norms: Iterable[Norm], topics: Mapping[str, Topic]) -> tuple[Decision, ...]:
    """The rules on votes and consents among norms, each with the matters it is about."""
    articles: dict[_Article, list[Norm]] = defaultdict(list)
    for norm in norms:
        articles[_article(norm)].append(norm)
    return tuple(one for article in articles.values() for one in _decided(article, articles, topics))


def decision_relations(norms: Iterable[Norm], topics: Mapping[str, Topic], sources: Sources) -> Iterator[Relation]:
    """How rules on the same decision in different sources stand to each other."""
    found = decisions(norms, topics)
    for one in found:
        for other in found:
            order = sources.between(one.norm.locator.instrument, other.norm.locator.instrument)
            if order is None or order.lower != one.norm.locator.instrument or order.by == "place":
                continue
            matters = one.shared(other)
            if matters and one.consent.act == other.consent.act:
                yield _relation(one, other, matters, _title(one, matters, topics), order.by)


def _decided(article: Sequence[Norm], articles: _Articles, topics: Mapping[str, Topic]) -> Iterator[Decision]:
    """The decisions that one article rules."""
    asking = [(norm, consent) for norm in article if norm.modality in _DEMANDS and (consent := consent_of(norm))]
    if not asking:
        return
    of_a_part = any(pattern("votes.part_owners").search(norm.action) for norm in article)
    others = [norm for norm in article if all(norm is not one for one, _ in asking)]
    named = {norm.id: _matters(_topics(norm, others, articles), topics) for norm, _ in asking}
    for norm, consent in asking:
        if named[norm.id]:
            yield Decision(norm, consent, named[norm.id], None)
        elif consent.counted and not consent.part_only and not of_a_part:
            apart = [named[other.id] for other, theirs in asking if other is not norm and theirs.act == consent.act]
            if _speaks_of_the_rest(norm) or (not _condition(norm) and any(apart)):
                yield Decision(norm, consent, frozenset(), frozenset().union(*apart))


def _matters(ids: Iterable[str], topics: Mapping[str, Topic]) -> frozenset[str]:
    """The matters that topics are or lie within, the widest of each."""
    chains = ([wide for wide in with_wider(id, topics) if wide in topics and topics[wide].matter] for id in ids)
    return frozenset(chain[-1] for chain in chains if chain)


def _topics(norm: Norm, others: Sequence[Norm], articles: _Articles) -> frozenset[str]:
    """Topics of the list items that a norm points at; where it points at none, those of its own sentence.

    Args:
        norm: that asks for a vote or consent.
        others: norms of its article that ask for none; one of the same sentence may name the matter.
        articles: all norms by article.
    """
    if pattern("votes.rest").search(norm.condition or ""):
        return frozenset()
    items = [one for citation in norm.cites for target in citation.targets for one in _items(target, articles)]
    if items:
        return frozenset(topic for one in items for topic in topics_of(one.action))
    beside = (one for one in others if norm.text_span and one.text_span == norm.text_span)
    return frozenset(topic for one in (norm, *beside) for topic in one.topics)


def _items(target: Locator, articles: _Articles) -> Iterator[Norm]:
    """Norms of a list item that is cited; a whole article or paragraph names no matter."""
    if target.item:
        there = articles.get((target.instrument, target.version, target.article), ())
        yield from (one for one in there if target.contains(one.locator))


def _speaks_of_the_rest(norm: Norm) -> bool:
    """Whether a rule without a matter of its own holds for all that is left, or for any decision of the assembly."""
    condition = _condition(norm)
    if condition:
        return any(pattern(name).search(condition) for name in ("votes.rest", "votes.any_decision"))
    return norm.bearer == ("owners_assembly",)


def _condition(norm: Norm) -> str:
    """The condition of a norm; empty where it holds no more than particles."""
    return norm.condition if norm.condition and plain(norm.condition) else ""


def _article(norm: Norm) -> _Article:
    place = norm.locator
    return place.instrument, place.version, place.article


def _relation(lower: Decision, higher: Decision, about: frozenset[str], matters: str, by: By) -> Relation:
    kind, says, confidence = _compare(lower.consent, higher.consent)
    why = f"{matters}：这里要求{_asks(lower)}，另一方要求{_asks(higher)}；{says}"
    values = (lower.consent, higher.consent)
    return Relation(kind, lower.norm, higher.norm, Aspect.THRESHOLD, *values, by, confidence, why, about)


def _asks(decision: Decision) -> str:
    if decision.consent.counted:
        return str(decision.consent)
    return decision.norm.action


def _compare(lower: Consent, higher: Consent) -> tuple[RelationKind, str, float]:
    if lower == higher:
        return RelationKind.REPEATS, "要求相同", 0.95
    if not (lower.counted and higher.counted):
        return _asked_or_counted(lower, higher)
    if lower.part_only != higher.part_only:
        return RelationKind.CONFLICTS, "按单元（栋）计还是按整个区域计，尚有争议", 0.6
    if lower.of != higher.of:
        return RelationKind.CONFLICTS, f"计算的基数不同{_stricter(lower, higher)}", 0.9
    return _by_shares(lower, higher)


def _asked_or_counted(lower: Consent, higher: Consent) -> tuple[RelationKind, str, float]:
    if lower.counted or higher.counted:
        asked = higher if lower.counted else lower
        if _ASSEMBLY in asked.parties and "owners_committee" not in asked.parties:
            return RelationKind.IMPLEMENTS, "同意如何作出，另一方写明", 0.6
        says = ("由业主表决", "只须所列各方同意") if lower.counted else ("只须所列各方同意", "由业主表决")
        return RelationKind.CONFLICTS, f"这里{says[0]}，另一方{says[1]}", 0.7
    if set(lower.parties) == set(higher.parties):
        return RelationKind.REPEATS, "须征得同意的人相同", 0.8
    return RelationKind.CONFLICTS, "须征得同意的人不同", 0.6


def _stricter(lower: Consent, higher: Consent) -> str:
    """Which side asks for more, where that is sure: a share of all owners is at least that share of those who vote."""
    of_all, of_voting = (lower, higher) if lower.of == "all" else (higher, lower)
    pairs = ((of_all.area, of_voting.area), (of_all.heads, of_voting.heads))
    if lower.act != "consent" or any(own is None or other is None or own < other for own, other in pairs):
        return ""
    return f"，同意的要求{'这里' if of_all is lower else '另一方'}更严"


def _by_shares(lower: Consent, higher: Consent) -> tuple[RelationKind, str, float]:
    pairs = [
        (own, other)
        for own, other in ((lower.area, higher.area), (lower.heads, higher.heads))
        if own is not None and other is not None
    ]
    if not pairs or all(own == other for own, other in pairs):
        return RelationKind.REPEATS, "比例相同", 0.8
    if any(own < other for own, other in pairs):
        return RelationKind.CONFLICTS, "比例更低", 0.9
    return RelationKind.STRICTER, "比例更高", 0.8


def _title(lower: Decision, matters: frozenset[str], topics: Mapping[str, Topic]) -> str:
    """What the lower rule is about: a rule on all that is left does not name the matters of the other."""
    title = _titles(matters, topics)
    if matters & lower.named or not matters & topics.keys():
        return title
    return f"归入{'其他' if lower.except_for else '一般'}事项的，包括{title}"


def _titles(matters: frozenset[str], topics: Mapping[str, Topic]) -> str:
    return "、".join([topic.title for id, topic in topics.items() if id in matters] or sorted(matters))
