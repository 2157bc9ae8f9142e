"""Disputes as a file of examples holds them, many in one file: a form, and the facts of another that stand here too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from propertylaw.model import Dispute, Fact, Model
from propertylaw.rulebook import Rules

from .form import check_form


class CaseForm(Model):
    """A form with its name; what must come out of it is looked at by tests alone."""

    case: str
    form: dict[str, Any]
    beside: tuple[Fact, ...] = Field(default=(), alias="with")
    """Facts of another example that stand here too."""
    replaces: tuple[str, ...] = ()
    """Those of them that do not."""
    expect: Any = ()

    def __str__(self) -> str:
        return self.case

    def dispute(self, book: Rules) -> Dispute:
        """The form, checked as a form on disk is.

        Raises:
            FormError: it is not valid.
        """
        form = Dispute.model_validate(self.form)
        kept = tuple(fact for fact in self.beside if fact.id not in self.replaces)
        whole = form.model_copy(update={"facts": form.facts + kept})
        return check_form(whole, book, Path(self.case))
