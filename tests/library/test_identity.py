"""Recognising a text: the instrument, the version, what differs from the catalogue."""

from __future__ import annotations

from datetime import date

import pytest
from regulations import ADOPTED, AMENDED, ARTICLES, KNOWN, YUNXI, read_text, regulation

from propertylaw.library.identity import Identity, identify
from propertylaw.model import Instrument, Rank, Version
from propertylaw.rulebook import Catalogue, catalogue


def _identity(text: str, known: Catalogue = KNOWN) -> Identity:
    return identify(*read_text(text), known)


def _codes(found: Identity) -> list[str]:
    return [finding.code for finding in found.findings]


def test_title_and_day_of_adoption_tell_instrument_and_version() -> None:
    found = _identity(regulation(YUNXI, ADOPTED, begins="2020年6月1日"))
    assert found.version is not None
    assert (found.instrument.id, found.version.name) == (YUNXI, date(2020, 3, 5))
    assert _codes(found) == []


def test_the_last_amendment_names_the_version_not_the_first_day_of_force() -> None:
    found = _identity(regulation(YUNXI, ADOPTED, AMENDED, begins="2020年6月1日"))
    assert found.version is not None
    assert found.version.name == date(2023, 8, 1)


def test_a_version_that_the_catalogue_does_not_have_is_taken_and_told() -> None:
    later = "2025年2月1日 云溪市第四届人民代表大会常务委员会第九次会议第二次修正"
    found = _identity(regulation(YUNXI, ADOPTED, AMENDED, later, begins="2020年6月1日"))
    assert found.version == Version(adopted=date(2025, 2, 1), articles=5)
    assert _codes(found) == ["COR004"]


def test_a_text_without_history_has_no_version_and_says_so() -> None:
    found = _identity(regulation(YUNXI))
    assert found.version is None
    assert _codes(found) == ["COR003"]


def test_a_text_with_too_few_articles_differs() -> None:
    found = _identity(regulation(YUNXI, ADOPTED, articles=ARTICLES[:2], begins="2020年6月1日"))
    assert found.standing == "differs"
    assert _codes(found) == ["COR005"]


@pytest.mark.parametrize(
    ("title", "head", "rank", "territory"),
    [
        ("山东省济南市物业管理条例", "2020年1月1日 市人民代表大会通过", Rank.CITY_REGULATION, "山东省济南市"),
        ("济南市物业管理条例", "2020年1月1日 市人民代表大会通过", Rank.CITY_REGULATION, "山东省济南市"),
        ("江苏省物业管理条例", "2020年1月1日 江苏省人民代表大会常务委员会通过", Rank.PROVINCIAL_REGULATION, "江苏省"),
        ("北京市物业管理条例", "2020年1月1日 北京市人民代表大会常务委员会通过", Rank.PROVINCIAL_REGULATION, "北京市"),
        ("沈阳市物业管理规定", "2020年1月1日 沈阳市人民政府令第12号发布", Rank.GOVERNMENT_RULE, "辽宁省沈阳市"),
        ("昆山市住宅物业管理办法", "2020年1月1日 昆山市人民政府发布", Rank.GUIDANCE, "江苏省苏州市昆山市"),
        ("物业服务等级规定", "2020年1月1日 某局发布", Rank.GUIDANCE, "中国"),
    ],
)  # fmt: skip
def test_rank_and_territory_of_an_unknown_text_come_from_its_title_and_makers(
    title: str, head: str, rank: Rank, territory: str
) -> None:
    found = _identity(regulation(title, head, begins="2020年3月1日"))
    assert (found.instrument.rank, found.instrument.territory) == (rank, territory)
    assert "COR007" in _codes(found)
    assert found.version == Version(
        adopted=date(2020, 1, 1),
        promulgated=found.version.promulgated if found.version else None,
        in_force=date(2020, 3, 1),
        articles=5,
    )


def test_the_makers_of_the_sources_that_a_text_rests_on_are_not_its_own() -> None:
    first = "根据《中华人民共和国民法典》和全国人民代表大会常务委员会的决定，制定本规定。"
    found = _identity(regulation("物业服务等级规定", "2020年1月1日 某局发布", articles=(first, *ARTICLES[1:])))
    assert found.instrument.rank is Rank.GUIDANCE


def test_the_first_day_of_an_amended_unknown_text_is_not_believed() -> None:
    amended = "2023年8月1日 济南市人民代表大会常务委员会修正"
    found = _identity(regulation("济南市物业管理条例", ADOPTED, amended, begins="2020年6月1日"))
    assert found.version is not None
    assert (found.version.in_force, found.version.begins) == (None, date(2023, 8, 1))
    assert "COR008" in _codes(found)


def test_a_city_with_a_similar_name_is_another_city() -> None:
    found = identify(*read_text(regulation("青州市物业管理条例", ADOPTED, begins="2020年6月1日")), catalogue())
    assert found.instrument.id == "青州市物业管理条例"
    assert found.instrument.territory == "山东省潍坊市青州市"


def test_a_similar_title_without_the_same_articles_is_another_instrument() -> None:
    found = identify(*read_text(regulation("青岛市物业管理条例例", ADOPTED, begins="2020年6月1日")), catalogue())
    assert found.instrument.id == "青岛市物业管理条例例"


@pytest.mark.parametrize("suffix", ["（2023年修正）", "(2023修正)", "（2023修订版）", "（最新修正文本）"])
def test_a_note_of_the_version_behind_the_title_is_no_part_of_it(suffix: str) -> None:
    found = _identity(regulation(YUNXI + suffix, ADOPTED, AMENDED, begins="2020年6月1日"))
    assert found.instrument.id == YUNXI


def test_an_instrument_of_the_catalogue_keeps_its_identity_facts() -> None:
    known = Catalogue([Instrument(id="甲", title="临江省甲条例", rank=Rank.PROVINCIAL_REGULATION, issuer="谁")])
    found = _identity(regulation("临江省甲条例", ADOPTED), known)
    assert found.instrument.issuer == "谁"
