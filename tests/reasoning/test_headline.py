"""The headline of a claim as a table: the whole of it, what leads to its rows and columns, and what must hold of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.model import Dispute, FactUse, Money, RemedyFinding, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.headline import HEADLINES, Brings, Ground, Headline, brings, ground_of
from propertylaw.reasoning.results_in_words import result_in_words

TABLE = """
                whole    reduced  sure     open  early  vain  fails
unmeasured      all      part     at_least open  early  vain  no
all             all      all      all      open  early  vain  no
less            part     part     at_least open  early  vain  no
perhaps less    up_to    part     at_least open  early  vain  no
perhaps nothing open    open     open     open  early  vain  no
orders alone    at_least at_least at_least open  early  vain  no
some unproved   part     part     at_least open  early  vain  no
unproved        no       no       no       open  early  vain  no
nothing         no       no       no       open  early  vain  no
set off         paid     paid     paid     open  early  vain  no
perhaps set off at_least at_least at_least open  early  vain  no
untold          all      part     at_least open  early  vain  no
"""
WORDS = {
    "all": Headline(Result.SUPPORTED),
    "up_to": Headline(Result.SUPPORTED, at_least_partly=True),
    "part": Headline(Result.PARTLY_SUPPORTED),
    "at_least": Headline(Result.DEPENDS, at_least_partly=True),
    "open": Headline(Result.DEPENDS),
    "early": Headline(Result.PREMATURE),
    "vain": Headline(Result.DEPENDS, fails_either_way=True),
    "paid": Headline(Result.SET_OFF),
    "no": Headline(Result.NOT_SUPPORTED),
}


def cells() -> list[tuple[Brings, Ground, str]]:
    head, *rows = (line for line in TABLE.splitlines() if line)
    grounds = [Ground(word) for word in head.split()]
    parted = [(Brings(row[:16].strip()), row[16:].split()) for row in rows]
    return [(sum_, ground, word) for sum_, words in parted for ground, word in zip(grounds, words, strict=True)]


@pytest.mark.parametrize(("sum_", "ground", "word"), cells())
def test_the_table_reads(sum_: Brings, ground: Ground, word: str) -> None:
    assert HEADLINES[ground][sum_] == WORDS[word]


def test_the_table_is_whole() -> None:
    assert {(ground, sum_) for sum_, ground, _ in cells()} == {(g, s) for g in Ground for s in Brings}
    assert {(ground, sum_) for ground, row in HEADLINES.items() for sum_ in row} == {
        (g, s) for g in Ground for s in Brings
    }


POSSIBLE = [
    frozenset(some)
    for size in range(1, 5)
    for some in combinations(sorted(set(Result) - {Result.DEPENDS, Result.SET_OFF}), size)
]


@pytest.mark.parametrize("possible", POSSIBLE, ids=lambda some: "-".join(sorted(some)))
def test_a_claim_that_may_fail_and_may_not_is_open(possible: frozenset[Result]) -> None:
    ground, gets = ground_of(possible), {Result.SUPPORTED, Result.PARTLY_SUPPORTED}
    if possible <= gets:
        assert ground in (Ground.WHOLE, Ground.REDUCED, Ground.SURE)
    elif len(possible) == 1:
        assert ground in (Ground.EARLY, Ground.FAILS)
    elif possible <= {Result.PREMATURE, Result.NOT_SUPPORTED}:
        assert ground is Ground.IN_VAIN
    else:
        assert ground is Ground.OPEN


MORE_AND_MORE = [Brings.NOTHING, Brings.LESS, Brings.ALL]
BETTER_AND_BETTER = [Result.NOT_SUPPORTED, Result.DEPENDS, Result.PARTLY_SUPPORTED, Result.SUPPORTED]


@pytest.mark.parametrize("ground", [Ground.WHOLE, Ground.REDUCED, Ground.SURE])
def test_more_of_what_is_asked_for_never_makes_it_worse(ground: Ground) -> None:
    told = [BETTER_AND_BETTER.index(HEADLINES[ground][one].result) for one in MORE_AND_MORE]
    assert told == sorted(told)


def sum_of(low: str | None, high: str) -> Money:
    return Money(low=None if low is None else Decimal(low), high=Decimal(high))


def remedy(money: Money | None = None, *missing: str) -> RemedyFinding:
    uses = tuple(FactUse(fact="x", title="x", value=None, proof=proof) for proof in missing)  # type: ignore[arg-type]
    return RemedyFinding(says="赔偿", money=money, missing=uses)


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        ("1000", "1000", Brings.ALL),
        ("600", "600", Brings.LESS),
        ("600", "1000", Brings.PERHAPS_LESS),
        (None, "1000", Brings.PERHAPS_LESS),
        ("0", "0", Brings.NOTHING),
        ("0", "600", Brings.PERHAPS_NOTHING),
        ("0", "1000", Brings.PERHAPS_NOTHING),
    ],
)
def test_a_sum_is_held_against_what_is_asked_for(low: str | None, high: str, found: Brings) -> None:
    money = sum_of(low, high)
    assert brings(Decimal(1000), money, [remedy(money)]) is found


def test_where_no_sum_is_asked_for_none_is_missed() -> None:
    money = sum_of("1000", "1000")
    assert brings(None, money, [remedy(money)]) is Brings.UNMEASURED


def test_what_is_not_proved_is_refused_and_what_nobody_told_is_not() -> None:
    known, asked = sum_of("600", "600"), Decimal(1000)
    assert brings(asked, None, [remedy(None, "unproved")]) is Brings.UNPROVED
    assert brings(asked, known, [remedy(known), remedy(None, "unproved")]) is Brings.SOME_UNPROVED
    assert brings(asked, None, [remedy(None, "silent")]) is Brings.UNTOLD
    assert brings(asked, known, [remedy(known), remedy(None, "silent")]) is Brings.PERHAPS_LESS


def test_who_gets_all_that_he_asks_for_does_not_miss_a_head_that_is_not_proved() -> None:
    known = sum_of("1000", "1000")
    assert brings(Decimal(1000), known, [remedy(known), remedy(None, "unproved")]) is Brings.ALL


def test_an_order_without_a_sum_is_something() -> None:
    nothing = sum_of("0", "0")
    assert brings(Decimal(1000), nothing, [remedy(nothing), remedy()]) is Brings.LESS


def test_money_that_nothing_reckons_may_be_what_is_missing() -> None:
    known, assessed = sum_of("600", "600"), RemedyFinding(says="精神损害", unreckoned=True)
    assert brings(Decimal(1000), known, [remedy(known), assessed]) is Brings.PERHAPS_LESS
    assert brings(Decimal(1000), None, [assessed]) is Brings.PERHAPS_LESS
    assert brings(Decimal(600), known, [remedy(known), assessed]) is Brings.ALL
    assert brings(None, known, [remedy(known), assessed]) is Brings.UNMEASURED


@given(st.decimals(1, 10**6, places=2), st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2))
def test_all_is_told_only_where_it_is_sure(asked: Decimal, low: Decimal, more: Decimal) -> None:
    money = Money(low=low, high=low + more)
    assert (brings(asked, money, [remedy(money)]) is Brings.ALL) is (low >= asked)


PARTIES = [
    {"id": "w", "name": "安和物业", "role": "service_provider"},
    {"id": "z", "name": "周某", "role": "owner"},
]
OWED = [
    {"id": "signed_contract", "value": True},
    {"id": "service_provided", "value": True},
    {"id": "demand_made", "value": True},
    {"id": "floor_area", "of": "z", "value": Decimal(100)},
    {"id": "fee_rate", "value": Decimal(3)},
    {"id": "fee_due_day", "value": Decimal(28)},
    {"id": "late_fee_rate", "value": Decimal(0)},
    {"id": "unpaid_from", "of": "z", "value": date(2018, 1, 1)},
    {"id": "unpaid_to", "of": "z", "value": date(2024, 12, 31)},
    {"id": "limitation_raised", "of": "z", "value": True, "said_by": "z"},
]
DEMANDED = {"id": "demand_date", "of": "z", "value": date(2023, 5, 1), "said_by": "w"}


def told(*facts: dict[str, Any], asked: str | None = None) -> str:
    claim = {"by": "w", "against": ["z"], "claim": "fees.arrears", **({"sum": Decimal(asked)} if asked else {})}
    form = {"on": date(2025, 6, 30), "place": "江苏省南京市", "parties": PARTIES, "claims": [claim], "facts": facts}
    return result_in_words(analyze(Dispute.model_validate(form)).claims[0])


@pytest.mark.parametrize("more", [{"admitted_by": ["z"]}, {"denied_by": ["z"]}])
def test_a_demand_that_is_denied_leaves_sure_what_is_not_barred_anyway(more: dict[str, Any]) -> None:
    # each instalment for itself: those of the last three years stay in any case; as one debt: all of them
    assert told(*OWED, {**DEMANDED, **more}) == "请求成立，全部还是部分未定，要看“部分物业费已过诉讼时效”"


def test_who_asks_only_for_what_is_not_barred_gets_it() -> None:
    # due on the 28th of July 2022 to December 2024: 30 months of 300
    assert told(*OWED, asked="9000") == "请求成立"


def test_fees_that_were_paid_bring_nothing() -> None:
    paid = {"id": "amount_paid", "of": "z", "value": Decimal(25200), "evidence": ["转账记录"]}
    assert told(*OWED[:-1], paid) == "请求不成立"


ENDED = {"id": "conduct_ended", "of": "b", "value": True, "said_by": "b", "evidence": ["验收单"]}


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        ({**ENDED, "denied_by": ["a"]}, "请求部分成立"),
        (ENDED, "请求成立"),
        ({**ENDED, "value": False}, "请求成立"),
    ],
)
def test_who_gets_his_sum_and_not_the_order_he_insists_on_does_not_get_all(ended: dict[str, Any], words: str) -> None:
    people = [{"id": "a", "name": "楼下", "role": "owner"}, {"id": "b", "name": "楼上", "role": "owner"}]
    facts = [
        {"id": "flat_flooded", "value": True},
        {"id": "leak_from_their_part", "of": "b", "value": True},
        {"id": "damage_amount", "value": Decimal(8000), "evidence": ["报价"]},
        ended,
        {"id": "only_stop_asked", "value": False},
    ]
    claim = {"by": "a", "against": ["b"], "claim": "neighbours.leak", "sum": Decimal(8000)}
    form = {"on": date(2025, 6, 30), "place": "江苏省南京市", "parties": people, "claims": [claim], "facts": facts}
    finding = analyze(Dispute.model_validate(form)).claims[0]
    assert finding.amount is not None
    assert finding.amount.low == 8000
    assert result_in_words(finding) == words
