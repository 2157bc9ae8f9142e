"""Files of other word processors (.doc, .wps, .rtf, .odt): LibreOffice turns them into .docx, which is then read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from propertylaw.errors import DamagedFileError, ReadingError, WrongFormatError
from propertylaw.model import Source

from .word import read_word

_PROGRAMS = ("soffice", "libreoffice")
_PATIENCE = 60.0
"""Seconds; the first start of LibreOffice takes some ten."""
_SAVE_AS = "请用 Word 或 WPS 另存为 .docx 后再读"


def read_office(data: bytes, path: str, name: str, suffix: str) -> Source:
    """Read a file through LibreOffice.

    Args:
        data: the whole file.
        path: the path as the user gave it.
        name: file name without folder and suffix.
        suffix: of the file, such as `.doc`; tells LibreOffice what to expect.

    Returns:
        What the Word reader makes of the converted file; origins count paragraphs and runs of that file.

    Raises:
        WrongFormatError: LibreOffice is not installed.
        DamagedFileError: LibreOffice cannot open the file, a password among the reasons.
        ReadingError: it takes longer than a minute.
        EmptyFileError: it holds no text.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        problem = f"读 {suffix} 文件要用 LibreOffice，没有找到"
        raise WrongFormatError(problem, file=path, advice=f"请安装它，或者{_SAVE_AS.removeprefix('请')}")
    with tempfile.TemporaryDirectory(prefix="propertylaw-") as folder:
        converted = _converted(program, data, Path(folder), suffix, path)
    return read_word(converted, path, name).model_copy(update={"format": "doc"})


def _converted(program: str, data: bytes, folder: Path, suffix: str, path: str) -> bytes:
    """The file as .docx, made in a profile of its own so that an open LibreOffice neither helps nor hinders."""
    given, made = folder / f"in{suffix}", folder / "out" / "in.docx"
    given.write_bytes(data)
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(given)]
    _run(command, path)
    if not made.is_file():
        raise DamagedFileError("LibreOffice 打不开这个文件，可能已损坏或者设有密码", file=path, advice=_SAVE_AS)
    return made.read_bytes()


def _run(command: list[str], path: str) -> None:
    """Run it in a group of its own, so that nothing of it outlives the time it has."""
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(command, start_new_session=True, stdin=nothing, stdout=nothing, stderr=nothing)
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        raise ReadingError("LibreOffice 转换这个文件超过一分钟", file=path, advice=_SAVE_AS) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:  # Windows
        process.kill()
    process.wait()
