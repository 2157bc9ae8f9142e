"""Likeness to clauses whose issue is known: an example is like itself, a sound sentence like nothing."""

from __future__ import annotations

import numpy as np
import pytest
from reviewing import reviewed

from propertylaw.checks import ClauseInput, review_clause
from propertylaw.extraction.contracts.issue import issues
from propertylaw.extraction.contracts.known_clauses import examples, learned, likeness, names_of, solved
from propertylaw.extraction.contracts.traits import traits
from propertylaw.model import Severity
from propertylaw.rulebook import data_folder


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("Ⓞ欠费满两月，Ⓟ断水断电", "cut_off_utilities"),
        ("Ⓞ预缴一年，中途搬走余款不退", "prepaid_fee_not_refunded"),
        ("装修押金验收有瑕疵全额没收", "deposit_forfeiture"),
    ],
)
def test_a_clause_is_like_those_of_its_issue(words: str, issue: str) -> None:
    found = likeness(words)
    assert found.issue == issue
    assert found.of_any > 0.5
    assert found.example


def test_every_issue_of_the_examples_is_known() -> None:
    files = sorted((data_folder("rules") / "contract" / "examples").glob("*.jsonl"))
    assert {name for row in examples(files) for name in names_of(row)} <= set(issues())


def test_a_sound_sentence_is_like_no_issue() -> None:
    assert likeness("Ⓟ应当每日清扫楼道一次，每周擦拭扶手两次").of_any < 0.5


def test_words_without_anything_known_are_like_nothing() -> None:
    assert likeness("ABC").of_issue < 0.1


def test_examples_are_likened_to_one_another_as_a_sentence_is_to_them() -> None:
    texts = ("欠费满两月断水断电", "欠费一年停水停电", "押金验收后退还", "押金验收有瑕疵不退还", "每日清扫楼道")
    common = {"doc_type": "物业服务合同", "signatory": "owners_committee", "label": "fine", "issue": None}
    known = learned([*({**common, "text": text} for text in texts), {**common, "text": texts[0], "issue": "x"}])
    for name, family in known.families.items():
        alone = np.stack([family.near(traits(text)[name], len(known.texts)) for text in known.texts])
        weights = np.arange(1.0, len(known.texts) + 1)
        assert np.allclose(family.times(weights), alone @ weights, atol=1e-5)
        some = weights % 2 == 1
        assert np.allclose(family.among(some), alone[np.ix_(some, some)], atol=1e-6)


def test_the_regression_gives_back_what_it_learned_the_more_the_less_it_is_held_back() -> None:
    near = np.array([[1.0, 0.5, 0.1], [0.5, 1.0, 0.3], [0.1, 0.3, 1.0]])
    told = np.array([1.0, 0.0, 1.0])
    for even in (0.001, 0.2, 5.0):
        exact = np.linalg.solve(near + even * np.eye(3), told)
        assert np.allclose(solved(lambda weights: near @ weights, told, even), exact, atol=1e-4)


def test_it_speaks_where_no_other_check_says_the_same_and_never_gravely() -> None:
    found = reviewed().findings
    others = [one for one in found if one.code != "CON058" and one.span and one.severity in ("high", "medium")]
    for one in found:
        if one.code == "CON058":
            assert one.severity is Severity.MEDIUM
            assert one.span is not None
            start, end = one.span
            meeting = [other for other in others if other.span and start < other.span[1] and other.span[0] < end]
            assert one.issue not in {other.issue for other in meeting}


def test_a_sign_in_words_that_read_as_lawful_is_told_with_the_doubt() -> None:
    text = "电梯维保年费含在物业费内；更换曳引机等大修，依法表决后使用维修资金。"
    (found,) = [one for one in review_clause(ClauseInput(id="1", text=text)) if one.code == "CON023"]
    assert found.severity is Severity.LOW
    assert "请人工核对" in found.message


def test_figures_are_counted_and_not_likened() -> None:
    text = "总价3万元（人民币叁万元整）。"
    assert not review_clause(ClauseInput(id="1", text=text))
