"""CON073: works are forbidden on a day for which another place gives hours, or two places give other hours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Sentence
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Severity, Span, Table

_STEP = re.compile(r"[^，。；;\n]+")
_DAYS: Mapping[str, str] = {
    "工作日": "workdays",
    "周一至周五": "workdays",
    "周六": "saturdays",
    "周日": "sundays",
    "双休日": "weekends",
    "节假日": "holidays",
}
_NOON = 12
Hours = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """When noisy works may be done on a day; no hours: not at all."""

    day: str
    hours: Hours
    span: Span

    def clashes(self, other: _Rule) -> bool:
        """Whether both cannot hold."""
        return self.day == other.day and self.hours != other.hours


@check("CON073", "conflicting_hours", Severity.MEDIUM)
def conflicting_hours(contract: Contract) -> Iterator[Hit]:
    """施工时段自相矛盾。

    一处不许在某日进行有噪声的施工，另一处（多在附件的表格里）却给这一日排了钟点；或者同一日两处钟点不同，装修人和邻居都无从遵守。

    会报告：正文写双休日不得有噪声施工，附表写砸墙周六9:00至12:00。

    不报告：正文写双休日不得有噪声施工，附表只给油漆等无声工序排了周六的钟点。

    怎样解决：改成一致，或者写明哪一处是例外。
    """
    before: list[_Rule] = []
    for rules in _by_clause(contract):
        yield from _first_clash(contract, before, rules)
        before += rules
    in_tables = [rule for rules in _by_row(contract) for rule in rules]  # each row has works of its own
    yield from _first_clash(contract, before, in_tables)


def _first_clash(contract: Contract, before: Sequence[_Rule], rules: Iterable[_Rule]) -> Iterator[Hit]:
    clashes = ((one, other) for one in rules for other in before if one.clashes(other))
    for one, other in islice(clashes, 1):
        said = contract.source.text[slice(*other.span)].strip()
        yield Hit(
            one.span, says=f"{contract.place_at(other.span[0])}写“{said}”", related=contract.related_at(other.span[0])
        )


def _by_clause(contract: Contract) -> Iterator[list[_Rule]]:
    for clause in contract.clauses:
        rules = [rule for sentence in clause.sentences if _noisy(sentence) for rule in _said(sentence)]
        yield [] if len(rules) > len({one.day for one in rules}) else rules  # several works, each with its hours


def _noisy(sentence: Sentence) -> bool:
    words = sentence.lead + sentence.masked
    return pattern("{noisy_works}").search(words) is not None and not pattern("{quiet_works}").search(words)


def _said(sentence: Sentence) -> Iterator[_Rule]:
    """The rules of a sentence: the hours that follow a day, or a ban in the step that names it."""
    steps = list(_STEP.finditer(sentence.masked))
    begins = [at for at, step in enumerate(steps) if _days(step[0])]
    for begin, end in pairwise([*begins, len(steps)]):
        own = steps[begin:end]
        hours = tuple(hour for step in own for hour in _hours(step[0]))
        if hours or pattern("{works_barred}").search(own[0][0]):
            span = whole_steps(sentence, own[0])
            yield from (_Rule(day, hours, span) for day in _days(own[0][0]))


def _by_row(contract: Contract) -> Iterator[list[_Rule]]:
    for placed in contract.outline.tables:
        table = placed.table
        before = contract.source.text[max(0, table.text_span[0] - 40) : table.text_span[0]]
        if pattern("{noisy_works}|施工|装修").search(before):
            yield from _tabled(contract, table)


def _tabled(contract: Contract, table: Table) -> Iterator[list[_Rule]]:
    """The rules of each row of a table whose columns are days."""
    text = contract.source.text
    columns = [_days(text[slice(*cell)]) for cell in next(iter(table.rows), ())]
    for row in table.rows[1:]:
        if not row or pattern("{quiet_works}").search(text, *row[0]):
            continue
        cells = [(cell, days) for cell, days in zip(row, columns, strict=False) if days]
        timed = [(cell, days, _hours(text[slice(*cell)])) for cell, days in cells]
        yield [
            _Rule(day, hours, cell)
            for cell, days, hours in timed
            for day in days
            if hours or pattern("{works_barred}").search(text, *cell)
        ]


def _days(words: str) -> tuple[str, ...]:
    found = {_DAYS[name] for name in _DAYS if name in words.replace("星期", "周").replace("周末", "双休日")}
    if "weekends" in found:
        found = (found - {"weekends"}) | {"saturdays", "sundays"}
    return tuple(sorted(found))


def _hours(words: str) -> Hours:
    """The hours that words name, by the clock of a day: 下午二时至六时 is 14 to 18."""
    found: list[tuple[int, int]] = []
    for clock in pattern("{clock}").finditer(words):
        hour = int(number(clock["hour"]) or 0)
        late = clock["half"] is not None or (found and hour < found[-1][0])
        minute = 30 if clock["minute"] == "半" else int(clock["minute"] or 0)
        found.append((hour + (_NOON if late and hour < _NOON else 0), minute))
    return tuple(found)
