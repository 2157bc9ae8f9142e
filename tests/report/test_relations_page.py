"""Relations between sources as a list for people and as a table for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

from propertylaw.graph import RuleGraph
from propertylaw.model import Norm
from propertylaw.report.relations_page import relations_csv, relations_text


def norm(at: str, days: int) -> Norm:
    return Norm.model_validate(
        {
            "id": at,
            "modality": "duty",
            "bearer": "owners_committee",
            "action": "将业主委员会的决定书面公告",
            "deadline": f"P{days}D",
            "deadline_text": f"{days}日内",
            "locator": at,
        }
    )


GRAPH = RuleGraph([norm("青岛市物业管理条例/9", 10), norm("山东省物业管理条例/3", 7)])


def test_a_conflict_is_told_with_both_places_and_who_prevails() -> None:
    shown = relations_text(GRAPH).replace("\n", "")
    assert "抵触 1" in shown
    assert "《青岛市物业管理条例》第九条" in shown
    assert "上位法优先" in shown


def test_every_relation_is_a_row_with_both_values() -> None:
    (row,) = csv.DictReader(StringIO(relations_csv(GRAPH)))
    assert (row["关系"], row["一方的内容"], row["另一方的内容"]) == ("抵触", "10日内", "7日内")


def test_a_graph_without_relations_says_so() -> None:
    assert "抵触 0" in relations_text(RuleGraph([]))
