"""Runs the tested examples of a rule pack: forms as people fill them in, and what must come out.

For people who write packs:

    from propertylaw.testing import Example, disagreements, examples, pack

    law = pack(Path("my_rules"))

    @pytest.mark.parametrize("example", examples(Path("my_rules")), ids=str)
    def test_an_example_comes_out_as_expected(example: Example) -> None:
        assert disagreements(example, law) == []
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from propertylaw.errors import RuleError
from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, ClaimFinding, Effect, Model, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.case_forms import CaseForm
from propertylaw.rulebook import Rules, load_rules, read_yaml, rules


class ExpectedRecourse(Model):
    """What the respondent may ask of another once he has paid: a sum, or its ends (None: left to the court)."""

    against: str
    low: Decimal | None = None
    high: Decimal


class Expected(Model):
    """What must come out against one respondent; what is left out is not looked at."""

    respondent: str
    claim: str | None = None
    """Needed where the form raises several claims."""
    result: Result
    fails_either_way: bool | None = None
    """Whether it brings nothing however the open points come out."""
    first: tuple[str, ...] = ()
    """What has to be done first, where the claim is premature."""
    amount: Decimal | None = None
    at_most: Decimal | None = None
    """The upper end of a sum whose lower end is left to the court."""
    range: tuple[Decimal, Decimal] | None = None
    reckoned: tuple[Decimal, Decimal] | None = None
    """The range of what can be reckoned, where a part of the sum cannot."""
    lacks: tuple[str, ...] = ()
    """Facts without which a sum, or a part of it, cannot be reckoned."""
    capacity: str | None = None
    joint_with: tuple[str, ...] | None = None
    open: tuple[str, ...] = ()
    """Concepts on which it turns."""
    asks: tuple[str, ...] = ()
    """Facts and concepts that must be asked to settle it."""
    ruled_out: tuple[str, ...] = ()
    by_burden: tuple[str, ...] = ()
    recourse: tuple[ExpectedRecourse, ...] = ()


class Example(CaseForm):
    """A form and what must come out."""

    expect: tuple[Expected, ...]


def pack(folder: Path) -> Rules:
    """The rules of a pack, added to those that ship.

    Raises:
        RuleError: a file is not valid, or an id stands twice.
    """
    return load_rules(folder, rules())


def examples(folder: Path) -> tuple[Example, ...]:
    """The examples of a folder of rules, from its `cases/`.

    Raises:
        RuleError: a file is not valid.
    """
    found: list[Example] = []
    for file in sorted((folder / "cases").glob("*.yaml")):
        found += read_yaml(file, tuple[Example, ...], RuleError)
    return tuple(found)


def disagreements(example: Example, book: Rules) -> list[str]:
    """Where the analysis differs from what the example expects; empty where they agree."""
    dispute = example.dispute(book)
    analysis = analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=book))
    return [difference for expected in example.expect for difference in _compared(expected, analysis)]


def _compared(expected: Expected, analysis: Analysis) -> Iterator[str]:
    found = [
        finding
        for finding in analysis.claims
        if finding.respondent == expected.respondent and expected.claim in (None, finding.id)
    ]
    if len(found) != 1:
        yield f"{expected.respondent}: {len(found)} findings instead of one"
        return
    for name, wanted, compare in _QUESTIONS:
        value = getattr(expected, wanted)
        if value is None or value == ():
            continue
        shown = compare(found[0], analysis)
        agrees = set(value) <= shown if isinstance(shown, set) else value == shown
        if not agrees:
            yield f"{expected.respondent}: {name} is {shown}, expected {value}"


def _amount(finding: ClaimFinding, _: Analysis) -> Decimal | None:
    money = finding.amount
    return money.high if money and money.low == money.high else None


def _at_most(finding: ClaimFinding, _: Analysis) -> Decimal | None:
    money = finding.amount
    return money.high if money and money.low is None else None


def _range(finding: ClaimFinding, _: Analysis) -> tuple[Decimal | None, Decimal | None] | None:
    money = finding.amount
    return (money.low, money.high) if money else None


def _reckoned(finding: ClaimFinding, _: Analysis) -> tuple[Decimal | None, Decimal | None] | None:
    money = finding.reckoned
    return (money.low, money.high) if money else None


def _joint_with(finding: ClaimFinding, analysis: Analysis) -> tuple[str, ...]:
    party = next(p for p in analysis.parties if (p.id, p.claim) == (finding.respondent, finding.id))
    return party.joint_with


def _recourse(finding: ClaimFinding, analysis: Analysis) -> tuple[ExpectedRecourse, ...]:
    own = [one for one in analysis.recourse if (one.by, one.claim) == (finding.respondent, finding.id) and one.money]
    return tuple(
        ExpectedRecourse(against=one.against, low=one.money.low, high=one.money.high) for one in own if one.money
    )


def _asked(finding: ClaimFinding, analysis: Analysis) -> set[str]:
    questions = [q for q in analysis.decisive if q.purpose == "result" and q.claim == finding.id]
    return {id for question in questions if question.respondent == finding.respondent for id in question.ids}


_QUESTIONS: tuple[tuple[str, str, Callable[[ClaimFinding, Analysis], Any]], ...] = (
    ("the result", "result", lambda finding, _: finding.result),
    ("failing either way", "fails_either_way", lambda finding, _: finding.fails_either_way),
    ("what is to be done first", "first", lambda finding, _: set(finding.first)),
    ("the amount", "amount", _amount),
    ("the upper end of the amount", "at_most", _at_most),
    ("the range of the amount", "range", _range),
    ("what can be reckoned", "reckoned", _reckoned),
    ("what is lacking", "lacks", lambda finding, _: {use.fact for one in finding.remedies for use in one.missing}),
    ("the capacity", "capacity", lambda finding, _: finding.capacity),
    ("jointly liable", "joint_with", _joint_with),
    ("recourse", "recourse", _recourse),
    ("open concepts", "open", lambda _, analysis: {concept.id for concept in analysis.open_concepts}),
    ("what is asked", "asks", _asked),
    ("ruled out", "ruled_out", lambda f, _: {d.id for d in f.defences if d.effect is Effect.RULED_OUT}),
    ("decided by the burden of proof", "by_burden", lambda f, _: {e.id for e in f.elements if e.by_burden}),
)
