"""The clauses of documents on which a claim rests: those that state a fact of it, or a term of its sums."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from propertylaw.model import DefenceFinding, ElementFinding, Locator, RemedyFinding

from .case import Case


def rests_on_clauses(
    parts: Iterable[ElementFinding | DefenceFinding], remedies: Iterable[RemedyFinding]
) -> tuple[Locator, ...]:
    """The clauses, each once.

    Args:
        parts: of a claim, as they came out.
        remedies: with the terms of the documents by which they are reckoned.
    """
    uses = [use for part in parts for use in part.facts] + [use for remedy in remedies for use in remedy.terms]
    return tuple(dict.fromkeys(at for use in uses for at in use.stated_at))


def in_doubt_before_the_code(clauses: Collection[Locator], case: Case) -> bool:
    """Whether one of the clauses would not stand under the code, so that it is open what the older law made of it."""
    if case.documents is None or not clauses:
        return False
    return not case.documents.overridden_by_the_code.isdisjoint(clauses)
