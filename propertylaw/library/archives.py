"""Opens what a user hands over: files, folders, and archives, whose members are read as if they lay in a folder."""

from __future__ import annotations

import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from propertylaw.errors import ArchiveError, MissingFileError

SUFFIXES = frozenset([".md", ".txt", ".html", ".htm", ".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf"])
"""What is looked for in folders and archives."""
_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_MOST_MEMBERS = 5_000
_MOST_BYTES = 1_000_000_000


@contextmanager
def opened(paths: Iterable[Path]) -> Iterator[list[tuple[Path, str]]]:
    """The files to read, each with the name to tell: members of archives lie in a folder that goes away afterwards.

    Raises:
        MissingFileError: a path leads nowhere.
        ArchiveError: an archive is broken, or holds too much.
    """
    with tempfile.TemporaryDirectory(prefix="propertylaw-") as folder:
        yield [pair for number, path in enumerate(paths) for pair in _files(path, Path(folder) / str(number))]


def _files(path: Path, room: Path) -> Iterator[tuple[Path, str]]:
    if path.is_dir():
        inside = sorted(file for file in path.rglob("*") if file.is_file() and _is_wanted(file.name))
        yield from ((file, str(file)) for file in inside)
    elif not path.exists():
        raise MissingFileError("没有这个文件", file=path, advice="请检查路径")
    elif path.name.lower().endswith(_ARCHIVES):
        yield from ((file, f"{path}/{name}") for file, name in _unpacked(path, room))
    else:
        yield path, str(path)


def _is_wanted(name: str) -> bool:
    plain = PurePosixPath(name).name
    return PurePosixPath(plain.lower()).suffix in SUFFIXES and not plain.startswith((".", "~$"))


def _unpacked(archive: Path, room: Path) -> Iterator[tuple[Path, str]]:
    try:
        members = _zip_members(archive) if archive.suffix.lower() == ".zip" else _tar_members(archive)
        for number, (name, content) in enumerate(members):
            # Members lie in folders of their own: their names tell what they are, and two may bear the same.
            file = room / str(number) / PurePosixPath(name).name
            file.parent.mkdir(parents=True)
            file.write_bytes(content)
            yield file, name
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, RuntimeError, NotImplementedError) as problem:
        raise ArchiveError("压缩包已损坏、加密或格式不支持", file=archive, advice="请解压后再导入") from problem
    except OSError as problem:
        raise ArchiveError(f"压缩包打不开：{problem.strerror or problem}", file=archive) from problem


def _zip_members(archive: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(archive) as opened_zip:
        wanted = [(info, _zip_name(info)) for info in opened_zip.infolist() if not info.is_dir()]
        wanted = [(info, name) for info, name in wanted if _is_wanted(name)]
        _check(archive, [info.file_size for info, _ in wanted])
        for info, name in wanted:
            with opened_zip.open(info) as member:
                yield name, member.read(info.file_size + 1)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Chinese names written without the UTF-8 mark are GB18030 in practice."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


def _tar_members(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as opened_tar:
        wanted = [member for member in opened_tar if member.isfile() and _is_wanted(member.name)]
        _check(archive, [member.size for member in wanted])
        for member in wanted:
            content = opened_tar.extractfile(member)
            if content is not None:
                yield member.name, content.read()


def _check(archive: Path, sizes: list[int]) -> None:
    if len(sizes) > _MOST_MEMBERS or sum(sizes) > _MOST_BYTES:
        raise ArchiveError("压缩包里的文件过多或过大", file=archive, advice="请解压后分批导入")
