"""Rows of a form that state one fact of several people (`of: [a, b]`): one row for each of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from propertylaw.rulebook.complaints import Complaint


class Rows(NamedTuple):
    """The data of a form in which every fact is of one person, and where its facts stand as they were written."""

    data: Any
    written: tuple[int, ...]

    def as_written(self, complaints: Iterable[Complaint]) -> list[Complaint]:
        """The complaints at the rows of the form."""
        return list(dict.fromkeys(map(self._as_written, complaints)))

    def _as_written(self, one: Complaint) -> Complaint:
        match one.keys:
            case ("facts", int() as row, *rest) if row < len(self.written):
                return one._replace(keys=("facts", self.written[row], *rest))
            case _:
                return one


def each_of_one(data: Any) -> Rows:
    """The data of a form, a fact of several people written out for each.

    Args:
        data: what the file holds, of whatever shape.
    """
    facts = data.get("facts") if isinstance(data, dict) else None
    if not isinstance(facts, list):
        return Rows(data, ())
    rows = [(index, one) for index, fact in enumerate(facts) for one in _written_out(fact)]
    return Rows({**data, "facts": [one for _, one in rows]}, tuple(index for index, _ in rows))


def _written_out(fact: Any) -> list[Any]:
    people = fact.get("of") if isinstance(fact, dict) else None
    if not isinstance(people, list) or not people:
        return [fact]
    return [{**fact, "of": person} for person in dict.fromkeys(map(str, people))]
