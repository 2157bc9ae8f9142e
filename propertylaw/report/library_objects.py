"""The library as JSON for other programs; the shapes are documented and stable."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from propertylaw.library import ProvisionText, Status, StoredText
from propertylaw.library.intake import TakenIn
from propertylaw.library.verify import Verified
from propertylaw.model import Diagnostic, Instrument, Version


def taken_in_json(taken: TakenIn) -> str:
    """What became of one file, as one line."""
    known = _text(taken.text) if taken.text else {}
    findings = [_finding(finding) for finding in taken.findings]
    return _line(
        {"file": taken.file, "outcome": taken.outcome, **known, "problem": taken.problem, "findings": findings}
    )


def library_json(instruments: Iterable[tuple[Instrument, Status]], texts: Sequence[StoredText]) -> str:
    """Instruments with their status on the day, their versions and the texts at hand."""
    return json.dumps([_instrument(one, status, texts) for one, status in instruments], ensure_ascii=False, indent=1)


def provision_json(answer: ProvisionText, instead: Iterable[ProvisionText]) -> str:
    """A provision on a day."""
    return json.dumps(_answer(answer) | {"instead": [_answer(one) for one in instead]}, ensure_ascii=False, indent=1)


def verified_json(verified: Iterable[Verified]) -> str:
    """What a check of the library found."""
    lines = [
        {**_text(one.text), "in_order": one.in_order, "findings": [_finding(finding) for finding in one.findings]}
        for one in verified
    ]
    return json.dumps(lines, ensure_ascii=False, indent=1)


def _line(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False)


def _answer(answer: ProvisionText) -> dict[str, Any]:
    return {
        "locator": str(answer.locator),
        "on": str(answer.on),
        "state": answer.state,
        "version": _version(answer.version) if answer.version else None,
        "says": answer.says,
        "words": answer.words,
        "doubts": list(answer.doubts),
        "applied": [str(at) for at in answer.applied],
        "text": _text(answer.text) if answer.text else None,
    }


def _instrument(one: Instrument, status: Status, texts: Iterable[StoredText]) -> dict[str, Any]:
    return {
        "instrument": one.id,
        "title": one.title,
        "rank": one.rank.value,
        "territory": one.territory,
        "status": status,
        "versions": [_version(version) for version in one.versions],
        "repealed": str(one.repealed) if one.repealed else None,
        "replaced_by": one.replaced_by,
        "texts": [_text(text) for text in texts if text.instrument.id == one.id],
    }


def _version(version: Version) -> dict[str, Any]:
    return {"name": str(version.name), **version.model_dump(mode="json")}


def _text(text: StoredText) -> dict[str, Any]:
    return {
        "instrument": text.instrument.id,
        "version": str(text.version) if text.version else None,
        "rank": text.instrument.rank.value,
        "territory": text.instrument.territory,
        "first": text.first,
        "last": text.last,
        "articles": text.articles,
        "standing": text.standing,
        "origin": text.origin,
        "added": text.added,
    }


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return finding.model_dump(mode="json", include={"code", "severity", "message", "advice"})
