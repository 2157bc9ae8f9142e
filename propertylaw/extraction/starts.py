"""From when a penalty for delay runs, by the words of its clause: after which event, and on which day after it.

Read is what such clauses say as a rule: 自催告期满次日起, 自第31日起, 自宽限期满次日起, 自起诉之日起. Of other words it
is only told that they name a day that is not the first of the delay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model.term import Event, Start

from .figures import NUMBER, number
from .stretches import DAY, calendar_day

_DAYS = "个?(?:自然|日历|工作)?[日天月年]"
_COUNTED = "个?(?:自然|日历)?[日天]"
_TIME_TO_PAY = rf"(?![^，。；,;]{{0,4}}{NUMBER}{_DAYS}(?:之内|以内|内|后?[，,]?[仍还尚未不]))"
"""What follows the beginning of a time to pay within, and no first day: 自收到通知之日起15日内, 起满20日仍未交."""
_PHRASE = re.compile(
    rf"(?:[自从由]|于(?=第|期满|逾期|催|宽限))(?P<day>(?:自然|[^，。；,;\n自从由])+)(?<![提发一])(?:起(?!诉)|开始){_TIME_TO_PAY}"
)
_BEGINS_ON = re.compile("起[算计始](?:日期?|时间|点)[为是:：](?P<day>[^，。；,;\n]+)")
_FROM_THE_DELAY = re.compile(
    f"逾期|欠|违约|延[迟期误]|迟延|到期|应[当]?|约定|规定|期限|期满|届满|[交缴付]|终止|解除|退出|{NUMBER}[日号]|次[日月年]|当[日月]|之日"
)
_LATER = re.compile(
    f"催|诉|仲裁|立案|受理|宽限|缓[交缴]|通知|告知|函|送达|收到|判决|(?:超过|逾|满){NUMBER}{_DAYS}|{NUMBER}{_DAYS}(?:以后|之后|后|期?满)"
    f"|第(?!一[日天]|1[日天]|二[日天]|2[日天]){NUMBER}{_DAYS}"
)
_BY_CALENDAR = re.compile(
    "(?:[次翌下]|后一)(?:一?个?)(?:自然|日历|公历)?(?:[月季周年]|半年|(?:[收计交缴付]费)?(?:周期|期(?!限)))"
    f"|[月季年]度?(?:[初末底]|首[日天]|最后)|当(?:[季年]|月(?!{NUMBER}[日号]))"
)
"""A month, a quarter or a year of the calendar with which it begins: 次月1日, 下一个季度首日, 次年."""
_DAY_OF_MONTH = re.compile(f"月份?的?(?P<day>{NUMBER})[日号]$")
_FREE_DAYS = f"(?<![月季年度期])[前首头](?P<free>{NUMBER}){_COUNTED}(?:之内|以内|内)?"
_NONE_YET = "[^，。；,;]{0,8}?(?:免予?[收计]|不予?加?[收计]|免除|免[交缴付])"
_FREE = re.compile(f"{_FREE_DAYS}{_NONE_YET}")
"""Days of a delay that bear no penalty: 前30日免收."""
_SOME_TIME_FREE = re.compile(f"(?:[首头]个?[月季年]|{NUMBER}{_DAYS}(?:之内|以内|内)?){_NONE_YET}")
_REMINDED = re.compile(
    f"催[告交缴收款费要讨]|宽限|(?:书面|发出|收到|送达)[^，。；]{{0,6}}通知|通知[^，。；]{{0,6}}送达"
    f"|(?:逾期|拖欠|超过|届满|期满|满|逾)[^，。；、\\d]{{0,4}}{NUMBER}{_DAYS}(?!起)"
)
"""A condition before the rate: a demand, a time of grace, so many days of delay."""
_EACH = re.compile(f"每(?:逾期|延[迟期误]|迟延|拖欠|超过)?(?:{NUMBER})?{_DAYS}")

_NEXT = "(?:的|之)*(?:次[日天]|第二[日天]|翌日)"
_SAME = "(?:的|之)*(?:当?[日天])"
_NTH = re.compile(f"^(?P<base>.*?)(?P<counted>起)?(?:的|之|后)*(?!(?<!起)第二[日天]$)第(?P<n>{NUMBER}){_COUNTED}$")
"""第31日, 收到催款通知之日起第31日."""
_DAYS_OVER = re.compile(
    f"^(?P<base>.*?)(?P<full>起|后|满|超过|逾(?!期)|届满|(?<!逾)期满|的)*(?<!第)(?P<n>{NUMBER}){_COUNTED}"
    f"(?P<over>(?:的?(?:宽限|缓[交缴]|催[告缴交款])?期限?)?(?:期?届?满|之后|以后|后|期))?(?P<next>{_NEXT})?(?P<same>{_SAME})?$"
)
"""逾期30日后的次日, 催告送达满20日, 15日宽限期满之日."""
_PERIOD_OVER = re.compile(
    f"^(?P<base>.*?)(?:期限?|期间)(?:届?满|终了|结束|过)?(?:之?后)?(?:之日(?=的|之))?(?:{_NEXT}|{_SAME})?$"
)
"""催告期限届满的次日, 宽限期满之日, 期满次日."""
_ALONE = re.compile(f"^(?P<base>.*?)(?:(?P<next>{_NEXT})|{_SAME})$")
_PERIOD = re.compile(
    f"(?<!第)(?P<n>{NUMBER})(?P<unit>{_DAYS})(?:[（(][^（）()]*[）)])?(?:的|之|以|后)*(?:内|宽限|缓[交缴]|期|[，,]?[仍还尚未不拒])"
    f"|(?:宽限期限?|期限)(?:[为是]|不[少超][于过])?(?P<m>{NUMBER})(?P<of>{_DAYS})"
)
"""A time that was given: 15日内, 给予30日的宽限期, 满20日仍未交."""
_DEMAND = re.compile("催[告交缴收款费要讨]|律师函")
_ARRIVES = re.compile("收到|接到|送达|到达|签收|收悉|催[告交缴收款费要讨]$")
_ANY_FORM = re.compile("口头|电话|当面|短信|微信|任[何一]|等(?:方式|形式)")
_ANOTHER_DAY = re.compile("第[二三四五2-5]次|最后|[两二三2-5]次|发出|寄出|邮寄|投递|作出|制作|张贴|公告")
_IN_WRITING = re.compile("书面|函|催[告交缴收款费](?:通知)?[书单]|通知[书单]")
_SUED = re.compile(
    "^(?:乙方|甲方|物业(?:服务)?(?:企业|公司|人)|出租人|守约方|权利人|向?人?民?法院|提起|民事|依法|正式)*(?:起诉|诉讼|申请仲裁|仲裁)$"
)
_OF_A_PERIOD = re.compile(
    "^(?:该|上述|前述|前款|本款|本条|逾期|给予的?|约定的?|合理的?|宽限|缓[交缴]|此|满|届满|期满|业主|仍未?交)*$"
)
"""What names no event: the time was given by the words before."""
_OF_THE_DEBT = re.compile(
    "逾期|拖欠|欠[费交缴付]|到期|期限|期满|届满|应[当]?[^催诉]{0,8}[交缴付]|约定|规定|[交缴付][款费纳房付]|付款|违约"
)
_OTHER = re.compile("[年月季]|诉|仲裁|判|裁|函|通知|送达|收到|告知|验收|签[订约]|生效|公[告示]|终止|解除")
"""What is no part of the words for a debt that is late."""


def start_of(words: str) -> Start | None:
    """From when a penalty runs; None where it is from the delay, or was not understood.

    Args:
        words: of its clause.
    """
    found = {_start(one["day"], words[: one.start()]) for one in _days(words)} | set(_after_free_days(words))
    later = found - {_FROM_DELAY}
    return later.pop() if len(later) == 1 else None


def reminded_first(before: str) -> bool:
    """Whether a demand, a time of grace or so many days of delay are a condition of a penalty.

    Args:
        before: the words of its clause before its rate.
    """
    return bool(_REMINDED.search(_EACH.sub("", before)))


def starts_later(words: str) -> bool:
    """Whether a day is named from which a penalty runs that is not the first of the delay, or a time free of it."""
    return bool(_SOME_TIME_FREE.search(words)) or any(
        _LATER.search(one["day"])
        or _BY_CALENDAR.search(one["day"])
        or not _FROM_THE_DELAY.search(one["day"])
        or _on_another_day(one["day"].removesuffix("起"), words[: one.start()])
        for one in _days(words)
    )


def _on_another_day(day: str, before: str) -> bool:
    """Whether a day of a month is named that does not follow one named before: 每月10日前, 自当月25日起."""
    named = None if re.fullmatch(DAY, day) else _DAY_OF_MONTH.search(day)
    number_of = number(named["day"]) if named else None
    due = [number(one) for one in re.findall(f"({NUMBER})[日号]", before)]
    return number_of is not None and not any(one is not None and one + 1 == number_of for one in due)


_FROM_DELAY = Start(event="due", nth=1)


def _after_free_days(words: str) -> Iterator[Start]:
    """The day after days of the delay that bear no penalty."""
    for one in _FREE.finditer(words):
        if (days := number(one["free"])) is not None:
            yield Start(event="due", nth=int(days) + 1)


def _days(words: str) -> Iterator[re.Match[str]]:
    """The words that name first days."""
    yield from _PHRASE.finditer(words)
    yield from _BEGINS_ON.finditer(words)


def _start(day: str, before: str) -> Start | None:
    """What the words for a first day say; None where they are not understood.

    Args:
        day: the words.
        before: those before them in the clause.
    """
    day = day.removesuffix("起")
    if date := re.fullmatch(DAY, day):
        stated = calendar_day(*date.groups())
        return Start(event="day", day=stated) if stated and re.search("逾期|欠|未|不交|违约金", before) else None
    if nth := _NTH.match(day):
        return _after(nth["base"], before, number(nth["n"]))
    if over := _DAYS_OVER.match(day):
        ended = over["over"] or over["next"] or (over["full"] and not over["same"])
        days = number(over["n"])
        return _after(over["base"], before, days + 1) if ended and days is not None else None
    if period := _PERIOD_OVER.match(day):
        return _end_of_period(period["base"], before)
    alone = _ALONE.match(day)
    base = alone["base"] if alone else day
    event = None if _BY_CALENDAR.search(day) else _event(base, "")
    if event == "due":
        return _FROM_DELAY
    if event is None or (alone is None and event != "suit") or (event != "suit" and not _ARRIVES.search(base)):
        return None
    return Start(event=_in_form(event, base + before), nth=1 if alone and alone["next"] else 0)


def _after(base: str, before: str, nth: object) -> Start | None:
    """The n-th day after what the words name, or the words before them."""
    event = _event(base, before)
    if event is None or nth is None or (event == "demand" and _ANOTHER_DAY.search(base)):
        return None
    return Start(event=_in_form(event, base + before), nth=int(str(nth)))


def _end_of_period(base: str, before: str) -> Start | None:
    """The day after the end of a time that was given; where it is not told how long that was, it follows a demand."""
    if not _DEMAND.search(base) and not _OF_A_PERIOD.match(base):
        return _FROM_DELAY if _event(base, "") == "due" else None
    event = _event(base, before)
    given = [*_PERIOD.finditer(_last_part(before))]
    if event is None or (not given and event == "due"):
        return None
    if not given:
        return Start(event=_in_form(event, base + before))
    last = given[-1]
    days, unit = number(last["n"] or last["m"]), last["unit"] or last["of"]
    if days is None or days != int(days) or "月" in unit or "工作" in unit:
        return None
    return Start(event=_in_form(event, base + before), nth=int(days) + 1)


def _event(base: str, before: str) -> Event | None:
    """What the words name; where they name nothing by themselves, what those before them do."""
    if _DEMAND.search(base):
        return None if _ANOTHER_DAY.search(base) else "demand"
    if _SUED.match(base):
        return "suit"
    if _OF_A_PERIOD.match(base):
        if not before and not base:
            return None
        return "demand" if _DEMAND.search(_last_part(before)) else "due"
    return "due" if _OF_THE_DEBT.search(base) and not _OTHER.search(base) else None


def _in_form(event: Event, words: str) -> Event:
    """A demand in the form that the words ask for."""
    in_writing = _IN_WRITING.search(words) and not _ANY_FORM.search(words)
    return "written_demand" if event == "demand" and in_writing else event


def _last_part(words: str) -> str:
    """The words after the last stop within a sentence."""
    return re.split("[；;。\n]", words)[-1]
