"""`propertylaw diff`: which rights, duties, limits and sanctions an amendment changes, and for whom."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Output, deliver, deliver_bytes
from .reading import read_file, tell_doubts

if TYPE_CHECKING:
    from propertylaw.model import Outline, Source


class Format(StrEnum):
    """A page for people in the terminal or the browser, a Word document, one object for programs."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"


def diff(
    old: Annotated[Path, typer.Argument(metavar="旧文件", help="旧的文本", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="新文件", help="新的文本", show_default=False)],
    format: Annotated[Format | None, typer.Option("--format", "-f", help="输出格式", show_default="text")] = None,
    party: Annotated[str | None, typer.Option(help="只看一方，如 owner、service_provider", show_default=False)] = None,
    output: Output = None,
) -> None:
    """比较法规或者合同的两个版本：哪些权利、义务、限度和处罚新增、取消、改变，对谁变好、变差。"""
    from propertylaw.compare import diff as compare
    from propertylaw.errors import OutputError
    from propertylaw.report.changes_html import changes_html
    from propertylaw.report.changes_page import changes_json, changes_text
    from propertylaw.report.changes_word import changes_word

    wanted = format or _format_for(output)
    if wanted is Format.DOCX and output is None:
        raise OutputError("Word 文件要写到文件里", advice="加上 -o 比较.docx")
    compared = compare(_read(old), _read(new), _known(party))
    if wanted is Format.DOCX:
        assert output is not None
        deliver_bytes(changes_word(compared), output)
        return
    makers = {Format.TEXT: changes_text, Format.HTML: changes_html, Format.JSON: changes_json}
    deliver(makers[wanted](compared), output)


def _known(party: str | None) -> str | None:
    from propertylaw.errors import OutputError
    from propertylaw.rulebook import parties
    from propertylaw.rulebook.yaml_file import nearest

    if party is None or party in parties():
        return party
    advice = nearest(party, parties()) or "propertylaw rules show parties 列出各方"
    raise OutputError(f"没有“{party}”这一方", place="--party", advice=advice)


def _read(file: Path) -> tuple[Source, Outline]:
    from propertylaw.structure import outline

    source = read_file(file)
    tell_doubts(source)
    return source, outline(source)


def _format_for(output: Path | None) -> Format:
    """The format that the suffix of the output names; else a page."""
    suffixes = {".html": Format.HTML, ".docx": Format.DOCX, ".json": Format.JSON}
    return suffixes.get(output.suffix.lower(), Format.TEXT) if output else Format.TEXT
