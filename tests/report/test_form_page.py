"""An empty form asks what its claim needs, and takes the answers where its comments say."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise, permutations, product
from pathlib import Path

import pytest
from shares import one_in

from propertylaw.model import Claim
from propertylaw.reasoning import analyze
from propertylaw.reasoning.form import read_form
from propertylaw.report.form_facts import named_by, reckoned_by
from propertylaw.report.form_page import form_text
from propertylaw.rulebook import rules
from propertylaw.rulebook.exclusions import Exclusion, exclusions
from propertylaw.rulebook.expression import names, parse

BOOK = rules()
ON = date(2025, 6, 30)
# Not those of somebody who does not stand in the form.
_LINE = re.compile(r"  # (- \{id: (\w+), .*value: )\}(?!.*；这一项的)(?:.*；([ab]) 是(.*)的才填)?")
_OF = re.compile(r"(\{id: )(\w+), of: ([ab]), ")
SAMPLES = {"boolean": "true", "number": "0.5", "date": "2024-03-01", "text": "有"}


@cache
def empty(claim: str) -> str:
    return form_text([BOOK.claims[claim]], BOOK, ON, whole=True)


@cache
def together(*claims: str) -> str:
    return form_text([BOOK.claims[claim] for claim in claims], BOOK, ON, whole=True)


def parts_of(form: str) -> list[str]:
    """What decides, what the sum hangs on, what the other side may say, and the rest."""
    return re.split("  # ══════ .*\n", form)[1:]


def between(form: str, claimant: str, respondent: str) -> tuple[str, list[str]]:
    """The form with every line filled in that fits these kinds of parties, and the facts of these lines."""
    titles = {"a": BOOK.parties[claimant].title, "b": BOOK.parties[respondent].title}
    found: list[str] = []

    def filled(match: re.Match[str]) -> str:
        fact = BOOK.facts[match[2]]
        if match[3] and titles[match[3]] not in match[4].split("、"):
            return match[0]
        found.append(fact.id)
        least = fact.minimum if fact.minimum and fact.minimum > 0 else SAMPLES.get(fact.type)
        value = next(iter(fact.choices)) if fact.type == "choice" else least
        return f"  {match[1]}{value}}}"

    text = re.sub("(?<=: 请求人, role: )[a-z_]+", claimant, form)
    text = re.sub("(?<=: 被请求人, role: )[a-z_]+", respondent, text)
    return _LINE.sub(filled, text), found


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_the_form_is_valid_empty_and_filled_in(claim: Claim, tmp_path: Path) -> None:
    form = empty(claim.id)
    file = tmp_path / "案.yaml"
    file.write_text(form, encoding="utf-8")
    assert read_form(file).facts == ()
    respondents = dict.fromkeys(role for head in claim.respondents for role in head.role)
    some = "的才填" in form
    for one, other in product(claim.claimant, respondents) if some else [(claim.claimant[0], next(iter(respondents)))]:
        text, told = between(form, one, other)
        file.write_text(text, encoding="utf-8")
        assert [fact.id for fact in read_form(file).facts] == told != []


def test_it_has_the_questions_of_the_claim_and_no_others() -> None:
    form = empty("fees.arrears")
    for id in ("service_provided", "never_moved_in", "fee_rate", "unpaid_from", "demand_date"):
        assert BOOK.facts[id].question in form
    assert "instalments_due" not in form  # derived
    assert "thrower_identified" not in form  # of another claim


def test_an_empty_form_can_be_analysed_at_once(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(empty("handover.refusal"), encoding="utf-8")
    analysis = analyze(file)
    assert [finding.id for finding in analysis.claims] == ["handover.refusal"]
    assert analysis.decisive


@pytest.mark.parametrize(
    ("claim", "fact", "letter"),
    [
        ("neighbours.leak", "leak_from_their_part", "b"),
        ("neighbours.leak", "known_hazard_left", "b"),
        ("neighbours.leak", "took_possession", "a"),
        ("conduct.noise", "noise_made", "b"),
        ("torts.recourse", "paid_to_victim", "a"),
        ("fees.previous_owner", "assumed_old_debt", "a"),
        ("fees.arrears", "assumed_old_debt", "b"),
    ],
)
def test_the_letter_is_that_of_the_side_whose_fact_it_is(claim: str, fact: str, letter: str) -> None:
    assert f"{{id: {fact}, of: {letter}, " in empty(claim)


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_of_each_fact_that_both_sides_could_have_it_is_said_whose_it_is(claim: Claim) -> None:
    answering = {role for head in claim.respondents for role in head.role}
    asked = (BOOK.facts[id] for _, id, _ in map(re.Match.groups, _OF.finditer(empty(claim.id))))
    either = [fact for fact in asked if {*fact.of} & {*claim.claimant} and {*fact.of} & answering]
    # A debt taken over is the claimant's against the manager, and nobody asks it of the former owner.
    assert [fact.id for fact in either if not fact.whose and fact.id != "assumed_old_debt"] == []


def conditions_of(claim: Claim) -> set[str]:
    """The facts that the conditions of a claim, its remedies, concepts and older law name, and its measures of time."""
    heads = claim.respondents
    parts = [*claim.elements, *claim.defences, *claim.remedies]
    parts += [part for head in heads for part in (*head.elements, *head.defences, *head.remedies, *head.capacities)]
    found = [part.when for part in parts]
    found += [part.unless.when for part in parts if getattr(part, "unless", None)]
    found += [law.differs_when for law in claim.older_law]
    for id in {part.concept for part in parts if getattr(part, "concept", None)}:
        found += [line.when for line in BOOK.concepts[id].bright_lines]
    named = {name for when in found for name in names(parse(when))}
    recourse = (capacity.recourse for head in heads for capacity in head.capacities)
    named |= {one.share for one in recourse if one and one.share}
    return {name for name in named if name in BOOK.facts and not BOOK.facts[name].calc}


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_no_fact_that_the_claim_looks_at_is_missing_from_its_form(claim: Claim) -> None:
    offered = set(re.findall(r"\{id: (\w+)", empty(claim.id)))
    assert conditions_of(claim) - offered == set()


def test_what_is_still_going_on_is_asked_for_the_order_to_stop_it() -> None:
    assert BOOK.facts["cut_still_on"].question in empty("fees.cutoff")


def test_what_decides_comes_before_the_sum_before_what_the_other_side_may_say_and_before_the_rest() -> None:
    deciding, sums, answers, rest = parts_of(empty("torts.thrown_object"))
    for fact, part in (
        ("object_from_building", deciding),
        ("facade_cameras", deciding),  # crosses a line of the concept
        ("act_date", deciding),
        ("damage_amount", sums),
        ("provider_fault_share", sums),
        ("proves_not_thrower", answers),
        ("limitation_raised", answers),
        ("suit_date", rest),
    ):
        assert f"{{id: {fact}, " in part, fact


@pytest.mark.parametrize(
    "claim", ["conduct.noise", "conduct.renovation", "conduct.animals_kept", "common_parts.altering"]
)
def test_what_decides_for_an_owner_comes_first_though_the_owners_bodies_may_claim_too(claim: str) -> None:
    deciding, *_ = parts_of(empty(claim))
    assert "{id: own_use_affected, " in deciding


def test_of_a_defence_what_is_said_first_comes_before_its_details() -> None:
    _, _, answers, rest = parts_of(empty("fees.arrears"))
    assert "{id: rate_raised_unilaterally, " in answers
    assert "{id: demand_made, " in answers  # raised by its not being so
    assert "{id: lawful_rate, " in rest
    assert "{id: owner_did_not_sign, " in rest  # the law does not allow it


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_what_an_empty_form_is_asked_stands_before_the_rest(claim: Claim, tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(empty(claim.id), encoding="utf-8")
    leading = empty(claim.id).split("══ 四、")[0]
    asked = {id for question in analyze(file).decisive for id in question.ids if id in BOOK.facts}
    assert {id for id in asked if f"{{id: {id}, " not in leading} == set()


def test_no_question_of_the_form_takes_more_than_two_lines_and_what_a_contract_states_is_marked() -> None:
    lines = empty("fees.arrears").split("facts:\n")[1].splitlines()
    for above, line in pairwise(lines):
        if line.startswith("  # - {id: "):
            assert above.startswith("  # ") and "{id: " not in above
    assert any("物业费几个月交一次" in line and "〔合同写明的不必填〕" in line for line in lines)


def test_of_facts_of_which_one_will_do_it_is_said() -> None:
    form = empty("fees.cutoff")
    assert "停止供水、供电、供热、供燃气，或者采取类似方式（下面的有一项就够）" in form
    assert "〔utilities_cut 是 true 才填〕" in form
    assert "〔填了 damage_amount 的不必填〕" in empty("torts.thrown_object")


def test_claims_of_both_sides_stand_in_one_form_between_the_same_two(tmp_path: Path) -> None:
    form = together("fees.arrears", "fees.cutoff")
    assert "{id: a, name: 甲, role: service_provider}" in form
    assert "{id: b, name: 乙, role: owner}" in form
    assert "- {by: a, against: [b], claim: fees.arrears}" in form
    assert "- {by: b, against: [a], claim: fees.cutoff}" in form
    file = tmp_path / "案.yaml"
    file.write_text(form, encoding="utf-8")
    assert [finding.id for finding in analyze(file).claims] == ["fees.arrears", "fees.cutoff"]


def test_who_can_stand_on_no_side_of_a_claim_is_joined_by_another() -> None:
    form = together("conduct.noise", "public.report_not_acted")
    assert "{id: c, name: 丙, role: " in form
    assert "{by: a, against: [c], claim: public.report_not_acted}" in form


def test_what_several_claims_ask_for_is_asked_once_and_what_each_has_of_its_own_for_each() -> None:
    form = together("fees.cutoff", "conduct.noise")
    assert "claim 是哪一项请求的" in form
    assert form.count("{id: act_date, ") == 2
    assert "{id: act_date, claim: fees.cutoff, " in form
    assert "{id: act_date, claim: conduct.noise, " in form
    assert form.count("{id: took_possession, of: ") == 1
    assert "claim: " not in empty("conduct.noise").split("facts:")[1]


def test_what_is_told_of_one_event_is_asked_of_each_of_two() -> None:
    form = form_text([BOOK.claims[id] for id in ("neighbours.leak", "torts.duty_of_care")], BOOK, ON)
    for claim in ("neighbours.leak", "torts.duty_of_care"):
        assert any("{id: known_hazard_left, of: " in line and f"claim: {claim}, " in line for line in form.splitlines())


def test_facts_that_exclude_each_other_are_each_told_of_their_own_claim() -> None:
    form = together("parking.common_ground", "parking.planned_first")
    assert "{id: space_on_common_ground, claim: parking.common_ground, value: }" in form
    assert "{id: planned_space, claim: parking.planned_first, value: }" in form


@pytest.mark.parametrize("one", exclusions(), ids=lambda one: one.facts[0])
def test_facts_that_exclude_each_other_are_both_of_each_claim_or_both_of_all(one: Exclusion) -> None:
    assert len({BOOK.facts[id].each_claim for id in one.facts}) == 1


def test_a_question_of_a_party_who_does_not_stand_in_the_form_says_who_answers_it() -> None:
    form = together("neighbours.leak", "developer.warranty")  # the developer answers both, and is no neighbour
    line = next(line for line in form.splitlines() if "{id: leak_from_their_part, " in line)
    assert line.endswith("；这一项的被请求人另有业主、物业买受人、物业使用人的才填，of 写他")


@pytest.mark.parametrize("pair", one_in(300, list(permutations(BOOK.claims, 2)), first=7), ids="+".join)
def test_a_form_for_two_claims_asks_what_the_form_for_each_asks(pair: tuple[str, str]) -> None:
    asked = questions_of(together(*pair))
    for claim in pair:
        assert questions_of(empty(claim)) <= asked


def questions_of(form: str) -> set[str]:
    return set(re.findall(r"# - \{id: (\w+), ", form.split("facts:\n")[1]))


def test_the_filled_in_form_of_several_claims_is_valid(tmp_path: Path) -> None:
    text, told = between(together("torts.falling_object", "torts.duty_of_care"), "owner", "service_provider")
    file = tmp_path / "案.yaml"
    file.write_text(text, encoding="utf-8")
    assert [fact.id for fact in read_form(file).facts] == told != []


def test_the_head_tells_how_bounds_stretches_and_a_sum_proved_in_part_are_written() -> None:
    head = empty("common_parts.income").split("facts:")[0]
    for words in ("min、max", "from、to", "只证明了一部分", "of 是谁的事"):
        assert words in head


def test_of_a_sum_proved_in_part_the_proved_part_counts(tmp_path: Path) -> None:
    form = empty("common_parts.income").replace(
        "# - {id: common_part_used, value: }", "- {id: common_part_used, value: true}"
    )
    form = form.replace(
        "# - {id: operated_by_respondent, of: b, value: }", "- {id: operated_by_respondent, of: b, value: true}"
    )
    form = form.replace("# - {id: common_income_gross, value: }", "- {id: common_income_gross, value: 120000}")
    rows = "- {id: common_income_cost, value: 20000, said_by: b, denied_by: [a]}\n"
    rows += "  - {id: common_income_cost, value: 12000, evidence: [发票]}"
    file = tmp_path / "案.yaml"
    file.write_text(form.replace("# - {id: common_income_cost, value: }", rows), encoding="utf-8")
    amount = analyze(file).claims[0].amount
    assert amount is not None
    assert amount.high == 120000 - 12000


def test_a_time_that_the_court_looks_at_by_itself_is_asked_for_first() -> None:
    first, pleaded, _ = (*parts_of(empty("decisions.revoke")), "")[:3]
    for fact in ("decision_known_date", "revocation_suit_date"):
        assert f"{{id: {fact}, " in first
        assert f"{{id: {fact}, " not in pleaded


@pytest.mark.parametrize("claim", ["fees.arrears", "fees.refund_prepaid", "decisions.revoke"])
def test_ballots_stand_at_the_end_of_their_part_under_a_line_that_says_who_skips_them(claim: str) -> None:
    part = next(part for part in parts_of(empty(claim)) if "{id: vote_area_for, " in part)
    block = next(one for one in part.split("\n  # ── ")[1:] if "{id: vote_area_for, " in one)
    assert "跳过这一段" in block.split("\n")[0]
    assert "{id: vote_heads_in, " in block
    assert part.count("vote_area_") == block.count("vote_area_")


@pytest.mark.parametrize(
    ("claim", "strange"),
    [
        ("torts.animals", "ebike_provider_passive"),
        ("torts.ebike_fire", "dog_complaints_ignored"),
        ("common_parts.altering", "charging_loss"),
        ("conduct.illegal_building", "parking_loss"),
        ("parking.planned_first", "works_delay_loss"),
        ("fees.previous_owner", "paid_to_victim_sum"),
    ],
)
def test_what_only_other_claims_ask_for_does_not_come_in_by_a_shared_calculation(claim: str, strange: str) -> None:
    assert strange not in empty(claim)


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_no_sum_is_asked_for_that_the_claim_does_not_reckon(claim: Claim) -> None:
    sums = {
        id for id in re.findall(r"\{id: (\w+), ", empty(claim.id)) if id in BOOK.facts and BOOK.facts[id].unit == "CNY"
    }
    assert sums - named_by(claim.id, BOOK) - reckoned_by(claim.id, BOOK) == set()


def test_a_set_off_is_written_as_said_by_the_one_who_answers() -> None:
    assert "{id: setoff_sum, said_by: b, " in empty("fees.arrears")
    assert "{id: setoff_notified, said_by: b, " in empty("fees.arrears")


def short(*claims: str) -> str:
    return form_text([BOOK.claims[claim] for claim in claims], BOOK, ON)


def test_what_is_seldom_told_is_only_named_unless_the_whole_is_wanted(tmp_path: Path) -> None:
    short_form, whole = short("fees.arrears", "fees.late_fee"), together("fees.arrears", "fees.late_fee")
    assert parts_of(short_form)[:3] == parts_of(whole)[:3]
    assert len(short_form.splitlines()) < 0.55 * len(whole.splitlines())
    file = tmp_path / "案.yaml"
    file.write_text(short_form, encoding="utf-8")
    assert read_form(file).facts == ()


@pytest.mark.parametrize("claim", one_in(6, list(BOOK.claims), first=2))
def test_each_fact_of_the_whole_form_is_asked_named_or_counted_in_the_short_one(claim: str) -> None:
    short_form = short(claim)
    counted = sum(map(int, re.findall(r"：(\d+) 项，见 --all", short_form)))
    left_out = {id for id in questions_of(empty(claim)) if not re.search(rf"\b{id}\b", short_form)}
    assert len(left_out) <= counted


def test_what_is_named_has_whose_it_is_and_what_it_is_called() -> None:
    rest = parts_of(short("fees.arrears"))[3]
    assert f"inherited_value（of: b）{BOOK.facts['inherited_value'].title}" in rest
    assert f"setoff_sum（said_by: b, towards: [a]）{BOOK.facts['setoff_sum'].title}" in rest
    assert BOOK.facts["inherited_value"].question not in rest
