"""The clauses between two semicolons become norms; the condition and the norm that still runs are carried along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from propertylaw.model import Modality, Span

from .actions import Bounds, bounds, deadline, has_verb, leading_period, separate_acts, skip_stops
from .agents import agent, agent_action, agent_inside, agent_modality
from .clauses import begins_condition, ends_condition, marks, words_of
from .deadlines import periods
from .draft import Draft, Parties, Subject
from .modality import DECISION, Modal, Told, effect, modal, settled
from .sentences import Clause
from .subjects import clusters, is_measured, leading_party, subject, together_with

if TYPE_CHECKING:
    from .reading import SentenceReader

_CASE = re.compile(
    r"(?:未经|经[^，。；]*(?:提议|同意|批准|授权)$|不属于|不?涉及|不?符合|属于[^，。；]*(?:事项|范围|的))"
)
_PRINCIPLE = re.compile(r"(?:遵循|坚持|贯彻|实行|体现)[^。；]*(?:原则|方针|理念)$")
_BY_DECISION_OF = re.compile(r"(?:经|根据|按照|依照|依据)[^，。；]{0,12}$")
_FORMED_BY = re.compile(r"由[^，。；]*(?:组成|产生)$")
_VOTE = re.compile(r"参与表决|(?:业主|分之.{1,3})[^，。；]{0,6}同意")
_EVENT = re.compile(r"(?:会议)?(?:成立|选举产生|产生|召开)")
_SETTING = re.compile(r"(?:等)?(?:在[^，。；]*活动中)?")
_BESIDES = re.compile(r"(?:等)?(?P<rest>在|自|于|对|按照|根据|接受|发现|代为)")
_PLACE = re.compile(r"在?[^，。；]*(?:区划|区域|小区)内")
_TIME_END = re.compile(r"(?:时|后|前|期间|之日起)$")
_OWNED = re.compile(
    r"(?:[^，。；]{0,10})?(?:(?:属于|归|属)[^，。；]*(?:所有|共有)$|对[^，。；]*具有[^，。；]*(?:约束力|效力)$)"
)
_OWNER_BEHIND = re.compile(r"属于?|归|对(?=[^，。；]*具有)")
_PERSON = re.compile(r"的(?:人|[一-龥]{1,6}人)$")
_OPENS_WITH_EFFECT = re.compile(r"(?:依法|并|同时|应|但)?(?:享有|不享有|有|承担|负责|履行|包括|不超过)")
_THINGS_DUTY = re.compile(r"执行$|办理$|用于")
_CHARGE = re.compile("负责")
_POSSESSIVE = ("的", "人数", "任期", "之间", "等")
_ONLY_RULE = re.compile(r"(?:依照|按照)[^，。；]*规定$")
_JOINS = re.compile(r"(?:并且|并|且|同时|还|也|亦)*")
_LINKS = re.compile(r"(?:并且|并|且|也)*")
_ALTERNATIVE = re.compile(r"(?:以及|或者|及|和)")
_SPENT = ("用于", "直接用于", "主要用于")
_OTHERWISE = re.compile(r"另有(?:规定|约定|要求|调整)的$")
_PREVAILS = re.compile(r"从其|依照其|按照其|除外")
_UNLESS = re.compile(r"除(?!外)")
_OUTSIDE = re.compile(r"(?:外|以外)$")
_LIMITED = re.compile(r"不(?:超过|低于|少于)")
_CONTRAST = re.compile("(?:但是?|然而|不过|同时)，?")
_CAUSE = re.compile(
    r"(?P<cause>因[^，。；]{2,40}?(?=而)|自(?!行|觉|愿|然|我)[^，。；]{2,30}?(?:之日起|届满后|完成后|成立后))而?(?=[^，。；]{3})"
)
_HELD_TO_BE = re.compile("认定为")
_LISTED = re.compile(r"下列|以下")
_SHORTEST_ACT = 5


class PartReader:
    """Reads one part of a sentence.

    Args:
        reader: of the paragraph; gives the text and the parties, and keeps the subject for what follows.
        clauses: of the part.
        sentence: span of the whole sentence.
    """

    def __init__(self, reader: SentenceReader, clauses: Sequence[Clause], sentence: Span) -> None:
        self.reader = reader
        self.text = reader.text
        self.mentions = reader.mentions
        self.clauses = clauses
        self.sentence = sentence
        self.modals: list[Modal | None] = [modal(self.text, clause) for clause in clauses]
        self.found: list[Draft] = []
        self.pending: list[Clause] = []
        """Clauses before the next norm: its condition or its topic."""
        self.condition: Span | None = None
        self.exception: Span | None = None
        self.active: Draft | None = None
        """The norm that a further verb would go on with."""
        self.topic: Subject | None = None
        """Whom the part speaks of, where another acts on them: 业主委员会由业主大会选举产生"""
        self.dropped: tuple[Span, ...] = ()
        """Words that are no condition but may cite a provision."""

    def drafts(self) -> list[Draft]:
        """The norms of the part."""
        index = 0
        while index < len(self.clauses):
            index = self._take(index)
        return self.found

    def _take(self, index: int) -> int:
        """Read the clause at `index`; returns the index of the next one to read."""
        behind = self._exception(index)
        if behind is not None:
            return behind
        known = self.modals[index]
        if known is None and marks("policy", self._words(index)):
            return self._skip_policy(index)
        if known is not None and not self._is_condition(index):
            return self._modal_clause(index, known)
        if index <= self._condition_until(index):
            return self._begin_condition(index)
        return self._continued(index) if self.active is not None else self._plain_clause(index)

    # ── conditions and exceptions ───────────────────────────────────────────────────────────────

    def _is_condition(self, index: int) -> bool:
        """A clause with a modal word that is a condition all the same: …应当…有规定的，"""
        words = self._words(index)
        return index + 1 < len(self.clauses) and words.endswith("的") and not _LISTED.search(words)

    def _condition_until(self, index: int) -> int:
        """Index of the last clause that closes a condition before the next modal word; -1 if there is none."""
        last = -1
        for position in range(index, len(self.clauses) - 1):
            if self.modals[position] is not None and not self._is_condition(position):
                break
            goes_on = self.active is not None and last < 0 and marks("join", self._words(index))
            if position > index and goes_on:
                break
            if ends_condition(self.text, self.clauses[position]) or _CASE.match(self._words(position)):
                last = position
        return last

    def _begin_condition(self, index: int) -> int:
        if self.active is not None:
            self.pending.clear()
            self.active = None
            self.condition = None
        self.pending.append(self.clauses[index])
        return index + 1

    def _exception(self, index: int) -> int | None:
        """Take an exception that begins here; returns the index behind it, None when there is none."""
        if self.modals[index] is not None:
            return None
        words = self._words(index)
        if _OTHERWISE.search(words):
            prevails = index + 1 < len(self.clauses) and _PREVAILS.match(self._words(index + 1))
            return self._close_exception(index, index + 1) if prevails and self.found else None
        if marks("contrast", words) or _UNLESS.match(words):
            return self._exception_from(index, words)
        return self._close_exception(index, index) if words.endswith("除外") else None

    def _exception_from(self, index: int, words: str) -> int | None:
        for position in range(index, len(self.clauses)):
            tail = self._words(position)
            if tail.endswith("除外"):
                return self._close_exception(index, position)
            if _UNLESS.match(words) and _OUTSIDE.search(tail):
                self.exception = (self.clauses[index].start, self.clauses[position].end)
                return position + 1
            if self.modals[position] is not None:
                break
        limited = marks("contrast", words) and _LIMITED.search(words) and self.found
        return self._close_exception(index, index) if limited else None

    def _close_exception(self, first: int, last: int) -> int:
        span = (self.clauses[first].start, self.clauses[last].end)
        if self.found and self.found[-1].exception is None:
            self.found[-1] = replace(self.found[-1], exception=span)
        return last + 1

    def _skip_policy(self, index: int) -> int:
        """鼓励… states no norm, nor do the clauses that go on with it."""
        self.pending.clear()
        self.active = None
        position = index + 1
        while position < len(self.clauses) and self.modals[position] is None:
            position += 1
        return position

    def _settle_condition(self, clause: Clause, verb: int) -> None:
        """The clauses before, or an adverbial of time before the verb, become the condition."""
        while self.pending and self._is_bare_party(self.pending[0]):
            self._drop(self.pending[:1])
        if len(self.pending) == 1 and self._is_topic(self.pending[0], clause.start, verb):
            self._drop(self.pending)
        if self.pending:
            self.condition = self._without_bearer(self._without_contrast((self.pending[0].start, self.pending[-1].end)))
            self.pending = []
        if self.condition is None:
            self.condition = self._adverbial_of_time(clause.start, verb)

    def _drop(self, clauses: Sequence[Clause]) -> None:
        """Words that are no condition; what they cite still counts (前款规定的资料，应当…)."""
        self.dropped += tuple((clause.start, clause.end) for clause in clauses)
        self.pending = self.pending[len(clauses) :]

    def _is_bare_party(self, clause: Clause) -> bool:
        """A party set off by a comma, or 业主在…活动中."""
        party = leading_party(self.text, self.mentions, clause.start, clause.end)
        if party is None or party.span is None or begins_condition(self.text, clause):
            return False
        return bool(_SETTING.fullmatch(self.text, party.span[1], clause.end))

    def _is_topic(self, clause: Clause, start: int, verb: int) -> bool:
        """A noun set before its verb (规划的车位、车库，应当…), or a mere place (建筑区划内)."""
        if leading_party(self.text, self.mentions, start, verb) is not None:
            return False
        if _PLACE.fullmatch(self.text, clause.start, clause.end):
            return True
        return not (ends_condition(self.text, clause) or begins_condition(self.text, clause))

    def _without_bearer(self, condition: Span) -> Span:
        """建设单位在竣工验收时，应当: the condition begins behind the party."""
        party = leading_party(self.text, self.mentions, *condition)
        if party is None or party.span is None or party.span[0] != condition[0]:
            return condition
        follows = _BESIDES.match(self.text, party.span[1], condition[1])
        return (follows.start("rest"), condition[1]) if follows else condition

    def _without_contrast(self, condition: Span) -> Span:
        contrast = _CONTRAST.match(self.text, *condition)
        return (contrast.end(), condition[1]) if contrast and contrast.end() < condition[1] else condition

    def _adverbial_of_time(self, start: int, verb: int) -> Span | None:
        groups = clusters(self.text, self.mentions, start, verb)
        if groups and groups[0].start == start:
            start = groups[0].end
        long_enough = verb - start > 3
        return (start, verb) if long_enough and _TIME_END.search(self.text, start, verb) else None

    # ── subjects ────────────────────────────────────────────────────────────────────────────────

    def _subject_before(self, clause: Clause, verb: int) -> Subject:
        """The subject of a modal clause: its own, that of its condition, or the one carried along."""
        own = subject(self.text, self.mentions, clause.start, verb)
        if own is not None and own.living:
            return self._for_thing(own) if is_measured(self.text, own) else own
        start = self.pending[0].start if self.pending else clause.start
        other = self._deciding(start, clause.end)
        if other is None and own is None:
            other = self._set_off() or self._of_condition()
        if other is not None:
            return other
        return (self._of_condition() or self._for_thing(own)) if own is not None else self._inherited()

    def _deciding(self, start: int, end: int) -> Subject | None:
        """Who acts by a decision of theirs where no one else is named: 经业主共同决定，可以…"""
        for group in clusters(self.text, self.mentions, start, end):
            if DECISION.match(self.text, group.end) and _BY_DECISION_OF.search(self.text[start : group.start]):
                return Subject(group.parties, (group.start, group.end))
        return None

    def _set_off(self) -> Subject | None:
        """A party set off by a comma before its verb: 未委托代表的业主，有权…"""
        if not self.pending:
            return None
        clause = self.pending[-1]
        groups = clusters(self.text, self.mentions, clause.start, clause.end)
        if groups and groups[-1].end == clause.end and self.text[groups[-1].start - 1] == "的":
            return Subject(groups[-1].parties, (groups[-1].start, groups[-1].end))
        return None

    def _of_condition(self) -> Subject | None:
        """The party of the condition, unless it is the one who did wrong."""
        party = self._from_pending()
        return party if party is not None and party.parties != ("offender",) else None

    def _from_pending(self) -> Subject | None:
        for clause in self.pending:
            party = leading_party(self.text, self.mentions, clause.start, clause.end)
            if party is not None and party.span is not None and not _EVENT.match(self.text, party.span[1]):
                return party
        return None

    def _for_thing(self, thing: Subject) -> Subject:
        """A duty whose subject is a thing binds whom the sentence before bound."""
        carried = self.reader.carried
        if thing.parties not in ((), ("other",)) and not is_measured(self.text, thing):
            return thing
        if carried.parties and carried.living:
            return Subject(carried.parties, thing.span, stated=False, living=False)
        return Subject(("other",), thing.span, living=False)

    def _inherited(self) -> Subject:
        if self.active is not None:
            return replace(self.active.subject, stated=False)
        carried = self.reader.carried
        far = not carried.stated and self.pending
        if far or not carried.parties:
            return Subject(("other",), None, stated=False)
        return replace(carried, stated=False)

    # ── modal clauses ───────────────────────────────────────────────────────────────────────────

    def _modal_clause(self, index: int, known: Modal) -> int:
        clause = self.clauses[index]
        who = self._subject_before(clause, known.start)
        self._settle_condition(clause, known.start)
        where = self._bounds(index, known.end)
        more, where = self._together(where)
        action = (where.start, self.clauses[where.last].end)
        if who.parties == ("other",) and _PRINCIPLE.match(self.text, *action):
            return where.last + 1
        by = agent(self.text, self.mentions, *action)
        if by is not None and not _VOTE.search(self.text, *action) and not _FORMED_BY.match(self.text, *action):
            who = by
        modality = settled(known.modality, who, self.text, action)
        if modality is Modality.CONSTITUTIVE:
            who = self._held_to_be(action) or (
                who if who.living and who.parties != ("other",) else Subject((), who.span, living=False)
            )
        period = deadline(self.text, clause.start, known.start) or deadline(self.text, known.end, action[1])
        if who is by and by is not None and by.span is not None:
            action = agent_action(self.text, action, action[0], by.span[1], modality)
        self._add(self._draft(modality, _joined(who, more), action, period))
        return where.last + 1

    def _held_to_be(self, action: Span) -> Subject | None:
        """Who someone is held to be: 应当认定为…所称的业主."""
        groups = clusters(self.text, self.mentions, *action)
        ends = groups and groups[-1].end == action[1] and _HELD_TO_BE.match(self.text, action[0])
        return Subject(groups[-1].parties, (groups[-1].start, groups[-1].end)) if ends else None

    def _bounds(self, index: int, verb: int) -> Bounds:
        where = bounds(self.text, self.clauses, self.modals, index, verb)
        if self.condition is None:
            self.condition = where.time
        return where

    def _together(self, where: Bounds) -> tuple[Parties, Bounds]:
        """Further bearers behind 会同, and the bounds of the action behind them."""
        more, verb = together_with(self.text, self.mentions, where.start, self.clauses[where.last].end)
        if not more:
            return (), where
        last = where.last
        while last + 1 < len(self.clauses) and verb >= self.clauses[last].end:
            last += 1
        return more, self._bounds(last, verb)

    # ── clauses without a modal word ────────────────────────────────────────────────────────────

    def _plain_clause(self, index: int) -> int:
        if self._waits(index):
            self.pending.append(self.clauses[index])
            return index + 1
        draft, last = self._effect_norm(index)
        if draft is not None:
            self._add(draft)
        else:
            self.pending.append(self.clauses[index])
        return last + 1

    def _waits(self, index: int) -> bool:
        """Whether a clause only prepares what follows: a topic, a condition, or what is owned."""
        words = self._words(index)
        if agent_inside(self.text, self.mentions, self.clauses[index]) is not None:
            return False
        if _PERSON.search(words) and index + 1 < len(self.clauses):
            return True
        told = effect(words)
        conditional = begins_condition(self.text, self.clauses[index]) and not (_OWNED.match(words) and self.pending)
        if any(known is not None for known in self.modals[index + 1 :]) and (told is None or conditional):
            return True
        return told is None and any(_OWNED.match(words_of(self.text, one)) for one in self.clauses[index + 1 :])

    def _effect_norm(self, index: int) -> tuple[Draft | None, int]:
        """The norm of a clause without a modal word, and the index of the last clause it takes."""
        clause, words = self.clauses[index], self._words(index)
        told = effect(words)
        by = agent_inside(self.text, self.mentions, clause)
        if by is not None:
            return self._agent_norm(clause, by, told), index
        if told is None and self._goes_without_subject(index):
            return self._implied_duty(index, replace(self._inherited(), span=None))
        who = subject(self.text, self.mentions, clause.start, clause.end)
        opens = told is not None and bool(_OPENS_WITH_EFFECT.match(words))
        if who is None or (not who.living and (told is None or opens)):
            who = self._from_pending() or (None if opens else who)
        if told is not None:
            return self._told_norm(clause, who, told), index
        if who is None or not who.living or who.span is None:
            return None, index
        return self._implied_duty(index, who)

    def _goes_without_subject(self, index: int) -> bool:
        """A bare verb after a condition, with its subject in the sentence before."""
        words = self._words(index)
        return (
            bool(self.pending and self.reader.carried.parties)
            and words_of(self.text, self.pending[-1]).endswith("的")
            and marks("adverbial_start", words)
            and has_verb(words)
            and self._from_pending() is None
        )

    def _agent_norm(self, clause: Clause, by: tuple[int, Subject], told: Told | None) -> Draft:
        """X由Y做: the bearer is Y; of 组成 and 产生 it is X."""
        start, who = by
        self._settle_condition(clause, clause.start)
        verb = who.span[1] if who.span else start
        rest = self.text[verb : clause.end]
        modality = agent_modality(told, who, rest)
        named = leading_party(self.text, self.mentions, clause.start, start)
        if modality is Modality.CONSTITUTIVE and not rest.endswith("担任"):
            inherited = self._inherited() if start == clause.start and self.reader.carried.parties else who
            who = named or self.topic or inherited
        self.topic = named or self.topic
        action = agent_action(self.text, (clause.start, clause.end), start, verb, modality)
        return self._draft(modality, who, action, deadline(self.text, clause.start, clause.end))

    def _told_norm(self, clause: Clause, who: Subject | None, told: Told) -> Draft | None:
        if told.modality is Modality.CONSTITUTIVE:
            who = self._status_of(clause, who, told.offset)
        elif who is None or not who.living:
            who = self.topic or (self._for_thing(who) if who is not None else self._inherited())
        if _OWNED.match(words_of(self.text, clause)):
            self._drop_topics()
        self._settle_condition(clause, clause.start)
        start = self._told_action(clause, who, told)
        idle = told.modality is Modality.DUTY and not who.living
        if idle and not _THINGS_DUTY.search(self.text, clause.start, clause.end):
            return None
        return self._draft(told.modality, who, (start, clause.end), deadline(self.text, clause.start, clause.end))

    def _told_action(self, clause: Clause, who: Subject, told: Told) -> int:
        """Where the action begins: behind the subject, behind 负责, or with the telling words."""
        named = who.stated and who.span is not None and clause.start <= who.span[0] and who.span[1] < clause.end
        behind = who.span[1] if named and who.span is not None else clause.start
        if told.modality is Modality.DUTY:
            charge = _CHARGE.search(self.text, clause.start, clause.end - 1)
            return skip_stops(self.text, charge.end() if charge else behind)
        if told.modality is Modality.RIGHT:
            return skip_stops(self.text, behind if named else clause.start + told.offset)
        start = clause.start + told.offset
        return skip_stops(self.text, start if told.modality is Modality.CONSTITUTIVE else max(start, behind))

    def _status_of(self, clause: Clause, who: Subject | None, offset: int) -> Subject:
        """Whose status or ownership a clause fixes; no one's for mere things."""
        owner = self._owner(clause)
        if owner is not None:
            return owner
        if who is not None and who.living and who.span is not None and clause.start <= who.span[0]:
            relative = "的" in self.text[who.span[1] : clause.start + offset]
            return Subject((), who.span, living=False) if relative else who
        of_it = self.text.startswith("其", clause.start)
        if of_it or who is None:
            known = self._from_pending() or self.topic
            if known is not None:
                return known
            if of_it and self.reader.carried.parties:
                return self._inherited()
        if who is not None and who.living:
            return who
        return self.topic or Subject((), who.span if who else None, living=False)

    def _owner(self, clause: Clause) -> Subject | None:
        """Whose a thing is: the party behind 属于, 归 or 对."""
        match = _OWNER_BEHIND.search(self.text, clause.start, clause.end)
        if match is None:
            return None
        groups = clusters(self.text, self.mentions, match.start(), clause.end)
        return Subject(groups[0].parties, (groups[0].start, groups[0].end)) if groups else None

    def _drop_topics(self) -> None:
        """What is owned stands before 属于 without being a condition."""
        topics = [
            one for one in self.pending if not (ends_condition(self.text, one) or begins_condition(self.text, one))
        ]
        self.dropped += tuple((one.start, one.end) for one in topics)
        self.pending = [one for one in self.pending if one not in topics]

    def _implied_duty(self, index: int, who: Subject) -> tuple[Draft | None, int]:
        """A party and what it does, without a modal word: 居民委员会指导业主大会的工作."""
        clause = self.clauses[index]
        inside = who.span is not None and clause.start <= who.span[0] and who.span[1] <= clause.end
        start = who.span[1] if who.span is not None and inside else clause.start
        if self._is_no_act(index, self.text[start : clause.end], inside):
            return None, index
        self._settle_condition(clause, clause.start)
        where = self._bounds(index, start)
        end = self.clauses[where.last].end
        modality = settled(Modality.DUTY, who, self.text, (where.start, end))
        return self._draft(modality, who, (where.start, end), deadline(self.text, clause.start, end)), where.last

    def _is_no_act(self, index: int, rest: str, inside: bool) -> bool:
        if inside and (rest.startswith(_POSSESSIVE) or len(rest) < 3):
            return True
        if _ONLY_RULE.match(rest) or _SETTING.fullmatch(rest):
            return True
        adverbial = (marks("adverbial_start", rest) or rest.startswith("对")) and not has_verb(rest)
        return adverbial and index + 1 < len(self.clauses) and effect(self._words(index + 1)) is not None

    # ── what goes on with a norm ────────────────────────────────────────────────────────────────

    def _continued(self, index: int) -> int:
        """A clause behind a norm: one with a subject and an effect of its own, or a further verb."""
        own = self._own_effect(index)
        if own is not None:
            self._add(own)
        else:
            self._continue(self.clauses[index])
        return index + 1

    def _own_effect(self, index: int) -> Draft | None:
        told = effect(self._words(index))
        by = "由" in self._words(index)
        if told is None and not by:
            return None
        active = self.active
        after_right = active is not None and active.modality is Modality.RIGHT
        if not by and told is not None and told.modality is Modality.DUTY and not after_right:
            return None
        draft, _ = self._effect_norm(index)
        if draft is not None and active is not None and after_right and not draft.subject.stated:
            draft = replace(draft, subject=active.subject)
        return draft

    def _continue(self, clause: Clause) -> None:
        """A further verb of the same subject: a norm of its own, or a part of the one before."""
        active = self.active
        assert active is not None
        joins = _JOINS.match(self.text, clause.start, clause.end)
        start = joins.end() if joins else clause.start
        if self._belongs_to(active, clause, start):
            self.active = self.found[-1] = replace(self.found[-1], action=(self.found[-1].action[0], clause.end))
            return
        who = leading_party(self.text, self.mentions, start, clause.end)
        possessed = who is not None and who.span is not None and self.text.startswith(_POSSESSIVE, who.span[1])
        if who is not None and who.span is not None and who.span[0] == start and not possessed:
            self._add(replace(active, subject=who, action=(who.span[1], clause.end), deadline=None))
            return
        if active.modality is Modality.CONSTITUTIVE and not active.subject.living:
            return
        modality = Modality.DUTY if active.modality is Modality.CONSTITUTIVE else active.modality
        period = deadline(self.text, start, clause.end) or active.deadline
        action = (start, clause.end)
        draft = replace(active, modality=modality, action=action, deadline=period, exception=None, condition=None)
        self._add(self._without_leading_period(draft), active.condition)

    def _belongs_to(self, active: Draft, clause: Clause, start: int) -> bool:
        """Whether a clause only completes the action before it."""
        if self.text.startswith(_SPENT, active.action[0]) or _ALTERNATIVE.match(self.text, clause.start, clause.end):
            return True
        if marks("result", self.text[start : clause.end]):
            return True
        length, before = clause.end - start, active.action[1] - active.action[0]
        if length < _SHORTEST_ACT or (length == _SHORTEST_ACT and before <= _SHORTEST_ACT):
            return True
        who = leading_party(self.text, self.mentions, start, clause.end)
        return who is not None and who.span is not None and who.span[0] == start and clause.end - who.span[1] < 2

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────

    def _draft(self, modality: Modality, who: Subject, action: Span, period: Span | None) -> Draft:
        joins = _LINKS.match(self.text, *action)
        action = (joins.end() if joins else action[0], action[1])
        draft = Draft(
            modality=modality,
            subject=who,
            action=action,
            sentence=self.sentence,
            condition=self.condition,
            exception=self.exception,
            deadline=period,
        )
        return self._without_leading_period(self._without_leading_cause(draft))

    def _without_leading_cause(self, draft: Draft) -> Draft:
        """因…而停止: the cause at the start of an action is its condition."""
        cause = _CAUSE.match(self.text, *draft.action)
        if cause is None or draft.condition is not None:
            return draft
        return replace(draft, condition=cause.span("cause"), action=(cause.end(), draft.action[1]))

    def _without_leading_period(self, draft: Draft) -> Draft:
        """自…之日起三十日内 at the start of an action is condition and deadline, not action."""
        leading = leading_period(self.text, draft.action)
        if leading is None:
            return draft
        return replace(
            draft,
            action=(leading.start, draft.action[1]),
            condition=draft.condition or leading.since,
            deadline=leading.period,
        )

    def _add(self, draft: Draft, condition: Span | None = None) -> None:
        """Take a norm; `condition` is the one it shares with the norm before, unless it has its own."""
        if draft.action[0] >= draft.action[1]:
            return
        draft = replace(draft, condition=draft.condition or condition, cites_from=self.dropped)
        draft = self._without_condition_period(draft)
        acts = separate_acts(self.text, draft.action)
        self.found += [draft] if len(acts) == 1 else [replace(draft, action=act) for act in acts]
        self.active = self.found[-1]
        self._carry(draft)

    def _without_condition_period(self, draft: Draft) -> Draft:
        """业主委员会任期届满六十日前，应当: the period is the deadline, the words before it the condition."""
        if draft.condition is None:
            return draft
        start, end = draft.condition
        found = [period for period in periods(self.text, start, end) if period.within and period.span[1] == end]
        if not found:
            return draft
        place = found[-1].span
        return replace(
            draft, deadline=draft.deadline or place, condition=(start, place[0]) if place[0] > start else None
        )

    def _carry(self, draft: Draft) -> None:
        """Whom the next sentence takes for its subject when it names none."""
        who = draft.subject
        if draft.modality is Modality.POWER and self.topic is not None:
            who = self.topic
        opens = who.stated and who.span is not None and who.span[0] == self.sentence[0]
        if (draft.modality is not Modality.CONSTITUTIVE or opens) and who.parties not in ((), ("other",)):
            self.reader.carried = replace(who, living=True, stated=True)

    def _words(self, index: int) -> str:
        return words_of(self.text, self.clauses[index])


def _joined(who: Subject, more: Parties) -> Subject:
    return replace(who, parties=tuple(sorted({*who.parties, *more}))) if more else who
