"""What holds for every dispute: order and irrelevant facts change nothing, and what is settled stays so."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable

import pytest
from shares import EVERY_EXAMPLE
from worked_cases import BOOK, DISPUTES, EXAMPLES

from propertylaw.library import KnowledgeBase
from propertylaw.model import Claim, ClaimFinding, Dispute, Fact, Result
from propertylaw.reasoning import analyze
from propertylaw.rulebook.calculations import DERIVED, FIGURES, SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import claims_in, names, parse


def sample() -> list[tuple[str, Dispute]]:
    """One example of each claim, so that a claim that is added is there by itself; all of them with EVERY_EXAMPLE=1."""
    chance, by_claim = random.Random(3), defaultdict[str, list[tuple[str, Dispute]]](list)
    for example, dispute in zip(EXAMPLES, DISPUTES, strict=True):
        by_claim[dispute.claims[0].claim if dispute.claims else ""].append((str(example), dispute))
    if EVERY_EXAMPLE:
        return [one for found in by_claim.values() for one in found]
    return [chance.choice(found) for found in by_claim.values()]


TRIED = [pytest.param(dispute, id=name) for name, dispute in sample()]


def findings(dispute: Dispute) -> tuple[ClaimFinding, ...]:
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK)).claims


def with_facts(dispute: Dispute, facts: list[Fact]) -> Dispute:
    return dispute.model_copy(update={"facts": tuple(facts)})


@pytest.mark.parametrize("dispute", TRIED)
def test_the_order_of_the_facts_changes_nothing(dispute: Dispute) -> None:
    facts = list(dispute.facts)
    random.Random(7).shuffle(facts)
    assert findings(with_facts(dispute, facts)) == findings(dispute)


def asked(claim: Claim) -> set[str]:
    """Every fact that a claim may look at, those from which others follow and those of claims it refers to too."""
    conditions, found = set[str](), set[str]()
    parts = [*claim.elements, *claim.defences, *claim.remedies]
    for head in claim.respondents:
        parts += [*head.elements, *head.defences, *head.remedies, *head.capacities]
        conditions |= {only.when for capacity in head.capacities for only in capacity.basis_only}
        found |= {share for c in head.capacities for share in (c.share, c.rest_after) if share}
        found |= {c.recourse.share for c in head.capacities if c.recourse and c.recourse.share}
    for part in parts:
        conditions.add(part.when)
        counter = getattr(part, "unless", None)
        conditions |= {counter.when} if counter else set()
        calculations = {getattr(part, "calc", None), counter.calc if counter else None} - {None}
        found |= {word for calc in calculations for word in words_in(SUMS[calc])}
        concept = BOOK.concepts.get(getattr(part, "concept", None) or "")
        if concept is not None:
            conditions |= set(concept.conditions)
            found |= {*concept.weighs, *(words_in(FIGURES[concept.figures]) if concept.figures else ())}
    conditions |= {law.differs_when for law in claim.older_law}
    if claim.time:
        found |= {*claim.time.starts, *claim.time.ends}
    if claim.limitation:
        found |= {claim.limitation.starts or "", claim.limitation.demands or ""}
    for when in conditions:
        found |= set(names(parse(when)))
        for id in claims_in(parse(when)):
            found |= asked(BOOK.claims[id])
    return found


def beneath(facts: set[str]) -> set[str]:
    """The facts with those from which they follow."""
    known = {id for id in facts if id in BOOK.facts}
    more = {word for id in known if (calc := BOOK.facts[id].calc) for word in words_in(DERIVED[calc])} & set(BOOK.facts)
    more |= {by for id in known for supply in BOOK.facts[id].stated_in for by in supply.by}
    more |= {detail for id in known for detail in BOOK.facts[id].follows_from}
    more |= {detail for id in known for detail in BOOK.facts[id].follows_among_others}
    more |= {detail for id in known for detail in BOOK.facts[id].follows_where_not}
    more |= {with_ for id in known if (with_ := BOOK.facts[id].asked_with)}
    return known if more <= known else beneath(known | more)


@pytest.mark.parametrize("dispute", TRIED)
def test_an_irrelevant_fact_changes_nothing(dispute: Dispute) -> None:
    relevant = beneath(set[str]().union(*(asked(BOOK.claims[request.claim]) for request in dispute.claims)))
    others = [f.id for f in BOOK.facts.values() if f.type == "boolean" and not f.calc and f.id not in relevant]
    if not dispute.claims:
        pytest.skip("a form without claims is tried against those that its facts point to")
    more = [Fact(id=id, value=True, said_by=dispute.parties[0].id) for id in random.Random(5).sample(others, 20)]
    assert findings(with_facts(dispute, [*dispute.facts, *more])) == findings(dispute)


@pytest.mark.parametrize("dispute", TRIED)
def test_a_settled_result_never_flips_when_an_unknown_fact_becomes_known(dispute: Dispute) -> None:
    chance, truths = random.Random(11), truth_values(dispute)
    for _ in range(2 if truths else 0):
        hidden = chance.sample(truths, min(len(truths), 3))
        known = changed(dispute.facts, hidden, {"value": None})
        before, told = findings(with_facts(dispute, known)), chance.choice(hidden)
        for value in (True, False):
            after = findings(with_facts(dispute, changed(known, [told], _proved(value))))
            for old, new in zip(before, after, strict=True):
                assert old.result is Result.DEPENDS or old.result is new.result


@pytest.mark.parametrize("dispute", TRIED)
def test_a_settled_result_never_flips_when_what_was_unproved_is_proved(dispute: Dispute) -> None:
    chance, truths = random.Random(13), truth_values(dispute)
    if not truths:
        pytest.skip("no fact of this dispute is true or false")
    disputed = chance.sample(truths, min(len(truths), 2))
    unproved = changed(dispute.facts, disputed, _DENIED)
    before, told = findings(with_facts(dispute, unproved)), chance.choice(disputed)
    for value in (True, False):
        after = findings(with_facts(dispute, changed(unproved, [told], _proved(value))))
        for old, new in zip(before, after, strict=True):
            assert not old.settled or old.result is new.result
            if old.result is not Result.DEPENDS and old.result is not new.result:
                # Who proves a detail proves what follows from it: one of the two is listed.
                listed = {use.fact for use in old.unproved}
                assert told[0] in beneath(listed) or listed & set(BOOK.facts[told[0]].follows_from)


Whose = tuple[str, str | None]
"""A fact and whose it is: several may state it, and then all of them speak of one thing."""


def truth_values(dispute: Dispute) -> list[Whose]:
    found = ((fact.id, fact.of) for fact in dispute.facts if BOOK.facts[fact.id].type == "boolean")
    return list(dict.fromkeys(found))


def changed(facts: Iterable[Fact], which: Iterable[Whose], update: dict[str, object]) -> list[Fact]:
    keys = set(which)
    return [fact.model_copy(update=update) if (fact.id, fact.of) in keys else fact for fact in facts]


def _proved(value: bool) -> dict[str, object]:
    return {"value": value, "evidence": ("证据",), "denied_by": (), "admitted_by": ()}


_DENIED = {"evidence": (), "admitted_by": (), "denied_by": ("someone",), "said_by": None}
