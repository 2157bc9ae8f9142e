"""Penal lists: a lead-in that punishes its items, or items that each say what they are punished with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from propertylaw.model import Modality, Span

from .draft import Draft
from .penalties import doer
from .reading import SentenceReader
from .sentences import Sentence, sentences, trimmed

_LISTED = re.compile(r"下列|以下|如下")
_OWN_CONSEQUENCE = re.compile(
    r"[，；](?:可以?|并|依法|应当|予以|由[^，。；]{2,40}?|对[^，。；]{2,40}?)*"
    r"(?:责令|处(?![理置分])|给予[^，。；]{0,4}(?:处分|警告|处罚)|没收|警告|吊销|罚款)"
)
_CONSEQUENCE_ALONE = re.compile(r"(?:由|对|处(?![理置分])|责令|给予)[^，。；]*(?:罚款|责令|处分|警告)")
_DISCIPLINED = re.compile("处分$")
"""What those in charge suffer beside an order to their office: stated once, whatever the office did of a list."""
_CRIME = re.compile("刑事责任")
"""What the lead-in adds for the worst, whatever the items are punished with."""
_LEFT_TO_LAW = re.compile("从其规定|(?:依照|按照|适用)[^，。；]*规定(?:执行|处罚)?")
_NOT_IN_LAW = re.compile("(?:法律|法规|行政法规|、)+(?:未|没有)[^，。；]*规定的$")
_VIOLATES = re.compile(r"违反[^，。；]*(?:规定|[条款项])，")


def penal_list(reader: SentenceReader, intro: Sentence, items: tuple[Span, ...]) -> list[Draft]:
    """The sanctions of a lead-in and its items; one for each item that the lead-in punishes."""
    drafts = reader.punished(intro)
    listed = _of_list(reader.text, drafts)
    rest = [draft for draft in drafts if draft not in listed]
    if punish_themselves(reader.text, items):
        crimes = [draft for draft in rest if _CRIME.search(reader.text, *draft.action)]
        return [*_own_penalties(reader, drafts, items), *crimes]
    conducts = [trimmed(reader.text, item) for item in items]
    found = [_for_conduct(reader, draft, span, index) for index, span in enumerate(conducts) for draft in listed]
    return [*found, *rest]


def punish_themselves(text: str, items: Sequence[Span]) -> bool:
    """Whether the items say what their conduct is punished with."""
    return any(_OWN_CONSEQUENCE.search(text, *item) or _CONSEQUENCE_ALONE.match(text, *item) for item in items)


def _of_list(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The sanctions of a lead-in for the items of its list; the ones for when no other law has any, if it says so."""
    sanctions = [draft for draft in drafts if draft.modality is Modality.SANCTION]
    for before, draft in pairwise(sanctions):
        if _LEFT_TO_LAW.search(text, *before.action) and draft.condition and _NOT_IN_LAW.match(text, *draft.condition):
            return [draft]
    listed = [draft for draft in sanctions if draft.condition is None or _LISTED.search(text, *draft.condition)]
    return [draft for draft in listed if draft is listed[0] or not _DISCIPLINED.search(text, *draft.action)]


def _for_conduct(reader: SentenceReader, draft: Draft, conduct: Span, index: int) -> Draft:
    """The sanction of a penal list for one of its items; it hits whom the item names, if the lead-in does not."""
    violated = _VIOLATES.match(reader.text, *conduct)
    condition = (violated.end(), conduct[1]) if violated else conduct
    draft = draft._replace(item=index, condition=condition, cites_from=(*draft.cites_from, conduct))
    named = None if draft.subject.stated else doer(reader, condition)
    return draft._replace(subject=named) if named is not None else draft


def _own_penalties(reader: SentenceReader, intro: list[Draft], items: tuple[Span, ...]) -> list[Draft]:
    """Items that each say what they are punished with, by the authority that the lead-in names."""
    read = [
        draft._replace(item=index)
        for index, item in enumerate(items)
        for sentence in sentences(reader.text, item)
        for draft in reader.read(sentence)
    ]
    return [_under(intro[0], draft) for draft in read] if intro else read


def _under(intro: Draft, draft: Draft) -> Draft:
    """An item's penalty with the offender and the authority of the lead-in, unless it names its own."""
    named = draft.subject.stated and draft.subject.parties not in (("other",), ("offender",))
    subject = draft.subject if named and not (intro.subject.stated and _in_conduct(draft)) else intro.subject
    cites = (*draft.cites_from, *intro.cites_from)
    return draft._replace(subject=subject, authority=draft.authority or intro.authority, cites_from=cites)


def _in_conduct(draft: Draft) -> bool:
    """Whether the words of the subject stand in what was done, not in what is imposed (对项目负责人处…)."""
    named, conduct = draft.subject.span, draft.condition
    return bool(named and conduct and conduct[0] <= named[0] and named[1] <= conduct[1])
