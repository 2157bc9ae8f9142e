"""Finds references to provisions in a text and says which provisions they mean; prints a locator the way lawyers do."""

from __future__ import annotations

import re
from functools import cache

from propertylaw.model import Citation, Locator
from propertylaw.rulebook import catalogue

from .headings import BLANK
from .numerals import NUMERAL_CHARS, chinese_numeral, parse_numeral
from .provision_paths import PATH, UNITS, expand, first_level

_GROUP = rf"第[{NUMERAL_CHARS}]+(?:编|分编|章)(?:第[{NUMERAL_CHARS}]+(?:分编|章|节))*"
_REFERENCE = re.compile(
    rf"""《(?P<title>(?:[^《》\n]|《[^《》\n]*》){{2,80}})》(?:[（(][^（）()\n]{{0,40}}[）)])?
           (?:[{BLANK}]*(?P<title_path>{PATH})|(?P<title_group>{_GROUP}))?
       | (?<![提目之以年日月])(?P<prior>前(?P<count>[{NUMERAL_CHARS}]*)
           (?P<prior_unit>款(?![项式额])|条(?![款件例约目])|项(?!目)))(?P<prior_path>{PATH})?
       | (?P<this>[本该](?P<this_unit>条(?![款件例约])|款(?![项式])|项(?=规定|所)))(?P<this_path>{PATH})?
       | (?P<path>{PATH})
       | (?P<group>{_GROUP})""",
    re.VERBOSE,
)
_SELF = re.compile(
    r"本(?:法|条例|规定|办法|解释|细则|规则|规约|公约|合同|协议|决定|章程)$|"
    r"(?:^|[，。；：、（(\n]|依照|按照|依据|根据|违反|适用|参照|履行|符合)(?P<bare>合同|协议|规约)$"
)
_OTHER = re.compile(
    r"[^，。；：、（）()《》\s本]{0,16}(?:法|法典|条例|规定|办法|解释|细则|规则|决定|规约|公约|合同|协议|章程)$"
)
_LEADING_WORDS = re.compile(r"^.*(?:依照|按照|依据|根据|违反|适用|参照|属于|符合|具有|享有)")
_LAW_TITLE = re.compile(r"(?:法|法典|条例|规定|办法|解释|细则|规则|决定|意见|通则|通知)(?:[（(〔].*)?$")
_LOST_UNIT = re.compile(rf"第[{NUMERAL_CHARS}]+$")
_NAMING = re.compile(r"(?:称|简称|称为)[“\"]?$")
_TERRITORY = tuple("省市县区州")
_AFTER_ITEM = re.compile(r"规定|所|情形|的|至|、|和|行|，|。|；|中|列|或|）|$")


def cite(locator: Locator, title: str) -> str:
    """Print a locator: 《民法典》第九百四十四条第三款."""
    numbers = (chinese_numeral(number) for number in locator.numbers)
    return f"《{title}》" + "".join(f"第{number}{unit}" for number, unit in zip(numbers, UNITS, strict=False))


def find_citations(text: str, here: Locator) -> tuple[Citation, ...]:
    """The references in a text, in reading order, each resolved as far as it can be.

    Args:
        text: words of the provision `here`, or a part of them.
        here: where the text stands; 前款, 本条 and a bare 第二款 are counted from it.

    Returns:
        Citations whose `text_span` counts from the start of `text`. One that cannot be resolved has no targets and
        says why.
    """
    found: list[Citation] = []
    for match in _REFERENCE.finditer(text):
        citation = _citation(match, here, found)
        if citation is not None:
            found.append(citation)
    return tuple(found)


def _citation(match: re.Match[str], here: Locator, earlier: list[Citation]) -> Citation | None:
    if match["title"]:
        return _titled(match, here)
    if match["prior"]:
        return _prior(match, here)
    if match["this"]:
        return _this(match, here, earlier)
    return _with_head(match, here)


def _titled(match: re.Match[str], here: Locator) -> Citation | None:
    title = match["title"]
    known = catalogue().recognise(title)
    if _NAMING.search(match.string, 0, match.start()) or (known is None and not _LAW_TITLE.search(title)):
        return None
    if known is None:
        return _unresolved(match, f"目录中没有《{title}》，无法核对")
    base = _instrument(known.id, here)
    return _resolved(match, expand(match["title_path"], base) if match["title_path"] else (base,))


def _prior(match: re.Match[str], here: Locator) -> Citation:
    """前款, 前两款, 前条 and what is cited within them."""
    level = UNITS.index(match["prior_unit"][0])
    count = parse_numeral(match["count"]) if match["count"] else 1
    if len(here.numbers) <= level:
        return _unresolved(match, f"不知道“{match['prior']}”从哪里算起")
    current = here.numbers[level]
    if not count or current <= count:
        return _unresolved(match, f"所在的{match['prior_unit'][0]}之前没有“{match['prior']}”")
    bases = [_cut(here, (*here.numbers[:level], number)) for number in range(current - count, current)]
    path = match["prior_path"]
    return _resolved(match, tuple(target for base in bases for target in (expand(path, base) if path else (base,))))


def _this(match: re.Match[str], here: Locator, earlier: list[Citation]) -> Citation | None:
    """本条第一款 counts from here; 该款 means the provision cited last."""
    level = UNITS.index(match["this_unit"])
    path = match["this_path"]
    if match["this"].startswith("本"):
        origin: Locator | None = here if path else None
    else:
        origin = earlier[-1].targets[-1] if earlier and earlier[-1].targets else None
    if origin is None:
        return None
    if len(origin.numbers) <= level:
        return _unresolved(match, f"不知道“{match['this']}”指哪一{match['this_unit']}") if path else None
    base = _cut(origin, origin.numbers[: level + 1])
    return _resolved(match, expand(path, base) if path else (base,))


def _with_head(match: re.Match[str], here: Locator) -> Citation | None:
    """A path, with the name of its instrument before it or without."""
    text, start = match.string, match.start()
    path = match["path"]
    own = _SELF.search(text, max(0, start - 8), start)
    if own:
        head = own.start("bare") if own["bare"] else own.start()
        base = _instrument(here.instrument, here)
        return _resolved(match, expand(path, base) if path else (base,), head)
    name = _known_name(text, start)
    if name:
        base = _instrument(_names()[name], here)
        return _resolved(match, expand(path, base) if path else (base,), start - len(name))
    if path is None:
        return None
    return _foreign(match) or _bare(match, here)


def _foreign(match: re.Match[str]) -> Citation | None:
    """A path of a text that has a name, but none that is known here."""
    other = _OTHER.search(match.string, max(0, match.start() - 24), match.start())
    if other is None or first_level(match["path"]) > 0:
        return None
    name = _LEADING_WORDS.sub("", other[0])
    return _unresolved(match, f"目录中没有“{name}”，无法核对", match.start() - len(name))


def _bare(match: re.Match[str], here: Locator) -> Citation | None:
    """A path alone counts from the article, the paragraph or the item it stands in."""
    path, text = match["path"], match.string
    level = first_level(path)
    if level and _LOST_UNIT.search(text, max(0, match.start() - 12), match.start()):
        return _unresolved(match, "前面的条号缺少“条”字，疑有笔误")
    if level >= 2 and not _AFTER_ITEM.match(text, match.end()):
        return None
    targets = expand(path, _cut(here, here.numbers[:level]))
    return _resolved(match, targets) if targets else _unresolved(match, "没有写明是哪一条")


def _known_name(text: str, end: int) -> str | None:
    """The longest name of a catalogued instrument that ends at `end`; none after a place, which makes it another's."""
    for length in _name_lengths():
        name = text[max(0, end - length) : end]
        if name in _names():
            before = text[end - length - 1 : end - length]
            return None if before.endswith(_TERRITORY) else name
    return None


@cache
def _names() -> dict[str, str]:
    return {
        name: instrument.id
        for instrument in catalogue()
        for name in (instrument.id, instrument.title, *instrument.aliases)
    }


@cache
def _name_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(name) for name in _names()}, reverse=True))


def _instrument(id: str, here: Locator) -> Locator:
    return Locator(instrument=id, version=here.version if id == here.instrument else None)


def _cut(locator: Locator, numbers: tuple[int, ...]) -> Locator:
    levels = zip(("article", "paragraph", "item", "sub_item"), numbers, strict=False)
    return Locator(instrument=locator.instrument, version=locator.version, **dict(levels))


def _resolved(match: re.Match[str], targets: tuple[Locator, ...], start: int | None = None) -> Citation:
    if not targets:
        return _unresolved(match, "没有写明是哪一条", start)
    begin = match.start() if start is None else start
    return Citation(text=match.string[begin : match.end()], text_span=(begin, match.end()), targets=targets)


def _unresolved(match: re.Match[str], reason: str, start: int | None = None) -> Citation:
    begin = match.start() if start is None else start
    return Citation(text=match.string[begin : match.end()], text_span=(begin, match.end()), reason=reason)
