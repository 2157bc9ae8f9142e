"""`propertylaw review`: a contract against mandatory law, given back with comments; or clauses, one a line."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .marks import marked, marks_today
from .options import Baseline, Ignore, Output, Select, WriteBaseline, deliver, deliver_bytes, wanted_format
from .reading import read_file, tell_doubts

if TYPE_CHECKING:
    from propertylaw.checks import Beside, Review
    from propertylaw.model import Source


class Format(StrEnum):
    """A page for people, objects for programs, SARIF for review platforms, the text with what was found beside it, the
    contract as a Word file with comments."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    HTML = "html"
    DOCX = "docx"


class AsSide(StrEnum):
    """From whose side."""

    OWNERS_COMMITTEE = "owners_committee"
    SERVICE_PROVIDER = "service_provider"
    OWNER = "owner"
    DEVELOPER = "developer"
    NEUTRAL = "neutral"


def review(
    contract: Annotated[Path | None, typer.Argument(metavar="[合同]", help="要审查的合同", show_default=False)] = None,
    clauses: Annotated[
        Path | None, typer.Option("--clauses", metavar="文件", help="每行一个条款的 JSONL", show_default=False)
    ] = None,
    format: Annotated[Format | None, typer.Option("--format", "-f", help="输出格式", show_default="text")] = None,
    output: Output = None,
    side: Annotated[AsSide, typer.Option("--as", help="站在哪一方：只改变次序和建议")] = AsSide.NEUTRAL,
    suggest: Annotated[bool, typer.Option("--suggest", help="有把握的建议文本以修订写入 Word 文件")] = False,
    covenant: Annotated[
        Path | None, typer.Option("--covenant", metavar="文件", help="管理规约，与它对照", show_default=False)
    ] = None,
    promises: Annotated[
        Path | None, typer.Option("--promises", metavar="文件", help="公开的服务承诺，与它对照", show_default=False)
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="地点", help="如 浙江省宁波市：与当地法规对照", show_default=False)
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
) -> None:
    """审查合同：违反强制性规定的条款、缺失的内容、前后矛盾、空白；-o 审查.docx 把批注写回原来的 Word 文件。

    退出状态：0 没有发现问题，1 有发现，2 用法或者文件有错。用 --clauses 逐条审查时，有发现也是 0。
    """
    from propertylaw.errors import OutputError

    if (contract is None) == (clauses is None):
        raise OutputError("请给出一份合同，或者用 --clauses 给出条款文件", advice="二者给一个")
    if clauses is not None:
        deliver(_clause_lines(clauses), output)
        return
    assert contract is not None
    from propertylaw.checks import Side
    from propertylaw.checks import review as review_contract
    from propertylaw.structure import outline

    from .settings import finish, settings_for

    wanted = wanted_format(format, output, Format)
    source = read_file(contract)
    tell_doubts(source)
    settings = settings_for(contract, select, ignore, baseline)
    beside = _beside(covenant, promises, place)
    found = review_contract(source, outline(source), side=Side(side.value), settings=settings, beside=beside)
    left = finish(found.findings, settings, contract, write_baseline)
    found = found.model_copy(update={"findings": left})
    if wanted is Format.DOCX and output is not None:
        _deliver_word(source, found, suggest, output)
    else:
        deliver(_rendered(found, source, wanted), output)
    if left:
        raise typer.Exit(1)


def _beside(covenant: Path | None, promises: Path | None, place: str | None) -> "tuple[Beside, ...]":
    """What the contract is held against besides national law; what is not at hand is told on the side."""
    from propertylaw.checks import local_rules, own_text
    from propertylaw.structure import outline

    found: list[Beside] = []
    for kind, file in (("covenant", covenant), ("promises", promises)):
        if file is not None:
            source = read_file(file)
            tell_doubts(source)
            found.append(own_text("covenant" if kind == "covenant" else "promises", source, outline(source)))
    if place is not None:
        from datetime import date

        from propertylaw.library import KnowledgeBase

        law = KnowledgeBase(date.today(), place)
        for doubt in law.doubts:
            typer.echo(f"{doubt.message}；{doubt.advice}（{doubt.code}）", err=True)
        found.append(local_rules(law))
    return tuple(found)


def _rendered(found: "Review", source: "Source", format: Format) -> str:
    from propertylaw.report.findings_html import findings_html
    from propertylaw.report.findings_objects import review_json, review_lines
    from propertylaw.report.findings_page import order_told, review_text
    from propertylaw.report.sarif import sarif
    from propertylaw.report.text_marks import marking

    sources = {source.path or source.name: source}
    makers = {
        Format.TEXT: lambda: marked(lambda: review_text(found)),
        Format.JSON: lambda: review_json(found),
        Format.JSONL: lambda: review_lines(found),
        Format.SARIF: lambda: sarif(found.findings, sources),
        Format.HTML: lambda: findings_html(
            found.findings, sources, f"{found.title}：按{found.kind}审查", order_told(found)
        ),
    }
    with marking(marks_today()):
        return makers[format]()


def _deliver_word(source: "Source", found: "Review", suggest: bool, output: Path) -> None:
    """Write the Word file, and say on the side what stands in it."""
    from datetime import UTC, datetime

    from propertylaw.report.reviewed_word import commented, with_suggestions
    from propertylaw.report.text_marks import marking

    findings = found.findings
    with marking(marks_today()):
        word = with_suggestions(source, findings, datetime.now(UTC)) if suggest else commented(source, findings)
    deliver_bytes(word.content, output)
    changes = f"、{word.changes} 处修订" if suggest else ""
    typer.echo(f"已写入 {output}：{word.comments} 处批注{changes}", err=True)


def _clause_lines(file: Path) -> str:
    from propertylaw.checks import read_clauses, review_clause
    from propertylaw.report.findings_objects import clause_line

    return "\n".join(clause_line(one.id, review_clause(one)) for one in read_clauses(file))
