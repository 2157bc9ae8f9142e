"""CON019: one debt has two days or periods of payment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Sentence
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Severity, Span, Table

_STEP = re.compile(r"[^，。；：:;,\n]+")
_SERVICE_FEE = "服务费"
_OUTSIDE = re.compile(r"不(?:包括|包含|含|计入|列入|属于)在?$")
"""What is not in a fee is another one."""
_USE = re.compile(r"住宅|商(?=[铺业])|办公|写字楼")
_WHOEVER = "的"
"""Ends a condition: what holds for those who pay otherwise is no day of payment."""
_LENGTHS = (("半年", 6), ("季", 3), ("月", 1), ("年", 12))


@dataclass(frozen=True, slots=True)
class _Due:
    fee: str
    payer: str
    """Token of the party that pays; empty where the text does not say."""
    use: str
    """Of the flats whose owners pay: dwellings, shops, offices; empty where the text does not say."""
    months: int | None
    """Length of the period."""
    day: str | None
    """Place and day within it."""
    order: str | None
    """Before or after the service."""
    span: Span

    def differs(self, other: _Due) -> bool:
        """Whether both cannot hold for one debt."""
        if self.fee != other.fee or (self.payer and other.payer and self.payer != other.payer):
            return False
        if self.use and other.use and self.use != other.use:
            return False
        periods = self.months and other.months and self.months != other.months
        days = self.day and other.day and self.day != other.day and self.months == other.months
        orders = self.order and other.order and self.order != other.order
        return bool(periods or days or orders)


@check("CON019", "conflicting_payment_dates", Severity.MEDIUM)
def conflicting_payment_dates(contract: Contract) -> Iterator[Hit]:
    """付款日矛盾。

    同一笔费用约定了两个付款时间，逾期的起算点无法确定。

    会报告：物业服务费按季交纳，每季度首月十日前付清。业主应当于每年一月十日前一次性交清全年物业服务费。

    不报告：物业服务费按季交纳，每季度首月十日前付清；水电费按月抄表，次月十五日前支付。

    不报告：物业服务费每平方米每月二元，按季度交纳；单价里的“每月”不是付款时间。
    """
    before: list[_Due] = []
    for start, dues in _by_place(contract):
        for index, due in enumerate(dues):
            earlier = next((one for one in (*dues[:index], *before) if one.differs(due)), None)
            if earlier is not None:
                yield _hit(contract, start, earlier, due)
                break
        before += [due for due in dues if due.fee == _SERVICE_FEE]


def _by_place(contract: Contract) -> Iterator[tuple[int, list[_Due]]]:
    """What is due by each clause, then by what annexes say outside clauses and by tables; with where it begins."""
    for clause in contract.clauses:
        if not pattern("{payer_chooses}").search(clause.masked):
            yield clause.start, list(_dues(clause.sentences))
    for sentence in contract.annex_sentences:
        yield sentence.span[0], list(_dues([sentence]))
    for placed in contract.outline.tables:
        yield placed.table.text_span[0], list(_tabled(contract, placed.table))


def _hit(contract: Contract, start: int, earlier: _Due, due: _Due) -> Hit:
    """Where the two stand in different places, the finding names the other one."""
    if start <= earlier.span[0]:
        return Hit(due.span)
    label = (contract.label_at(earlier.span[0]) or "").strip()
    said = contract.source.text[slice(*earlier.span)]
    return Hit(due.span, says=f"{label}写“{said}”", related=contract.related_at(earlier.span[0]))


def _dues(sentences: Iterable[Sentence]) -> Iterator[_Due]:
    fee = use = ""
    for sentence in sentences:
        for step in _STEP.finditer(sentence.masked):
            words = step[0]
            use = _use(words) or use
            named = pattern("{fee_named}").search(words)
            fee = _kind(words, named[0]) if named else fee
            if named and _OUTSIDE.search(words, 0, named.start()):
                fee = words
            if (
                words.endswith(_WHOEVER)
                or not pattern("{pays_in}" if named else "{pays}").search(words)
                or pattern("{broken_period}").search(words)
            ):
                continue
            if pattern("{no_due_day}").search(words) or pattern("{price_by_area}").search(words):
                continue
            due = _due(words, fee, use, whole_steps(sentence, step))
            if due is not None:
                yield due


def _tabled(contract: Contract, table: Table) -> Iterator[_Due]:
    """What a table of prices says in a column of days of payment."""
    titles = [contract.source.text[slice(*cell)] for cell in next(iter(table.rows), ())]
    column = next((at for at, title in enumerate(titles) if pattern("{due_heading}").search(title)), None)
    if column is None:
        return
    for row in table.rows[1:]:
        if column >= len(row):
            continue
        named = pattern("{fee_kinds}").search(contract.masked, row[0][0], row[-1][1])
        if named is not None:
            words = contract.masked[row[0][0] : row[-1][1]]
            due = _due(contract.masked[slice(*row[column])], _kind(words, named[0]), _use(words), row[column])
            if due is not None:
                yield due


def _use(words: str) -> str:
    flats = _USE.search(words)
    return flats[0] if flats else ""


def _kind(words: str, name: str) -> str:
    """Names of one fee count as one: the service fee has several; that of a parking space is another."""
    if pattern("车位|车库|停车").search(words):
        return f"停车{name}"
    return _SERVICE_FEE if pattern("{fee_of_service}").search(name) else name


def _due(words: str, fee: str, use: str, span: Span) -> _Due | None:
    day = pattern("{due_day}").search(words)
    period = pattern("{due_period}").search(words)
    order = pattern("{pay_order}").search(words)
    if day is None and period is None and order is None:
        return None
    every = (day["every"] if day else None) or (period[0] if period else "")
    months = next((length for name, length in _LENGTHS if name in every), None)
    place = f"{day['place'] or day['month'] or ''}/{number(day['day'])}" if day and (day["every"] or period) else None
    if day and len(pattern("{due_day}").findall(words)) > 1:
        months, place = 12 // len(pattern("{due_day}").findall(words)), None
    kind = pattern("{pay_order_after}").search(order[0]) is not None if order else None
    payer = pattern("{payer}").search(words)
    return _Due(
        fee,
        payer[0][-1] if payer else "",
        use,
        months,
        place,
        None if kind is None else str(kind),
        span,
    )
