"""Arguments and options that several commands share, and where their results go."""

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
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="代码", help="只做这些检查，如 CON 或 CON001", show_default=False),
]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="代码", help="不做这些检查", show_default=False)]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="文件", help="不再报告其中已知的问题", show_default=False)
]
WriteBaseline = Annotated[
    Path | None, typer.Option("--write-baseline", metavar="文件", help="把现有问题记为已知", show_default=False)
]


class TextOrJson(StrEnum):
    """A page for people or one JSON object."""

    TEXT = "text"
    JSON = "json"


class PageFormat(StrEnum):
    """A page for people in the terminal, the browser or Word, or one object for programs."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"


def deliver_made(made: str | bytes, output: Path | None) -> None:
    """Deliver text, or write a Word file.

    Raises:
        OutputError: the file cannot be written.
    """
    if isinstance(made, str):
        deliver(made, output)
    elif output is not None:
        deliver_bytes(made, output)


def deliver(text: str, output: Path | None) -> None:
    """Print a result, or write it so that the file is either whole or untouched.

    Raises:
        OutputError: the file cannot be written.
    """
    whole = text if text.endswith("\n") else text + "\n"
    if output is None:
        sys.stdout.write(whole)
    else:
        deliver_bytes(whole.encode(), output)


def deliver_bytes(content: bytes, output: Path) -> None:
    """Write a result so that the file is either whole or untouched.

    Raises:
        OutputError: the file cannot be written.
    """
    import tempfile

    from propertylaw.errors import OutputError

    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(output)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise OutputError(f"写不进去：{problem.strerror}", file=output, advice="换一个可写的位置") from None
