"""What was found in a contract or a regulation, and where."""

from __future__ import annotations

from dataclasses import dataclass

from propertylaw.model import Locator, Severity, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found: where, and what is special about it; the rest comes from the check itself."""

    span: Span | None
    """In the document; None where the whole document lacks something."""
    says: str = ""
    """A few Chinese words on what was recognised here."""
    severity: Severity | None = None
    message: str = ""
    issue: str | None = None
    """Where a check finds several issues: which one."""
    basis: tuple[Locator, ...] = ()
    advice: str = ""
    doubted: bool = False
    """Whether the words otherwise read as lawful: then no wording is suggested in their place."""
    related: tuple[Locator, ...] = ()
    sure: bool = False
    """Of a last resort: told beside what other checks say of the same words, where none names the same issue."""
