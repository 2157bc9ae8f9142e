"""Where an action begins and ends behind its modal word, past adverbials of time and open enumerations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from propertylaw.model import Modality, Span

from .clauses import marks, words_of
from .deadlines import has_time, periods
from .modality import Modal
from .sentences import Clause

_TIME = re.compile(
    r"(?:在|自|于|从|应)?[^，。；]{0,46}(?:内|前|后|时|之日起|起|期间|中|(?:前提|条件|情况|情形)下)"
    r"|分别自[^，。；]*之日起[^，。；]{0,12}内"
)
_CAUSE = re.compile(r"因(?!地制宜)|经(?![营常济费办])|未经|根据[^，。；]*(?:决定|委托|授权|同意)$")
_CONSENT = re.compile(r"经[^，。；]*(?:同意|通过|决定)$")
_FIRST = re.compile(
    r"(?:在)?(?P<act>征得[^，。；]*同意|提请[^，。；]*(?:同意|决定|通过)|征求[^，。；]*意见|与[^，。；]*协商)后"
)
"""An act that comes before another one, both of which have to be done (应当征得业主同意后，…)."""
_NOT_BEFORE = ("方可", "方能")
"""Behind what has to be done first (应当经批准并采取措施后，方可作业)."""
_ONLY_THEN = re.compile("方可|再|才")
_IN_LINE_WITH = re.compile("结合(?![^，。；]*(?:开展|制定|进行|予以|推[进行动]|提供|确定|划分|调整))")
"""With what in view the next clause acts, whatever it ends with (结合旧城改造，逐步完善…)."""
_ADDS = re.compile("并|且|以及|或者|和")
_PREPOSITION = re.compile(r"[对就将把与向]|违反")
_TOWARDS = re.compile("[对就与向]")
_ACTS_WITH = re.compile(
    r"订立|签订|续订|建立|协商|办理|提出|申请|出具|结清|设立|开设|明确|达成|(?:报告|备案|公布|公示|提供|移交|收取|支付|承担|反映|征求)(?!的)"
)
_ADOPTED = ("规约", "规则", "办法", "章程", "决定")
"""What is adopted rather than acted by (通过管理规约)."""
_DISPOSAL = re.compile(r"[将把]")
_DISPOSES = re.compile(
    r"公示|公布|公告|公开|打包|整合|合并|报|送|交(?!付)|移|存|纳|列|提供|告知|通知|通报|登记|备案|改|作为|用于|委托|转|载明|注明|抄|出租|出售|设置|反映|"
    r"进行|予以|给予|书面|挪|泄露|提请|分解|划|确定|退|追|张贴|列明|建档|保存|在[^，。；]{2,20}[内上中]"
)
_PLACE_OR_TIME = re.compile(
    r"(?:在|自|于)[^，。；]*?(?:内|中|前|后|时|上|期间|起|(?:指导|监督|领导)下|位置|现场|场所|网站|平台|公告栏|宣传栏)(?=[^，。；]{2})"
)
_LISTED_ON = re.compile(r"以及|或者|及(?!时)|和(?!解|谐)")
_PERFORMS = re.compile("(?:制定|拟[订定]|编制|履行|提供|执行|开展|做好|完成|遵守|承担|移交|报送)(?!的|机构|、|情况|等)")
_BY_RULES_DOES = re.compile(
    "(?:按照|依照|根据|依据)(?:国家|本?[省市]|有关|相关|法律|法规|和|、)*(?:规定|约定|要求)(?=[确划核审征报办组配设建交缴续补选委签公提移支承使维加])(?:以[^，。；]*|[^，。；以])(?!的)..[^，。；]*"
)
"""By which rules, and the act (按照有关规定确定配置标准)."""
_MAKES_KNOWN = re.compile("在[^，。；的]{2,12}(?:公[示布告开]|张贴|设[置立])(?!的)")
_PREPOSITION_LENGTH = 2
_GOES_ON = re.compile(r"的|或者|和|、")
_NOUN_END = re.compile(
    r"(?:规定|约定|要求|标准|办法|程序|方式|原则|比例|情况|因素|期限|范围|区域|职责|合同|规约|协议|授权|委托|形式|途径|平台|指导下|监督下|协调下|领导下|主持下|配合下|协助下|见证下|参与下|等|依据|"
    r"需要|用途|份额|面积|法规|法律|规划|计划|为单位|为基础|性质|实际|特定|部分|行为|决定|业主|服务|资料|部门|机关|机构|单位|委员会|办事处|政府|为由|名义|状况|规则|事故|规模|能力|特点|水平|分工|的顺序|次序|数量|总量|目录|方面)$"
)
_MEANS = re.compile(
    r"在[^，。；]*(?:现场|场所|位置|网站|平台)$|(?:参照|持|凭|就)[^，。；]*(?:文本|事项|问题|材料|证明)$|根据[^，。；]*意见$"
)
_ABOUT = re.compile("(?:建立|加强)?[对就]")
_LIGHT_VERB = re.compile("(?:进行|作出|予以|依法)[^，。；]{2,6}$|的[^，。；]{2,12}(?:制度|机制)$")
_OPENS_LIST = re.compile(r"(?:(?:建立|加强)对|包括|载明|写明|将|把|就|对|按照|根据|依照|在|以|向|与|从|通过)")
_DONE_WITH = re.compile(
    "会同[^，。；]*(?:制定|编制|拟[订定]|建立|发布|组织|开展|确定|公布|公开|完善|出台|负责|划定|核实|调整|指导|协调|推进|检查)"
)
"""Others to act with, and the act (会同有关部门制定标准)."""
_HAS_VERB = re.compile(
    r"进行|予以|给予|作出|公示|公布|公开|报|交|存入|纳入|承担|负责|移交|提供|告知|通知|登记|检查|约定|规定|答复|反映|确认"
)
_CLOSES_LIST = re.compile(
    r"等[^，。；]{0,8}(?:事项|内容|情况|资料|方面|因素|信息|材料|原则|标准|规定|单位|部门|方式|工作|文件|财物)|以及|等"
)
_IS_SETTLED = re.compile("(?:具体|其)[^，。；由的]{1,10}由[^，。；]{2,}")
"""A further matter and who settles it, which is nobody's manner of acting (可以采取甲方式，具体标准由乙约定)."""
_LONGEST_LIST = 5
_SHORTEST_ACT = 5
_LEADING_PERIOD = re.compile(
    r"(?P<since>(?:自|在|于|从)?[^，。；]{0,40}?(?:之日起|后|(?P<until>届满前)|前|起|时)?)的?"
    r"(?P<period>(?:(?P<ahead>提前)?[0-9０-９零一二三四五六七八九十百两半]+(?:个?工作日|日|天|个?月|年|个?小时))"
    r"(?:之内|以内|内|之前|前|(?(ahead)|(?(until)|(?!)))))，?"
)
_SINCE = re.compile(r"^(?:自|在|于|从|收到|接到|到)|(?:之日起|后|起)$")
_SHARE_OBJECT = "(?<!制定)(?<!拟[订定])(?<!编制)(?<!收集)(?<!统计)(?<!汇总)(?<!建立)(?<!落实)"
"""Verbs that share the object of the next one (制定并公布办法)."""
_AND = re.compile(
    r"(?<=制止)、(?=向)|(?P<next>(?<=意见)后，(?=[^，。；]{4})|后，?(?=报[^，。；]{2,}(?:审批|决定|批准|备案|同意|核准)))"
    r"|(?P<short>(?<=记录|登记|核实|复核)并(?=作出|答复|公开|书面|予以)"
    r"|(?<=[^，。；一合]{4})并(?=向|报告|告知|通知|通报|报送|协助))"
    rf"|(?<=[^，。；一合]{{4}}){_SHARE_OBJECT}并(?!处|购|列|入|且|作出处理)(?=[^，。；]{{4}})"
)
_ENUMERATES = re.compile("包[含括]|载明|写明")
_LISTED = re.compile("下列|以下")
_PRICE = re.compile(r"[^，。；]{0,12}(?:元|分之|[%％‰])")
_LIMIT = re.compile(r"少于|超过|低于|至少|延长|公[示告]")


class Bounds(NamedTuple):
    """Where an action stands."""

    start: int
    last: int
    """Index of the clause in which it ends."""
    time: Span | None
    """An adverbial of time or cause between the modal word and the verb."""


def bounds(text: str, clauses: Sequence[Clause], modals: Sequence[Modal | None], index: int, verb: int) -> Bounds:
    """The bounds of the action that begins at `verb`, in the clause at `index`."""
    start, last, time = skip_stops(text, verb), index, None
    known = modals[index]
    binding = known is not None and known.modality is Modality.DUTY
    while _goes_further(clauses, modals, last) and _sets_time(text, clauses, last, start, binding):
        time = time or ((start, clauses[last].end) if start < clauses[last].end else None)
        last += 1
        start = clauses[last].start
    first = last
    while _goes_further(clauses, modals, last):
        head = text[max(start, clauses[last].start) : clauses[last].end]
        closing = _list_end(text, clauses, modals, last, head)
        if binding and _FIRST.fullmatch(head):
            break
        if closing is not None:
            last = closing
        elif _IS_SETTLED.match(text, clauses[last + 1].start, clauses[last + 1].end):
            break
        elif is_adverbial(head.removeprefix("或者")) or (last > first and _lists_on(head)):
            last += 1
        else:
            break
    return Bounds(start, last, time)


def _lists_on(head: str) -> bool:
    """Whether a clause only adds to a list (…，以及乙)."""
    return _LISTED_ON.match(head) is not None and not has_verb(head)


def _goes_further(clauses: Sequence[Clause], modals: Sequence[Modal | None], last: int) -> bool:
    return last + 1 < len(clauses) and modals[last + 1] is None


def _sets_time(text: str, clauses: Sequence[Clause], index: int, start: int, binding: bool) -> bool:
    """Whether the words of a clause from `start` on are a time, a cause or nothing, and the act comes behind them.

    Consent that has to be sought (应当经…同意) is an act; whoever may act by consent does so on that condition.
    """
    head = text[start : clauses[index].end]
    if binding and text.startswith(_NOT_BEFORE, clauses[index + 1].start):
        return False
    if binding and _FIRST.fullmatch(head) and not _ONLY_THEN.match(text, clauses[index + 1].start):
        return False
    if not head or _TIME.fullmatch(head):
        return True
    if binding and _CONSENT.match(head):
        return False
    return bool(_CAUSE.match(head)) and not _ADDS.match(text, clauses[index + 1].start)


def is_adverbial(words: str) -> bool:
    """Whether a clause only says how, by what or towards what the next one acts (按照…规定)."""
    if _IN_LINE_WITH.match(words):
        return True
    return (marks("adverbial_start", words) or bool(_PREPOSITION.match(words))) and not has_verb(words)


def has_verb(words: str) -> bool:
    """Whether words that begin with an adverbial go on to a verb."""
    if words.startswith("通过") and words.endswith(_ADOPTED):
        return True
    if _DISPOSAL.match(words):
        return bool(_DISPOSES.search(words[2:]))
    if (_TOWARDS.match(words) and _ACTS_WITH.search(words)) or _DONE_WITH.match(words):
        return True
    if _PERFORMS.search(words, _PREPOSITION_LENGTH) or _BY_RULES_DOES.match(words) or _MAKES_KNOWN.match(words):
        return True
    place = _PLACE_OR_TIME.match(words)
    if place and not _GOES_ON.match(words, place.end()):
        return True
    return not (_NOUN_END.search(words) or _MEANS.match(words) or _TIME.fullmatch(words))


def _list_end(
    text: str, clauses: Sequence[Clause], modals: Sequence[Modal | None], index: int, head: str
) -> int | None:
    """Index of the clause that closes the enumeration which `head` opens; None when it opens none."""
    opens = _OPENS_LIST.match(head)
    if not opens or not ("、" in head or _ENUMERATES.match(head) or _ABOUT.match(head)):
        return None
    about = _ABOUT.match(head)
    done = _HAS_VERB.search(head[2:]) and not head.endswith("、")
    if done and (not about or _LIGHT_VERB.search(head)):
        return None
    for position in range(index + 1, min(index + _LONGEST_LIST, len(clauses))):
        if modals[position] is not None or _ADDS.match(text, clauses[position].start):
            return None
        words = words_of(text, clauses[position])
        if _CLOSES_LIST.search(words) and (not about or _LIGHT_VERB.search(words)):
            return position
    return None


class LeadingPeriod(NamedTuple):
    """自…之日起三十日内 at the start of an action."""

    since: Span | None
    period: Span
    start: int
    """Where the action proper begins."""


def leading_period(text: str, action: Span) -> LeadingPeriod | None:
    """The period that an action begins with, None when it begins with its verb."""
    match = _LEADING_PERIOD.match(text, *action) if has_time(text, *action) else None
    if match is None or match.end() >= action[1] - 1:
        return None
    since = match["since"]
    if since and not _SINCE.search(since):
        return None
    found = [period for period in periods(text, *match.span("period")) if period.within]
    if not found:
        return None
    return LeadingPeriod(match.span("since") if len(since) > 1 else None, found[0].span, skip_stops(text, match.end()))


def deadline(text: str, start: int, end: int) -> Span | None:
    """The period that limits an act, else one that recurs or that must not be exceeded."""
    if not has_time(text, start, end):
        return None
    found = periods(text, start, end)
    limits = [period.span for period in found if period.within]
    if limits:
        return limits[0]
    found = [period for period in found if not _PRICE.match(text, period.span[1], end)]
    lengths = (p.span for p in found if p.recurring or _LIMIT.search(text, max(start, p.span[0] - 4), p.span[0]))
    return next(lengths, None)


def separate_acts(text: str, action: Span) -> tuple[Span, ...]:
    """An action of several acts joined within its last clause (制止、向…报告并协助处理) as one span each."""
    start, end = action
    ordered = text.find("后", start, end) >= 0
    first = _FIRST.fullmatch(text, start, end) if ordered else None
    if first is not None:
        return (first.span("act"),)
    if not ordered and text.find("并", start, end) < 0 and text.find("、向", start, end) < 0:
        return (action,)
    if _ENUMERATES.match(text, action[0]) or _LISTED.search(text, *action):
        return (action,)
    found = []
    for match in _AND.finditer(text, max(text.rfind("，", start, end) - 1, start), end):
        if match["short"] or match["next"] or match.start() - start >= _SHORTEST_ACT:
            found.append((start, match.start()))
            start = match.end()
    return (*found, (start, end))


def skip_stops(text: str, position: int) -> int:
    """The next position that is neither blank nor comma."""
    while position < len(text) and (text[position].isspace() or text[position] in "，,"):
        position += 1
    return position
