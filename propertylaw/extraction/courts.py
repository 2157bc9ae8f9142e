"""Judicial interpretations: 请求…的，人民法院应予支持 gives whoever asks a right, 不予支持 denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Modality

from .draft import Draft, Subject
from .parties import Mention
from .sentences import Sentence
from .subjects import leading_party

_RULING = re.compile(r"(?:人民法院(?:依法)?(?:应当|应|可以)?(?P<no>不)?(?:依法)?予以?|^(?:应|(?P<no2>不))予)支持$")
_CLAIM = re.compile(r"请求|要求|主张|提出|以[^，。；]{4,60}(?:抗辩|为由)|申请")


def court_ruling(text: str, mentions: Sequence[Mention], sentence: Sentence, carried: Subject) -> Draft | None:
    """The norm of a sentence by which a court has to grant or refuse a claim; None for any other sentence."""
    clauses = [clause for part in sentence.parts for clause in part]
    ruling = _RULING.search(text[clauses[-1].start : clauses[-1].end])
    if ruling is None or len(clauses) < 2:
        return None
    asking = next((c for c in reversed(clauses[:-1]) if _CLAIM.search(text, c.start, c.end)), clauses[-2])
    claim = _CLAIM.search(text, asking.start, asking.end)
    start = claim.start() if claim else asking.start
    end = clauses[-2].end
    end -= text[end - 1] == "的"
    who = leading_party(text, mentions, asking.start, start) or Subject(
        carried.parties or ("other",), None, stated=False
    )
    before = [clause for clause in clauses if clause.end <= asking.start]
    condition = (before[0].start, before[-1].end) if before else None
    modality = Modality.PROHIBITION if ruling["no"] or ruling["no2"] else Modality.RIGHT
    return Draft(modality, who, (start, end), sentence.span, condition)
