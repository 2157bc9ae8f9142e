"""What each fact rests on, however far: so that what does not hang on a supposition need not be found again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

ANYTHING = frozenset({"*"})
"""What a fact rests on that needs itself."""

_F = TypeVar("_F")
_T = TypeVar("_T")


class RestsOn:
    """Notes, while a fact is being found, every fact that is read for it."""

    def __init__(self) -> None:
        self._by_fact: dict[str, Collection[str]] = {}
        self.being_found: list[set[str]] = []
        """What is read for each fact that is just being found, the outermost first."""

    def while_finding(self, fact: str, find: Callable[[str, _F], _T], facts: _F) -> _T:
        """What `find` finds of a fact; what was read meanwhile is what the fact rests on."""
        self.being_found.append({fact})
        try:
            return find(fact, facts)
        finally:
            self._by_fact[fact] = self.being_found.pop()

    def of(self, fact: str) -> Collection[str]:
        """What a fact rests on; anything, while it is being found."""
        return self._by_fact.get(fact, ANYTHING)

    def as_before(self, fact: str, before: Collection[str]) -> None:
        """A fact that was taken over rests on what it rested on before."""
        self._by_fact[fact] = before

    def read(self, fact: str) -> None:
        """What is being found, and there is something, rests on another fact, and on what that rests on."""
        self.being_found[-1].update(self._by_fact.get(fact, ANYTHING))

    def also(self, *facts: str) -> None:
        """What is being found rests on other facts by themselves."""
        if self.being_found:
            self.being_found[-1].update(facts)

    def leaves_room(self, fact: str) -> bool:
        """Whether a fact has been found, or none is just being found: in between it would rest on half of another."""
        return fact in self._by_fact or not self.being_found

    def so_far(self) -> Collection[str]:
        """What the fact that is being found rests on by now."""
        return self.being_found[-1] if self.being_found else ()
