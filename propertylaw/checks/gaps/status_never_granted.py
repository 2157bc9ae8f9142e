"""GAP010: the owners' committee does what needs a legal status, and none is granted."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.made_under import texts_above
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Locator, Rank, Severity

_OTHERS_SUE = "(?![^。]{0,100}(?:物业服务(?:企业|人)|相关业主)[^。、，；]{0,8}可以)"
_SUES = f"业主委员会{_OTHERS_SUE}[^。]{{0,120}}(?:起诉|诉讼)"
"""What a text above has to say before the one below may keep silent: that the committee goes to court."""

_OF_LAW = (Rank.STATUTE, Rank.INTERPRETATION)
_ADVICE = "先核对上位法是否已经写明；没有的，写明由谁决定起诉、后果由谁承担"
_RESERVED = Locator(instrument="立法法", article=11, paragraph=1, item=10)
"""Who may sue is a matter of procedure, on which laws alone rule."""
_LIMIT = "诉讼制度可能只能由法律规定"
_ACTS = {"账户": "开立账户", "责任": "承担责任", "合同": "对外签订合同"}
"""What the committee is found to do, by a word of it; all else is going to court."""


@check(
    "GAP010",
    "status_never_granted",
    Severity.LOW,
    subject="regulation",
    message="让业主委员会对外行事，没有写明它能不能以自己的名义起诉、应诉",
)
def status_never_granted(regulation: Regulation) -> Iterator[Hit]:
    """让业主委员会签合同、开账户、诉讼或者承担责任，却没有写明它是不是民事主体、能不能作原告和被告。

    业主委员会不是法人；除法律已经写明的几种诉讼外，它能不能起诉、谁承担后果，各地法院看法不一。合同签了、
    钱进了账户，出了纠纷才发现没有人能当原告，或者责任落到全体业主身上。

    会报告：业主委员会应当代表业主与物业服务人签订合同，而全文没有写明它以谁的名义、后果由谁承担。

    不报告：业主委员会可以依法以自己的名义提起诉讼，后果由全体业主承担。

    不报告：第一条写明所依据的上位法，而一起给的上位法已经写到业主委员会起诉；没有写明的，看一起给的本省法规。

    怎样解决：先看上位法是否已经写明。没有的，写明业主委员会在哪些事项上可以以自己的名义行事，谁决定起诉，后果由谁
    承担；谁能作原告、被告属于诉讼制度，行政法规、地方立法能否规定要先核对权限。

    依据：《民法典》第二百八十条、第二百八十六条只规定了部分情形；《立法法》第十一条第一款第十项。
    """
    acting = next(regulation.matches(pattern("{committee_acts}")), None)
    granted = next(regulation.matches(pattern("{committee_may}")), None)
    if acting is None or granted is not None or _may_sue_above(regulation):
        return
    does = next((says for word, says in _ACTS.items() if word in acting[0]), "参加诉讼、仲裁")
    yield Hit(
        acting.span(),
        says=f"“{acting[0]}”",
        message=f"让业主委员会{does}，没有写明它能不能以自己的名义起诉、应诉",
        advice=f"{_ADVICE}{_limit(regulation.rank)}",
        basis=(_RESERVED,),
    )


def _limit(rank: Rank) -> str:
    """What a text below the laws has to look at before it rules on who may sue."""
    if rank in _OF_LAW:
        return ""
    who = "行政法规" if rank is Rank.ADMINISTRATIVE_REGULATION else "地方"
    return f"（{_LIMIT}，{who}先核对权限）"


def _may_sue_above(regulation: Regulation) -> bool:
    return any(pattern(_SUES).search(source.text) for source, _ in texts_above(regulation))
