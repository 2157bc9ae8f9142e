"""What the instruments on a page are called: law by its id, the user's documents by their title where they have one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from propertylaw.model import Locator
from propertylaw.structure import cite

_CURRENT: ContextVar[Mapping[str, str] | None] = ContextVar("document_titles", default=None)
_PRINTED: ContextVar[Mapping[str, str] | None] = ContextVar("printed_clauses", default=None)


@contextmanager
def called(titles: Mapping[str, str], printed: Mapping[str, str] | None = None) -> Iterator[None]:
    """Within it, documents are cited by these titles, and their clauses by these numbers.

    Args:
        titles: keys are ids of instruments (`doc:合同`).
        printed: keys are clauses (`doc:合同/5`) that print another number than their locators count.
    """
    tokens = _CURRENT.set(titles), _PRINTED.set(printed)
    try:
        yield
    finally:
        _CURRENT.reset(tokens[0])
        _PRINTED.reset(tokens[1])


def placed(place: Locator, title: str = "") -> str:
    """A place as it is cited on the page being drawn."""
    return cite(place, title, _PRINTED.get() or {})


def title_of(instrument: str) -> str:
    """How an instrument is called on the page being drawn; a document without a known title by its file name."""
    return (_CURRENT.get() or {}).get(instrument) or instrument.removeprefix("doc:")
