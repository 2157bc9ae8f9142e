"""A sentence becomes norms: clause by clause, with the subject and the condition carried along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from propertylaw.model import Modality, Span
from propertylaw.rulebook import parties

from .clauses import Modal, begins_condition, effect, ends_condition, marks, modal
from .courts import court_ruling
from .deadlines import periods
from .draft import NOBODY, Draft, Subject
from .parties import Mention
from .penalties import is_penal, penalties
from .sentences import Clause, Sentence
from .subjects import clusters, leading_party, subject, together_with

_AGENT = re.compile(r"由")
_SHORT_VERB = re.compile(r"(?:共同)?(?:承担|决定|确定|担任|组成|产生|保障|分摊|支付|负担|享有|协商确定|约定)$")
_OPENS = re.compile(r"(?:依法|并|同时|应)?(?:享有|有|承担|负责|履行|包括|不超过)")
_OWNED = re.compile(r"(?:[^，。；]{0,10})?(?:属于|归)[^，。；]*(?:所有|共有)$")
_RELATIVE_VERB = re.compile(r"认定(?:为|其)|视为")
_OPEN_LIST = re.compile(r"^(?:应当)?(?:将|把|就|对|按照|根据|依照|在|以|向|与|从|通过)")
_CLOSES_LIST = re.compile(r"等(?:[^，。；]{0,8})(?:事项|内容|情况|资料|方面|因素|信息|材料|原则|标准|规定|单位|部门|方式|工作|文件|财物)|以及|等")
_ALTERNATIVE = re.compile(r"^(?:以及|或者|及|和)")
_PASSIVE = re.compile(r"^(?:必须|应当)?(?:由|经)")
_CASE = re.compile(r"(?:不属于|不?涉及|不?符合|属于[^，。；]*(?:事项|范围|的))")
_PRINCIPLE = re.compile(r"(?:遵循|坚持|贯彻|实行|体现)[^。；]*(?:原则|方针|理念)$")
_DECIDED = re.compile(r"(?:经|根据|按照|依照|依据)(?:[^，。；]{0,12})$")
_DECISION = re.compile(r"(?:会议)?(?:依法|共同)?的?(?:决定|一致同意|授权|表决通过)")


class SentenceReader:
    """Reads the sentences of one paragraph in their order.

    Args:
        text: of the paragraph with its items.
        mentions: the parties named in it.
        carried: the subject of what was read before it in the article.
    """

    def __init__(self, text: str, mentions: Sequence[Mention], carried: Subject = NOBODY) -> None:
        self.text = text
        self.mentions = mentions
        self.carried = carried

    def read(self, sentence: Sentence) -> list[Draft]:
        """The norms of a sentence."""
        start, end = sentence.span
        words = self.text[start:end]
        if marks("scope", words, search=True) and not is_penal(words):
            return []
        ruling = court_ruling(self.text, self.mentions, sentence, self.carried)
        if ruling is not None:
            return [ruling]
        if is_penal(words):
            drafts = penalties(self, sentence)
        else:
            drafts = [draft for part in sentence.parts for draft in self.part(part, sentence.span)]
        return [draft for draft in drafts if draft.action[0] < draft.action[1]]

    def part(self, clauses: Sequence[Clause], sentence: Span) -> list[Draft]:
        """The norms of the clauses between two semicolons."""
        return _PartReader(self, clauses, sentence).drafts()


class _PartReader:
    """The state of reading one part of a sentence."""

    def __init__(self, reader: SentenceReader, clauses: Sequence[Clause], sentence: Span) -> None:
        self.reader = reader
        self.text = reader.text
        self.mentions = reader.mentions
        self.clauses = clauses
        self.sentence = sentence
        self.modals = [modal(self.text, clause) for clause in clauses]
        self.found: list[Draft] = []
        self.pending: list[Clause] = []
        self.condition: Span | None = None
        self.exception: Span | None = None
        self.active: Draft | None = None
        self.topic: Subject | None = None
        """Whom the part speaks of, where another acts on them: 业主委员会由…选举产生"""

    def drafts(self) -> list[Draft]:
        index = 0
        while index < len(self.clauses):
            index = self._take(index)
        return self.found

    def _take(self, index: int) -> int:
        """Read the clause at `index`; returns the index of the next one to read."""
        clause = self.clauses[index]
        if (end := self._exception(index)) is not None:
            return end
        if marks("policy", self._words(clause)) and self.modals[index] is None:
            self.pending.clear()
            self.active = None
            return self._after_policy(index)
        known = self.modals[index]
        if known is not None and not self._is_condition(index):
            return self._modal_clause(index, known)
        if index <= self._condition_until(index):
            self._begin_condition(clause)
            return index + 1
        return self._plain_clause(index)

    # ── conditions and exceptions ───────────────────────────────────────────────────────────────

    def _is_condition(self, index: int) -> bool:
        """A clause with a modal word that is a condition all the same: …应当…有规定的，"""
        clause = self.clauses[index]
        return (
            index + 1 < len(self.clauses)
            and self.text[clause.end - 1] == "的"
            and not re.search(r"(?:下列|以下)", self._words(clause))
        )

    def _condition_until(self, index: int) -> int:
        """Index of the last clause that closes a condition before the next modal word; -1 if there is none."""
        last = -1
        for position in range(index, len(self.clauses) - 1):
            if self.modals[position] is not None and not self._is_condition(position):
                break
            if self.active is not None and position > index and last < 0 and self._is_continuation(index):
                break
            if ends_condition(self.text, self.clauses[position]) or _CASE.match(self._words(self.clauses[position])):
                last = position
        return last

    def _is_continuation(self, index: int) -> bool:
        return marks("join", self._words(self.clauses[index]))

    def _begin_condition(self, clause: Clause) -> None:
        if self.active is not None:
            self.pending.clear()
            self.active = None
            self.condition = None
        self.pending.append(clause)

    def _exception(self, index: int) -> int | None:
        """Take an exception that begins here; returns the index behind it."""
        clause = self.clauses[index]
        words = self._words(clause)
        if self.modals[index] is not None:
            return None
        if re.search(r"另有(?:规定|约定|要求|调整)的$", words) and index + 1 < len(self.clauses):
            following = self._words(self.clauses[index + 1])
            if re.match(r"从其|依照其|按照其|除外", following):
                return self._close_exception(index, index + 1)
            return None
        if marks("contrast", words) or (words.startswith("除") and not words.startswith("除外")):
            for position in range(index, len(self.clauses)):
                tail = self._words(self.clauses[position])
                if tail.endswith("除外"):
                    return self._close_exception(index, position)
                if words.startswith("除") and re.search(r"(?:外|以外)$", tail):
                    self.exception = (clause.start, self.clauses[position].end)
                    return position + 1
                if self.modals[position] is not None:
                    break
            if marks("contrast", words) and re.search(r"不(?:超过|低于|少于)", words) and self.found:
                return self._close_exception(index, index)
        if words.endswith("除外"):
            return self._close_exception(index, index)
        return None

    def _close_exception(self, first: int, last: int) -> int:
        span = (self.clauses[first].start, self.clauses[last].end)
        if self.found and self.found[-1].exception is None:
            self.found[-1] = replace(self.found[-1], exception=span)
        return last + 1

    def _after_policy(self, index: int) -> int:
        """鼓励… states no norm, nor do the clauses that go on with it."""
        position = index + 1
        while position < len(self.clauses) and self.modals[position] is None:
            position += 1
        return position

    # ── modal clauses ───────────────────────────────────────────────────────────────────────────

    def _modal_clause(self, index: int, known: Modal) -> int:
        clause = self.clauses[index]
        who = self._subject_before(clause, known.start)
        self._settle_condition(clause, known.start)
        start, last = self._action_bounds(index, known.end)
        more, verb = together_with(self.text, self.mentions, start, self.clauses[last].end)
        if more:
            who = replace(who, parties=tuple(sorted({*who.parties, *more})))
            while last + 1 < len(self.clauses) and verb >= self.clauses[last].end:
                last += 1
            start = max(verb, self._skip_blank(verb))
        who = self._agent(start, self.clauses[last].end) or who
        end = self.clauses[last].end
        if who.parties == ("other",) and _PRINCIPLE.match(self.text, start, end):
            return last + 1
        if re.match(r"由[^，。；]*(?:组成|产生)$", self.text[start:end]):
            who = self._subject_before(clause, known.start)
        deadline = self._deadline(clause.start, known.start) or self._deadline(known.end, end)
        draft = Draft(
            modality=self._modality(known.modality, who, start, end),
            subject=who,
            action=(start, end),
            sentence=self.sentence,
            condition=self.condition,
            exception=self.exception,
            deadline=deadline,
        )
        self._add(self._with_leading_period(draft))
        return last + 1

    def _subject_before(self, clause: Clause, end: int) -> Subject:
        """The subject of a modal clause: its own, that of its condition, or the one carried along."""
        found = subject(self.text, self.mentions, clause.start, end)
        if found is not None and found.living:
            return found
        deciding = self._deciding(self.pending[0].start if self.pending else clause.start, self.clauses[-1].end)
        if deciding is not None:
            return deciding
        if found is None and self.pending and (topic := self._topic(self.pending[-1])):
            return topic
        for before in self.pending:
            party = leading_party(self.text, self.mentions, before.start, before.end)
            if party is not None:
                return party if found is None else self._for_thing(found)
        return self._for_thing(found) if found is not None else self._inherited()

    def _deciding(self, start: int, end: int) -> Subject | None:
        """Who acts by a decision of theirs where no one else is named: 经业主共同决定，可以…"""
        for group in clusters(self.text, self.mentions, start, end):
            if _DECISION.match(self.text, group.end) and _DECIDED.search(self.text[start : group.start]):
                return Subject(group.parties, (group.start, group.end))
        return None

    def _topic(self, clause: Clause) -> Subject | None:
        """A party set off by a comma before its verb: 未委托代表的业主，有权…"""
        groups = clusters(self.text, self.mentions, clause.start, clause.end)
        if groups and groups[-1].end == clause.end and self.text[groups[-1].start - 1] == "的":
            return Subject(groups[-1].parties, (groups[-1].start, groups[-1].end))
        return None

    def _for_thing(self, thing: Subject) -> Subject:
        """A duty whose subject is a thing binds whom the sentence before bound."""
        if self.reader.carried.parties and self.reader.carried.living:
            return Subject(self.reader.carried.parties, thing.span, stated=False, living=False)
        return thing

    def _inherited(self) -> Subject:
        if self.active is not None:
            return replace(self.active.subject, stated=False)
        carried = self.reader.carried
        return replace(carried, stated=False) if carried.parties else Subject(("other",), None, stated=False)

    def _settle_condition(self, clause: Clause, verb: int) -> None:
        """The clauses before, and an adverbial of time before the verb, become the condition."""
        if self.pending:
            self.condition = (self.pending[0].start, self.pending[-1].end)
            self.pending = []
        inside = re.compile(r"(?:在|自|从|于|因|经|未经|按照规定|对)?[^，。；]{2,60}?(?:时|后|前|期间|之日起|的)(?=(?:应当|必须|可以|不得|有权|应)$)")
        left = self.text[clause.start : verb]
        groups = clusters(self.text, self.mentions, clause.start, verb)
        tail = groups[0].end - clause.start if groups and groups[0].start == clause.start else 0
        if self.condition is None and re.search(r"(?:时|后|前|期间|之日起)$", left[tail:]) and len(left) - tail > 3:
            self.condition = (clause.start + tail, verb)
        del inside

    def _action_bounds(self, index: int, verb: int) -> tuple[int, int]:
        """Where the action begins behind the modal word, and the index of the clause in which it ends."""
        start, last = self._skip_blank(verb), index
        while last + 1 < len(self.clauses) and self.modals[last + 1] is None:
            head = self.text[start : self.clauses[last].end]
            if not head or self._is_time(head):
                if head:
                    self._time_condition(start, self.clauses[last].end)
                last += 1
                start = self.clauses[last].start
            elif re.match(r"因|经(?!营)|未经", head):
                self._time_condition(start, self.clauses[last].end)
                last += 1
                start = self.clauses[last].start
            elif (marks("adverbial_start", head) or re.match(r"[对就将把与向]", head)) and not self._has_verb(head):
                last += 1
            elif _OPEN_LIST.match(head) and (closing := self._closes_list(last)):
                last = closing
            else:
                break
        return start, last

    def _is_time(self, words: str) -> bool:
        return bool(re.fullmatch(r"(?:在|自|于|从|应)?[^，。；]*(?:内|前|后|时|之日起|起|期间|中)", words)) and len(words) < 48

    def _time_condition(self, start: int, end: int) -> None:
        if self.condition is None:
            self.condition = (start, end)

    def _has_verb(self, words: str) -> bool:
        """Whether an adverbial is followed by its verb within the same clause."""
        return not re.search(
            r"(?:规定|约定|要求|标准|办法|程序|方式|原则|比例|情况|因素|期限|范围|区域|职责|合同|规约|协议|授权|委托|形式|途径|平台|指导下|监督下|等|依据|需要|法规|法律|规划|计划|为单位|为基础|的业主|业主|服务|资料)$", words
        )

    def _closes_list(self, index: int) -> int | None:
        """Index of the clause with which an enumeration that the clause at `index` opens is closed."""
        head = self._words(self.clauses[index])
        if re.search(r"(?:进行|予以|给予|作出|公示|公布|公开|报|交|存入|纳入|承担|负责|移交|提供|告知|通知|报送|登记|检查|约定|规定|答复|反映|确认)", head[2:]) and not head.endswith("、"):
            return None
        for position in range(index + 1, min(index + 5, len(self.clauses))):
            if self.modals[position] is not None:
                return None
            if _CLOSES_LIST.search(self._words(self.clauses[position])):
                return position
        return None

    def _agent(self, start: int, end: int) -> Subject | None:
        """The party after 由 at the start of an action."""
        if not _AGENT.match(self.text, start):
            return None
        groups = clusters(self.text, self.mentions, start + 1, end)
        if not groups:
            return None
        between = self.text[start + 1 : groups[0].start]
        if "的" in between or len(between) > 24:
            return None
        return Subject(groups[0].parties, (groups[0].start, groups[0].end))

    def _modality(self, known: Modality, who: Subject, start: int, end: int) -> Modality:
        words = self.text[start:end]
        if _RELATIVE_VERB.match(words):
            return Modality.CONSTITUTIVE
        if known is Modality.DUTY:
            if marks("liability", words, search=True) and "的" not in words[-1:]:
                return Modality.LIABILITY
            if re.match(r"由[^，。；]*(?:共同)?(?:决定|选举产生)$", words):
                return Modality.POWER
            if re.match(r"由[^，。；]*(?:组成|担任)$", words):
                return Modality.CONSTITUTIVE
            return Modality.DUTY
        if known is Modality.RIGHT:
            return self._right_or_power(who, words)
        return known

    def _right_or_power(self, who: Subject, words: str) -> Modality:
        if re.match(r"由[^，。；]*(?:组成|担任)$", words):
            return Modality.CONSTITUTIVE
        if who.span and _DECISION.match(self.text, who.span[1]):
            return Modality.POWER if "同意" not in self.text[who.span[1] : who.span[1] + 6] else Modality.RIGHT
        known = parties()
        private = all(party not in known or known[party].nature == "private" for party in who.parties)
        if private:
            return Modality.POWER if re.match(r"(?:由业主)?共同决定", words) else Modality.RIGHT
        return Modality.RIGHT if marks("asking", words) else Modality.POWER

    # ── clauses without a modal word ────────────────────────────────────────────────────────────

    def _plain_clause(self, index: int) -> int:
        clause = self.clauses[index]
        words = self._words(clause)
        if self.active is not None:
            own = self._own_effect(index)
            if own is not None:
                self._add(own)
            else:
                self._continue(clause, words)
            return index + 1
        later = any(known is not None for known in self.modals[index + 1 :])
        told = effect(words)
        owned = any(_OWNED.match(self._words(one)) for one in self.clauses[index + 1 :])
        own_agent = words.startswith("由") and self._agent(clause.start, clause.end) is not None
        conditional = begins_condition(self.text, clause) and not (_OWNED.match(words) and self.pending)
        if (later and not own_agent and (told is None or conditional)) or (owned and told is None):
            self.pending.append(clause)
            return index + 1
        draft, last = self._effect_norm(index)
        if draft is not None:
            self._add(draft)
        else:
            self.pending.append(clause)
        return last + 1

    def _own_effect(self, index: int) -> Draft | None:
        """A clause after a norm that has a subject and an effect of its own: ，费用由全体业主承担"""
        clause = self.clauses[index]
        words = self._words(clause)
        agent = re.search(r"由", words)
        told = effect(words)
        if told is None and agent is None:
            return None
        if agent is None and told is not None and told[0] is Modality.DUTY:
            return None
        draft, _ = self._effect_norm(index)
        return draft

    def _continue(self, clause: Clause, words: str) -> None:
        """A further verb of the same subject: a norm of its own, or a part of the one before."""
        assert self.active is not None
        joins = re.match(r"(?:并且|并|且|同时|还|也|亦)+", words)
        start = clause.start + (joins.end() if joins else 0)
        if _ALTERNATIVE.match(words) or marks("result", self.text[start : clause.end]):
            self._extend(clause.end)
            return
        who = leading_party(self.text, self.mentions, start, clause.end)
        if who is not None and who.span is not None and who.span[0] == start:
            rest = self.text[who.span[1] : clause.end]
            if len(rest) < 2:
                self._extend(clause.end)
                return
            self._add(replace(self.active, subject=who, action=(who.span[1], clause.end), deadline=None))
            return
        if self.active.modality is Modality.CONSTITUTIVE and not self.active.subject.living:
            return
        if clause.end - start <= 5 and self.active.action[1] - self.active.action[0] <= 5:
            self._extend(clause.end)
            return
        modality = Modality.DUTY if self.active.modality is Modality.CONSTITUTIVE else self.active.modality
        draft = replace(self.active, modality=modality, action=(start, clause.end), exception=None)
        self._add(self._with_leading_period(draft))

    def _extend(self, end: int) -> None:
        assert self.active is not None
        self.active = self.found[-1] = replace(self.found[-1], action=(self.found[-1].action[0], end))

    def _effect_norm(self, index: int) -> tuple[Draft | None, int]:
        """The norm of a clause without a modal word, and the index of the last clause it takes."""
        clause = self.clauses[index]
        words = self._words(clause)
        told = effect(words)
        agent = self._agent_inside(clause)
        if agent is not None:
            return self._agent_norm(clause, agent, told), index
        if told is None and self._goes_without_subject(index):
            return self._implied_duty(index, replace(self._inherited(), span=None))
        who = subject(self.text, self.mentions, clause.start, clause.end)
        if who is None or (not who.living and (told is None or _OPENS.match(words))):
            who = self._from_pending() or (None if told is not None and _OPENS.match(words) else who)
        if told is not None:
            return self._told_norm(clause, who, told), index
        if who is None or not who.living or who.span is None:
            return None, index
        return self._implied_duty(index, who)

    def _goes_without_subject(self, index: int) -> bool:
        """A bare verb after a condition, with its subject in the sentence before."""
        clause = self.clauses[index]
        return (
            bool(self.pending)
            and self._words(self.pending[-1]).endswith("的")
            and marks("adverbial_start", self._words(clause))
            and self._has_verb(self._words(clause))
            and bool(self.reader.carried.parties)
            and self._from_pending() is None
        )

    def _from_pending(self) -> Subject | None:
        for before in self.pending:
            party = leading_party(self.text, self.mentions, before.start, before.end)
            if party is not None:
                return party
        return None

    def _agent_inside(self, clause: Clause) -> tuple[int, Subject] | None:
        for match in _AGENT.finditer(self.text, clause.start, clause.end):
            found = self._agent(match.start(), clause.end)
            if found is not None:
                return match.start(), found
        return None

    def _agent_norm(self, clause: Clause, agent: tuple[int, Subject], told: tuple[Modality, int] | None) -> Draft:
        """X由Y做: the bearer is Y, the action what stands after it, or the whole phrase where that is but a verb."""
        start, who = agent
        assert who.span is not None
        self._settle_condition(clause, clause.start)
        verb = who.span[1]
        rest = self.text[verb : clause.end]
        modality = told[0] if told else Modality.DUTY
        if modality is Modality.RIGHT or (modality is Modality.LIABILITY and "责任" not in rest and "赔偿" not in rest):
            modality = Modality.DUTY
        if modality is Modality.POWER and self._right_or_power(who, "决定") is Modality.RIGHT and "owner" not in who.parties:
            modality = Modality.DUTY
        named = leading_party(self.text, self.mentions, clause.start, start)
        if modality is Modality.CONSTITUTIVE and not rest.endswith("担任"):
            who = named or self.topic or (self._inherited() if start == clause.start and self.reader.carried.parties else who)
        if named is not None:
            self.topic = named
        whole = len(rest) <= 3 or _SHORT_VERB.search(rest.strip()) or modality is not Modality.DUTY
        begin = start if whole else verb + len(re.match(r"负责|予以|依法|等|代表|的代表|会议|、|[等和]?[^，。；]{0,4}单位|", rest)[0])  # type: ignore[index]
        if whole and start - clause.start <= 8:
            begin = clause.start
        return Draft(modality, who, (begin, clause.end), self.sentence, self.condition, self.exception,
                     self._deadline(clause.start, clause.end))

    def _told_norm(self, clause: Clause, who: Subject | None, told: tuple[Modality, int]) -> Draft | None:
        modality, offset = told
        words = self._words(clause)
        if modality is Modality.CONSTITUTIVE:
            who = self._status_of(clause, who, offset)
        elif who is None or not who.living:
            who = self.topic or (self._for_thing(who) if who is not None else self._inherited())
        if _OWNED.match(words):
            self._drop_topics()
        self._settle_condition(clause, clause.start)
        start = clause.start + offset
        if who.stated and who.span is not None and clause.start <= who.span[0] and who.span[1] <= clause.end:
            start = max(start, who.span[1]) if modality is not Modality.CONSTITUTIVE else max(start, clause.start)
        if modality is Modality.RIGHT and who.span is not None and clause.start <= who.span[1] <= clause.end:
            start = who.span[1]
        if modality is Modality.DUTY:
            charge = re.search(r"负责", words)
            if charge and charge.end() < len(words):
                start = clause.start + charge.end()
            elif who.stated and who.span is not None and clause.start <= who.span[1] < clause.end:
                start = who.span[1]
            else:
                start = clause.start
            if not who.living and not re.search(r"执行$|办理$|用于", words):
                return None
        return Draft(modality, who, (self._skip_blank(start), clause.end), self.sentence, self.condition, self.exception,
                     self._deadline(clause.start, clause.end))

    def _status_of(self, clause: Clause, who: Subject | None, offset: int) -> Subject:
        """Whose status or ownership a clause fixes; no one's for mere things."""
        owner = self._owned_by(clause, offset)
        if owner is not None:
            return owner
        if who is not None and who.living and who.span is not None and clause.start <= who.span[0]:
            after = self.text[who.span[1] : clause.start + offset]
            return who if "的" not in after else Subject((), who.span, living=False)
        if self._words(clause).startswith("其") or who is None:
            known = self._from_pending() or self.topic
            if known is not None:
                return known
            if self.reader.carried.parties and self._words(clause).startswith("其"):
                return self._inherited()
        if who is not None and who.living:
            return who
        return Subject((), who.span if who else None, living=False)

    def _drop_topics(self) -> None:
        """What is owned stands before 属于 without being a condition."""
        self.pending = [
            clause for clause in self.pending
            if ends_condition(self.text, clause) or begins_condition(self.text, clause)
        ]

    def _owned_by(self, clause: Clause, offset: int) -> Subject | None:
        """Whose a thing is: the party named after 属于, 归 or 对."""
        groups = clusters(self.text, self.mentions, clause.start, clause.end)
        after = [group for group in groups if group.start >= clause.start + offset - 30]
        match = re.search(r"属于|归|对[^，。；]*具有", self._words(clause))
        if match is None:
            return None
        for group in after:
            if group.start >= clause.start + match.start():
                return Subject(group.parties, (group.start, group.end))
        return None

    def _implied_duty(self, index: int, who: Subject) -> tuple[Draft | None, int]:
        clause = self.clauses[index]
        inside = who.span is not None and clause.start <= who.span[0] and who.span[1] <= clause.end
        start = who.span[1] if who.span is not None and inside else clause.start
        rest = self.text[start : clause.end]
        if inside and (rest.startswith(("的", "人数", "任期", "之间", "等")) or len(rest) < 3):
            return None, index
        self._settle_condition(clause, clause.start)
        begin, last = self._action_bounds(index, start)
        end = self.clauses[last].end
        draft = Draft(Modality.DUTY, who, (begin, end), self.sentence, self.condition, self.exception,
                      self._deadline(clause.start, end))
        return self._with_leading_period(draft), last

    # ── parts of a norm ─────────────────────────────────────────────────────────────────────────

    def _with_leading_period(self, draft: Draft) -> Draft:
        """自…之日起三十日内 at the start of an action is condition and deadline, not action."""
        start, end = draft.action
        match = re.compile(
            r"(?P<since>(?:自|在|于|从|应当)?[^，。；]{0,40}?(?:之日起|后|前|起|时)?)(?P<period>(?:提前)?[0-9０-９零一二三四五六七八九十百两半]+(?:个?工作日|日|天|个?月|年|个?小时)(?:之内|以内|内|前|之前))(?:，)?"
        ).match(self.text, start, end)
        if match is None or match.end() >= end - 1:
            return draft
        since = match["since"]
        if since and not re.match(r"自|在|于|从|收到|接到|到", since) and not since.endswith(("之日起", "后", "起")):
            return draft
        found = [p for p in periods(self.text, match.start("period"), match.end("period")) if p.within]
        condition = draft.condition
        if condition is None and len(since) > 1:
            condition = (match.start("since"), match.end("since"))
        return replace(
            draft, action=(self._skip_blank(match.end()), end), condition=condition,
            deadline=found[0].span if found else draft.deadline,
        )

    def _deadline(self, start: int, end: int) -> Span | None:
        found = periods(self.text, start, end)
        for period in found:
            if period.within:
                return period.span
        for period in found:
            before = self.text[max(start, period.span[0] - 4) : period.span[0]]
            if period.recurring or re.search(r"少于|超过|低于|至少", before):
                return period.span
        return None

    def _add(self, draft: Draft) -> None:
        draft = self._with_condition_period(draft)
        if draft.action[0] >= draft.action[1]:
            return
        self.found.append(draft)
        self.active = draft
        if draft.modality is not Modality.CONSTITUTIVE and draft.subject.parties not in ((), ("other",)):
            self.reader.carried = draft.subject

    def _with_condition_period(self, draft: Draft) -> Draft:
        """业主委员会任期届满六十日前，应当: the period is the deadline, the words before it the condition."""
        if draft.condition is None or draft.deadline is not None:
            return draft
        start, end = draft.condition
        found = [p for p in periods(self.text, start, end) if p.within and p.span[1] == end]
        if not found:
            return draft
        rest = (start, found[-1].span[0])
        return replace(draft, deadline=found[-1].span, condition=rest if rest[1] > rest[0] else None)

    def _words(self, clause: Clause) -> str:
        return self.text[clause.start : clause.end]

    def _skip_blank(self, position: int) -> int:
        while position < len(self.text) and (self.text[position].isspace() or self.text[position] in "，,"):
            position += 1
        return position
