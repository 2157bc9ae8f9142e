"""Arguments and options that several commands share, and where their results go."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

HELP: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,  # plain help: nothing is cut off, and it starts twice as fast
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}
"""How every command shows its help."""

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


_PAGE, _WORD = "text", "docx"

F = TypeVar("F", bound=StrEnum)


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


def wanted_format(said: F | None, output: Path | None, formats: type[F]) -> F:
    """The format that was asked for, else the one that the suffix of the output names; a page for the terminal without.

    Args:
        said: the format of the command line.
        output: the file to write.
        formats: those that the command makes.

    Raises:
        OutputError: the suffix is that of a format that is not made, or a Word file has nowhere to go.
    """
    from propertylaw.errors import OutputError

    made = {f".{one.value}": one for one in formats if one.value != _PAGE} | {
        "": formats(_PAGE),
        ".txt": formats(_PAGE),
    }
    suffix = output.suffix.lower() if output else ""
    if said is None and suffix not in made:
        known = "、".join(one for one in made if one)
        raise OutputError(f"不会写 {suffix} 文件", file=output, advice=f"用 {known}，或者用 --format 写明格式")
    found = said or made[suffix]
    if found.value == _WORD and output is None:
        raise OutputError("Word 文件要写到文件里", advice="加上 -o 结果.docx")
    return found


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
