"""Places: province, city and county from a name in any usual form, such as 青岛, 山东青岛 or 青岛市市南区."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from propertylaw.model import NATION

from .data import data_folder

# Patterns stand as they are written: full names are found without most of them, and those are never compiled.
_BLANKS = r"[\s·,，、/\-]+"
_PEOPLES = (
    "朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|壮族|傣族|景颇族|傈僳族|白族|哈尼族|回族|蒙古族|蒙古|柯尔克孜|哈萨克|"
    "维吾尔|黎族|满族|瑶族|仫佬族|毛南族|水族|畲族|土族|撒拉族|保安族|东乡族|裕固族|锡伯|塔吉克|达斡尔族|鄂温克族|"
    "鄂伦春|拉祜族|佤族|纳西族|普米族|怒族|独龙族|布朗族|仡佬族|各族"
)
_PROVINCE_END = r"(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|[省市])$"
_UNIT_END = rf"(?:(?:{_PEOPLES})*自治[州县旗]|新区|林区|特区|地区|[市县区盟旗])$"
_UNIT_LEFT = r"^(?:[省市县区盟旗州]|自治|地区|特别行政)"
"""A short form before these is the beginning of a full name that was not read."""
_IMAGINED = (
    r"^(?P<province>[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?P<city>[\u4e00-\u9fff]{2,8}?(?:市|自治州|盟))"
    r"(?P<county>[\u4e00-\u9fff]{1,8}?[区县市旗])?|^(?P<alone>[\u4e00-\u9fff]{2,8}?(?:省|自治区))"
)


class Place(NamedTuple):
    """A place; what is not known of it is empty. A municipality such as 上海市 is a province without cities."""

    province: str = ""
    city: str = ""
    county: str = ""

    @property
    def name(self) -> str:
        """The full name, such as 山东省青岛市市南区."""
        return self.province + self.city + self.county

    def lies_in(self, territory: Place) -> bool:
        """Whether law of this territory applies here."""
        pairs = ((territory.province, self.province), (territory.city, self.city), (territory.county, self.county))
        return all(not wanted or wanted == own for wanted, own in pairs)


@lru_cache(4096)
def place(words: str) -> Place:
    """The place that the words name, from their beginning.

    Args:
        words: a place in any usual form; what follows the name (a street, a title) does not matter.

    Returns:
        What is certain: of a name that several places bear only what they have in common, which may be nothing.
    """
    plain = re.sub(_BLANKS, "", words)
    if not plain or plain == NATION:
        return Place()
    if plain in _units():
        return _units()[plain]
    readings = list(_readings(plain))
    if not readings:
        return _imagined(plain)
    best = max(readings, key=lambda reading: (reading.used, -reading.level))
    return _common([one.place for one in readings if (one.used, one.level) == (best.used, best.level)])


class _Reading(NamedTuple):
    place: Place
    used: int
    """Characters accounted for."""

    @property
    def level(self) -> int:
        """1 for a province, 2 for a city, 3 for a county: of two readings as long as each other the wider is meant."""
        return 3 if self.place.county else 2 if self.place.city else 1


def _readings(plain: str) -> Iterator[_Reading]:
    """Every way to read the beginning as province, city and county, each of them left out or not."""
    for province, cities in _table().items():
        used = _length(plain, (province, re.sub(_PROVINCE_END, "", province)))
        if used:
            yield _Reading(Place(province), used)
        for city, counties in cities.items():
            above = Place(province, city)
            for end in _ends(plain, used, city):
                if end > used:
                    yield _Reading(above, end)
                yield from _counties(plain, above, end, counties)


def _ends(plain: str, start: int, city: str) -> Iterator[int]:
    """Where the name of the city ends, read or left out."""
    yield start
    if city and plain.startswith(city[0], start):  # most are told apart by their first character
        short = _short(city)
        read = _length(plain[start:], (city, f"{short}州" if city.endswith("州") else short, short))
        if read:
            yield start + read


def _counties(plain: str, above: Place, start: int, counties: Iterable[str]) -> Iterator[_Reading]:
    rest = plain[start:]
    for county in counties:
        if not rest.startswith(county[0]):
            continue
        # On its own a county is called by its full name; a county-level city is known by the short one too.
        short = _short(county) if start or (county.endswith("市") and rest == _short(county)) else county
        read = _length(rest, (county, short))
        if read:
            yield _Reading(Place(above.province, above.city, county), start + read)


def _length(text: str, forms: tuple[str, ...]) -> int:
    """Length of the longest form that the text begins with; a short form does not stand where its name goes on."""
    full = forms[0]
    found = (
        len(form)
        for form in forms
        if text.startswith(form) and (form == full or not re.match(_UNIT_LEFT, text[len(form) :]))
    )
    return max(found, default=0)


def _common(places: list[Place]) -> Place:
    first = places[0]
    if any(one.province != first.province for one in places):
        return Place()
    if any(one.city != first.city for one in places):
        return Place(first.province)
    return first if len(set(places)) == 1 else Place(first.province, first.city)


def _imagined(plain: str) -> Place:
    """A place that no table has, read by its endings: model texts and exercises live in such places."""
    match = re.match(_IMAGINED, plain)
    if match is None:
        return Place()
    return Place(match["province"] or match["alone"] or "", match["city"] or "", match["county"] or "")


@cache
def _short(name: str) -> str:
    short = re.sub(_UNIT_END, "", name)
    return short if len(short) > 1 else name


@cache
def _units() -> dict[str, Place]:
    """Provinces and cities by their full names: nothing longer or wider can be read in those."""
    found = {province: Place(province) for province in _table()}
    for province, cities in _table().items():
        found |= {province + city: Place(province, city) for city in cities if city}
    return found


@cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    """Counties by province and city; those of a municipality stand under a city without a name."""
    lines = (data_folder("corpus") / "catalogue" / "places.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in lines[1:]:
        province, city, counties = (*line.split("\t"), "", "")[:3]
        found.setdefault(province, {})["" if city == "-" else city] = tuple(counties.split())
    return found
