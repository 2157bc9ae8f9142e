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


_ANY = Opening("", whole=False)
_NOTHING = Opening("", whole=True)


def openings(pattern: str) -> frozenset[Opening]:
    """The words that the matches of a pattern begin with, spelled out as far as they can be.

    Args:
        pattern: of literals, groups, classes, repeats and lookarounds, as the word lists have them.
    """
    return frozenset().union(*map(_of_sequence, _alternatives(pattern)))


def beginnings(pattern: str) -> frozenset[str]:
    """The characters that a match can begin with.

    Raises:
        ValueError: a match can be empty or begin with any character.
    """
    found = openings(pattern)
    if not all(one.words for one in found):
        raise ValueError(f"may be empty or begin anyhow: {pattern}")
    return frozenset(one.words[0] for one in found)


def _of_sequence(sequence: str) -> frozenset[Opening]:
    growing, grown = {_NOTHING}, set[Opening]()
    position = 0
    while position < len(sequence) and growing:
        end = _end_of_atom(sequence, position)
        repeat = _REPEAT.match(sequence, end)
        if _PLACE.match(sequence, position):
            growing = {Opening(one.words, whole=False) for one in growing}
        else:
            parts = _repeated(_of_atom(sequence[position:end]), repeat)
            if _ANY in parts or len(growing) * len(parts) > _MOST:
                parts = {_ANY}
            longer = [(Opening(one.words + part.words, one.whole), part.whole) for one in growing for part in parts]
            grown |= {Opening(one.words, whole=False) for one, goes_on in longer if not goes_on}
            growing = {one for one, goes_on in longer if goes_on}
        position = repeat.end() if repeat else end
    return frozenset(grown | growing)


def _repeated(parts: frozenset[Opening], repeat: re.Match[str] | None) -> set[Opening]:
    """What a part of a pattern begins with that may be left out, or come more than once."""
    if repeat is None or not repeat[0]:
        return set(parts)
    many = repeat["many"] or repeat["none"] not in (None, "?")
    found = {Opening(part.words, whole=False) for part in parts} if many else set(parts)
    return found | {_NOTHING} if repeat["none"] else found


def _of_atom(atom: str) -> frozenset[Opening]:
    if group := _GROUP.match(atom):
        return openings(atom[group.end() : -1])
    if chars := _CLASS.fullmatch(atom):
        listed = _spelled(chars["chars"])
        return frozenset(Opening(char, whole=True) for char in listed) if len(listed) <= _MOST else frozenset({_ANY})
    if escaped := _ESCAPED.fullmatch(atom):
        return frozenset({Opening(escaped["char"], whole=True)})
    return frozenset({_ANY if len(atom) > 1 or atom == "." else Opening(atom, whole=True)})


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


def _alternatives(pattern: str) -> list[str]:
    """The parts between the bars that are in no group."""
    found, start, position = [], 0, 0
    while position < len(pattern):
        if pattern[position] == "|":
            found.append(pattern[start:position])
            start = position = position + 1
        else:
            position = _end_of_atom(pattern, position)
    return [*found, pattern[start:]]
