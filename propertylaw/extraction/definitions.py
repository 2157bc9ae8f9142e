"""What a word means: 本条例所称…，是指…，…的活动 is one norm, however many clauses say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Modality, Span

from .draft import Draft, Subject
from .looks import somewhere
from .mentions import Mentions
from .sentences import Clause
from .subjects import clusters

_MEANS = re.compile(r"是指|系指|指的是")
_IS_A = re.compile(r"(?<![但还也都应当就只不可])是(?!否|指)")
_KIND = re.compile(r"的(?:合同|协议|活动|行为|组织|机构|费用|资金|区域)$")
_NAMES = re.compile(r"(?:(?:本|前)[^，。；所]{1,6}(?:中)?所?称的?)?")
_NAMED = re.compile(r"(?:本|前)[^，。；所]{1,6}(?:中)?所?称的?")
_INCLUDES = re.compile("还?包括")
_LONGEST_TERM = 40
_EXCEPTED = "除外"
_may_define = somewhere("[称是]|系指")


def definition(text: str, mentions: Mentions, clauses: Sequence[Clause], sentence: Span) -> Draft | None:
    """The norm of a part that says what a word means; None for any other part of a sentence.

    Args:
        text: of the paragraph.
        mentions: the parties named in it.
        clauses: of the part.
        sentence: span of the whole sentence.
    """
    start = _where(text, clauses) if _may_define(text, clauses[0].start, clauses[-1].end) else None
    if start is None:
        return None
    last = len(clauses) - 1
    excepted = last > 0 and text.endswith(_EXCEPTED, 0, clauses[last].end)
    return Draft(
        Modality.CONSTITUTIVE,
        _defined(text, mentions, clauses[0].start, start),
        (start, clauses[last - excepted].end),
        sentence,
        cites_from=((clauses[0].start, start),),
        exception=(clauses[last].start, clauses[last].end) if excepted else None,
    )


def _where(text: str, clauses: Sequence[Clause]) -> int | None:
    """Where 是指 or the 包括 of 所称…包括 stands, or the 是 of 某合同是…，…的合同."""
    first, end = clauses[0], clauses[-1].end
    named = _NAMED.match(text, first.start, first.end)
    includes = _INCLUDES.search(text, named.end(), first.end) if named else None
    if includes is not None:
        return includes.start()
    means = _MEANS.search(text, first.start, min(end, first.start + _LONGEST_TERM))
    if means is not None:
        return means.start()
    kind = _IS_A.search(text, first.start, first.end) if len(clauses) > 1 else None
    return kind.start() if kind is not None and _KIND.search(text, first.start, end) else None


def _defined(text: str, mentions: Mentions, start: int, end: int) -> Subject:
    """The party that the word names; nobody where it names a thing."""
    start = _NAMES.match(text, start, end).end()  # type: ignore[union-attr]
    end = start + len(text[start:end].rstrip("，, "))
    groups = clusters(text, mentions, start, end)
    named = len(groups) == 1 and (groups[0].start, groups[0].end) == (start, end)
    return Subject(groups[0].parties if named else (), (start, end), living=named)
