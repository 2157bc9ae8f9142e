"""A clause that stands alone is read as a small contract: a title, its parties, one clause."""

from __future__ import annotations

from propertylaw.model import Diagnostic, PartyId, Source
from propertylaw.model.base import Model
from propertylaw.structure import outline

from .contract_kind import kind_of, sides
from .registry import checks_for
from .run import run_on_contract
from .view import contract_view

_TITLES: dict[PartyId, str] = {
    "service_provider": "物业服务企业",
    "developer": "建设单位",
    "owners_committee": "业主委员会",
    "owner": "业主",
}


class ClauseInput(Model):
    """One line of a clause file."""

    id: str
    text: str
    doc_type: str = "物业服务合同"
    signatory: PartyId = "owners_committee"


def review_clause(clause: ClauseInput) -> tuple[Diagnostic, ...]:
    """The findings about one clause; their spans count from the start of its own text."""
    kind = kind_of(clause.doc_type)
    between = sides(clause.text, kind, clause.signatory)
    head = "".join(f"{name}：{_TITLES.get(party, party)}\n" for name, party in between.items())
    before = f"{clause.doc_type}\n{head}第一条　"
    source = Source(name=clause.id, format="txt", text=before + clause.text)
    view = contract_view(source, outline(source), clause.signatory)
    alone = [check for check in checks_for("contract") if check.slug != "missing_content"]
    found = run_on_contract(view, alone)
    return tuple(_moved(one, len(before), len(clause.text)) for one in found if one.span and one.span[0] >= len(before))


def _moved(found: Diagnostic, by: int, length: int) -> Diagnostic:
    start, end = found.span or (0, 0)
    return found.model_copy(update={"span": (start - by, min(end - by, length)), "clause": None})
