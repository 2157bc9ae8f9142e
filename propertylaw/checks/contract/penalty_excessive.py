"""CON002: a penalty for late payment or early leaving far above the loss."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from propertylaw.checks.fractions import fraction, limits
from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Clause, Sentence
from propertylaw.extraction.contracts.signs import signs, whole_steps
from propertylaw.extraction.contracts.statement import Statement
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Severity

_RATES = (
    ("{daily_rate}", "penalty_daily"),
    ("{rate_daily}", "penalty_daily"),
    ("{weekly_rate}", "penalty_weekly"),
    ("{monthly_rate}", "penalty_monthly"),
    ("{yearly_rate}", "penalty_yearly"),
    ("{share_of_sum}", "penalty_lump_share"),
)
_YEAR = {"penalty_daily": 365, "penalty_weekly": 52, "penalty_monthly": 12, "penalty_yearly": 1}


@check("CON002", "penalty_excessive", Severity.MEDIUM)
def penalty_excessive(contract: Contract) -> Iterator[Hit]:
    """违约金过高。

    违约金远高于逾期付款等通常造成的损失，可以请求法院酌减；预先放弃请求酌减的约定不被支持。

    会报告：业主逾期付款的，每逾期一日按应付金额的千分之三支付滞纳金。

    不报告：逾期付款的，按欠费额每日万分之三支付违约金，总额不超过欠费额的百分之二十。
    """
    yield from signs(contract, "penalty_excessive")
    for clause in contract.clauses:
        for sentence in clause.sentences:
            hit = _rate(clause, sentence) or _multiple(clause, sentence) or _lump(clause, sentence)
            if hit is not None:
                yield hit


def _rate(clause: Clause, sentence: Sentence) -> Hit | None:
    """A rate above its limit that no cap keeps moderate."""
    if not pattern("{penalty_words}").search(sentence.masked):
        return None
    for written, limit in _RATES:
        for match in pattern(written).finditer(sentence.masked):
            rate = fraction(match)
            if rate is None or rate < limits()[limit] or Statement(clause, sentence, match.span()).is_denied:
                continue
            if limit in _YEAR and (_moderated(sentence) or _of_no_debt(sentence, match.start())):
                continue
            if limit == "penalty_lump_share" and not _is_penalty_of(sentence, match.start()):
                continue
            return Hit(whole_steps(sentence, match), says=_yearly(rate, limit))
    return None


def _yearly(rate: Decimal, limit: str) -> str:
    if limit not in _YEAR:
        return f"占 {rate:.0%}"
    return f"折合年利率约 {rate * _YEAR[limit]:.1%}"


def _moderated(sentence: Sentence) -> bool:
    cap = pattern("{penalty_cap}").search(sentence.masked)
    share = fraction(cap) if cap else None
    return share is not None and share <= limits()["penalty_cap"]


def _of_no_debt(sentence: Sentence, position: int) -> bool:
    """Whether it is a share of a periodic fee for an act that is late, or taken off a fee: no interest on a debt."""
    before, around = sentence.masked[:position], sentence.masked[max(0, position - 30) : position + 30]
    late = pattern("{late_act}").search(before) and pattern("{share_of_period_fee}").search(around)
    return bool(late or pattern("{fee_taken_off}").search(around))


def _is_penalty_of(sentence: Sentence, position: int) -> bool:
    """Whether a share is that of a penalty and not of a reduction or a cap."""
    words = sentence.masked
    around = words[max(0, position - 40) : position + 40]
    return (
        pattern("{penalty_named}").search(around) is not None
        and pattern("{penalty_cap}").search(words) is None
        and pattern("{paid_back}").search(around) is None
    )


def _multiple(clause: Clause, sentence: Sentence) -> Hit | None:
    for match in pattern("{penalty_multiple}").finditer(sentence.masked):
        times = Decimal(2) if match["double"] else number(match["value"] or "")
        if times is None or times < limits()["penalty_multiple"]:
            continue
        words = sentence.masked[max(0, match.start() - 60) : match.end() + 30]
        if pattern("{market_rate}").search(words) and times <= Decimal(4):
            continue
        if not pattern("{penalty_named}").search(words) or pattern("{paid_back}").search(words):
            continue
        if not Statement(clause, sentence, match.span()).is_denied:
            return Hit(whole_steps(sentence, match), says=f"{times} 倍")
    return None


def _lump(clause: Clause, sentence: Sentence) -> Hit | None:
    match = pattern("{penalty_lump}").search(sentence.masked)
    if match is None or Statement(clause, sentence, match.span()).is_denied:
        return None
    words = sentence.masked[max(0, match.start() - 30) : match.end() + 10]
    if pattern("{paid_back}|{penalty_limit}").search(words):
        return None
    return Hit(whole_steps(sentence, match), says="一次性高额违约金")
