"""What two people set off against each other, taken off every claim of the dispute that it touches: money counts once.

民法典 557 I 2, 568, 合同编通则解释 55: both debts end to the same amount. A claim that only fails the other way, by
limitation or for want of proof, leaves nothing to set off with (58).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from propertylaw.model import (
    DefenceFinding,
    Diagnostic,
    Fact,
    Result,
    SetOffFinding,
    Truth,
)
from propertylaw.rulebook.set_off import own_set_off, set_off_rule

from .between_whom import MEANT, NOTIFIED, Owed, Told
from .case import Case
from .finding import Examined, examined
from .ledger import NOTHING, UNKNOWN, Debt, Range, left_of, one_debt, taken_off
from .linked import linked
from .program import FAILS, SUCCEEDS
from .set_off_entries import (
    AROSE,
    SUM,
    ZERO,
    Account,
    Entry,
    arose,
    counts,
    in_money,
    may_count,
    meant_by,
    off_from,
    rivals_of,
    same_money,
    titles,
    told_apart,
)
from .set_off_told import (
    not_counted,
    open_which,
    out_of_time,
    questions_left,
    set_off_of,
    untold_how_much,
    untold_with_whom,
)
from .sums import debt_of, following_of
from .sums_in_words import sum_set_off

_WRONG, _HARM = "setoff_against_wrong", "tort_damages_claimed"
_OF_SET_OFF = frozenset({NOTIFIED, SUM, MEANT, "setoff_claim_barred"})


class SetOffs(NamedTuple):
    """The claims after what was set off, and what that was."""

    case: Case
    found: list[Examined]
    told: tuple[SetOffFinding, ...]
    doubts: tuple[Diagnostic, ...]


def set_off(case: Case, found: Sequence[Examined]) -> SetOffs:
    """The claims as they come out once what was set off is taken off both ways.

    Args:
        case: the dispute, whose form tells of a set-off.
        found: its claims, each examined by itself.
    """
    entries = [Entry(number, one, case, found[number]) for number, one in enumerate(case.wanted)]
    owed = [Owed(*one.ways, one.part.claim.id) for one in entries if in_money(one.part) and not _only_tried(one)]
    told = Told(case.file.dispute.facts, case.law.rules.facts, owed)
    whole, entries = entries, [_between_its_two(one, told, entries) for one in entries]
    groups = [(_declarer(some, told), some) for some in _groups(entries, told)]
    pairs = [_with_joint(_accounts(some, by), entries) for by, some in groups]
    accounts = {account.entry.number: account for some in pairs for account in some}
    entries = [one if one.number in accounts else _alone(one) for one in entries]
    after = [accounts[one.number].entry if one.number in accounts else one for one in entries]
    new = [_examined(one, accounts[one.number]) if one.number in accounts else one.first for one in entries]
    for number, questions in (asked for some in pairs for asked in questions_left(some)):
        new[number] = new[number]._replace(questions=(*new[number].questions, *questions))
    findings = tuple(set_off_of(some, new, by) for (by, _), some in zip(groups, pairs, strict=True))
    return SetOffs(
        case._replace(wanted=tuple(one.wanted for one in after)),
        new,
        tuple(one for one in findings if one.parts),
        (
            *untold_with_whom(told, whole, case),
            *(doubt for (by, _), some in zip(groups, pairs, strict=True) for doubt in out_of_time(some, by, case)),
            *(doubt for some in pairs for doubt in untold_how_much(some, case)),
            *not_counted(told, new, case),
        ),
    )


def _between_its_two(entry: Entry, told: Told, entries: Iterable[Entry]) -> Entry:
    """A claim in a form that tells what its two set off, and what counts between them because they owe jointly with one
    of those who did; where several could be meant, it is open whether its money is."""
    if not in_money(entry.part):
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
        new = new.with_common_defence((Fact(id=MEANT),))
    return new._replace(first=examined(new.case, new.wanted))


def _alone(entry: Entry) -> Entry:
    """A claim of whose money the form says that it was set off, where nothing is asked for the other way: with the
    common defence, as it has none of its own."""
    if not entry.meant or not in_money(entry.part) or own_set_off(entry.part.claim):
        return entry
    new = entry.with_common_defence(())
    return new._replace(first=examined(new.case, new.wanted))


def _beside_joint_debtors(entry: Entry, told: Told, entries: Iterable[Entry]) -> Entry:
    """A claim between two of whom neither set off with the other: what was set off by others frees those who owe the
    same jointly (民法典 520 I)."""
    for other in entries:
        jointly = _owe_jointly(other, entry)
        kept = {id(row) for row in told.rows if told.between(row, *other.ways) is Truth.TRUE}
        if jointly is Truth.FALSE or not any(id(row) in kept for row in told.notices):
            continue
        new = entry.with_facts(_but(entry, told.rows, kept))
        if jointly is Truth.UNKNOWN:
            new = new.with_common_defence((Fact(id=MEANT),))
        return new._replace(first=examined(new.case, new.wanted))
    new = entry.with_facts(_but(entry, told.rows, frozenset()))
    return new._replace(first=examined(new.case, new.wanted))


def _but(entry: Entry, rows: Iterable[Fact], kept: Collection[int]) -> Iterator[Fact]:
    """The facts of the form without those lines on set-offs that are not kept, which are told by their identity."""
    gone = {id(row) for row in rows} - set(kept)
    return (one for one in entry.case.file.dispute.facts if id(one) not in gone)


def _owe_jointly(one: Entry, other: Entry) -> Truth:
    """Whether the respondents of two claims owe the same jointly."""
    if (one.finding.id, one.ways[0]) != (other.finding.id, other.ways[0]) or one.ways == other.ways:
        return Truth.FALSE
    ways = {one.finding.capacity, other.finding.capacity}
    if ways == {"joint"}:
        return Truth.TRUE
    may_be = any(way.kind == "joint" for way in other.part.head.capacities) and ways <= {"joint", None}
    return Truth.UNKNOWN if may_be else Truth.FALSE


def _groups(entries: Iterable[Entry], told: Told) -> list[list[Entry]]:
    """The claims in money between each two of whom one set off with the other: several, the same way or both."""
    between: dict[frozenset[str], list[Entry]] = {}
    for one in entries:
        if in_money(one.part) and any(told.between(row, *one.ways) is not Truth.FALSE for row in told.notices):
            between.setdefault(frozenset(one.ways), []).append(one)
    both = (some if len({one.ways for one in some}) > 1 else list(filter(_answers, some)) for some in between.values())
    return [some for some in both if len(some) > 1]


def _answers(entry: Entry) -> bool:
    """Whether something may be set off against a claim where nothing is claimed the other way."""
    return own_set_off(entry.part.claim) is not None or bool(entry.meant)


def _declarer(group: Iterable[Entry], told: Told) -> str | None:
    """Who of two set off; None where the form does not say, or both did."""
    two = {person for one in group for person in one.ways}
    rows = [row for row in told.notices if told.between(row, *two) is not Truth.FALSE]
    people = {row.said_by for row in rows}
    return people.pop() if len(people) == 1 else None


def _accounts(pair: list[Entry], by: str | None) -> list[Account]:
    """What was set off between two people; nothing where no claim of theirs shows a set-off that may count."""
    pair = [one for one in pair if not _only_tried(one)]
    if len(pair) < 2 or not any(may_count(one.answer) or one.meant for one in pair):
        return []
    pair = [_prepared(one, by, pair) for one in pair]
    pair = [_since(one, pair) for one in pair]
    debts = {one.number: _debt(one) for one in pair if one.meant is not False}
    return [_account(one, pair, debts, by) for one in pair]


def _only_tried(entry: Entry) -> bool:
    """Whether a claim that nobody raised, of whose money nobody speaks, does not stand for sure."""
    raised = entry.case.dispute.claims or entry.bench.facts.told(MEANT)
    return (
        not raised and own_set_off(entry.part.claim) is None and entry.finding.result not in {*SUCCEEDS, Result.SET_OFF}
    )


def _prepared(entry: Entry, by: str | None, pair: Iterable[Entry]) -> Entry:
    """A claim that counts the set-off: by its own defence, where its respondent set something off against it, and the
    form does not say that it was against another; else by the common one, which asks whether this is the money that is
    meant."""
    named = any(one.meant for one in rivals_of(entry, pair)) and not told_apart(entry)
    if own_set_off(entry.part.claim) and entry.ways[0] != by and entry.meant is None and not named:
        return entry
    more = [Fact(id=MEANT)] if entry.meant is None else []
    of_harm = entry.part.claim.id in entry.case.law.rules.facts[_HARM].taken_from
    wrongs = entry.case.law.rules.facts[_WRONG].taken_from
    if entry.ways[1] == by and of_harm and entry.bench.facts.truth(_WRONG) is None:
        more.append(Fact(id=_WRONG))
    elif entry.ways[1] == by and entry.part.claim.id not in wrongs:
        # Damages for a wrong are asked for elsewhere: the ban is on setting off against those (合同编通则解释 57).
        more.append(Fact(id=_WRONG, value=False))
    return entry.with_common_defence(more)


def _since(entry: Entry, pair: Iterable[Entry]) -> Entry:
    """A claim in a form that tells from when the debt the other way was there, where the claims for it show that."""
    days = [arose(one) for one in pair if one.ways != entry.ways and one.meant is not False]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days) or entry.bench.facts.day(AROSE) is not None:
        return entry
    return entry.with_facts((*entry.case.file.dispute.facts, Fact(id=AROSE, value=min(known))))


def _debt(entry: Entry) -> Debt:
    """What a claim comes to without the set-off; nothing, where it may not be set off at all."""
    meant = Truth.UNKNOWN if entry.part.set_off and not entry.meant else Truth.TRUE
    if not may_count(entry.answer):
        return Debt(NOTHING, meant)
    bare = entry.with_facts(one for one in entry.case.file.dispute.facts if one.id not in (NOTIFIED, SUM))
    finding = examined(bare.case, bare.wanted).answered.finding
    money = debt_of(bare.bench.examination(bare.part), bare.bench)
    if finding.result in FAILS:
        return Debt(NOTHING, meant)
    if money is None:
        return Debt(UNKNOWN, meant)
    stands = finding.result in SUCCEEDS or finding.at_least_partly
    wholly = entry.with_facts((*bare.case.file.dispute.facts, *_notices(entry), Fact(id=SUM, value=money.high)))
    late = following_of(wholly.bench.examination(wholly.part), wholly.bench)
    low, high = (money.low or ZERO), money.high
    if late is not None:
        low, high = low + (late.low or ZERO), high + late.high
    return Debt(Range(low if stands else ZERO, high), meant)


def _notices(entry: Entry) -> Iterator[Fact]:
    """What the form says of notices of set-off."""
    return (one for one in entry.case.file.dispute.facts if one.id == NOTIFIED)


def _account(entry: Entry, pair: Iterable[Entry], debts: Mapping[int, Debt], by: str | None) -> Account:
    """A claim with what is taken off it, in a form that says so."""
    others = [one for one in pair if one.number in debts and one.ways != entry.ways]
    beside = [one for one in pair if one.number in debts and one.ways == entry.ways]
    rivals = [] if told_apart(entry) else [some for some in linked(beside, same_money) if entry not in some]
    sure = any(debts[one.number].meant is Truth.TRUE for one in others)
    told = entry.declared if sure else entry.told
    debt = debts.get(entry.number, Debt(NOTHING, Truth.FALSE))
    ways = _as_ones(rivals, debts), _as_ones(linked(others, same_money), debts)
    first = _due_before(entry, rivals, by)
    if told.high and first is not None:
        off = left_of(told, [debts[one.number] for one in first], ways[1])
    else:
        off = taken_off(told, debt.meant, *ways) if told.high else told
    off = off.limited(debt.owed) if rivals else off
    against = tuple((one, debts[one.number]) for one in others)
    if told.high and off.high == 0 and debt.owed != NOTHING and debt.meant is Truth.UNKNOWN:
        return Account(_spared(entry, [one for some in rivals for one in some]), debt, NOTHING, against)
    if entry.number in debts and debt.owed == NOTHING and entry.part.set_off:
        return Account(_without_set_off(entry), debt, off, against)
    return Account(_with_sum(entry, off, _why(others)), debt, off, against, in_order=first is not None)


def _due_before(entry: Entry, rivals: Iterable[Iterable[Entry]], by: str | None) -> list[Entry] | None:
    """The debts of who set off that go before another of his, where the form names several and not how much of each:
    those that fell due before it (民法典 560 II); None where that rule does not say."""
    others = [one for some in rivals for one in some if not told_apart(one)]
    days = {one.number: arose(one) for one in (entry, *others)}
    day = days[entry.number]
    if not others or entry.ways[1] != by or not all(one.meant for one in (entry, *others)):
        return None
    if day is None or None in days.values() or len(set(days.values())) < len(days):
        return None
    return [one for one in others if (due := days[one.number]) is not None and due < day]


def _why(others: Collection[Entry]) -> str:
    """Why as much of a claim is set off, and no more."""
    return f"按反方向请求的{titles(others)}算能抵的" if others else "同一笔债权只抵一次，这里抵的部分"


def _without_set_off(entry: Entry) -> Entry:
    """A claim that fails by itself, without a word of what would have been set off; that it may not be is told."""
    if not may_count(entry.answer):
        return entry
    return entry.with_facts(one for one in entry.case.file.dispute.facts if one.id not in _OF_SET_OFF)


def _spared(entry: Entry, rivals: Iterable[Entry]) -> Entry:
    """A claim of whose money nobody speaks, where all that was set off goes to those that are meant."""
    whole = Fact(id=MEANT, value=False, evidence=(f"抵掉的是{titles(rivals)}",))
    return entry.with_facts((*(one for one in entry.case.file.dispute.facts if one.id != MEANT), whole))


def _as_ones(groups: Iterable[Iterable[Entry]], debts: Mapping[int, Debt]) -> list[Debt]:
    """Each group of claims for the same money as one debt."""
    return [one_debt(debts[one.number] for one in some) for some in groups]


def _with_sum(entry: Entry, off: Range, proof: str) -> Entry:
    """The claim with the sum that can be set off in the place of the one that was told, where they differ."""
    told = entry.bench.facts.told(SUM)
    if off == entry.told or off.high is None or not told:
        return entry
    sums = {"low": None, "high": None} if off.low == off.high else {"value": None, "low": off.low, "high": off.high}
    if len(told) > 1:
        sums |= {"since": None, "until": None}  # which of several notices it was that took effect is open
    new = told[0].model_copy(update={"value": off.high, **sums, "claim": None, "evidence": (*told[0].evidence, proof)})
    return entry.with_facts((*(one for one in entry.case.file.dispute.facts if one.id != SUM), new))


def _with_joint(accounts: list[Account], entries: Iterable[Entry]) -> list[Account]:
    """What was set off, also against others who owe jointly with one of the two: it frees them too (民法典 520 I)."""
    done = {one.entry.number for one in accounts}
    found = list(accounts)
    for other in entries:
        account = next((one for one in accounts if _owe_jointly(one.entry, other) is Truth.TRUE), None)
        if account is not None and other.number not in done:
            entry = other.with_common_defence(()) if account.entry.part.set_off else other
            found.append(account._replace(entry=entry.with_facts(account.entry.case.file.dispute.facts), joint=True))
    return found


def _examined(entry: Entry, account: Account) -> Examined:
    """A claim after the ledger, with what was set off against what."""
    one = account.entry
    after = entry.first if one.case is entry.case else examined(one.case, one.wanted)
    finding, update = after.answered.finding, dict[str, object]()
    unproved = [use for other, _ in account.against if other.finding.result in FAILS for use in other.finding.unproved]
    if unproved and account.off.high == 0:
        # Who proves the debt the other way proves that it was set off.
        update |= {"unproved": (*finding.unproved, *unproved), "settled": False}
    off = off_from(account, finding)
    if off is not None:
        update["set_off"] = sum_set_off(
            off, [one.finding.title for one in meant_by(account)], open_which=open_which(account)
        )
    if account.joint:
        update["defences"] = tuple(_for_joint_debtors(defence) for defence in finding.defences)
    return after._replace(answered=after.answered._replace(finding=finding.model_copy(update=update)))


def _for_joint_debtors(defence: DefenceFinding) -> DefenceFinding:
    """A set-off by another who owes the same jointly, with what it rests on."""
    if not counts(defence) or defence.id != set_off_rule().defence.id:
        return defence
    return defence.model_copy(update={"basis": (*defence.basis, *set_off_rule().joint_basis)})
