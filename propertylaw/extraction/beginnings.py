"""With which words a match of a regular expression can begin, so that a scan looks no further elsewhere."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACE = re.compile(r"\(\?<?[=!]|[\^$]")
"""A lookaround or an anchor: says where a match stands, and is no part of it."""
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?")
_REPEAT = re.compile(r"(?P<none>[?*]|\{0,?\d*\})?(?P<many>\+|\{\d*,?\d*\})?[?+]?")
_CLASS = re.compile(r"\[(?P<chars>[^\]^\\-][^\]\\]*)\]")
_RANGE = re.compile("(.)-(.)")
_ESCAPED = re.compile(r"\\(?P<char>[^\w])")
_MOST = 200
"""So many words of one pattern are spelled out, and so many characters of a class; no further."""


class Opening(NamedTuple):
    """Words that a match begins with."""

    words: str
    """Empty where a match may be empty or begin with any character."""
    whole: bool
    """Whether they are a match, wherever they stand."""


class _Run(NamedTuple):
    """What a part of a pattern begins with."""

    words: str
    exact: bool = True
    """Whether the words are a match of the part, wherever they stand."""
    goes_on: bool = True
    """Whether the words are all of the part, so that those of the next part follow."""


_NOTHING = _Run("")
_ANYTHING = _Run("", exact=False, goes_on=False)


def openings(pattern: str) -> frozenset[Opening]:
    """The words that the matches of a pattern begin with, spelled out as far as they can be.

    Args:
        pattern: of literals, groups, classes, repeats and lookarounds, as the word lists have them.
    """
    return frozenset(Opening(run.words, run.exact and run.goes_on) for run in _of_any(pattern))


def heads(pattern: str, length: int) -> frozenset[str]:
    """The first characters, so many or fewer, that a match can begin with.

    Raises:
        ValueError: a match can be empty or begin with any character.
    """
    found = frozenset(one.words[:length] for one in openings(pattern))
    if "" in found:
        raise ValueError(f"may be empty or begin anyhow: {pattern}")
    return found


def _of_any(pattern: str) -> set[_Run]:
    return set().union(*map(_of_sequence, alternatives(pattern)))


def _of_sequence(sequence: str) -> set[_Run]:
    growing, grown = {_NOTHING}, set[_Run]()
    position = 0
    while position < len(sequence) and growing:
        end = _end_of_atom(sequence, position)
        repeat = _REPEAT.match(sequence, end)
        if _PLACE.match(sequence, position):
            growing = {one._replace(exact=False) for one in growing}
        else:
            runs = _repeated(_of_atom(sequence[position:end]), repeat)
            if _ANYTHING in runs or len(growing) * len(runs) > _MOST:
                runs = {_ANYTHING}
            longer = {
                _Run(one.words + run.words, one.exact and run.exact, run.goes_on) for one in growing for run in runs
            }
            grown |= {one for one in longer if not one.goes_on}
            growing = {one for one in longer if one.goes_on}
        position = repeat.end() if repeat else end
    return grown | growing


def _repeated(runs: set[_Run], repeat: re.Match[str] | None) -> set[_Run]:
    """What a part of a pattern begins with that may be left out, or come more than once."""
    if repeat is None or not repeat[0]:
        return runs
    many = repeat["many"] or repeat["none"] not in (None, "?")
    found = {_Run(run.words, exact=False, goes_on=False) for run in runs} if many else runs
    return found | {_NOTHING} if repeat["none"] else found


def _of_atom(atom: str) -> set[_Run]:
    if group := _GROUP.match(atom):
        return _of_any(atom[group.end() : -1])
    if chars := _CLASS.fullmatch(atom):
        listed = _spelled(chars["chars"])
        return set(map(_Run, listed)) if len(listed) <= _MOST else {_ANYTHING}
    if escaped := _ESCAPED.fullmatch(atom):
        return {_Run(escaped["char"])}
    return {_ANYTHING if len(atom) > 1 or atom == "." else _Run(atom)}


def _spelled(chars: str) -> str:
    """The characters of a class, those of its ranges one by one."""
    return _RANGE.sub(lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), chars)


def _end_of_atom(sequence: str, start: int) -> int:
    """Where the literal, class or group at `start` ends."""
    depth, position = 0, start
    while True:
        char = sequence[position]
        if char == "[":
            position = sequence.index("]", position + 2)
        position += 2 if char == "\\" else 1
        depth += (char == "(") - (char == ")")
        if not depth:
            return position


def alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between the bars that are in no group."""
    found, start, position = [], 0, 0
    while position < len(pattern):
        if pattern[position] == "|":
            found.append(pattern[start:position])
            start = position = position + 1
        else:
            position = _end_of_atom(pattern, position)
    return [*found, pattern[start:]]
