"""A web page that asks for nothing from elsewhere: the template of its kind in the frame that all pages share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files

_PART = re.compile("__([A-Z]+)__")
_STYLE_END = "</style>"


def web_page(template: str, title: str, parts: Mapping[str, str]) -> str:
    """The page.

    Args:
        template: name of the file in `templates/`: the style that this kind of page has of its own, and its body.
        title: of the page, in plain words.
        parts: what stands for each name in the template, as HTML.
    """
    style, _, body = _template(template).partition(_STYLE_END)
    told = {"TITLE": escape(title), "CARDS": _file("cards.css"), "POINTS": _file("points.css"), **parts}
    frame = {
        "TITLE": told["TITLE"],
        "STYLE": _filled(style.removeprefix("<style>"), told).strip(),
        "CONTENT": _filled(body, told).strip(),
    }
    return _filled(_template("base"), frame)


def _filled(text: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda name: parts[name[1]], text)


def _template(name: str) -> str:
    return _file(f"{name}.html")


@cache
def _file(name: str) -> str:
    return files("propertylaw.report").joinpath("templates", name).read_text(encoding="utf-8")
