"""The tables of the library file, and how a file is opened so that a kill at any moment loses nothing committed.

SQLite's rollback journal with `synchronous = EXTRA` is used, not its write-ahead log: a reader needs no second file, so
that a library in a read-only folder can still be read, and the last commit is on the disk when it is reported.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from propertylaw.errors import (
    DamagedLibraryError,
    LibraryAccessError,
    LibraryBusyError,
    LibraryError,
    LibraryFormatError,
    LibraryFullError,
)

APPLICATION = 0x50524C57
"""`PRLW`: marks the file as ours."""
FORMAT = 1
"""Number of the form of the tables; a library of another form is refused, never guessed at."""
_WAIT_SECONDS = 30

_TABLES = """
CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    instrument TEXT NOT NULL,      -- id for locators
    version TEXT NOT NULL,         -- ISO day that names the version; empty where the text does not tell
    entry TEXT NOT NULL,           -- the Instrument, as JSON: as derived for what the catalogue does not know
    first INTEGER NOT NULL,        -- first and last article
    last INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    digest TEXT NOT NULL,          -- of the normalised articles
    standing TEXT NOT NULL,        -- verified, differs, unknown: against the catalogue when it came in
    name TEXT NOT NULL,            -- file name without suffix
    origin TEXT NOT NULL,          -- path or package it came from
    added TEXT NOT NULL,           -- UTC, ISO
    text TEXT NOT NULL,
    source BLOB NOT NULL           -- the Source without its text, JSON, compressed
);
CREATE INDEX texts_by_instrument ON texts (instrument, version);
CREATE TABLE provisions (
    text INTEGER NOT NULL REFERENCES texts (id) ON DELETE CASCADE,
    place TEXT NOT NULL,           -- 944, 944/3, 287-1/2
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (text, place)
) WITHOUT ROWID;
CREATE TABLE norms (
    text INTEGER PRIMARY KEY REFERENCES texts (id) ON DELETE CASCADE,
    extractor TEXT NOT NULL,       -- fingerprint of the program that extracted them
    norms BLOB NOT NULL            -- JSON, compressed
);
"""


@contextmanager
def writing(file: Path) -> Iterator[sqlite3.Connection]:
    """One transaction that writes: wholly done, or not at all. The library is made where there is none.

    Raises:
        LibraryError: what stands in the way, as one line.
    """
    with _told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with _closing(sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN IMMEDIATE")
            try:
                if _is_new(connection):
                    _make(connection)
                _check(connection, file)
                yield connection
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection | None]:
    """A connection for reading the library; None where there is none yet.

    It is opened for writing where the folder allows that, for one reason: after a kill the first who comes puts the
    file back in order.

    Raises:
        LibraryError: what stands in the way, as one line.
    """
    with _told(file):
        if not file.is_file():
            yield None
            return
        address = f"{file.resolve().as_uri()}?mode=rw"
        with _closing(sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)) as connection:
            if _is_new(connection):
                yield None
                return
            _check(connection, file)
            yield connection


def _is_new(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not tables and not _pragma(connection, "application_id")


def _make(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def _check(connection: sqlite3.Connection, file: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION:
        raise DamagedLibraryError("不是 propertylaw 的资料库", file=file, advice="请移走这个文件，再重新导入")
    found = _pragma(connection, "user_version")
    if found < FORMAT:
        raise LibraryFormatError(
            f"资料库是旧版程序建立的（格式 {found}，现为 {FORMAT}）",
            file=file,
            advice="请把它改名保存，再用 propertylaw corpus add 重新导入文本",
        )
    if found > FORMAT:
        raise LibraryFormatError(
            f"资料库是更新的程序建立的（格式 {found}，本程序用 {FORMAT}）", file=file, advice="请升级 propertylaw"
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def _closing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Errors of the disk and of SQLite as one line for the user."""
    try:
        yield
    except sqlite3.Error as problem:
        told = _in_words(problem, file)
        if told is None:
            raise
        raise told from problem
    except OSError as problem:
        raise LibraryAccessError(f"资料库打不开：{problem.strerror}", file=file, advice=_ELSEWHERE) from problem


_ELSEWHERE = "换一个可写的目录，用环境变量 PROPERTYLAW_HOME 指定"


def _in_words(problem: sqlite3.Error, file: Path) -> LibraryError | None:
    """The line for what a disk, a lock or another file may cause; None for a fault of our own."""
    code = getattr(problem, "sqlite_errorcode", None) or 0
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusyError(f"等了 {_WAIT_SECONDS} 秒，另一个程序一直占用资料库", file=file, advice="稍后再试")
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and code in _WRITE_FAILED):
        return LibraryFullError("写不下了，这次没有存入，原有内容不变", file=file, advice="请腾出磁盘空间再试")
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return LibraryAccessError("资料库打不开或者不能写入", file=file, advice=_ELSEWHERE)
    if primary == sqlite3.SQLITE_IOERR:
        return LibraryAccessError("读写资料库时磁盘出错", file=file, advice="请检查磁盘")
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedLibraryError("资料库已损坏或不是资料库", file=file, advice="请移走这个文件，再重新导入")
    return None


_WRITE_FAILED = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
}
