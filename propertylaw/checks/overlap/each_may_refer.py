"""OVL003: several bodies handle a matter, each within its own tasks, and the text does not say whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.parties import default_finder
from propertylaw.model import PartyId, Severity
from propertylaw.rulebook import parties

_FEWEST = 3
"""Bodies from which on 按照各自职责 alone tells nobody where to go."""


@check(
    "OVL003",
    "each_may_refer",
    Severity.MEDIUM,
    subject="regulation",
    message="几个机关各按职责处理，全文没有写明哪种行为归谁，投诉可能被推来推去",
)
def each_may_refer(regulation: Regulation) -> Iterator[Hit]:
    """查处、处罚或者受理交给三个以上机关，只说按照各自职责，全文没有写明哪一种行为归谁。

    每个机关都可以说不在自己职责之内；投诉人被推来推去，没有一个机关的不作为可以追究。

    会报告：违反前款规定的，由公安、城市管理、市场监管等部门按照各自职责查处。

    不报告：占用消防通道的由消防救援机构查处，违法搭建的由城市管理部门查处。

    怎样解决：按行为写明机关，或者规定首个接到投诉的机关负责到底、移送后要告知。
    """
    if regulation.divides_tasks:
        return
    text = regulation.source.text
    for match in regulation.matches(pattern("{by_own_tasks}")):
        bodies = _bodies(match["bodies"])
        start, end = regulation.sentence_at(match.start())
        handled = pattern("{handles_cases}").search(text, match.end(), min(end, match.end() + _NEAR))
        if handled and len(bodies) >= _FEWEST and not pattern("{first_answers}").search(text, start, end + _NEAR):
            says = f"{len(bodies)}个机关：{match['bodies'].removeprefix('由')}"
            yield Hit(match.span(), says=says, advice=_ADVICE)


_NEAR = 40
_ADVICE = "按行为写明归哪个机关，或者规定首个接到投诉的机关受理，移送时告知投诉人"


def _bodies(words: str) -> tuple[PartyId, ...]:
    known = parties()
    named = (id for mention in default_finder().find(words) for id in mention.parties)
    return tuple(dict.fromkeys(id for id in named if id in known and known[id].nature == "public"))
