"""The explanation as sentences: nothing that the tree does not hold, and each with what it rests on."""

from __future__ import annotations

import pytest

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, Argument, Dispute
from propertylaw.reasoning import analyze
from propertylaw.rulebook import data_folder, rules
from propertylaw.testing import examples

BOOK = rules()
DISPUTES = [pytest.param(example.dispute(BOOK), id=str(example)) for example in examples(data_folder("rules"))][::20]


def analysis(dispute: Dispute) -> Analysis:
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK))


def said(argument: Argument) -> list[str]:
    return [argument.says, *(words for part in argument.parts for words in said(part))]


@pytest.mark.parametrize("dispute", DISPUTES)
def test_every_sentence_rests_on_a_provision_and_says_what_the_tree_says(dispute: Dispute) -> None:
    found = analysis(dispute)
    whole = "".join(sentence.says for sentence in found.prose)
    for sentence in found.prose:
        assert sentence.basis
        assert sentence.says.endswith("。")
    for part in found.argument.parts:
        assert all(words in whole for words in said(part))
    assert len(found.prose) == sum(1 + len(part.parts) for part in found.argument.parts)


@pytest.mark.parametrize("dispute", DISPUTES)
def test_nothing_is_told_that_the_evaluation_did_not_use(dispute: Dispute) -> None:
    found = analysis(dispute)
    used = {use.title for c in found.claims for part in (*c.elements, *c.defences) for use in part.facts}
    stated = {BOOK.facts[fact.id].title for fact in dispute.facts}
    whole = "".join(sentence.says for sentence in found.prose)
    for title in stated - used:
        assert f"{title}：是（" not in whole
        assert f"{title}：否（" not in whole
