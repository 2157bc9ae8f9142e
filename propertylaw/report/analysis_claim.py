"""A claim on the page of an analysis: what is given, what is raised against it, what is to be had, and by which law."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from propertylaw.model import (
    ClaimFinding,
    ClauseAgainstLaw,
    DefenceFinding,
    Effect,
    ElementFinding,
    FactUse,
    LocalRule,
    Locator,
    Money,
    OpenConcept,
    RemedyFinding,
    Result,
    Step,
    TimeStep,
    Truth,
)
from propertylaw.reasoning.argument import against_law_in_words
from propertylaw.reasoning.facts_in_words import fact_alone_in_words, fact_in_words, reading_left_out, told_facts
from propertylaw.reasoning.results_in_words import counter_in_words, effect_in_words, proof_in_words, result_in_words
from propertylaw.reasoning.sums_in_words import remedy_in_words, sum_in_words
from propertylaw.rulebook.calculations.sums import yuan

from .terminal import COMMAND, RESULT_STYLES, Indented, Point, cited, point

_SHOWN_ABOVE = "见上"
_LONG = 60
"""Characters: more than a line on the page."""
_MARKS = {Truth.TRUE: ("✓", "good"), Truth.FALSE: ("✗", "bad"), Truth.UNKNOWN: ("?", "open")}


def claim_part(finding: ClaimFinding, earlier: Iterable[ClaimFinding], names: Mapping[str, str]) -> RenderableType:
    """What the page says of a claim; what it said in the same words of the same claim before is not said again.

    Args:
        finding: how the claim came out.
        earlier: the claims that stand above it.
        names: of the parties, by id.
    """
    above = _Above(finding, earlier, names)
    told = _Told(names, finding.claimant, above.figures())
    head = f"{names[finding.claimant]} 对 {names[finding.respondent]}：{finding.title}"
    parts: list[RenderableType] = [
        Rule(Text(head, style="head"), align="left"),
        Text.assemble(
            (result_in_words(finding), f"bold {RESULT_STYLES[finding.result]}"),
            (f"（依据：{cited(finding.basis)}）", "law"),
        ),
    ]
    parts += (Text(line, style="open") for line in proof_in_words(finding, names))
    if finding.time:
        place = above.place(lambda one: one.time)
        heading = "适用哪一时期的法律"
        parts.append(_line(heading, place) if place else _block(heading, map(_time_step, finding.time.steps)))
    parts += _reasons(finding, told, above)
    if finding.capacity_says and finding.result not in (Result.NOT_SUPPORTED, Result.PREMATURE):
        parts.append(_line("责任方式", finding.capacity_says))
    if finding.limitation:
        place = above.place(lambda one: (one.limitation, one.limitation_basis))
        parts.append(_line("时效", *((place,) if place else (finding.limitation, finding.limitation_basis))))
    if finding.limitation_course:
        place = above.place(lambda one: one.limitation_course)
        parts.append(_line("时效的经过", place or "；".join(step.says for step in finding.limitation_course)))
    if finding.could_plead:
        parts.append(_line(f"给{names[finding.respondent]}的提示", "；".join(finding.could_plead)))
    if finding.forum:
        place = above.place(lambda one: (one.forum, one.forum_basis))
        parts.append(_line("管辖", *((place,) if place else (finding.forum, finding.forum_basis))))
    if finding.clauses:
        parts.append(_block("条款的效力", _clauses(finding.clauses, above)))
    if finding.local:
        parts.append(_block("当地规定", _local_rules(finding.local, above)))
    if finding.notes and not above.claims:
        # Notes are about the claim in general; most of them do not touch the dispute at hand.
        more = f"另见：旧法、各地规定和常见误区等提示 {len(finding.notes)} 条：rules show {finding.id}"
        parts.append(Indented(Text(more, style=COMMAND), 1))
    return Group(*parts)


def _reasons(finding: ClaimFinding, told: _Told, above: _Above) -> list[RenderableType]:
    """What is given, what is raised against it, and what is to be had."""
    shown = [one for one in finding.elements if not one.by_role]
    given = [one for one in shown if one.truth is Truth.TRUE and above.told(one)]
    raised = [one for one in finding.defences if above.told(one)]
    had = [one for one in finding.remedies if above.told(one)]
    blocks = {
        "要件": [*_as_above(given), *(_element(one, told) for one in shown if one not in given)],
        "抗辩": [*_as_above(raised), *(_defence(one, told) for one in finding.defences if one not in raised)],
        "可得": [
            *(Text(f"同上：{remedy_in_words(one)}{_sum(one)}") for one in had),
            *(_remedy(one, told) for one in finding.remedies if one not in had),
        ],
    }
    return [_block(heading, lines) for heading, lines in blocks.items() if lines]


class _Above:
    """What the page said before: of the same claim between other parties, and of other claims."""

    def __init__(self, finding: ClaimFinding, earlier: Iterable[ClaimFinding], names: Mapping[str, str]) -> None:
        self._all = tuple(earlier)
        self.claims = [
            other
            for other in self._all
            if other.id == finding.id and (other.claimant == finding.claimant or other.respondent == finding.respondent)
        ]
        self._finding, self._names = finding, names

    def told(self, part: ElementFinding | DefenceFinding | RemedyFinding) -> bool:
        """Whether a part was told: it came out as it did before."""
        return any(part in (*one.elements, *one.defences, *one.remedies) for one in self.claims)

    def rule(self, rule: LocalRule) -> bool:
        """Whether a local rule was told, of whatever claim."""
        return any(rule in one.local for one in self._all)

    def figures(self) -> set[tuple[str, ...]]:
        """What derived facts were shown to follow from, of whatever claim, where it is too long to be read twice."""
        parts = (part for one in self._all for part in one.parts)
        uses = (use for part in parts for use in told_facts(part) if _reckoned(use))
        return {use.evidence for use in uses if sum(map(len, use.evidence)) > _LONG}

    def clause(self, clause: ClauseAgainstLaw) -> bool:
        """Whether a clause was told."""
        return any(clause in one.clauses for one in self.claims)

    def place(self, of: Callable[[ClaimFinding], object]) -> str:
        """Under which claim the same stands already; empty where it does not."""
        same = (one for one in self.claims if of(one) == of(self._finding))
        found = next(same, None)
        return f"同上（{self._names[found.claimant]} 对 {self._names[found.respondent]}）" if found else ""


def _as_above(parts: Iterable[ElementFinding | DefenceFinding]) -> list[RenderableType]:
    """Parts that came out as they did before, by how."""
    said: dict[Truth, list[str]] = {}
    for part in parts:
        said.setdefault(part.truth if isinstance(part, ElementFinding) else _shown(part), []).append(part.says)
    notes = {Truth.UNKNOWN: "（未定）", Truth.FALSE: "（不成立）"}
    return [
        point(f"{_MARKS[truth][0]} ", f"同上{notes.get(truth, '')}：{'；'.join(some)}", _MARKS[truth][1])
        for truth, some in said.items()
    ]


def _time_step(step: TimeStep) -> RenderableType:
    return point("· ", Text.assemble(step.says, (f"　{cited(step.basis)}" if step.basis else "", "law")))


def _block(heading: str, rows: Iterable[RenderableType]) -> RenderableType:
    return Indented(Group(Text(heading, style="head"), *(Indented(row, 2) for row in rows)), 1)


def _line(heading: str, text: str, basis: Iterable[Locator] = ()) -> RenderableType:
    places = cited(basis)
    return Indented(Text.assemble((heading, "head"), f"：{text}", (f"　{places}" if places else "", "law")), 1)


class _Told:
    """The facts that stand on the page of a claim; each is told once."""

    def __init__(self, names: Mapping[str, str], claimant: str, figures: Iterable[tuple[str, ...]] = ()) -> None:
        self.names, self.claimant = names, claimant
        self._seen: set[str] = set()
        self._figures = set(figures)

    def lines(self, uses: Iterable[FactUse], part: Truth | None = None) -> list[RenderableType]:
        """Those that were not told yet; they are from now on.

        Args:
            uses: the facts.
            part: how what looked at them came out.
        """
        found = [use for use in uses if use.fact not in self._seen]
        lines = []
        for use in found:
            told = self._figures_told(use)
            if not use.inner or (use.evidence and not told):
                once = use.model_copy(update={"evidence": (_SHOWN_ABOVE,)}) if told else use
                lines.append(_fact(once, self.names, part))
        self._seen.update(use.fact for use in found)
        return lines

    def _figures_told(self, use: FactUse) -> bool:
        """Whether what a derived fact follows from stands on the page already; it does from now on."""
        if not _reckoned(use):
            return False
        told = use.evidence in self._figures
        self._figures.add(use.evidence)
        return told


def _reckoned(use: FactUse) -> bool:
    """Whether a derived fact comes with what it follows from."""
    return use.proof == "derived" and bool(use.evidence)


def _element(element: ElementFinding, told: _Told) -> RenderableType:
    burden = _burden(element, told.names)
    concept = "取决于下文“法律没有定论之处”" if element.concept else ""
    early = "还不具备，请求为时过早" if element.premature and element.truth is Truth.FALSE else ""
    first = f"不具备的，{element.first}" if element.first and element.truth is not Truth.TRUE else ""
    note = "；".join(filter(None, (element.decided_by or burden, concept, early, first)))
    lines = [*told.lines(told_facts(element), element.truth), *left_out(element)]
    return _point(element.truth, (element.says, note), element.basis, lines)


def _defence(defence: DefenceFinding, told: _Told) -> RenderableType:
    said = (defence.says, _defence_note(defence, told))
    uses = told_facts(defence)
    lines = [*told.lines(uses, defence.truth), *left_out(defence)]
    decisive = [fact_alone_in_words(use, told.names) for use in uses if use.value is not None]
    if not lines and decisive and defence.truth is Truth.FALSE and defence.effect is not Effect.RULED_OUT:
        lines = [point("· ", Text(f"上面已经写明，{'；'.join(decisive)}", style="quiet"), "quiet")]
    return _point(_shown(defence), said, defence.basis, lines)


def left_out(part: ElementFinding | DefenceFinding | OpenConcept) -> list[RenderableType]:
    """The readings that are not considered, with the reason."""
    return [point("· ", Text(reading_left_out(one), style="quiet"), "quiet") for one in part.left_out]


def _shown(defence: DefenceFinding) -> Truth:
    """A defence that the law rules out does not help, even where its facts are given."""
    return Truth.FALSE if defence.effect is Effect.RULED_OUT else defence.truth


def _burden(part: ElementFinding | DefenceFinding, names: Mapping[str, str]) -> str:
    """Who has to prove a part of which not everything is admitted, and whether he failed to."""
    if part.by_burden:
        return f"由{names[part.prover]}举证，未能证明"
    needs_proof = any(use.proof != "admitted" for use in part.facts)
    return f"由{names[part.prover]}举证" if needs_proof else ""


def _defence_burden(defence: DefenceFinding, told: _Told) -> str:
    """Who has to prove a defence, or that it is not given; nothing where the facts themselves take it away."""
    if defence.truth is Truth.FALSE and not defence.by_burden:
        return ""
    burden = _burden(defence, told.names)
    if defence.of_office:
        if_unclear = f"；查不清的，{burden}" if burden and not defence.by_burden else ""
        return f"对方不提，法院也要查{if_unclear}"
    return burden.replace("举证", "证明它不成立", 1) if defence.prover == told.claimant else burden


def _defence_note(defence: DefenceFinding, told: _Told) -> str:
    if defence.effect is Effect.RULED_OUT and defence.unless:
        return f"不再适用：{defence.unless}"
    if defence.effect is Effect.RULED_OUT or defence.truth is Truth.TRUE:
        note = effect_in_words(defence)
    elif defence.truth is Truth.UNKNOWN:
        note = f"未定，成立则{effect_in_words(defence)}"
    else:
        note = "不成立"
    if defence.effect is not Effect.RULED_OUT:
        note = "，".join(filter(None, (note, _defence_burden(defence, told))))
    given = f"（{defence.unless}）" if defence.unless else ""
    counter = counter_in_words(defence, told.names) or given
    concept = "，取决于下文“法律没有定论之处”" if defence.concept else ""
    return note + counter + concept


def _point(
    truth: Truth, said: tuple[str, str], basis: Iterable[Locator], facts: Iterable[RenderableType]
) -> RenderableType:
    """A part of a claim: its words with a note, what it rests on, the facts."""
    (mark, style), (says, note) = _MARKS[truth], said
    head = point(f"{mark} ", Text.assemble(says, (f"　{note}" if note else "", style)), style)
    lines: list[RenderableType] = [head, Indented(Text(cited(basis), style="law"), 2)]
    lines += [Indented(fact, 2) for fact in facts]
    return Group(*lines)


def _fact(use: FactUse, names: Mapping[str, str], part: Truth | None) -> RenderableType:
    at = (*use.stated_at, *use.inferred_by)
    places = f"　{cited(at)}" if at else ""
    return point("· ", Text.assemble((fact_in_words(use, names, part), "quiet"), (places, "law")), "quiet")


def _remedy(remedy: RemedyFinding, told: _Told) -> RenderableType:
    lines: list[RenderableType] = [
        Text.assemble(remedy_in_words(remedy), (_sum(remedy), "head"), (f"　{cited(remedy.basis)}", "law"))
    ]
    lines += [Indented(fact, 2) for fact in told.lines(remedy.terms)]
    lines += [Indented(point("· ", Text(step.says)), 2) for step in remedy.figures]
    lines += [Indented(step, 2) for step in steps(remedy.money)]
    return Group(*lines)


def _sum(remedy: RemedyFinding) -> str:
    told = sum_in_words(remedy)
    return f"：{told}" if told else ""


def _clauses(clauses: Iterable[ClauseAgainstLaw], above: _Above) -> Iterator[RenderableType]:
    """A line each; what stands above is only named."""
    known = [one for one in clauses if above.clause(one)]
    if known:
        yield point("· ", Text.assemble("同上：", (cited(one.clause for one in known), "law")))
    for one in (each for each in clauses if each not in known):
        mark, style = ("✗ ", "bad") if one.void else ("? ", "open")
        told = Text.assemble((cited((one.clause,)), "law"), against_law_in_words(one), (f"　{cited(one.basis)}", "law"))
        yield point(mark, told, style)


_LOCAL = {"details": "补充", "stricter": "更严", "conflicts": "不一致"}


def _local_rules(rules: Iterable[LocalRule], above: _Above) -> Iterator[RenderableType]:
    """A line each; that a text was not in force then is told once of the text, and what stands above is only named."""
    told: set[tuple[str, str]] = set()
    known = [rule for rule in rules if above.rule(rule)]
    if known:
        yield point("· ", Text.assemble("同上：", (cited(rule.locator for rule in known), "law")))
    for rule in (one for one in rules if one not in known):
        text = (rule.locator.instrument, rule.then)
        if rule.then and text not in told:
            told.add(text)
            yield Text(f"{cited((Locator(instrument=rule.locator.instrument),))}：{rule.then}", style="open")
        yield _local_rule(rule)


def _local_rule(rule: LocalRule) -> RenderableType:
    beside = f"　与{cited((rule.beside,))}相比{_LOCAL[rule.kind]}：{rule.why}" if rule.beside else ""
    head = point("· ", Text.assemble((cited((rule.locator,)), "law"), beside))
    return Group(head, Indented(Text(rule.text, style="quiet"), 2)) if rule.text else head


def steps(money: Money | None) -> list[Point]:
    """How a sum was reckoned."""
    return step_lines(money.steps) if money else []


def step_lines(steps: Iterable[Step]) -> list[Point]:
    """The steps of a reckoning, a line each."""
    said = (step.says + ("" if step.amount is None else f"：{yuan(step.amount)}") for step in steps)
    return [point("· ", Text(words, style="quiet"), "quiet") for words in said]
