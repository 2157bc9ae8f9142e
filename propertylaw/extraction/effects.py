"""Clauses without a modal word: by their effect (由…承担, 属于…共有, 负责…), or a party and what it does."""

from __future__ import annotations

import re
from dataclasses import replace

from propertylaw.model import Modality

from .actions import deadline, has_verb, skip_stops
from .agents import agent, agent_action, agent_inside, agent_modality
from .bearers import for_thing, from_pending, inherited
from .clauses import begins_condition, ends_condition, marks, words_of
from .conditions import settle_condition
from .draft import Draft, Subject
from .drafting import action_bounds, make_draft
from .modality import Told, effect, is_private, settled
from .sentences import Clause
from .state import Part
from .subjects import clusters, is_measured, leading_party, subject

_DONE_BY = re.compile(
    r"(?:已经?)?由[^，。；]*(?:决定|确定|管理|使用|负责|承担|代收|代管|代交|设立|提供|配置|保管)的[^，。；]{1,16}$"
)
"""A thing by who decides on it (由业主共同决定的事项), which the sentence then speaks of."""
_SETTING = re.compile(r"(?:等)?(?:在[^，。；]*活动中)?")
_TOPIC = re.compile(r"(?:的[^，。；的]{2,8}|经费|费用|事项|工作|是否[^，。；]*)$")
_OWNED = re.compile(
    r"(?:[^，。；]{0,10})?(?:(?:属于|归|属)[^，。；]*(?:所有|共有)$|对[^，。；]*具有[^，。；]*(?:约束力|效力)$)"
)
_OWNER_BEHIND = re.compile(r"属于?|归|组成(?=业主)|影响|对(?=[^，。；]*具有)")
_PERSON = re.compile(r"的(?:人|[一-龥]{1,6}人)$")
_OPENS_WITH_EFFECT = re.compile(r"(?:依法|并|同时|应|但)?(?:享有|不享有|有|承担|负责|履行|包括|不超过)")
_ENJOYS = re.compile(r"享有[^，。；]*权利?$")
_OF_WHOM = re.compile(r"(?:[^，。；]{0,2}(?:每届)?任期|(?:组成|具体|成员)?人数|名额|其中|设|由[^，。；]*组成)")
_THINGS_DUTY = re.compile(r"执行$|办理$|用于")
_DECIDES = re.compile("(?:依法|审议)?决定")
_CHARGE = re.compile("负责")
_COMMA = 1
_SHORT_TOPIC = 8
_SHORT_EFFECT = 3
_POSSESSIVE = ("的", "人数", "任期", "之间", "等")
_OF_IT = re.compile(r"[^，。；的]{1,4}的[^，。；]*(?:条件|程序|办法|标准|方式|期限|内容|范围)$")
_TOWARDS = re.compile(r"对[^，。；]*(?<!行为)(?<![的时后前])")
_RELATIVE = re.compile("(?:依法|已经?|未)?[一-龥]{2}的(?!方式|形式)")
_ONLY_RULE = re.compile(r"(?:依照|按照)[^，。；]*规定$")


def waits(part: Part, index: int) -> bool:
    """Whether a clause only prepares what follows: a topic, a condition, or what is owned."""
    words = part.words(index)
    if _DONE_BY.match(words) and index + 1 < len(part.clauses):
        return True
    if agent_inside(part.text, part.mentions, part.clauses[index]) is not None:
        return False
    if _PERSON.search(words) and index + 1 < len(part.clauses):
        return True
    set_off = _TOPIC.search(words) or begins_condition(part.text, part.clauses[index])
    if set_off and effect(words) is None and _agent_follows(part, index):
        return True
    told = effect(words)
    if told is None and _status_follows(part, index):
        return True
    told_all = _ENJOYS.search(words) or (_OWNED.match(words) and part.pending)
    conditional = begins_condition(part.text, part.clauses[index]) and not told_all
    if any(known is not None for known in part.modals[index + 1 :]) and (told is None or conditional):
        return True
    return told is None and any(_OWNED.match(words_of(part.text, one)) for one in part.clauses[index + 1 :])


def _status_follows(part: Part, index: int) -> bool:
    """Whether the next clause only says what becomes of it: 业主转让住宅，其…权利一并转让."""
    words = part.words(index + 1) if index + 1 < len(part.clauses) else ""
    told = effect(words) if words.startswith("其") else None
    return told is not None and told.modality is Modality.CONSTITUTIVE


def _agent_follows(part: Part, index: int) -> bool:
    if index + 1 == len(part.clauses):
        return False
    clause = part.clauses[index + 1]
    return agent(part.text, part.mentions, clause.start, clause.end) is not None


def effect_norm(part: Part, index: int) -> tuple[Draft | None, int]:
    """The norm of a clause without a modal word, and the index of the last clause it takes."""
    clause, words = part.clauses[index], part.words(index)
    told = effect(words)
    by = agent_inside(part.text, part.mentions, clause)
    if by is not None:
        last = _end_of_agents_act(part, index, by)
        told = told if last == index else effect("由" + part.words(last))
        return _agent_norm(part, Clause(clause.start, part.clauses[last].end, clause.stop), by, told), last
    if told is None and _goes_without_subject(part, index):
        return _implied_duty(part, index, replace(inherited(part), span=None))
    who = subject(part.text, part.mentions, clause.start, clause.end)
    opens = told is not None and bool(_OPENS_WITH_EFFECT.match(words))
    if who is None or (not who.living and (told is None or opens)):
        who = from_pending(part) or (None if opens else who)
    if told is not None:
        return _told_norm(part, clause, who, told), index
    if who is None or not who.living or who.span is None:
        return None, index
    return _implied_duty(part, index, who)


def _end_of_agents_act(part: Part, index: int, by: tuple[int, Subject]) -> int:
    """Index of the clause that ends what an agent does: 由双方按照有关规定，在合同中约定."""
    start, who = by
    verb = who.span[1] if who.span is not None else start
    rest = part.text[verb : part.clauses[index].end]
    if not marks("adverbial_start", rest) or has_verb(rest):
        return index
    return action_bounds(part, index, verb).last


def _goes_without_subject(part: Part, index: int) -> bool:
    """A bare verb after a condition, with its subject in the sentence before."""
    words = part.words(index)
    return (
        bool(part.pending)
        and words_of(part.text, part.pending[-1]).endswith(("的", "后", "时"))
        and marks("adverbial_start", words)
        and has_verb(words)
        and from_pending(part) is None
    )


def _agent_norm(part: Part, clause: Clause, by: tuple[int, Subject], told: Told | None) -> Draft:
    """X由Y做: the bearer is Y; of 组成 and 产生 it is X."""
    start, who = by
    settle_condition(part, clause, clause.start, who)
    verb = who.span[1] if who.span else start
    rest = part.text[verb : clause.end]
    modality = agent_modality(told, who, rest)
    named = _topic_party(part, clause.start, start) or from_pending(part)
    if modality is Modality.CONSTITUTIVE and not rest.endswith("担任"):
        goes_on = start == clause.start and part.reader.carried.parties
        who = named or part.topic or (inherited(part) if goes_on else who)
    spoken_of = part.active.subject if part.active is not None and part.active.subject.stated else None
    part.topic = named or part.topic or spoken_of
    phrase = (_topic_before(part, clause) if start == clause.start else clause.start), clause.end
    action = agent_action(part.text, phrase, start, verb, modality)
    return make_draft(part, modality, who, action, deadline(part.text, clause.start, clause.end))


def _topic_party(part: Part, start: int, by: int) -> Subject | None:
    """The party that 由 speaks of; none where it only owns or takes part in the thing (业主大会的经费由…)."""
    named = leading_party(part.text, part.mentions, start, by)
    return None if named and named.span and part.text.startswith("的", named.span[1]) else named


def _topic_before(part: Part, clause: Clause) -> int:
    """Where the topic begins that a comma sets off from the clause (首次会议的经费，由…承担); else the clause."""
    if not part.dropped:
        return clause.start
    start, end = part.dropped[-1]
    return start if clause.start - end <= _COMMA else clause.start


def _told_norm(part: Part, clause: Clause, who: Subject | None, told: Told) -> Draft | None:
    if told.modality is Modality.CONSTITUTIVE:
        who = _status_of(part, clause, who, told.offset)
    elif who is not None and is_measured(part.text, who):
        who = for_thing(part, who)
    elif who is None or not who.living:
        who = part.topic or (for_thing(part, who) if who is not None else inherited(part))
    if _OWNED.match(words_of(part.text, clause)):
        _drop_topics(part)
    fronted = _fronted_object(part, told)
    settle_condition(part, clause, clause.start, who)
    start = fronted or _told_action(part, clause, who, told)
    idle = told.modality is Modality.DUTY and not who.living
    if idle and not _THINGS_DUTY.search(part.text, clause.start, clause.end):
        return None
    return make_draft(part, told.modality, who, (start, clause.end), deadline(part.text, clause.start, clause.end))


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
    if told.modality is Modality.DUTY:
        charge = _CHARGE.search(part.text, clause.start, clause.end - 1)
        return skip_stops(part.text, charge.end() if charge else behind)
    if told.modality is Modality.RIGHT:
        return skip_stops(part.text, behind if named else clause.start + told.offset)
    start = clause.start + told.offset
    if told.modality is not Modality.CONSTITUTIVE:
        return skip_stops(part.text, max(start, behind))
    short = 0 < told.offset <= _SHORT_TOPIC if not named else clause.end - start <= _SHORT_EFFECT
    return clause.start if short else skip_stops(part.text, start)


def _status_of(part: Part, clause: Clause, who: Subject | None, offset: int) -> Subject:
    """Whose status or ownership a clause fixes; no one's for mere things."""
    owner = _owner_behind(part, clause)
    if owner is not None:
        return owner
    if who is not None and who.living and who.span is not None and clause.start <= who.span[0]:
        relative = "的" in part.text[who.span[1] : clause.start + offset]
        return Subject((), who.span, living=False) if relative else who
    of_it = part.text.startswith("其", clause.start)
    if of_it or who is None:
        known = from_pending(part) or part.topic
        if known is not None:
            return known
        if of_it and part.reader.carried.parties:
            return replace(part.reader.carried, stated=False)
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


def _implied_duty(part: Part, index: int, who: Subject) -> tuple[Draft | None, int]:
    """A party and what it does, without a modal word: 居民委员会指导业主大会的工作."""
    clause = part.clauses[index]
    inside = who.span is not None and clause.start <= who.span[0] and who.span[1] <= clause.end
    start = who.span[1] if who.span is not None and inside else clause.start
    if _is_no_act(part, index, part.text[start : clause.end], inside):
        return None, index
    settle_condition(part, clause, clause.start, who)
    where = action_bounds(part, index, start)
    end = part.clauses[where.last].end
    last = part.clauses[where.last]
    told = effect(part.words(where.last)) if where.last > index else None
    if told is not None and told.modality is Modality.RIGHT:
        action = (max(last.start + told.offset, where.start), end)
        return make_draft(part, Modality.RIGHT, who, action, None), where.last
    modality = settled(Modality.DUTY, who, part.text, (where.start, end))
    if _DECIDES.match(part.text, where.start) and not is_private(who):
        modality = Modality.POWER
    return make_draft(part, modality, who, (where.start, end), deadline(part.text, clause.start, end)), where.last


def _is_no_act(part: Part, index: int, rest: str, inside: bool) -> bool:
    if inside and (rest.startswith(_POSSESSIVE) or len(rest) < 3 or _RELATIVE.match(rest)):
        return True
    if _ONLY_RULE.match(rest) or _SETTING.fullmatch(rest) or (inside and _OF_IT.match(rest)):
        return True
    adverbial = (marks("adverbial_start", rest) or rest.startswith("对")) and not has_verb(rest)
    return adverbial and index + 1 < len(part.clauses) and effect(part.words(index + 1)) is not None
