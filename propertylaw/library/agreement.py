"""How far a text agrees with the one that was compared for the catalogue, and where it does not."""

from __future__ import annotations

from propertylaw.model import Diagnostic, Instrument, Locator, Severity, Version
from propertylaw.rulebook.digests import Fingerprint, known_fingerprint
from propertylaw.structure import cite

from .texts import Standing

_MOST_NAMED = 8


def compared(known: Instrument, version: Version, own: Fingerprint) -> tuple[Standing, list[Diagnostic]]:
    """What differs from the text of this version that the catalogue knows."""
    other = known_fingerprint(known.id, version.name)
    findings = []
    if other is None:
        expected = version.articles
        if expected and len(own.articles) != expected:
            said = f"读到{len(own.articles)}条，{version.name}的版本应有{expected}条"
            findings.append(finding("COR005", Severity.HIGH, said, known.id, "文本可能不全，请换完整的文本"))
            return "differs", findings
        return "unknown", findings
    here, there = own.articles, other.articles
    for numbers, what, advice in (
        ([n for n in here if n in there and here[n] != there[n]], "与目录核对过的文本不同", "请对照原文"),
        ([n for n in here if n not in there and _within(n, version)], "目录没有核对过", ""),
        ([n for n in here if not _within(n, version)], "超出这一版本的条数", "请检查是不是另一版本"),
        ([n for n in there if n not in here and other.whole], "文本里没有", "文本可能不全"),
    ):
        if numbers:
            severity = Severity.HIGH if what != "目录没有核对过" else Severity.INFO
            findings.append(finding("COR006", severity, f"{_listed(numbers)}{what}", known.id, advice))
    if any(finding.severity is Severity.HIGH for finding in findings):
        return "differs", findings
    return ("unknown" if findings else "verified"), findings


def _within(number: str, version: Version) -> bool:
    return version.articles is None or int(number.partition("-")[0]) <= version.articles


def _listed(numbers: list[str]) -> str:
    shown = "、".join(_printed(number) for number in numbers[:_MOST_NAMED])
    more = f"等{len(numbers)}条" if len(numbers) > _MOST_NAMED else ""
    return shown + more


def _printed(number: str) -> str:
    return cite(Locator.parse(f"本/{number}"))


def share(own: Fingerprint, known: Instrument, version: Version) -> float:
    """Share of the articles at hand that stand so in a version of the catalogue; of a part, of the part."""
    other = known_fingerprint(known.id, version.name)
    if other is None or not own.articles:
        return 0
    if other.whole is not None and len(own.articles) != len(other.articles):
        return sum(other.articles.get(n) == d for n, d in own.articles.items()) / max(
            len(own.articles), len(other.articles)
        )
    return sum(other.articles.get(n) == d for n, d in own.articles.items()) / len(own.articles)


def finding(code: str, severity: Severity, message: str, instrument: str, advice: str) -> Diagnostic:
    """A finding about a text of an instrument."""
    return Diagnostic(
        code=code, severity=severity, message=message, locator=Locator(instrument=instrument), advice=advice
    )
