"""One loss for which several answer: what one of them pays, the others owe no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from propertylaw.model import Claim, ClaimFinding, ClaimRequest, Concept, Diagnostic, Respondent, Severity
from propertylaw.rulebook import Rules

from .case import Case
from .figures_of import Figure, figures_of
from .linked import linked
from .program import FAILS


def one_loss(findings: Iterable[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That the sums against several respondents are not added up, once for each loss, and how each of them answers.

    Args:
        findings: the claims, each against one respondent.
        case: the dispute.
    """
    rules, names = case.law.rules, case.names
    losses = [
        (finding, loss_of(finding, case)) for finding in findings if finding.result not in FAILS and finding.amount
    ]
    groups = linked(
        [(finding, loss) for finding, loss in losses if loss],
        lambda one, other: one[0].claimant == other[0].claimant and one_and_the_same(one[1], other[1], case),
    )
    # What is to be told of several claimants in the same words is told once, with all of them.
    told: dict[Diagnostic, list[str]] = {}
    for group in groups:
        answering = [finding for finding, _ in group]
        if len({finding.respondent for finding in answering}) > 1:
            told.setdefault(_told(answering, rules, names), []).append(names[answering[0].claimant])
    for diagnostic, claimants in told.items():
        each = "各自" if len(set(claimants)) > 1 else ""
        message = f"{'、'.join(dict.fromkeys(claimants))}{each}请求的{diagnostic.message}"
        yield diagnostic.model_copy(update={"message": message})


def one_debt(findings: Iterable[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That joint debtors named in one line owe one debt, each by the figures of what is his (the flat), which is paid
    once (民法典 518).

    Args:
        findings: the claims, each against one respondent, in the order of the form.
        case: the dispute.
    """
    lines: dict[ClaimRequest, list[ClaimFinding]] = {}
    for wanted, finding in zip(case.wanted, findings, strict=True):
        joint = finding.capacity == "joint" and finding.result not in FAILS and finding.amount
        if joint and of_each_his_own(case.law.rules.claims[finding.id], finding, case):
            lines.setdefault(wanted.request, []).append(finding)
    for owing in lines.values():
        if len({one.respondent for one in owing}) > 1:
            yield _told_of_debt(owing, case.names)


def _told_of_debt(owing: list[ClaimFinding], names: Mapping[str, str]) -> Diagnostic:
    people = "、".join(dict.fromkeys(names[one.respondent] for one in owing))
    same = len({(one.amount.low, one.amount.high) for one in owing if one.amount}) == 1
    return Diagnostic(
        code="SUM001",
        severity=Severity.MEDIUM,
        message=f"{names[owing[0].claimant]}请求的“{owing[0].title}”，{people}连带负责，是同一笔债"
        f"{'' if same else '（数额不同的，重合的部分）'}，总共只付一次",
        related=tuple(dict.fromkeys(at for one in owing for at in one.basis)),
        advice="可以向其中任何一人请求全部；几项金额不能相加，一方付了的，从其余各方应付的里扣除",
    )


def one_and_the_same(one: frozenset[Figure], other: frozenset[Figure], case: Case) -> bool:
    """Whether sums follow from the same figures, or a sum told in the form is among those of both: who answers for
    the harm to the mind as well answers for the same loss."""
    told = {fact.id for fact in case.dispute.facts if case.law.rules.facts[fact.id].unit == "CNY"}
    return one == other or any(figure.fact in told for figure in one & other)


def _told(answering: list[ClaimFinding], rules: Rules, names: Mapping[str, str]) -> Diagnostic:
    people = "、".join(dict.fromkeys(names[finding.respondent] for finding in answering))
    titles = "、".join(dict.fromkeys(f"“{finding.title}”" for finding in answering))
    division = _division(answering, rules)
    ways = "；".join(_ways(answering, names, division))
    open_point = f"；{_readings(division)}" if division else ""
    grounds = dict.fromkeys(at for finding in answering for at in finding.basis)
    return Diagnostic(
        code="SUM001",
        severity=Severity.MEDIUM,
        message=f"{titles}，对{people}算的是同一笔损失，不重复受偿，合起来不超过损失总额；{ways}{open_point}",
        related=tuple({**grounds, **dict.fromkeys(division.basis if division else ())}),
        advice=_advice({finding.capacity for finding in answering}, division),
    )


def _ways(answering: list[ClaimFinding], names: Mapping[str, str], division: Concept | None) -> Iterator[str]:
    """In which way each respondent answers for the loss, those who answer in one way together."""
    people: dict[str, dict[str, None]] = {}
    for finding in answering:
        way = f"至多对全部负责{_said(finding)}" if division and finding.capacity == "sole" else _way(finding)
        people.setdefault(way, {})[names[finding.respondent]] = None
    for way, those in people.items():
        yield "、".join(those) + way


def _way(finding: ClaimFinding) -> str:
    said = _said(finding)
    return f"{_WAYS[finding.capacity]}{said}" if finding.capacity else f"的责任方式未定{said}"


def _said(finding: ClaimFinding) -> str:
    return f"（{finding.capacity_says}）" if finding.capacity_says else ""


def _division(answering: list[ClaimFinding], rules: Rules) -> Concept | None:
    """The concept on which it turns how those who may each be asked for the whole divide it."""
    open_for: dict[str, set[str]] = {}
    for finding in answering:
        heads = rules.claims[finding.id].respondents
        for capacity in (one for head in heads for one in head.capacities if one.says == finding.capacity_says):
            if capacity.division:
                open_for.setdefault(capacity.division, set()).add(finding.respondent)
    return next((rules.concepts[concept] for concept, people in open_for.items() if len(people) > 1), None)


def _readings(division: Concept) -> str:
    ways = "；".join(f"一说{reading.says}" for reading in division.readings)
    return f"他们之间怎样分担没有定论：{ways}"


def _advice(capacities: Collection[str | None], division: Concept | None) -> str:
    shares = _SHARES.intersection(capacities)
    if division:
        return "几项金额不能相加；连带的，一方付了的从其余各方应付的里扣除；按份的，各付各的份额，请求额要相应减少"
    if shares and shares.issuperset(capacities):
        return "各人只付自己的份额，一方付了的不减少其他人的份额"
    if shares:
        return "几项金额不能相加；按份额负责的只付自己的份额，其余各方之间一方付了的互相扣除"
    return "几项金额不能相加；一方付了的，从其余各方应付的里扣除"


_SHARES = frozenset({"several", "proportionate", "compensatory"})
_WAYS = {
    "joint": "连带负责，可以向其中任何一人请求全部",
    "sole": "对全部负责，总共只付一次",
    "several": "按份负责",
    "proportionate": "按各自的比例负责",
    "supplementary": "只就其余付不了的部分补充负责",
    "compensatory": "分担适当的补偿，各付各的，数额由法院酌定",
}


def loss_of(finding: ClaimFinding, case: Case) -> frozenset[Figure]:
    """The figures of the whole dispute from which its sums follow; none where they follow from what is each
    respondent's own (his flat, his fee)."""
    claim = case.law.rules.claims[finding.id]
    read = _read(claim, finding, case)
    return frozenset() if _is_own(read, case) else read


def of_each_his_own(claim: Claim, finding: ClaimFinding, case: Case) -> bool:
    """Whether its sums follow from what is each respondent's own: those of one line may owe the same debt, those of
    several owe several."""
    return _is_own(_read(claim, finding, case), case)


def _is_own(read: Iterable[Figure], case: Case) -> bool:
    return any(case.law.rules.facts[figure.fact].of for figure in read)


def _read(claim: Claim, finding: ClaimFinding, case: Case) -> frozenset[Figure]:
    own = (remedy for head in _heads(claim, finding) for remedy in head.remedies)
    calculations = [remedy.calc for remedy in (*claim.remedies, *own) if remedy.calc]
    return frozenset(figure for calc in calculations for figure in figures_of(calc, finding.id, case))


def _heads(claim: Claim, finding: ClaimFinding) -> Iterator[Respondent]:
    """The kinds of respondents one of which the finding is about: those that answer in the way it tells."""
    for head in claim.respondents:
        if any(capacity.says in finding.capacity_says for capacity in head.capacities):
            yield head
