"""Finds references to provisions in a text and says which provisions they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from propertylaw.model import Citation, Item, Locator, Outline, Source, Span

from .citing import UNITS
from .folding import folded
from .headings import BLANK
from .numerals import NUMERAL_CHARS, chinese_numeral, parse_numeral
from .provision_paths import PATH, expand, first_level
from .scope import Scope

_GROUP_PATH = rf"(?:第[{NUMERAL_CHARS}]+(?:分编|章|节))+"
_GROUP = rf"第[{NUMERAL_CHARS}]+(?:编|分编|章)(?:第[{NUMERAL_CHARS}]+(?:分编|章|节))*"
_REFERENCE = re.compile(
    rf"""(?=[《前上本该附第\d])(?:《(?P<title>(?:[^《》\n]|《[^《》\n]*》){{2,80}})》(?:[（(][^（）()\n]{{0,40}}[）)](?=[{BLANK}]*第))?
           (?:[{BLANK}]*(?P<title_path>{PATH})|(?P<title_group>{_GROUP}))?
       | (?<![提目之以年日月])(?P<prior>[前上](?P<count>[{NUMERAL_CHARS}]*)
           (?P<prior_unit>款(?![项式额])|条(?![款件例目]|约(?!定))|项(?!目)))(?P<prior_path>{PATH})?
       | (?P<this>[本该](?P<this_unit>条(?![款件例]|约(?!定))|款(?![项式])|项(?=规定|所)))(?P<this_path>{PATH})?
       | (?P<around>本(?P<around_unit>编|章|节)(?!程))(?P<around_path>{_GROUP_PATH})?
       | (?P<annex>(?:本(?:合同|协议|规约|办法|规定|条例))?附[件表](?P<annex_number>[{NUMERAL_CHARS}]+)?(?!的复印))
       | (?P<decimal>(?:本(?:合同|协议|规约|规则))?第?(?<![\d.])
           (?P<decimal_number>\d{{1,3}}(?:[.．]\d{{1,3}}){{1,4}})[条款项])
       | (?P<path>{PATH})
       | (?P<group>{_GROUP}))""",
    re.VERBOSE,
)
_OWN = "法|条例|规定|办法|解释|细则|规则|规约|公约|合同|协议|协议书|决定|章程|意见|通知|公告|方案|须知"
_SELF = re.compile(
    rf"本(?:临时管理|临时|管理|议事|业主|前期物业服务|物业服务|服务)?(?:{_OWN})$|"
    r"(?:^|[，。；：、（(\n]|依照|按照|依据|根据|违反|适用|参照|履行|符合)(?P<bare>合同|协议|规约)$"
)
_OTHER = re.compile(
    r"[^，。；：、（）()《》\s本]{0,16}(?:法|法典|条例|规定|办法|解释|细则|规则|决定|规约|公约|合同|协议|章程)$"
)
_LEADING_WORDS = re.compile(r"^(?:以?及|和|与|或者?)|^.*(?:依照|按照|依据|根据|违反|适用|参照|属于|符合|具有|享有)")
_LAW_TITLE = re.compile(r"(?:法|法典|条例|规定|办法|解释|细则|规则|决定|意见|通则|通知|章程|目录)(?:[（(〔].*)?$")
_LOST_UNIT = re.compile(rf"第[{NUMERAL_CHARS}]+$")
_NAMING = re.compile(r"(?:称|简称|称为)[“\"]?$")
_LONGEST_HEADING = 20
_TERRITORY = tuple("省市县区州")
_AFTER_ITEM = re.compile(r"规定|所|情形|的|至|、|和|行|，|。|；|中|列|或|）|$")
_POINTING = re.compile(r"(?:^|[\s见如按照据以本及和为与的，、（(。；])$")


def find_citations(text: str, here: Locator, scope: Scope | None = None) -> tuple[Citation, ...]:
    """The references in a text, in reading order, each resolved as far as it can be.

    Args:
        text: words of the provision `here`, or a part of them.
        here: where the text stands; 前款, 本条 and a bare 第二款 are counted from it.
        scope: the whole text and those beside it, for 本章, introduced names, annexes, and whether a target exists.

    Returns:
        Citations whose `text_span` counts from the start of `text`. One that cannot be resolved has no targets and
        says why.
    """
    return tuple(_Search(text, here, scope or Scope()).run())


def citations(source: Source, outline: Outline, others: Iterable[Outline] = ()) -> tuple[Citation, ...]:
    """All references of a document, each with the provision it stands in; spans count in `source.text`.

    Args:
        source: the text.
        outline: its outline.
        others: outlines of texts at hand that references may lead to.
    """
    scope, text = Scope(outline, others), folded(source.text)
    found = [
        _placed(citation, at, span[0], source.text)
        for at, span in _own_words(source, outline)
        for citation in find_citations(text[slice(*span)], at or Locator(instrument=outline.instrument), scope)
    ]
    return tuple(sorted(found, key=lambda citation: citation.text_span or (0, 0)))


def _placed(citation: Citation, at: Locator | None, start: int, text: str) -> Citation:
    first, last = citation.text_span or (0, 0)
    span = (start + first, start + last)
    return citation.model_copy(update={"at": at, "text_span": span, "text": text[slice(*span)]})


def _own_words(source: Source, outline: Outline) -> Iterator[tuple[Locator | None, Span]]:
    """The words of each provision without those of its parts, and what stands outside; no title, no history."""
    attached = [article for annex in outline.annexes for article in annex.articles]
    for article in (*outline.articles, *attached):
        if article.heading and article.paragraphs:
            yield article.locator, (article.text_span[0], article.paragraphs[0].text_span[0])
        for paragraph in article.paragraphs:
            yield paragraph.locator, paragraph.lead_span
            for item in paragraph.items:
                yield from _item_words(item)
    titles = {annex.text_span[0] for annex in outline.annexes}
    events = [event.text_span[0] for event in outline.history]
    for start, end in outline.unplaced:
        for line in re.finditer(r"[^\n]+", source.text[start:end]):
            span = (start + line.start(), start + line.end())
            is_title = span[0] in titles or "".join(line[0].split()).strip("#*") == outline.title
            is_told = any(one.text_span[0] <= span[1] and span[0] < one.text_span[1] for one in attached)
            if not is_title and not is_told and not any(span[0] <= event < span[1] for event in events):
                yield None, span


def _item_words(item: Item) -> Iterator[tuple[Locator, Span]]:
    yield item.locator, item.lead_span
    for below in item.sub_items:
        yield from _item_words(below)


class _Search:
    """One pass over the words of a provision."""

    def __init__(self, text: str, here: Locator, scope: Scope) -> None:
        self.text, self.here, self.scope = text, here, scope
        self.found: list[Citation] = []

    def run(self) -> list[Citation]:
        """The references in reading order."""
        for match in _REFERENCE.finditer(self.text):
            citation = self._citation(match)
            if citation is not None:
                self.found.append(citation)
        return sorted([*self.found, *self._wholes()], key=lambda citation: citation.text_span or (0, 0))

    def _wholes(self) -> Iterator[Citation]:
        """Instruments named without title marks and without an article."""
        taken = [citation.text_span for citation in self.found if citation.text_span]
        for match in (match for pattern in self.scope.whole for match in pattern.finditer(self.text)):
            span, id = match.span("name"), self.scope.named(match["name"])
            if id and not any(start < span[1] and span[0] < end for start, end in taken):
                yield Citation(text=match["name"], text_span=span, targets=(self._instrument(id),))

    def _citation(self, match: re.Match[str]) -> Citation | None:
        if match["title"]:
            return self._titled(match)
        if match["prior"]:
            return self._prior(match)
        if match["this"]:
            return self._this(match)
        if match["around"]:
            return self._around(match)
        if match["annex"]:
            return self._annex(match)
        if match["decimal"]:
            return self._decimal(match)
        return self._with_head(match)

    def _titled(self, match: re.Match[str]) -> Citation | None:
        title = match["title"]
        own = self.scope.own_title(title)
        if own is not None:
            return self._resolved(match, expand(match["title_path"], own) if match["title_path"] else (own,))
        known = self.scope.titled(title)
        if _NAMING.search(self.text, 0, match.start()) or (known is None and not _LAW_TITLE.search(title)):
            return None
        if not known:
            return _unresolved(match, f"目录中没有《{title}》，无法核对")
        base = self._instrument(known)
        if match["title_group"]:
            return self._group(match, match["title_group"], base)
        return self._resolved(match, expand(match["title_path"], base) if match["title_path"] else (base,))

    def _prior(self, match: re.Match[str]) -> Citation:
        """前款, 前两款, 前条 and what is cited within them."""
        level = UNITS.index(match["prior_unit"][0])
        count = parse_numeral(match["count"]) if match["count"] else 1
        if len(self.here.numbers) <= level:
            return _unresolved(match, f"不知道“{match['prior']}”从哪里算起")
        current = self.here.numbers[level]
        if not count or current <= count:
            return _unresolved(match, f"所在的{match['prior_unit'][0]}之前没有“{match['prior']}”")
        bases = [self.here.at((*self.here.numbers[:level], number)) for number in range(current - count, current)]
        if level == 1:
            bases = list(dict.fromkeys(map(self.scope.list_head, bases)))
        path = match["prior_path"]
        targets = (target for base in bases for target in (expand(path, base) if path else (base,)))
        return self._resolved(match, tuple(targets))

    def _this(self, match: re.Match[str]) -> Citation | None:
        """本条第一款 counts from here; 该款 means the provision cited last."""
        level = UNITS.index(match["this_unit"])
        path = match["this_path"]
        if match["this"].startswith("本"):
            origin: Locator | None = self.here if path else None
        else:
            origin = self.found[-1].targets[-1] if self.found and self.found[-1].targets else None
        if origin is None:
            return None
        if len(origin.numbers) <= level:
            return _unresolved(match, f"不知道“{match['this']}”指哪一{match['this_unit']}") if path else None
        base = origin.at(origin.numbers[: level + 1])
        return self._resolved(match, expand(path, base) if path else (base,))

    def _around(self, match: re.Match[str]) -> Citation | None:
        """本章, 本编第三章, 本编通则: the articles of the division around the place, or of one within it."""
        unit, path = match["around_unit"], match["around_path"]
        if path is None:
            rest = self.text[match.end() : match.end() + _LONGEST_HEADING]
            heading, named = self.scope.named_division(unit, self.here, rest)
            if heading:
                span = (match.start(), match.end() + len(heading))
                return Citation(text=self.text[slice(*span)], text_span=span, targets=named)
        inside = self.scope.own_division(unit, self.here, path or "")
        return self._cited(match, inside) if inside else _unresolved(match, f"不知道“{match[0]}”包括哪些条")

    def _annex(self, match: re.Match[str]) -> Citation | None:
        number = parse_numeral(match["annex_number"]) if match["annex_number"] else None
        bare = number is None and not match["annex"].startswith("本")
        if bare and not _POINTING.search(self.text[: match.start()]):
            return None
        if number is None and not self.here.instrument.startswith("doc:"):
            return None
        return self._resolved(match, self.scope.annexes(number, self.here))

    def _decimal(self, match: re.Match[str]) -> Citation | None:
        """第2.1条 of a contract whose clauses are numbered so."""
        target = self.scope.labelled(match["decimal_number"])
        if target is None and not match["decimal"].startswith(("第", "本")):
            return None
        return self._resolved(match, (target,)) if target else _unresolved(match, "文件里没有这个编号")

    def _with_head(self, match: re.Match[str]) -> Citation | None:
        """A path, with the name of its instrument before it or without."""
        text, start = self.text, match.start()
        own = _SELF.search(text, max(0, start - 12), start)
        if own:
            head = own.start("bare") if own["bare"] else own.start()
            base = self.here.at(())
            inside = self.scope.is_annex_called(self.here, own[0])
            return self._of(match, base if inside else base.model_copy(update={"annex": None}), head)
        name = self._name_before(start)
        if name:
            id = self.scope.named(name)
            begin = start - len(name)
            return (
                self._of(match, self._instrument(id), begin) if id else _unresolved(match, f"没有“{name}”的文本", begin)
            )
        if match["path"] is None:
            return None
        return self._foreign(match) or self._bare(match)

    def _of(self, match: re.Match[str], base: Locator, begin: int) -> Citation:
        if match["group"]:
            return self._group(match, match["group"], base, begin)
        return self._printed(match, expand(match["path"], base), begin)

    def _printed(self, match: re.Match[str], targets: tuple[Locator, ...], begin: int | None = None) -> Citation:
        """A contract is cited by its printed numbers; locators carry the running ones."""
        if first_level(match["path"]) or not targets or not self.here.instrument.startswith("doc:"):
            return self._resolved(match, targets, begin)
        lacking = next(filter(self.scope.lacks, targets), None)
        if lacking is not None:
            return _unresolved(match, f"文件里没有第{chinese_numeral(lacking.article or 0)}条", begin)
        placed = [self.scope.printed(target, self.here) for target in targets]
        if any(place is None for place in placed):
            return _unresolved(match, "这个编号在文件里不止一处", begin)
        return self._resolved(match, tuple(place for place in placed if place), begin)

    def _group(self, match: re.Match[str], path: str, base: Locator, begin: int | None = None) -> Citation:
        """第三编第四章 of a named text: its articles, where the text is at hand."""
        inside = self.scope.division(path, base.instrument)
        if not inside:
            return _unresolved(match, f"手头没有《{base.instrument}》{path}的文本，列不出各条", begin)
        return self._cited(match, inside, begin)

    def _foreign(self, match: re.Match[str]) -> Citation | None:
        """A path of a text that has a name, but none that is known here."""
        before = self.found[-1].text_span if self.found else None
        begin = max(match.start() - 24, before[1] if before else 0, 0)
        other = _OTHER.search(self.text, begin, match.start())
        if other is None or first_level(match["path"]) > 0:
            return None
        name = _LEADING_WORDS.sub("", other[0])
        return _unresolved(match, f"目录中没有“{name}”，无法核对", match.start() - len(name))

    def _bare(self, match: re.Match[str]) -> Citation | None:
        """A path alone counts from the article, the paragraph or the item it stands in."""
        path = match["path"]
        level = first_level(path)
        lost = _LOST_UNIT.search(self.text, max(0, match.start() - 12), match.start()) if level == 1 else None
        if lost:
            return self._with_lost_unit(match, lost)
        if level >= 2 and not _AFTER_ITEM.match(self.text, match.end()):
            return None
        base = self._continued(match) if level == 1 else None
        return self._printed(match, expand(path, base or self.here.at(self.here.numbers[:level])))

    def _with_lost_unit(self, match: re.Match[str], lost: re.Match[str]) -> Citation:
        """第四十八第一款, where 条 was forgotten: there is but one way to read it, yet it is told."""
        own = _SELF.search(self.text, max(0, lost.start() - 12), lost.start())
        targets = expand(f"{lost[0]}条{match['path']}", self.here.at(()))
        found = self._resolved(match, targets, own.start() if own else lost.start())
        return found.model_copy(update={"reason": found.reason or f"“{lost[0]}”后面缺少“条”字"})

    def _continued(self, match: re.Match[str]) -> Locator | None:
        """违反第三十六条第一款…的，…；违反第一款第三项…: the second path goes on with the article of the first."""
        before = self.found[-1] if self.found else None
        if before is None or not before.targets or before.text_span is None or "条" not in before.text:
            return None
        first, last = before.text_span
        both_violated = all(self.text.endswith("违反", 0, start) for start in (first, match.start()))
        same_sentence = "。" not in self.text[last : match.start()]
        return before.targets[-1].at(before.targets[-1].numbers[:1]) if both_violated and same_sentence else None

    def _name_before(self, end: int) -> str | None:
        """The longest known name that ends at `end`; none after a place, which makes it another's."""
        if self.text[end - 1 : end] not in self.scope.name_ends:
            return None
        for length in self.scope.name_lengths:
            name = self.text[max(0, end - length) : end]
            if self.scope.named(name) is not None:
                before = self.text[max(0, end - length - 1) : max(0, end - length)]
                return None if before.endswith(_TERRITORY) else name
        return None

    def _instrument(self, id: str) -> Locator:
        return Locator.whole(id, self.here.version if id == self.here.instrument else None)

    def _resolved(self, match: re.Match[str], targets: tuple[Locator, ...], begin: int | None = None) -> Citation:
        """A citation of what exists; with the reason, of what does not."""
        if not targets:
            return _unresolved(match, "没有写明是哪一条", begin)
        if not _says_paragraph(match[0]):
            targets = tuple(self.scope.with_paragraph(one) if one.item else one for one in targets)
        reason = next((reason for reason in map(self.scope.missing, targets) if reason), "")
        if reason and targets[0].instrument == self.here.instrument:
            return _unresolved(match, reason, begin)
        return self._cited(match, targets, begin, f"{reason}，可能引的是另一版本" if reason else "")

    def _cited(
        self, match: re.Match[str], targets: tuple[Locator, ...], begin: int | None = None, doubt: str = ""
    ) -> Citation:
        """A citation of provisions that are known to be there."""
        start = match.start() if begin is None else begin
        return _made(match, start, targets, doubt)


def _says_paragraph(words: str) -> bool:
    return "款" in words


def _unresolved(match: re.Match[str], reason: str, begin: int | None = None) -> Citation:
    return _made(match, match.start() if begin is None else begin, (), reason)


def _made(match: re.Match[str], start: int, targets: tuple[Locator, ...], reason: str) -> Citation:
    end = match.end()
    return Citation.trusted(
        {"text": match.string[start:end], "text_span": (start, end), "at": None, "targets": targets, "reason": reason}
    )
