"""The page of an analysis: conclusions first, then each claim with its reasons, then what is open and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from propertylaw.model import (
    Analysis,
    ClaimFinding,
    Diagnostic,
    OpenConcept,
    RecourseFinding,
    Result,
    SetOffFinding,
    Truth,
    VoidClause,
)
from propertylaw.reasoning.argument import VOID_REASONS
from propertylaw.reasoning.results_in_words import money_open, recourse_hangs_on, result_in_words, to_prove_in_words
from propertylaw.reasoning.sums_in_words import (
    asked_in_words,
    money_in_short,
    money_in_words,
    more_in_words,
    set_off_in_words,
    set_off_part_in_words,
)

from .analysis_claim import claim_part, left_out, step_lines, steps
from .document_titles import called
from .questions import question_blocks
from .terminal import COMMAND, RESULT_STYLES, Indented, cited, page, point, with_marks
from .text_marks import TextMarks
from .ways_lines import body_lines, chain_lines, route_lines

_MARKS = {Truth.TRUE: ("✓", "good"), Truth.FALSE: ("✗", "bad"), Truth.UNKNOWN: ("?", "open")}


_Section = tuple[str, Sequence[RenderableType]]
"""A heading and what stands below it."""


def analysis_text(analysis: Analysis) -> str:
    """The page of an analysis, for the terminal."""
    with called(analysis.documents, analysis.printed):
        marks = TextMarks.of(analysis.texts)
        return with_marks(lambda: page(lambda console: _draw(console, parts_of(analysis))), marks)


def _draw(console: Console, parts: Iterable[RenderableType]) -> None:
    for number, part in enumerate(parts):
        if number and (isinstance(part, Rule) or _opens_with_rule(part)):
            console.print()
        console.print(part)


def _opens_with_rule(part: RenderableType) -> bool:
    return isinstance(part, Group) and isinstance(part.renderables[0], Rule)


def parts_of(analysis: Analysis, *further: _Section) -> Iterator[RenderableType]:
    """What the page says, part by part.

    Args:
        analysis: what was found out.
        further: sections that a page to print has at its end.
    """
    names = analysis.names
    yield Panel(Text(f"{analysis.on} · {analysis.place}"), title=Text(analysis.title or "纠纷分析"), expand=True)
    yield _conclusions(analysis, names)
    for place, finding in enumerate(analysis.claims):
        yield claim_part(finding, analysis.claims[:place], names)
    sections: tuple[_Section, ...] = (
        ("抵销", [_set_off(one, names) for one in analysis.set_offs]),
        ("付了以后可以向谁追偿", [_recourse(recourse, names) for recourse in analysis.recourse]),
        ("被强制性规定推翻的条款", [_void(clause) for clause in analysis.void_clauses]),
        ("可以走的途径", route_lines(analysis)),
        ("该向谁报告、谁必须处理", body_lines(analysis)),
        ("对方没了、没钱：还能找谁", chain_lines(analysis)),
        ("法律没有定论之处", [_concept(concept) for concept in analysis.open_concepts]),
        ("接下来要问", list(question_blocks(analysis))),
        ("请注意", [_warning(diagnostic) for diagnostic in analysis.diagnostics]),
        *further,
    )
    for heading, parts in sections:
        if parts:
            yield Rule(Text(heading, style="head"), align="left")
            yield from (Indented(part, 1) for part in parts)
    yield Text("")
    yield Text("本结果按所填事实和所附文件推演，不是法律意见。", style="quiet")


def _conclusions(analysis: Analysis, names: dict[str, str]) -> Table:
    table = Table(title="结论", title_justify="left", title_style="head", expand=True)
    for column in ("请求", "请求人 → 被请求人", "结论", "金额"):
        table.add_column(column, overflow="fold")
    for finding in analysis.claims:
        parts = (result_in_words(finding), _until(finding, analysis), to_prove_in_words(finding, names))
        said = "，".join(filter(None, parts))
        table.add_row(
            finding.title,
            f"{names[finding.claimant]} → {names[finding.respondent]}",
            Text(said, style=RESULT_STYLES[finding.result]),
            _amount(finding),
        )
    return table


def _until(finding: ClaimFinding, analysis: Analysis) -> str:
    """Of a claim that cannot succeed yet: by which days the ways that lead to it have to be gone."""
    if not (finding.fails_either_way or finding.result is Result.PREMATURE):
        return ""
    days = {
        route.title: day.last_day
        for route in analysis.routes
        if finding.id in route.claims
        for day in route.deadlines
        if day.last_day and not day.passed
    }
    return "、".join(f"{title}不迟于 {day}" for title, day in days.items())


def _amount(finding: ClaimFinding) -> str:
    more, known = more_in_words(finding), finding.amount or finding.reckoned
    if known is None or (finding.result is Result.DEPENDS and not known.high):
        off = f"（{finding.set_off}）" if finding.set_off else ""
        return f"{f'数额未定：{more}' if more else '—'}{asked_in_words(finding)}{off}"
    words = money_in_short(known) + (f"，没有算全：{more}" if more else "") + asked_in_words(finding)
    words += f"（{finding.set_off}）" if finding.set_off else ""
    sure = finding.result is not Result.DEPENDS or finding.at_least_partly
    return words if sure and not money_open(finding) else f"若成立，{words}"


def _set_off(one: SetOffFinding, names: dict[str, str]) -> RenderableType:
    head = Text.assemble(set_off_in_words(one, names), (f"　{cited(one.basis)}", "law"))
    parts = (point("· ", Text(set_off_part_in_words(part, names), style="quiet"), "quiet") for part in one.parts)
    return Group(head, *(Indented(part, 2) for part in parts))


def _recourse(recourse: RecourseFinding, names: dict[str, str]) -> RenderableType:
    money = f"：{money_in_words(recourse.money)}" if recourse.money else ""
    head = f"{names[recourse.by]} → {names[recourse.against]}：{recourse.says}{money}{recourse_hangs_on(recourse)}"
    lines: list[RenderableType] = [Text.assemble(head, (f"　{cited(recourse.basis)}", "law"))]
    return Group(*lines, *(Indented(step, 2) for step in steps(recourse.money)))


def _void(clause: VoidClause) -> RenderableType:
    head = point("✗ ", Text.assemble((cited((clause.clause,)), "law"), f"　{clause.says}"), "bad")
    why = Text.assemble(VOID_REASONS[clause.reason], (f"　{cited(clause.overridden_by)}", "law"))
    lines = [why, Text(f"{clause.disputed}，有争议", style="open")] if clause.disputed else [why]
    return Group(head, *(Indented(line, 2) for line in lines))


def _concept(concept: OpenConcept) -> RenderableType:
    lines: list[RenderableType] = [
        point("? ", Text.assemble(concept.question, (f"　{cited(concept.basis)}", "law")), "open")
    ]
    if concept.vague_in:
        lines.append(Indented(Text(f"见于：{cited(concept.vague_in)}", style="law"), 2))
    lines += [Indented(point("· ", f"一说：{reading.says}"), 2) for reading in concept.readings]
    lines += [Indented(one, 2) for one in left_out(concept)]
    lines += [Indented(step, 2) for step in step_lines(concept.figures)]
    if concept.factors:
        lines.append(Indented(Text(f"考量：{'；'.join(concept.factors)}", style="quiet"), 2))
    return Group(*lines)


def _warning(diagnostic: Diagnostic) -> RenderableType:
    advice = f"；{diagnostic.advice}" if diagnostic.advice else ""
    places = f"　{cited(diagnostic.related)}" if diagnostic.related else ""
    code = (f"（{diagnostic.code}）", COMMAND)
    return point("· ", Text.assemble(f"{diagnostic.message}{advice}", code, (places, "law")))
