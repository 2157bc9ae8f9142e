"""Compiled claims: the same answers as reading the conditions one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.errors import RuleError
from propertylaw.model import Claim, Concept, Result
from propertylaw.reasoning.program import Part, Program, ReadingOf, in_order
from propertylaw.reasoning.truth import FALSE, OPEN, SILENT, TRUE, UNPROVED, Code
from propertylaw.rulebook.expression import Name


def element(when: str, **more: Any) -> dict[str, Any]:
    return {"id": "e", "says": "要件", "when": when, "proof": "claimant", "basis": ["民法典/944"], **more}


def defence(when: str, effect: str = "extinguishes", **more: Any) -> dict[str, Any]:
    return {"id": "d", "says": "抗辩", "when": when, "effect": effect, "basis": ["民法典/944"], **more}


def part(
    id: str,
    elements: list[dict[str, Any]],
    defences: list[dict[str, Any]] | None = None,
    remedies: list[dict[str, Any]] | None = None,
) -> Part:
    claim = Claim.model_validate(
        {
            "id": id,
            "title": id,
            "topic": "fees",
            "claimant": "owner",
            "respondents": [{"role": "developer"}],
            "basis": ["民法典/944"],
            "elements": elements,
            "defences": defences or [],
            "remedies": remedies or [],
        }
    )
    return Part(claim, claim.respondents[0])


def result(parts: list[Part], concepts: dict[str, Concept] | None = None, **codes: Code) -> Result:
    program = Program(in_order(parts), concepts or {})
    given_codes = [
        codes.get(one.id if isinstance(one, Name) else one.concept if isinstance(one, ReadingOf) else "", OPEN)
        for one in program.inputs
    ]
    return program.results(given_codes)[-1]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ({"a": TRUE, "b": SILENT}, Result.SUPPORTED),
        ({"a": TRUE, "b": TRUE, "c": SILENT}, Result.NOT_SUPPORTED),
        ({"a": TRUE, "b": TRUE, "c": TRUE}, Result.SUPPORTED),
        ({"a": TRUE, "b": TRUE, "c": OPEN}, Result.DEPENDS),
        ({"a": TRUE, "b": UNPROVED}, Result.SUPPORTED),
        ({"a": UNPROVED}, Result.NOT_SUPPORTED),
        ({"a": SILENT}, Result.DEPENDS),
        ({"a": FALSE, "b": OPEN}, Result.NOT_SUPPORTED),
    ],
)
def test_defences_defeat_and_exceptions_to_defences_too(codes: dict[str, Code], expected: Result) -> None:
    one = part("one", [element("a")], [defence("b", unless={"says": "例外", "when": "c"})])
    assert result([one], **codes) is expected


def test_a_claim_that_refers_to_another_is_decided_behind_it() -> None:
    upper, base = part("upper", [element("claim:base and b")]), part("base", [element("a")])
    assert result([upper, base], a=TRUE, b=TRUE) is Result.SUPPORTED
    assert result([upper, base], a=FALSE, b=TRUE) is Result.NOT_SUPPORTED
    assert result([upper, base], a=OPEN, b=TRUE) is Result.DEPENDS


def test_claims_in_a_circle_are_refused() -> None:
    with pytest.raises(RuleError, match="循环"):
        in_order([part("one", [element("claim:two")]), part("two", [element("claim:one")])])


CONCEPT = Concept.model_validate(
    {
        "id": "k",
        "title": "概念",
        "question": "？",
        "readings": [{"id": "y", "says": "是", "holds": True}, {"id": "n", "says": "否", "holds": False}],
        "bright_lines": [
            {"says": "亮", "when": "bright", "holds": True},
            {"says": "暗", "when": "dark", "holds": False},
        ],
    }
)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ({"bright": TRUE, "dark": FALSE}, Result.SUPPORTED),
        ({"bright": FALSE, "dark": TRUE}, Result.NOT_SUPPORTED),
        ({"bright": TRUE, "dark": TRUE}, Result.DEPENDS),
        ({"bright": OPEN, "dark": OPEN}, Result.DEPENDS),
        ({"bright": OPEN, "dark": OPEN, "k": TRUE}, Result.SUPPORTED),
        ({"bright": UNPROVED, "dark": UNPROVED, "k": FALSE}, Result.NOT_SUPPORTED),
    ],
)
def test_bright_lines_that_agree_decide_a_concept_and_else_the_reading(
    codes: dict[str, Code], expected: Result
) -> None:
    assert result([part("one", [element("a", concept="k")])], {"k": CONCEPT}, a=TRUE, **codes) is expected


CODES = st.sampled_from([FALSE, OPEN, TRUE])


@given(st.fixed_dictionaries(dict.fromkeys("abcde", CODES)))
def test_reasons_and_results_agree(codes: dict[str, Code]) -> None:
    one = part(
        "one",
        [element("a"), element("not b or c")],
        [defence("d", "suspends"), defence("e", "reduces", unless={"says": "例外", "when": "b", "effect": "bars"})],
    )
    program = Program([one], {})
    given_codes = [codes[atom.id] for atom in program.inputs if isinstance(atom, Name)]
    (reasons,) = program.reasons(given_codes)
    assert (reasons.result,) == program.results(given_codes)
    assert reasons.elements == (codes["a"], {FALSE: TRUE, OPEN: max(OPEN, codes["c"]), TRUE: codes["c"]}[codes["b"]])
    assert reasons.defences == (codes["d"], codes["e"])
    assert reasons.counters == (FALSE, codes["b"])


def remedy(id: str, when: str) -> dict[str, Any]:
    return {"id": id, "says": "可得", "when": when, "basis": ["民法典/944"]}


TWO_REMEDIES = part(
    "one",
    [element("a")],
    [
        defence("ended", "defeats", touches=["stop"], unless={"says": "再犯", "when": "again"}),
        defence("late", "defeats", touches=["damages"]),
    ],
    [remedy("stop", "true"), remedy("damages", "loss")],
)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ({"ended": FALSE, "late": FALSE, "loss": TRUE}, Result.SUPPORTED),
        ({"ended": TRUE, "late": FALSE, "loss": TRUE}, Result.PARTLY_SUPPORTED),
        ({"ended": FALSE, "late": TRUE, "loss": TRUE}, Result.PARTLY_SUPPORTED),
        ({"ended": TRUE, "late": TRUE, "loss": TRUE}, Result.NOT_SUPPORTED),
        ({"ended": TRUE, "late": FALSE, "loss": FALSE}, Result.NOT_SUPPORTED),
        ({"ended": TRUE, "late": FALSE, "loss": SILENT}, Result.NOT_SUPPORTED),
        ({"ended": TRUE, "late": FALSE, "loss": OPEN}, Result.DEPENDS),
        ({"ended": OPEN, "late": TRUE, "loss": TRUE}, Result.DEPENDS),
        ({"ended": FALSE, "late": TRUE, "loss": FALSE}, Result.SUPPORTED),
        ({"ended": TRUE, "late": TRUE, "loss": TRUE, "again": TRUE}, Result.PARTLY_SUPPORTED),
    ],
)
def test_a_claim_is_gone_with_the_last_remedy_that_is_asked_for(codes: dict[str, Code], expected: Result) -> None:
    assert result([TWO_REMEDIES], **{"a": TRUE, "again": FALSE, **codes}) is expected


ONE_FULFILLED = part(
    "one",
    [element("a")],
    [
        defence("ended", "fulfils", touches=["stop"], unless={"says": "再犯", "when": "again"}),
        defence("late", "defeats", touches=["stop", "damages"]),
    ],
    [remedy("stop", "true"), remedy("damages", "loss")],
)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ({"ended": TRUE, "late": FALSE, "loss": TRUE}, Result.SUPPORTED),
        ({"ended": OPEN, "late": FALSE, "loss": TRUE}, Result.SUPPORTED),
        ({"ended": TRUE, "late": FALSE, "loss": FALSE}, Result.NOT_SUPPORTED),
        ({"ended": TRUE, "late": FALSE, "loss": OPEN}, Result.DEPENDS),
        ({"ended": OPEN, "late": FALSE, "loss": FALSE}, Result.DEPENDS),
        ({"ended": TRUE, "late": TRUE, "loss": TRUE}, Result.NOT_SUPPORTED),
        ({"ended": TRUE, "late": FALSE, "loss": TRUE, "again": TRUE}, Result.SUPPORTED),
    ],
)
def test_what_is_fulfilled_is_no_defeat_where_something_else_is_asked_for(
    codes: dict[str, Code], expected: Result
) -> None:
    assert result([ONE_FULFILLED], **{"a": TRUE, "again": FALSE, **codes}) is expected


@pytest.mark.parametrize("claim", [TWO_REMEDIES, ONE_FULFILLED], ids=["defeated", "fulfilled"])
@given(st.fixed_dictionaries(dict.fromkeys(("a", "again", "ended", "late", "loss"), CODES)), st.data())
def test_what_is_settled_about_remedies_stays_so_when_more_becomes_known(
    claim: Part, codes: dict[str, Code], data: Any
) -> None:
    before = result([claim], **codes)
    known = {id: data.draw(st.sampled_from([FALSE, TRUE])) if code == OPEN else code for id, code in codes.items()}
    after = result([claim], **known)
    assert after is not Result.DEPENDS
    assert before in (after, Result.DEPENDS)
