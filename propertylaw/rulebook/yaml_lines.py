"""Where the values of a YAML text stand: their lines, and the keys that are written twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

Keys = tuple[int | str, ...]
"""The way to a value: names of keys, positions in lists."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlLines:
    """The lines of one text; a text that is no YAML has none."""

    def __init__(self, text: str) -> None:
        try:
            self._root = yaml.compose(text, Loader=_Loader)
        except (yaml.YAMLError, RecursionError):
            self._root = None

    def of(self, keys: Keys) -> int | None:
        """Line (from 1) at which the value reached by `keys` stands, or that of its nearest ancestor."""
        node, line = self._root, None
        for key in keys:
            found = _child(node, key)
            if found is None:
                break
            mark, node = found
            line = mark.line + 1
        return line

    def repeated(self) -> Iterator[tuple[str, int]]:
        """Each key that stands a second time beside its namesake, with its line."""
        seen: set[int] = set()
        queue = [self._root]
        while queue:
            node = queue.pop()
            if id(node) in seen:  # a part that contains itself
                continue
            seen.add(id(node))
            if isinstance(node, yaml.SequenceNode):
                queue += node.value
            elif isinstance(node, yaml.MappingNode):
                names = [key.value for key, _ in node.value]
                second = {name: at for at, name in enumerate(names) if name in names[:at]}
                yield from ((str(name), node.value[at][0].start_mark.line + 1) for name, at in second.items())
                queue += [value for _, value in node.value]


def line_of(text: str, keys: Keys) -> int | None:
    """The line of one value of a text; see `YamlLines.of`."""
    return YamlLines(text).of(keys)


def _child(node: Any, key: int | str) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark, node.value[key]
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark, value
    return None
