"""`propertylaw corpus`: the user's own library of texts: add, list, show, verify."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import HELP, Output, TextOrJson, deliver
from .reading import recognition_bar

if TYPE_CHECKING:
    from propertylaw.library import KnowledgeBase
    from propertylaw.model import Locator

corpus = typer.Typer(help="自己的法规资料库：导入文本、核对版本，查某一天的条文。", no_args_is_help=True, **HELP)

_Format = Annotated[TextOrJson, typer.Option("--format", "-f", help="text 供阅读，json 供程序")]
_On = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="哪一天，默认今天", show_default=False)
]


@corpus.command()
def add(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="文件…", help="法规文本、文件夹、zip 或 tar 压缩包", show_default=False),
    ] = None,
    statutes: Annotated[
        bool, typer.Option("--statutes", help="收入扩展 [statutes] 所带的、目录知道的国家法律")
    ] = False,
    format: _Format = TextOrJson.TEXT,
) -> None:
    """导入文本：认出是哪部法、哪一版，与目录核对，存入资料库。"""
    from itertools import chain

    from propertylaw.errors import FormError
    from propertylaw.library import Library
    from propertylaw.library.intake import take_in
    from propertylaw.library.statutes import take_in_statutes
    from propertylaw.report.library_objects import taken_in_json
    from propertylaw.report.library_page import taken_in_text

    if not files and not statutes:
        raise FormError("没有给出要导入的文件", advice="写上文件、文件夹或压缩包，或者用 --statutes")
    library, failed = Library(), []
    with recognition_bar("识别") as show:
        come = chain(take_in(files or (), library, show), take_in_statutes(library) if statutes else ())
        for taken in come:
            if taken.outcome is None and taken.file in map(str, files or ()):
                failed.append(taken.problem)
            elif format is TextOrJson.JSON:
                _tell(taken_in_json(taken))
            else:
                _tell(taken_in_text(taken))
    for problem in failed:
        print(f"错误：{problem}", file=sys.stderr)
    if failed:
        raise typer.Exit(2)


@corpus.command("list")
def list_(
    on: _On = None,
    place: Annotated[str, typer.Option("--place", help="只列当日在这个地点适用的法源", show_default=False)] = "",
    format: _Format = TextOrJson.TEXT,
    output: Output = None,
) -> None:
    """列出法源：位阶、版本、施行日，以及哪些文本在手头。"""
    from propertylaw.report.library_objects import library_json
    from propertylaw.report.library_page import library_text

    law = _law(on, place)
    for doubt in law.place_doubts:
        print(f"{doubt.message}；{doubt.advice}（{doubt.code}）", file=sys.stderr)
    instruments = law.sources() if on or place else tuple(law.catalogue)
    texts = law.library.texts()
    if format is TextOrJson.JSON:
        deliver(library_json(((one, law.status(one.id)) for one in instruments), texts), output)
    else:
        deliver(library_text(law, instruments, texts), output)


@corpus.command()
def show(
    provision: Annotated[
        str, typer.Argument(metavar="条文", help="如 民法典/944/3、上海市住宅物业管理规定@2018-11-22/18、民法典第278条")
    ],
    on: _On = None,
    format: _Format = TextOrJson.TEXT,
    output: Output = None,
) -> None:
    """显示一条在某一天的原文；当日适用别的法源或者文本不在手头时，说明是哪一部。"""
    from propertylaw.report.library_objects import provision_json
    from propertylaw.report.library_page import facts_text, provision_text

    law = _law(on, "")
    at = _named(law, provision)
    answer = law.text_at(at)
    instead = [law.text_at(other) for other in answer.applied]
    known = law.catalogue.get(at.instrument)
    if format is TextOrJson.JSON:
        deliver(provision_json(answer, instead), output)
    elif at.article is None and known is not None:
        deliver(facts_text(known, answer, law), output)
    else:
        deliver(provision_text(answer, instead), output)


@corpus.command()
def verify(format: _Format = TextOrJson.TEXT, output: Output = None) -> None:
    """核对资料库：每份文本与目录、与收入时是否一致。有问题时退出状态为 1。"""
    from propertylaw.library import Library
    from propertylaw.library.verify import verify as verify_library
    from propertylaw.report.library_objects import verified_json
    from propertylaw.report.library_page import verified_text

    verified = list(verify_library(Library()))
    deliver(verified_json(verified) if format is TextOrJson.JSON else verified_text(verified), output)
    if not all(one.in_order for one in verified):
        raise typer.Exit(1)


def _tell(line: str) -> None:
    """Print at once: what is told is stored, whatever happens to the rest."""
    print(line, flush=True)


def _law(on: datetime | None, place: str) -> "KnowledgeBase":
    from datetime import date

    from propertylaw.library import KnowledgeBase

    day: date = on.date() if on else date.today()
    return KnowledgeBase(day, place)


def _named(law: "KnowledgeBase", words: str) -> "Locator":
    """A provision in the short form, or as people cite it."""
    from rapidfuzz import fuzz, process

    from propertylaw.errors import LocatorError
    from propertylaw.model import Locator
    from propertylaw.structure import find_citations

    at = Locator.parse(words)
    if law.catalogue.get(at.instrument):
        return at
    known = law.catalogue.recognise(at.instrument)
    if known is not None:
        return at.model_copy(update={"instrument": known.id})
    targets = [target for citation in find_citations(words, Locator(instrument="doc:")) for target in citation.targets]
    if targets and law.catalogue.get(targets[0].instrument):
        return targets[0]
    near = process.extractOne(at.instrument, [one.id for one in law.catalogue], scorer=fuzz.ratio, score_cutoff=50)
    advice = f"是不是“{near[0]}”？" if near else "propertylaw corpus list 列出已知的法源"
    raise LocatorError(f"目录和资料库都没有“{at.instrument}”", advice=advice)
