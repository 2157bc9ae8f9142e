"""A value written as a list is refused with the way to write two bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.reasoning import read_form

FORM = """\
on: 2024-02-20
place: 浙江省宁波市
parties:
  - {id: a, name: 褚某, role: owner}
  - {id: b, name: 甲物业, role: service_provider}
claims: [{by: a, against: [b], claim: torts.trees}]
facts:
  - {id: victim_fault_share, WRITTEN}
"""


def form(folder: Path, written: str) -> Path:
    (folder / "案.yaml").write_text(FORM.replace("WRITTEN", written), encoding="utf-8")
    return folder / "案.yaml"


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("value: [0.2, 0.1]", "min: 0.1, max: 0.2"),
        ("value: [0.1, 0.2, 0.3]", "几个值各写一行"),
        ("value: [true, false]", "几个值各写一行"),
        ("value: []", "几个值各写一行"),
    ],
)
def test_a_list_is_refused_with_what_to_write_instead(written: str, advice: str, tmp_path: Path) -> None:
    with pytest.raises(FormError) as error:
        read_form(form(tmp_path, written))
    assert error.value.problem.endswith("value 只能写一个值")
    assert advice in (error.value.advice or "")


def test_what_the_advice_says_is_taken(tmp_path: Path) -> None:
    (fact,) = read_form(form(tmp_path, "min: 0.1, max: 0.2")).facts
    assert (str(fact.low), str(fact.high)) == ("0.1", "0.2")
