"""Judicial interpretations: 请求…的，人民法院应予支持 gives whoever asks a right, 不予支持 denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Modality, Span

from .draft import Draft, Subject
from .mentions import Mentions
from .sentences import Clause
from .subjects import leading_party

_RULING = re.compile(
    r"(?:人民法院[^，。；]{0,40}?(?:应当|应|可以|依法)?(?P<no>不)?(?:依法)?予以?|^(?:应|依法)*(?P<no2>不)?(?:应|依法)?予以?)支持$"
)
_GRANTED = "支持"
_CLAIM = re.compile(r"向[^，。；]{2,12}追偿|请求|要求|主张|提出|以[^，。；]{4,60}(?:抗辩|为由)|申请")
_EXCEPTION = re.compile(r"但[^。；]*(?:除外|另有规定的|另有约定的)$")


def court_ruling(
    text: str, mentions: Mentions, clauses: Sequence[Clause], sentence: Span, carried: Subject
) -> Draft | None:
    """The norm of a part by which a court has to grant or refuse a claim; None for any other part of a sentence."""
    if text.find(_GRANTED, clauses[0].start, clauses[-1].end) < 0:
        return None
    found = ((place, _RULING.search(text[one.start : one.end])) for place, one in enumerate(clauses))
    last, ruling = next(((place, match) for place, match in found if match), (0, None))
    if ruling is None or last == 0:
        return None
    before = clauses[:last]
    asking = next((one for one in reversed(before) if _CLAIM.search(text, one.start, one.end)), before[-1])
    claim = _CLAIM.search(text, asking.start, asking.end)
    start = claim.start() if claim else asking.start
    end = before[-1].end
    end -= text[end - 1] == "的"
    spoken_of = carried.parties if carried.parties != ("court",) else ()
    who = leading_party(text, mentions, asking.start, start) or Subject(spoken_of or ("other",), None, stated=False)
    earlier = [clause for clause in before if clause.end <= asking.start]
    behind = clauses[last].end, clauses[-1].end
    excepted = _EXCEPTION.search(text, *behind)
    return Draft(
        Modality.PROHIBITION if ruling["no"] or ruling["no2"] else Modality.RIGHT,
        who,
        (start, end),
        sentence,
        condition=(earlier[0].start, earlier[-1].end) if earlier else None,
        exception=excepted.span() if excepted else None,
    )
