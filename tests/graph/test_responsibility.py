"""The responsibility matrix: who leads, acts, supervises, assists, and where nobody leads."""

from __future__ import annotations

import csv
from io import StringIO
from xml.etree import ElementTree

import pytest

from propertylaw.graph import RuleGraph, without_lead
from propertylaw.model import Norm
from propertylaw.report.matrix_page import matrix_csv, matrix_svg, matrix_text


def norm(
    number: int, bearer: str | tuple[str, ...], action: str, topic: str, modality: str = "duty", **more: object
) -> Norm:
    return Norm.model_validate(
        {
            "id": f"n{number}",
            "modality": modality,
            "bearer": bearer,
            "action": action,
            "topics": (topic,),
            "locator": f"青岛市物业管理条例/{number}",
            **more,
        }
    )


NORMS = [
    norm(1, "housing_authority", "本行政区域内物业管理活动的监督管理工作", "supervision"),
    norm(2, "residents_committee", "协助街道办事处开展监督工作", "supervision"),
    norm(3, "urban_management", "查处违法搭建", "illegal_building"),
    norm(4, ("planning_authority", "urban_management"), "监督规划的执行", "illegal_building"),
    norm(5, "offender", "罚款", "dogs", "sanction", authority="public_security"),
    norm(6, "owner", "交费", "fees"),
    norm(7, "subdistrict", "协调公示", "common_income_disclosure"),
]


@pytest.fixture
def graph() -> RuleGraph:
    return RuleGraph(NORMS)


def test_each_body_has_the_role_that_its_words_give_it(graph: RuleGraph) -> None:
    found = {(one.topic, one.party, one.role) for one in graph.responsibilities}
    assert found >= {
        ("supervision", "housing_authority", "leads"),
        ("supervision", "residents_committee", "assists"),
        ("illegal_building", "urban_management", "acts"),
        ("illegal_building", "urban_management", "supervises"),
        ("dogs", "public_security", "acts"),
    }
    assert "owner" not in {party for _, party, _ in found}


def test_a_topic_counts_for_the_wider_one_too(graph: RuleGraph) -> None:
    topics = {one.topic for one in graph.responsibilities if one.party == "subdistrict"}
    assert topics == {"common_income_disclosure", "common_income", "common_parts"}


def test_a_task_of_several_with_no_one_in_the_lead_is_told(graph: RuleGraph) -> None:
    assert without_lead(graph.responsibilities) == {"illegal_building": ("planning_authority", "urban_management")}
    assert "违法建设：" in matrix_text(graph)
    shared = {one.party: one.shared_with for one in graph.responsibilities if one.role == "supervises"}
    assert shared["planning_authority"] == ("urban_management",)


def test_the_matrix_as_csv_and_as_a_picture(graph: RuleGraph) -> None:
    rows = [tuple(row.values())[:3] for row in csv.DictReader(StringIO(matrix_csv(graph)))]
    assert ("违法建设", "城市管理执法部门", "办理") in rows
    picture = ElementTree.fromstring(matrix_svg(graph, "谁管什么"))
    badges = [title.text or "" for title in picture.iter("{http://www.w3.org/2000/svg}title")]
    assert "公安机关：办理，《青岛市物业管理条例》第五条" in badges


def test_a_graph_without_bodies_has_an_empty_matrix() -> None:
    assert RuleGraph([NORMS[5]]).responsibilities == ()
    assert "谁管什么" in matrix_text(RuleGraph([]))
    ElementTree.fromstring(matrix_svg(RuleGraph([]), "空"))
