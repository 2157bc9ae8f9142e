"""What to ask next: the questions whose answers settle a claim, and those without which its sum stays open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from itertools import product
from typing import Literal

from propertylaw.model import (
    Capacity,
    Claim,
    Defence,
    DefenceFinding,
    Effect,
    ElementFinding,
    FactUse,
    Locator,
    Question,
    Remedy,
    RemedyFinding,
    Result,
    Scenario,
    Truth,
)
from propertylaw.rulebook.calculations import DERIVED, SUMS, MissingFactsError
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import names, parse

from .bench import Bench
from .case import Case
from .claims import Examination
from .estate import lacking_for_limits
from .granted import granted_after
from .known import NOT_PROVED
from .open_points import OpenPoints, Way, reads
from .orders import orders_left_open
from .own_part import WHOLE
from .program import FAILS
from .raised import lacking, raised, spoken_of, told_for_the_claim, unpleaded, unspoken
from .readings import left
from .recourse import given_for
from .reductions import computed, cuts_of
from .sums import asked_for, open_in
from .time import turning
from .truth import FALSE, judge
from .untold import days_that_decide, untold_days, untold_numbers

_Purpose = Literal["result", "amount"]
"""What a question is for."""

_OF_THE_SUM = (Effect.REDUCES, Effect.DEFEATS, Effect.FULFILS, Effect.MEASURES)
"""Effects of defences that leave something of the claim, as a rule: what they lack is asked for the sake of the sum."""

_DEMANDS = "demand_date"
"""How the ids of facts end that tell the days on which demands arrived."""

_SUIT = "suit_date"
"""The fact that tells when suit was brought; without it limitation is judged as of the day of the form."""

_RAISED = "limitation_raised"
"""The fact by which every defence of limitation is raised: the days of other defences measure a sum."""

_PROMISED = "acknowledged_date"
"""A promise to pay, a payment in part: it interrupts limitation as a demand does."""

_REPORTED = "crime_report_date"
"""A report to the police: it interrupts limitation too."""


class Asking:
    """The questions that one claim leaves.

    Args:
        case: the dispute.
        bench: the two parties of the claim.
        examination: of the claim.
        asked: the sum that the form names.
    """

    def __init__(self, case: Case, bench: Bench, examination: Examination, asked: Decimal | None) -> None:
        self._case, self._bench, self._examination, self._asked = case, bench, examination, asked
        self._rules = case.law.rules

    def deciding(self, points: OpenPoints) -> Iterator[Question]:
        """The smallest sets of questions that settle the result, with what follows from each answer."""
        for ids, ways in points.deciding():
            outcomes = tuple(map(self._outcome, ways))
            results = {one.result for one in outcomes}
            # From answers that all lead to one success only the sum follows.
            decides = len(outcomes) == 1 or len(results) > 1 or not results.isdisjoint(FAILS)
            yield self._question(ids, "result", outcomes) if decides else self._question(ids, "amount")

    def defeating(self, points: OpenPoints) -> Iterator[Question]:
        """The same where success hangs on a sum that nobody told as well: only answers by which it fails are told."""
        for question in self.deciding(points):
            failing = tuple(one for one in question.outcomes if one.result in FAILS)
            yield question.model_copy(update={"outcomes": failing})

    def turning(self, question: Question) -> Question | None:
        """A question beside a result that is not open, with the answers by which it would come out otherwise; None
        where no answer would. Of days and numbers that is not tried."""
        definitions = [self._rules.facts.get(id) for id in question.ids]
        tried = [one for one in definitions if one is not None and one.type == "boolean" and not one.calc]
        if question.purpose != "result" or len(tried) < len(question.ids):
            return question
        as_told, part = self._examination.possible, self._examination.part
        ways = (tuple(zip(question.ids, way, strict=True)) for way in product((True, False), repeat=len(tried)))
        answered = ((way, self._bench.assuming(dict(way)).examination(part).possible) for way in ways)
        others = [(way, possible) for way, possible in answered if possible != as_told]
        settled = [Way(way, next(iter(possible))) for way, possible in others if len(possible) == 1]
        return question.model_copy(update={"outcomes": tuple(map(self._outcome, settled))}) if others else None

    def _outcome(self, way: Way) -> Scenario:
        """What follows from answers, also for the sum that is asked for."""
        given = {id: self._answer(id, answer) for id, answer in way.given}
        return Scenario(given=given, result=granted_after(way, self._asked, self._bench, self._examination))

    def missing(self, remedies: Iterable[RemedyFinding]) -> Iterator[Question]:
        """Facts without which a sum cannot be computed, and concepts on which only a sum turns."""
        examination, facts = self._examination, self._bench.facts
        told = tuple(one for one in remedies if not one.unasked)
        cuts = cuts_of(examination, facts)
        measures = [id for cut in cuts if cut.untold for id in cut.lacking if facts.bounds(id) is None]
        uses = [use for remedy in told for use in remedy.missing]
        missing = [*measures, *(id for use in uses for id in facts.known(use.fact).turns_on or (use.fact,))]
        missing += [share for c in _parts_owed(examination) for share in _shares(c) if facts.bounds(share) is None]
        missing += self._recourse()
        missing += [id for when in _ways_open(examination) for id in open_in(when, examination.standing)]
        for remedy in examination.part.remedies:
            given = examination.holds(remedy.when)
            if given is Truth.UNKNOWN and asked_for(remedy, examination):
                missing += open_in(remedy.when, examination.standing)
            if given is not Truth.FALSE and remedy.asked_by and facts.known(remedy.asked_by).proof == "silent":
                missing += () if self._all_is_told_elsewhere(remedy) else (remedy.asked_by,)
        missing += [one.fact for remedy in told if remedy.money for one in remedy.money.supposing]
        missing += [id for d in examination.defences for id in _kept_open(d)]
        missing += [id for d in examination.defences for id in self._brought_up(d)]
        missing += [id for rule in examination.part.defences for id in self._taken_as_usual(rule)]
        missing += [d.concept for d in examination.defences if d.concept and d.effect is Effect.MEASURES]
        missing += self._payments(told)
        missing += [id for cut in cuts for id in cut.lacking if facts.bounds(id) is None]
        missing += self._beside_what_is_unproved()
        missing += lacking_for_limits(examination)
        missing += untold_numbers(examination, self._bench, self._asked)
        missing += untold_days(examination, self._bench)
        turned = dict.fromkeys(asked for id in missing for asked in self._behind(id))
        for id in filter(self._is_a_question, turned):
            yield self._question((id,), "amount")

    def _behind(self, id: str) -> tuple[str, ...]:
        """What has to be asked to learn a fact: of one that hangs on a clause, what that says."""
        known = self._bench.facts.known(id) if id in self._rules.facts else None
        return known.turns_on if known and known.proof == "underived" and known.turns_on else (id,)

    def _all_is_told_elsewhere(self, remedy: Remedy) -> bool:
        """Whether the sum that is asked for is no more than a figure told for other remedies: then nothing of it is
        asked for by this one."""
        others = (one.calc for one in self._examination.part.remedies if one.id != remedy.id and one.calc)
        read = {id for calc in others for id in words_in(SUMS[calc]) if self._is_a_sum(id)}
        told = (value for id in read for value in self._bench.facts.in_form(id) if isinstance(value, Decimal))
        return self._asked is not None and any(self._asked <= value for value in told)

    def _is_a_sum(self, id: str) -> bool:
        return id in self._rules.facts and self._rules.facts[id].unit == "CNY"

    def _beside_what_is_unproved(self) -> Iterator[str]:
        """What is said to be unknown of a defence that reduces and fails only for want of proof: with what is proved
        later it says by how much."""
        facts = self._bench.facts
        for rule, finding in zip(self._examination.part.defences, self._examination.defences, strict=True):
            if finding.effect is Effect.REDUCES and finding.by_burden and raised(finding):
                wanted = (*names(parse(rule.when)), *computed(rule.calc, facts)[1])
                yield from (id for id in wanted if facts.known(id).proof == "unknown")

    def _payments(self, told: Iterable[RemedyFinding]) -> Iterator[str]:
        """Sums that the respondent may have paid on what is owed in money, and of which nobody spoke here."""
        if not any(one.money is not None and one.money.high for one in told):
            return
        reducing = (one for one in self._examination.part.defences if one.effect is Effect.REDUCES)
        named = dict.fromkeys(name for one in reducing for name in names(parse(one.when)) if name in self._rules.facts)
        for id in named:
            known, facts = self._rules.facts[id], self._bench.facts
            wanted = known.performs and (not known.asked_once_told or id in facts.file.said)
            if wanted and facts.known(id).proof == "silent":
                yield id

    def _brought_up(self, defence: DefenceFinding) -> tuple[str, ...]:
        """Facts that something told makes a question, and for want of which it is open whether a defence reduces."""
        if defence.effect is not Effect.REDUCES or defence.truth is not Truth.UNKNOWN:
            return ()
        return tuple(
            use.fact for use in defence.facts if use.proof == "unknown" and self._rules.facts[use.fact].asked_with
        )

    def _taken_as_usual(self, defence: Defence) -> Iterator[str]:
        """Facts that count as is usual where a sum is measured or reduced, though what was told makes them a question:
        whether who refuses a penalty asks for its reduction has to be put to him (合同编通则解释 66)."""
        of_sums = defence.effect in (Effect.MEASURES, Effect.REDUCES) and self._something_to_reduce(defence)
        concept = self._rules.concepts.get(defence.concept or "")
        conditions = (defence.when, *(concept.conditions if concept else ())) if of_sums else ()
        named = dict.fromkeys(name for when in conditions for name in names(parse(when)))
        for known in filter(None, map(self._rules.facts.get, named)):
            silent = known.default is not None and self._bench.facts.known(known.id).proof == "silent"
            if silent and known.asked_with and self._could_be_given(defence, known.id):
                yield known.id

    def _something_to_reduce(self, defence: Defence) -> bool:
        """Whether something may be had that a defence bears on: nothing is where only an order is asked for."""
        remedies = self._examination.part.remedies
        touched = [one for one in remedies if not defence.touches or one.id in defence.touches]
        return any(self._examination.holds(one.when) is not Truth.FALSE for one in touched)

    def _could_be_given(self, defence: Defence, fact: str) -> bool:
        """Whether a defence could be given, however a fact of it is answered."""
        answers = (self._bench.assuming({fact: answer}).standing for answer in (True, False))
        return any(judge(parse(defence.when), one, "D", prover_wants=True) != FALSE for one in answers)

    def _is_a_question(self, id: str) -> bool:
        """Whether a fact need not wait for another, as who somebody was for whether it was somebody, and is not spared
        by what both sides agree on."""
        known = self._rules.facts.get(id)
        if known is None:
            return True
        facts = self._bench.facts
        return not facts.spares(known) and (known.asked_with is None or facts.truth(known.asked_with) is True)

    def _recourse(self) -> Iterator[str]:
        """Facts on which recourse turns against somebody who is in the case."""
        roles = {person.role for person in self._case.dispute.parties}
        for recourse in (one for capacity in self._examination.capacities for one in capacity.recourses):
            against = not roles.isdisjoint(recourse.against) or self._answers_beside(recourse.from_kinds)
            if recourse.turns_on and against:
                yield from (recourse.turns_on,) if given_for(recourse, self._bench.facts) is None else ()
            if recourse.weighed_where and recourse.share and self._bench.facts.bounds(recourse.share) is None:
                yield from (recourse.share,) if self._answers_beside_others else ()

    def _answers_beside(self, kinds: Collection[str]) -> bool:
        """Whether somebody else answers for the same in one of these ways, or may."""
        claim, claimant = self._examination.part.claim.id, self._bench.claimant.id
        for _, (part, by, other) in self._case.wanted if kinds else ():
            if (part.claim.id, by.id) == (claim, claimant) and other != self._bench.respondent:
                ways = self._case.bench(by.id, other.id).examination(part).capacities
                if any(way.kind in kinds for way in ways):
                    return True
        return False

    @property
    def _answers_beside_others(self) -> bool:
        """Whether the claim is raised against others too."""
        id = self._examination.part.claim.id
        return any(one.claim == id and len(one.against) > 1 for one in self._case.dispute.claims)

    def clauses(self, ids: Iterable[str], beside: Iterable[Question]) -> Iterator[Question]:
        """What clauses say that were not understood and on which the result hangs, where no other question asks it."""
        asked = {id for one in beside for id in one.ids}
        yield from (self._question((id,), "result") for id in ids if id not in asked)

    def one_for_each_clause(self, questions: Iterable[Question]) -> Iterator[Question]:
        """The questions without more than one for what a clause may say: who reads it tells what it says."""
        facts, asked = self._bench.facts, dict[tuple[Locator, ...], str]()
        for question in questions:
            known = (
                facts.known(question.ids[0])
                if len(question.ids) == 1 and question.ids[0] in self._rules.facts
                else None
            )
            clause = known.stated_at if known and known.proof == "not_understood" else ()
            if not clause or asked.setdefault(clause, question.ids[0]) == question.ids[0]:
                yield question

    def numbers(self, ids: Iterable[str]) -> Iterator[Question]:
        """Numbers on which it hangs whether anything is left of the claim."""
        yield from (self._question((id,), "result") for id in ids)

    def days(self) -> Iterator[Question]:
        """Days of which nobody spoke and with which the claim may come out otherwise."""
        yield from (self._question((id,), "result") for id in days_that_decide(self._examination, self._bench))

    def orders(self, points: OpenPoints) -> Iterator[Question]:
        """Facts on which it only hangs whether an order is still to be made, not whether the claim stands."""
        for id in orders_left_open(self._examination):
            if id not in points.matter and self._rules.facts[id].calc is None:
                yield self._question((id,), "result")

    def underived(self) -> Iterator[Question]:
        """Facts without which an element or a defence stays open that turns on a fact derived from them."""
        parts: list[ElementFinding | DefenceFinding] = [*self._examination.elements, *self._examination.defences]
        open_uses = (use for part in parts if part.truth is Truth.UNKNOWN for use in part.facts)
        for ids in dict.fromkeys(map(self._lacking, open_uses)):
            if ids:
                yield self._question(ids, "result")

    def of_time(self, claim: Claim) -> Iterator[Question]:
        """What may tell which law applies, or that an older one leads to the same."""
        yield from (self._question((id,), "result") for id in turning(claim, self._bench.standing))

    def raised(self) -> Iterator[Question]:
        """What nobody spoke of, though a defence that was raised stands or falls by it."""
        part = self._examination.part
        own = told_for_the_claim(part)
        found = zip(part.defences, self._examination.defences, strict=True)
        for rule, finding in found:
            if finding.effect is Effect.RULED_OUT:
                continue  # the law does not allow it, whatever the answer
            if rule.concept and self._examination.concept(rule.concept) is Truth.FALSE:
                continue  # what is weighed is settled against it, whatever the answer
            if unpleaded(rule, self._bench.facts):
                continue  # whether he pleads it is for the respondent alone: he is told, and nobody is asked
            if spoken_of(finding) <= own.union(names(parse(rule.asked))):
                continue  # what the claimant tells for his own sake raises no defence of which nobody said the rest
            purpose: _Purpose = "amount" if finding.effect in _OF_THE_SUM else "result"
            asked = [ids for id in lacking(rule, finding, self._bench.standing) if (ids := self._told_for(id))]
            # Of several things that a reduction lacks, what is asked for next hangs on the answer.
            for ids in asked[:1] if purpose == "amount" else asked:
                yield self._question(ids, purpose)

    def _told_for(self, id: str) -> tuple[str, ...]:
        """What tells a fact: itself, or what it cannot be derived without."""
        derived = self._rules.facts[id].calc is not None
        return self._lacking(self._bench.facts.use(id)) if derived else (id,)

    def interruptions(self) -> Iterator[Question]:
        """Days of demands and of suit, where limitation stands or may stand only because nobody has told them.

        So also what would take the defence away: that the debtor agreed to perform when time was over.
        """
        if any(one.truth is Truth.FALSE and not one.by_burden for one in self._examination.elements):
            return
        found = zip(self._examination.part.defences, self._examination.defences, strict=True)
        for rule, defence in found:
            if defence.truth is Truth.FALSE or _RAISED not in names(parse(rule.when)):
                continue
            read = {id for use in defence.facts for id in reads(use.fact, self._rules)}
            purpose: _Purpose = "amount" if defence.effect in _OF_THE_SUM and not self._nothing_left else "result"
            untold = {id for id in read if _interrupts(id) and self._untold(id)}
            if defence.effect in (Effect.REDUCES, Effect.DEFEATS) and not self._barred:
                # A demand that is told says nothing of earlier ones, which would save what is out of time by it.
                untold |= {id for id in read if id.endswith(_DEMANDS)}
            if _SUIT in read and rule.unless:
                untold |= set(unspoken(rule.unless.when, self._bench.facts))
            # Demands are what most creditors have.
            days = untold | (read & self._case.unattributed.asked.keys())
            for id in sorted(days, key=lambda one: (not one.endswith(_DEMANDS), one)):
                yield self._question((id,), purpose)

    def _untold(self, days: str) -> bool:
        """Whether no such day stands, and none is told that only has to be proved."""
        return not self._bench.facts.days(days) and self._bench.facts.known(days).proof not in NOT_PROVED

    @property
    def _barred(self) -> bool:
        """Whether the whole claim fails by a defence."""
        return any(one.truth is Truth.TRUE and one.effect is Effect.BARS for one in self._examination.defences)

    @property
    def _nothing_left(self) -> bool:
        """Whether the claim fails, so that what a defence hangs on bears on more than the sum."""
        return self._examination.result is Result.NOT_SUPPORTED

    def _lacking(self, use: FactUse) -> tuple[str, ...]:
        """What a derived fact cannot be derived without."""
        calc = self._rules.facts[use.fact].calc
        behind = self._bench.facts.known(use.fact).turns_on if use.proof == "underived" else ()
        if behind:
            return behind
        if calc is None or use.value is not None or use.proof not in ("silent", "underived"):
            return ()
        try:
            DERIVED[calc](self._bench.facts)
        except MissingFactsError as missing:
            return missing.facts
        return ()

    def _question(self, ids: tuple[str, ...], purpose: _Purpose, outcomes: tuple[Scenario, ...] = ()) -> Question:
        """A question; without outcomes one of which it is not told what follows from the answers."""
        return Question(
            ids=ids,
            questions=tuple(map(self._ask, ids)),
            claim=self._examination.part.claim.id,
            respondent=self._bench.respondent.id,
            purpose=purpose,
            outcomes=outcomes,
            evidence=self._evidence(ids),
        )

    def _ask(self, id: str) -> str:
        known = self._rules.facts.get(id)
        if known is None:
            return self._rules.concepts[id].question
        further = "（已填的以外还有没有？）" if _interrupts(id) and self._bench.facts.in_form(id) else ""
        unclear = "已填的一行没有写明是谁的，用 of 写明。" if id in self._case.unattributed.asked else ""
        unclear += "已填的一行没有写明是对谁的，用 towards 写明。" if id in self._case.undirected.open else ""
        unclear += "已填的一行没有写明是哪一件事的，用 claim 写明。" if self._unplaced(id) else ""
        clauses = "".join(f"{place}没有读懂，怎么约定的？" for place in self._clauses_on(id))
        choices = "、".join(f"{value} {words[0]}" for value, words in known.choices.items())
        return (
            f"{clauses}{self._bench.facts.question(known)}{further}{f'填写：{choices}。' if choices else ''}{unclear}"
        )

    def _clauses_on(self, id: str) -> tuple[str, ...]:
        """The clauses that speak of a fact and were not understood, as they are cited."""
        known, documents = self._bench.facts.known(id), self._case.documents
        if known.proof != "not_understood" or documents is None:
            return ()
        from propertylaw.structure import cite  # with documents it is there already

        titles, printed = documents.called, documents.printed
        return tuple(cite(at, titles.get(at.instrument, at.instrument), printed) for at in known.stated_at)

    def _unplaced(self, id: str) -> bool:
        return any(fact == id for fact, _ in self._case.unplaced.open)

    def _answer(self, id: str, answer: bool) -> str:
        if id in self._rules.facts:
            return "是" if answer else "否"
        concept = self._rules.concepts[id]
        held = [one for one in left(concept, self._bench.standing) if one.holds is answer]
        return "；或者".join(one.says for one in held or concept.readings if one.holds is answer)

    def _evidence(self, ids: Iterable[str]) -> tuple[str, ...]:
        facts = self._rules.facts
        return tuple(dict.fromkeys(e for id in ids if id in facts for e in facts[id].evidence))


def _interrupts(fact: str) -> bool:
    """Whether days of the fact interrupt limitation."""
    return fact.endswith(_DEMANDS) or fact in (_SUIT, _PROMISED, _REPORTED)


def by_what_they_decide(questions: Iterable[Question]) -> list[Question]:
    """The questions in their order, those that decide a headline before those from which only a sum follows."""
    return sorted(questions, key=lambda one: one.purpose != "result")


def each_once(questions: Iterable[Question]) -> Iterator[Question]:
    """The questions without those that ask the same once more for the same claim, by itself or among others."""
    asked: set[tuple[str, str, str]] = set()
    for question in questions:
        keys = {(question.claim, question.respondent, id) for id in question.ids}
        if question.outcomes or not keys <= asked:
            asked |= keys
            yield question


def _kept_open(defence: DefenceFinding) -> tuple[str, ...]:
    """Facts said to be unknown on which a defence turns that only bears on the sum."""
    if defence.effect is not Effect.MEASURES or defence.truth is not Truth.UNKNOWN:
        return ()
    return tuple(use.fact for use in defence.facts if use.proof == "unknown")


def _shares(capacity: Capacity) -> tuple[str, ...]:
    """Facts on which the part of the whole turns for which the respondent answers."""
    return tuple(filter(None, (capacity.share, capacity.rest_after, capacity.shared_among)))


def _parts_owed(examination: Examination) -> tuple[Capacity, ...]:
    """The ways of answering whose parts are to be told; none while it is open whether it is for the whole."""
    ways = examination.capacities
    return () if len(ways) > 1 and any(one.kind in WHOLE and not one.where for one in ways) else ways


def _ways_open(examination: Examination) -> Iterator[str]:
    """The conditions of the ways of answering, where it is open in which of them the respondent owes how much."""
    ways = examination.capacities
    if len(ways) > 1 and any(one.kind not in WHOLE for one in ways):
        yield from (one.when for one in ways)
