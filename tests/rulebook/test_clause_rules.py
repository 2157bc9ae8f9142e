"""What `rules/clauses.yaml` says of the signs of contract review leads somewhere, and mistakes in it are told."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from propertylaw.extraction.contracts.contract_kind import contract_kinds
from propertylaw.extraction.contracts.issue import issues
from propertylaw.extraction.contracts.words import pattern
from propertylaw.rulebook import rules
from propertylaw.rulebook.checking import clauses as checked
from propertylaw.rulebook.checking.book import Book
from propertylaw.rulebook.clause_rules import ClauseRule, ClauseRules, clause_rules
from propertylaw.rulebook.data import data_folder

RULE = ClauseRule(sign="total_subcontract", claims=("contract.subcontracting",), because="不得转包", basis=())


def test_the_words_and_kinds_of_every_rule_are_known() -> None:
    kinds = {one.id for one in contract_kinds()}
    for rule in clause_rules().rules:
        assert rule.sign in issues()
        assert kinds.issuperset(rule.kinds)
        pattern(rule.about)
    for subject in clause_rules().subjects:
        pattern(subject.words)


def test_the_words_of_every_fact_that_a_sign_states_are_known() -> None:
    supplies = [one for fact in rules().facts.values() for one in fact.stated_in if one.sign]
    assert supplies
    for one in supplies:
        pattern(one.context or "")


def test_what_is_void_in_any_case_names_what_overrides_it() -> None:
    assert all(rule.basis for rule in clause_rules().rules)


def test_no_rule_is_hidden_by_a_wider_one_before_it() -> None:
    """A rule for all words of a sign leaves nothing to those behind it, in the claims that it covers."""
    for at, rule in enumerate(clause_rules().rules):
        wider = [
            one
            for one in clause_rules().rules[:at]
            if one.sign == rule.sign and not (one.only or one.about or one.kinds or one.between)
        ]
        for claim in (id for id in rules().claims if any(fnmatchcase(id, each) for each in rule.claims)):
            assert not any(fnmatchcase(claim, each) for one in wider for each in one.claims), (rule.sign, claim)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"sign": "total_subcontrakt"}, "没有这个审查问题“total_subcontrakt”"),
        ({"only": ("整体转走",)}, "没有这个特征“整体转走”"),
        ({"claims": ("contract.subkontrakting",)}, "没有请求权的 id 符合“contract.subkontrakting”"),
        ({"between": ("provider",)}, "没有这个参与方“provider”"),
        ({"stands_with": "decided"}, "没有这个事实“decided”"),
    ],
)
def test_a_name_that_leads_nowhere_is_a_fault(
    changed: dict[str, object], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        checked, "clause_rules", lambda: ClauseRules(subjects=(), rules=(RULE.model_copy(update=changed),))
    )
    book = Book(Path(data_folder("rules")), rules(), {})
    assert [fault.problem for fault in checked.unknown_in_clauses(book)] == [told]


def test_a_rule_that_holds_together_has_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "clause_rules", lambda: ClauseRules(subjects=(), rules=(RULE,)))
    assert not [*checked.unknown_in_clauses(Book(Path(data_folder("rules")), rules(), {}))]
