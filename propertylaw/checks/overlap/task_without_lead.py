"""OVL001: one task is given to several authorities and none of them leads."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Modality, Norm, PartyId, Severity
from propertylaw.rulebook import parties

_TASKS = (Modality.DUTY,)
_NO_OFFICE = ("government", "subdistrict", "residents_committee", "generic_authority", "other_authority")
"""Bodies that texts name together because a place has one or the other, and names for whoever it concerns."""
_OWN_TASKS = "(?:按照|依照|依据|根据|结合)(?:各自)?(?:的)?(?:法定)?(?:职责|职权|职能|分工|权限)"
"""Each acts within its own field: no one task."""
_NAMES = r"^[\s　]*(?:第[^条\n]{1,8}条[\s　]*)?(?P<names>[^。；，：\n]{4,120}?)(?=，|应当|负责|应(?!急)|依法|有权|及时)"


@check(
    "OVL001", "task_without_lead", Severity.MEDIUM, subject="regulation", message="同一件事交给几个机关，没有写明谁牵头"
)
def task_without_lead(regulation: Regulation) -> Iterator[Hit]:
    """同一项职责由几个行政机关承担，没有牵头机关，也没有分工。

    每一个都可以说该由另一个先办，当事人投诉无门。

    会报告：城市管理、公安、消防部门应当及时查处占用通道的行为。

    不报告：城市管理部门会同公安、消防部门查处占用通道的行为。

    不报告：城市管理、公安、消防部门按照法定职责查处违法行为；各管各的领域。

    不报告：另有一条按部门写明了各自的职责。

    怎样解决：写明牵头机关，或者按行为类型分工。
    """
    if regulation.divides_tasks:
        return
    text = regulation.source.text
    seen = set()
    for norm in regulation.norms:
        if norm.modality not in _TASKS or norm.text_span is None or norm.text_span in seen:
            continue
        words = text[slice(*norm.text_span)]
        led = pattern("{leads_word}").search(words) or pattern(_OWN_TASKS).search(words)
        if len(_offices(norm)) < 2 or led or not _can_be_shirked(norm.action):
            continue
        seen.add(norm.text_span)
        named = pattern(_NAMES).search(words)
        yield Hit(norm.text_span, says=named["names"] if named else "", advice="写明牵头机关或者分工")


def _can_be_shirked(task: str) -> bool:
    """Whether one body's doing it spares the others: each of several may publish its own number."""
    return bool(pattern("{shared_task}").search(task)) and not pattern("{each_for_itself}").search(task)


def _offices(norm: Norm) -> list[PartyId]:
    known = parties()
    return [
        party
        for party in norm.bearer
        if party in known and known[party].nature == "public" and not party.endswith(_NO_OFFICE)
    ]
