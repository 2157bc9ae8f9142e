"""Pages of the library: what came in, what is there, a provision on a day, what a check found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from propertylaw.library import KnowledgeBase, ProvisionText, StoredText
from propertylaw.library.intake import TakenIn
from propertylaw.library.verify import Verified
from propertylaw.model import NATION, Diagnostic, Instrument, Version
from propertylaw.rulebook import RANK_TITLES

from .terminal import Indented, page

_OUTCOMES = {"added": "收入", "replaced": "替换", "present": "已有", "kept": "未换"}
_STANDINGS = {"verified": "与目录逐条相合", "differs": "与目录有出入", "unknown": "没有底本可核对"}


def taken_in_text(taken: TakenIn) -> str:
    """One file: what it was recognised as, where it stands, and what differs."""
    text = taken.text
    if text is None or taken.outcome is None:
        return taken.problem
    head = f"{_OUTCOMES[taken.outcome]}　《{text.instrument.title}》{_of_version(text)}，{_STANDINGS[text.standing]}"
    return "\n".join([f"{head}　← {taken.file}", *(f"　　! {_told(finding)}" for finding in taken.findings)])


def library_text(law: KnowledgeBase, instruments: Sequence[Instrument], texts: Sequence[StoredText]) -> str:
    """Instruments by rank, with their versions and whether their texts are at hand."""
    table = Table(title="法源（· 当日适用的版本）", title_justify="left", title_style="head", expand=True)
    for column in ("法源", "版本", "手头的文本"):
        table.add_column(column, overflow="fold")
    for one in instruments:
        head = f"《{one.id}》\n{RANK_TITLES[one.rank]}" + ("" if one.territory == NATION else f"，{one.territory}")
        for number, version in enumerate(one.versions or (None,)):
            table.add_row(head if number == 0 else "", _version(one, version, law), _held(one, version, texts))
        table.add_section()
    count = f"{len(instruments)} 部法源，资料库有 {len(texts)} 份文本（{law.library.file}）"
    return page(lambda console: console.print(table, Text(count, style="quiet")))


def provision_text(answer: ProvisionText, instead: Iterable[ProvisionText]) -> str:
    """A provision with its words, or with what applied instead and the words of that."""
    return page(lambda console: _draw(console, answer, instead))


def facts_text(instrument: Instrument, answer: ProvisionText, law: KnowledgeBase) -> str:
    """What the catalogue knows of an instrument."""
    lines = [f"《{instrument.title}》　{RANK_TITLES[instrument.rank]}，{instrument.issuer or '制定机关未载'}"]
    lines += [f"文号：{instrument.number}"] if instrument.number else []
    lines += [f"适用于：{instrument.territory}", "版本："]
    lines += [f"　{_version(instrument, version, law)}" for version in instrument.versions]
    lines += [answer.says, *answer.doubts]
    lines += [f"说明：{instrument.note}"] if instrument.note else []
    return "\n".join(lines)


def verified_text(verified: Sequence[Verified]) -> str:
    """What a check of the library found."""
    lines = []
    for one in verified:
        mark = "✓" if one.in_order else "✗"
        lines.append(f"{mark} 《{one.text.instrument.title}》{_of_version(one.text)}，{_STANDINGS[one.text.standing]}")
        lines += [f"　　{_told(finding)}" for finding in one.findings]
    wrong = sum(not one.in_order for one in verified)
    return "\n".join([*lines, f"{len(verified)} 份文本，{wrong} 份有问题"])


def _draw(console: Console, answer: ProvisionText, instead: Iterable[ProvisionText]) -> None:
    at_hand = answer.state == "at_hand"
    console.print(Text(answer.says, style="head" if at_hand else "open"))
    for doubt in answer.doubts:
        console.print(Text(f"! {doubt}", style="open"))
    _print_words(console, answer)
    for other in instead:
        if other.words:
            console.print(Text(other.says, style="head"))
            _print_words(console, other)


def _print_words(console: Console, answer: ProvisionText) -> None:
    lines = (line.strip() for line in answer.words.splitlines())
    for line in filter(None, lines):
        console.print(Indented(Text(line), 2))
    if answer.text is not None and answer.words:
        console.print(Indented(Text(f"出自 {answer.text.origin}", style="quiet"), 2))


def _version(instrument: Instrument, version: Version | None, law: KnowledgeBase) -> str:
    if version is None:
        return "时间不明"
    begins = f"{version.in_force}起施行" if version.in_force else "施行日未载"
    articles = f"，{version.articles}条" if version.articles else ""
    mark = "·" if instrument.version_on(law.on) == version else ""
    return f"{mark}{version.name}，{begins}{articles}"


def _held(instrument: Instrument, version: Version | None, texts: Iterable[StoredText]) -> str:
    wanted = version.name if version else None
    held = [one for one in texts if one.instrument.id == instrument.id and one.version == wanted]
    return "；".join(f"第{one.first}–{one.last}条，{_STANDINGS[one.standing]}" for one in held) or "—"


def _of_version(text: StoredText) -> str:
    version = f"{text.version}的版本" if text.version else "版本不明"
    return f"{version}，第{text.first}–{text.last}条"


def _told(finding: Diagnostic) -> str:
    return f"{finding.message}{f'；{finding.advice}' if finding.advice else ''}（{finding.code}）"
