"""Terms of a sale: the agreed day, the penalty for delay by stages, its base and cap, what puts the day off.

A sentence holds several, so they are read part by part, between semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from propertylaw.model import Article, Locator, Quantity, Span, Term
from propertylaw.model.term import Stage, Start

from .blocks import blocks
from .figures import FRACTIONS, NUMBER, number
from .sentences import sentences
from .starts import start_of, starts_later
from .stretches import DAY, calendar_day
from .topics import topics_of

LATE = ("late_delivery", "late_certificate", "late_first_registration")
_STARTS = {one: f"{one}_start" for one in LATE}
"""The topics of from when a penalty runs."""
_DAYS = ("delivery_day", "certificate_day", "first_registration_day")
_REGISTERED = ("certificate_day", "first_registration_day")
_LATE_OF = dict(zip(_DAYS, LATE, strict=True))
_FAMILY = (*LATE, *_STARTS.values(), *_DAYS, "delivery_extension", "sale_price", "sale_rescission")
_N = f"({NUMBER})"
_D = "个?(?:自然|日历)?[日天]"
_PART = re.compile("[^；;。\n]+")
_CLAUSE = re.compile("(?:[^，,或]|或(?!者?未))+(?:[，,]|或者?)?")
"""What stands between commas, or before what else was not done: 未能…或者未能…"""
_FIRST_REGISTRATION = re.compile("(?:首次|初始)登记|大产证|大证|大确权|[总大]产权证|总证")
_OWN_CERTIFICATE = re.compile("转移登记|权属证书|不动产权证|(?<![总大])产权证|房产证|(?<![总大])产证|小证")
_MEASURED = re.compile(rf"{NUMBER}(?:个?月|个?工作日|{_D}|元)|[年月日分]之?{NUMBER}|{NUMBER}[%％‰‱]")
_ONCE_REGISTERED = re.compile(rf"(?:{_FIRST_REGISTRATION.pattern})[^，。；交收]{{0,8}}后")
_LEADS_IN = re.compile("[日天月](?:之内|以内|内|之前|以前|前)[，,]?$")
_EACH_OF_THEM = re.compile("任[一何]|[前上]述[^，。；]{0,6}(?:期限|时间|日期)")
_AMOUNT = re.compile(
    rf"(?:(?P<part>十万分之|(?<!十)万分之|千分之|百分之){_N}|{_N}(?P<sign>[%％‰‱])|(?P<yuan>{NUMBER})元)"
)
_DAILY = re.compile(
    "按[日天]|每[日天]|逐日|日(?=万分|千分|百分)|每(?:逾期|延迟|迟延|延误|延期|超过)(?:交[付房]|办证)?一?[日天]|[/／][日天]"
)
_MONTHLY = re.compile("按月|每个?月|月(?=万分|千分|百分)|每(?:逾期|延迟|迟延|延误|延期|超过)一?个?月|[/／]月")
_CAP = re.compile("不(?:得)?超过|不高于|累计|上限|最高|为限|封顶|至多")
_AS_CAP = "上限"
_CAP_WORDS = re.compile(
    "(?:违约金|累计|总额|合计|赔偿)[^，；]{0,12}(?:不(?:得)?超过|不高于|上限|最高|为限|封顶|至多)|为限|封顶|上限"
)
_ON_PRICE = re.compile(
    "(?:总|全部)(?:房|购房|价)(?:屋)?(?:价)?款?|(?:房屋|合同|商品房|房价款?|购房款)总(?:房)?(?:价|额)款?|总价款?"
)
_TO_DAY_BEFORE = re.compile("(?:至|到)[^，。；]{0,12}(?:的?前|上)[一1１]?[日天](?:[止，。；]|$|为止)")
_PAID = re.compile("已[付交支缴]")
_PENALTY = re.compile("违约金|赔偿|补偿|支付|承担|计付")
_WITHIN = re.compile(rf"(?:不超过|未超过|不足|不满|≤){_N}{_D}")
_OVER = re.compile(rf"(?<!不)(?<!未)(?:超过|满|逾){_N}{_D}|{_N}{_D}以上")
_FROM = re.compile(rf"第{_N}{_D}(?:起|开始|以后|之后)")
_FROM_TO = re.compile(rf"第?{_N}{_D}?(?:至|到|[-—~～]+)第?{_N}{_D}")
_ALL_DAYS = re.compile(
    "自[^，；。]{0,20}(?:届满|期满|期限|到期|交付日|约定|应[当]?交付|逾期)[^，；。]{0,14}(?:次日|第二[日天]|之日|之次日|第一[日天])?起"
)
_DAYS_LATER = re.compile(
    rf"[自从](?![^，；。]{{0,30}}(?:交付|收房|催告|通知|签订)之日)[^，；。]{{0,20}}(?:届满|期满|到期|逾期|超过|满){_N}{_D}(?:的?(?:之后|以后|后|次日|之次日))+的?(?:次日|第二[日天]|之日)?起"
)
"""A first day of the penalty that is not the first of the delay: 自交付期限届满60日后的次日起."""
_RELATIVE = re.compile(
    rf"(?P<from>(?:自|从|于|在)?[^，；。]{{0,16}}?(?:之日|日|后|之后))(?:起|起算)?[^，；。\d]{{0,4}}?(?P<n>{NUMBER})(?P<unit>个工作日|工作日|个月|{_D})(?:之内|以内|内|前)"
)
_GOES_ON = re.compile("继续履行|不解除|不退房")
_OF_ANOTHER = re.compile(
    "(?:买受人|买方|购房人|乙方)[^，。；]{0,10}(?:逾期|未|拒|迟延)|付款|首付|定金|保修|面积|贷款|装修|质量|资料|解除|退房款|退还"
)
_BREACH = re.compile("违约|逾期|未能|违反")
_ABOVE = re.compile("前[款条述]|上[款条述]")
_SALE = re.compile("买受人|购房|商品房|认购|买方|卖方")
_OF_SERVICE = re.compile(r"[#\s]*[^\n]{0,30}物业(?:管理|服务)[^\n]{0,10}(?:合同|协议)")
_TOTAL = re.compile(rf"(?:总价款?|总房[价款]款?|房价款|价款总额|总金额|成交价|购房款|房款)[^，。；\d]{{0,14}}?{_N}元")
_WITHIN_DAYS = re.compile(
    rf"(?<![起后第达到\d〇○零一二两三四五六七八九十百千.])(?<![起后]的){_N}{_D}(?:[（(][^（）()]*[）)])?(?:之内|以内|以下|内)"
)


def within_sale(topic: str) -> bool:
    """Whether a topic is one of a sale, told part by part."""
    return topic in _FAMILY


def delay_terms(text: str, articles: Iterable[Article], loose: Iterable[Span], whole: Locator) -> list[Term]:
    """The terms of a sale in a contract; none where it speaks of no sale, or is one for property service.

    Args:
        text: of the contract, folded.
        articles: in reading order.
        loose: lines outside the articles.
        whole: the contract, where those lines stand.
    """
    if not _SALE.search(text) or _OF_SERVICE.match(text):
        return []
    found = list(_terms(text, articles, loose, whole))
    later = {about: first for about in LATE if (first := _begins_with(about, found))}
    return [_begun_later(term, later) for term in found]


def _begins_with(about: str, terms: Iterable[Term]) -> int | None:
    """The day of delay with which the only rate of a penalty begins, where nothing is agreed for the days before."""
    own = [one for one in terms if about in one.topics]
    penal = [
        one
        for one in own
        if any(part.context != _AS_CAP and part.unit not in ("day", "month") for part in one.quantities)
    ]
    if len(penal) != 1 or any({about, _STARTS[about]}.intersection(one.not_understood) for one in own):
        return None
    stage = penal[0].stage
    alone = stage is not None and stage.exact and stage.last is None and not stage.whole
    return stage.first if stage is not None and alone and stage.first > 1 else None


def _begun_later(term: Term, later: Mapping[str, int]) -> Term:
    """The term with the first day of its penalty instead of a stage that is the only one."""
    first = next((later[one] for one in term.topics if one in later), None)
    if first is None or term.stage is None:
        return term
    start = Start(event="due", nth=first)
    return term.model_copy(update={"stage": None, "start": start, "topics": _with_start(term.topics)})


def _with_start(about: tuple[str, ...]) -> tuple[str, ...]:
    """Topics with those of from when the penalties among them run."""
    return tuple(dict.fromkeys((*about, *(_STARTS[one] for one in about if one in LATE))))


def _terms(text: str, articles: Iterable[Article], loose: Iterable[Span], whole: Locator) -> Iterator[Term]:
    before: tuple[str, ...] = ()
    beside = [("", list(_parts(text, line, whole))) for line in loose]
    for heading, parts in [*((one.heading, list(_parts_of(text, one))) for one in articles), *beside]:
        stage: Stage | None = None
        days: tuple[str, ...] = ()
        time: Decimal | None = None
        for place, (span, at) in enumerate(parts):
            words = text[slice(*span)]
            goes_on = place > 0 or bool(_ABOVE.search(words))
            ahead = days if _EACH_OF_THEM.search(words) else before
            term = _term(text, span, at, heading, ahead if goes_on else ())
            stage = _stage(words) or stage
            if term is not None:
                days += tuple(one for one in term.topics if one in _DAYS)
                time = next((one.value for one in term.quantities if one.unit == "day"), time)
                before = term.topics if any(one in (*LATE, *_DAYS) for one in term.topics) else before
                yield _later_stage(_from_the_first_day(term, time), stage)


def _from_the_first_day(term: Term, time: Decimal | None) -> Term:
    """The term without a stage that only says when delay begins: 自第181日起, where 180 days from the handover are in
    time."""
    begins = term.stage is not None and term.stage.last is None and term.stage.first - 1 == time
    return term.model_copy(update={"stage": None}) if begins else term


def _later_stage(term: Term, stage: Stage | None) -> Term:
    """The term with the stage of the part before it, where a buyer who may rescind goes on with the contract."""
    goes_on = term.quantities and term.stage is None and _GOES_ON.search(term.words)
    if not goes_on or stage is None or stage.first == 1:
        return term
    whole = bool(_ALL_DAYS.search(term.words))
    return term.model_copy(update={"stage": stage.model_copy(update={"whole": whole})})


def _parts_of(text: str, article: Article) -> Iterator[tuple[Span, Locator]]:
    for block in blocks(article, text):
        for span, at in [(block.paragraph.lead_span, block.paragraph.locator), *block.items]:
            yield from _parts(text, span, at)


def _parts(text: str, span: Span, at: Locator) -> Iterator[tuple[Span, Locator]]:
    for sentence in sentences(text, span):
        for match in _PART.finditer(text, *sentence.span):
            yield from ((part, at) for part in _registrations_apart(text, match.span()))


def _registrations_apart(text: str, span: Span) -> Iterator[Span]:
    """A part that measures the first registration of the building and then the certificate of the buyer, or the other
    way round, as one part for each: they are two duties, each with its own day and its own penalty. What is agreed for
    any of them is a part of its own."""
    start, about, led_in = span[0], "", 0
    for clause in _CLAUSE.finditer(text, *span):
        if about and _EACH_OF_THEM.search(clause[0]) and _MEASURED.search(text, start, clause.start()):
            yield start, clause.start()
            start, about, led_in = clause.start(), "", 0
        words = _ONCE_REGISTERED.sub("", clause[0])
        first, own = (bool(one.search(words)) for one in (_FIRST_REGISTRATION, _OWN_CERTIFICATE))
        if first == own:
            led_in = clause.start() if not first and _LEADS_IN.search(clause[0]) else 0
            continue
        now, begins = "first" if first else "own", led_in or clause.start()
        if about not in ("", now) and _MEASURED.search(text, start, begins) and _MEASURED.search(text, begins, span[1]):
            yield start, begins
            start = begins
        about, led_in = now, 0
    yield start, span[1]


def _term(text: str, span: Span, at: Locator, heading: str, before: tuple[str, ...]) -> Term | None:
    words = text[slice(*span)]
    about = _about(words, heading, before)
    if not about:
        return None
    late = any(one in LATE for one in about)
    read = tuple(penalty_amounts(text, span)) if late else ()
    periods = tuple(_periods(text, span, about))
    last = _last_day(words) if any(one in _DAYS for one in about) else None
    own = tuple(_total(text, span)) if "sale_price" in about else ()
    start = _start(words) if late else None
    return Term(
        locator=at,
        text_span=span,
        words=words.strip().rstrip("，,"),
        part=True,
        topics=_with_start(about) if start else about,
        quantities=(*read, *periods, *own),
        last_day=last,
        start=start,
        stage=_stage(words) if late else None,
        on_price=bool(read) and _on_price(words),
        to_day_before=bool(read) and bool(_TO_DAY_BEFORE.search(words)),
        not_understood=tuple(_not_understood(words, about, read, periods, last)),
    )


def _about(words: str, heading: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """The topics of a part; a penalty that names no breach of its own goes on with the part before it."""
    own = tuple(one for one in topics_of(words) if one in _FAMILY and one not in _STARTS.values())
    if own or _OF_ANOTHER.search(words) or not (_PENALTY.search(words) or _CAP_WORDS.search(words)):
        return own
    if not (_AMOUNT.search(words) or _BREACH.search(words)):
        return own
    under = tuple(one for one in topics_of(f"{heading}违约金") if one in LATE) if heading else ()
    late = tuple(one for one in before if one in LATE)
    return late or tuple(_LATE_OF[one] for one in before if one in _DAYS) or under


def penalty_amounts(text: str, span: Span) -> Iterator[Quantity]:
    """The rates, sums and caps of a penalty in a stretch of words: what is no rate says whether it is a cap."""
    words = text[slice(*span)]
    for match in _AMOUNT.finditer(words):
        value = number(match["yuan"] or match[2] or match[3])
        if value is None:
            continue
        size = match["part"] or match["sign"]
        clause = _clause(words, *match.span())
        ahead = words[: match.end() + 3]
        cap = bool(_CAP.search(clause)) and not _DAILY.search(clause)
        every = _latest(ahead, match.start())
        unit = "share" if size else "CNY"
        if not cap and every:
            unit = {("1", "日"): "1/day", ("1", "月"): "1/month", ("元", "日"): "CNY/day", ("元", "月"): "CNY/month"}[
                ("1" if size else "元", every)
            ]
        start = span[0] + match.start()
        yield Quantity(
            value=value / FRACTIONS[size] if size else value,
            unit=unit,
            text=match[0],
            text_span=(start, start + len(match[0])),
            context=_AS_CAP if cap else "一次" if unit in ("share", "CNY") else clause,
        )


def _latest(words: str, place: int) -> str:
    """Whether the last word before a number, or right behind it, counts days or months."""
    days = [one.end() for one in _DAILY.finditer(words)]
    months = [one.end() for one in _MONTHLY.finditer(words)]
    if not days and not months:
        return ""
    return "日" if max(days, default=-1) >= max(months, default=-1) else "月"


def _clause(words: str, start: int, end: int) -> str:
    while start and words[start - 1] not in "，,：:":
        start -= 1
    while end < len(words) and words[end] not in "，,：:":
        end += 1
    return words[start:end]


def _total(text: str, span: Span) -> Iterator[Quantity]:
    """The whole price."""
    for match in _TOTAL.finditer(text, *span):
        value = number(match[1])
        if value is not None:
            yield Quantity(value=value, unit="CNY", text=match[0], text_span=match.span(), context=match[0])


def _start(words: str) -> Start | None:
    """With which day of delay a penalty begins that has no stages; None where that is the first, or another day."""
    start = start_of(words) if _stage(words) is None else None
    return start if start and start.event == "due" else None


def _stage(words: str) -> Stage | None:
    """For which days of delay a rate holds."""
    if late_start := _DAYS_LATER.search(words):
        return _of_numbers(late_start[1], None, days_after=True)
    whole = bool(_ALL_DAYS.search(words))
    if found := _FROM_TO.search(words):
        return _of_numbers(found[1], found[2])
    ahead = words[: amount.start()] if (amount := _AMOUNT.search(words)) else words
    bound = _WITHIN.search(ahead) or _WITHIN_DAYS.search(ahead)
    most = number(bound[1]) if bound else None
    within = int(most) if most else None
    first = _FROM.search(words)
    over = _OVER.search(words)
    if first:
        return _of_numbers(first[1], None)
    if over:
        start = number(over[1] or over[2])
        if start is None:
            return None
        return Stage(
            first=int(start) + 1, last=within, whole=whole, exact=bool(re.search("超过部分|超出部分|超过的部分", words))
        )
    return Stage(first=1, last=within, exact=True) if within else None


def _of_numbers(first: str, last: str | None, *, days_after: bool = False) -> Stage | None:
    """The stage between two days; or after the first of them."""
    start, end = number(first), number(last) if last else None
    if start is None or (last and end is None):
        return None
    return Stage(first=int(start) + days_after, last=int(end) if end else None, exact=True)


def _last_day(words: str) -> date | None:
    days = {calendar_day(*one.groups()) for one in re.finditer(DAY, words)}
    return days.pop() if len(days) == 1 else None


def _periods(text: str, span: Span, about: tuple[str, ...]) -> Iterator[Quantity]:
    """Days or months within which a certificate or the first registration is due after the handover."""
    if not any(one in _REGISTERED for one in about):
        return
    words = text[slice(*span)].split("支付", 1)[0]
    for match in _RELATIVE.finditer(words):
        value = number(match["n"])
        if value is None or "工作日" in match["unit"]:
            continue
        start = span[0] + match.start("n")
        unit = "month" if "月" in match["unit"] else "day"
        yield Quantity(
            value=value,
            unit=unit,
            text=match[0],
            text_span=(start, span[0] + match.end("unit")),
            context=match["from"],
        )


def _on_price(words: str) -> bool:
    return bool(_ON_PRICE.search(words)) and not _PAID.search(words)


def _of_no_fact(quantity: Quantity) -> bool:
    """Whether it is agreed in a way that no fact holds: a sum for each month, a cap in money, a share once for all."""
    return (quantity.unit, quantity.context) in (("CNY", _AS_CAP), ("share", "一次")) or quantity.unit == "CNY/month"


def _not_understood(
    words: str, about: tuple[str, ...], read: tuple[Quantity, ...], periods: tuple[Quantity, ...], last: date | None
) -> Iterator[str]:
    """The topics of a part of whose terms not all was read."""
    late, days = (tuple(one for one in about if one in topics) for topics in (LATE, _DAYS))
    if late and _PENALTY.search(words) and not words.rstrip().endswith(("：", ":")):
        caps = any(one.context == _AS_CAP for one in read)
        if not read or (_CAP_WORDS.search(words) and not caps) or any(map(_of_no_fact, read)):
            yield from late
        elif starts_later(words) and _stage(words) is None and _start(words) is None:
            yield from (_STARTS[one] for one in late)
    if days and not late and last is None and not any("交" in one.context or "收房" in one.context for one in periods):
        yield from days
