"""What the documents of a dispute state as a fact.

A clause states a fact only where it stands: what mandatory law overrides states nothing, and the fact is marked so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from propertylaw.extraction.quantities import PRICE
from propertylaw.model import FactDefinition, FactValue, Locator, Supply

from .documents import DisputeDocuments
from .known import Known
from .not_understood import ClauseNotUnderstood, not_understood
from .raised_by_paper import before_the_raise
from .rule_conditions import settled, together
from .schedule import Line, choosing, fitting, in_time
from .supplied import lines_of, suits
from .time import CODE_IN_FORCE

_CHANGED = (PRICE, "common_income")
"""Of what several clauses may each fix a part: one that was not understood leaves what another says open."""


class StatedFacts:
    """The facts that documents state, to be looked up by a case file.

    Args:
        documents: those of the dispute, with the law they stand beside.
    """

    def __init__(self, documents: DisputeDocuments) -> None:
        self.documents = documents
        self._facts = documents.law.rules.facts

    def state(self, fact: FactDefinition, values: Callable[[str], FactValue | None]) -> tuple[Known, ...]:
        """The fact as the documents state it, in order of time; empty where they do not.

        The first way in which a document can state it counts. Several clauses that say the same support each other, and
        prices of different times follow each other; clauses that differ, and lines of a schedule of which none can be
        chosen, leave the fact open. A fact that only a void clause states is false, and is marked so.
        """
        void: list[Line] = []
        for supply in fact.stated_in:
            if supply.sign is not None and (void or self.documents.law.on < CODE_IN_FORCE):
                continue  # what states nothing was read already; and signs are of clauses against the code
            found = self._supplied(supply, values)
            standing = settled([line for line in found if line.known.proof != "void"])
            if standing:
                changed = [one for one in self._clauses if one.about in _CHANGED and fact.id in one.may_state]
                return _changed(fact, changed, values) if changed else self._stated(fact, standing, values)
            void += found
        return (void[0].known,) if void else ()

    def unread(self, fact: FactDefinition) -> tuple[Locator, ...]:
        """Where documents that could state the fact have prices in its unit, though none was read."""
        supplies = [supply for supply in fact.stated_in if supply.unit == PRICE and supply.take == "value"]
        suiting = [
            document for document in self.documents.documents if any(suits(document, supply) for supply in supplies)
        ]
        return tuple(dict.fromkeys(place for document in suiting for place in document.prices))

    @cached_property
    def not_understood(self) -> frozenset[str]:
        """The facts of which a clause of the documents speaks that was not understood."""
        return frozenset((*(id for clause in self._clauses for id in clause.may_state), *self._by_stages))

    def clauses_on(self, fact: FactDefinition, told: Callable[[str], bool]) -> tuple[Locator, ...]:
        """Those clauses, but for any of which the form tells something: whoever told it has read it."""
        speaking = [one for one in self._clauses if fact.id in one.may_state]
        return tuple(dict.fromkeys(one.place for one in speaking if not any(map(told, one.may_state))))

    @property
    def _by_stages(self) -> Iterator[str]:
        """The penalties that a clause agrees by stages of a delay: for which days each holds may not be understood."""
        rules = self.documents.law.rules
        staged = {
            about for one in self.documents.documents for term in one.terms if term.stage for about in term.topics
        }
        for id in (id for about in sorted(staged) for id in rules.stated_under.get(about, ())):
            if any(supply.delay is not None and supply.topic in staged for supply in rules.facts[id].stated_in):
                yield id

    @cached_property
    def _clauses(self) -> tuple[ClauseNotUnderstood, ...]:
        return tuple(not_understood(self.documents.documents, self.documents.law.rules))

    def _stated(
        self, fact: FactDefinition, lines: list[Line], values: Callable[[str], FactValue | None]
    ) -> tuple[Known, ...]:
        """What lines that stand say together."""
        standing = [line.known for line in lines]
        places = _widest(at for known in standing for at in known.stated_at)
        conditions = together(lines)
        if any(known.proof == "conditional" for known in standing):
            open_conditions = tuple(dict.fromkeys(id for known in standing for id in known.turns_on))
            return (Known(None, "conditional", stated_at=places, turns_on=open_conditions, conditions=conditions),)
        if any(line.by_floor for line in lines):
            return (Known(None, "by_floor", stated_at=places),)
        unread = next((known.proof for known in standing if known.proof in ("unread", "not_understood")), None)
        if not unread and any(known.since or known.until for known in standing) and (found := in_time(lines)):
            return found
        chosen = {known.value for known in standing}
        if len(chosen) > 1:
            asked = (self._facts[id] for supply in fact.stated_in for id in supply.by if values(id) is None)
            return (Known(None, "several", stated_at=places, turns_on=tuple(choosing(lines, asked))),)
        if unread:
            return (Known(None, unread, stated_at=places),)
        rows = tuple(dict.fromkeys(row for known in standing for row in known.evidence))
        return (Known(chosen.pop(), "document", rows, places, conditions=conditions),)

    def _supplied(self, supply: Supply, values: Callable[[str], FactValue | None]) -> list[Line]:
        documents = [document for document in self.documents.documents if suits(document, supply)]
        if supply.topic is None and supply.unit is None and supply.context is None and supply.sign is None:
            return [Line(Known(True, "document", stated_at=(Locator(instrument=d.instrument.id),))) for d in documents]
        lines = [line for document in documents for line in lines_of(document, supply, self.documents.graph, values)]
        fit = fitting(lines, [self._facts[id] for id in supply.by], values)
        return before_the_raise(fit, supply.raised, values) if supply.raised else fit


def _changed(
    fact: FactDefinition, clauses: Iterable[ClauseNotUnderstood], values: Callable[[str], FactValue | None]
) -> tuple[Known, ...]:
    """What clauses change in a way that was not understood; nothing where the form tells what they make it."""
    if any(values(id) is not None for one in clauses for id in one.may_state if id != fact.id):
        return ()
    return (Known(None, "not_understood", stated_at=tuple(one.place for one in clauses)),)


def _widest(places: Iterable[Locator]) -> tuple[Locator, ...]:
    """The places without those that lie within another."""
    found = sorted(set(places))
    return tuple(at for at in found if not any(other != at and other.contains(at) for other in found))
