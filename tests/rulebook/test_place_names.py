"""Places from names in any usual form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shares import one_in

from propertylaw.rulebook import Place, place
from propertylaw.rulebook.places import _table

QINGDAO = Place("山东省", "青岛市")


@pytest.mark.parametrize(
    "words", ["青岛", "青岛市", "山东青岛", "山东省青岛市", "山东 青岛", "山东省青岛", "山东·青岛市"]
)
def test_a_city_is_known_by_all_its_usual_names(words: str) -> None:
    assert place(words) == QINGDAO


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("青岛市市南区", "山东省青岛市市南区"),
        ("江苏省南通市崇川区", "江苏省南通市崇川区"),
        ("南通崇川", "江苏省南通市崇川区"),
        ("崇川区", "江苏省南通市崇川区"),
        ("上海", "上海市"),
        ("上海浦东", "上海市浦东新区"),
        ("北京市朝阳区建国路", "北京市朝阳区"),
        ("昆山", "江苏省苏州市昆山市"),
        ("江苏昆山市", "江苏省苏州市昆山市"),
        ("内蒙古呼和浩特", "内蒙古自治区呼和浩特市"),
        ("广西南宁", "广西壮族自治区南宁市"),
        ("湖北恩施州", "湖北省恩施土家族苗族自治州"),
        ("河南济源", "河南省济源市"),
        ("大连市甘井子区某街道某号", "辽宁省大连市甘井子区"),
        ("宁波市住宅小区物业管理条例", "浙江省宁波市"),
        ("上海市住宅物业管理规定", "上海市"),
        ("深圳经济特区物业管理条例", "广东省深圳市"),
    ],
)
def test_a_name_is_completed(words: str, name: str) -> None:
    assert place(words).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [("吉林", "吉林省"), ("吉林市", "吉林省吉林市"), ("海南", "海南省"), ("青海海南州", "青海省海南藏族自治州"),
     ("大理", "云南省大理白族自治州"), ("大理市", "云南省大理白族自治州大理市"), ("朝阳市", "辽宁省朝阳市")],
)  # fmt: skip
def test_of_two_places_of_one_name_the_wider_is_meant_unless_the_name_says_which(words: str, name: str) -> None:
    assert place(words).name == name


@pytest.mark.parametrize(
    ("words", "name"), [("朝阳区", ""), ("鼓楼区", ""), ("江苏省鼓楼区", "江苏省"), ("通州区", "")]
)
def test_of_a_name_that_several_places_bear_only_what_they_share_is_taken(words: str, name: str) -> None:
    assert place(words).name == name


def test_a_place_that_no_table_has_is_read_by_its_endings() -> None:
    assert place("临江省云溪市") == Place("临江省", "云溪市")
    assert place("临江省云溪市南湖区").county == "南湖区"


@pytest.mark.parametrize(
    "words", ["", "中国", "物业管理条例", "某市物业管理条例", "最高人民法院关于某问题的解释", "？？"]
)
def test_what_names_no_place_gives_none(words: str) -> None:
    assert place(words).name == ""


@pytest.mark.parametrize(
    ("where", "territory", "applies"),
    [
        ("青岛市市南区", "山东省", True),
        ("青岛市市南区", "山东省青岛市", True),
        ("山东省", "山东省青岛市", False),
        ("山东省济南市", "山东省青岛市", False),
        ("吉林省吉林市", "吉林省", True),
        ("江苏省南京市", "浙江省", False),
        ("上海市浦东新区", "上海市", True),
    ],
)
def test_law_of_a_territory_applies_within_it(where: str, territory: str, applies: bool) -> None:
    assert place(where).lies_in(place(territory)) is applies


def test_every_place_of_the_table_is_shown_by_its_full_name() -> None:
    """Every city, and of its counties a share."""
    for province, cities in _table().items():
        for city, counties in cities.items():
            assert place(province + city) == Place(province, city)
            for county in one_in(4, list(counties)):
                assert place(province + city + county) == Place(province, city, county)


@given(st.text(alphabet="山东省青岛市南区江苏吉林上海临某abc 1", max_size=12))
def test_no_words_are_too_strange(words: str) -> None:
    found = place(words)
    assert place(found.name) in (found, Place(found.province), Place(found.province, found.city)) or not found.name


def test_a_full_name_is_the_place_itself_however_it_is_read() -> None:
    for province, cities in _table().items():
        assert place(province) == Place(province)
        for city in filter(None, cities):
            assert place(province + city) == Place(province, city)
