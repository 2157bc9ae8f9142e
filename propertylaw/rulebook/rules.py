"""The curated law: parties, topics, facts, concepts, norms and claims, loaded from `rules/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from .data import data_folder
from .store import OnDemand, kept, listed
from .touching import Touching

if TYPE_CHECKING:
    from propertylaw.model import (
        Chain,
        Claim,
        Concept,
        FactDefinition,
        Matter,
        Norm,
        Party,
        Role,
        Route,
        TimeRule,
        Topic,
    )


FILES = {
    "parties": "parties.yaml",
    "topics": "topics.yaml",
    "facts": "facts/*.yaml",
    "concepts": "concepts/*.yaml",
    "norms": "norms/*.yaml",
    "claims": "claims/*.yaml",
    "times": "times.yaml",
    "routes": "routes/*.yaml",
    "chains": "chains/*.yaml",
    "matters": "matters.yaml",
}
"""The files that hold each kind of rule, by the name of its mapping in `Rules`."""


@dataclass(frozen=True, eq=False)
class Rules:
    """One body of curated law, the same only as itself; mappings are from id to thing, in the order of the files."""

    parties: Mapping[str, Party]
    topics: Mapping[str, Topic]
    facts: Mapping[str, FactDefinition]
    concepts: Mapping[str, Concept]
    norms: Mapping[str, Norm]
    claims: Mapping[str, Claim]
    times: Mapping[str, TimeRule]
    routes: Mapping[str, Route]
    chains: Mapping[str, Chain]
    matters: Mapping[str, Matter]

    def asking(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Ids of the claims to which these facts point, in order."""
        touching = self.claims.touching if isinstance(self.claims, ClaimsOnDemand) else _touching(self)
        return touching.claims(facts)

    @property
    def readings(self) -> tuple[str, ...]:
        """Ids of the facts that stand for a reading of an open concept."""
        return self.facts.readings if isinstance(self.facts, FactsOnDemand) else _readings(self.facts)

    @property
    def gated_days(self) -> tuple[str, ...]:
        """Ids of the days that are a question only where another fact is so."""
        return self.facts.gated_days if isinstance(self.facts, FactsOnDemand) else _gated_days(self.facts)

    @property
    def stated_under(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the facts that a contract may state, by the topic of the clause, or by the unit where any will do."""
        return self.facts.stated_under if isinstance(self.facts, FactsOnDemand) else _stated_under(self.facts)

    @property
    def curated(self) -> frozenset[str]:
        """Ids of the instruments of which there are norms."""
        return self.norms.instruments if isinstance(self.norms, NormsOnDemand) else _instruments(self.norms)

    @property
    def worded(self) -> Mapping[str, tuple[str, ...]]:
        """The expressions that find concepts in a clause, by the ids of the concepts that have some."""
        return self.concepts.worded if isinstance(self.concepts, ConceptsOnDemand) else _worded(self.concepts)


@lru_cache(maxsize=2)
def _touching(book: Rules) -> Touching:
    """Of a pack or a reform, which is asked about case after case."""
    return Touching(book.claims)


class NormsOnDemand(OnDemand["Norm"]):
    """Norms, each unpacked when asked for, with the instruments that state them."""

    def __init__(self, norms: Mapping[str, Norm]) -> None:
        super().__init__(norms)
        self.instruments = _instruments(norms)


def _instruments(norms: Mapping[str, Norm]) -> frozenset[str]:
    return frozenset(norm.locator.instrument for norm in norms.values())


class FactsOnDemand(OnDemand["FactDefinition"]):
    """Facts, each unpacked when asked for, with those that stand for a reading, the days that wait for another, and
    what a contract may state under each topic."""

    def __init__(self, facts: Mapping[str, FactDefinition]) -> None:
        super().__init__(facts)
        self.readings = _readings(facts)
        self.gated_days = _gated_days(facts)
        self.stated_under = _stated_under(facts)


def _readings(facts: Mapping[str, FactDefinition]) -> tuple[str, ...]:
    return tuple(sorted(id for id, fact in facts.items() if fact.reading_of))


def _gated_days(facts: Mapping[str, FactDefinition]) -> tuple[str, ...]:
    return tuple(sorted(id for id, fact in facts.items() if fact.type == "date" and fact.asked_with))


def _stated_under(facts: Mapping[str, FactDefinition]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for id, fact in facts.items():
        for supply in fact.stated_in:
            if supply.documents != "statute" and (about := supply.topic or supply.unit):
                found.setdefault(about, {})[id] = None
    return {about: tuple(ids) for about, ids in found.items()}


class ClaimsOnDemand(OnDemand["Claim"]):
    """Claims, each unpacked when asked for, with the facts on which their elements rest."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        from .checking.use import conditions

        super().__init__(claims, conditions)
        self.touching = Touching(claims)


class ConceptsOnDemand(OnDemand["Concept"]):
    """Concepts, each unpacked when asked for, with the expressions that find them in a clause."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        super().__init__(concepts, lambda concept: concept.conditions)
        self.worded = _worded(concepts)


def _worded(concepts: Mapping[str, Concept]) -> Mapping[str, tuple[str, ...]]:
    return {id: concept.words for id, concept in concepts.items() if concept.words}


@cache
def rules() -> Rules:
    """The rules that ship with the library; each is unpacked when it is first asked for.

    Raises:
        RuleError: a file is not valid; the message names file, line and key.
    """
    folder = data_folder("rules")
    homes = dict.fromkeys((folder / pattern).parent for pattern in FILES.values())
    return kept("rules", [file for home in homes for file in listed(home, ".yaml")], _on_demand)


def _on_demand() -> Rules:
    # The types of everything that the files may hold are needed only here.
    from .rule_files import load_rules

    book = load_rules(data_folder("rules"))
    indexed = ("facts", "norms", "claims", "concepts")
    found = {kind: OnDemand(getattr(book, kind)) for kind in FILES if kind not in indexed}
    return Rules(
        **found,
        facts=FactsOnDemand(book.facts),
        norms=NormsOnDemand(book.norms),
        claims=ClaimsOnDemand(book.claims),
        concepts=ConceptsOnDemand(book.concepts),
    )


@cache
def parties() -> Mapping[str, Party]:
    """The kinds of parties alone, for text work that needs no other rules."""
    from propertylaw.model import Party

    from .rule_files import read_by_id

    return read_by_id(data_folder("rules") / "parties.yaml", tuple[Party, ...], "参与方")


@cache
def topics() -> Mapping[str, Topic]:
    """The topics alone, for text work that needs no other rules."""
    from propertylaw.model import Topic

    from .rule_files import read_by_id

    return read_by_id(data_folder("rules") / "topics.yaml", tuple[Topic, ...], "主题")


@cache
def roles() -> Mapping[str, Role]:
    """The roles of public bodies, in the order in which they are looked for."""
    from propertylaw.model import Role

    from .rule_files import read_by_id

    return read_by_id(data_folder("rules") / "roles.yaml", tuple[Role, ...], "角色")
