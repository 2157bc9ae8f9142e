"""`propertylaw lint`: what is unclear, missing or wrongly cited in regulations."""

from enum import StrEnum
from typing import Annotated

import typer

from .marks import marked, marks_today
from .options import Baseline, Files, Ignore, Output, Select, WriteBaseline, deliver, wanted_format
from .reading import read_file, tell_doubts


class Format(StrEnum):
    """A page for people, a list for programs, SARIF for review platforms, the text with what was found beside it."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


def lint(
    files: Files,
    format: Annotated[Format | None, typer.Option("--format", "-f", help="输出格式", show_default="text")] = None,
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
) -> None:
    """检查法规：含糊的词和条件、没有写明的机关、缺少的后果和期限、重叠的职权、与上位法和自身的冲突、错误或者过时的引用。

    一起给的文件互相对照；没有给的国家法律用整理好的规范对照。

    退出状态：0 没有发现问题，1 有发现，2 用法或者文件有错。
    """
    from propertylaw.checks import lint as lint_texts
    from propertylaw.report.findings_html import findings_html
    from propertylaw.report.findings_objects import lint_json
    from propertylaw.report.findings_page import lint_text
    from propertylaw.report.sarif import sarif
    from propertylaw.report.text_marks import marking
    from propertylaw.structure import outline

    from .settings import finish, settings_for

    wanted = wanted_format(format, output, Format)
    sources = [read_file(file) for file in files]
    read = [(source, outline(source)) for source in sources]
    given = {structure.instrument for _, structure in read}
    for source in sources:
        tell_doubts(source)
    settings = settings_for(files[0], select, ignore, baseline)
    found = lint_texts(read, settings)
    left = finish(found, settings, files[0], write_baseline)
    by_file = {source.path or source.name: source for source in sources}
    makers = {
        Format.TEXT: lambda: marked(lambda: lint_text(left), given),
        Format.JSON: lambda: lint_json(left),
        Format.SARIF: lambda: sarif(left, by_file),
        Format.HTML: lambda: findings_html(left, by_file, "法规检查"),
    }
    with marking(marks_today(given)):
        rendered = makers[wanted]()
    deliver(rendered, output)
    if left:
        raise typer.Exit(1)
