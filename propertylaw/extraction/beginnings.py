"""With which characters a match of a regular expression can begin, so that a scan looks no further elsewhere."""

from __future__ import annotations

import re

_LOOKAROUND = re.compile(r"\(\?<?[=!]")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?")
_REPEAT = re.compile(r"(?P<none>[?*]|\{0,?\d*\})?(?:\+|\{\d*,?\d*\})?[?+]?")
_CLASS = re.compile(r"\[(?P<chars>[^\]^][^\]]*)\]")
_ESCAPED = re.compile(r"\\(?P<char>[^\w])")


def beginnings(pattern: str) -> frozenset[str]:
    """The characters that a match can begin with.

    Args:
        pattern: of literals, groups, classes without ranges, repeats and lookarounds, as the word lists have them.

    Raises:
        ValueError: a match can be empty or begin with any character.
    """
    found, empty = _of_any(pattern)
    if empty:
        raise ValueError(f"may be empty: {pattern}")
    return frozenset(found)


def _of_any(pattern: str) -> tuple[set[str], bool]:
    """What the alternatives of a pattern begin with, and whether one may be empty."""
    read = [_of_sequence(sequence) for sequence in _alternatives(pattern)]
    return set().union(*(found for found, _ in read)), any(empty for _, empty in read)


def _of_sequence(sequence: str) -> tuple[set[str], bool]:
    found: set[str] = set()
    position = 0
    while position < len(sequence):
        end = _end_of_atom(sequence, position)
        repeat = _REPEAT.match(sequence, end)
        if not _LOOKAROUND.match(sequence, position):
            chars, empty = _of_atom(sequence[position:end])
            found |= chars
            if not (empty or (repeat and repeat["none"])):
                return found, False
        position = repeat.end() if repeat else end
    return found, True


def _of_atom(atom: str) -> tuple[set[str], bool]:
    if group := _GROUP.match(atom):
        return _of_any(atom[group.end() : -1])
    if chars := _CLASS.fullmatch(atom):
        return set(chars["chars"]), False
    if escaped := _ESCAPED.fullmatch(atom):
        return {escaped["char"]}, False
    if len(atom) > 1 or atom in ".^$":
        raise ValueError(f"may be any character: {atom}")
    return {atom}, False


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
