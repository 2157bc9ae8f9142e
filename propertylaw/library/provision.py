"""What a provision said on a day: its words, or which source ruled then and why its words are missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from propertylaw.model import Instrument, Locator, TextState, Version
from propertylaw.rulebook import Catalogue
from propertylaw.structure import cite

from .store import Library, place_of
from .texts import Passage, ProvisionText, StoredText

_UNSURE = timedelta(days=366)
"""How long after a version was made its first day of application, where unknown, is in doubt."""


class Provisions:
    """The provisions of a catalogue and a library, as they stood on a day.

    Args:
        on: the day.
        known: the instruments, those of the library among them.
        library: the user's library.
        texts: what is in it.
    """

    def __init__(self, on: date, known: Catalogue, library: Library, texts: Iterable[StoredText]) -> None:
        self.on, self.known, self.library = on, known, library
        self._held: dict[str, list[StoredText]] = {}
        for text in texts:
            self._held.setdefault(text.instrument.id, []).append(text)

    def at(self, at: Locator) -> ProvisionText:
        """The provision, with words or with the reason why not."""
        instrument = self.known.get(at.instrument)
        if instrument is None:
            return self._answer(at, "unknown", f"目录和资料库都没有《{at.instrument}》")
        if at.version is not None:
            return self._of_named_version(at, instrument)
        version = instrument.version_on(self.on)
        if version is not None:
            return self._of_version(at, instrument, version)
        if not instrument.versions:
            return self._of_no_version(at, instrument)
        ended = instrument.repealed is not None and self.on >= instrument.repealed
        return self._ended(at, instrument) if ended else self._not_yet(at, instrument)

    def _of_named_version(self, at: Locator, instrument: Instrument) -> ProvisionText:
        version = next((one for one in instrument.versions if one.name == at.version), None)
        if version is None:
            dated = "、".join(str(one.name) for one in instrument.versions)
            said = f"目录没有《{instrument.title}》{at.version}的版本；有：{dated}"
            return self._answer(at, "not_at_hand", said)
        return self._of_version(at, instrument, version)

    def _of_version(self, at: Locator, instrument: Instrument, version: Version) -> ProvisionText:
        placed = at.model_copy(update={"version": version.name, "span": None})
        printed = _printed(placed, instrument)
        if version.articles and (at.article or 0) > version.articles:
            said = f"{printed}不存在：{version.name}的版本只有{version.articles}条"
            return self._answer(placed, "no_such_provision", said, version)
        held = [one for one in self._held.get(instrument.id, ()) if one.version == version.name]
        passage = self.library.passage(instrument.id, str(version.name), place_of(at)) if held and at.article else None
        if passage is not None:
            said = f"{printed}（{_dated(version)}）"
            return self._found(placed, said, version, passage)
        if at.article is None and held:
            doubts = () if _is_complete(held, version) else (_parts(held),)
            answer = self._answer(placed, "at_hand", f"{printed}（{_dated(version)}）", version)
            return answer.model_copy(update={"text": held[0], "doubts": doubts})
        if any(one.first <= (at.article or 0) <= one.last for one in held):
            return self._answer(placed, "no_such_provision", f"{printed}在手头的文本里没有这一条款", version)
        missing = _parts(held) if held else self._missing(instrument, version)
        said = f"{printed}（{_dated(version)}）的文本不在手头{missing and f'；{missing}'}"
        return self._answer(placed, "not_at_hand", said, version)

    def _of_no_version(self, at: Locator, instrument: Instrument) -> ProvisionText:
        passage = self.library.passage(instrument.id, "", place_of(at)) if at.article else None
        printed = _printed(at, instrument)
        if passage is None:
            return self._answer(at, "unknown", f"{printed}：施行时间不明")
        return self._found(at, printed, None, passage)

    def _found(self, at: Locator, says: str, version: Version | None, passage: Passage) -> ProvisionText:
        found = {"text": passage.text, "words": passage.words, "doubts": tuple(self._doubts(at, version, passage.text))}
        return self._answer(at, "at_hand", says, version).model_copy(update=found)

    def _not_yet(self, at: Locator, instrument: Instrument) -> ProvisionText:
        from propertylaw.rulebook import ruled_before

        first = instrument.versions[0].begins
        applied = self._applied(ruled_before(at))
        named = "、".join(self._with_hand(one) for one in applied)
        then = f"当时适用：{named}" if named else "当时适用哪一法源，目录没有记载"
        said = f"《{instrument.title}》{first}起施行，{self.on}尚未施行；{then}"
        return self._answer(at, "not_yet", said).model_copy(update={"applied": applied})

    def _ended(self, at: Locator, instrument: Instrument) -> ProvisionText:
        from propertylaw.rulebook import ruled_after

        after = ruled_after(at) or (Locator(instrument=instrument.replaced_by) if instrument.replaced_by else None)
        by = f"（见{self._cited(instrument.repealed_by)}）" if instrument.repealed_by else ""
        instead = f"；现适用：{self._with_hand(after)}" if after else ""
        renumbered = "，条号不同，须另查" if after and after.article is None and at.article else ""
        said = f"《{instrument.title}》自{instrument.repealed}起不再适用{by}{instead}{renumbered}"
        return self._answer(at, "ended", said).model_copy(update={"applied": (after,) if after else ()})

    def _applied(self, candidates: Iterable[tuple[Locator, ...]]) -> tuple[Locator, ...]:
        """Of the first candidates with something in force on the day, those in force."""
        for group in candidates:
            known = [(one, self.known.get(one.instrument)) for one in group]
            applied = tuple(one for one, source in known if source and source.version_on(self.on))
            if applied:
                return applied
        return ()

    def _with_hand(self, at: Locator) -> str:
        found = self.at(at)
        return self._cited(at) + ("" if found.state == "at_hand" else "（文本不在手头）")

    def _cited(self, at: Locator) -> str:
        known = self.known.get(at.instrument)
        return cite(at, known.id if known else at.instrument)

    def _missing(self, instrument: Instrument, wanted: Version) -> str:
        others = sorted({str(one.version) for one in self._held.get(instrument.id, ()) if one.version})
        if not others:
            return ""
        anew = "；当日的版本重新编排过条号，不能按旧文本的条号查" if wanted.renumbered else ""
        return f"手头只有{'、'.join(others)}的版本{anew}"

    def _doubts(self, at: Locator, version: Version | None, text: StoredText) -> Iterable[str]:
        if version is None:
            yield "文本没有写明通过和施行的日期，当日是否施行无从判断"
            return
        if version.in_force is None and self.on < version.begins + _UNSURE:
            yield f"这一版本何时起施行没有记载，暂以{version.begins}起计"
        if text.standing != "verified":
            yield from self._against_catalogue(at, version, text)

    def _against_catalogue(self, at: Locator, version: Version, text: StoredText) -> Iterable[str]:
        """Whether the article itself stands as in the text that was compared, though others do not."""
        from propertylaw.rulebook.digests import article_digest, known_fingerprint

        known = known_fingerprint(text.instrument.id, version.name)
        number = place_of(at.at(at.numbers[:1]))
        if known is None or number not in known.articles:
            yield "手头的文本没有可供核对的底本"
            return
        whole = self.library.words(text, number)
        if whole is None or article_digest(whole) != known.articles[number]:
            yield "这一条与目录核对过的文本不同，请对照原文"

    def _answer(self, at: Locator, state: TextState, says: str, version: Version | None = None) -> ProvisionText:
        return ProvisionText(locator=at, on=self.on, state=state, version=version, says=says)


def _printed(at: Locator, instrument: Instrument) -> str:
    return cite(at, instrument.id)


def _dated(version: Version) -> str:
    begins = f"{version.begins}起施行" if version.in_force else "施行日未载"
    return f"{version.name}的版本，{begins}"


def _is_complete(held: list[StoredText], version: Version) -> bool:
    return version.articles is None or sum(one.articles for one in held) >= version.articles


def _parts(held: list[StoredText]) -> str:
    runs = sorted({(one.first, one.last) for one in held})
    return f"手头只有这一版本的{'、'.join(f'第{first}至{last}条' for first, last in runs)}"
