"""Who has to act on a report: read from the norms of the matter, and said where nobody leads."""

from __future__ import annotations

import pytest
from two_parties import agreed, raised

from propertylaw import analyze
from propertylaw.graph import RuleGraph
from propertylaw.model import Analysis, PublicBodies
from propertylaw.reasoning.public_bodies import bodies_by_matter
from propertylaw.reasoning.routes import fits, matches
from propertylaw.rulebook import load_rules, rules
from propertylaw.rulebook.data import data_folder


def report(matter: str, role: str = "planning_authority", on: str = "2025-06-30") -> Analysis:
    return analyze(raised("public.report_not_acted", ("owner", role), agreed("report_matter", matter), on=on))


def tasks(bodies: PublicBodies) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for task in bodies.tasks:
        found.setdefault(task.role, set()).add(task.party)
    return found


def test_the_matter_of_the_report_says_who_leads_and_who_acts() -> None:
    (bodies,) = report("fire_safety").public_bodies
    assert bodies.matter == "report.fire_safety"
    assert "emergency_management" in tasks(bodies)["leads"]
    assert "fire_rescue" in {party for parties in tasks(bodies).values() for party in parties}
    assert not bodies.nobody_leads


def test_police_have_to_look_into_what_was_thrown() -> None:
    (bodies,) = report("thrown_objects", "public_security").public_bodies
    assert tasks(bodies)["acts"] == {"public_security"}
    assert [str(place) for task in bodies.tasks for place in task.basis] == ["民法典/1254/3"]


def test_every_task_rests_on_a_provision() -> None:
    for bodies in bodies_by_matter(rules()).values():
        assert all(task.basis for task in bodies.tasks), bodies.matter


def test_several_bodies_without_a_lead_are_told() -> None:
    several = [bodies for bodies in bodies_by_matter(rules()).values() if bodies.nobody_leads]
    for bodies in several:
        assert len({task.party for task in bodies.tasks if task.role in ("acts", "supervises")}) > 1
        assert "leads" not in tasks(bodies)
    graph = RuleGraph(rules().norms.values())
    for matter in rules().matters.values():
        lone = matter.topics if len(matter.topics) == 1 else ()
        for topic in lone:
            assert bodies_by_matter(rules())[matter.id].nobody_leads == graph.handling(topic).nobody_leads


def test_rules_read_from_a_folder_tell_the_same_as_those_that_are_kept() -> None:
    assert bodies_by_matter(load_rules(data_folder("rules"))) == bodies_by_matter(rules())


def test_the_claims_of_a_matter_name_its_bodies_without_a_report() -> None:
    form = raised("developer.warranty", ("owner", "developer"), agreed("quality_defect"))
    (bodies,) = analyze(form).public_bodies
    assert bodies.matter == "report.warranty"
    assert tasks(bodies)["leads"] == {"housing_authority"}


def test_law_that_is_not_yet_in_force_on_the_day_names_nobody() -> None:
    bodies = bodies_by_matter(rules())["report.noise"]
    assert any(place.instrument == "噪声污染防治法" for task in bodies.tasks for place in task.basis)
    form = report("noise").public_bodies
    assert form
    early = report("noise", "ecology_environment", on="2021-06-30").public_bodies
    places = [place.instrument for bodies in early for task in bodies.tasks for place in task.basis]
    assert "噪声污染防治法" not in places


@pytest.mark.parametrize(
    ("claim", "matters"),
    [
        ("neighbours.leak", set()),
        ("neighbours.emissions", {"report.emissions"}),
        ("conduct.noise", {"report.noise"}),
        ("decisions.revoke", {"report.owners_bodies"}),
        ("contract.end_fees", set()),
        ("torts.cleared_corridor", set()),
        ("fees.cutoff", {"report.supervision"}),
        ("handover.refusal", {"report.handover"}),
        ("torts.falling_object", {"report.supervision"}),
        ("torts.thrown_object", {"report.thrown_objects"}),
    ],
)
def test_a_claim_names_only_the_matters_that_fit_it(claim: str, matters: set[str]) -> None:
    assert {one.id for one in rules().matters.values() if matches(one.claims, claim)} == matters


@pytest.mark.parametrize(
    ("matter", "articles"),
    [("supervision", {5}), ("handover", {5, 58}), ("service_rooms", {5, 58, 61, 62}), ("takeover", {5, 58, 59})],
)
def test_bodies_are_named_with_the_provisions_on_the_matter_alone(matter: str, articles: set[int]) -> None:
    (bodies,) = (one for one in bodies_by_matter(rules()).values() if one.matter == f"report.{matter}")
    assert {place.article for task in bodies.tasks for place in task.basis} == articles


def test_police_look_for_who_threw_a_thing_not_for_the_owner_of_a_tile() -> None:
    route = rules().routes["police_thrown_object"]
    assert fits(route, "torts.thrown_object")
    assert not fits(route, "torts.falling_object")


def test_a_report_to_an_authority_is_offered_exactly_where_an_authority_is_named() -> None:
    route = rules().routes["administrative_report"]
    for claim in rules().claims:
        named = any(matches(one.claims, claim) for one in rules().matters.values())
        assert fits(route, claim) == (named or claim.startswith("public.")), claim


@pytest.mark.parametrize(("on", "applies"), [("2026-08-14", True), ("2026-08-15", False), ("2022-01-01", False)])
def test_what_a_lapsed_law_said_on_who_acts_is_not_said_any_more(on: str, applies: bool) -> None:
    (bodies,) = analyze(raised("conduct.noise", ("owner", "owner"), on=on)).public_bodies
    assert any(place.instrument == "噪声污染防治法" for place in bodies.basis) is applies
    assert ("《生态环境法典》" in bodies.says) is not applies
    assert applies or not bodies.tasks


def test_a_leak_sends_nobody_to_the_noise_authority() -> None:
    found = analyze(raised("neighbours.leak", ("owner", "owner"), on="2026-07-01"))
    assert not found.public_bodies
    assert "administrative_report" not in {route.id for route in found.routes}
