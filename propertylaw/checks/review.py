"""`review`: a contract's clauses against mandatory law, its missing content, contradictions and balance."""

from __future__ import annotations

from propertylaw.model import Diagnostic, Outline, PartyId, Source
from propertylaw.model.base import Model

from .balance import Weight, balance
from .beside import Beside
from .own_rules import of_the_assembly, without_standard_terms
from .registry import checks_for
from .run import run
from .settings import Settings
from .sides import Side, seen_by
from .view import contract_view


class Review(Model):
    """What a review found."""

    title: str
    kind: str
    """What kind of contract it was taken for, as people call it."""
    side: Side
    """For whom the findings are ordered and the advice is put."""
    findings: tuple[Diagnostic, ...]
    balance: tuple[Weight, ...]


def review(  # noqa: PLR0913 - each is a choice of the caller, and all but two have a default
    source: Source,
    outline: Outline,
    *,
    side: Side = Side.NEUTRAL,
    signatory: PartyId | None = None,
    settings: Settings | None = None,
    beside: tuple[Beside, ...] = (),
) -> Review:
    """Review a contract.

    Args:
        source: the text.
        outline: its structure, from `propertylaw.outline`.
        side: from whose side; changes order and advice.
        signatory: who signs opposite the provider; taken from the text where left out.
        settings: which checks to run; all, where left out.
        beside: the covenant, public promises, the rules of the place: what the contract is held against besides
            national law.
    """
    wanted = settings or Settings()
    view = contract_view(source, outline, signatory, beside)
    found = wanted.applied(run(view, wanted.chosen(checks_for("contract"))))
    if of_the_assembly(view):
        found = without_standard_terms(found)
    return Review(
        title=outline.title,
        kind=view.kind.title,
        side=side,
        findings=seen_by(side, view, found),
        balance=balance(view.norms),
    )
