"""AMB004: one thing under several names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.parties import default_finder
from propertylaw.model import Locator, Severity
from propertylaw.model.base import Model


class _Term(Model):
    preferred: str
    others: tuple[str, ...]
    former: tuple[str, ...] = ()
    """Those of them that earlier law used."""
    basis: Locator
    unless: str


@check("AMB004", "inconsistent_term", Severity.LOW, subject="regulation", message="同一事物用了不同的名称")
def inconsistent_term(regulation: Regulation) -> Iterator[Hit]:
    """同一主体或者同一款项在一个文件里有几个名称，又没有写明简称。

    名称不同，容易被理解为不同的主体或者款项，适用范围因此有争议。

    会报告：前文写专项维修资金，后文写公共维修基金。

    不报告：首次出现时写明“以下简称业委会”，其后用简称。

    怎样解决：统一用现行法律的名称，或者在首次出现时写明简称。
    """
    text = regulation.source.text
    bound = {norm.bearer_text for norm in regulation.norms}
    for term in _terms():
        if term.preferred not in text or (term.unless and pattern(term.unless).search(text)):
            continue
        for other in term.others:
            if default_finder().find(other) and other not in bound:
                continue  # one body's name may stand where it alone is meant; what counts is whom the norms bind
            at = text.find(other)
            if at >= 0 and regulation.locator_at(at):
                old = other in term.former and _said_twice(text, other, term.preferred)
                both = f"“{other}”与“{term.preferred}”"
                advice = f"统一为“{term.preferred}”，或者写明简称"
                yield Hit(
                    (at, at + len(other)),
                    says=f"{both}并列，{other}是旧称" if old else both,
                    advice=f"删去旧称“{other}”，只写“{term.preferred}”" if old else advice,
                    basis=(term.basis,),
                )
                break


def _said_twice(text: str, other: str, preferred: str) -> bool:
    """Whether both names stand side by side, as if they were two things."""
    return any(pattern(f"{one}(?:{{side_by_side}}){two}").search(text) for one, two in permutations((other, preferred)))


@cache
def _terms() -> tuple[_Term, ...]:
    return contract_data("terms", tuple[_Term, ...])
