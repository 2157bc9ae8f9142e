"""Penal sentences: who imposes what on whom for which conduct; 责令改正 and the fine that follows are one sanction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from propertylaw.model import Modality, Span

from .amounts import fine
from .authorities import IMPOSED, IMPOSING, authority, with_authority
from .clauses import marks, words_of
from .draft import Draft, Parties, Subject
from .modality import is_public
from .sentences import Clause, Sentence
from .subjects import clusters, leading_party, unnamed_party

if TYPE_CHECKING:
    from .reading import SentenceReader

_ONLY_EMPOWERS = re.compile(
    r"(?:请求|提请|申请|要求|建议)[^，。；]*责令|应当(?:依法)?责令|有权责令|可以责令|不得[^，。；]*(?:罚款|处罚)"
)
_ORDERS_TO_CORRECT = re.compile(r"违反[^，。；]*的，[^。；]{2,60}应当(?:依法)?责令其?(?:限期|立即)?(?:改正|纠正|整改)")
_SPOKEN_OF = re.compile(
    "(?:行政处罚|停产停业)，[^；]*由[^，。；]{2,60}(?:决定|实施)(?=[。；]|$)|(?:罚款|没收)[^，。；]*(?:，?(?:必须|应当)[^，。；]*国库|，不得[^，。；]*挂钩)|"
    "不得[^，。；]*返还罚款"
)
"""Penalties that a sentence is about and does not impose: who decides on them, and where the money goes."""
_KEEPS_RECORDS = re.compile("(?!违反)(?:(?!的，|未|违法)[^。；])*应当(?:(?!的，)[^。；])*(?:记入|计入|列入|纳入|录入)")
"""What an authority has to do about everybody's record, and no penalty for a conduct (应当建立档案，将信息记入档案)."""
_RECORD = re.compile("记入|计入|列入|纳入|录入")
_BESIDES = re.compile("除[^，。；]*外")
"""A sanction that a sentence only mentions: 除依法予以处罚外，应当…"""
_TELLS = re.compile("(?<=决定|改正)，并(?P<act>(?:通告|公告|告知|通知|向)[^，。；]*(?:业主|公[示告布])[^，。；]*)$")
_AGAINST = re.compile("对其?$")
_PROCEEDS = re.compile("[^，。；]{0,4}所得")
_LEFT_TO = re.compile("由[^，。；]*依法(?:处理|查处)$")
_BARS = re.compile("(?:年|月)内不得|不得[^，。；]*(?:参加|从事|担任|承接)")
"""What whoever was punished must not do for a while, and not the authority (情节严重的，一年内不得参加投标)."""
_MODAL = re.compile("可以|应当")
_FINDS = re.compile("发现(?!的)")
"""Behind an authority that orders or fines whoever it finds to have done something."""
_VIOLATES = re.compile(r"违反[^，。；]*(?:规定|第[^，。；]{1,12}[条款项])的?$")
_FOLLOWS = re.compile(r"逾期|拒不|情节|造成|构成|给|因|限期|仍|不按|有前款|没?有违法所得|违法所得不足")
_AGAIN = re.compile(r"(?:逾期|拒不|仍不|经责令|限期内|期满)[^，。；]*的?$")
_ORDERS = re.compile(r"责令|警告|限期")
_AND_FINES = re.compile(r"(?:并)?对(?!外)[^，。；]*处")
_SHARED_OUT = re.compile(r"对[^，。；]{2,30}处[^。；]*；(?:并)?对[^，。；]{2,30}处")
"""The first of several fines, each on somebody else."""
_FINED_UNIT = re.compile(r"对(?P<who>[^，。；对]{2,20}?(?:单位|企业|机构|公司))处")
_DAMAGE = re.compile(r"造成[^，。；]*(?:损失|损害)")
_HELD_LIABLE = re.compile(r"追究[^，。；刑]{0,6}责任$")
_ORDERED = re.compile("(?:责令|追究)$")
_WITH_LEAVE = re.compile("报经?|经(?![营销办纪])")
_OPENS_WITH_BY = re.compile(r"(?:依法)?由")
_ACTS = re.compile(r"(?:等)?(?:未|不|擅自|拒不|逾期|违反|有下列|在)")
_OTHERS_DECIDE = re.compile(r"刑事责任|治安管理处罚")
_UNIT = re.compile(r"(?![在对将以向为因])[^，。；]*(?:单位|企业|机构|组织|公司|场所)")
_OPENS_CASE = ("的", "后", "期间")
_COMMAS = ("，", ",")
_ON_PERSONS = re.compile(r"(?:并?由[^，。；]{2,20})?对[^，。；]{0,20}(?:人员|负责人|责任人)[^，。；]*(?:处分|处)")
_STOP = re.compile("[，,；;]")
_STAFF = re.compile("[^，。；]{2,80}?(?:及其|的)工作人员(?=在|有|未|不|存在|违反|滥用|玩忽|因)")
"""Whose staff a conduct is told of: who is punished, and no part of what is punished."""


_SOME_UNIT = ("有关单位", "有关单位和个人", "有关单位或者个人")
"""Names for whoever did it, which tell nobody in particular."""


class _Offence(NamedTuple):
    """What is punished."""

    conduct: Span | None
    violated: tuple[Span, ...]
    """Words that name the provision violated."""


def is_penal(words: str) -> bool:
    """Whether a sentence imposes a public-law consequence."""
    if not marks("sanction", words) or _SPOKEN_OF.search(words):
        return False
    if _BESIDES.search(words) and not marks("sanction", _BESIDES.sub("", words)):
        return False
    if _KEEPS_RECORDS.match(words) and not marks("sanction", _RECORD.sub("", words)):
        return False
    return "罚款" in words or _ORDERS_TO_CORRECT.search(words) is not None or not _ONLY_EMPOWERS.search(words)


def penalties(reader: SentenceReader, sentence: Sentence) -> list[Draft]:
    """The sanctions and liabilities of a penal sentence, in order."""
    found: list[Draft] = []
    for part in [case for whole in sentence.parts for case in _cases(reader, whole)]:
        for draft in _part(reader, part, sentence, found):
            told = _TELLS.search(reader.text, *draft.action) if draft.authority else None
            if told is not None:
                found += [draft._replace(action=(draft.action[0], told.start())), _told_by(draft, told.span("act"))]
            elif found and _goes_on(reader.text, found[-1], draft, part):
                found[-1] = _one_sanction(found[-1], draft, part[0])
            else:
                found.append(draft)
    return found


def _cases(reader: SentenceReader, part: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    """A part falls into one for every case that opens behind what was imposed (…处…罚款，没有违法所得的，处…)."""
    part = with_authority(reader, part)
    imposed, begin = False, 0
    for index in range(len(part)):
        opens = imposed and _opens_case(reader.text, part, index)
        if opens:
            yield part[begin:index]
            begin = index
        imposed = not opens and (imposed or _is_consequence(reader.text, part, index))
    yield part[begin:]


def _opens_case(text: str, part: Sequence[Clause], index: int) -> bool:
    return (
        words_of(text, part[index]).endswith("的") and index + 1 < len(part) and _is_consequence(text, part, index + 1)
    )


def _told_by(sanction: Draft, action: Span) -> Draft:
    """The duty of who imposes something to tell others of it: …撤销其决定，并通告全体业主."""
    teller = Subject(sanction.authority, None)
    return sanction._replace(modality=Modality.DUTY, subject=teller, action=action, authority=(), amount=None)


def _one_sanction(order: Draft, fine: Draft, disobeyed: Clause) -> Draft:
    """An order and the fine for disobeying it: the condition runs from the conduct to the disobedience."""
    condition = (order.condition[0], disobeyed.end) if order.condition else (disobeyed.start, disobeyed.end)
    subject = fine.subject if fine.subject.stated and not order.subject.stated else order.subject
    return order._replace(
        subject=subject, action=(order.action[0], fine.action[1]), amount=fine.amount, condition=condition
    )


def _part(reader: SentenceReader, part: Sequence[Clause], sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    text = reader.text
    first = next((n for n in range(len(part)) if _is_consequence(text, part, n)), None)
    if first is None:
        if found and found[-1].authority and not _PROCEEDS.match(text, part[0].start):
            barred = _BARS.search(text, part[0].start, part[-1].end) is not None
            reader.carried = found[-1].subject if barred else Subject(found[-1].authority, None)
        yield from reader.part(part, sentence.span)
        return
    first = next((n for n in range(first) if _OPENS_WITH_BY.match(words_of(text, part[n]))), first)
    offence = _offence(text, part[:first])
    for group in _consequences(text, part[first:]):
        yield _draft(reader, group, offence, found)._replace(sentence=sentence.span)


def _is_consequence(text: str, part: Sequence[Clause], index: int) -> bool:
    words = words_of(text, part[index])
    if words.startswith("违反") or (words.endswith(_OPENS_CASE) and index + 1 < len(part)):
        return False
    return bool(IMPOSED.search(words)) or marks("liability", words) or _is_left_to(text, part, words)


def _is_left_to(text: str, part: Sequence[Clause], words: str) -> bool:
    """Whether a violation is left to an authority to deal with (违反第五条规定的，由公安机关依法处理)."""
    return _LEFT_TO.match(words) is not None and any(text.startswith("违反", one.start) for one in part)


def _offence(text: str, before: Sequence[Clause]) -> _Offence:
    violated = tuple((clause.start, clause.end) for clause in before if _VIOLATES.search(words_of(text, clause)))
    rest = [clause for clause in before if (clause.start, clause.end) not in violated] or list(before)
    while len(rest) > 1 and _BESIDES.fullmatch(words_of(text, rest[-1])):
        rest.pop()
    return _Offence((rest[0].start, rest[-1].end) if rest else None, violated)


def _consequences(text: str, clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """Clauses that impose something together; a liability, and a second fine on someone else, stand alone."""
    group: list[Clause] = []
    for clause in clauses:
        words = words_of(text, clause)
        alone = marks("liability", words) and not IMPOSED.search(words) and "恢复原状" not in words
        fined = any("罚款" in words_of(text, one) for one in group)
        other = _ON_PERSONS.match(words) or _SHARED_OUT.match(text, clause.start) or (fined and _AND_FINES.match(words))
        if group and (alone or other):
            yield group
            group = []
        group.append(clause)
    if group:
        yield group


def _draft(reader: SentenceReader, group: list[Clause], offence: _Offence, found: list[Draft]) -> Draft:
    text, head, end = reader.text, group[0], group[-1].end
    imposed_by, verb = authority(reader, head)
    match = IMPOSING.search(text, verb, end)
    start = match.start() if match else verb
    modal = _MODAL.match(text, start, end)
    start = modal.end() if modal else start
    liable = _is_liability(text, text[start:end], offence.conduct)
    finder = _finder(reader, offence.conduct)
    imposed_by = imposed_by or (finder.parties if finder else ())
    who = _who(reader, offence, found, finder)
    who = _object(reader, head, start) or who
    if liable and not imposed_by:
        who = leading_party(text, reader.mentions, head.start, start) or who
    if who.stated and who.parties:
        reader.carried = who
    conduct = _without_staff(text, offence.conduct)
    same = conduct is None or (found and found[-1].condition == conduct) or _FOLLOWS.match(text, conduct[0])
    decides = bool(found) and not _OTHERS_DECIDE.search(text, start, end)
    goes_on = decides and bool(same)
    return Draft(
        modality=Modality.LIABILITY if liable else Modality.SANCTION,
        subject=who,
        action=(start, end),
        sentence=(start, end),
        condition=conduct or (found[-1].condition if goes_on else None),
        authority=() if liable else imposed_by or (_same_authority(found) if decides else ()),
        amount=fine(text[start:end]),
        cites_from=offence.violated or (found[0].cites_from if found else ()),
    )


def _same_authority(found: Sequence[Draft]) -> Parties:
    """Who imposed the last sanction of the sentence: one that names nobody is theirs too."""
    return next((one.authority for one in reversed(found) if one.modality is Modality.SANCTION), ())


def _without_staff(text: str, conduct: Span | None) -> Span | None:
    """What the staff of public bodies did, without whose staff they are."""
    staff = _STAFF.match(text, *conduct) if conduct is not None else None
    return (staff.end(), conduct[1]) if staff is not None and conduct is not None else conduct


def _is_liability(text: str, words: str, conduct: Span | None) -> bool:
    """Compensation, or 追究责任 where damage was done."""
    if conduct is not None and _DAMAGE.search(text, *conduct) and _HELD_LIABLE.search(words):
        return True
    return marks("liability", words) and not IMPOSED.search(words)


def _finder(reader: SentenceReader, conduct: Span | None) -> Subject | None:
    """The authority that a conduct begins with, which finds it out (主管部门发现建设单位违反规定的，责令…)."""
    party = leading_party(reader.text, reader.mentions, *conduct) if conduct is not None else None
    if party is None or party.span is None or not is_public(party):
        return None
    return party if _FINDS.match(reader.text, party.span[1]) else None


def _who(reader: SentenceReader, offence: _Offence, found: list[Draft], finder: Subject | None) -> Subject:
    """Whom it hits: who is named in the conduct, else who was hit before, else whom the paragraph spoke of."""
    conduct = offence.conduct
    if conduct is not None and finder is not None and finder.span is not None:
        conduct = (finder.span[1] + 2, conduct[1])
    spans = [*offence.violated, *([conduct] if conduct else [])]
    for span in spans:
        named = doer(reader, span)
        if named is not None:
            return named
    if found:
        return _punished_before(reader, found)._replace(stated=False)
    carried = reader.carried
    spoken_of = carried.stated and not is_public(carried)
    goes_on = offence.conduct is None or _FOLLOWS.match(reader.text, offence.conduct[0]) or spoken_of
    if carried.parties and not offence.violated and goes_on:
        return carried._replace(stated=False)
    return Subject(("offender",), None, stated=False)


def _punished_before(reader: SentenceReader, found: list[Draft]) -> Subject:
    """Whom the sentence punished before; behind a mere task of an authority, whose conduct it dealt with."""
    first = found[0]
    if first.modality is Modality.DUTY and first.condition is not None:
        return doer(reader, first.condition) or Subject(("offender",), None, stated=False)
    return first.subject


def _object(reader: SentenceReader, head: Clause, verb: int) -> Subject | None:
    """Whom the verb takes: 对直接责任人员给予处分 in front of it, 责令建设单位改正 behind it."""
    for group in clusters(reader.text, reader.mentions, head.start, head.end):
        named = group.start < verb and _AGAINST.search(reader.text, head.start, group.start) is not None
        ordered = _ORDERED.search(reader.text, verb, group.start) and group.parties != ("generic_authority",)
        if named or ordered:
            return Subject(group.parties, (group.start, group.end))
    fined = _FINED_UNIT.match(reader.text, head.start, head.end)
    return Subject(("other",), fined.span("who")) if fined else None


def doer(reader: SentenceReader, span: Span) -> Subject | None:
    """The party that a clause of the conduct begins with, or one right before what it did or left undone."""
    text = reader.text
    for start, end in _clause_spans(reader, span):
        if not text.startswith("违反", start) and not _WITH_LEAVE.match(text, start):
            party = leading_party(text, reader.mentions, start, end)
            party = party or unnamed_party(text, start, end) or _set_off(text, start, end)
            if party is not None:
                return None if text.endswith(_SOME_UNIT, 0, party.span[1] if party.span else start) else party
    if _STAFF.match(text, *span):
        return Subject(("other",), None)
    acting = (group for group in clusters(text, reader.mentions, *span) if _ACTS.match(text, group.end))
    return next((Subject(group.parties, (group.start, group.end)) for group in acting), None)


def _set_off(text: str, start: int, end: int) -> Subject | None:
    """A unit that is no known party, set off by a comma from what it did (某机构，不具备条件…)."""
    apart = _UNIT.fullmatch(text, start, end) and text.startswith(_COMMAS, end) and _ACTS.match(text, end + 1)
    return Subject(("other",), (start, end)) if apart else None


def _clause_spans(reader: SentenceReader, span: Span) -> Iterator[Span]:
    start = span[0]
    for match in _STOP.finditer(reader.text, *span):
        if reader.mentions.run_through(match.start()):
            continue
        yield start, match.start()
        start = match.end()
    yield start, span[1]


def _goes_on(text: str, last: Draft, draft: Draft, part: Sequence[Clause]) -> bool:
    """逾期不改正的，处…罚款 goes on with the order to correct."""
    both = last.modality is draft.modality is Modality.SANCTION
    ordered = last.amount is None and _ORDERS.search(text, *last.action)
    same = not draft.authority or draft.authority == last.authority
    return both and bool(ordered) and same and draft.amount is not None and bool(_AGAIN.match(words_of(text, part[0])))
