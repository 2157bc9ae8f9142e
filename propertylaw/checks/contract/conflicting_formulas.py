"""CON068: one sum is to be worked out in two ways (`rules/contract/formulas.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Sentence
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Severity
from propertylaw.model.base import Model


class _Way(Model):
    says: str
    find: str


class _Formula(Model):
    title: str
    about: str
    unless: tuple[str, ...] = ()
    ways: tuple[_Way, ...]


@check("CON068", "conflicting_formulas", Severity.MEDIUM)
def conflicting_formulas(contract: Contract) -> Iterator[Hit]:
    """同一笔钱两种算法。

    计费方式、计费面积、公共能耗、酬金、逾期违约金在正文、附件里写了两种算法，发生争议时无法确定按哪一种。

    会报告：正文写公共照明电费已含在物业费里、不再分摊，附件写公共能耗由业主按面积分摊。

    不报告：业主逾期交费按一种利率，乙方逾期退款按另一种；不是同一笔钱。

    怎样解决：改成一种，或者写明各适用于什么情形。
    """
    sentences = [one for clause in contract.clauses for one in clause.sentences]
    for formula in _formulas():
        first: tuple[str, Sentence] | None = None
        for sentence in (*sentences, *contract.annex_sentences):
            found = _way(formula, sentence)
            if found is None:
                continue
            way, match = found
            if first is None:
                first = (way, sentence)
            elif first[0] != way:
                yield _hit(contract, formula.title, first, (way, sentence, match))
                break


def _way(formula: _Formula, sentence: Sentence) -> tuple[str, re.Match[str]] | None:
    """The way that a sentence names; None where it names none, or several and tells them apart itself."""
    words = sentence.masked
    if not pattern(formula.about).search(words) or any(pattern(one).search(words) for one in formula.unless):
        return None
    found = [(way, match) for way in formula.ways if (match := pattern(way.find).search(words))]
    if len(found) != 1:
        return None
    (way, match) = found[0]
    return way.says + _figure(match.groupdict()), match


def _figure(groups: Mapping[str, str | None]) -> str:
    value = number(groups.get("value") or groups.get("value_sign") or "")
    return "" if value is None else f"（{value.normalize():f}）"


def _hit(
    contract: Contract, title: str, first: tuple[str, Sentence], second: tuple[str, Sentence, re.Match[str]]
) -> Hit:
    (before, earlier), (after, later, match) = first, second
    label = (contract.label_at(earlier.span[0]) or "前面").strip()
    says = f"{title}：{label}写{before}，这里写{after}"
    return Hit(whole_steps(later, match), says=says, related=contract.related_at(earlier.span[0]))


@cache
def _formulas() -> tuple[_Formula, ...]:
    return contract_data("formulas", tuple[_Formula, ...])
