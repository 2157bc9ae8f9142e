"""The explanation as a tree: what follows from what, each step with the provisions and clauses it rests on.

Only what the evaluation used goes in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from propertylaw.model import (
    Argument,
    ClaimFinding,
    ClauseAgainstLaw,
    DefenceFinding,
    Dispute,
    Effect,
    ElementFinding,
    RecourseFinding,
    RemedyFinding,
    Result,
    SetOffFinding,
    Truth,
    VoidClause,
)
from propertylaw.rulebook.calculations.sums import yuan

from .facts_in_words import fact_in_words, reading_left_out, told_facts
from .results_in_words import (
    EFFECTS,
    counter_in_words,
    effect_in_words,
    recourse_hangs_on,
    result_in_words,
    to_prove_in_words,
)
from .sums_in_words import (
    asked_in_words,
    money_in_words,
    remedy_in_words,
    set_off_in_words,
    set_off_part_in_words,
    sum_in_words,
)

VOID_REASONS = {
    "permits_what_is_forbidden": "允许了强制性规定所禁止的行为",
    "frees_from_duty": "免除了强制性规定所定的义务",
    "takes_away_right": "剥夺了强制性规定给另一方的权利",
    "gives_to_another": "把法律归于他人的利益约定给了另一方",
    "takes_more_than_allowed": "提取的比例超过了强制性规定的上限",
    "frees_from_liability": "免除了法律不许免除的责任，这一部分无效，其余部分另看",
    "falls_below_least": "低于强制性规定所定的最低标准",
}
"""Why a clause is void, in words."""


def argument_of(
    dispute: Dispute,
    findings: Iterable[ClaimFinding],
    set_offs: Iterable[SetOffFinding],
    recourse: Iterable[RecourseFinding],
    void: Iterable[VoidClause],
) -> Argument:
    """The whole explanation."""
    names = {participant.id: participant.name for participant in dispute.parties}
    parts = [_claim(finding, names) for finding in findings]
    parts += [_set_off(one, names) for one in set_offs]
    parts += [_recourse(one, names) for one in recourse]
    parts += [_void(clause) for clause in void]
    return Argument(says=dispute.title or "本案", kind="whole", parts=tuple(parts))


def _set_off(one: SetOffFinding, names: Mapping[str, str]) -> Argument:
    parts = tuple(Argument(says=set_off_part_in_words(part, names), kind="step") for part in one.parts)
    says = f"{set_off_in_words(one, names)}：{'；'.join(part.says for part in parts)}"
    return Argument(says=says, kind="set_off", basis=one.basis)


def _claim(finding: ClaimFinding, names: dict[str, str]) -> Argument:
    parties = f"{names[finding.claimant]}对{names[finding.respondent]}"
    head = f"{parties}的请求“{finding.title}”{asked_in_words(finding)}：{result_in_words(finding)}"
    head += f"（{finding.set_off}）" if finding.set_off else ""
    head += f"，{to_prove_in_words(finding, names)}" if finding.unproved else ""
    steps = finding.time.steps if finding.time else ()
    parts = [Argument(says=step.says, kind="time", basis=step.basis) for step in steps]
    parts += [_element(element, names) for element in finding.elements]
    parts += [_defence(defence, names) for defence in finding.defences]
    if finding.capacity_says and finding.result is not Result.NOT_SUPPORTED:
        parts.append(Argument(says=f"责任方式：{finding.capacity_says}", kind="capacity"))
    parts += [_remedy(remedy) for remedy in finding.remedies]
    parts += [
        Argument(says=against_law_in_words(one), kind="clause", basis=(one.clause, *one.basis))
        for one in finding.clauses
    ]
    if finding.limitation_course:
        course = "；".join(step.says for step in finding.limitation_course)
        parts.append(Argument(says=f"诉讼时效：{course}", kind="limitation"))
    return Argument(says=head, kind="claim", basis=finding.basis, parts=tuple(parts))


def _element(element: ElementFinding, names: Mapping[str, str]) -> Argument:
    lacking = "还不具备，请求为时过早" if element.premature else "不具备"
    said = {Truth.TRUE: "具备", Truth.FALSE: lacking, Truth.UNKNOWN: "未定"}[element.truth]
    burden = f"（负举证责任的{names[element.prover]}未能证明）" if element.by_burden else ""
    why = f"（{element.decided_by}）" if element.decided_by else ""
    return Argument(
        says=f"要件“{element.says}”{said}{why}{burden}",
        kind="role" if element.by_role else "element",
        truth=element.truth,
        basis=element.basis,
        parts=_facts(element, names),
    )


def _defence(defence: DefenceFinding, names: Mapping[str, str]) -> Argument:
    if defence.effect is Effect.RULED_OUT:
        said = f"不再适用，{defence.unless}" if defence.unless else EFFECTS[Effect.RULED_OUT]
    elif defence.truth is Truth.FALSE:
        said = "不成立" + (f"（负举证责任的{names[defence.prover]}未能证明）" if defence.by_burden else "")
    elif defence.truth is Truth.UNKNOWN:
        said = f"未定；成立则{effect_in_words(defence)}{counter_in_words(defence, names)}"
    else:
        said = effect_in_words(defence)
    counter = f"；因为{defence.unless}" if defence.unless and defence.truth is Truth.TRUE else ""
    return Argument(
        says=f"抗辩“{defence.says}”：{said}{counter}",
        kind="defence",
        truth=defence.truth,
        basis=defence.basis,
        parts=_facts(defence, names),
    )


def _remedy(remedy: RemedyFinding) -> Argument:
    if remedy.money is None:
        says = "：".join(filter(None, (remedy_in_words(remedy), sum_in_words(remedy))))
        told = tuple(Argument(says=step.says, kind="step") for step in remedy.figures)
        return Argument(says=says, kind="remedy", basis=remedy.basis, parts=told)
    steps = tuple(
        Argument(says=step.says + ("" if step.amount is None else f"：{yuan(step.amount)}"), kind="step")
        for step in remedy.money.steps
    )
    basis = tuple(dict.fromkeys((*remedy.basis, *(at for use in remedy.terms for at in use.stated_at))))
    return Argument(says=f"{remedy_in_words(remedy)}：{sum_in_words(remedy)}", kind="remedy", basis=basis, parts=steps)


def _facts(part: ElementFinding | DefenceFinding, names: Mapping[str, str]) -> tuple[Argument, ...]:
    facts = tuple(
        Argument(says=fact_in_words(use, names, part.truth), basis=(*use.stated_at, *use.inferred_by))
        for use in told_facts(part)
    )
    return facts + tuple(Argument(says=reading_left_out(one)) for one in part.left_out)


def _recourse(one: RecourseFinding, names: dict[str, str]) -> Argument:
    money = f"：{money_in_words(one.money)}" if one.money else ""
    says = f"{names[one.by]}{one.says}（向{names[one.against]}）{money}{recourse_hangs_on(one)}"
    return Argument(says=says, kind="recourse", basis=one.basis)


def against_law_in_words(clause: ClauseAgainstLaw) -> str:
    """That a clause is void, or may be, and why: “概不负责”：无效，因为…

    Args:
        clause: that bears on a claim.
    """
    return f"“{clause.words}”：{'无效' if clause.void else '可能无效'}，因为{clause.because}"


def _void(clause: VoidClause) -> Argument:
    disputed = f"（{clause.disputed}，有争议）" if clause.disputed else ""
    says = f"条款“{clause.says}”无效：{VOID_REASONS[clause.reason]}{disputed}"
    return Argument(says=says, kind="clause", basis=(clause.clause, *clause.overridden_by))
