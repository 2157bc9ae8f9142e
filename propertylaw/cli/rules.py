"""`propertylaw rules`: list, show and check the curated law, and give an empty form for a claim."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .marks import unchecked_marked
from .options import HELP, Output, TextOrJson, deliver

if TYPE_CHECKING:
    from propertylaw.model import Claim
    from propertylaw.report.sheet import Sheet
    from propertylaw.rulebook import Rules
    from propertylaw.rulebook.checking import Fault

rules = typer.Typer(help="整理好的法律：列出、查看、检查请求权、事实、概念和规范。", no_args_is_help=True, **HELP)

Pack = Annotated[
    Path | None,
    typer.Option("--pack", metavar="目录", help="在自带规则之上另加的规则目录", show_default=False),
]


_CODE = re.compile(r"[A-Za-z]{3}\d{3}")
"""A check is named by its code."""


class Kind(StrEnum):
    """What to list."""

    CLAIMS = "claims"
    FACTS = "facts"
    CONCEPTS = "concepts"
    NORMS = "norms"
    PARTIES = "parties"
    ROUTES = "routes"
    CHAINS = "chains"
    MATTERS = "matters"
    CHECKS = "checks"


@rules.command("list")
def list_rules(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="种类或者一句话",
            help="claims、facts、concepts、norms、parties、routes、chains、matters、checks；写一句大白话（漏水）的，列出对得上的请求权",
        ),
    ] = Kind.CLAIMS,
    pack: Pack = None,
    format: Annotated[TextOrJson, typer.Option("--format", "-f", help="text 供阅读，json 供程序")] = TextOrJson.TEXT,
    output: Output = None,
) -> None:
    """列出全部请求权，或者全部事实、概念、规范、角色、途径、追偿顺序、报告事项、检查；写大白话的，找请求权。"""
    if kind == Kind.CHECKS:
        deliver(_checks(format), output)
        return
    from propertylaw.report.objects import rules_json
    from propertylaw.report.rule_pages import claims_sheet, titles_text
    from propertylaw.report.sheet import sheet_text

    book = _book(pack)
    claims = book.claims if kind == Kind.CLAIMS else {}
    if kind not in list(Kind):
        claims = _claims_in_words(kind, book)
    if claims:
        text = format is TextOrJson.TEXT
        page = unchecked_marked(lambda: sheet_text(claims_sheet(book, claims.values()))) if text else rules_json(claims)
        deliver(page, output)
    else:
        things = getattr(book, kind)
        deliver(rules_json(things) if format is TextOrJson.JSON else titles_text(things), output)


def _claims_in_words(words: str, book: "Rules") -> "dict[str, Claim]":
    """The claims that everyday words may come to, by the same index as `ask`, and those whose title has the words.

    Raises:
        CommandError: the words are no kind of rules and come to no claim.
    """
    from datetime import date

    from propertylaw.errors import CommandError
    from propertylaw.library import KnowledgeBase
    from propertylaw.library.claims_to_raise import ClaimsToRaise
    from propertylaw.library.search import Search
    from propertylaw.rulebook.yaml_file import nearest

    named = {id: claim for id, claim in book.claims.items() if words in claim.title or words in id}
    search, spoken = Search(KnowledgeBase(date.today(), "", rules=book)), not words.isascii()
    likely = ClaimsToRaise(book.claims).of(search.ask(words), search.claims(words), most=8) if spoken else ()
    found = {claim.id: claim for claim in likely} | named or _speaking_of(words, book)
    if not found:
        advice = nearest(words, list(Kind)) or "写种类，或者换一句话；不写则列出全部请求权"
        raise CommandError(f"没有对得上“{words}”的请求权，也没有这个种类", advice=advice)
    return found


def _speaking_of(words: str, book: "Rules") -> "dict[str, Claim]":
    """The claims that have the words in what is to be shown, raised or had."""

    def says(claim: "Claim") -> str:
        parts = [one.says for one in claim.elements] + [one.says for one in claim.defences]
        return "\n".join((*parts, *(one.says for one in claim.remedies)))

    return {id: claim for id, claim in book.claims.items() if words in says(claim)}


@rules.command("show")
def show_rule(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="请求权、事实、概念、途径等的 id，条文如 民法典/944，检查如 CON001",
            show_default=False,
        ),
    ],
    pack: Pack = None,
    output: Output = None,
) -> None:
    """显示一项请求权（要件、举证、抗辩、可得、时效、途径、要问的事实），或者事实、概念、规范、途径、检查等。"""
    if _CODE.fullmatch(name):
        from propertylaw.checks import page

        deliver(page(name), output)
        return
    from propertylaw.report.sheet import sheet_text

    deliver(unchecked_marked(lambda: sheet_text(_sheet(name, _book(pack)))), output)


@rules.command("form")
def empty_form(
    claims: Annotated[
        list[str],
        typer.Argument(metavar="请求权…", help="如 fees.arrears；一个纠纷里有几项的都写上", show_default=False),
    ],
    whole: Annotated[bool, typer.Option("--all", help="其余各项也连同问题一行一行写出")] = False,
    pack: Pack = None,
    output: Output = None,
) -> None:
    """给出一张空的纠纷表：只有这些请求要问的事实，问题写在注释里，少用的只列名称；几项请求共用一张。"""
    from datetime import date

    from propertylaw.errors import RuleError
    from propertylaw.report.form_page import form_text
    from propertylaw.rulebook.yaml_file import nearest

    book = _book(pack)
    for claim in claims:
        if claim not in book.claims:
            raise RuleError(
                f"没有请求权“{claim}”", advice=nearest(claim, book.claims) or "propertylaw rules list 列出全部请求权"
            )
    asked = [book.claims[claim] for claim in dict.fromkeys(claims)]
    deliver(form_text(asked, book, date.today(), whole=whole), output)


@rules.command("check")
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="目录", help="另加的规则目录；不写则检查自带规则", show_default=False)
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option("--texts", metavar="目录", help="法规文本目录，引用逐条核对到款、项", show_default=False),
    ] = None,
    format: Annotated[TextOrJson, typer.Option("--format", "-f", help="text 供阅读，json 供程序")] = TextOrJson.TEXT,
) -> None:
    """检查规则：名称、引用、循环、不可能具备的条件、没人用的事实和概念、没有例子的请求权；有问题则退出状态为 1。"""
    from propertylaw.report.objects import faults_json

    faults = _faults(folder, texts)
    if format is TextOrJson.JSON:
        deliver(faults_json(faults), None)
    else:
        deliver("\n".join(map(str, faults)) if faults else "没有发现问题。", None)
    raise typer.Exit(1 if faults else 0)


def _checks(format: TextOrJson) -> str:
    from propertylaw.checks import checks
    from propertylaw.report.objects import checks_json

    if format is TextOrJson.JSON:
        return checks_json(checks().values())
    return "\n".join(f"{one.code}　{one.slug}　{one.title}" for one in checks().values())


def _faults(folder: Path | None, texts: Path | None) -> "tuple[Fault, ...]":
    from propertylaw.errors import MissingFileError
    from propertylaw.library.texts_at_hand import TextsAtHand
    from propertylaw.rulebook import catalogue, data_folder
    from propertylaw.rulebook import rules as shipped
    from propertylaw.rulebook.checking import NoTexts, check_rules

    for given in (folder, texts):
        if given is not None and not given.is_dir():
            raise MissingFileError("没有这个目录", file=given, advice="请检查路径")
    at_hand = TextsAtHand(texts) if texts else NoTexts()
    if folder is None:
        return check_rules(data_folder("rules"), catalogue(), at_hand)
    whole = (folder / "parties.yaml").is_file()
    return check_rules(folder, catalogue(), at_hand, None if whole else shipped())


def _book(pack: Path | None) -> "Rules":
    from propertylaw.rulebook import load_rules
    from propertylaw.rulebook import rules as shipped

    return load_rules(pack, shipped()) if pack else shipped()


def _sheet(name: str, book: "Rules") -> "Sheet":
    from propertylaw.errors import RuleError
    from propertylaw.report.claim_page import claim_sheet
    from propertylaw.report.rule_pages import concept_sheet, fact_sheet, norms_at, norms_sheet
    from propertylaw.rulebook.yaml_file import nearest

    if name in book.claims:
        return claim_sheet(book.claims[name], book)
    if name in book.facts:
        return fact_sheet(book.facts[name], book)
    if name in book.concepts:
        return concept_sheet(book.concepts[name], book)
    norms = norms_at(name, book)
    if norms:
        return norms_sheet(norms, name, book)
    way = _way(name, book)
    if way is not None:
        return way
    known = [*book.claims, *book.facts, *book.concepts, *book.norms, *book.routes, *book.chains, *book.matters]
    raise RuleError(f"没有“{name}”", advice=nearest(name, known) or "propertylaw rules list 列出全部请求权")


def _way(name: str, book: "Rules") -> "Sheet | None":
    """The page of a route, a chain or a matter; None where it is none of them."""
    from propertylaw.report.ways_page import chain_sheet, matter_sheet, route_sheet

    if name in book.routes:
        return route_sheet(book.routes[name], book)
    if name in book.chains:
        return chain_sheet(book.chains[name], book)
    return matter_sheet(book.matters[name], book) if name in book.matters else None
