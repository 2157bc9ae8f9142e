"""Recognises a text: which instrument it is, and which version, from its title, its history and its articles."""

from __future__ import annotations

from datetime import date

from propertylaw.model import Diagnostic, Instrument, Model, Outline, Severity, Source, Version
from propertylaw.rulebook import RANK_TITLES, Catalogue, place
from propertylaw.rulebook.catalogue import plain_title
from propertylaw.rulebook.digests import Fingerprint, fingerprint

from .agreement import compared, finding, share
from .derived import bare_title, derived_instrument, last_made, rank_and_territory, read_version
from .texts import Standing

_SHARE = 0.5
"""Of the articles that must agree before a title that is only similar is taken for the catalogue's."""
_SIMILAR = 88


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
    standing, differences = compared(known, version, own)
    return Identity(instrument=known, version=version, standing=standing, findings=(*findings, *differences))


def _instrument(outline: Outline, own: Fingerprint, catalogue: Catalogue) -> tuple[Instrument | None, list[Diagnostic]]:
    """By title; a title that is only similar must have the articles of the text it resembles."""
    title = bare_title(outline)
    exact = catalogue.recognise(title)
    if exact is not None:
        return exact, []
    for similar in _similar(title, catalogue):
        if max((share(own, similar, version) for version in similar.versions), default=0) >= _SHARE:
            said = f"标题“{outline.title}”与目录不尽相同，条文与《{similar.title}》相合，按后者收入"
            return similar, [finding("COR001", Severity.LOW, said, similar.id, "请核对标题")]
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
    last = last_made(outline)
    whole = next((v for v in known.versions if share(own, known, v) == 1), None)
    if whole is not None and (last is None or last <= max(whole.name, whole.begins)):
        cut_short = last is not None and last < whole.name
        said = f"文首的沿革只到{last}，条文与{whole.name}的文本逐条相合，按后者收入"
        return whole, [finding("COR002", Severity.LOW, said, known.id, "")] if cut_short else []
    if last is not None:
        dated = next((v for v in known.versions if last in (v.adopted, v.promulgated, v.approved)), None)
        return (dated, []) if dated else _new_version(source, outline, known, last)
    likely = max(known.versions, key=lambda v: share(own, known, v), default=None)
    if likely is not None and share(own, known, likely) >= _SHARE:
        said = f"文本没有写明版本，多数条文与{likely.name}的文本相合，按此收入"
        return likely, [finding("COR003", Severity.MEDIUM, said, known.id, "请找写明修改日期的文本核对")]
    said = "看不出是哪一天的版本"
    return None, [finding("COR003", Severity.HIGH, said, known.id, "请换写明通过、修改日期的文本")]


def _new_version(source: Source, outline: Outline, known: Instrument, last: date) -> tuple[Version, list[Diagnostic]]:
    version = read_version(source, outline, last)
    said = f"目录没有《{known.title}》{last}的版本"
    advice = "请核对这一版本是否存在、何时施行"
    return version, [finding("COR004", Severity.LOW, said, known.id, advice)]


def _unknown(source: Source, outline: Outline, findings: list[Diagnostic]) -> Identity:
    """A derived identity, and what is not certain about it."""
    instrument = derived_instrument(source, outline)
    version = instrument.versions[0] if instrument.versions else None
    _, _, doubt = rank_and_territory(instrument.title, source)
    rank = RANK_TITLES[instrument.rank]
    said = f"目录没有《{instrument.title}》，按标题和文首推定：{rank}，适用于{instrument.territory}"
    found = [*findings, finding("COR007", Severity.LOW, said, instrument.id, doubt or "请核对位阶和适用地域")]
    if version is None:
        said, advice = "看不出何时通过、何时施行", "不能判断当日是否施行"
        found.append(finding("COR003", Severity.HIGH, said, instrument.id, advice))
    elif version.in_force is None:
        said = f"施行日期未载明，暂以{version.begins}起计"
        found.append(finding("COR008", Severity.LOW, said, instrument.id, "请核对施行日期"))
    return Identity(instrument=instrument, version=version, standing="unknown", findings=tuple(found))
