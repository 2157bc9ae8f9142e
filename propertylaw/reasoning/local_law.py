"""Local rules that bear on a claim: those that stand in a relation to what carries it, those its notes name.

A local text only counts where it is in force at the place on the day; one that contradicts higher law is told as such,
and nothing is decided by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.graph.acts import refusal_alone
from propertylaw.graph.decisions import ANY_MATTER, OTHER_MATTERS
from propertylaw.library import KnowledgeBase, status_of
from propertylaw.model import NATION, ClaimFinding, Fact, LocalRule, Locator, Modality, Norm
from propertylaw.model.local_act import LocalAct
from propertylaw.rulebook import parties, precedence
from propertylaw.rulebook.catalogue import plain_title
from propertylaw.rulebook.local_acts import acts_beside, local_acts
from propertylaw.structure import cite, find_citations

from .documents import DisputeDocuments

_KINDS = {
    RelationKind.IMPLEMENTS: "details",
    RelationKind.STRICTER: "stricter",
    RelationKind.CONFLICTS: "conflicts",
}
_PRECISE = frozenset({Aspect.PERIOD, Aspect.AMOUNT, Aspect.QUANTITY, Aspect.THRESHOLD, Aspect.AUTHORITY})
"""Where a rule that only details another says something that a reader has to know."""
_MOST = 8
"""So many local rules of a claim are told."""
_MOST_ITEMS = 3
"""Of more items of one paragraph on an act, the paragraph is told."""
_SENTENCE = re.compile("[^。；]+[。；]?")
_LIST = re.compile("[^：:。]{1,120}[：:]")
"""What begins a list."""
_TELLS = 12
"""So many characters of what a norm does tell its sentence."""
_SHORT = 240
"""Characters of a provision that are shown."""


class Between(NamedTuple):
    """Between whom a claim stands, and when its facts were."""

    claimant: frozenset[str]
    """Roles."""
    respondent: frozenset[str]
    """The roles in which he answers."""
    span: tuple[date, date] | None
    """The first and the last day of the facts; None where that is not told."""

    @property
    def sides(self) -> frozenset[str]:
        """The roles of the two."""
        return self.claimant | self.respondent


def of_one_party(role: str, roles: frozenset[str]) -> frozenset[str]:
    """Of the roles that may answer to a claim those of somebody in one of them: a supplier of water may have to answer
    for what a provider would, and what is asked of a provider is not asked of him."""
    known = local_acts().one_party
    return roles - (known.keys() - set(known.get(role, ()))) if role in roles else roles


class LocalLaw:
    """The local rules beside the claims of a dispute.

    Args:
        documents: the documents of the dispute and the imported local texts.
        law: the law of the day and the place.
        findings: the claims as they came out.
        facts: what the form tells: on what the owners decided.
    """

    def __init__(
        self,
        documents: DisputeDocuments,
        law: KnowledgeBase,
        findings: Iterable[ClaimFinding],
        facts: Iterable[Fact] = (),
    ) -> None:
        self.documents, self.law = documents, law
        self._told = {fact.id for fact in facts if fact.value is not None and fact.value is not False}
        decided = ((id, topics) for id, topics in local_acts().decided.items() if id in self._told)
        self._decided = frozenset(one for _, topics in decided for one in topics)
        places = dict.fromkeys(at for finding in findings for at in _carrying(finding))
        self._relations = documents.local_relations(tuple(places))
        self._points = documents.local_points

    def beside(self, finding: ClaimFinding, between: Between) -> tuple[LocalRule, ...]:
        """The local rules that bear on a claim, each provision once: what conflicts first, then what is on the very
        act; where no act is known for the claim, what its notes name.

        Args:
            finding: how the claim came out.
            between: whom it stands between, and when its facts were.
        """
        acts = acts_beside(finding.id, between.sides, self._told)
        order = sorted(self._relations, key=_first)
        carrying = tuple(_carrying(finding))
        ruled = (one for one in order if self._ruled(one, finding) and self._concerns(one.lower, between, own=True))
        bearing = [
            one for one in ruled if any(at.contains(one.higher.locator) for at in carrying) and self._is_on(one, acts)
        ]
        related = [
            self._related(one) for one in bearing if one.kind is not RelationKind.IMPLEMENTS or one.aspect in _PRECISE
        ]
        told: dict[Locator, LocalRule] = {}
        own = (*self._on(acts, between),) if acts else (*self._noted(finding),)
        for rule in (*related, *own):
            if not any(at.contains(rule.locator) or rule.locator.contains(at) for at in told):
                told[rule.locator] = rule
        return tuple(self._dated(rule, between.span) for rule in told.values())[:_MOST]

    def _dated(self, rule: LocalRule, span: tuple[date, date] | None) -> LocalRule:
        """A rule with what it says of its time, where its text came into force after the facts began."""
        known = self.documents.instrument(rule.locator.instrument) or self.law.catalogue.get(rule.locator.instrument)
        version = known.version_on(self.law.on) if known else None
        if known is None or version is None or span is None or span[0] >= version.begins:
            return rule
        since = f"手头的文本自 {version.begins} 起施行" + ("" if version.in_force else "（施行日未载，以通过日计）")
        if span[1] >= version.begins:
            return rule.model_copy(update={"then": f"{since}；此前的事实适用当时的文本，不在手头"})
        earlier = known.version_on(span[1])
        text = f"{earlier.name}的版本" if earlier else "哪一文本没有记载，也"
        then = f"{since}，本案的事实（至 {span[1]}）在此之前，不能作为依据；当时施行的{text}不在手头"
        return rule.model_copy(update={"then": then})

    def _is_on(self, relation: Relation, acts: Sequence[LocalAct]) -> bool:
        """Whether a comparison of votes is about a decision that the acts are about, or the one that the form tells of;
        any other comparison is."""
        votes = {topic for act in acts for topic in act.votes} or self._decided
        return not votes or not relation.about or not relation.about.isdisjoint({*votes, OTHER_MATTERS, ANY_MATTER})

    def _ruled(self, relation: Relation, finding: ClaimFinding) -> bool:
        """Whether the higher law ruled the facts: what came into force after them is nothing to measure a rule by."""
        until = finding.time.until if finding.time else None
        known = self.law.catalogue.get(relation.higher.locator.instrument)
        return until is None or known is None or status_of(known, until) != "not_yet"

    def _on(self, acts: Iterable[LocalAct], between: Between) -> Iterator[LocalRule]:
        """What local texts ask on the acts themselves of those between whom it stands, paragraph by paragraph."""
        found: dict[Locator, list[tuple[Norm, bool]]] = {}
        for act in acts:
            for norm in self._points.rules(act, self._told):
                found.setdefault(_paragraph(norm), []).append((norm, bool(act.sides)))
        for paragraph, every in found.items():
            concern = [norm for norm, own in every if self._concerns(norm, between, own=own)]
            norms = concern or self._of_all(paragraph)
            if not norms:
                continue
            items = dict.fromkeys(norm.locator.bare for norm in norms)
            for at in items if paragraph not in items and len(items) <= _MOST_ITEMS else (paragraph,):
                yield LocalRule(locator=at, kind="on_point", text=self._words(at, norms))

    def _concerns(self, norm: Norm, between: Between, *, own: bool) -> bool:
        """Whether a norm is not asked of a third party alone, or of the claimant: of the committee in a claim of or
        between others.

        A prohibition in which nobody is named binds everybody, whoever is spoken of before it.
        """
        known = local_acts().one_party
        asked = norm.modality in (Modality.DUTY, Modality.PROHIBITION)
        sides = between.respondent if asked and not own else between.sides
        alien = [one for one in norm.bearer if one in known and sides.isdisjoint(known[one])]
        if len(alien) < max(len(norm.bearer), 1):
            return True
        words = self._text(_paragraph(norm))
        named = any(name in words for one in alien for name in (parties()[one].title, *parties()[one].aliases))
        return norm.modality is Modality.PROHIBITION and not named

    def _of_all(self, paragraph: Locator) -> list[Norm]:
        """What of a paragraph holds for all, though the rest of it is asked of a third party: whose something is."""
        here = (one for one in self._points.norms if _paragraph(one) == paragraph)
        return [one for one in here if one.modality is Modality.CONSTITUTIVE and "owner" in one.bearer]

    def _noted(self, finding: ClaimFinding) -> Iterator[LocalRule]:
        """The provisions of the place that the notes of the claim name."""
        here = Locator(instrument="doc:notes", article=1)
        for note in finding.notes:
            for at in (at for citation in find_citations(note, here) for at in citation.targets):
                known = self.law.catalogue.get(at.instrument)
                if known and known.territory != NATION and at.version is None and self.law.applies(at):
                    yield LocalRule(locator=at, kind="details", text=self._words(at, ()))

    def _related(self, relation: Relation) -> LocalRule:
        at = relation.lower.locator.bare
        beside = relation.kind is RelationKind.CONFLICTS and refusal_alone(relation)
        return LocalRule(
            locator=at,
            kind="details" if beside else _KINDS[relation.kind],
            beside=relation.higher.locator,
            why=_LESS_IS_NO_REFUSAL if beside else relation.why + self._prevailing(relation),
            text=self._words(at, (relation.lower,)),
        )

    def _prevailing(self, relation: Relation) -> str:
        """Which of two rules on votes that contradict each other is followed, and by which rule of precedence.

        Of other rules the rank is not all: a local one may give shape to what higher law leaves open.
        """
        if relation.kind is not RelationKind.CONFLICTS or not relation.about:
            return ""
        known = self.documents.graph.instruments
        higher, lower = (known[one.locator.instrument] for one in (relation.higher, relation.lower))
        found = precedence(higher, lower)
        if found is None or found.prevails is None:
            return "；以哪一条为准没有定论"
        basis = "、".join(cite(at, at.instrument) for at in found.rule.basis)
        winner = relation.higher if found.prevails == higher.id else relation.lower
        return f"；以{cite(winner.locator.bare, plain_title(known[winner.locator.instrument].title))}为准（{basis}）"

    def _words(self, at: Locator, norms: Iterable[Norm]) -> str:
        """The words of a provision as far as its text is at hand: an item with the words that begin its list, of a long
        provision the sentences of the norms."""
        words = self._text(at)
        if at.item is not None:
            begins = _LIST.match(self._text(at.model_copy(update={"item": None, "sub_item": None})))
            words = f"{begins.group()}{words}" if begins else words
        if len(words) > _SHORT:
            words = "".join(one for one in _SENTENCE.findall(words) if _says(one, norms)) or words
        return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"

    def _text(self, at: Locator) -> str:
        return " ".join((self.documents.words_at(at) or self.law.text_at(at).words).split())


_LESS_IS_NO_REFUSAL = "这里规定减收或者限制收费；另一方只说不得拒交，少交不是拒交，两条可以并行"


def _paragraph(norm: Norm) -> Locator:
    """Where it stands, without its item."""
    return norm.locator.bare.model_copy(update={"item": None, "sub_item": None})


def _says(sentence: str, norms: Iterable[Norm]) -> bool:
    """Whether one of the norms stands in a sentence, or the sentence in it."""
    begins = re.sub(r"^\s*（[^）]+）", "", sentence).strip()[:_TELLS]
    return any(norm.action[:_TELLS] in sentence or begins in norm.action for norm in norms)


def _carrying(finding: ClaimFinding) -> Iterator[Locator]:
    """The provisions that carry a finding and its parts."""
    yield from finding.basis
    for element in finding.elements:
        yield from element.basis
    for defence in finding.defences:
        yield from defence.basis
    for remedy in finding.remedies:
        yield from remedy.basis


def _first(relation: Relation) -> tuple[bool, bool]:
    """What conflicts before the rest; of comparisons of one rule the one that speaks of no matter but its own."""
    alien = relation.about - {*relation.lower.topics, OTHER_MATTERS, ANY_MATTER}
    return relation.kind is not RelationKind.CONFLICTS, bool(alien)
