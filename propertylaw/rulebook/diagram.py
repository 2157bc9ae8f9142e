"""Binary decision diagrams: conditions over yes-or-no variables, kept so that questions have exact answers.

A diagram is a number; equal conditions have equal numbers. 0 never holds, 1 always does. Variables stand in the order
in which they are first named (Bryant 1986).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

NEVER, ALWAYS = 0, 1

Node = int
Term = frozenset[tuple[str, bool]]
"""Variables with a value each, all of them together."""

_BELOW_ALL = 1 << 30


class Diagrams:
    """Diagrams that share their parts."""

    def __init__(self) -> None:
        self._nodes: list[tuple[int, Node, Node]] = [(_BELOW_ALL, 0, 0), (_BELOW_ALL, 1, 1)]
        self._known: dict[tuple[int, Node, Node], Node] = {}
        self._chosen: dict[tuple[Node, Node, Node], Node] = {}
        self._shortest: dict[Node, tuple[int, frozenset[Term]] | None] = {}
        self._names: list[str] = []
        self._levels: dict[str, int] = {}

    @property
    def names(self) -> list[str]:
        """The variables, in order."""
        return self._names

    def variable(self, name: str) -> Node:
        """The condition that the variable is true."""
        if name not in self._levels:
            self._levels[name] = len(self._names)
            self._names.append(name)
        return self._node(self._levels[name], NEVER, ALWAYS)

    def choose(self, condition: Node, then: Node, otherwise: Node) -> Node:
        """`then` where the condition holds, `otherwise` where it does not."""
        if condition in (NEVER, ALWAYS) or then == otherwise:
            return otherwise if condition == NEVER else then
        key = (condition, then, otherwise)
        found = self._chosen.get(key)
        if found is None:
            level = min(self._nodes[node][0] for node in key)
            low, high = ([self._side(node, level, side) for node in key] for side in (1, 2))
            found = self._node(level, self.choose(*low), self.choose(*high))
            self._chosen[key] = found
        return found

    def inverse(self, node: Node) -> Node:
        """Holds where `node` does not."""
        return self.choose(node, NEVER, ALWAYS)

    def all(self, nodes: Iterable[Node]) -> Node:
        """Holds where all do."""
        found = ALWAYS
        for node in nodes:
            found = self.choose(found, node, NEVER)
        return found

    def any(self, nodes: Iterable[Node]) -> Node:
        """Holds where at least one does."""
        found = NEVER
        for node in nodes:
            found = self.choose(found, ALWAYS, node)
        return found

    def whatever(self, node: Node, names: frozenset[str]) -> Node:
        """Holds where `node` does whatever the values of the named variables."""
        level, low, high = self._nodes[node]
        if node in (NEVER, ALWAYS):
            return node
        low, high = self.whatever(low, names), self.whatever(high, names)
        return self.all((low, high)) if self._names[level] in names else self._node(level, low, high)

    def given(self, node: Node, values: Mapping[str, bool]) -> Node:
        """The condition once these variables have these values."""
        level, low, high = self._nodes[node]
        if node in (NEVER, ALWAYS):
            return node
        name = self._names[level]
        if name in values:
            return self.given(high if values[name] else low, values)
        return self._node(level, self.given(low, values), self.given(high, values))

    def matters(self, node: Node) -> tuple[str, ...]:
        """The variables on which the condition turns, in order; no other changes it."""
        found: set[int] = set()
        open_nodes, seen = [node], set()
        while open_nodes:
            current = open_nodes.pop()
            if current in seen or current in (NEVER, ALWAYS):
                continue
            seen.add(current)
            level, low, high = self._nodes[current]
            found.add(level)
            open_nodes += [low, high]
        return tuple(self._names[level] for level in sorted(found))

    def shortest(self, node: Node) -> frozenset[Term]:
        """All terms of the fewest variables that make the condition hold; empty where nothing does."""
        found = self._fewest(node)
        return found[1] if found else frozenset()

    def _fewest(self, node: Node) -> tuple[int, frozenset[Term]] | None:
        if node == NEVER:
            return None
        if node == ALWAYS:
            return 0, frozenset({frozenset()})
        if node not in self._shortest:
            level, low, high = self._nodes[node]
            name = self._names[level]
            sides = (
                self._fewest(self.all((low, high))),
                _with(self._fewest(low), (name, False)),
                _with(self._fewest(high), (name, True)),
            )
            reached = [side for side in sides if side is not None]
            least = min(size for size, _ in reached)
            terms = chain.from_iterable(terms for size, terms in reached if size == least)
            self._shortest[node] = least, frozenset(terms)
        return self._shortest[node]

    def _side(self, node: Node, level: int, side: int) -> Node:
        found = self._nodes[node]
        return found[side] if found[0] == level else node

    def _node(self, level: int, low: Node, high: Node) -> Node:
        if low == high:
            return low
        key = (level, low, high)
        if key not in self._known:
            self._known[key] = len(self._nodes)
            self._nodes.append(key)
        return self._known[key]


def _with(found: tuple[int, frozenset[Term]] | None, literal: tuple[str, bool]) -> tuple[int, frozenset[Term]] | None:
    if found is None:
        return None
    size, terms = found
    return size + 1, frozenset(term | {literal} for term in terms)
