"""CON058: a sentence that is like clauses whose issue is known, and in which no other check finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.contract_data import likeness_limits
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.issue import issues
from propertylaw.extraction.contracts.known_clauses import Likeness, likeness
from propertylaw.extraction.contracts.sentence import Clause, Sentence
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity

_SHORTEST, _LONGEST = 12, 150
_FEW = 2
"""In a clause of more sentences the others say what one means, and likeness has to be greater."""
_OF_FIGURES = "penalty_excessive"
_NO_SENTENCE = re.compile(r"[|｜\t]")
_RATE = "{market_rate}|{share_of_sum}|(?:每日|每天|按日)[^，。；]{0,12}(?:[千万]分之|[%％‰‱])"
"""Daily rates and shares of a sum are judged by another check: a figure decides, no likeness."""
_NUMBER = re.compile(r"[\s　]*(?:第[一二三四五六七八九十百]+条|[（(]?[一二三四五六七八九十\d.]+[）)、.．\s　])[\s　]*")


@check("CON058", "resembles_known_clause", Severity.MEDIUM, last_resort=True)
def resembles_known_clause(contract: Contract) -> Iterator[Hit]:
    """措辞与已知的问题条款相近。

    换了说法的问题条款，词表可能认不出。这里把每句话与几百个标注过的条款比较：与有问题的相近、与合法的邻近条款不相近的，提示人工核对。
    其他检查没有发现问题的句子才提示；逐条审查时，与某一问题的条款特别相近、而其他检查说的是别的问题的，一并提示。整份合同里句子多，
    只提示与某一问题特别相近的，一条里同一问题只提示一次。它说的是“像”，不是“违法”；举出的是收录的示例，不是合同或者法规的文字。

    会报告：措辞少见、词表没有收录，而与标注过的问题条款相近的句子。

    不报告：与标注过的合法条款更相近的句子。
    """
    for clause in contract.clauses:
        alike: dict[str, tuple[float, Hit]] = {}
        for sentence in clause.sentences:
            for found, hit in _alike(contract, clause, sentence):
                if found.issue not in alike or alike[found.issue][0] < found.of_any:
                    alike[found.issue] = (found.of_any, hit)
        yield from (hit for _, hit in alike.values())


def _alike(contract: Contract, clause: Clause, sentence: Sentence) -> Iterator[tuple[Likeness, Hit]]:
    """What a sentence is so like that it has to be told."""
    words = _without_number(sentence.masked)
    if not _SHORTEST <= len(words) <= _LONGEST or _NO_SENTENCE.search(words):
        return
    if pattern("{procedural}").search(words) and not pattern("{bites}").search(sentence.lead + words):
        return  # how papers and meetings are kept takes nothing from anybody
    found = likeness(sentence.lead + words)
    alone = len(contract.clauses) == 1
    if not (_told_alone(found, clause) if alone else _told_in_contract(found)):
        return
    known = issues()[found.issue]
    if not known.signs or (found.issue == _OF_FIGURES and pattern(_RATE).search(words)):
        return  # figures, dates and blanks are counted, not likened
    whole = sentence.lead + clause.masked  # what a lawful neighbour says may stand in another sentence
    if any(pattern(one).search(whole) for one in known.unlike):
        return
    if any(pattern(one).search(sentence.lead + words) for one in known.sound):
        return
    message = f"措辞像“{known.issue}”一类的问题条款；像不等于是，请人工核对"
    says = f"收录的示例，不是本合同或者法规的文字：“{found.example}”"
    sure = alone and found.of_issue >= likeness_limits()["like_one_issue"]
    yield (
        found,
        Hit(sentence.span, says, Severity.MEDIUM, message=message, issue=found.issue, basis=known.basis, sure=sure),
    )


def _told_alone(found: Likeness, clause: Clause) -> bool:
    """Of a clause by itself: where others stand around a sentence, they say what one means, and it has to be more."""
    limits = likeness_limits()
    if len(clause.sentences) > _FEW:
        return found.of_any >= limits["like_any_issue_in_context"]
    of_one = found.of_issue >= limits["like_one_issue"]
    return found.of_any >= limits["like_any_and_one_issue" if of_one else "like_any_issue"]


def _told_in_contract(found: Likeness) -> bool:
    """Among the many sentences of a contract: what is like no issue more than others says nothing there."""
    limits = likeness_limits()
    both = found.of_any + limits["share_of_one_issue"] * found.of_issue
    return found.of_issue >= limits["like_one_issue_in_contract"] and both >= limits["like_both_in_contract"]


def _without_number(words: str) -> str:
    number = _NUMBER.match(words)
    return words[number.end() if number else 0 :].strip()
