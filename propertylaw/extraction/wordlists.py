"""One regular expression for many words, shaped like a tree of their common beginnings; the longest word wins."""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
_END = ""


def one_of(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, longer ones before shorter ones with the same beginning."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _written(tree)


def _written(tree: _Tree) -> str:
    ends = _END in tree
    branches = [re.escape(char) + _written(rest) for char, rest in tree.items() if char != _END]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")
