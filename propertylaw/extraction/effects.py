"""Clauses without a modal word: by their effect (由…承担, 属于…共有, 负责…), or a party and what it does."""

from __future__ import annotations

import re

from propertylaw.model import Modality

from .actions import deadline, has_verb
from .agents import agent, agent_inside
from .bearers import deciding, from_pending, inherited
from .clauses import begins_condition, marks, words_of
from .conditions import settle_condition
from .done_by import agent_norm
from .draft import Draft, Subject
from .drafting import action_bounds, make_draft
from .modality import Told, effect, is_private, settled
from .sentences import Clause
from .state import Part
from .subjects import clusters, leading_party, subject, unnamed_body, unnamed_party
from .told import says_whose, told_norm

_DONE_BY = re.compile(
    r"(?:已经?|依法|应当)*由[^，。；]*(?:决定|确定|管理|使用|负责|承担|代收|代管|代交|设立|提供|配置|保管)的[^，。；]{1,30}$"
)
"""A thing by who decides on it (由业主共同决定的事项), which the sentence then speaks of."""
_SETTING = re.compile(r"(?:等)?(?:在[^，。；]*活动中)?")
_TOPIC = re.compile(r"(?:的[^，。；的]{2,8}|经费|费用|事项|工作|是否[^，。；]*)$")
_PERSON = re.compile(r"的(?:人|[一-龥]{1,6}人)$")
_OPENS_WITH_EFFECT = re.compile(r"(?:依法|并|同时|应|但)?(?:享有|不享有|不具有|有|承担|负责|履行|包括|不超过)")
_OF_SOMEBODY = (Modality.DUTY, Modality.CONSTITUTIVE)
_ENJOYS = re.compile(r"享有[^，。；]*权利?$")
_DECIDES = re.compile("(?:依法|审议)?决定|终止(?=[^，。；]{0,12}(?:资格|职务))")
_ASKS = re.compile(r"(?:持[^，。；]{2,24}?)?(?:按照规定)?(?:向[^，。；]{2,30})?(?:提出(?:书面)?申请|申请(?!人|材料))")
_NEED_NOT = re.compile("(?:均|都)?(?:无须|无需|不必)")
_SETTLED_BY = re.compile(r"(?:根据|按照|依照|依据|按)[^，。；]*(?:确定|计算|核定|认定)")
_INCLUDES = re.compile("包括[^，。；]*、")
_ENDS_LIST = re.compile("等[^，。；]{0,4}(?:条款|内容|事项|部分)$")
_LONGEST_LIST = 6
_COLONS = ("：", ":")
_POSSESSIVE = ("的", "人数", "任期", "之间", "等")
_OF_IT = re.compile(r"[^，。；的]{1,4}的[^，。；]*(?:条件|程序|办法|标准|方式|期限|内容|范围)$")
_OF_ITS_ACT = re.compile(r"[^，。；的]{4,16}的(?:条件|程序|办法|标准|方式|期限|范围)$")
"""How a party does something, which the next clause says more of (业主小组行使职责的程序，参照…执行)."""
_RELATIVE = re.compile("(?:依法|已经?|未)?[一-龥]{2}的(?!方式|形式)")
_STATE = re.compile("尚未|虽?已(?!经?由)")
"""How things stand with a party, before the sentence says what follows."""
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
    if set_off and effect(words) is None and (_agent_follows(part, index) or _measure_follows(part, index)):
        return True
    told = effect(words)
    if told is None and _status_follows(part, index):
        return True
    if told is not None and _is_mere_name(part, index):
        return True
    told_all = _ENJOYS.search(words) or (says_whose(words) and part.pending)
    conditional = begins_condition(part.text, part.clauses[index]) and not told_all
    if any(known is not None for known in part.modals[index + 1 :]) and (told is None or conditional):
        return True
    return told is None and any(says_whose(words_of(part.text, one)) for one in part.clauses[index + 1 :])


def _is_mere_name(part: Part, index: int) -> bool:
    """Whether a clause is no more than a party that a comma sets off (…或者其他负有监督管理职责的部门，可以…)."""
    if index + 1 == len(part.clauses):
        return False
    clause = part.clauses[index]
    party = leading_party(part.text, part.mentions, clause.start, clause.end)
    return party is not None and party.span == (clause.start, clause.end)


def _status_follows(part: Part, index: int) -> bool:
    """Whether the next clause only says what becomes of it: 业主转让住宅，其…权利一并转让."""
    words = part.words(index + 1) if index + 1 < len(part.clauses) else ""
    told = effect(words) if words.startswith(("其", "为")) else None
    return told is not None and told.modality is Modality.CONSTITUTIVE


def _measure_follows(part: Part, index: int) -> bool:
    """Whether the next clause says by what a thing is settled (业主的投票权，根据面积确定)."""
    return index + 1 < len(part.clauses) and _SETTLED_BY.fullmatch(part.words(index + 1)) is not None


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
        return agent_norm(part, Clause(clause.start, part.clauses[last].end, clause.stop), by, told), last
    if told is None and _goes_without_subject(part, index):
        return _implied_duty(part, index, inherited(part)._replace(span=None))
    who = subject(part.text, part.mentions, clause.start, clause.end)
    if told is not None and who is not None and who.living and who.span is not None:
        told = _told_behind(part.text, clause, who.span[1], told)
    if told is not None and told.modality in _OF_SOMEBODY and who is not None and not who.living:
        who = unnamed_body(part.text, clause.start, clause.start + told.offset) or who
    opens = told is not None and bool(_OPENS_WITH_EFFECT.match(words))
    if who is None or (not who.living and (told is None or opens)):
        who = _waiting(part, told) or (None if opens else who)
    if told is not None:
        last = _end_of_list(part, index)
        return told_norm(part, Clause(clause.start, part.clauses[last].end, clause.stop), who, told), last
    if told is None and (who is None or not who.living) and (decider := _by_whose_decision(part)) is not None:
        settle_condition(part, clause, clause.start, decider)
        return make_draft(part, Modality.POWER, decider, (clause.start, clause.end), None), index
    if who is None or not who.living or who.span is None:
        return None, index
    return _implied_duty(part, index, who)


def _end_of_list(part: Part, index: int) -> int:
    """Index of the clause that ends what a clause only opens (…一般包括：甲、乙等) or begins (包括甲，乙等条款)."""
    clause = part.clauses[index]
    if _INCLUDES.search(part.text, clause.start, clause.end):
        for place in range(index + 1, min(index + _LONGEST_LIST, len(part.clauses))):
            if part.modals[place] is not None:
                break
            if _ENDS_LIST.search(part.text, part.clauses[place].start, part.clauses[place].end):
                return place
    opens = clause.stop in _COLONS and part.text.endswith("包括", clause.start, clause.end)
    return len(part.clauses) - 1 if opens and not any(part.modals[index + 1 :]) else index


def _by_whose_decision(part: Part) -> Subject | None:
    """Who chooses by a decision of theirs that waits before the clause (…成立后，根据业主大会决定，选择…)."""
    clause = part.pending[-1] if part.pending and part.active is None else None
    return deciding(part, clause.start, clause.end) if clause is not None else None


def _told_behind(text: str, clause: Clause, behind: int, told: Told) -> Told | None:
    """What a clause does whose telling word is not in the name of its subject (负责…管理的部门实施检查)."""
    if told.modality is not Modality.DUTY or clause.start + told.offset >= behind:
        return told
    own = effect(text[behind : clause.end])
    return Told(own.modality, own.offset + behind - clause.start) if own is not None else None


def _waiting(part: Part, told: Told | None) -> Subject | None:
    """The party that waits before the clause for what it does."""
    known = _described(part) or from_pending(part)
    liable = told is not None and told.modality is Modality.LIABILITY
    return known or (_unnamed_doer(part) if liable else None)


def _described(part: Part) -> Subject | None:
    """The party that a waiting clause ends with, described in front of it (出席会议的候补委员，不享有…)."""
    clause = part.pending[0] if len(part.pending) == 1 else None
    if clause is None or part.text.find("的", clause.start, clause.end) < 0:
        return None
    groups = clusters(part.text, part.mentions, clause.start, clause.end)
    if not groups or groups[-1].end != clause.end or part.text[groups[-1].start - 1] != "的":
        return None
    return Subject(groups[-1].parties, (groups[-1].start, groups[-1].end))


def _unnamed_doer(part: Part) -> Subject | None:
    """Who did what waits before the clause, where it is no known party (经营者未尽到义务的，承担补充责任)."""
    if not part.pending:
        return None
    clause = part.pending[0]
    return unnamed_party(part.text, clause.start, clause.end)


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
    if told is not None and told.modality is Modality.CONSTITUTIVE:
        return make_draft(part, Modality.CONSTITUTIVE, who, (where.start, end), None), where.last
    modality = settled(Modality.DUTY, who, part.text, (where.start, end))
    if _DECIDES.match(part.text, where.start) and not is_private(who):
        modality = Modality.POWER
    frees = _ASKS.match(part.text, where.start, end) or _NEED_NOT.match(part.text, where.start, end)
    if modality is Modality.DUTY and frees:
        modality = Modality.RIGHT
    return make_draft(part, modality, who, (where.start, end), deadline(part.text, clause.start, end)), where.last


def _is_no_act(part: Part, index: int, rest: str, inside: bool) -> bool:
    if inside and (rest.startswith(_POSSESSIVE) or len(rest) < 3 or _RELATIVE.match(rest)):
        return True
    further = index + 1 < len(part.clauses)
    if inside and further and _STATE.match(rest):
        return True
    if rest.startswith("、") and further and part.text.startswith("由", part.clauses[index + 1].start):
        return True  # a list of what somebody else is to make (议事规则、管理规约的范本，由甲制定)
    if _ONLY_RULE.match(rest) or _SETTING.fullmatch(rest) or (inside and _OF_IT.match(rest)):
        return True
    if inside and further and _OF_ITS_ACT.match(rest) and effect(part.words(index + 1)) is not None:
        return True
    adverbial = (marks("adverbial_start", rest) or rest.startswith("对")) and not has_verb(rest)
    return adverbial and further and effect(part.words(index + 1)) is not None
