"""The dispute form: what is wrong with it is said in one line that names file, place and remedy."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from propertylaw.errors import EmptyFileError, EncodingError, FormError, MissingFileError
from propertylaw.model import Fact
from propertylaw.reasoning import read_form
from propertylaw.reasoning.schema import form_schema
from propertylaw.rulebook import data_folder

GOOD = """\
on: 2024-03-01
place: 江苏省南通市
parties:
  - {id: a, name: 甲物业公司, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims: [{by: a, against: [b], claim: fees.arrears}]
facts:
  - {id: fee_rate, of: b, value: 1.8, unit: CNY/m2/month, from: 2021-09-01, to: 2023-03-31, said_by: a}
  - {id: never_moved_in, of: b, value: true, said_by: b, denied_by: [a]}
  - {id: unpaid_from, of: b, value: 2023-01-01}
  - {id: service_provided, value: unknown}
"""


def _form(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "纠纷.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_values_come_in_the_type_that_the_fact_asks_for(tmp_path: Path) -> None:
    facts = {fact.id: fact for fact in read_form(_form(tmp_path, GOOD)).facts}
    assert facts["fee_rate"].value == Decimal("1.8")
    assert facts["fee_rate"].since == date(2021, 9, 1)
    assert facts["never_moved_in"].value is True
    assert facts["unpaid_from"].value == date(2023, 1, 1)
    assert facts["service_provided"].value is None


@pytest.mark.parametrize(
    ("wrong", "right", "line", "says"),
    [
        ("id: never_moved_in", "id: never_moved", 9, "never_moved_in"),
        ("value: true", "value: 三", 9, "true（是）、false"),
        ("value: 1.8", "value: 很多", 8, "数字"),
        ("value: 1.8", "value: -2", 8, "不能小于"),
        ("value: 2023-01-01", "value: 2023-02-30", 10, "日期"),
        ("on: 2024-03-01", "on: 2024-02-30", 1, "日期"),
        ("from: 2021-09-01, to: 2023-03-31", "from: 2023-09-01, to: 2021-03-31", 8, "颠倒"),
        ("role: owner", "role: ower", 5, "owner"),
        ("role: service_provider", "role: wuye_company", 4, "“service_provider”（物业服务人）"),
        ("role: service_provider", "role: wuye_company", 4, "rules list parties"),
        ("role: service_provider", "role: 物业公司", 4, "是不是“service_provider”（物业服务人）"),
        ("claim: fees.arrears", "claim: 漏水", 6, "“neighbours.leak”（漏水：停止、维修、赔偿）"),
        ("claim: fees.arrears", "claim: xyz", 6, "rules list claims"),
        ("value: 1.8", "value: 6800元", 8, "写 6800"),
        ("value: 1.8", "value: '6,800 元'", 8, "写 6800"),
        ("value: 1.8", "value: 6,800元", 8, "数字里不写逗号和单位"),
        ("value: 1.8", "valeur: 1, xx: 1.8", 8, "of"),
        ("against: [b]", "against: [c]", 6, "当事人"),
        ("claim: fees.arrears", "claim: fees.arears", 6, "fees.arrears"),
        ("said_by: b", "said_by: z", 9, "当事人"),
        ("unit: CNY/m2/month", "unit: USD", 8, "单位"),
        ("place:", "plaec:", 2, "place"),
        ("denied_by", "deny_by", 9, "denied_by"),
        ("id: b, name", "id: a, name", None, "重复"),
        ("on: 2024-03-01\n", "", None, "on"),
        ("place: 江苏省南通市", "place: 江苏省南通市\nplace: 上海", 3, "重复"),
        ("parties:", "parties: [", None, "括号"),
    ],
)
def test_a_wrong_form_is_refused_with_its_place(
    wrong: str, right: str, line: int | None, says: str, tmp_path: Path
) -> None:
    assert wrong in GOOD
    path = _form(tmp_path, GOOD.replace(wrong, right, 1))
    with pytest.raises(FormError) as caught:
        read_form(path)
    told = str(caught.value).splitlines()
    assert all(path.name in message and message.endswith("（FORM001）") for message in told)
    assert any(says in message and (line is None or f"第 {line} 行" in message) for message in told)


def test_a_fact_that_follows_from_others_cannot_be_filled_in(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="算出"):
        read_form(_form(tmp_path, GOOD + "  - {id: instalments_due, value: 3}\n"))


def test_a_stretch_that_ends_before_it_begins_is_refused_with_both_days(tmp_path: Path) -> None:
    whole = GOOD.replace("value: 2023-01-01}", "value: 2027-01-01}")
    last_day = "  - {id: unpaid_to, of: b, value: 2026-10-31}\n"
    with pytest.raises(FormError) as caught:
        read_form(_form(tmp_path, whole + last_day))
    message = str(caught.value)
    for words in ("纠纷.yaml", "第 12 行", "unpaid_from", "2027-01-01", "unpaid_to", "2026-10-31", "FORM001"):
        assert words in message
    assert "\n" not in message
    assert read_form(_form(tmp_path, GOOD + last_day))


@pytest.mark.parametrize(
    ("fact", "more"),
    [
        ("never_moved_in, of: b, value: true, said_by: b", "{id: never_moved_in, of: b, value: false, said_by: b}"),
        ("floor_area, of: b, value: 90", "{id: floor_area, of: b, value: 100}"),
    ],
)
def test_two_values_from_one_side_for_the_same_time_are_refused(fact: str, more: str, tmp_path: Path) -> None:
    form = GOOD.split("facts:", maxsplit=1)[0] + f"facts:\n  - {{id: {fact}}}\n  - {more}\n"
    with pytest.raises(FormError, match=r"纠纷.yaml，第 9 行.*两个不同的值.*said_by.*FORM001"):
        read_form(_form(tmp_path, form))


def test_different_values_for_different_times_or_from_different_sides_are_taken(tmp_path: Path) -> None:
    times = (
        "  - {id: fee_rate, of: b, value: 1, to: 2023-03-31}\n  - {id: fee_rate, of: b, value: 2, from: 2023-04-01}\n"
    )
    sides = "  - {id: floor_area, of: b, value: 90, said_by: a}\n  - {id: floor_area, of: b, value: 80, said_by: b}\n"
    demands = "  - {id: demand_date, of: b, value: 2023-04-01}\n  - {id: demand_date, of: b, value: 2024-04-01}\n"
    assert read_form(_form(tmp_path, GOOD.split("facts:", maxsplit=1)[0] + f"facts:\n{times}{sides}{demands}"))


def test_nobody_claims_against_himself(tmp_path: Path) -> None:
    form = GOOD.replace("role: owner", "role: service_provider").replace("against: [b]", "against: [a]")
    with pytest.raises(FormError, match=r"第 6 行"):
        read_form(_form(tmp_path, form))


def test_a_stretch_of_one_day_and_the_stretches_of_two_people_are_taken(tmp_path: Path) -> None:
    same_day = "  - {id: unpaid_to, of: b, value: 2023-01-01}\n"
    assert read_form(_form(tmp_path, GOOD + same_day))
    two = GOOD.replace("role: owner}\n", "role: owner}\n  - {id: c, name: 王某, role: owner}\n")
    another = "  - {id: unpaid_to, of: c, value: 2020-01-01}\n"
    assert read_form(_form(tmp_path, two + another))


def test_a_period_that_ends_before_it_begins_is_refused_with_both_days(tmp_path: Path) -> None:
    swapped = GOOD.replace("from: 2021-09-01, to: 2023-03-31", "from: 2023-09-01, to: 2021-03-31")
    with pytest.raises(FormError, match=r"第 8 行.*2023-09-01.*2021-03-31.*FORM001"):
        read_form(_form(tmp_path, swapped))


def test_a_second_stretch_may_still_last(tmp_path: Path) -> None:
    days = (("obstacle_from", "2020-01-01"), ("obstacle_to", "2020-02-01"), ("obstacle_from", "2022-01-01"))
    assert read_form(_form(tmp_path, GOOD + "".join(f"  - {{id: {id}, value: {day}}}\n" for id, day in days)))


def test_a_missing_an_empty_and_an_undecodable_form_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        read_form(tmp_path / "没有.yaml")
    with pytest.raises(EmptyFileError):
        read_form(_form(tmp_path, "\n"))
    (tmp_path / "乱码.yaml").write_bytes(b"\xff\xfe\x00\xd8place")
    with pytest.raises(EncodingError):
        read_form(tmp_path / "乱码.yaml")


def _typed(text: str) -> Any:
    """The form as JSON has it: dates as text."""
    from propertylaw.rulebook.yaml_file import _StrictLoader

    return json.loads(json.dumps(yaml.load(text, Loader=_StrictLoader), default=str))


def test_the_published_schema_is_the_one_that_the_rules_make() -> None:
    published = json.loads((data_folder("rules") / "dispute.schema.json").read_text(encoding="utf-8"))
    assert published == form_schema()


def test_the_schema_takes_a_good_form_and_refuses_wrong_ones() -> None:
    schema = form_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    forms = jsonschema.Draft202012Validator(schema)
    forms.validate(_typed(GOOD))
    for wrong, right in (("never_moved_in", "never_moved"), ("role: owner", "role: ower"), ("value: true", "value: 3")):
        with pytest.raises(jsonschema.ValidationError):
            forms.validate(_typed(GOOD.replace(wrong, right, 1)))


def test_a_number_never_becomes_a_truth_value() -> None:
    assert Fact(id="x", value=1).value == Decimal(1)
    assert Fact(id="x", value=1).value is not True
