"""What two people set off against each other, taken off every claim of the dispute that it touches: money counts once.

民法典 557 I 2, 568, 合同编通则解释 55: both debts end to the same amount. A claim that only fails the other way, by
limitation or for want of proof, leaves nothing to set off with (58).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import (
    ClaimFinding,
    DefenceFinding,
    Diagnostic,
    Effect,
    Fact,
    Money,
    Question,
    Result,
    SetOffFinding,
    SetOffPart,
    Severity,
    Truth,
)
from propertylaw.rulebook.calculations.sums import cents, told_parts
from propertylaw.rulebook.set_off import own_set_off, set_off_rule

from .argument import sum_set_off
from .bench import Bench
from .between_whom import Owed, Told
from .case import Case
from .finding import Examined, examined
from .ledger import NOTHING, UNKNOWN, Debt, Range, left_of, one_debt, taken_off
from .linked import linked
from .one_sum import one_and_the_same
from .program import FAILS, SUCCEEDS, Part
from .sums import debt_of, following_of
from .what_to_ask import Asking
from .which_claims import Wanted

_ZERO = Decimal(0)
_NOTIFIED, _SUM, _MEANT = "setoff_notified", "setoff_sum", "setoff_of_this_claim"
_WRONG, _HARM = "setoff_against_wrong", "tort_damages_claimed"
_AROSE = "setoff_debt_date"
_OF_SET_OFF = frozenset({_NOTIFIED, _SUM, _MEANT, "setoff_claim_barred"})


class SetOffs(NamedTuple):
    """The claims after what was set off, and what that was."""

    case: Case
    found: list[Examined]
    told: tuple[SetOffFinding, ...] = ()
    doubts: tuple[Diagnostic, ...] = ()


class _Entry(NamedTuple):
    """A claim in the ledger."""

    number: int
    """Its place among the claims of the dispute."""
    wanted: Wanted
    case: Case
    """The dispute as this claim sees it."""
    first: Examined
    """How it came out before the ledger was looked at."""

    @property
    def finding(self) -> ClaimFinding:
        """The same."""
        return self.first.answered.finding

    @property
    def ways(self) -> tuple[str, str]:
        """Who asks, and of whom."""
        return self.finding.claimant, self.finding.respondent

    @property
    def part(self) -> Part:
        """The claim itself."""
        return self.wanted.pair[0]

    @property
    def bench(self) -> Bench:
        """Its two parties, with the facts as it sees them."""
        return self.case.bench(*self.ways).inside(self.part.claim.id)

    @property
    def answer(self) -> DefenceFinding | None:
        """Its defence of set-off."""
        defences = self.bench.examination(self.part).defences
        return next((one for one in defences if one.id == set_off_rule().defence.id), None)

    @property
    def meant(self) -> bool | None:
        """Whether the form says that its money was set off; None where it does not say."""
        return self.bench.facts.truth(_MEANT)

    @property
    def told(self) -> Range:
        """How much is said to be set off, by all notices together."""
        if parts := told_parts(self.bench.facts, _SUM):
            total = sum((one.value for one in parts), _ZERO)
            return Range(total, total)
        bounds = self.bench.facts.bounds(_SUM)
        return Range(*bounds) if bounds else UNKNOWN

    @property
    def declared(self) -> Range:
        """The same, whether or not the debt is proved: for what rests on a claim that is decided with it."""
        sums = {one for one in self.bench.facts.in_form(_SUM) if isinstance(one, Decimal)}
        return Range(min(sums), max(sums)) if len(sums) == 1 else self.told

    def with_facts(self, facts: Iterable[Fact]) -> _Entry:
        """The same claim in a form with these facts."""
        file = self.case.file
        file = replace(file, dispute=file.dispute.model_copy(update={"facts": tuple(facts)}))
        return self._replace(case=replace(self.case, file=file))

    def with_common_defence(self, more: Iterable[Fact]) -> _Entry:
        """The same claim with the common defence of set-off, in a form with more facts."""
        part, by, other = self.wanted.pair
        wanted = self.wanted._replace(pair=(part._replace(set_off=True), by, other))
        return self._replace(wanted=wanted).with_facts((*self.case.file.dispute.facts, *more))


class _Account(NamedTuple):
    """A claim with what a set-off takes off it."""

    entry: _Entry
    debt: Debt
    off: Range
    against: tuple[tuple[_Entry, Debt], ...]
    """The claims the other way."""
    in_order: bool = False
    """Whether the debts that fell due earlier went first."""
    joint: bool = False
    """Whether it is against another who owes jointly with the one who set off."""


def set_off(case: Case, found: Sequence[Examined]) -> SetOffs:
    """The claims as they come out once what was set off is taken off both ways.

    Args:
        case: the dispute.
        found: its claims, each examined by itself.
    """
    entries = [_Entry(number, one, case, found[number]) for number, one in enumerate(case.wanted)]
    owed = [Owed(*one.ways, one.part.claim.id) for one in entries if _in_money(one.part) and not _only_tried(one)]
    told = Told(case.file.dispute.facts, case.law.rules.facts, owed)
    if not told.notices:
        return SetOffs(case, list(found))
    whole, entries = entries, [_between_its_two(one, told, entries) for one in entries]
    groups = [(_declarer(some, told), some) for some in _groups(entries, told)]
    pairs = [_with_joint(_accounts(some, by), entries) for by, some in groups]
    accounts = {account.entry.number: account for some in pairs for account in some}
    after = [accounts[one.number].entry if one.number in accounts else one for one in entries]
    new = [_examined(one, accounts[one.number]) if one.number in accounts else one.first for one in entries]
    for number, questions in (asked for some in pairs for asked in _which(some)):
        new[number] = new[number]._replace(questions=(*new[number].questions, *questions))
    findings = tuple(_finding(some, new, by) for (by, _), some in zip(groups, pairs, strict=True))
    return SetOffs(
        replace(case, wanted=tuple(one.wanted for one in after)),
        new,
        tuple(one for one in findings if one.parts),
        (
            *_untold_with_whom(told, whole, case),
            *(doubt for (by, _), some in zip(groups, pairs, strict=True) for doubt in _out_of_time(some, by, case)),
            *(doubt for some in pairs for doubt in _untold_how_much(some, case)),
        ),
    )


def _between_its_two(entry: _Entry, told: Told, entries: Iterable[_Entry]) -> _Entry:
    """A claim in a form that tells what its two set off, and what counts between them because they owe jointly with one
    of those who did; where several could be meant, it is open whether its money is."""
    if not _in_money(entry.part):
        return entry
    counts = {id(row): told.between(row, *entry.ways) for row in told.rows}
    ways = {counts[id(row)] for row in told.notices}
    if Truth.TRUE not in ways and Truth.UNKNOWN not in ways:
        return _beside_joint_debtors(entry, told, entries)
    wanted = Truth.TRUE if Truth.TRUE in ways else Truth.UNKNOWN
    kept = {key for key, so in counts.items() if so in (Truth.TRUE, wanted)}
    if wanted is Truth.TRUE and len(kept) == len(counts):
        return entry
    new = entry.with_facts(_but(entry, told.rows, kept))
    if wanted is Truth.UNKNOWN and new.meant is None:
        new = new.with_common_defence((Fact(id=_MEANT),))
    return new._replace(first=examined(new.case, new.wanted))


def _beside_joint_debtors(entry: _Entry, told: Told, entries: Iterable[_Entry]) -> _Entry:
    """A claim between two of whom neither set off with the other: what was set off by others frees those who owe the
    same jointly (民法典 520 I)."""
    for other in entries:
        jointly = _owe_jointly(other, entry)
        kept = {id(row) for row in told.rows if told.between(row, *other.ways) is Truth.TRUE}
        if jointly is Truth.FALSE or not any(id(row) in kept for row in told.notices):
            continue
        new = entry.with_facts(_but(entry, told.rows, kept))
        if jointly is Truth.UNKNOWN:
            new = new.with_common_defence((Fact(id=_MEANT),))
        return new._replace(first=examined(new.case, new.wanted))
    new = entry.with_facts(_but(entry, told.rows, frozenset()))
    return new._replace(first=examined(new.case, new.wanted))


def _but(entry: _Entry, rows: Iterable[Fact], kept: Collection[int]) -> Iterator[Fact]:
    """The facts of the form without those lines on set-offs that are not kept, which are told by their identity."""
    gone = {id(row) for row in rows} - set(kept)
    return (one for one in entry.case.file.dispute.facts if id(one) not in gone)


def _owe_jointly(one: _Entry, other: _Entry) -> Truth:
    """Whether the respondents of two claims owe the same jointly."""
    if (one.finding.id, one.ways[0]) != (other.finding.id, other.ways[0]) or one.ways == other.ways:
        return Truth.FALSE
    ways = {one.finding.capacity, other.finding.capacity}
    if ways == {"joint"}:
        return Truth.TRUE
    may_be = any(way.kind == "joint" for way in other.part.head.capacities) and ways <= {"joint", None}
    return Truth.UNKNOWN if may_be else Truth.FALSE


def _groups(entries: Iterable[_Entry], told: Told) -> list[list[_Entry]]:
    """The claims in money between each two of whom one set off with the other: several, the same way or both."""
    between: dict[frozenset[str], list[_Entry]] = {}
    for one in entries:
        if _in_money(one.part) and any(told.between(row, *one.ways) is not Truth.FALSE for row in told.notices):
            between.setdefault(frozenset(one.ways), []).append(one)
    both = (some if len({one.ways for one in some}) > 1 else list(filter(_answers, some)) for some in between.values())
    return [some for some in both if len(some) > 1]


def _answers(entry: _Entry) -> bool:
    """Whether something may be set off against a claim where nothing is claimed the other way."""
    return own_set_off(entry.part.claim) is not None or bool(entry.meant)


def _declarer(group: Iterable[_Entry], told: Told) -> str | None:
    """Who of two set off; None where the form does not say, or both did."""
    two = {person for one in group for person in one.ways}
    rows = [row for row in told.notices if told.between(row, *two) is not Truth.FALSE]
    people = {row.said_by for row in rows}
    return people.pop() if len(people) == 1 else None


def _in_money(part: Part) -> bool:
    return part.claim.id not in set_off_rule().apart and any(remedy.pays for remedy in part.remedies)


def _accounts(pair: list[_Entry], by: str | None) -> list[_Account]:
    """What was set off between two people; nothing where no claim of theirs shows a set-off that may count."""
    pair = [one for one in pair if not _only_tried(one)]
    if len(pair) < 2 or not any(_may_count(one.answer) or one.meant for one in pair):
        return []
    pair = [_prepared(one, by, pair) for one in pair]
    pair = [_since(one, pair) for one in pair]
    debts = {one.number: _debt(one) for one in pair if one.meant is not False}
    return [_account(one, pair, debts, by) for one in pair]


def _only_tried(entry: _Entry) -> bool:
    """Whether a claim that nobody raised, of whose money nobody speaks, does not stand for sure."""
    raised = entry.case.dispute.claims or entry.bench.facts.told(_MEANT)
    return (
        not raised and own_set_off(entry.part.claim) is None and entry.finding.result not in {*SUCCEEDS, Result.SET_OFF}
    )


def _prepared(entry: _Entry, by: str | None, pair: Iterable[_Entry]) -> _Entry:
    """A claim that counts the set-off: by its own defence, where its respondent set something off against it, and the
    form does not say that it was against another; else by the common one, which asks whether this is the money that is
    meant."""
    named = any(one.meant for one in _rivals(entry, pair)) and not _told_apart(entry)
    if own_set_off(entry.part.claim) and entry.ways[0] != by and entry.meant is None and not named:
        return entry
    more = [Fact(id=_MEANT)] if entry.meant is None else []
    of_harm = entry.part.claim.id in entry.case.law.rules.facts[_HARM].taken_from
    wrongs = entry.case.law.rules.facts[_WRONG].taken_from
    if entry.ways[1] == by and of_harm and entry.bench.facts.truth(_WRONG) is None:
        more.append(Fact(id=_WRONG))
    elif entry.ways[1] == by and entry.part.claim.id not in wrongs:
        # Damages for a wrong are asked for elsewhere: the ban is on setting off against those (合同编通则解释 57).
        more.append(Fact(id=_WRONG, value=False))
    return entry.with_common_defence(more)


def _rivals(entry: _Entry, pair: Iterable[_Entry]) -> list[_Entry]:
    """Other claims of the same creditor, for other money, against which the same may have been set off."""
    others = (one for one in pair if one.number != entry.number and one.ways == entry.ways)
    answering = (one for one in others if own_set_off(one.part.claim) or one.meant)
    return [
        one
        for one in answering
        if one.meant is not False and one.finding.result not in FAILS and not _same_money(one, entry)
    ]


def _since(entry: _Entry, pair: Iterable[_Entry]) -> _Entry:
    """A claim in a form that tells from when the debt the other way was there, where the claims for it show that."""
    days = [_arose(one) for one in pair if one.ways != entry.ways and one.meant is not False]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days) or entry.bench.facts.day(_AROSE) is not None:
        return entry
    return entry.with_facts((*entry.case.file.dispute.facts, Fact(id=_AROSE, value=min(known))))


def _arose(entry: _Entry) -> date | None:
    """The first day of what a claim is about."""
    time = entry.part.claim.time
    days = [day for id in time.starts if (day := entry.bench.facts.day(id))] if time else []
    return min(days, default=None)


def _debt(entry: _Entry) -> Debt:
    """What a claim comes to without the set-off; nothing, where it may not be set off at all."""
    meant = Truth.UNKNOWN if entry.part.set_off and not entry.meant else Truth.TRUE
    if not _may_count(entry.answer):
        return Debt(NOTHING, meant)
    bare = entry.with_facts(one for one in entry.case.file.dispute.facts if one.id not in (_NOTIFIED, _SUM))
    finding = examined(bare.case, bare.wanted).answered.finding
    money = debt_of(bare.bench.examination(bare.part), bare.bench)
    if finding.result in FAILS:
        return Debt(NOTHING, meant)
    if money is None:
        return Debt(UNKNOWN, meant)
    stands = finding.result in SUCCEEDS or finding.at_least_partly
    wholly = entry.with_facts((*bare.case.file.dispute.facts, *_notices(entry), Fact(id=_SUM, value=money.high)))
    late = following_of(wholly.bench.examination(wholly.part), wholly.bench)
    low, high = (money.low or _ZERO), money.high
    if late is not None:
        low, high = low + (late.low or _ZERO), high + late.high
    return Debt(Range(low if stands else _ZERO, high), meant)


def _notices(entry: _Entry) -> Iterator[Fact]:
    """What the form says of notices of set-off."""
    return (one for one in entry.case.file.dispute.facts if one.id == _NOTIFIED)


def _account(entry: _Entry, pair: Iterable[_Entry], debts: Mapping[int, Debt], by: str | None) -> _Account:
    """A claim with what is taken off it, in a form that says so."""
    others = [one for one in pair if one.number in debts and one.ways != entry.ways]
    beside = [one for one in pair if one.number in debts and one.ways == entry.ways]
    rivals = [] if _told_apart(entry) else [some for some in linked(beside, _same_money) if entry not in some]
    sure = any(debts[one.number].meant is Truth.TRUE for one in others)
    told = entry.declared if sure else entry.told
    debt = debts.get(entry.number, Debt(NOTHING, Truth.FALSE))
    ways = _as_ones(rivals, debts), _as_ones(linked(others, _same_money), debts)
    first = _due_before(entry, rivals, by)
    if told.high and first is not None:
        off = left_of(told, [debts[one.number] for one in first], ways[1])
    else:
        off = taken_off(told, debt.meant, *ways) if told.high else told
    off = off.limited(debt.owed) if rivals else off
    against = tuple((one, debts[one.number]) for one in others)
    if told.high and off.high == 0 and debt.owed != NOTHING and debt.meant is Truth.UNKNOWN:
        return _Account(_spared(entry, [one for some in rivals for one in some]), debt, NOTHING, against)
    if entry.number in debts and debt.owed == NOTHING and entry.part.set_off:
        return _Account(_without_set_off(entry), debt, off, against)
    return _Account(_with_sum(entry, off, _why(others)), debt, off, against, in_order=first is not None)


def _due_before(entry: _Entry, rivals: Iterable[Iterable[_Entry]], by: str | None) -> list[_Entry] | None:
    """The debts of who set off that go before another of his, where the form names several and not how much of each:
    those that fell due before it (民法典 560 II); None where that rule does not say."""
    others = [one for some in rivals for one in some if not _told_apart(one)]
    days = {one.number: _arose(one) for one in (entry, *others)}
    day = days[entry.number]
    if not others or entry.ways[1] != by or not all(one.meant for one in (entry, *others)):
        return None
    if day is None or None in days.values() or len(set(days.values())) < len(days):
        return None
    return [one for one in others if (due := days[one.number]) is not None and due < day]


def _why(others: Collection[_Entry]) -> str:
    """Why as much of a claim is set off, and no more."""
    return f"按反方向请求的{_titles(others)}算能抵的" if others else "同一笔债权只抵一次，这里抵的部分"


def _order(accounts: Iterable[_Account]) -> str:
    """In which order several debts were set off by law; empty where that was told, or is open."""
    days = {one.entry.finding.title: _arose(one.entry) or date.max for one in accounts if one.in_order}
    told = (f"“{title}”（{day}）" for title, day in sorted(days.items(), key=lambda one: one[1]))
    return f"各抵多少没有写明，担保、负担一样的按到期先后抵：{'、'.join(told)}" if days else ""


def _without_set_off(entry: _Entry) -> _Entry:
    """A claim that fails by itself, without a word of what would have been set off; that it may not be is told."""
    if not _may_count(entry.answer):
        return entry
    return entry.with_facts(one for one in entry.case.file.dispute.facts if one.id not in _OF_SET_OFF)


def _spared(entry: _Entry, rivals: Iterable[_Entry]) -> _Entry:
    """A claim of whose money nobody speaks, where all that was set off goes to those that are meant."""
    whole = Fact(id=_MEANT, value=False, evidence=(f"抵掉的是{_titles(rivals)}",))
    return entry.with_facts((*(one for one in entry.case.file.dispute.facts if one.id != _MEANT), whole))


def _told_apart(entry: _Entry) -> bool:
    """Whether the form says of this claim alone how much of it is set off."""
    return any(fact.claim == entry.part.claim.id for fact in entry.bench.facts.told(_SUM))


def _as_ones(groups: Iterable[Iterable[_Entry]], debts: Mapping[int, Debt]) -> list[Debt]:
    """Each group of claims for the same money as one debt."""
    return [one_debt(debts[one.number] for one in some) for some in groups]


def _same_money(one: _Entry, other: _Entry) -> bool:
    return one_and_the_same(one.finding, other.finding, one.case)


def _with_sum(entry: _Entry, off: Range, proof: str) -> _Entry:
    """The claim with the sum that can be set off in the place of the one that was told, where they differ."""
    told = entry.bench.facts.told(_SUM)
    if off == entry.told or off.high is None or not told:
        return entry
    sums = {"low": None, "high": None} if off.low == off.high else {"value": None, "low": off.low, "high": off.high}
    if len(told) > 1:
        sums |= {"since": None, "until": None}  # which of several notices it was that took effect is open
    new = told[0].model_copy(update={"value": off.high, **sums, "claim": None, "evidence": (*told[0].evidence, proof)})
    return entry.with_facts((*(one for one in entry.case.file.dispute.facts if one.id != _SUM), new))


def _with_joint(accounts: list[_Account], entries: Iterable[_Entry]) -> list[_Account]:
    """What was set off, also against others who owe jointly with one of the two: it frees them too (民法典 520 I)."""
    done = {one.entry.number for one in accounts}
    found = list(accounts)
    for other in entries:
        account = next((one for one in accounts if _owe_jointly(one.entry, other) is Truth.TRUE), None)
        if account is not None and other.number not in done:
            entry = other.with_common_defence(()) if account.entry.part.set_off else other
            found.append(account._replace(entry=entry.with_facts(account.entry.case.file.dispute.facts), joint=True))
    return found


def _examined(entry: _Entry, account: _Account) -> Examined:
    """A claim after the ledger, with what was set off against what."""
    one = account.entry
    after = entry.first if one.case is entry.case else examined(one.case, one.wanted)
    finding, update = after.answered.finding, dict[str, object]()
    unproved = [use for other, _ in account.against if other.finding.result in FAILS for use in other.finding.unproved]
    if unproved and account.off.high == 0:
        # Who proves the debt the other way proves that it was set off.
        update |= {"unproved": (*finding.unproved, *unproved), "settled": False}
    off = _off(account, finding)
    if off is not None:
        update["set_off"] = sum_set_off(off, [one.finding.title for one in _meant(account)], open_which=_open(account))
    if account.joint:
        update["defences"] = tuple(_for_joint_debtors(defence) for defence in finding.defences)
    return after._replace(answered=after.answered._replace(finding=finding.model_copy(update=update)))


def _for_joint_debtors(defence: DefenceFinding) -> DefenceFinding:
    """A set-off by another who owes the same jointly, with what it rests on."""
    if not _counts(defence) or defence.id != set_off_rule().defence.id:
        return defence
    return defence.model_copy(update={"basis": (*defence.basis, *set_off_rule().joint_basis)})


def _which(accounts: Sequence[_Account]) -> Iterator[tuple[int, tuple[Question, ...]]]:
    """Which of several debts was meant, where there is not enough for all; and whether the money of a claim that fails
    was, where what is left of the other way hangs on it."""
    parted = [one.entry for one in _parted(accounts)]
    for entry in (
        one for one in parted if one.meant is None and not any(rival.meant for rival in _rivals(one, parted))
    ):
        asking = Asking(entry.case, entry.bench, entry.bench.examination(entry.part), None)
        yield entry.number, tuple(asking.numbers((_MEANT,)))
    for account in accounts:
        entry, beside = account.entry, [one.debt for one in accounts if one.entry.ways == account.entry.ways]
        settled = any(debt.meant is Truth.TRUE for debt in beside) or not _meant(account)
        if settled or account.debt != Debt(NOTHING, Truth.UNKNOWN) or entry.finding.result not in FAILS:
            continue
        asking = Asking(entry.case, entry.bench, entry.bench.examination(entry.part), None)
        yield entry.number, tuple(asking.numbers((_MEANT,)))


def _off(account: _Account, finding: ClaimFinding) -> Money | None:
    """What is taken off a claim; None where nothing is, or nobody knows how much it may be."""
    answer = next((one for one in finding.defences if one.id == set_off_rule().defence.id), None)
    most = account.off.limited(account.debt.owed)
    if answer is None or not _counts(answer) or not most.high:
        return None
    return Money(low=cents(most.low) if answer.truth is Truth.TRUE else _ZERO, high=cents(most.high))


def _meant(account: _Account) -> list[_Entry]:
    """The claims the other way with which, or against which, something is or may be set off: those that are meant,
    where it is told."""
    some = [(one, debt) for one, debt in account.against if debt.owed.high != 0]
    told = [one for one, debt in some if debt.meant is Truth.TRUE]
    return told or [one for one, _ in some]


def _open(account: _Account) -> bool:
    """Whether it is open if those are the debts that were meant."""
    return not any(debt.meant is Truth.TRUE for _, debt in account.against)


def _finding(accounts: Iterable[_Account], new: Sequence[Examined], by: str | None) -> SetOffFinding:
    """What was set off between two people."""
    accounts = tuple(accounts)
    parts, basis = [], []
    for account in accounts:
        finding = new[account.entry.number].answered.finding
        off = _off(account, finding)
        if off is not None:
            ways = {"claimant": finding.claimant, "respondent": finding.respondent}
            parts.append(SetOffPart(claim=finding.id, title=finding.title, off=off, **ways))
            basis += [at for one in finding.defences if one.id == set_off_rule().defence.id for at in one.basis]
            basis += set_off_rule().order_basis if account.in_order else ()
    return SetOffFinding(by=by, parts=tuple(parts), basis=tuple(dict.fromkeys(basis)), order=_order(accounts))


def _untold_how_much(accounts: Iterable[_Account], case: Case) -> Iterator[Diagnostic]:
    """That it is open how much of each of several debts was set off, where there is not enough for all."""
    parted = _parted(accounts)
    for ways in dict.fromkeys(one.entry.ways for one in parted):
        some = [one.entry for one in parted if one.entry.ways == ways]
        yield Diagnostic(
            code="SUM005",
            severity=Severity.MEDIUM,
            message=f"{case.names[ways[0]]}对{case.names[ways[1]]}的{_titles(some)}各抵掉多少没有写明，不够全部抵掉，"
            "各项只能算出范围；合起来只抵一次。通知没有指明、合同也没有约定的，先抵已到期的，再依次看担保少的、负担重的、先到期的",
            related=set_off_rule().order_basis,
            advice="每一项各写一行“用来抵销的到期债权”（setoff_sum），用 claim 写明是哪一项；通知指明只抵一项的，"
            "填 setoff_of_this_claim",
        )


def _parted(accounts: Iterable[_Account]) -> list[_Account]:
    """Several debts of one to another, of each of which it is open how much was set off."""
    found = [one for one in accounts if one.off.low != one.off.high and one.debt.owed.low == one.debt.owed.high]
    found = [one for one in found if not _told_apart(one.entry)]
    return [one for one in found if sum(other.entry.ways == one.entry.ways for other in found) > 1]


def _untold_with_whom(told: Told, entries: Iterable[_Entry], case: Case) -> Iterator[Diagnostic]:
    """That it is open with whom somebody set off, where several claim from him, or owe him."""
    for row in told.notices:
        ways = [one.ways for one in entries if _in_money(one.part) and told.between(row, *one.ways) is Truth.UNKNOWN]
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


def _out_of_time(accounts: Iterable[_Account], by: str | None, case: Case) -> Iterator[Diagnostic]:
    """That a debt is out of time, as its debtor says, who set something off against it all the same (合同编通则解释
    58): which of the two he stands by is for him to say."""
    for account in accounts:
        finding = account.entry.finding
        barred = any(one.effect is Effect.BARS and one.truth is Truth.TRUE for one in finding.defences)
        others = _meant(account)
        if barred and finding.respondent == by and others and _counts(account.entry.answer):
            debtor = case.names[finding.respondent]
            yield Diagnostic(
                code="SUM005",
                severity=Severity.HIGH,
                message=f"“{finding.title}”已过时效，{debtor}提出了时效抗辩，又拿{_titles(others)}来抵：过了时效的债，"
                "债务人自己愿意抵的可以抵掉；这里按时效抗辩算，没有减",
                related=(*set_off_rule().defence.basis, *set_off_rule().barred_basis),
                advice=f"请{debtor}选定：坚持抵销的，不填 limitation_raised",
            )


def _titles(entries: Iterable[_Entry]) -> str:
    return "、".join(dict.fromkeys(f"“{one.finding.title}”" for one in entries))


def _counts(defence: DefenceFinding | None) -> bool:
    """Whether a set-off takes something off, or may."""
    return defence is not None and defence.truth is not Truth.FALSE and defence.effect is Effect.REDUCES


def _may_count(defence: DefenceFinding | None) -> bool:
    """The same, once what is disputed is proved."""
    return _counts(defence) or (defence is not None and defence.by_burden)
