"""`propertylaw diff`: which rights, duties, limits and sanctions an amendment changes, and for whom."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Output, PageFormat, deliver_made, wanted_format
from .reading import read_file, tell_doubts

if TYPE_CHECKING:
    from collections.abc import Callable

    from propertylaw.compare import Comparison
    from propertylaw.model import Outline, Source


def diff(
    old: Annotated[Path | None, typer.Argument(metavar="[旧文件]", help="旧的文本", show_default=False)] = None,
    new: Annotated[Path | None, typer.Argument(metavar="[新文件]", help="新的文本", show_default=False)] = None,
    format: Annotated[PageFormat | None, typer.Option("--format", "-f", help="输出格式", show_default="text")] = None,
    party: Annotated[str | None, typer.Option(help="只看一方，如 owner、service_provider", show_default=False)] = None,
    reform: Annotated[
        Path | None,
        typer.Option("--reform", metavar="目录", help="改革方案：叠在现行规则上的规则包", show_default=False),
    ] = None,
    cases: Annotated[
        list[Path] | None,
        typer.Option("--cases", metavar="文件", help="用来试改革方案的纠纷表或者案例文件，可多次", show_default=False),
    ] = None,
    output: Output = None,
) -> None:
    """比较法规或者合同的两个版本：哪些权利、义务、限度和处罚改变，对谁变好、变差；或者一个改革方案会改变哪些案例的结果。"""
    from propertylaw.errors import OutputError

    wanted = wanted_format(format, output, PageFormat)
    if reform is not None:
        if old is not None or party is not None:
            raise OutputError("--reform 不和两个文件、--party 一起用", advice="只写 --reform 目录 --cases 文件")
        deliver_made(_reform(reform, cases or [], wanted), output)
        return
    if old is None or new is None or cases:
        raise OutputError("请给出旧、新两个文件", advice="或者用 --reform 目录 --cases 文件")
    deliver_made(_versions(old, new, _known(party), wanted), output)


def _versions(old: Path, new: Path, party: str | None, wanted: PageFormat) -> str | bytes:
    from propertylaw.compare import diff as compare
    from propertylaw.report.changes_html import changes_html
    from propertylaw.report.changes_page import changes_json, changes_text
    from propertylaw.report.changes_word import changes_word
    from propertylaw.report.document_titles import called

    makers: dict[PageFormat, Callable[[Comparison], str | bytes]] = {
        PageFormat.TEXT: changes_text,
        PageFormat.HTML: changes_html,
        PageFormat.DOCX: changes_word,
        PageFormat.JSON: changes_json,
    }
    compared = compare(_read(old), _read(new), party)
    with called({}, compared.printed):
        return makers[wanted](compared)


def _reform(pack: Path, cases: list[Path], wanted: PageFormat) -> str | bytes:
    from propertylaw.compare import consequences, read_cases, read_reform
    from propertylaw.report.document_titles import called
    from propertylaw.report.reform_sheet import NOTE, reform_json, reform_sheet
    from propertylaw.report.sheet import sheet_text
    from propertylaw.report.sheet_files import sheet_html, sheet_word

    overlay = read_reform(pack)
    found = consequences(overlay, read_cases(cases, overlay.rules))
    with called({one.id: one.title for one in overlay.note.instruments}):
        if wanted is PageFormat.JSON:
            return reform_json(found)
        sheet = reform_sheet(found)
        if wanted is PageFormat.TEXT:
            return sheet_text(sheet) + f"\n{NOTE}\n"
        return sheet_html(sheet, NOTE) if wanted is PageFormat.HTML else sheet_word(sheet, NOTE)


def _known(party: str | None) -> str | None:
    from propertylaw.errors import OutputError
    from propertylaw.rulebook import parties
    from propertylaw.rulebook.yaml_file import nearest

    if party is None or party in parties():
        return party
    advice = nearest(party, parties()) or "propertylaw rules list parties 列出各方"
    raise OutputError(f"没有“{party}”这一方", place="--party", advice=advice)


def _read(file: Path) -> "tuple[Source, Outline]":
    from propertylaw.structure import outline

    source = read_file(file)
    tell_doubts(source)
    return source, outline(source)
