"""CON066: one act has two periods of notice or two time limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rapidfuzz import fuzz

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Sentence
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.graph import NEARLY, Aspect, clashes, period
from propertylaw.model import Norm, Severity, Span
from propertylaw.rulebook import topics

_SAME_EVENT, _SHORTEST_EVENT = 90, 4
"""How like the events of two notices have to be, the shorter within the longer, and how long it has to be."""
_MONTH = 30
_PROVIDER, _OWNERS = "ⓅⒹ", "ⓄⒸⒶ"


@check("CON066", "conflicting_periods", Severity.MEDIUM)
def conflicting_periods(contract: Contract) -> Iterator[Hit]:
    """同一件事两个期限。

    同一方对同一件事的通知期、办理期限写了两次，长短不同，逾期与否取决于引用哪一条。

    会报告：第三条“乙方更换项目经理的，应当提前三十日书面通知甲方”，第九条“……应当提前十五日书面告知甲方”。

    会报告：期满前三十日双方没有提出终止的自动续期，另一条又写乙方不续约应当在期满九十日前通知。

    不报告：期满不续约提前九十日通知，不定期合同提前六十日通知解除；不是同一件事。

    怎样解决：改成一致，或者写明哪一条是特别约定。
    """
    told: set[Span] = set()
    for first, second in (*_clashing(contract), *_notices(contract), *_not_renewing(contract)):
        if second not in told:
            told.add(second)
            yield _hit(contract, first, second)


def _hit(contract: Contract, first: Span, second: Span) -> Hit:
    label = (contract.label_at(first[0]) or "").strip()
    said = contract.source.text[slice(*first)].strip()
    return Hit(second, says=f"{label}写“{said}”", related=contract.related_at(first[0]))


def _clashing(contract: Contract) -> Iterator[tuple[Span, Span]]:
    for one in clashes(contract.norms, topics()):
        if one.aspect is Aspect.PERIOD and one.first.text_span and one.second.text_span:
            yield one.first.text_span, one.second.text_span


def _notices(contract: Contract) -> Iterator[tuple[Span, Span]]:
    """Notices of one event that have to be given in two different times."""
    timed = [
        (norm, found)
        for norm in contract.norms
        if norm.condition and (found := period(norm)) and found.sense == "least" and norm.text_span
        if pattern("{notifies}").search(norm.action)
    ]
    for (one, own), (other, theirs) in combinations(timed, 2):
        differ = abs(own.value - theirs.value) > NEARLY * theirs.value
        if differ and set(one.bearer) & set(other.bearer) and _same_event(one, other):
            yield one.text_span or (0, 0), other.text_span or (0, 0)


def _same_event(one: Norm, other: Norm) -> bool:
    if one.text_span == other.text_span:
        return False
    first, second = (_event(norm.condition or "") for norm in (one, other))
    cases = [set(pattern("{other_case}").findall(event)) for event in (first, second)]
    alike = min(len(first), len(second)) >= _SHORTEST_EVENT and fuzz.partial_ratio(first, second) >= _SAME_EVENT
    return alike and cases[0] == cases[1]


def _event(condition: str) -> str:
    """The words of a condition that tell what happens."""
    return re.sub(r"[甲乙丙]方|的$|[，,]|需要|实施|进行|因|要求", "", condition)


@dataclass(frozen=True, slots=True)
class _Expiry:
    """A notice before the end of a fixed term that it shall not be renewed."""

    sides: str
    """Tokens of the parties that have to give it."""
    days: Decimal
    span: Span


def _not_renewing(contract: Contract) -> Iterator[tuple[Span, Span]]:
    before: list[_Expiry] = []
    for clause in contract.clauses:
        for sentence in clause.sentences:
            own = _expiry(sentence)
            if own is None:
                continue
            earlier = next((one for one in before if set(one.sides) & set(own.sides) and one.days != own.days), None)
            if earlier is not None:
                yield earlier.span, own.span
            before.append(own)


def _expiry(sentence: Sentence) -> _Expiry | None:
    words = sentence.masked
    match = pattern("{before_expiry}").search(words)
    if match is None or not all(pattern(f"{{{one}}}").search(words) for one in ("notice_not_to_renew", "not_renewed")):
        return None
    count = number(match["value"] or match["value_before"])
    unit = match["unit"] or match["unit_before"]
    sides = _sides(words, match)
    if count is None or not sides:
        return None
    return _Expiry(sides, count * (_MONTH if "月" in unit else 1), whole_steps(sentence, match))


def _sides(words: str, match: re.Match[str]) -> str:
    """Who has to give notice: both, or who is named before the verb."""
    verb = pattern("{notifies}|提出|声明").search(words, match.end())
    if pattern("{both_sides}").search(words, 0, verb.start() if verb else len(words)):
        return _PROVIDER + _OWNERS
    named = re.findall("[Ⓐ-Ⓩ]", words[: match.start()]) or re.findall("[Ⓐ-Ⓩ]", words[: verb.start() if verb else 0])
    last = named[-1] if named else ""
    return next((side for side in (_PROVIDER, _OWNERS) if last and last in side), "")
