"""The curated law holds together: every id, expression and citation it uses exists."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from propertylaw.model import Claim, Locator, Remedy
from propertylaw.reasoning.casefile import ROLES
from propertylaw.rulebook import catalogue, rules
from propertylaw.rulebook.calculations import DERIVED, SUMS
from propertylaw.rulebook.expression import claims_in, names, parse

BOOK = rules()


def _expressions(claim: Claim) -> Iterator[str]:
    for head in claim.respondents:
        for part in (*claim.elements, *head.elements):
            yield part.when
        for defence in (*claim.defences, *head.defences):
            yield defence.when
            if defence.unless:
                yield defence.unless.when
        for capacity in head.capacities:
            yield capacity.when
        for remedy in (*claim.remedies, *head.remedies):
            yield remedy.when


def _remedies(claim: Claim) -> list[Remedy]:
    return [*claim.remedies, *(remedy for head in claim.respondents for remedy in head.remedies)]


def _locators(claim: Claim) -> Iterator[Locator]:
    yield from claim.basis
    for head in claim.respondents:
        for part in (*claim.elements, *head.elements, *claim.defences, *head.defences, *head.capacities):
            yield from part.basis
    for remedy in _remedies(claim):
        yield from remedy.basis
    if claim.limitation:
        yield from claim.limitation.basis


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=list(BOOK.claims))
def test_a_claim_uses_only_facts_and_claims_that_exist(claim: Claim) -> None:
    for text in _expressions(claim):
        unknown = set(names(parse(text))) - set(BOOK.facts) - set(ROLES)
        assert not unknown, text
        assert set(claims_in(parse(text))) <= set(BOOK.claims), text


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=list(BOOK.claims))
def test_a_claim_is_complete(claim: Claim) -> None:
    assert claim.elements or all(head.elements for head in claim.respondents)
    assert claim.defences
    assert claim.remedies or all(head.remedies for head in claim.respondents)
    assert claim.limitation
    assert claim.forum
    assert claim.evidence
    assert all(head.capacities for head in claim.respondents)
    assert all(part.basis for part in (*claim.elements, *claim.defences))
    assert claim.topic in BOOK.topics


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=list(BOOK.claims))
def test_a_claim_names_roles_concepts_and_calculations_that_exist(claim: Claim) -> None:
    roles = {*claim.claimant, *(role for head in claim.respondents for role in head.role)}
    assert roles <= set(BOOK.parties)
    remedies = {remedy.id for remedy in _remedies(claim)}
    for head in claim.respondents:
        for part in (*claim.elements, *head.elements, *claim.defences, *head.defences):
            assert part.concept is None or part.concept in BOOK.concepts
        for defence in (*claim.defences, *head.defences):
            assert defence.calc is None or defence.calc in SUMS
            assert set(defence.touches) <= remedies
    assert all(remedy.calc is None or remedy.calc in SUMS for remedy in _remedies(claim))


def test_every_citation_of_a_claim_or_concept_names_an_instrument_and_article_of_the_catalogue() -> None:
    places = [at for claim in BOOK.claims.values() for at in _locators(claim)]
    for concept in BOOK.concepts.values():
        places += concept.basis
        places += [at for reading in concept.readings for at in reading.sources]
        places += [at for line in concept.bright_lines for at in line.basis]
    places += [norm.locator for norm in BOOK.norms.values()]
    for at in places:
        instrument = catalogue().get(at.instrument)
        assert instrument is not None, at
        articles = [version.articles for version in instrument.versions if version.articles]
        assert not articles or at.article is None or at.article <= max(articles), at


def test_facts_name_roles_calculations_and_topics_that_exist() -> None:
    for fact in BOOK.facts.values():
        assert set(fact.of) <= set(BOOK.parties), fact.id
        assert set(fact.proof) <= set(BOOK.parties), fact.id
        assert fact.calc is None or fact.calc in DERIVED, fact.id
        for supply in fact.stated_in:
            assert supply.topic is None or supply.topic in BOOK.topics, fact.id
            assert supply.by is None or supply.by in BOOK.facts, fact.id


def test_every_fact_that_people_fill_in_is_used_by_a_claim_a_concept_or_a_calculation() -> None:
    used = {name for claim in BOOK.claims.values() for text in _expressions(claim) for name in names(parse(text))}
    lines = [line for concept in BOOK.concepts.values() for line in concept.bright_lines]
    used |= {name for line in lines for name in names(parse(line.when))}
    used |= {name for concept in BOOK.concepts.values() for name in concept.weighs}
    used |= {supply.by for fact in BOOK.facts.values() for supply in fact.stated_in if supply.by}
    for_sums = {
        "floor_area", "fee_rate", "fee_due_day", "fee_period_months", "fee_due_month", "unpaid_from", "unpaid_to",
        "amount_paid", "demand_date", "suit_date", "empty_flat_share", "empty_from", "empty_to", "defect_from",
        "defect_to", "late_fee_cap", "common_income_gross", "income_known_date", "income_demand_date", "cut_loss",
        "damage_amount", "contract_end_date", "late_fee_after_demand", "demand_days",
        "acknowledged_date", "harm_known_date", "harm_demand_date", "late_principal", "lawful_rate", "overcharge_paid",
        "refund_known_date", "refund_demand_date", "prepaid_sum", "prepaid_from", "prepaid_to", "service_stop_date",
        "takeover_date", "dismissal_notice_date", "agreed_notice_days", "late_loss_rate", "ownership_from",
        "ownership_until",
        "cd_income_sum", "fund_due_sum", "fund_rate", "fund_levy_total", "fund_levy_area", "fund_paid_sum",
        "fund_misused_sum", "paid_to_victim_sum", "recourse_known_date", "recourse_demand_date", "vote_area_total",
        "vote_heads_total", "vote_area_in", "vote_heads_in", "vote_area_for", "vote_heads_for",
        "vote_area_unreturned", "vote_heads_unreturned", "vote_on_fund_or_rebuilding", "vote_on_common_use",
        "vote_on_fund_use", "vote_units_total", "vote_developer_units", "vote_repeated_units",
        "decision_date", "decision_known_date", "revocation_suit_date",
    }  # fmt: skip
    assert set(BOOK.facts) - used - for_sums == set()


def test_norms_name_parties_and_topics_that_exist() -> None:
    for norm in BOOK.norms.values():
        assert {*norm.bearer, *norm.counterparty, *norm.authority} <= set(BOOK.parties), norm.id
        assert set(norm.topics) <= set(BOOK.topics), norm.id
        assert norm.bearer or norm.modality == "constitutive", norm.id


def test_patterns_of_topics_compile() -> None:
    import re

    for topic in BOOK.topics.values():
        for pattern in (*topic.patterns, *topic.unless):
            re.compile(pattern)
        assert topic.within is None or topic.within in BOOK.topics
