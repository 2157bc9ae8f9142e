"""Findings as SARIF 2.1.0, which code review platforms and editors show beside the text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from propertylaw import __version__
from propertylaw.checks import checks, page
from propertylaw.checks.baseline import fingerprint
from propertylaw.model import Diagnostic, FileOrigin, Severity, Source
from propertylaw.reading.places import Places

from .terminal import cited

_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """The findings as a SARIF log.

    Args:
        findings: of any files.
        sources: the texts by the name of the file that the findings give; lines are counted in them.
    """
    codes = sorted({one.code for one in findings})
    driver = {
        "name": "propertylaw",
        "version": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes, sources) for one in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    known = checks()[code]
    first = known.doc.splitlines()[0] if known.doc else known.slug
    return {
        "id": code,
        "name": known.slug,
        "shortDescription": {"text": first},
        "help": {"text": page(code)},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(one: Diagnostic, codes: Sequence[str], sources: Mapping[str, Source]) -> dict[str, Any]:
    source = sources.get(one.file or "")
    basis = f"依据：{cited(one.basis)}" if one.basis else ""
    told = "。".join(part for part in (one.message, basis, one.advice) if part)
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": _LEVELS[one.severity],
        "message": {"text": told},
        "locations": [_location(one, source)],
        "partialFingerprints": {"propertylaw/v1": fingerprint(one)},
    }


def _location(one: Diagnostic, source: Source | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.file or "")}}
    if one.span and source is not None:
        physical["region"] = _region(one, source)
    location: dict[str, Any] = {"physicalLocation": physical}
    if one.locator:
        location["logicalLocations"] = [{"fullyQualifiedName": str(one.locator)}]
    return location


def _region(one: Diagnostic, source: Source) -> dict[str, Any]:
    start, end = one.span or (0, 0)
    in_file = [at for at in Places(source).of((start, end)) if isinstance(at, FileOrigin)]
    if in_file:
        first, at_end = in_file
        return {
            "startLine": first.line,
            "startColumn": first.column,
            "endLine": at_end.line,
            "endColumn": at_end.column + 1,
            "charOffset": first.offset,
            "charLength": at_end.offset + 1 - first.offset,
            "snippet": {"text": source.text[start:end]},
        }
    before, words = source.text[:start], source.text[start:end]
    line, column = before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1
    last = line + words.count("\n")
    last_column = end - (source.text.rfind("\n", 0, end) + 1) + 1
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": last_column,
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": words},
    }


def _uri(file: str) -> str:
    return quote(PurePath(file).as_posix())
