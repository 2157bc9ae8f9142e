"""Parties that commas set apart (房屋管理部门，乡、镇人民政府以及居委会应当…): one mention, and one clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .mentions import Mention, Mentions
from .sentences import Clause, Sentence
from .subjects import clusters

_COMMA = "，"
_BETWEEN = re.compile("，(?:其他|有关|相关|[市区县]|、)*")
_OPENS = re.compile(r"[。；，：\s]")
_JOINS = re.compile("、|以及|或者|和")
"""What shows that it is a list and not a party with its topic."""


def with_lists(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; parties listed with commas at the start of a clause are one.

    Args:
        text: of the paragraph.
        mentions: the parties named in it, in reading order.
    """
    if not any(text.startswith(_COMMA, one.end) for one in mentions[:-1]):
        return list(mentions)
    lists = list(_lists(text, clusters(text, Mentions(mentions), 0, len(text))))
    if not lists:
        return list(mentions)
    alone = [one for one in mentions if not any(known.start <= one.start < known.end for known in lists)]
    return sorted([*alone, *lists])


def holds_lists(text: str, mentions: Mentions) -> bool:
    """Whether commas set parties apart in any of the mentions."""
    return any(text.find(_COMMA, one.start, one.end) >= 0 for one in mentions.all)


def with_whole_lists(mentions: Mentions, sentence: Sentence) -> Sentence:
    """The sentence; clauses that a list of parties runs through are one."""
    return Sentence(tuple(tuple(_whole(part, mentions)) for part in sentence.parts))


def _lists(text: str, groups: Sequence[Mention]) -> Iterator[Mention]:
    place = 0
    while place < len(groups):
        last = place
        if groups[place].start == 0 or _OPENS.match(text, groups[place].start - 1):
            last = _last_of_list(text, groups, place)
        first, stop = groups[place].start, groups[last].end
        acts = stop < len(text) and not _OPENS.match(text, stop)
        if last > place and acts and _JOINS.search(text, first, stop):
            named = {party for group in groups[place : last + 1] for party in group.parties}
            yield Mention(first, stop, tuple(sorted(named)))
        place = last + 1


def _last_of_list(text: str, groups: Sequence[Mention], first: int) -> int:
    last = first
    while last + 1 < len(groups) and _BETWEEN.fullmatch(text, groups[last].end, groups[last + 1].start):
        last += 1
    return last


def _whole(clauses: Sequence[Clause], mentions: Mentions) -> Iterator[Clause]:
    begin = None
    for clause in clauses:
        begin = clause.start if begin is None else begin
        if not mentions.run_through(clause.end):
            yield Clause(begin, clause.end, clause.stop)
            begin = None
