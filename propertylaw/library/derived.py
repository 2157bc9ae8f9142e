"""What a text says of itself, its version, rank and territory: for what the catalogue does not have."""

from __future__ import annotations

import re
from datetime import date

from propertylaw.model import NATION, Instrument, Outline, Rank, Source, Version
from propertylaw.rulebook import Place, place

_IN_FORCE = re.compile(r"自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起(?:施行|实施|执行)")
_HEAD_IN_FORCE = re.compile(r"^\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*起?施行\s*$", re.MULTILINE)
_MADE = ("adopted", "amended", "revised")
_VERSION_NOTE = re.compile(r"[（(]\s*(?:\d{4}年?)?(?:最新)?(?:修正|修订|修改|版|文本).*?[）)]$")
_HEAD = 600
"""Characters in which the makers are named."""
_STATE = "中华人民共和国"
_NATIONAL = (
    ("最高人民法院", Rank.INTERPRETATION),
    ("全国人民代表大会", Rank.STATUTE),
    ("国务院令", Rank.ADMINISTRATIVE_REGULATION),
    ("部令", Rank.DEPARTMENT_RULE),
    (_STATE, Rank.STATUTE),
)
"""What names a maker whose law applies in the whole country."""
_MAKER = re.compile(r"人民代表大会(?P<committee>常务委员会)?")


def bare_title(outline: Outline) -> str:
    """The title without a note of the version behind it."""
    return _VERSION_NOTE.sub("", outline.title)


def derived_instrument(source: Source, outline: Outline) -> Instrument:
    """A text of the state that the catalogue does not have: rank and territory from its title and its makers."""
    title = bare_title(outline)
    last = last_made(outline)
    dated = last is not None or in_force_from(source) is not None
    rank, where, _ = rank_and_territory(title, source)
    return Instrument(
        id=re.sub(r"[/@\s]", "_", title),
        title=title,
        rank=rank,
        issuer=_issuer(source, where),
        territory=where.name or NATION,
        versions=(read_version(source, outline, last),) if dated else (),
    )


def last_made(outline: Outline) -> date | None:
    """The last day on which the text was adopted or changed; one that is only known by its publication, that day."""
    made = [event.on for event in outline.history if event.kind in _MADE]
    return max(made or [event.on for event in outline.history], default=None)


def read_version(source: Source, outline: Outline, last: date | None) -> Version:
    """A version as the text itself tells it. A text that was amended keeps the day on which its first one came into
    force, so a day is believed only where it follows the last step of making it."""

    def after_last(day: date | None) -> date | None:
        return day if day is not None and (last is None or day >= last) else None

    def latest(kind: str) -> date | None:
        return after_last(max((event.on for event in outline.history if event.kind == kind), default=None))

    return Version(
        adopted=last,
        approved=latest("approved"),
        promulgated=latest("promulgated"),
        in_force=after_last(in_force_from(source)),
        articles=len(outline.articles) or None,
    )


def in_force_from(source: Source) -> date | None:
    """The day that the head of the text or its own final clause names, or None."""
    found = _HEAD_IN_FORCE.findall(source.text) or _IN_FORCE.findall(source.text)
    try:
        return date(*map(int, found[-1])) if found else None
    except ValueError:
        return None


def rank_and_territory(title: str, source: Source) -> tuple[Rank, Place, str]:
    """Rank and territory; with the reason for doubt where the makers are not named."""
    where, head = place(title), _head(source)
    if not where.province and not where.city:
        for words, rank in _NATIONAL:
            if words in title or (words != _STATE and words in head):
                return rank, where, ""
        return Rank.GUIDANCE, where, "制定机关不明，暂按规范性文件处理"
    local = Place(where.province, where.city)
    regulation = Rank.CITY_REGULATION if where.city else Rank.PROVINCIAL_REGULATION
    if where.county and "自治" not in where.county:
        return Rank.GUIDANCE, where, "县级机关不能制定法规规章，暂按规范性文件处理"
    if "人民代表大会" in head:
        return regulation, local, ""
    if "政府令" in head or "政府常务会议" in head:
        return Rank.GOVERNMENT_RULE, local, ""
    if title.endswith("条例"):
        return regulation, local, "文首没有制定机关，位阶按标题推定"
    return Rank.GUIDANCE, local, "文首没有制定机关，暂按规范性文件处理"


def _head(source: Source) -> str:
    """What stands before the first article: the articles themselves name other makers and statutes."""
    return source.text.partition("第一条")[0][:_HEAD]


def _issuer(source: Source, where: Place) -> str:
    """The maker named in the head, where it is a people's congress."""
    made = _MAKER.search(_head(source))
    seat = where.city or where.province
    if made is None or not seat:
        return ""
    return f"{seat}人民代表大会{made['committee'] or ''}"
