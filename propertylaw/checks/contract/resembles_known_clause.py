"""CON058: a sentence that no other check speaks of and that is like clauses whose issue is known."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.contract_data import contract_data
from propertylaw.checks.issue import issues
from propertylaw.checks.known_clauses import likeness
from propertylaw.checks.registry import Hit, check
from propertylaw.checks.view import Contract
from propertylaw.model import Severity

_SHORTEST, _LONGEST = 8, 100
_SHORT = 30
"""Longer sentences hold more words that the signs know: where those were silent, likeness was never right."""

_FEW = 2
"""In a clause of more sentences the others say what one means, and likeness has to be greater."""


@check("CON058", "resembles_known_clause", Severity.MEDIUM, last_resort=True)
def resembles_known_clause(contract: Contract) -> Iterator[Hit]:
    """措辞与已知的问题条款相近。

    换了说法的问题条款，词表可能认不出。这里把每句话与几百个标注过的条款比较：与有问题的相近、与合法的邻近条款不相近的，提示人工核对。
    只在其他检查没有发现的句子上提示；它说的是“像”，不是“违法”。单独的短句到“中”，其余只到“低”。

    会报告：措辞少见、词表没有收录，而与标注过的问题条款相近的句子。

    不报告：与标注过的合法条款更相近的句子。
    """
    limits = contract_data("limits", dict[str, float])
    for clause in contract.clauses:
        alone = len(clause.sentences) <= _FEW
        least = limits["like_any_issue" if alone else "like_any_issue_in_context"]
        for sentence in clause.sentences:
            words = sentence.masked.strip()
            if not _SHORTEST <= len(words) <= _LONGEST:
                continue
            found = likeness(sentence.lead + words)
            if found.of_issue < limits["like_an_issue"] or found.of_any < least:
                continue
            known = issues()[found.issue]
            message = f"可能涉及“{known.issue}”：措辞与已知的问题条款相近，请人工核对"
            says = f"如“{found.example}”"
            only = len(clause.sentences) == 1
            severity = Severity.MEDIUM if only and len(words) <= _SHORT else Severity.LOW
            yield Hit(sentence.span, says, severity, message=message, issue=found.issue, basis=known.basis)
