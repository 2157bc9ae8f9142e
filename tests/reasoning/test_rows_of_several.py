"""A row may be of several people, and of whoever is on its side in one of the claims, whatever he is in others."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.errors import FormError
from propertylaw.reasoning import analyze, read_form
from propertylaw.reasoning.shared_rows import each_of_one

LET = """\
on: 2025-04-01
place: 广东省佛山市
parties:
  - {id: wuye, name: 甲物业, role: service_provider}
  - {id: wang, name: 王某, role: owner}
  - {id: zhao, name: 赵某, role: property_user}
claims:
  - {by: wuye, against: [wang, zhao], claim: fees.arrears}
  - {by: wang, against: [zhao], claim: fees.tenant}
facts:
  - {id: signed_contract, value: true, evidence: [合同]}
  - {id: service_provided, value: true, evidence: [记录]}
  - {id: user_agreed_to_pay, value: true, evidence: [租赁合同]}
  - {id: floor_area, of: %s, value: 75, evidence: [不动产权证]}
  - {id: fee_rate, of: %s, value: 2.4, evidence: [合同]}
  - {id: unpaid_from, value: 2023-07-01, evidence: [台账]}
  - {id: unpaid_to, value: 2024-06-30, evidence: [台账]}
  - {id: demand_made, value: true, evidence: [催缴函]}
"""


def written(folder: Path, area: str, rate: str) -> Path:
    file = folder / "案.yaml"
    file.write_text(LET % (area, rate), encoding="utf-8")
    return file


def sums(file: Path) -> list[Decimal | None]:
    found = (one for one in analyze(read_form(file)).claims if one.id == "fees.arrears")
    return [one.amount.high if one.amount else None for one in found]


def test_the_landlord_owes_in_one_claim_and_asks_in_the_other(tmp_path: Path) -> None:
    assert sums(written(tmp_path, "wang", "wang")) == [Decimal(2160), None]


def test_one_row_tells_the_area_of_both(tmp_path: Path) -> None:
    file = written(tmp_path, "[wang, zhao]", "[wang, zhao]")
    assert [fact.of for fact in read_form(file).facts if fact.id == "floor_area"] == ["wang", "zhao"]
    assert sums(file) == [Decimal(2160), Decimal(2160)]


@pytest.mark.parametrize(
    ("area", "says"),
    [("[wang, lisi]", "没有这个当事人“lisi”"), ("[wang, wuye]", "不会是物业服务人（wuye）的"), ("[]", "of")],
)
def test_a_wrong_name_among_several_is_told_at_its_row(tmp_path: Path, area: str, says: str) -> None:
    with pytest.raises(FormError) as caught:
        read_form(written(tmp_path, area, "wang"))
    assert "第 14 行，第 4 条事实的 of" in str(caught.value)
    assert says in str(caught.value)


def test_complaints_of_later_rows_keep_their_place(tmp_path: Path) -> None:
    file = written(tmp_path, "[wang, zhao]", "lisi")
    with pytest.raises(FormError, match="第 15 行，第 5 条事实的 of"):
        read_form(file)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3) | st.sampled_from("abc")))
def test_every_row_of_one_keeps_where_it_was_written(rows: list[list[str] | str]) -> None:
    data = {"facts": [{"id": "floor_area", "of": of} for of in rows]}
    found = each_of_one(data)
    told = [one["of"] for one in found.data["facts"]]
    assert all(told[i] in rows[row] for i, row in enumerate(found.written))
    assert [*dict.fromkeys(found.written)] == [*range(len(rows))]
