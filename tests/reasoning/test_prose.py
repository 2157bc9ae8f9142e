"""The explanation as sentences: nothing that the tree does not hold, and each with what it rests on."""

from __future__ import annotations

import re

import pytest
from shares import one_in
from worked_cases import BOOK, EXAMPLES

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, Argument, Dispute, Truth
from propertylaw.reasoning import analyze

DISPUTES = [pytest.param(example.dispute(BOOK), id=str(example)) for example in one_in(20, EXAMPLES)]


def analysis(dispute: Dispute) -> Analysis:
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK))


def needed(part: Argument) -> list[str]:
    """What the prose has to say of a part: of a given element its name, of what is open or not given the grounds."""
    if part.kind == "role":
        return []
    if part.kind == "element" and part.truth is Truth.TRUE:
        return [part.says.removeprefix("要件").removesuffix("具备")]
    grounds = part.kind == "element" or (part.kind == "defence" and part.truth is Truth.UNKNOWN)
    return [part.says, *(ground.says for ground in part.parts if grounds)]


def whole_tree(argument: Argument) -> str:
    return argument.says + "".join(map(whole_tree, argument.parts))


@pytest.mark.parametrize("dispute", DISPUTES)
def test_every_sentence_rests_on_a_provision_and_nothing_of_the_tree_that_matters_is_missing(dispute: Dispute) -> None:
    found = analysis(dispute)
    whole = "".join(sentence.says for sentence in found.prose)
    for sentence in found.prose:
        assert sentence.basis
        assert sentence.says.endswith("。")
    for part in found.argument.parts:
        assert part.says in whole
        assert all(words in whole for one in part.parts for words in needed(one))


@pytest.mark.parametrize("dispute", DISPUTES)
def test_a_sentence_says_nothing_that_the_tree_does_not_hold(dispute: Dispute) -> None:
    found = analysis(dispute)
    tree = whole_tree(found.argument)
    for sentence in found.prose:
        if sentence.says.startswith("要件"):
            names = re.findall("“(.+?)”(?=[、都具])", sentence.says)
            assert all(name in tree for name in names)
        else:
            assert sentence.says.split("：", 1)[0].rstrip("。") in tree


@pytest.mark.parametrize("dispute", DISPUTES)
def test_given_elements_are_one_sentence(dispute: Dispute) -> None:
    found = analysis(dispute)
    given = [sentence for sentence in found.prose if re.search("“都?具备。$", sentence.says)]
    assert len(given) <= len(found.claims)


@pytest.mark.parametrize("dispute", DISPUTES)
def test_nothing_is_told_that_the_evaluation_did_not_use(dispute: Dispute) -> None:
    found = analysis(dispute)
    used = {use.title for c in found.claims for part in (*c.elements, *c.defences) for use in part.facts}
    stated = {BOOK.facts[fact.id].title for fact in dispute.facts}
    whole = "".join(sentence.says for sentence in found.prose)
    for title in stated - used:
        assert f"{title}：是（" not in whole
        assert f"{title}：否（" not in whole
