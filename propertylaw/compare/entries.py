"""Changes of one sentence are told as one entry: what came, went and changed in it, and in the list it leads in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from .comparison import Altered, Entry


def entries(changes: Iterable[Altered]) -> tuple[Entry, ...]:
    """The entries, in the order of their first changes."""
    groups: list[tuple[set[Hashable], list[Altered]]] = []
    for change in changes:
        keys = set(_keys(change))
        joined = [group for group in groups if group[0] & keys]
        if not joined:
            groups.append((keys, [change]))
            continue
        first, *others = joined
        for own, members in others:
            first[0].update(own)
            first[1].extend(members)
        first[0].update(keys)
        first[1].append(change)
        groups = [group for group in groups if all(group is not other for other in others)]
    return tuple(Entry(changes=tuple(members)) for _, members in groups)


def _keys(change: Altered) -> Iterator[Hashable]:
    """What a change shares with others of its entry: its sentences; in a list, what changed in all of it alike."""
    for side, norm, text in (("before", change.before, change.before_text), ("after", change.after, change.after_text)):
        if norm is not None:
            yield (side, norm.text_span) if text else (side, norm.id)
    if change.kind == "changed" and "action" not in change.fields:
        at = change.norm.locator
        yield at.at(at.numbers[:2]), at.annex, change.fields, change.effects
