"""What the instruments on a page are called: law by its id, the user's documents by their title where they have one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

_CURRENT: ContextVar[Mapping[str, str] | None] = ContextVar("document_titles", default=None)


@contextmanager
def called(titles: Mapping[str, str]) -> Iterator[None]:
    """Within it, documents are cited by these titles; keys are ids of instruments (`doc:合同`)."""
    token = _CURRENT.set(titles)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def title_of(instrument: str) -> str:
    """How an instrument is called on the page being drawn; a document without a known title by its file name."""
    return (_CURRENT.get() or {}).get(instrument) or instrument.removeprefix("doc:")
