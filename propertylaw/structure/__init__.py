"""Text becomes an `Outline`: divisions, articles, paragraphs, items, citations, definitions."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .citations import citations, find_citations
    from .citing import cite
    from .document import outline
    from .numerals import chinese_numeral, parse_numeral
    from .scope import Scope

__all__ = ["Scope", "chinese_numeral", "citations", "cite", "find_citations", "outline", "parse_numeral"]

_HOME = {
    "Scope": "scope",
    "chinese_numeral": "numerals",
    "citations": "citations",
    "cite": "citing",
    "find_citations": "citations",
    "outline": "document",
    "parse_numeral": "numerals",
}


def __getattr__(name: str) -> Any:
    # Printing a place needs none of the patterns that reading a text does.
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(f".{_HOME[name]}", __name__)
    # All its names at once: the module `citations` must not hide the function of that name.
    globals().update({each: getattr(home, each) for each in __all__ if _HOME[each] == _HOME[name]})
    return globals()[name]
