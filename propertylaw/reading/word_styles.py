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

    def name(self, paragraph: Any) -> str:
        """Name of the paragraph's style, lower case; empty if it has none."""
        style = self._by_id.get(style_of(paragraph))
        return "" if style is None else value(style.find(f"{WORD}name"), "val").lower()

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
        own = value(properties.find(f"{WORD}rStyle"), "val")
        return self._style_hides(own) or self._style_hides(style)

    def _style_hides(self, style: str) -> bool:
        if style not in self._hides:
            said = (_vanish(one.find(f"{WORD}rPr")) for one in self.ancestry(style))
            self._hides[style] = next((hidden for hidden in said if hidden is not None), False)
        return self._hides[style]


def style_of(paragraph: Any) -> str:
    """Id of the style that a paragraph names; empty if it names none."""
    return value(paragraph.find(f"{WORD}pPr/{WORD}pStyle"), "val")


def value(element: Any | None, name: str) -> str:
    """An attribute of the Word namespace; empty if the element or the attribute is missing."""
    return "" if element is None else element.get(f"{WORD}{name}") or ""


def is_on(switch: Any | None) -> bool:
    """Whether a switch is set: it is there, and not to say no."""
    return switch is not None and value(switch, "val") not in _OFF


def _vanish(properties: Any | None) -> bool | None:
    """What run properties say of hiding; None if nothing."""
    switch = None if properties is None else properties.find(f"{WORD}vanish")
    return None if switch is None else is_on(switch)
