"""What a reference may rely on beyond its own words: articles and names of its text, and the texts beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from propertylaw.model import Article, Division, Locator, Outline
from propertylaw.rulebook import catalogue

from .numerals import chinese_numeral, parse_numeral
from .printed_clauses import printed_number

Level = str
_Place = tuple[int | None, int | None, int | None]
"""Annex, article and branch."""

_LEVELS: Mapping[str, Level] = {"编": "part", "分编": "subpart", "章": "chapter", "节": "section"}
_ORDER: Sequence[Level] = ("part", "subpart", "chapter", "section")
_TITLE = re.compile(r"《(.+)》$")
_LABEL = re.compile(r"第\s*(?P<number>.+?)\s*(?P<unit>分编|编|章|节|部分)")
_APPLYING = "依照|按照|适用|根据|依据|违反|参照|符合|遵守"
_AS_A_WHOLE = "的?(?:有关|相关)?规定(?!的)|关于|等|[，。；、）)]"
_GENERIC = re.compile(r"(?:管理规约|议事规则|物业服务合同|服务合同|装饰装修管理服务协议)$")


class Scope:
    """The text a reference stands in, and the texts beside it.

    Args:
        outline: the text; None when nothing but the reference's own place is known.
        others: texts at hand that references may lead to.
    """

    def __init__(self, outline: Outline | None = None, others: Iterable[Outline] = ()) -> None:
        self._outline = outline
        self._texts: dict[str, list[Outline]] = {}
        for text in ([outline] if outline else []) + list(others):
            self._texts.setdefault(text.instrument, []).append(text)
        self._indexes: dict[str, Mapping[_Place, list[Article]]] = {}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names that the text itself introduced (以下简称《条例》) and those of the texts beside it, with their ids."""
        return dict(self._introduced()) | dict(self._beside())

    @cached_property
    def name_lengths(self) -> tuple[int, ...]:
        """Lengths of all names, the longest first, those of the catalogue included."""
        return tuple(sorted({len(name) for name in (*self.names, *catalogued_names())}, reverse=True))

    @cached_property
    def name_ends(self) -> frozenset[str]:
        """With which characters these names end."""
        return frozenset(name[-1:] for name in (*self.names, *catalogued_names()))

    @cached_property
    def whole(self) -> tuple[re.Pattern[str], ...]:
        """Find an instrument that is named without title marks and as a whole: 依照治安管理处罚法的有关规定."""
        own = frozenset(self.names.keys() - catalogued_names().keys())
        return (_applied(frozenset(catalogued_names())), *([_applied(own)] if own else []))

    def own_title(self, title: str) -> Locator | None:
        """The text itself, or the annex of it, that a title in book title marks names."""
        if self._outline is None:
            return None
        annex = next((one for one in self._outline.annexes if one.heading and title.endswith(one.heading)), None)
        if annex is not None:
            return annex.locator
        return Locator(instrument=self._outline.instrument) if title == self._outline.title else None

    def named(self, name: str) -> str | None:
        """Id of the instrument with this name."""
        return self.names.get(name) or catalogued_names().get(name)

    def titled(self, title: str) -> str | None:
        """Id of the instrument whose title, short title or introduced name stands in book title marks."""
        known = catalogue().recognise(title)
        return self.names.get(title) or (known.id if known else None)

    def missing(self, target: Locator) -> str:
        """Why the target cannot exist; empty when it does, or when its text is not at hand."""
        if target.annex is not None and (target.article is None or self._missing_annex(target)):
            return self._missing_annex(target)
        if target.article is None:
            return ""
        articles = self._articles(target)
        if not articles:
            return self._beyond_the_end(target)
        places = [article for article in articles if (target.paragraph or 1) <= len(article.paragraphs)]
        if not places:
            return f"第{chinese_numeral(target.article)}条只有{chinese_numeral(len(articles[0].paragraphs))}款"
        return "" if any(_has_item(article, target) for article in places) else _no_such_item(places[0], target)

    def with_paragraph(self, target: Locator) -> Locator:
        """An item cited without its paragraph stands in the one paragraph that has items, where the text shows it."""
        for article in self._articles(target):
            holding = [paragraph.number for paragraph in article.paragraphs if paragraph.items]
            if len(holding) == 1:
                return target.at((article.locator.article or 0, holding[0], *target.numbers[2:]))
        return target

    def list_head(self, paragraph: Locator) -> Locator:
        """The lead-in of a list whose items lost their numbers, for the item that stands as a paragraph of its own."""
        for article in self._articles(paragraph):
            here = next((one for one in article.paragraphs if one.number == paragraph.paragraph), None)
            if here is not None and here.list_head:
                return paragraph.at((article.number, here.list_head))
        return paragraph

    def is_annex_called(self, here: Locator, name: str) -> bool:
        """Whether 本规约 in an annex means the annex: its title ends so."""
        for annex in self._outline.annexes if self._outline else ():
            if annex.number == here.annex and annex.articles:
                return annex.heading.endswith(name.lstrip("本"))
        return False

    def own_division(self, unit: str, here: Locator, path: str = "") -> tuple[Locator, ...]:
        """The articles of 本章, 本节, 本编 around a place, or of 第三章第一节 within."""
        inside = self._around(unit, here)
        if inside is None or self._outline is None:
            return ()
        span = _narrowed(self._outline, _steps(path), inside)
        return _places(self._outline, span) if span else ()

    def named_division(self, unit: str, here: Locator, words: str) -> tuple[str, tuple[Locator, ...]]:
        """本编通则: the heading within 本编 with which the words begin, and its articles; empty if there is none."""
        inside = self._around(unit, here)
        if inside is None or self._outline is None:
            return "", ()
        for one in self._outline.divisions:
            heading = "".join(one.heading.split())
            if heading and words.startswith(heading) and inside[0] <= one.text_span[0] < inside[1]:
                return heading, _places(self._outline, _extent(self._outline, one))
        return "", ()

    def _around(self, unit: str, here: Locator) -> tuple[int, int] | None:
        around = self._articles(here)
        if self._outline is None or not around or here.instrument != self._outline.instrument:
            return None
        return _around(self._outline, around[0], _LEVELS[unit])

    def division(self, path: str, instrument: str) -> tuple[Locator, ...]:
        """The articles of 第三编第四章 of an instrument whose text is at hand."""
        texts = [text for text in self._texts.get(instrument, []) if text.articles]
        found = ((text, _narrowed(text, _steps(path), (0, text.articles[-1].text_span[1] + 1))) for text in texts)
        return next((_places(text, span) for text, span in found if span is not None), ())

    def annexes(self, number: int | None, here: Locator) -> tuple[Locator, ...]:
        """The annex with this number; without one, all that there are."""
        there = [annex.number for annex in self._outline.annexes] if self._outline else []
        numbers = [number] if number else there or [1]
        return tuple(here.at(()).model_copy(update={"annex": one}) for one in numbers)

    def labelled(self, label: str) -> Locator | None:
        """The clause printed with a decimal number such as 2.1 in the text itself."""
        return self._labels.get(label.replace("．", "."))

    def printed(self, target: Locator, here: Locator) -> Locator | None:
        """The clause of a contract with the printed number of the target; None when the number leads to several.

        Where each part counts its clauses anew, the part around the reference is meant.
        """
        if self._outline is None or self._outline.kind == "statute" or target.instrument != self._outline.instrument:
            return target
        own_articles = self._body_of(target)
        articles = [one for one in own_articles if printed_number(one) == target.article]
        if not articles:
            return target.at((len(own_articles) + (target.article or 0), *target.numbers[1:]))
        own = next((one.divisions for one in own_articles if one.locator.contains(here)), ())
        near = [one for one in articles if one.divisions == own] if len(articles) > 1 else articles
        return target.at((near[0].number, *target.numbers[1:])) if len(near) == 1 else None

    def lacks(self, target: Locator) -> bool:
        """Whether the printed numbers of the text go on beyond the target's, but leave it out."""
        if self._outline is None or target.instrument != self._outline.instrument:
            return False
        numbers = {printed_number(article) for article in self._body_of(target)} - {None}
        return target.article not in numbers and any(number > (target.article or 0) for number in numbers if number)

    def _body_of(self, place: Locator) -> Sequence[Article]:
        """The clauses that are counted with a place: those of its annex, or of the text itself."""
        return _counted(self._outline, place) if self._outline else ()

    @cached_property
    def _labels(self) -> Mapping[str, Locator]:
        return {
            part.label.replace("．", "."): part.locator
            for article in (self._outline.articles if self._outline else ())
            for paragraph in article.paragraphs
            for item in paragraph.items
            for part in (item, *item.sub_items)
            if "." in part.label.replace("．", ".")
        }

    def _introduced(self) -> Iterator[tuple[str, str]]:
        for definition in self._outline.definitions if self._outline else ():
            title = _TITLE.search(definition.meaning)
            known = catalogue().recognise(title[1] if title else definition.meaning)
            if definition.kind == "abbreviation" and (known or title):
                yield definition.term, known.id if known else ""

    def _beside(self) -> Iterator[tuple[str, str]]:
        for id, texts in self._texts.items():
            own = self._outline is not None and id == self._outline.instrument
            if not own and id.startswith("doc:"):
                yield texts[0].title, id
                generic = _GENERIC.search(texts[0].title)
                if generic:
                    yield generic[0], id

    def _articles(self, target: Locator) -> list[Article]:
        index = self._indexes.get(target.instrument)
        if index is None:
            index = self._indexes[target.instrument] = _by_place(self._texts.get(target.instrument, ()))
        return index.get((target.annex, target.article, target.branch), [])

    def _beyond_the_end(self, target: Locator) -> str:
        instrument = catalogue().get(target.instrument)
        if instrument is not None:
            counts = [version.articles for version in instrument.versions]
            last = max((count or 0 for count in counts), default=0) if all(counts) else 0
        else:
            texts = self._texts.get(target.instrument, [])
            last = max((article.number for text in texts for article in _counted(text, target)), default=0)
            last = last if target.instrument.startswith("doc:") else 0
        return f"只有{chinese_numeral(last)}条" if last and (target.article or 0) > last else ""

    def _missing_annex(self, target: Locator) -> str:
        annexes = [annex.number for text in self._texts.get(target.instrument, []) for annex in text.annexes]
        if target.annex in annexes or not self._texts.get(target.instrument):
            return ""
        return f"文件里没有附件{chinese_numeral(target.annex or 0)}"


@cache
def catalogued_names() -> Mapping[str, str]:
    """Titles, short titles and aliases of the catalogue, with the id of the instrument."""
    return {
        name: instrument.id
        for instrument in catalogue()
        for name in (instrument.id, instrument.title, *instrument.aliases)
    }


@cache
def _applied(names: frozenset[str]) -> re.Pattern[str]:
    """Finds one of the names where it is applied as a whole. The names of the catalogue are many: they compile once."""
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?:{_APPLYING})(?P<name>{longest_first})(?={_AS_A_WHOLE})")


def _by_place(texts: Iterable[Outline]) -> Mapping[_Place, list[Article]]:
    """The articles of texts that are one instrument, by where they stand."""
    texts = tuple(texts)
    attached = (article for text in texts for annex in text.annexes for article in annex.articles)
    found: dict[_Place, list[Article]] = {}
    for article in (*(article for text in texts for article in text.articles), *attached):
        place = article.locator
        found.setdefault((place.annex, place.article, place.branch), []).append(article)
    return found


def _counted(text: Outline, place: Locator) -> Sequence[Article]:
    annex = next((one for one in text.annexes if one.number == place.annex), None)
    return annex.articles if annex else text.articles


def _has_item(article: Article, target: Locator) -> bool:
    """Whether the item exists; a list not split into items, or without its first, has the benefit of the doubt."""
    if not target.item:
        return True
    paragraph = article.paragraphs[(target.paragraph or 1) - 1]
    items = paragraph.items
    return not items or paragraph.list_head is not None or any(item.number == target.item for item in items)


def _no_such_item(article: Article, target: Locator) -> str:
    items = len(article.paragraphs[(target.paragraph or 1) - 1].items)
    return f"该款只有{chinese_numeral(items)}项"


def _around(text: Outline, article: Article, level: Level) -> tuple[int, int] | None:
    """The part of the text from the last heading of the level before the article to the next of its rank."""
    start = article.text_span[0]
    heading = next((one for one in reversed(text.divisions) if one.level == level and one.text_span[0] < start), None)
    return _extent(text, heading) if heading else None


def _extent(text: Outline, heading: Division) -> tuple[int, int]:
    rank = _ORDER.index(heading.level)
    later = (one for one in text.divisions if one.text_span[0] > heading.text_span[0])
    end = next((one.text_span[0] for one in later if _ORDER.index(one.level) <= rank), None)
    return heading.text_span[1], end if end is not None else text.articles[-1].text_span[1] + 1


def _steps(path: str) -> list[tuple[Level, int | None]]:
    return [(_LEVELS.get(found["unit"], "part"), parse_numeral(found["number"])) for found in _LABEL.finditer(path)]


def _narrowed(
    text: Outline, steps: Iterable[tuple[Level, int | None]], span: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The part of the span that the steps lead to, one division within the other."""
    known = catalogue().get(text.instrument)
    parts = known.parts if known else ()
    for level, number in steps:
        span = span and next(
            (
                _extent(text, one)
                for one in text.divisions
                if one.level == level and span[0] <= one.text_span[0] < span[1] and _is_number(one, number, parts)
            ),
            None,
        )
    return span


def _is_number(division: Division, number: int | None, parts: Sequence[str]) -> bool:
    """Whether a division has the number; a part that stands in a file of its own often shows its name alone."""
    found = _LABEL.match(division.label)
    if found:
        return parse_numeral(found["number"]) == number
    return division.level == "part" and bool(number) and parts[(number or 0) - 1 : number] == (division.heading,)


def _places(text: Outline, span: tuple[int, int]) -> tuple[Locator, ...]:
    first, behind = (bisect_left(text.articles, edge, key=lambda one: one.text_span[0]) for edge in span)
    return tuple(article.locator for article in text.articles[first:behind])
