"""Signs of contract review that facts and `clauses.yaml` name, and what they name besides: what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from propertylaw.errors import RuleError
from propertylaw.rulebook.clause_rules import ClauseRule, clause_rules
from propertylaw.rulebook.data import data_folder
from propertylaw.rulebook.yaml_file import nearest, read_yaml

from .book import Book
from .faults import Fault, Place
from .ways import known, patterns


def unknown_in_clauses(book: Book) -> Iterator[Fault]:
    """Every name in them that leads nowhere."""
    place = Place(book.folder / "clauses.yaml")
    if place.file.is_file():
        for index, subject in enumerate(clause_rules().subjects):
            yield from known(subject.claims, book.rules.claims, "请求权", place.at("subjects", index, "claims"))
        for index, rule in enumerate(clause_rules().rules):
            yield from _rule(rule, place.at("rules", index), book)
    for fact, own in book.own("facts"):
        for index, supply in enumerate(fact.stated_in):
            if supply.sign is not None:
                yield from _sign(supply.sign, supply.only, own.at("stated_in", index))


def _rule(rule: ClauseRule, place: Place, book: Book) -> Iterator[Fault]:
    yield from _sign(rule.sign, rule.only, place)
    yield from patterns(rule.claims, place.at("claims"), book.rules)
    yield from known(rule.between, book.rules.parties, "参与方", place.at("between"))
    if rule.stands_with is not None:
        yield from known((rule.stands_with,), book.rules.facts, "事实", place.at("stands_with"))


def _sign(sign: str, only: tuple[str, ...], place: Place) -> Iterator[Fault]:
    signs = _signs()
    if sign not in signs:
        yield Fault("RULE002", f"没有这个审查问题“{sign}”", place.at("sign"), nearest(sign, signs))
        return
    yield from known(only, signs[sign], "特征", place.at("only"))


@cache
def _signs() -> Mapping[str, frozenset[str]]:
    """By issue what its signs say."""
    files = (data_folder("rules") / "contract" / "issues").glob("*.yaml")
    read: dict[str, dict[str, Any]] = {file.stem: read_yaml(file, dict[str, Any], RuleError) for file in files}
    return {name: frozenset(one.get("says", "") for one in issue.get("signs", ())) for name, issue in read.items()}
