"""Arguments and options that several commands share, and where their results go."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[
    list[Path], typer.Argument(metavar="文件…", help="文本、Markdown、网页、DOCX、PDF、图片", show_default=False)
]
File = Annotated[Path, typer.Argument(metavar="文件", help="文本、Markdown、网页、DOCX、PDF、图片", show_default=False)]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="文件", help="写入文件而不是屏幕", show_default=False)
]


class TextOrJson(StrEnum):
    """A page for people or one JSON object."""

    TEXT = "text"
    JSON = "json"


def deliver(text: str, output: Path | None) -> None:
    """Print a result, or write it so that the file is either whole or untouched.

    Raises:
        OutputError: the file cannot be written.
    """
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    import tempfile

    from propertylaw.errors import OutputError

    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text if text.endswith("\n") else text + "\n")
            Path(name).chmod(0o644)
            Path(name).replace(output)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise OutputError(f"写不进去：{problem.strerror}", file=output, advice="换一个可写的位置") from None
