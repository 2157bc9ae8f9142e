"""Clauses that tell by their effect what they do: whose a thing is, what becomes of it, who may or has to."""

from __future__ import annotations

import re

from propertylaw.model import Modality, Span

from .actions import deadline, skip_stops
from .bearers import for_thing, from_pending, inherited
from .clauses import begins_condition, ends_condition, words_of
from .conditions import settle_condition
from .draft import Draft, Subject
from .drafting import make_draft
from .modality import Told
from .sentences import Clause
from .state import Part
from .subjects import clusters, is_measured, leading_party, maker

_OWNED = re.compile(
    r"(?:[^，。；]{0,16})?(?:(?:属于|归|属)[^，。；]*(?:所有|共有)$|对[^，。；]*具有[^，。；]*(?:约束力|效力)$)"
)
_OWNER_BEHIND = re.compile(r"属于?|归|组成(?=业主)|影响|对(?=[^，。；]*具有)")
_OF_WHOM = re.compile(
    r"(?:[^，。；]{0,2}(?:每届)?任期|(?:组成|具体|成员)?人数|名额|其中|设|[^，。；]{0,6}(?:自动|予以|即行)解散|由[^，。；]*组成)"
)
_THINGS_DUTY = re.compile(
    r"(?:执行|办理|进行|安排|调剂|列支|支出|划定|划分|配置|配建|(?:[交缴]纳|交存)(?:[^，。；]{0,6}资金)?)$|用于"
)
_WRITTEN_IN = re.compile("在(?P<document>[^，。；在]*(?:合同|规约|规则|协议))中(?:予以)?(?:约定|规定|明确|载明)$")
_TERM = re.compile("的(?:工作|任职)?(?:期限|任期|职务)")
_BY_THE_RULES = re.compile("(?:按照?|依照|参照|比照)[^，。；]*(?:规定|标准|办法|政策)(?:执行|办理)$")
"""What holds by other rules binds whoever they bind, not whom the sentence before spoke of (价格按照规定执行)."""
_CHARGE = re.compile("负责")
_ACTS_BEFORE = re.compile("并(?:且)?$")
"""An act goes before what somebody is charged with (制定方案并负责实施)."""
_SHORT_EFFECT = 3
_SEVERAL = 2
_ROOMS = re.compile("的(?:办公|管理|服务)?用房")
_TOWARDS = re.compile(r"对[^，。；]*(?<!行为)(?<![的时后前])")


def says_whose(words: str) -> bool:
    """Whether words say whose something is, or whom it binds (属于业主共有)."""
    return _OWNED.match(words) is not None


def told_norm(part: Part, clause: Clause, who: Subject | None, told: Told) -> Draft | None:
    """The norm of a clause that its effect tells; None for a duty that nobody bears."""
    if told.modality is Modality.CONSTITUTIVE:
        who = _status_of(part, clause, who, told.offset)
    elif who is not None and (is_measured(part.text, who) or _owns_the_subject(part, who)):
        who = for_thing(part, who._replace(parties=("other",), living=False))
    elif (who is None or not who.living) and _is_left_to_rules(part, clause):
        who = Subject(("other",), who.span if who is not None else None, stated=False, living=False)
    elif who is None or not who.living:
        who = part.topic or (for_thing(part, who) if who is not None else inherited(part))
    if says_whose(words_of(part.text, clause)):
        _drop_topics(part)
    fronted = _fronted_object(part, told)
    if speaks_anew(part, told.modality):
        part.condition = None
    settle_condition(part, clause, clause.start, who)
    start = fronted or _told_action(part, clause, who, told)
    if told.modality is Modality.DUTY and not who.living:
        who = written_by(part.text, (clause.start, clause.end)) or who
    idle = told.modality is Modality.DUTY and not who.living
    if idle and not _THINGS_DUTY.search(part.text, clause.start, clause.end):
        return None
    return make_draft(part, told.modality, who, (start, clause.end), deadline(part.text, clause.start, clause.end))


def _is_left_to_rules(part: Part, clause: Clause) -> bool:
    """Whether a clause that opens its part only says by which rules a thing goes."""
    opens = part.active is None and len(part.pending) < _SEVERAL
    return opens and _BY_THE_RULES.search(part.text, clause.start, clause.end) is not None


def speaks_anew(part: Part, modality: Modality) -> bool:
    """Whether a clause says what is so in any case, behind what somebody may do in one (可以…，…归业主共有)."""
    allowed = part.active is not None and part.active.modality is Modality.RIGHT
    return allowed and modality is Modality.CONSTITUTIVE


def written_by(text: str, words: Span) -> Subject | None:
    """Those who make the document in which something has to be settled (应当在管理规约中约定)."""
    written = _WRITTEN_IN.search(text, *words)
    return maker(text, *written.span("document")) if written is not None else None


def _owns_the_subject(part: Part, who: Subject) -> bool:
    """Whether a clause speaks of the rooms of a party and not of the party (业主委员会的办公用房从…中调剂)."""
    return who.span is not None and _ROOMS.match(part.text, who.span[1]) is not None


def _fronted_object(part: Part, told: Told) -> int | None:
    """Where the action begins whose object a comma sets off in front (对共有部分，享有权利)."""
    if told.modality not in (Modality.RIGHT, Modality.DUTY) or len(part.pending) != 1:
        return None
    clause = part.pending[0]
    party = leading_party(part.text, part.mentions, clause.start, clause.end)
    start = party.span[1] if party is not None and party.span is not None else clause.start
    if not _TOWARDS.fullmatch(part.text, start, clause.end):
        return None
    part.pending = []
    return start


def _told_action(part: Part, clause: Clause, who: Subject, told: Told) -> int:
    """Where the action begins: behind the subject, behind 负责, or with the telling words."""
    named = who.stated and who.span is not None and clause.start <= who.span[0] and who.span[1] < clause.end
    behind = who.span[1] if named and who.span is not None else clause.start
    behind = clause.start if part.text.startswith("的", behind) else behind
    if told.modality is Modality.DUTY:
        charge = _CHARGE.search(part.text, behind, clause.end - 1)
        charge = None if charge and _ACTS_BEFORE.search(part.text, behind, charge.start()) else charge
        return skip_stops(part.text, charge.end() if charge else behind)
    if told.modality is Modality.RIGHT:
        return skip_stops(part.text, behind if named else clause.start + told.offset)
    start = clause.start + told.offset
    if told.modality is not Modality.CONSTITUTIVE:
        return skip_stops(part.text, max(start, behind))
    acts = named and who.living and behind <= start
    whole = clause.end - start <= _SHORT_EFFECT if acts else told.offset > 0
    return clause.start if whole else skip_stops(part.text, start)


def _status_of(part: Part, clause: Clause, who: Subject | None, offset: int) -> Subject:
    """Whose status or ownership a clause fixes; no one's for mere things."""
    owner = _owner_behind(part, clause)
    if owner is not None:
        return owner
    if who is not None and who.living and who.span is not None and clause.start <= who.span[0]:
        relative = "的" in part.text[who.span[1] : clause.start + offset] and not _TERM.match(part.text, who.span[1])
        return Subject((), who.span, living=False) if relative else who
    of_it = part.text.startswith("其", clause.start)
    if of_it or who is None:
        known = from_pending(part) or part.topic
        if known is not None:
            return known
        if of_it and part.reader.carried.parties:
            return part.reader.carried._replace(stated=False)
    if who is not None and who.living:
        return who
    goes_on = who is None or _OF_WHOM.match(part.text, clause.start)
    if goes_on and part.active is not None and part.active.subject.living:
        return inherited(part)
    return part.topic or Subject((), who.span if who else None, living=False)


def _owner_behind(part: Part, clause: Clause) -> Subject | None:
    """Whose a thing is: the party behind 属于, 归 or 对."""
    match = _OWNER_BEHIND.search(part.text, clause.start, clause.end)
    if match is None:
        return None
    groups = clusters(part.text, part.mentions, match.start(), clause.end)
    return Subject(groups[0].parties, (groups[0].start, groups[0].end)) if groups else None


def _drop_topics(part: Part) -> None:
    """What is owned stands before 属于 without being a condition."""
    topics = [one for one in part.pending if not (ends_condition(part.text, one) or begins_condition(part.text, one))]
    part.dropped += tuple((one.start, one.end) for one in topics)
    part.pending = [one for one in part.pending if one not in topics]
