"""The catalogue: what it must know of each instrument, whether the texts are at hand or not."""

from __future__ import annotations

from datetime import date

import pytest

from propertylaw.rulebook import catalogue


@pytest.mark.parametrize("old", ["物权法", "合同法", "侵权责任法", "民法总则", "民法通则"])
def test_what_the_code_replaced_ended_with_2020(old: str) -> None:
    instrument = catalogue().get(old)
    assert instrument is not None
    assert (instrument.repealed, instrument.replaced_by) == (date(2021, 1, 1), "民法典")


def test_versions_come_oldest_first_and_never_apply_before_they_were_adopted() -> None:
    for instrument in catalogue():
        days = [version.begins for version in instrument.versions]
        assert days == sorted(days), instrument.id
        assert all(v.adopted is None or v.adopted <= v.begins for v in instrument.versions), instrument.id
        assert instrument.versions, instrument.id


def test_whatever_replaces_an_instrument_is_in_the_catalogue() -> None:
    for instrument in catalogue():
        assert instrument.replaced_by is None or catalogue().get(instrument.replaced_by) is not None


def test_no_two_instruments_share_a_name() -> None:
    names = [n for i in catalogue() for n in {i.id, i.title, *i.aliases}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("中华人民共和国民法典", "民法典"),
        ("《物业管理条例》", "物业管理条例"),
        ("最高人民法院关于审理物业服务纠纷案件适用法律若干问题的解释", "物业服务解释"),
        ("最高人民法院关于适用《中华人民共和国民法典》侵权责任编的解释（一）", "侵权责任编解释一"),
        ("最高人民法院关于适用〈中华人民共和国民法典〉时间效力的若干规定", "时间效力规定"),
    ],
)
def test_titles_are_recognised(title: str, id: str) -> None:
    instrument = catalogue().recognise(title)
    assert instrument is not None
    assert instrument.id == id


@pytest.mark.parametrize(
    ("instrument", "day", "version"),
    [
        ("噪声污染防治法", date(2026, 8, 14), date(2021, 12, 24)),
        ("噪声污染防治法", date(2026, 8, 15), None),
        ("生态环境法典", date(2026, 8, 14), None),
        ("生态环境法典", date(2026, 8, 15), date(2026, 3, 12)),
        ("治安管理处罚法", date(2025, 12, 31), date(2012, 10, 26)),
        ("治安管理处罚法", date(2026, 1, 1), date(2025, 6, 27)),
        ("仲裁法", date(2026, 2, 28), date(2017, 9, 1)),
        ("仲裁法", date(2026, 3, 1), date(2025, 9, 12)),
        ("上海市住宅物业管理规定", date(2019, 2, 28), date(2010, 12, 23)),
        ("上海市住宅物业管理规定", date(2019, 3, 1), date(2018, 11, 22)),
        ("舟山市物业管理条例", date(2022, 1, 1), date(2019, 1, 21)),
        ("民法典", date(2020, 12, 31), None),
    ],
)
def test_the_version_of_a_day_changes_on_the_right_day(instrument: str, day: date, version: date | None) -> None:
    known = catalogue().get(instrument)
    assert known is not None
    found = known.version_on(day)
    assert (found.name if found else None) == version


def test_what_ends_an_instrument_is_a_provision_of_what_replaced_it() -> None:
    for one in catalogue():
        if one.repealed and one.repealed_by is None:
            assert "没有替代" in one.note  # by a decision that put nothing in its place
        elif one.repealed:
            ending = catalogue().get(one.repealed_by.instrument) if one.repealed_by else None
            assert ending is not None
            assert ending.id == one.replaced_by
            assert ending.versions[0].begins == one.repealed


def test_local_regulations_say_where_they_apply() -> None:
    for instrument in catalogue():
        if instrument.rank.value == "city_regulation":
            assert "省" in instrument.territory
            assert instrument.territory.endswith("市")
