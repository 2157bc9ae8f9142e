"""Penal sentences: who imposes what on whom for which conduct; 责令改正 and the fine that follows are one sanction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from propertylaw.model import Modality, Span

from .amounts import fine
from .clauses import marks
from .draft import Draft, Parties, Subject
from .sentences import Clause, Sentence
from .subjects import clusters, leading_party

if TYPE_CHECKING:
    from .reading import SentenceReader

_VERB = re.compile(
    r"(?:依法)?(?:可以|应当)?(?:予以|给予|责令|并?处以?(?=[^理分]{0,24}(?:罚款|拘留|元|倍|百分))|并处|没收|追究|移送|吊销|记入|通报|撤销|公告|通告|按照[^，。；]{2,40}处|依照[^，。；]{2,40}处|承担|赔偿|暂停|取消|降低|纳入|列入|代为|处分|处罚|警告|处理)"
)
_VIOLATES = re.compile(r"违反[^，。；]*(?:规定|第[^，。；]{1,12}[条款项])的?$")
_AGAIN = re.compile(r"(?:逾期|拒不|仍不|经责令|限期内|期满)[^，。；]*的?$")
_ORDERS = re.compile(r"责令|警告|限期")
_IMPOSED = re.compile(r"罚款|没收|处分|刑事责任|吊销|拘留|信用|警告|责令|处罚|通报|通告")


def is_penal(words: str) -> bool:
    """Whether a sentence imposes a public-law consequence."""
    if not marks("sanction", words, search=True):
        return False
    return not re.search(r"应当(?:依法)?责令|有权责令|可以责令|不得[^，。；]*(?:罚款|处罚)", words) or "罚款" in words


def penalties(reader: SentenceReader, sentence: Sentence) -> list[Draft]:
    """The sanctions and liabilities of a penal sentence, in order."""
    found: list[Draft] = []
    for part in sentence.parts:
        for draft in _part(reader, part, sentence, found):
            if found and _goes_on(reader.text, found[-1], draft, part):
                found[-1] = _merged(found[-1], draft)
            else:
                found.append(draft)
    return found


def _part(reader: SentenceReader, part: Sequence[Clause], sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    text = reader.text
    first = next((n for n, clause in enumerate(part) if _consequence(text, part, n)), None)
    if first is None:
        if found and found[-1].authority:
            reader.carried = Subject(found[-1].authority, None, stated=False)
        yield from reader.part(part, sentence.span)
        return
    before, after = part[:first], part[first:]
    violated, conduct = _conduct(text, before)
    for group in _consequences(text, after):
        yield _draft(reader, group, conduct, violated, sentence, found)


def _consequence(text: str, part: Sequence[Clause], index: int) -> bool:
    clause = part[index]
    words = text[clause.start : clause.end]
    if words.endswith("的") and clause.stop and index + 1 < len(part):
        return False
    return bool(_IMPOSED.search(words) or marks("liability", words, search=True)) and not words.startswith("违反")


def _conduct(text: str, before: Sequence[Clause]) -> tuple[tuple[Span, ...], Span | None]:
    """The provision that was violated, and the words that say what was done."""
    spans = tuple((clause.start, clause.end) for clause in before if _VIOLATES.search(text[clause.start : clause.end]))
    rest = [clause for clause in before if (clause.start, clause.end) not in spans] or list(before)
    return spans, (rest[0].start, rest[-1].end) if rest else None


def _consequences(text: str, clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """Clauses that impose something together; a liability, and what another condition introduces, stand alone."""
    group: list[Clause] = []
    for clause in clauses:
        words = text[clause.start : clause.end]
        alone = marks("liability", words, search=True) and not _IMPOSED.search(words)
        if group and alone:
            yield group
            group = []
        group.append(clause)
    if group:
        yield group


def _draft(
    reader: SentenceReader, group: list[Clause], conduct: Span | None, violated: tuple[Span, ...], sentence: Sentence,
    found: list[Draft],
) -> Draft:
    text = reader.text
    head = group[0]
    authority, verb = _authority(reader, head)
    match = _VERB.search(text, verb, group[-1].end)
    start = match.start() if match else verb
    words = text[start : group[-1].end]
    liable = _is_liability(text, words, conduct)
    who = _who(reader, conduct, violated, found)
    if modal_subject := leading_party(text, reader.mentions, head.start, start):
        who = modal_subject if liable and not authority else who
    draft = Draft(
        Modality.LIABILITY if liable else Modality.SANCTION,
        who,
        (start, group[-1].end),
        sentence.span,
        condition=conduct,
        authority=() if liable else authority or (found[-1].authority if found and conduct is None else ()),
        amount=fine(words),
        cites_from=violated or (found[0].cites_from if found else ()),
    )
    if who.stated and who.parties:
        reader.carried = who
    return draft


def _is_liability(text: str, words: str, conduct: Span | None) -> bool:
    """Compensation, or 追究责任 where damage was done."""
    damage = conduct is not None and bool(re.search(r"造成[^，。；]*(?:损失|损害)", text[slice(*conduct)]))
    if damage and re.search(r"追究[^，。；]{0,6}责任$", words) and "刑事" not in words:
        return True
    return marks("liability", words, search=True) and not _IMPOSED.search(words)


def _authority(reader: SentenceReader, clause: Clause) -> tuple[Parties, int]:
    """Who imposes it (由…责令), and where the verb begins."""
    text = reader.text
    match = re.compile(r"由").search(text, clause.start, clause.end)
    if match is None:
        return (), clause.start
    verb = _VERB.search(text, match.end(), clause.end)
    groups = clusters(text, reader.mentions, match.end(), verb.start() if verb else clause.end)
    if groups:
        ids = tuple(sorted({party for group in groups for party in group.parties}))
        return ids, groups[-1].end
    return ("other",), match.end()


def _who(reader: SentenceReader, conduct: Span | None, violated: tuple[Span, ...], found: list[Draft]) -> Subject:
    text = reader.text
    for span in (*violated, *([conduct] if conduct else [])):
        for start, end in _clause_spans(text, span):
            begin = end if text[start:end].startswith("违反") else start
            party = leading_party(text, reader.mentions, begin, end)
            if party is not None and not re.match(r"违反", text[start:end]):
                return party
    if found:
        return replace(found[0].subject, stated=False)
    if reader.carried.parties and not violated:
        return replace(reader.carried, stated=False)
    return Subject(("offender",), None, stated=False)


def _clause_spans(text: str, span: Span) -> Iterator[Span]:
    start = span[0]
    for match in re.compile("[，,；;]").finditer(text, *span):
        yield start, match.start()
        start = match.end()
    yield start, span[1]


def _goes_on(text: str, last: Draft, draft: Draft, part: Sequence[Clause]) -> bool:
    """逾期不改正的，处…罚款 goes on with the order to correct."""
    opening = text[part[0].start : part[0].end]
    return (
        last.modality is draft.modality is Modality.SANCTION
        and bool(_AGAIN.match(opening))
        and bool(_ORDERS.search(text[last.action[0] : last.action[1]]))
        and last.amount is None
        and (not draft.authority or draft.authority == last.authority)
        and draft.amount is not None
    )


def _merged(last: Draft, draft: Draft) -> Draft:
    return replace(last, action=(last.action[0], draft.action[1]), amount=draft.amount or last.amount)


