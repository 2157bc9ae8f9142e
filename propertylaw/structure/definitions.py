"""Terms that a text defines itself: 本条例所称…，是指…; （以下简称…）; 甲方（委托方）：…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model import Definition

from .headings import BLANK

_QUOTES = "“”\"'《》"
_MEANS = re.compile(
    r"(?:本(?:法|条例|规定|办法|解释|细则|规则|规约|公约|合同|协议|编|章|节|条)(?:中)?(?:所称|所指|中的|称)的?)?"
    rf"[“\"]?(?P<term>[^，。；：、\n（）“”{BLANK}]{{1,24}})[”\"]?"
    r"(?:（[^（）\n]{0,40}）)?(?:，|,)?\s?是指(?P<meaning>[^。；;\n]+)"
)
_SHORT_FORM = re.compile(
    r"(?P<meaning>[^，。；：、\n（）()“”]{2,60})"
    r"[（(](?P<inside>[^（）()\n]{0,40}?)以下(?:均|也|亦|合|并)?(?:简称|统称|称)(?:为|作)?[：:]?"
    r"[“\"「《]?(?P<term>[^“”\"「」《》（）()，。；\n]{1,24})[”\"」》]?[^（）()\n]{0,20}[）)]"
)
_PARTY = re.compile(
    rf"^[#*{BLANK}]*(?P<term>[甲乙丙丁戊]方|委托方|受托方|委托人|受托人|发包方|承包方|出租方|承租方|买受人|出卖人)"
    rf"[{BLANK}]*(?:[（(](?P<role>[^（）()\n]*)[）)])?[{BLANK}]*[：:][{BLANK}]*(?P<name>[^\n{BLANK}][^\n]*?)?[{BLANK}]*$",
    re.MULTILINE,
)
_SIGNING = re.compile(r"盖章|签章|签字|签名|公章")
_LEAD = re.compile(r"^(?:本(?:法|条例|规定|办法|解释|细则|规则|规约|公约|合同|协议)(?:所称|所指|中的|称)的?|其中|所称)")


def definitions(text: str) -> tuple[Definition, ...]:
    """Definitions and abbreviations, in reading order; of several for one term the first."""
    return _first_of_each([*_meanings(text), *_abbreviations(text)])


def party_definitions(preamble: str) -> tuple[Definition, ...]:
    """Who the parties of a contract are: the term is 甲方, the meaning the name and the words in brackets after 甲方."""
    found = []
    for match in _PARTY.finditer(preamble):
        role, name = match["role"] or "", match["name"] or ""
        if _SIGNING.search(role) or not (role or name):
            continue
        meaning = f"{name}（{role}）" if role else name
        found.append(Definition(term=match["term"], meaning=meaning, text_span=_span(match), kind="party"))
    return _first_of_each(found)


def _meanings(text: str) -> Iterator[Definition]:
    for match in _MEANS.finditer(text):
        term = _LEAD.sub("", match["term"]).strip(_QUOTES)
        if term:
            yield Definition(term=term, meaning=match["meaning"].strip(), text_span=_span(match), kind="definition")


def _abbreviations(text: str) -> Iterator[Definition]:
    for match in _SHORT_FORM.finditer(text):
        yield Definition(
            term=match["term"].strip(), meaning=match["meaning"].strip(), text_span=_span(match), kind="abbreviation"
        )


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.start("term"), match.end()


def _first_of_each(found: list[Definition]) -> tuple[Definition, ...]:
    terms: dict[tuple[str, str], Definition] = {}
    for definition in sorted(found, key=lambda one: one.text_span):
        terms.setdefault((definition.term, definition.kind), definition)
    return tuple(terms.values())
