"""CON025: a price, date or rate is left blank."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity, Span

_STOPS = "，。；\n"


@check("CON025", "blank_left_open", Severity.MEDIUM)
def blank_left_open(contract: Contract) -> Iterator[Hit]:
    """空白未填。

    价格、日期或者比例等留空未填，合同内容未确定；条款之外的空白，如签订日期、附件里的数字，程度为低。

    会报告：物业服务费为每月每平方米____元，于每季度首月____日前交纳。

    不报告：本合同中划“/”的空格表示不适用；收费标准以附件一载明的为准。
    """
    text = contract.source.text
    blanks = [one.text_span for one in contract.outline.blanks]
    blanks += [match.span() for match in pattern("{placeholder}").finditer(text)]
    told = 0
    for start, end in sorted(blanks):
        clause = contract.clause_at(start)
        # In a clause room may be made of wide spaces; elsewhere they stand between two things to fill in.
        step = _step(text, start, end, 0, f"{_STOPS}　") if clause is None else _step(text, start, end, clause.start)
        if clause is None and start < told:
            continue
        told = step[1]
        if clause is None and not pattern("{signature_place}").search(text[slice(*step)]):
            yield Hit(step, severity=Severity.LOW)
        elif clause is not None and not pattern("{blanks_settled}").search(clause.masked):
            yield Hit(step)


def _step(text: str, start: int, end: int, first: int, stops: str = _STOPS) -> Span:
    """The words between the stops around a blank, from `first` on."""
    while start > first and text[start - 1] not in stops:
        start -= 1
    while end < len(text) and text[end] not in _STOPS:
        end += 1
    return start, end
