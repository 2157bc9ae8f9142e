"""Prices by the year of the contract (第一年1.5元, 第二年起1.8元): dated, where the contract names its first day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from propertylaw.model import Quantity, Term

from .figures import NUMBER, number
from .quantities import PRICE
from .stretches import first_day, later

_TERM = "contract_term"
_FIRST_YEARS = re.compile(rf"(?:前|头|最初)({NUMBER})个?(?:合同|服务)?年度?")
_YEAR = re.compile(
    rf"(?<!每年)第({NUMBER})(?:个?(?:合同|服务)?年度?)?(?:(?:至|到|、|和|[-—~～])第?({NUMBER}))?个?(?:合同|服务)?年度?"
    r"(?P<on>(?:及其?)?(?:起|以后|之后|往后))?"
)


def dated(terms: Iterable[Term]) -> Iterator[Term]:
    """The terms, with days for the prices of the years of the contract; as they are where its first day is not known.

    Args:
        terms: all of one contract.
    """
    told = tuple(terms)
    starts = {first_day(term.words.rsplit("\n", 1)[-1]) for term in told if _TERM in term.topics} - {None}
    start = starts.pop() if len(starts) == 1 else None
    for term in told:
        if start is None or not any(one.unit == PRICE for one in term.quantities):
            yield term
        else:
            quantities = tuple(_dated(one, start) for one in term.quantities)
            yield term.model_copy(update={"quantities": quantities})


def by_contract_year(words: str) -> bool:
    """Whether words name a year of the contract."""
    return bool(_YEAR.search(words) or _FIRST_YEARS.search(words))


def _dated(quantity: Quantity, start: date) -> Quantity:
    words = _FIRST_YEARS.sub(r"第一至第\1年", quantity.context or "")
    found = _YEAR.search(words) if quantity.unit == PRICE and "年" in words else None
    if found is None or quantity.since or quantity.until or "年" not in found[0]:
        return quantity
    first, last = number(found[1]), number(found[2] or found[1])
    if first is None or last is None or not 1 <= first <= last:
        return quantity
    since = later(start, 12 * (int(first) - 1))
    until = None if found["on"] else later(start, 12 * int(last)) - timedelta(days=1)
    return quantity.model_copy(update={"since": since, "until": until})
