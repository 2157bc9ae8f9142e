"""CON076: a table says of a thing what a clause says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from propertylaw.checks.quantities import Quantity, quantities
from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Clause, Sentence
from propertylaw.extraction.contracts.stops import between_stops
from propertylaw.extraction.contracts.tables import Row
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity, Span

_NEAR, _LONG = 26, 4
"""How far from its name the figure of a thing stands; from how many characters on a name says enough by itself."""
_STOP = re.compile(r"[。；\n|｜]")
_HALVES = re.compile("([一-龥]{2,4})([一-龥]{2})")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_SUMMED = ("户", "套", "平方米", "人", "台")
_FIGURES = ("元", "%", "人", "台", "户", "套", "平方米", "分钟", "日", "工作日", "次")


@check("CON076", "annex_differs", Severity.MEDIUM)
def annex_differs(contract: Contract) -> Iterator[Hit]:
    """附件的表格与正文不一致。

    附件、表格里写的价格、数量、面积、户数、人数、比例、时限、频次、姓名、账号，与正文对同一事项的约定不同，发生争议时无法确定以哪个为准。

    会报告：正文写门禁卡补办每张15元，附件的收费表写“门禁卡补办 30元/张”。

    会报告：正文写水箱每半年清洗一次，附件写“水箱清洗 每年一次”。

    不报告：正文写保洁员不少于八人，附件写保洁十一人；十一人符合不少于八人。

    怎样解决：核对后改成一致，或者写明以哪一处为准。
    """
    rows = [row for table in contract.tables for row in table]
    names = sorted({name for row in rows for name in _names(row.item)}, key=len, reverse=True)
    for row in rows:
        yield from islice(_total(contract, row) if row.is_total else _thing(contract, row, names), 1)
    yield from _posts(contract)


def _thing(contract: Contract, row: Row, names: Sequence[str]) -> Iterator[Hit]:
    """A row whose figure no clause has that names the thing with a figure of the kind."""
    figures = [
        (cell, next((one for one in quantities(cell.words) if one.unit in _FIGURES), None)) for cell in row.cells
    ]
    stated = [(cell, own) for cell, own in figures if own is not None]
    by_clauses = list(_said(contract, row, names)) if stated else []
    for cell, own in stated:
        said = [one for one in by_clauses if one.quantity.is_comparable(own) and one.is_of(cell.words)]
        if said and all(one.quantity.contradicts(own) for one in said):
            yield _hit(contract, row.item, said[0].span, cell.span)


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure that a clause gives for a thing."""

    quantity: Quantity
    name: str
    after: str
    """The words behind the figure."""
    span: Span

    def is_of(self, cell: str) -> bool:
        """Whether a time is one for the same act: to come is one thing, to repair another."""
        if self.quantity.unit not in ("分钟", "日", "工作日"):
            return True
        acts = [set(pattern("{done_in_time}").findall(words)) for words in (self.after, cell)]
        return bool(acts[0] & acts[1]) or (not any(acts) and len(self.name) >= _LONG)


def _said(contract: Contract, row: Row, names: Sequence[str]) -> Iterator[_Said]:
    """The figures that clauses of the body give for the thing of a row."""
    called = _names(row.item)
    for clause in contract.body:
        for sentence in clause.sentences:
            words = contract.source.text[slice(*sentence.span)]
            for name in called:
                for found in re.finditer(re.escape(name), words):
                    if not found.start() or pattern("{before_item}").search(words[: found.start()]):
                        yield from _figures(sentence, found, names, row)
            yield from _frequencies(sentence, words, row)


def _figures(sentence: Sentence, found: re.Match[str], names: Sequence[str], row: Row) -> Iterator[_Said]:
    """The first figure of each kind behind a name, before the name of another thing."""
    words, name = found.string, found[0]
    end = min([len(words), *(stop.start() for stop in _STOP.finditer(words, found.end()))])
    others = [at for other in names if other not in name and (at := words.find(other, found.end(), end)) >= 0]
    end = min([end, *others])
    told: set[str] = set()
    for one in sorted(quantities(words[:end]), key=lambda one: one.span):
        between = words[found.end() : one.span[0]]
        if one.span[0] < found.end() or len(between) > _NEAR or one.unit in told:
            continue
        told.add(one.unit)
        other = pattern("{other_figure}").search(between + words[one.span[1] : one.span[1] + 3])
        of_part = one.unit == "平方米" and len(between) > _LONG and "面积" not in between
        if not of_part and (other is None or other[0] in row.words):
            span = (sentence.span[0] + found.start(), sentence.span[0] + one.span[1])
            yield _Said(one, name, words[one.span[1] : one.span[1] + 8], span)


def _frequencies(sentence: Sentence, words: str, row: Row) -> Iterator[_Said]:
    """How often the thing of a row is done, by a step that has both halves of its name apart: 水箱每半年清洗一次."""
    halves = _HALVES.fullmatch(row.item)
    if halves is None or row.item in words or not all(half in words for half in halves.groups()):
        return
    for one in quantities(words):
        if one.unit == "次":
            start, end = between_stops(words, *one.span, "，。；、\n")
            if all(half in words[start:end] for half in halves.groups()):
                yield _Said(one, row.item, "", (sentence.span[0] + start, sentence.span[0] + end))


def _names(item: str) -> tuple[str, ...]:
    """How clauses may call the thing of a row."""
    name = _BRACKETS.sub("", item).strip()
    bare = pattern("{item_around}").sub("", name)
    return tuple(dict.fromkeys(one for one in (name, bare) if 2 <= len(one) <= 16 and re.search("[一-龥]", one)))


def _total(contract: Contract, row: Row) -> Iterator[Hit]:
    """The total of a column, where the clause that refers to the annex has one other figure of the kind."""
    for clause in _referring(contract, row):
        for cell in row.cells:
            own = next((one for one in quantities(cell.words) if one.unit in _SUMMED), None)
            said = [(one, part) for part in clause.sentences for one in quantities(part.masked)] if own else []
            of_kind = [(one, part) for one, part in said if own and one.unit == own.unit and one.value > 1]
            if own and len(of_kind) == 1 and of_kind[0][0].contradicts(own):
                ((one, part),) = of_kind
                yield _hit(contract, "合计", (part.span[0] + one.span[0], part.span[0] + one.span[1]), cell.span)


def _referring(contract: Contract, row: Row) -> Iterator[Clause]:
    for clause in contract.body:
        start, end = clause.article.text_span
        for one in contract.citations:
            here = one.text_span is not None and start <= one.text_span[0] < end
            if here and any(target.annex and target.annex == row.annex for target in one.targets):
                yield clause
                break


def _posts(contract: Contract) -> Iterator[Hit]:
    """Who holds a post, or the number of an account, by a clause and by a table."""
    rows = [row for table in contract.tables for row in table if pattern("^{posts}$").match(row.item)]
    for clause in contract.body if rows else ():
        for found in pattern("{post_named}").finditer(clause.text):
            said, at = found["name"], (clause.start + found.start(), clause.start + found.end())
            for row in (one for one in rows if found[0].startswith(one.item)):
                named = [cell for cell in row.cells if _is_name(cell.words, said)]
                if named and all(cell.words != said for cell in named):
                    yield _hit(contract, row.item, at, named[0].span)


def _is_name(cell: str, other: str) -> bool:
    """Whether a cell is of the kind of a name: characters or a number."""
    form = r"[\d-]{7,20}" if other[0].isdigit() else "[一-龥]{2,24}"
    return re.fullmatch(form, cell) is not None and abs(len(cell) - len(other)) <= max(1, len(other) // 2)


def _hit(contract: Contract, item: str, said: Span, cell: Span) -> Hit:
    label = (contract.label_at(said[0]) or "正文").strip()
    words = contract.source.text[slice(*said)].strip()
    here = contract.source.text[slice(*cell)].strip()
    says = f"{item}：{label}写“{words}”，这里写“{here}”"
    return Hit(cell, says=says, related=contract.related_at(said[0]))
