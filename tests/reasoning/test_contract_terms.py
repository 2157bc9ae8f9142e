"""What contracts fix is read from the wordings and the tables that they use."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw.library import KnowledgeBase
from propertylaw.model import Dispute, Fact, Participant
from propertylaw.reasoning.casefile import CaseFile, PairFacts
from propertylaw.reasoning.documents import DisputeDocuments, read_document

CONTRACT = (
    "# 物业服务合同\n\n甲方：某小区业主委员会\n\n乙方：甲物业公司\n\n第一条 乙方提供物业服务。\n\n第二条 {clause}\n"
)
CLAUSES = yaml.safe_load(Path(__file__).with_suffix("").with_name("contract_terms.yaml").read_text(encoding="utf-8"))
PARTIES = (
    Participant(id="a", name="甲物业公司", role="service_provider"),
    Participant(id="b", name="徐某", role="owner"),
)
GIVEN = {"kind": "property_kind", "building": "building_type", "area": "floor_area"}


def facts_beside(folder: Path, text: str, **given: Any) -> PairFacts:
    """The facts between provider and owner, where this document and these facts are all there is."""
    file = folder / "合同.md"
    file.write_text(text, encoding="utf-8")
    facts = tuple(Fact(id=id, value=_exact(value)) for id, value in given.items())
    dispute = Dispute(on=date(2025, 6, 30), place="江苏省南通市", parties=PARTIES, facts=facts)
    law = KnowledgeBase(dispute.on, dispute.place)
    return CaseFile(dispute, law.rules.facts, DisputeDocuments([read_document(file)], law)).between(*PARTIES)


def _exact(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


@pytest.mark.parametrize("one", CLAUSES, ids=lambda one: one["name"])
def test_what_a_clause_fixes_is_read(one: dict[str, Any], tmp_path: Path) -> None:
    given = {id: one[key] for key, id in GIVEN.items() if key in one}
    facts = facts_beside(tmp_path, CONTRACT.format(clause=one["clause"]), **given)
    assert {id: facts.value(id) for id in one["terms"]} == {id: _exact(value) for id, value in one["terms"].items()}
