"""Recognises a text: which instrument it is, and which version, from its title, its history and its articles."""

from __future__ import annotations

import re
from datetime import date

from propertylaw.model import NATION, Diagnostic, Instrument, Locator, Model, Outline, Rank, Severity, Source, Version
from propertylaw.rulebook import Catalogue, Place, place
from propertylaw.rulebook.catalogue import plain_title
from propertylaw.rulebook.digests import Fingerprint, fingerprint, known_fingerprint
from propertylaw.structure import cite

from .texts import Standing

_SHARE = 0.5
"""Of the articles that must agree before a title that is only similar is taken for the catalogue's."""
_SIMILAR = 88
_MOST_NAMED = 8
_IN_FORCE = re.compile(r"自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起(?:施行|实施|执行)")
_HEAD_IN_FORCE = re.compile(r"^\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*起?施行\s*$", re.MULTILINE)
_MADE = ("adopted", "amended", "revised")
_VERSION_NOTE = re.compile(r"[（(]\s*(?:\d{4}年?)?(?:最新)?(?:修正|修订|修改|版|文本).*?[）)]$")


class Identity(Model):
    """What a text was recognised as."""

    instrument: Instrument
    version: Version | None
    """None where the text does not tell and nothing agrees."""
    standing: Standing
    findings: tuple[Diagnostic, ...] = ()


def identify(source: Source, outline: Outline, catalogue: Catalogue) -> Identity:
    """Recognise a text.

    Args:
        source: the text.
        outline: its outline.
        catalogue: the instruments known.
    """
    own = fingerprint(source, outline)
    known, findings = _instrument(outline, own, catalogue)
    if known is None:
        return _unknown(source, outline, findings)
    version, told = _version(source, outline, own, known)
    findings += told
    if version is None:
        return Identity(instrument=known, version=None, standing="unknown", findings=tuple(findings))
    standing, compared = _compared(known, version, own)
    return Identity(instrument=known, version=version, standing=standing, findings=(*findings, *compared))


def _instrument(outline: Outline, own: Fingerprint, catalogue: Catalogue) -> tuple[Instrument | None, list[Diagnostic]]:
    """By title; a title that is only similar must have the articles of the text it resembles."""
    title = _VERSION_NOTE.sub("", outline.title)
    exact = catalogue.recognise(title)
    if exact is not None:
        return exact, []
    for similar in _similar(title, catalogue):
        if max((_share(own, similar, version) for version in similar.versions), default=0) >= _SHARE:
            said = f"标题“{outline.title}”与目录不尽相同，条文与《{similar.title}》相合，按后者收入"
            return similar, [_finding("COR001", Severity.LOW, said, similar.id, "请核对标题")]
    return None, []


def _similar(title: str, catalogue: Catalogue) -> list[Instrument]:
    """Instruments of the same place with titles like this one, the most similar first."""
    from rapidfuzz import fuzz, process

    where, plain = place(title), plain_title(title)
    titles = {one.id: plain_title(one.title) for one in catalogue if place(one.title) == where}
    found = process.extract(plain, titles, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=3)
    return [one for _, _, id in found if (one := catalogue.get(id))]


def _version(
    source: Source, outline: Outline, own: Fingerprint, known: Instrument
) -> tuple[Version | None, list[Diagnostic]]:
    """By the articles where they all agree, else by the printed history, else by the articles that agree best."""
    last = _last_made(outline)
    whole = next((v for v in known.versions if _share(own, known, v) == 1), None)
    if whole is not None and (last is None or last <= max(whole.name, whole.begins)):
        cut_short = last is not None and last < whole.name
        said = f"文首的沿革只到{last}，条文与{whole.name}的文本逐条相合，按后者收入"
        return whole, [_finding("COR002", Severity.LOW, said, known.id, "")] if cut_short else []
    if last is not None:
        dated = next((v for v in known.versions if last in (v.adopted, v.promulgated, v.approved)), None)
        return (dated, []) if dated else _new_version(source, outline, known, last)
    likely = max(known.versions, key=lambda v: _share(own, known, v), default=None)
    if likely is not None and _share(own, known, likely) >= _SHARE:
        said = f"文本没有写明版本，多数条文与{likely.name}的文本相合，按此收入"
        return likely, [_finding("COR003", Severity.MEDIUM, said, known.id, "请找写明修改日期的文本核对")]
    said = "看不出是哪一天的版本"
    return None, [_finding("COR003", Severity.HIGH, said, known.id, "请换写明通过、修改日期的文本")]


def _new_version(source: Source, outline: Outline, known: Instrument, last: date) -> tuple[Version, list[Diagnostic]]:
    version = _read_version(source, outline, last)
    said = f"目录没有《{known.title}》{last}的版本"
    advice = "请核对这一版本是否存在、何时施行"
    return version, [_finding("COR004", Severity.LOW, said, known.id, advice)]


def _last_made(outline: Outline) -> date | None:
    """The last day on which the text was adopted or changed; one that is only known by its publication, that day."""
    made = [event.on for event in outline.history if event.kind in _MADE]
    return max(made or [event.on for event in outline.history], default=None)


def _read_version(source: Source, outline: Outline, last: date | None) -> Version:
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


def _compared(known: Instrument, version: Version, own: Fingerprint) -> tuple[Standing, list[Diagnostic]]:
    """What differs from the text of this version that the catalogue knows."""
    other = known_fingerprint(known.id, version.name)
    findings = []
    if other is None:
        expected = version.articles
        if expected and len(own.articles) != expected:
            said = f"读到{len(own.articles)}条，{version.name}的版本应有{expected}条"
            findings.append(_finding("COR005", Severity.HIGH, said, known.id, "文本可能不全，请换完整的文本"))
            return "differs", findings
        return "unknown", findings
    here, there = own.articles, other.articles
    for numbers, what, advice in (
        ([n for n in here if n in there and here[n] != there[n]], "与目录核对过的文本不同", "请对照原文"),
        ([n for n in here if n not in there and _within(n, version)], "目录没有核对过", ""),
        ([n for n in here if not _within(n, version)], "超出这一版本的条数", "请检查是不是另一版本"),
        ([n for n in there if n not in here and other.whole], "文本里没有", "文本可能不全"),
    ):
        if numbers:
            severity = Severity.HIGH if what != "目录没有核对过" else Severity.INFO
            findings.append(_finding("COR006", severity, f"{_listed(numbers)}{what}", known.id, advice))
    if any(finding.severity is Severity.HIGH for finding in findings):
        return "differs", findings
    return ("unknown" if findings else "verified"), findings


def _within(number: str, version: Version) -> bool:
    return version.articles is None or int(number.partition("-")[0]) <= version.articles


def _listed(numbers: list[str]) -> str:
    shown = "、".join(_printed(number) for number in numbers[:_MOST_NAMED])
    more = f"等{len(numbers)}条" if len(numbers) > _MOST_NAMED else ""
    return shown + more


def _printed(number: str) -> str:
    return cite(Locator.parse(f"本/{number}"))


def _share(own: Fingerprint, known: Instrument, version: Version) -> float:
    """Share of the articles at hand that stand so in a version of the catalogue; of a part, of the part."""
    other = known_fingerprint(known.id, version.name)
    if other is None or not own.articles:
        return 0
    if other.whole is not None and len(own.articles) != len(other.articles):
        return sum(other.articles.get(n) == d for n, d in own.articles.items()) / max(
            len(own.articles), len(other.articles)
        )
    return sum(other.articles.get(n) == d for n, d in own.articles.items()) / len(own.articles)


def derived_instrument(source: Source, outline: Outline) -> Instrument:
    """A text of the state that the catalogue does not have: rank and territory from its title and its makers."""
    title = _VERSION_NOTE.sub("", outline.title)
    last = _last_made(outline)
    dated = last is not None or in_force_from(source) is not None
    rank, where, _ = _derived(title, source)
    return Instrument(
        id=re.sub(r"[/@\s]", "_", title),
        title=title,
        rank=rank,
        issuer=_issuer(source, where),
        territory=where.name or NATION,
        versions=(_read_version(source, outline, last),) if dated else (),
    )


def _unknown(source: Source, outline: Outline, findings: list[Diagnostic]) -> Identity:
    """A derived identity, and what is not certain about it."""
    instrument = derived_instrument(source, outline)
    version = instrument.versions[0] if instrument.versions else None
    _, _, doubt = _derived(instrument.title, source)
    said = f"目录没有《{instrument.title}》，按标题和文首推定：{_RANKS[instrument.rank]}，适用于{instrument.territory}"
    found = [*findings, _finding("COR007", Severity.LOW, said, instrument.id, doubt or "请核对位阶和适用地域")]
    if version is None:
        said, advice = "看不出何时通过、何时施行", "不能判断当日是否施行"
        found.append(_finding("COR003", Severity.HIGH, said, instrument.id, advice))
    elif version.in_force is None:
        said = f"施行日期未载明，暂以{version.begins}起计"
        found.append(_finding("COR008", Severity.LOW, said, instrument.id, "请核对施行日期"))
    return Identity(instrument=instrument, version=version, standing="unknown", findings=tuple(found))


_RANKS = {
    Rank.STATUTE: "法律",
    Rank.INTERPRETATION: "司法解释",
    Rank.ADMINISTRATIVE_REGULATION: "行政法规",
    Rank.PROVINCIAL_REGULATION: "省级地方性法规",
    Rank.CITY_REGULATION: "设区的市地方性法规",
    Rank.DEPARTMENT_RULE: "部门规章",
    Rank.GOVERNMENT_RULE: "地方政府规章",
    Rank.GUIDANCE: "规范性文件",
}


def _derived(title: str, source: Source) -> tuple[Rank, Place, str]:
    """Rank and territory; with the reason for doubt where the makers are not named."""
    where, head = place(title), source.text[:_HEAD]
    if not where.province and not where.city:
        for words, rank in _NATIONAL:
            if words in title + head:
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


_HEAD = 600
_NATIONAL = (
    ("最高人民法院", Rank.INTERPRETATION),
    ("全国人民代表大会", Rank.STATUTE),
    ("国务院令", Rank.ADMINISTRATIVE_REGULATION),
    ("部令", Rank.DEPARTMENT_RULE),
    ("中华人民共和国", Rank.STATUTE),
)
_MAKER = re.compile(r"人民代表大会(?P<committee>常务委员会)?")


def _issuer(source: Source, where: Place) -> str:
    """The maker named in the head, where it is a people's congress."""
    made = _MAKER.search(source.text[:_HEAD])
    seat = where.city or where.province
    if made is None or not seat:
        return ""
    return f"{seat}人民代表大会{made['committee'] or ''}"


def _finding(code: str, severity: Severity, message: str, instrument: str, advice: str) -> Diagnostic:
    return Diagnostic(
        code=code, severity=severity, message=message, locator=Locator(instrument=instrument), advice=advice
    )
