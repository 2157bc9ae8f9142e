"""Findings for people: one after the other, each with its place, words, basis and advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from propertylaw.checks import Review, Side, Weight
from propertylaw.model import Diagnostic, Severity

from .suggestions import ANOTHER, rewritten_for_another
from .terminal import Indented, cited, page

SEVERITIES = {Severity.HIGH: "高", Severity.MEDIUM: "中", Severity.LOW: "低", Severity.INFO: "提示"}
_STYLES = {Severity.HIGH: "bad", Severity.MEDIUM: "open", Severity.LOW: "quiet", Severity.INFO: "quiet"}
_SIDES = {"service_provider": "物业服务人", "developer": "建设单位", "owners": "业主一方"}
_ASKING = {
    Side.OWNERS_COMMITTEE: "业主委员会",
    Side.OWNER: "业主",
    Side.SERVICE_PROVIDER: "物业服务人",
    Side.DEVELOPER: "建设单位",
}


def review_text(review: Review) -> str:
    """What a review found, as a page."""

    def draw(console: Console) -> None:
        console.print(Text(f"{review.title}　按{review.kind}审查", style="head"))
        if order := order_told(review):
            console.print(Text(order, style="quiet"))
        _findings(console, review.findings)
        _balance(console, review.balance)
        console.print(Text(summary(review.findings), style="head"))
        console.print(Text("本工具不提供法律意见；没有报告的，不等于有效。", style="quiet"))

    return page(draw)


def order_told(review: Review) -> str:
    """For whom the findings are ordered; nothing where no side was taken."""
    asking = _ASKING.get(review.side)
    return f"站在{asking}一方：由重到轻，同样轻重的对其不利的在前；建议是给{asking}的" if asking else ""


def lint_text(findings: Sequence[Diagnostic]) -> str:
    """What was found in regulations, as a page."""

    def draw(console: Console) -> None:
        _findings(console, findings)
        console.print(Text(summary(findings), style="head"))

    return page(draw)


def summary(findings: Sequence[Diagnostic]) -> str:
    """How many findings of which severity."""
    counts = Counter(finding.severity for finding in findings)
    told = "，".join(f"{name} {counts[severity]}" for severity, name in SEVERITIES.items() if counts[severity])
    return f"发现 {len(findings)} 处：{told}" if findings else "没有发现问题"


def place(finding: Diagnostic) -> str:
    """Where a finding stands, as people say it."""
    if finding.place:
        return finding.place
    return cited((finding.locator,)) if finding.locator else "全文"


def _findings(console: Console, findings: Sequence[Diagnostic]) -> None:
    for_another = rewritten_for_another(findings)
    for finding in findings:
        head = Text(f"\n[{SEVERITIES[finding.severity]}] ", style=_STYLES[finding.severity])
        head.append(place(finding), style="head")
        head.append(f"　{finding.code}", style="quiet")
        console.print(head)
        console.print(Indented(Text(finding.message, style="head"), 2))
        for line, style in _lines(finding):
            console.print(Indented(Text(line, style=style), 2))
        if finding in for_another:
            console.print(Indented(Text(ANOTHER, style="quiet"), 2))


def _lines(finding: Diagnostic) -> list[tuple[str, str]]:
    lines = [(f"“{finding.quote}”", "")] if finding.quote else []
    if finding.basis:
        lines.append((cited(finding.basis), "law"))
    if finding.advice:
        lines.append((f"建议：{finding.advice}", ""))
    if finding.replacement:
        lines.append((f"可以这样写：{finding.replacement}", "good"))
    return lines


def _balance(console: Console, weights: Sequence[Weight]) -> None:
    if len(weights) < 2:
        return
    console.print(Text("\n各方的权利、义务和责任（条数）", style="head"))
    for one in weights:
        console.print(f"  {_SIDES[one.side]}　权利 {one.rights}　义务和禁止 {one.duties}　责任 {one.liabilities}")
    console.print()
