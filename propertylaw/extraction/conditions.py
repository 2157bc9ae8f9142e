"""Which clauses before a norm are its condition, and which only name its bearer or its topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Span

from .clauses import begins_condition, ends_condition, marks
from .deadlines import periods
from .draft import Subject
from .sentences import Clause
from .state import Part
from .subjects import clusters, leading_party

_CASE = re.compile(
    r"(?:未经|经[^，。；]*(?:提议|同意|批准|授权)$|不属于|不?涉及|不?符合|属于[^，。；]*(?:事项|范围|问题|情形|的))"
)
_SETTING = re.compile(r"(?:等)?(?:在[^，。；]*活动中)?")
_ACTS = re.compile(r"(?![的等、与和及]|人数|任期|成员|委员)[^，。；]{4,}$")
_DOES = re.compile(
    r"(?:在?[^，。；]{0,8}(?:区域|小区|区划)内)?(?:召开|举办|建造|利用|调整|申请|使用|改变|装饰|装修|转让|出租|选聘|续聘|选举|设置|挖掘|从事|开展|进行|实施|办理|占用|解除|"
    r"修改|制定|停放|采取|采用|作出|饲养|种植|堆放|燃放|清洗|安装|搭建|更换|购买|查阅|确需)(?!后?的)(?![^，。；]*的[^，。；的]{1,10}$)[^，。；]{2,}$"
)
"""An act that opens a sentence without a party: whoever does it is bound (停放车辆，不得…)."""
_THING_OF = re.compile(
    r"的(?!行为|活动)[^，。；的]{1,10}$|(?:经费|费用|情况|(?<!决定)事项|资料|名单|方案|期限|标准|程序|办法|收益|资金|记录|结果|意见|人选|等设施|设施设备|等设备|等房屋)$"
)
_BESIDES = re.compile(r"(?:等)?(?P<rest>在|自|于|对|按照|根据|接受|发现|代为|接到|收到|受理(?!的))")
_DECIDES = re.compile("决定(?!的)[^，。；]*事项$")
"""On what a body decides, where the norm says how (业主大会决定前款事项，应当经…同意)."""
_BY_LEAVE = re.compile("经(?:[^，。；]{0,2})(?:推荐|批准|许可|同意)")
_PLACED = re.compile(r"在[^，。；]*[上中内]的[^，。；的]{1,8}")
"""A thing by where it counts (在会议上的投票权)."""
_HELD = re.compile("(?:依法|共同)?(?:享有|拥有|所有)的")
"""A thing by whose it is (业主依法享有的使用权，建设单位不得擅自处分)."""
_PLACE = re.compile(r"在?[^，。；]*(?:区划|区域|小区)内")
_TIME_END = re.compile(r"(?:(?<![平临])时|后|前|期间|(?<!本)阶段|之日起)$")
_CASE_IN_FRONT = re.compile(
    r"(?:(?:经|根据)(?![营常济费办])[^，。；]{2,40}(?:决定|同意|批准|授权|委托)|对[^，。；]{3,60}(?:行为|问题|情形|意见(?:和?建议)?))(?:[的后]|，)?$|"
    r"(?:^|(?<=[，。；]))(?:不(?!得|可|同|动产)|未|拒不|逾期|无法|确需|设置在|属于|位于|需要|符合)[^，。；的]{2,24}的$"
)
_ACT_IN_FRONT = re.compile(
    r"(?P<act>(?:行使|作出|违反|确定|接到|收到|发现|申请|审理|实施|执行|从事|处理|饲养|设立|提起)"
    r"(?!后)[^，。；的]{2,30}?(?<!(?<!法)[人者位门关部案约])(?<!依法))(?:都|均|也)?$"
)
"""What somebody does when the norm holds, between him and the modal word (业主行使权利不得…, 作出决定应当…)."""
_STEP = re.compile(
    "(?:超过|不足|未满|不满|达到)[^，。；]*部分$|[^，。；]*[米元户年倍一二三四五六七八九十](?:以上|以下|以内)的?部分$"
)
"""Of which part of a whole a rate holds (超过三十万平方米部分，按照…)."""
_OPEN_QUESTION = "是否"
_SHORTEST_TIME = 3
_CONTRAST = re.compile("(?:但是?|然而|不过|同时|其中(?=，|$)|并(?=[在自于]))，?")
_OBJECT = re.compile("对于?(?:(?!下列|以下)[^，。；])*(?:收益|收入|内容|事项|资料|资金|费用)")
_OBJECT_ALONE = re.compile(
    "(?!不|属于|涉及|决定|有|无|对)(?:[^，。；](?!下列|以下))*的[^，。；的]{0,8}(?:事项|内容|资料|名单|标准)"
)
"""What somebody has to do something with, put in front of him (须向业主公布的事项，业主委员会应当…)."""
_GOES_ON = re.compile("但|未|不|尚|已|无|没有|存在|具备|截[至止]|又|且|或者|以及")
_LISTED = re.compile(r"下列|以下")
_BY_RULE = re.compile("(?:按照|依照|根据)本[^，。；]{1,4}(?:第[^，。；]*[条款项])(?:的)?规定")
_ADDED = re.compile("还|也")
_BESIDE = re.compile("除(?:依法|按照[^，。；]*)?(?:履行|行使|遵守|承担|享有)[^，。；]*外$")
_MANNER = re.compile(r"(?:按照|依照|按)(?:各自)?(?:法定)?职责(?:分工)?")


def is_condition(part: Part, index: int) -> bool:
    """A clause with a modal word that is a condition all the same: …应当…有规定的，"""
    words = part.words(index)
    closes = words.endswith("的") and not words.endswith("目的")
    return index + 1 < len(part.clauses) and closes and not _LISTED.search(words)


def condition_until(part: Part, index: int) -> int:
    """Index of the last clause that closes a condition before the next modal word; -1 if there is none."""
    last = -1
    for position in range(index, len(part.clauses) - 1):
        if part.modals[position] is not None and not is_condition(part, position):
            break
        goes_on = part.active is not None and last < 0 and marks("join", part.words(index))
        adds = part.active is not None and marks("join", part.words(position))
        if position > index and (goes_on or adds):
            break
        if ends_condition(part.text, part.clauses[position]) or _CASE.match(part.words(position)):
            last = position
    return last


def begin_condition(part: Part, index: int) -> int:
    """Keep the clause at `index` for the condition of the next norm; returns the index behind it."""
    if part.active is not None:
        part.pending.clear()
        part.active = None
        part.condition = None
    part.pending.append(part.clauses[index])
    return index + 1


def settle_condition(part: Part, clause: Clause, verb: int, who: Subject) -> None:
    """The clauses before, or an adverbial of time before the verb, become the condition of what `who` does."""
    if part.pending:
        _drop_what_is_none(part, clause.start, verb)
    if part.pending:
        whole = part.pending[0].start, part.pending[-1].end
        part.condition = _without_bearer(part, _without_contrast(part, whole), who)
        part.pending = []
        if part.condition is not None:
            return
    own = _in_front_of(part, clause.start, verb)
    if part.condition is None or (own is not None and own[0] == clause.start):
        part.condition = own


def _drop_what_is_none(part: Part, start: int, verb: int) -> None:
    """Of the clauses that wait for the norm leave those that are a condition of it."""
    if len(part.pending) == 1 and _sets_an_object(part, part.pending[0]):
        _drop_clauses(part, part.pending)
    while part.pending and _is_bare_party(part, part.pending[0]):
        _drop_clauses(part, part.pending[:1])
    if part.pending and all(_is_topic(part, one, start, verb) for one in part.pending):
        _drop_clauses(part, part.pending)
    if len(part.pending) > 1 and ends_condition(part.text, part.pending[-2]) and _is_mere_thing(part, part.pending[-1]):
        part.dropped += ((part.pending[-1].start, part.pending[-1].end),)
        part.pending = part.pending[:-1]
    if len(part.pending) > 1 and _only_says_how(part, part.pending[0]) and ends_condition(part.text, part.pending[1]):
        _drop_clauses(part, part.pending[:1])
    if len(part.pending) == 1 and _ADDED.match(part.text, start, verb) and _is_beside(part, part.pending[0]):
        _drop_clauses(part, part.pending)
    if part.pending and all(_is_manner(part, one) for one in part.pending):
        _drop_clauses(part, part.pending)
    part.pending = [one for one in part.pending if not _CONTRAST.fullmatch(part.text, one.start, one.end)]


def _is_beside(part: Part, clause: Clause) -> bool:
    """Whether a clause only recalls other tasks, to which one is added (大会除履行法定职责外，还可以…)."""
    return _BESIDE.search(part.text, clause.start, clause.end) is not None


def _only_says_how(part: Part, clause: Clause) -> bool:
    """Whether a clause in front of a case only says by which rules it goes (按照第十条规定，委员会备案后，…)."""
    return _BY_RULE.fullmatch(part.text, clause.start, clause.end) is not None


def _drop_clauses(part: Part, clauses: Sequence[Clause]) -> None:
    """Words that are no condition; what they cite still counts (前款规定的资料，应当…)."""
    part.dropped += tuple((clause.start, clause.end) for clause in clauses)
    part.pending = part.pending[len(clauses) :]


def _is_bare_party(part: Part, clause: Clause) -> bool:
    """A party set off by a comma, or 业主在…活动中."""
    party = leading_party(part.text, part.mentions, clause.start, clause.end)
    if party is None or party.span is None or begins_condition(part.text, clause):
        return False
    return bool(_SETTING.fullmatch(part.text, party.span[1], clause.end))


def _is_topic(part: Part, clause: Clause, start: int, verb: int) -> bool:
    """A noun set before its verb (规划的车位、车库，应当…), or a mere place (建筑区划内)."""
    if leading_party(part.text, part.mentions, start, verb) is not None:
        return False
    if _PLACE.fullmatch(part.text, clause.start, clause.end) or _OPEN_QUESTION in part.text[clause.start : clause.end]:
        return True
    sets = ends_condition(part.text, clause) or begins_condition(part.text, clause) or _has_setting(part, clause)
    sets = sets or _STEP.match(part.text, clause.start, clause.end) is not None
    return not (sets or _GOES_ON.match(part.text, clause.start, clause.end))


def _is_mere_thing(part: Part, clause: Clause) -> bool:
    """Whether a clause behind a condition only names what the norm is about (…后，专有部分的养护，由…)."""
    if ends_condition(part.text, clause) or begins_condition(part.text, clause) or does(part, clause):
        return False
    goes_on = _GOES_ON.match(part.text, clause.start, clause.end)
    return goes_on is None and _THING_OF.search(part.text, clause.start, clause.end) is not None


def _has_setting(part: Part, clause: Clause) -> bool:
    """A party and then in which matter it acts: 任何单位和个人对违反本条例的行为，"""
    party = leading_party(part.text, part.mentions, clause.start, clause.end)
    if part.text.startswith("决定", clause.start) or does(part, clause):
        return True
    if party is None or party.span is None:
        return False
    behind = party.span[1], clause.end
    if _DECIDES.match(part.text, *behind):
        return True
    acts = _ACTS.match(part.text, *behind) and not _THING_OF.search(part.text, *behind)
    if _PLACED.fullmatch(part.text, *behind) or _HELD.match(part.text, *behind):
        return False
    return bool(_BESIDES.match(part.text, *behind) or acts)


def _sets_an_object(part: Part, clause: Clause) -> bool:
    """Whether a clause only sets the object in front of its verb (物业服务人对各项收益，应当单独列账)."""
    party = leading_party(part.text, part.mentions, clause.start, clause.end)
    start = party.span[1] if party is not None and party.span is not None else clause.start
    if party is None and _OBJECT_ALONE.fullmatch(part.text, start, clause.end):
        return True
    return _OBJECT.fullmatch(part.text, start, clause.end) is not None


def _is_manner(part: Part, clause: Clause) -> bool:
    """Whether a clause says no more than how a body acts that is charged with something (公安机关按照各自职责)."""
    party = leading_party(part.text, part.mentions, clause.start, clause.end)
    start = party.span[1] if party is not None and party.span is not None else clause.start
    return _MANNER.fullmatch(part.text, start, clause.end) is not None


def does(part: Part, clause: Clause) -> bool:
    """Whether a clause names an act and nobody who does it (停放车辆)."""
    return _DOES.match(part.text, clause.start, clause.end) is not None


def _without_bearer(part: Part, condition: Span, who: Subject) -> Span:
    """建设单位在竣工验收时，应当: the condition begins behind the party that the norm binds."""
    party = leading_party(part.text, part.mentions, *condition)
    if party is None or party.span is None or party.span[0] != condition[0] or party.parties != who.parties:
        return condition
    follows = _BESIDES.match(part.text, party.span[1], condition[1])
    return (follows.start("rest"), condition[1]) if follows else condition


def _without_contrast(part: Part, condition: Span) -> Span:
    contrast = _CONTRAST.match(part.text, *condition)
    return (contrast.end(), condition[1]) if contrast and contrast.end() < condition[1] else condition


def _in_front_of(part: Part, start: int, verb: int) -> Span | None:
    """When, by whose decision or against what the clause itself says that its bearer acts (经…决定可以)."""
    begin = start
    groups = clusters(part.text, part.mentions, start, verb)
    if groups and groups[0].start == start:
        start = groups[0].end
    elif groups and groups[0].start - start > _SHORTEST_TIME and _TIME_END.search(part.text, start, groups[0].start):
        return start, groups[0].start
    if start >= verb:
        return None
    if _BY_LEAVE.fullmatch(part.text, start, verb):
        return start, verb
    limits = [period.span for period in periods(part.text, start, verb) if period.within and period.span[1] == verb]
    verb = limits[-1][0] if limits else verb
    long_enough = verb - start > _SHORTEST_TIME or (limits and verb - start > 1)
    if not long_enough:
        return None
    if _TIME_END.search(part.text, start, verb):
        return start, verb
    act = _ACT_IN_FRONT.match(part.text, start, verb)
    if act is not None:
        return act.span("act")
    case = _CASE_IN_FRONT.search(part.text, start, verb)
    if case is None:
        return None
    timed = _TIME_END.search(part.text, begin, case.start())  # 业主大会成立后经业主大会同意可以…
    return (begin if timed else case.start()), verb
