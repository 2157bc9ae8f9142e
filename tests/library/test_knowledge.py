"""Which law applies on a day at a place."""

from __future__ import annotations

from datetime import date

import pytest

from propertylaw.library import KnowledgeBase, instrument_of, status_of
from propertylaw.model import Instrument, Rank, Source, Version
from propertylaw.structure import outline


def _law(on: str, place: str = "江苏省南通市") -> KnowledgeBase:
    return KnowledgeBase(date.fromisoformat(on), place)


@pytest.mark.parametrize(
    ("instrument", "on", "status"),
    [
        ("民法典", "2021-01-01", "in_force"),
        ("民法典", "2020-12-31", "not_yet"),
        ("物权法", "2020-12-31", "in_force"),
        ("物权法", "2021-01-01", "ended"),
        ("没有这部法", "2024-01-01", "unknown"),
    ],
)
def test_an_instrument_applies_from_its_first_day_to_the_day_before_its_repeal(
    instrument: str, on: str, status: str
) -> None:
    assert _law(on).status(instrument) == status


def test_norms_of_the_code_are_not_the_law_of_2019() -> None:
    assert any(norm.locator.instrument == "民法典" for norm in _law("2024-01-01").norms())
    assert not any(norm.locator.instrument == "民法典" for norm in _law("2019-01-01").norms())


@pytest.mark.parametrize(
    ("territory", "place", "covered"),
    [
        ("中国", "上海市", True),
        ("山东省", "山东省青岛市", True),
        ("山东省青岛市", "山东省青岛市市南区", True),
        ("山东省青岛市", "青岛市", True),
        ("山东省青岛市", "山东省济南市", False),
        ("浙江省", "江苏省南京市", False),
    ],
)
def test_local_law_applies_inside_its_territory_only(territory: str, place: str, covered: bool) -> None:
    assert _law("2024-01-01", place).covers(territory) is covered


def test_rank_territory_and_first_day_of_an_unknown_regulation_come_from_its_text() -> None:
    text = "# 临江省云溪市物业管理条例\n\n第一条 业主应当交费。\n\n第二条 本条例自2024年1月1日起施行。\n"
    source = Source(name="条例", format="md", text=text)
    found = instrument_of(source, outline(source))
    assert found.rank is Rank.CITY_REGULATION
    assert found.territory == "临江省云溪市"
    assert status_of(found, date(2023, 12, 31)) == "not_yet"
    assert status_of(found, date(2024, 1, 1)) == "in_force"


def test_a_repealed_instrument_has_ended_even_if_a_version_is_in_force() -> None:
    law = Instrument(
        id="旧法",
        title="旧法",
        rank=Rank.STATUTE,
        versions=(Version(in_force=date(2000, 1, 1)),),
        repealed=date(2010, 1, 1),
    )
    assert status_of(law, date(2010, 1, 1)) == "ended"
