"""Limitation of action: three years (民法典 188 I), begun anew by each act of the creditor (195), stopped by obstacles
of the last six months (194), moved from a day off to the next working day (203).

Judged as of the last suit; where none is known, as of the day of the form, which interrupts nothing.

Two years, or one, where they had run out before 民法总则 came into force (interpretation of 2018, articles 1 to 3).
An obstacle that was over by then only adds the days it took (民法通则 139, text not at hand; article 4 of 2018).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from propertylaw.model import Step

from .inputs import Inputs, MissingFactsError
from .working_days import LONGEST_BREAK, working_day_from

if TYPE_CHECKING:
    from propertylaw.model import Limitation
    from propertylaw.rulebook.earlier_limitation import EarlierPeriod, Kind

_GENERAL_PART_IN_FORCE = date(2017, 10, 1)
_YEARS = 3
_SUED = "起诉（申请仲裁、调解）而中断，程序终结后重新计算"
_HARM_KNOWN, _HARM_TO_BODY = "harm_known_date", "harm_to_person"
_PURSUED = "刑事程序没有结果的，不重新计算"


class Obstacle(NamedTuple):
    """A time in which the creditor could not claim: force majeure, no legal capacity, control by the debtor."""

    since: date
    until: date | None
    """None: it lasts."""


class Report(NamedTuple):
    """Harm reported to the police: the time begins anew only when it is known that the case goes no further, or when a
    judgment in it takes effect (诉讼时效规定 13)."""

    day: date
    over: date | None
    """That day; None: the case is still open, or nobody told what became of it."""
    untold: str = ""
    """The fact that would tell what became of it, where nobody told."""


class Acts(NamedTuple):
    """What interrupts limitation, what stops it, and as of which day it is judged."""

    days: tuple[date, ...]
    obstacles: tuple[Obstacle, ...]
    suits: tuple[date, ...] = ()
    """Those of the days that are suits or mediation: the time begins anew only when these are over."""
    judged: date | None = None
    """Where no suit is known: the day on which one would be brought."""
    reports: tuple[Report, ...] = ()

    @property
    def at_least(self) -> Acts:
        """What interrupts it if the cases of which nothing is told went no further at once."""
        return self._replace(reports=tuple(one._replace(over=one.day) if one.untold else one for one in self.reports))

    @property
    def untold(self) -> tuple[str, ...]:
        """Facts that would tell what became of what was reported."""
        return tuple(dict.fromkeys(one.untold for one in self.reports if one.untold))

    def in_order(self) -> list[tuple[date, date | None]]:
        """The days on which it is interrupted, each with the day from which it runs anew; None: it does not yet."""
        acts = [(day, day) for day in self.days]
        return sorted([*acts, *((one.day, one.over) for one in self.reports)], key=lambda act: act[0])


class End(NamedTuple):
    """The last day of a course of limitation."""

    bare: date | None
    """By the calendar alone; None while an obstacle lasts."""
    earlier: EarlierPeriod | None = None
    """The period of the older law, where it was over before that law changed."""

    @property
    def day(self) -> date | None:
        """With days off counted; None where their table does not reach, or while an obstacle lasts."""
        return None if self.bare is None else working_day_from(self.bare)

    def passed(self, act: date) -> bool | None:
        """Whether an act came too late; None where that hangs on days off that nobody knows yet."""
        if self.bare is None or act <= self.bare:
            return False
        if act > self.bare + LONGEST_BREAK:  # most acts are: the table of days off is large
            return True
        return None if self.day is None else act > self.day


def acts_of_creditor(inputs: Inputs, *demands: str) -> Acts:
    """Demands, acknowledgements, suits or mediation, and the obstacles; what follows the last suit counts no more.

    Args:
        inputs: the facts.
        demands: those that tell the days of demands.
    """
    suits = inputs.days("suit_date")
    demanded = {day for fact in demands for day in inputs.days(fact)}
    days = sorted([*demanded, *inputs.days("acknowledged_date"), *suits])
    if suits:
        days = [day for day in days if day <= suits[-1]]
    return Acts(tuple(days), _obstacles(inputs), suits, None if suits else inputs.on)


def with_reports(acts: Acts, inputs: Inputs) -> Acts:
    """What interrupts limitation, with what was reported to the police before the last suit."""
    last = acts.suits[-1] if acts.suits else date.max
    days = (day for day in inputs.days("crime_report_date") if day <= last)
    return acts._replace(reports=tuple(_report(day, inputs) for day in days))


def _report(day: date, inputs: Inputs) -> Report:
    over = next((end for end in inputs.days("crime_case_over_date") if end >= day), None)
    still_open = inputs.truth("crime_case_open")
    if over is not None or still_open:
        return Report(day, over)
    return Report(day, None, "crime_case_open" if still_open is None else "crime_case_over_date")


def out_of_time(start: date, acts: Acts, kind: Kind = "general") -> bool:
    """Whether no act of the creditor came within the time that ran from `start`, or from the act before it.

    Args:
        start: the first day from which it runs.
        acts: what interrupts and what stops it.
        kind: what is claimed, for times before October 2017.

    Raises:
        MissingFactsError: it hangs on days off past the end of their table.
    """
    for act, anew in (*acts.in_order(), *((day, day) for day in filter(None, (acts.judged,)))):
        late = act > start and end_of(start, acts.obstacles, kind).passed(act)
        if late is None:
            raise MissingFactsError
        if late:
            return True
        if anew is None:
            return False
        start = max(start, anew)
    return False


def course(start: date, acts: Acts, kind: Kind = "general") -> Iterator[Step]:
    """The course of limitation in words, to its last day."""
    yield Step(says=f"自 {start} 起算")
    for act, anew in acts.in_order():
        if act <= start == max(start, anew or date.max):
            continue
        end = end_of(start, acts.obstacles, kind)
        late = act > start and end.passed(act)
        if late is not False:
            yield Step(says=_last(end, acts.obstacles))
            yield Step(says=f"{act} 已{'超过' if late else '到放假安排尚未公布的日子，是否超过不明'}")
            return
        if anew != act:
            yield Step(says=_of_report(act, anew, acts))
        else:
            yield Step(says=f"{act} {_SUED if act in acts.suits else '中断，重新计算'}")
        if anew is None or (acts.suits and act == acts.suits[-1]):
            return
        start = max(start, anew)
    end = end_of(start, acts.obstacles, kind)
    yield Step(says=_last(end, acts.obstacles))
    if acts.judged is not None and acts.judged > start:
        yield from _as_of(acts.judged, end)


def course_since_act(acts: Acts, untold: str, kind: Kind = "general") -> Iterator[Step]:
    """The course of limitation from its first interruption, where the day is not told from which it ran before: from
    the interruption the whole time runs anew, if it had begun and was not over by then (民法典 195).

    Args:
        acts: what interrupts it, one act at least.
        untold: the title of the day that is not told.
        kind: what is claimed, for times before October 2017.
    """
    first = acts.days[0]
    sued = first in acts.suits
    earliest = years_after(first, -_YEARS)
    in_time = (
        f"在 {earliest} 至 {first} 之间" if earliest >= _GENERAL_PART_IN_FORCE else f"在 {first} 以前、这时还没有届满"
    )
    yield Step(says=f"“{untold}”没有填：{in_time}的，{first} {_SUED if sued else '中断，重新计算'}")
    if not (sued and first == acts.suits[-1]):
        yield from islice(course(first, acts, kind), 1, None)


def end_of(start: date, obstacles: tuple[Obstacle, ...], kind: Kind = "general") -> End:
    """The last day of the time that runs from a day: three years, unless the older period was over before."""
    if start < _GENERAL_PART_IN_FORCE:
        # The older periods are read only for the times that they were made for.
        from propertylaw.rulebook.earlier_limitation import earlier_limitation

        period = earlier_limitation().of(kind)
        end = _end(years_after(start, period.years), obstacles)
        if end.bare is None:
            return end
        if end.bare < _GENERAL_PART_IN_FORCE:
            return end._replace(earlier=period)
    return _end(years_after(start, _YEARS), obstacles)


def kind_of(limitation: Limitation, inputs: Inputs) -> Kind:
    """What a claim is for, as far as older periods tell it apart."""
    if limitation.earlier is not None:
        return limitation.earlier
    return "body" if limitation.starts == _HARM_KNOWN and inputs.truth(_HARM_TO_BODY) else "general"


def _end(bare: date, obstacles: tuple[Obstacle, ...]) -> End:
    """The last day of a time that would end on a day if nothing stopped it."""
    for obstacle in obstacles:
        if obstacle.since > bare or (obstacle.until or date.max) < _months_before(bare, 6):
            continue
        if obstacle.until is None:
            return End(None)
        if obstacle.until < _GENERAL_PART_IN_FORCE:
            first = max(obstacle.since, _months_before(bare, 6))
            bare += min(obstacle.until, bare) - first + timedelta(days=1)
        else:
            bare = _months_before(obstacle.until, -6)
    return End(bare)


def years_after(day: date, years: int) -> date:
    """The same day so many years later."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 2, 28)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    return _months_before(day, -months)


def _of_report(day: date, over: date | None, acts: Acts) -> str:
    """What a report does from its day on."""
    if over is not None:
        return f"{day} 报案而中断，{over} 知道不立案（撤案、不起诉）或者刑事裁判生效，重新计算"
    return f"{day} 报案而中断，{'刑事程序有没有结果没有说明：' if acts.untold else ''}{_PURSUED}"


def _as_of(day: date, end: End) -> Iterator[Step]:
    """Whether a suit brought on a day would be in time, where none is known."""
    late = end.passed(day)
    if late is False and end.bare is not None:
        yield Step(says=f"在 {end.day or end.bare} 以前（含当日）起诉或者催告，时效中断，没有超过")
    found = {True: "已超过", False: "没有超过", None: "是否超过不明（放假安排尚未公布）"}[late]
    yield Step(says=f"没有填起诉、申请调解的日期，按假定 {day} 起诉判断：{found}")


def _last(end: End, obstacles: tuple[Obstacle, ...]) -> str:
    stopped = "，有中止" if obstacles else ""
    if end.bare is None:
        return "障碍没有消除，时效中止"
    if end.earlier:
        from propertylaw.rulebook.earlier_limitation import earlier_limitation

        return f"{end.bare} 届满{stopped}：{end.earlier.says}，{earlier_limitation().says}"
    if end.day is None:
        return f"{end.bare} 届满{stopped}（该年放假安排尚未公布，遇休假日顺延）"
    moved = f"，遇休假日顺延至 {end.day}" if end.day != end.bare else ""
    return f"{end.bare} 届满{stopped}{moved}"


def _obstacles(inputs: Inputs) -> tuple[Obstacle, ...]:
    ends = inputs.days("obstacle_to")
    starts = inputs.days("obstacle_from")
    return tuple(Obstacle(since, next((end for end in ends if end >= since), None)) for since in starts)


def _months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))
