"""Styles of a Word file: what they are called, what they build on, and whether they hide words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .package import WORD

_OFF = ("0", "false", "off")


class WordStyles:
    """The styles by id.

    Args:
        styles: root of `styles.xml`, or None.
    """

    def __init__(self, styles: Any | None) -> None:
        self._by_id = (
            {} if styles is None else {value(style, "styleId"): style for style in styles.iter(f"{WORD}style")}
        )
        self._hides: dict[str, bool] = {"": False}

    def __contains__(self, style: str) -> bool:
        return style in self._by_id

    def name(self, style: str) -> str:
        """What the style is called, lower case; empty if there is no such style."""
        found = self._by_id.get(style)
        return "" if found is None else value(found.find(f"{WORD}name"), "val").lower()

    def ancestry(self, style: str) -> Iterator[Any]:
        """The style and those it builds on, nearest first."""
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            yield self._by_id[style]
            style = value(self._by_id[style].find(f"{WORD}basedOn"), "val")

    def hides(self, properties: Any | None, style: str) -> bool:
        """Whether a run is formatted as hidden: by itself, by its style, or by the style of its paragraph.

        Args:
            properties: its `w:rPr` element, if it has one.
            style: id of the style of its paragraph, as `style_of` finds it.
        """
        if properties is None:
            return self._style_hides(style)
        said = _vanish(properties)
        if said is not None:
            return said
        own = value(first(properties, f"{WORD}rStyle"), "val")
        return self._style_hides(own) or self._style_hides(style)

    def _style_hides(self, style: str) -> bool:
        if style not in self._hides:
            said = (_vanish(first(one, f"{WORD}rPr")) for one in self.ancestry(style))
            self._hides[style] = next((hidden for hidden in said if hidden is not None), False)
        return self._hides[style]


def style_of(properties: Any | None) -> str:
    """Id of the style that properties of a paragraph (`w:pPr`) name; empty if they name none."""
    return value(first(properties, f"{WORD}pStyle"), "val")


def first(element: Any | None, tag: str) -> Any | None:
    """The first child with a tag; None if there is none. What each paragraph and run is asked: `find` takes longer."""
    return None if element is None else next(element.iterchildren(tag), None)


def value(element: Any | None, name: str) -> str:
    """An attribute of the Word namespace; empty if the element or the attribute is missing."""
    return "" if element is None else element.get(f"{WORD}{name}") or ""


def is_on(switch: Any | None) -> bool:
    """Whether a switch is set: it is there, and not to say no."""
    return switch is not None and value(switch, "val") not in _OFF


def _vanish(properties: Any | None) -> bool | None:
    """What run properties say of hiding; None if nothing."""
    switch = first(properties, f"{WORD}vanish")
    return None if switch is None else is_on(switch)
