"""Terms that a text defines itself: 本条例所称…，是指…; （以下简称…）"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from propertylaw.model import Definition

from .headings import BLANK
from .numerals import NUMERAL_CHARS

_TERM = r"[“\"「《]?(?P<term>[^，。；：、\n（）()“”\"「」《》]{1,24}?)[”\"」》]?"
_SAID = re.compile(
    rf"所[称指]的?{_TERM}(?:（[^（）\n]{{0,40}}）)?[，,]?还?(?:是指|指(?![导定出派示])|包括)"
    r"(?P<meaning>[^。；;：，\n][^。；;\n]*)"
)
_MEANS = re.compile(r"是指(?P<meaning>[^。；;\n]+)")
_TERM_BEFORE = re.compile(
    rf"(?:^|[，。；：、\n（）()“”\"「」《》{BLANK}]){_TERM}(?:[（(][^（）()\n]{{0,40}}[）)])?[，,]?[{BLANK}]?$"
)
_SHORT_FORM = re.compile(
    r"[（(][^（）()\n]{0,40}?以下(?:均|也|亦|合|并)?(?:简称|统称|称)(?:为|作)?[：:]?"
    r"[“\"「《]?(?P<term>[^“”\"「」《》（）()，。；\n]{1,24})[”\"」》]?[^（）()\n]{0,20}[）)]"
)
_LONG_FORM = re.compile(r"[^，。；：、\n（）()“”\"]{2,60}$")
_CITED_LEAD = re.compile(
    rf"^(?:第[{NUMERAL_CHARS}]+条[{BLANK}]*)?(?:.*(?:规定的|所称的?|所指的?|中的)|本(?:法|条例|规定|办法)称|其中)?"
)
_LONG_TITLE = re.compile(r"^.*?(?:根据|依照|按照|依据|和|及)(《[^《》]*(?:〈[^〈〉]*〉[^《》]*)?》)$")
_LEAD_WINDOW = 90
_NO_TERM = ("的", "即", "也", "应当", "不")


def definitions(text: str) -> tuple[Definition, ...]:
    """Definitions and abbreviations, in reading order; of several for one term the first."""
    return first_of_each([*_said(text), *_meanings(text), *_abbreviations(text)])


def _said(text: str) -> Iterator[Definition]:
    """本条例所称业主，是指…"""
    for match in _SAID.finditer(text):
        yield _definition(match["term"], match["meaning"], match.start("term"), match.end())


def _meanings(text: str) -> Iterator[Definition]:
    """业主，是指…"""
    for match in _MEANS.finditer(text):
        before = _TERM_BEFORE.search(text[max(0, match.start() - _LEAD_WINDOW) : match.start()])
        term = _CITED_LEAD.sub("", before["term"]) if before else ""
        if term and not term.startswith(_NO_TERM):
            start = text.rfind(term, 0, match.start())
            yield _definition(term, match["meaning"], start, match.end())


def _abbreviations(text: str) -> Iterator[Definition]:
    """县级以上人民政府住房城乡建设主管部门（以下称物业主管部门）"""
    for match in _SHORT_FORM.finditer(text):
        long_form = _LONG_FORM.search(text[max(0, match.start() - _LEAD_WINDOW) : match.start()])
        meaning = _LONG_TITLE.sub(r"\1", _CITED_LEAD.sub("", long_form[0].strip())) if long_form else ""
        if meaning:
            yield Definition(
                term=match["term"].strip(),
                meaning=meaning,
                text_span=(match.start("term"), match.end()),
                kind="abbreviation",
            )


def _definition(term: str, meaning: str, start: int, end: int) -> Definition:
    return Definition(term=term, meaning=meaning.strip(), text_span=(start, end), kind="definition")


def first_of_each(found: Iterable[Definition]) -> tuple[Definition, ...]:
    """Of several definitions for one term the first."""
    terms: dict[tuple[str, str], Definition] = {}
    for definition in sorted(found, key=lambda one: one.text_span):
        terms.setdefault((definition.term, definition.kind), definition)
    return tuple(terms.values())
