"""CON065: 下列事项, 以下标准 and the like with nothing listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Clause, Sentence
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity
from propertylaw.structure.headings import DIVISIONS, recognise

_LISTED = re.compile(r"[：:]\s*[^\s。；]|[（(][一二三1①]|(?<!\d)1[.．、)]|①|、[^。；]{2,40}[。；]?$|[|｜]|附[件表录]")
"""What a list begins with: words after a colon, a number, a table, an annex."""


@check("CON065", "announced_list_missing", Severity.MEDIUM)
def announced_list_missing(contract: Contract) -> Iterator[Hit]:
    """说了有清单而没有列。

    写着“下列事项”“以下标准”“如下内容”，后面却什么也没有列，多半是删改时漏了。

    会报告：业主共同决定下列事项，应当由三分之二以上的业主参与表决。（全条到此为止）

    不报告：乙方提供下列服务：（一）保洁；（二）绿化。
    """
    for clause in contract.clauses:
        for number, sentence in enumerate(clause.sentences, 1):
            match = pattern("{announces}").search(sentence.masked)
            if match is None or _listed_next(clause.sentences[number:]):
                continue
            if not _LISTED.search(sentence.masked, match.end()) and not _goes_on_below(contract, clause):
                yield Hit(whole_steps(sentence, match), says=f"“{match[0]}”")


def _listed_next(following: Sequence[Sentence]) -> bool:
    """Whether what follows in the clause is what was announced, and not a sentence that looks back on it."""
    return bool(following) and pattern("{looks_back}").match(following[0].masked) is None


def _goes_on_below(contract: Contract, clause: Clause) -> bool:
    """Whether the next line is numbered otherwise than the clause: its items were taken for clauses."""
    after = contract.source.text[clause.article.text_span[1] :].lstrip()
    following = recognise(after.partition("\n")[0]) if after else None
    own = recognise(clause.article.label)
    if following is None or following.form in DIVISIONS:
        return False
    return own is None or own.form is not following.form
