"""What is known while the clauses of one part of a sentence are read one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from propertylaw.model import Modality, Span

from .actions import is_adverbial
from .draft import Draft, Subject
from .modality import Modal, modal
from .sentences import Clause

if TYPE_CHECKING:
    from .reading import SentenceReader


_FORMED = re.compile(r"由[^，。；]*$")
_FORMED_BY_ALL = re.compile(r"(?:组成|参加)$")
_MEMBER = re.compile(r"(?:代表|委员会|办事处|人民政府|单位|企业|业主|组织|服务人)$")
_FURTHER = re.compile(r"(?P<and>并)由|享有[^，。；、]*权利(?P<stop>[、，]|并|和)(?:承担|履行)[^，。；]*义务")
_FORBIDS = re.compile("禁止|严禁")
_JOINS = "并"
_MOST_MEMBERS = 6


def _whole(text: str, clauses: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses as the rules take them: one for all members of a body, two where one says two things."""
    start, end = clauses[0].start, clauses[-1].end
    split = tuple(_split_in_two(text, clauses)) if _FURTHER.search(text, start, end) else clauses
    return tuple(_with_whole_agents(text, split)) if text.find("由", start, end) >= 0 else split


def _split_in_two(text: str, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses; one that says two things is two (依次递补并由业主委员会公告; 享有权利、承担义务)."""
    for clause in clauses:
        further = _FURTHER.search(text, clause.start + 1, clause.end)
        if further is None:
            yield clause
        else:
            first, second = further.start(further.lastgroup or 0), further.end(further.lastgroup or 0)
            yield Clause(clause.start, first, "，")
            yield Clause(first if further["and"] else second, clause.end, clause.stop)


def _with_whole_agents(text: str, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses; those between 由 and 组成 are one (由业主，建设单位代表，居民委员会代表组成)."""
    index = 0
    while index < len(clauses):
        last = index
        if _FORMED.search(text, clauses[index].start, clauses[index].end):
            last = _last_member(text, clauses, index)
        yield Clause(clauses[index].start, clauses[last].end, clauses[last].stop)
        index = last + 1


def _last_member(text: str, clauses: Sequence[Clause], index: int) -> int:
    """Index of the clause that ends with 组成 where those from `index` on only list members; else `index`."""
    for place in range(index, min(index + _MOST_MEMBERS, len(clauses))):
        if _FORMED_BY_ALL.search(text, clauses[place].start, clauses[place].end):
            return place
        if not _MEMBER.search(text, clauses[place].start, clauses[place].end):
            break
    return index


def _governing(text: str, clauses: Sequence[Clause]) -> list[Modal | None]:
    """The modal word of each clause; 禁止 is a mere verb in what one may do (可以按照规约，禁止进入; 有权…，并禁止)."""
    found = [modal(text, clause) for clause in clauses]
    for index in range(1, len(found)):
        own = found[index]
        if own is not None and _FORBIDS.match(text, own.start) and _is_allowed(text, clauses, found, index, own):
            found[index] = None
    return found


def _is_allowed(text: str, clauses: Sequence[Clause], found: Sequence[Modal | None], index: int, own: Modal) -> bool:
    """Whether to forbid is what someone may do: said right behind how, or joined by 并 to another thing he may do."""
    lead = text[clauses[index].start : own.start]
    if lead == _JOINS:
        before = next((one for one in reversed(found[:index]) if one is not None), None)
        return before is not None and before.modality is Modality.RIGHT
    before = found[index - 1]
    if lead or before is None or before.modality is not Modality.RIGHT:
        return False
    return is_adverbial(text[before.end : clauses[index - 1].end])


class Part:
    """The clauses between two semicolons, what was found in them, and what waits for the next norm.

    Args:
        reader: of the paragraph; gives the text and the parties, and keeps the subject for what follows.
        clauses: of the part.
        sentence: span of the whole sentence.
    """

    def __init__(self, reader: SentenceReader, clauses: Sequence[Clause], sentence: Span) -> None:
        self.reader = reader
        self.text = reader.text
        self.mentions = reader.mentions
        self.clauses = tuple(_whole(self.text, clauses))
        self._words = [self.text[clause.start : clause.end] for clause in self.clauses]
        self.sentence = sentence
        self.modals = _governing(self.text, self.clauses)
        self.found: list[Draft] = []
        self.pending: list[Clause] = []
        """Clauses before the next norm: its condition or its topic."""
        self.condition: Span | None = None
        self.exception: Span | None = None
        self.active: Draft | None = None
        """The norm that a further verb would go on with."""
        self.topic: Subject | None = None
        """Whom the part speaks of, where another acts on them: 业主委员会由业主大会选举产生"""
        self.dropped: tuple[Span, ...] = ()
        """Words that are no condition but may cite a provision."""

    def words(self, index: int) -> str:
        """The words of the clause at `index`."""
        return self._words[index]
