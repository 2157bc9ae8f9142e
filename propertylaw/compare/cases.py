"""Disputes to try a reform on: forms, one a file, and files of examples, many in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from propertylaw.errors import FormError
from propertylaw.model import Claim, ClaimRequest, Dispute
from propertylaw.reasoning import read_form
from propertylaw.reasoning.case_forms import CaseForm
from propertylaw.reasoning.which_claims import requests_of
from propertylaw.rulebook import Rules, read_yaml


@dataclass(frozen=True, slots=True)
class Case:
    """A dispute with a name; its documents have absolute paths."""

    name: str
    dispute: Dispute


def read_cases(files: Iterable[Path], book: Rules) -> tuple[Case, ...]:
    """The disputes of some files.

    Args:
        files: dispute forms, or lists of examples as in `rules/cases/`.
        book: the rules whose facts and claims they may name.

    Raises:
        FormError: a form is not valid.
        ReadingError: a file cannot be read.
    """
    return tuple(case for file in files for case in _of_file(file, book))


def _of_file(file: Path, book: Rules) -> Iterator[Case]:
    if file.is_file() and _is_list(file):
        forms: tuple[CaseForm, ...] = read_yaml(file, tuple[CaseForm, ...], FormError)
        yield from (Case(form.case, _placed(form.dispute(book), file.parent)) for form in forms)
        return
    dispute = read_form(file, book)
    yield Case(dispute.title or file.stem, _placed(dispute, file.parent))


def _is_list(file: Path) -> bool:
    lines = file.read_bytes().decode("utf-8-sig", errors="replace").splitlines()
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return first.startswith("-")


def _placed(dispute: Dispute, folder: Path) -> Dispute:
    return dispute.model_copy(update={"documents": tuple(str((folder / name).resolve()) for name in dispute.documents)})


def within(dispute: Dispute, book: Rules) -> Dispute | None:
    """The dispute as far as some rules know its facts, claims and roles; None where nothing of it is left."""
    claims = tuple(request for request in dispute.claims if request.claim in book.claims)
    if (dispute.claims and not claims) or any(person.role not in book.parties for person in dispute.parties):
        return None
    facts = tuple(fact for fact in dispute.facts if fact.id in book.facts)
    return dispute.model_copy(update={"claims": claims, "facts": facts})


def raising(dispute: Dispute, claims: Iterable[str], book: Rules) -> Dispute:
    """The dispute with those of some claims raised too that its facts touch; one that raises every claim stays so."""
    if not dispute.claims:
        return dispute
    stated = [fact.id for fact in dispute.facts if fact.value is not None]
    touched = [book.claims[id] for id in book.asking(stated) if id in set(claims)]
    more = tuple(request for claim in touched for request in _unraised(claim, dispute, book))
    return dispute.model_copy(update={"claims": (*dispute.claims, *more)})


def _unraised(claim: Claim, dispute: Dispute, book: Rules) -> Iterator[ClaimRequest]:
    """The claim between all parties that can raise it and answer, unless the form raises it."""
    raised = {(one.by, other) for one in dispute.claims if one.claim == claim.id for other in one.against}
    for request in requests_of(claim, dispute, book):
        against = tuple(id for id in request.against if (request.by, id) not in raised)
        if against:
            yield request.model_copy(update={"against": against})
