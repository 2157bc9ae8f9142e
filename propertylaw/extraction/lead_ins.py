"""Lead-ins of lists that say no act themselves: 某某的任务：, …，其内容主要包括："""

from __future__ import annotations

import re

from propertylaw.model import Modality

from .draft import Draft, Subject
from .mentions import Mentions
from .sentences import Sentence
from .subjects import clusters

_TASKS = re.compile(r"的?(?:主要|基本)?(?P<what>任务|职责|职权|权利|义务)(?:是|为|如下|主要有|包括)?")
_CONTENT = re.compile(r"(?:其|主要)?(?:主要)?内容(?:主要|一般|应当)*(?:包括|如下|有)")
_MODALITIES = {"权利": Modality.RIGHT, "职权": Modality.POWER}


def tasks(text: str, mentions: Mentions, intro: Sentence) -> Draft | None:
    """What a lead-in that only names a party and its tasks says of each item."""
    start, end = intro.span
    groups = clusters(text, mentions, start, end)
    if not groups or groups[0].start != start:
        return None
    named = _TASKS.fullmatch(text, groups[0].end, end)
    if named is None:
        return None
    modality = _MODALITIES.get(named["what"], Modality.DUTY)
    return Draft(modality, Subject(groups[0].parties, (start, groups[0].end)), named.span("what"), intro.span)


def before_content(text: str, intro: Sentence) -> Sentence | None:
    """The words before a clause that opens what the thing made has to contain (草拟规约，其内容主要包括)."""
    *before, clause = intro.parts[-1]
    if not before or _CONTENT.fullmatch(text, clause.start, clause.end) is None:
        return None
    return Sentence((*intro.parts[:-1], tuple(before)))
