"""The page of an analysis: conclusions first, then each claim with its reasons, then what is open and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from propertylaw.model import (
    Analysis,
    ClaimFinding,
    DefenceFinding,
    Diagnostic,
    Effect,
    ElementFinding,
    FactUse,
    LocalRule,
    Locator,
    Money,
    OpenConcept,
    RecourseFinding,
    RemedyFinding,
    Result,
    Step,
    TimeStep,
    Truth,
    VoidClause,
)
from propertylaw.reasoning.argument import (
    VOID_REASONS,
    asked_in_words,
    effect_in_words,
    fact_in_words,
    missing_in_words,
    money_in_words,
    more_in_words,
    reading_left_out,
    recourse_hangs_on,
    remedy_in_words,
    result_in_words,
    to_prove_in_words,
    told_facts,
)

from .document_titles import called
from .questions import question_blocks
from .terminal import COMMAND, RESULT_STYLES, Point, cited, page, point, with_marks
from .text_marks import TextMarks
from .ways_lines import body_lines, chain_lines, route_lines

_MOST_QUESTIONS = 5
"""So many questions of a claim stand on the terminal's page; a page to print has them all."""
_MARKS = {Truth.TRUE: ("✓", "good"), Truth.FALSE: ("✗", "bad"), Truth.UNKNOWN: ("?", "open")}


def analysis_text(analysis: Analysis) -> str:
    """The page of an analysis, for the terminal."""
    with called(analysis.documents):
        marks = TextMarks.of(analysis.texts)
        return with_marks(lambda: page(lambda console: _draw(console, parts_of(analysis, _MOST_QUESTIONS))), marks)


def _draw(console: Console, parts: Iterable[RenderableType]) -> None:
    for number, part in enumerate(parts):
        if number and (isinstance(part, Rule) or _opens_with_rule(part)):
            console.print()
        console.print(part)


def _opens_with_rule(part: RenderableType) -> bool:
    return isinstance(part, Group) and isinstance(part.renderables[0], Rule)


def parts_of(analysis: Analysis, most_questions: int) -> Iterator[RenderableType]:
    """What the page says, part by part, with at most so many questions a claim."""
    names = analysis.names
    yield Panel(Text(f"{analysis.on} · {analysis.place}"), title=Text(analysis.title or "纠纷分析"), expand=True)
    yield _conclusions(analysis.claims, names)
    for place, finding in enumerate(analysis.claims):
        yield _claim(finding, names, _given_before(finding, analysis.claims[:place]))
    sections = (
        ("付了以后可以向谁追偿", [_recourse(recourse, names) for recourse in analysis.recourse]),
        ("被强制性规定推翻的条款", [_void(clause) for clause in analysis.void_clauses]),
        ("可以走的途径", route_lines(analysis)),
        ("该向谁报告、谁必须处理", body_lines(analysis)),
        ("对方没了、没钱：还能找谁", chain_lines(analysis)),
        ("法律没有定论之处", [_concept(concept) for concept in analysis.open_concepts]),
        ("接下来要问", list(question_blocks(analysis, most_questions))),
        ("请注意", [_warning(diagnostic) for diagnostic in analysis.diagnostics]),
    )
    for heading, parts in sections:
        if parts:
            yield Rule(Text(heading, style="head"), align="left")
            yield from (Padding(part, (0, 0, 0, 1)) for part in parts)
    yield Text("")
    yield Text("本结果按所填事实和所附文件推演，不是法律意见。", style="quiet")


def _conclusions(findings: Iterable[ClaimFinding], names: dict[str, str]) -> Table:
    table = Table(title="结论", title_justify="left", title_style="head", expand=True)
    for column in ("请求", "请求人 → 被请求人", "结论", "金额"):
        table.add_column(column, overflow="fold")
    for finding in findings:
        said = "，".join(filter(None, (result_in_words(finding), to_prove_in_words(finding, names))))
        table.add_row(
            finding.title,
            f"{names[finding.claimant]} → {names[finding.respondent]}",
            Text(said, style=RESULT_STYLES[finding.result]),
            _amount(finding),
        )
    return table


def _amount(finding: ClaimFinding) -> str:
    more, known = more_in_words(finding), finding.amount or finding.reckoned
    if known is None:
        return f"—{'，' if more else ''}{more}{asked_in_words(finding)}"
    words = money_in_words(known) + (f"，另加{more}" if more else "") + asked_in_words(finding)
    return f"若成立，{words}" if finding.result is Result.DEPENDS and not finding.at_least_partly else words


def _given_before(finding: ClaimFinding, earlier: Iterable[ClaimFinding]) -> tuple[ElementFinding, ...]:
    """The given elements that stand in the same words against an earlier respondent of the claim."""
    same = (one for one in earlier if (one.id, one.claimant) == (finding.id, finding.claimant))
    before = [element for one in same for element in one.elements]
    return tuple(one for one in _told_elements(finding) if one.truth is Truth.TRUE and one in before)


def _told_elements(finding: ClaimFinding) -> tuple[ElementFinding, ...]:
    """The elements but for those that the roles of the two parties alone give."""
    return tuple(one for one in finding.elements if not one.by_role)


def _claim(finding: ClaimFinding, names: dict[str, str], before: tuple[ElementFinding, ...]) -> RenderableType:
    told = _Told(names, finding.claimant)
    head = f"{names[finding.claimant]} 对 {names[finding.respondent]}：{finding.title}"
    parts: list[RenderableType] = [
        Rule(Text(head, style="head"), align="left"),
        Text.assemble(
            (result_in_words(finding), f"bold {RESULT_STYLES[finding.result]}"),
            (f"（依据：{cited(finding.basis)}）", "law"),
        ),
    ]
    if finding.unproved:
        parts.append(
            Text(f"{to_prove_in_words(finding, names)}（有争议，还没有证明；证明了，结论可能改变）", style="open")
        )
    if finding.time:
        parts.append(_block("适用哪一时期的法律", map(_time_step, finding.time.steps)))
    elements = [_element(one, told) for one in _told_elements(finding) if one not in before]
    if before:
        elements.insert(0, point("✓ ", f"同上：{'；'.join(one.says for one in before)}", "good"))
    if elements:
        parts.append(_block("要件", elements))
    if finding.defences:
        parts.append(_block("抗辩", (_defence(one, told) for one in finding.defences)))
    if finding.remedies:
        parts.append(_block("可得", (_remedy(one, told) for one in finding.remedies)))
    if finding.capacity_says and finding.result not in (Result.NOT_SUPPORTED, Result.PREMATURE):
        parts.append(_line("责任方式", finding.capacity_says))
    if finding.limitation:
        parts.append(_line("时效", finding.limitation, finding.limitation_basis))
    if finding.limitation_course:
        parts.append(_line("时效的经过", "；".join(step.says for step in finding.limitation_course)))
    if finding.forum:
        parts.append(_line("管辖", finding.forum, finding.forum_basis))
    if finding.local:
        parts.append(_block("当地规定", map(_local_rule, finding.local)))
    if finding.notes:
        # Notes are about the claim in general; most of them do not touch the dispute at hand.
        more = f"另见：旧法、各地规定和常见误区等提示 {len(finding.notes)} 条：rules show {finding.id}"
        parts.append(Padding(Text(more, style=COMMAND), (0, 0, 0, 1)))
    return Group(*parts)


def _time_step(step: TimeStep) -> RenderableType:
    return point("· ", Text.assemble(step.says, (f"　{cited(step.basis)}" if step.basis else "", "law")))


def _block(heading: str, rows: Iterable[RenderableType]) -> RenderableType:
    return Padding(Group(Text(heading, style="head"), *(Padding(row, (0, 0, 0, 2)) for row in rows)), (0, 0, 0, 1))


def _line(heading: str, text: str, basis: Iterable[Locator] = ()) -> RenderableType:
    places = cited(basis)
    return Padding(
        Text.assemble((heading, "head"), f"：{text}", (f"　{places}" if places else "", "law")), (0, 0, 0, 1)
    )


class _Told:
    """The facts that stand on the page of a claim; each is told once."""

    def __init__(self, names: Mapping[str, str], claimant: str) -> None:
        self.names, self.claimant = names, claimant
        self._seen: set[str] = set()

    def lines(self, uses: Iterable[FactUse]) -> list[RenderableType]:
        """Those that were not told yet; they are from now on."""
        found = [use for use in uses if use.fact not in self._seen]
        self._seen.update(use.fact for use in found)
        return [_fact(use, self.names) for use in found]


def _element(element: ElementFinding, told: _Told) -> RenderableType:
    burden = _burden(element, told.names)
    concept = "取决于下文“法律没有定论之处”" if element.concept else ""
    early = "还不具备，请求为时过早" if element.premature and element.truth is Truth.FALSE else ""
    note = "；".join(filter(None, (burden, concept, early)))
    lines = [*told.lines(told_facts(element)), *_left_out(element)]
    return _point(element.truth, (element.says, note), element.basis, lines)


def _defence(defence: DefenceFinding, told: _Told) -> RenderableType:
    said = (defence.says, _defence_note(defence, told))
    uses = told_facts(defence)
    lines = [*told.lines(uses), *_left_out(defence)]
    decisive = [use.title for use in uses if use.value is not None]
    if not lines and decisive and defence.truth is Truth.FALSE and defence.effect is not Effect.RULED_OUT:
        lines = [point("· ", Text(f"见上：{'、'.join(decisive)}", style="quiet"), "quiet")]
    return _point(_shown(defence), said, defence.basis, lines)


def _left_out(part: ElementFinding | DefenceFinding | OpenConcept) -> list[RenderableType]:
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
    return burden.replace("举证", "举证排除", 1) if defence.prover == told.claimant else burden


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
    counter = f"（{defence.unless}）" if defence.unless else ""
    concept = "，取决于下文“法律没有定论之处”" if defence.concept else ""
    return note + counter + concept


def _point(
    truth: Truth, said: tuple[str, str], basis: Iterable[Locator], facts: Iterable[RenderableType]
) -> RenderableType:
    """A part of a claim: its words with a note, what it rests on, the facts."""
    (mark, style), (says, note) = _MARKS[truth], said
    head = point(f"{mark} ", Text.assemble(says, (f"　{note}" if note else "", style)), style)
    lines: list[RenderableType] = [head, Padding(Text(cited(basis), style="law"), (0, 0, 0, 2))]
    lines += [Padding(fact, (0, 0, 0, 2)) for fact in facts]
    return Group(*lines)


def _fact(use: FactUse, names: Mapping[str, str]) -> RenderableType:
    places = f"　{cited(use.stated_at)}" if use.stated_at else ""
    return point("· ", Text.assemble((fact_in_words(use, names), "quiet"), (places, "law")), "quiet")


def _remedy(remedy: RemedyFinding, told: _Told) -> RenderableType:
    money = ""
    if remedy.money:
        money = f"：{money_in_words(remedy.money)}"
    elif remedy.missing:
        money = f"：{missing_in_words(remedy)}"
    says = remedy_in_words(remedy)
    lines: list[RenderableType] = [Text.assemble(says, (money, "head"), (f"　{cited(remedy.basis)}", "law"))]
    lines += [Padding(fact, (0, 0, 0, 2)) for fact in told.lines(remedy.terms)]
    lines += [Padding(point("· ", Text(step.says)), (0, 0, 0, 2)) for step in remedy.figures]
    lines += [Padding(step, (0, 0, 0, 2)) for step in _steps(remedy.money)]
    return Group(*lines)


_LOCAL = {"details": "补充", "stricter": "更严", "conflicts": "不一致"}


def _local_rule(rule: LocalRule) -> RenderableType:
    beside = f"　与{cited((rule.beside,))}相比{_LOCAL[rule.kind]}：{rule.why}" if rule.beside else ""
    head = point("· ", Text.assemble((cited((rule.locator,)), "law"), beside))
    return Group(head, Padding(Text(rule.text, style="quiet"), (0, 0, 0, 2))) if rule.text else head


def _steps(money: Money | None) -> list[Point]:
    return _step_lines(money.steps) if money else []


def _step_lines(steps: Iterable[Step]) -> list[Point]:
    said = (step.says + ("" if step.amount is None else f"：{step.amount:,} 元") for step in steps)
    return [point("· ", Text(words, style="quiet"), "quiet") for words in said]


def _recourse(recourse: RecourseFinding, names: dict[str, str]) -> RenderableType:
    money = f"：{money_in_words(recourse.money)}" if recourse.money else ""
    head = f"{names[recourse.by]} → {names[recourse.against]}：{recourse.says}{money}{recourse_hangs_on(recourse)}"
    lines: list[RenderableType] = [Text.assemble(head, (f"　{cited(recourse.basis)}", "law"))]
    return Group(*lines, *(Padding(step, (0, 0, 0, 2)) for step in _steps(recourse.money)))


def _void(clause: VoidClause) -> RenderableType:
    head = point("✗ ", Text.assemble((cited((clause.clause,)), "law"), f"　{clause.says}"), "bad")
    why = Text.assemble(VOID_REASONS[clause.reason], (f"　{cited(clause.overridden_by)}", "law"))
    lines = [why, Text(f"{clause.disputed}，有争议", style="open")] if clause.disputed else [why]
    return Group(head, *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _concept(concept: OpenConcept) -> RenderableType:
    lines: list[RenderableType] = [
        point("? ", Text.assemble(concept.question, (f"　{cited(concept.basis)}", "law")), "open")
    ]
    if concept.vague_in:
        lines.append(Padding(Text(f"见于：{cited(concept.vague_in)}", style="law"), (0, 0, 0, 2)))
    lines += [Padding(point("· ", f"一说：{reading.says}"), (0, 0, 0, 2)) for reading in concept.readings]
    lines += [Padding(one, (0, 0, 0, 2)) for one in _left_out(concept)]
    lines += [Padding(step, (0, 0, 0, 2)) for step in _step_lines(concept.figures)]
    if concept.factors:
        lines.append(Padding(Text(f"考量：{'；'.join(concept.factors)}", style="quiet"), (0, 0, 0, 2)))
    return Group(*lines)


def _warning(diagnostic: Diagnostic) -> RenderableType:
    advice = f"；{diagnostic.advice}" if diagnostic.advice else ""
    places = f"　{cited(diagnostic.related)}" if diagnostic.related else ""
    code = (f"（{diagnostic.code}）", COMMAND)
    return point("· ", Text.assemble(f"{diagnostic.message}{advice}", code, (places, "law")))
