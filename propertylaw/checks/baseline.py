"""The baseline: findings that are known and are not reported again, kept by what they say and where they say it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from propertylaw.errors import CheckError
from propertylaw.model import Diagnostic


def fingerprint(finding: Diagnostic) -> str:
    """What identifies a finding: its code, its file's name and the words concerned, wherever they have moved to."""
    words = "".join(finding.quote.split())
    told = [finding.code, finding.issue or "", Path(finding.file or "").name, words]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:20]


def baseline_text(findings: Iterable[Diagnostic]) -> str:
    """The content of a baseline file."""
    return json.dumps(sorted({fingerprint(one) for one in findings}), indent=0) + "\n"


def without_known(findings: Iterable[Diagnostic], baseline: Path) -> tuple[Diagnostic, ...]:
    """The findings that a baseline file does not know.

    Raises:
        CheckError: the file is missing or not valid.
    """
    try:
        known = frozenset(json.loads(baseline.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise CheckError("基线文件读不出来", file=baseline, advice="用 --write-baseline 重新生成") from None
    return tuple(one for one in findings if fingerprint(one) not in known)
