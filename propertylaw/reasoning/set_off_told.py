"""What is told of a set-off: what it took off which claim, in which order, what is open of it and asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from propertylaw.model import (
    Diagnostic,
    Effect,
    Locator,
    Question,
    SetOffFinding,
    SetOffPart,
    Severity,
    Truth,
)
from propertylaw.rulebook.set_off import set_off_rule

from .between_whom import MEANT, Told
from .case import Case
from .finding import Examined
from .ledger import NOTHING, Debt
from .program import FAILS
from .set_off_entries import (
    Account,
    Entry,
    arose,
    counts,
    defence_of_set_off,
    in_money,
    meant_by,
    off_from,
    rivals_of,
    titles,
    told_apart,
)
from .what_to_ask import Asking


def questions_left(accounts: Sequence[Account]) -> Iterator[tuple[int, tuple[Question, ...]]]:
    """Which of several debts was meant, where there is not enough for all; and whether the money of a claim that fails
    was, where what is left of the other way hangs on it."""
    parted = [one.entry for one in _parted(accounts)]
    for entry in (
        one for one in parted if one.meant is None and not any(rival.meant for rival in rivals_of(one, parted))
    ):
        asking = Asking(entry.case, entry.bench, entry.bench.examination(entry.part), None)
        yield entry.number, tuple(asking.numbers((MEANT,)))
    for account in accounts:
        entry, beside = account.entry, [one.debt for one in accounts if one.entry.ways == account.entry.ways]
        settled = any(debt.meant is Truth.TRUE for debt in beside) or not meant_by(account)
        if settled or account.debt != Debt(NOTHING, Truth.UNKNOWN) or entry.finding.result not in FAILS:
            continue
        asking = Asking(entry.case, entry.bench, entry.bench.examination(entry.part), None)
        yield entry.number, tuple(asking.numbers((MEANT,)))


def open_which(account: Account) -> bool:
    """Whether it is open if those are the debts that were meant."""
    return not any(debt.meant is Truth.TRUE for _, debt in account.against)


def legal_order(accounts: Iterable[Account]) -> str:
    """In which order several debts were set off by law; empty where that was told, or is open."""
    days = {one.entry.finding.title: arose(one.entry) or date.max for one in accounts if one.in_order}
    told = (f"“{title}”（{day}）" for title, day in sorted(days.items(), key=lambda one: one[1]))
    return f"各抵多少没有写明，担保、负担一样的按到期先后抵：{'、'.join(told)}" if days else ""


def set_off_of(accounts: Iterable[Account], new: Sequence[Examined], by: str | None) -> SetOffFinding:
    """What was set off between two people."""
    accounts = tuple(accounts)
    parts: list[SetOffPart] = []
    basis: list[Locator] = []
    for account in accounts:
        finding = new[account.entry.number].answered.finding
        off, answer = off_from(account, finding), defence_of_set_off(finding.defences)
        if off is not None and answer is not None:
            ways = {"claimant": finding.claimant, "respondent": finding.respondent}
            parts.append(SetOffPart(claim=finding.id, title=finding.title, off=off, **ways))
            basis += answer.basis
            basis += set_off_rule().order_basis if account.in_order else ()
    return SetOffFinding(by=by, parts=tuple(parts), basis=tuple(dict.fromkeys(basis)), order=legal_order(accounts))


def untold_how_much(accounts: Iterable[Account], case: Case) -> Iterator[Diagnostic]:
    """That it is open how much of each of several debts was set off, where there is not enough for all."""
    parted = _parted(accounts)
    for ways in dict.fromkeys(one.entry.ways for one in parted):
        some = [one.entry for one in parted if one.entry.ways == ways]
        yield Diagnostic(
            code="SUM005",
            severity=Severity.MEDIUM,
            message=f"{case.names[ways[0]]}对{case.names[ways[1]]}的{titles(some)}各抵掉多少没有写明，不够全部抵掉，"
            "各项只能算出范围；合起来只抵一次。通知没有指明、合同也没有约定的，先抵已到期的，再依次看担保少的、负担重的、先到期的",
            related=set_off_rule().order_basis,
            advice="每一项各写一行“用来抵销的到期债权”（setoff_sum），用 claim 写明是哪一项；通知指明只抵一项的，"
            "填 setoff_of_this_claim",
        )


def _parted(accounts: Iterable[Account]) -> list[Account]:
    """Several debts of one to another, of each of which it is open how much was set off."""
    found = [one for one in accounts if one.off.low != one.off.high and one.debt.owed.low == one.debt.owed.high]
    found = [one for one in found if not told_apart(one.entry)]
    return [one for one in found if sum(other.entry.ways == one.entry.ways for other in found) > 1]


def untold_with_whom(told: Told, entries: Iterable[Entry], case: Case) -> Iterator[Diagnostic]:
    """That it is open with whom somebody set off, where several claim from him, or owe him."""
    for row in told.notices:
        ways = [one.ways for one in entries if in_money(one.part) and told.between(row, *one.ways) is Truth.UNKNOWN]
        people = list(dict.fromkeys(person for pair in ways for person in pair if person != row.said_by))
        if people:
            by = case.names.get(row.said_by or "", "")
            yield Diagnostic(
                code="SUM005",
                severity=Severity.HIGH,
                message=f"{by or '谁'}的抵销没有写明是同谁抵的，可能是{'、'.join(case.names[one] for one in people)}："
                "抵销只在互负债务的两人之间，写明以前对各人都只算可能",
                related=set_off_rule().defence.basis,
                advice=f"在抵销的各行写上 {'' if by else 'said_by 和 '}towards: [{people[0]}]；"
                "同几个人都抵了的，各写一行、各写数额",
            )


def not_counted(told: Told, found: Iterable[Examined], case: Case) -> Iterator[Diagnostic]:
    """That somebody set something off, and no claim for money between those two counts it."""
    findings = [one.answered.finding for one in found]
    owing = [one for one in findings if one.result not in FAILS and (one.amount or one.reckoned)]
    for row in told.notices:
        between = [one for one in owing if told.between(row, one.claimant, one.respondent) is not Truth.FALSE]
        if between and not any(defence_of_set_off(one.defences) for one in between):
            claims = "、".join(dict.fromkeys(f"“{one.title}”" for one in between))
            yield Diagnostic(
                code="SUM005",
                severity=Severity.HIGH,
                message=f"表上说抵销了，{claims}没有计入：没有写明抵掉的就是这里请求的钱",
                related=set_off_rule().defence.basis,
                advice="抵掉的就是这里请求的钱的，填 setoff_of_this_claim、setoff_sum；其实是已经赔付、垫付给对方的，"
                "改填 paid_before_sum",
            )
            return


def out_of_time(accounts: Iterable[Account], by: str | None, case: Case) -> Iterator[Diagnostic]:
    """That a debt is out of time, as its debtor says, who set something off against it all the same (合同编通则解释
    58): which of the two he stands by is for him to say."""
    for account in accounts:
        finding = account.entry.finding
        barred = any(one.effect is Effect.BARS and one.truth is Truth.TRUE for one in finding.defences)
        others = meant_by(account)
        if barred and finding.respondent == by and others and counts(account.entry.answer):
            debtor = case.names[finding.respondent]
            yield Diagnostic(
                code="SUM005",
                severity=Severity.HIGH,
                message=f"“{finding.title}”已过时效，{debtor}提出了时效抗辩，又拿{titles(others)}来抵：过了时效的债，"
                "债务人自己愿意抵的可以抵掉；这里按时效抗辩算，没有减",
                related=(*set_off_rule().defence.basis, *set_off_rule().barred_basis),
                advice=f"请{debtor}选定：坚持抵销的，不填 limitation_raised",
            )
