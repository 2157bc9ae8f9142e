"""CNF006: fewer persons or cases fall under a norm than under the one of higher rank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.model import Locator, Severity
from propertylaw.structure import cite


@check("CNF006", "narrower_than_higher_law", Severity.LOW, subject="regulation", message="适用的人或者情形比上位法窄")
def narrower_than_higher_law(regulation: Regulation) -> Iterator[Hit]:
    """所用的名称或者条件比上位法窄，上位法包括的人或者情形这里没有包括。

    没有写进来的人或者情形，会被误以为不适用。

    会报告：全文只写“物业服务企业”，而《民法典》第九百三十七条的“物业服务人”还包括其他管理人；报告在约束它的第一处，
    另写明它最先在哪一条出现、哪一条的定义用到它。

    不报告：条文使用与上位法相同的名称。

    怎样解决：全文改用上位法的名称，或者写明其他人参照适用。

    依据：《立法法》第九十九条。
    """
    yield from differences(
        regulation,
        _by_condition,
        Severity.LOW,
        "把上位法所列的人补进条件；只对这些人适用的，写明其余的人怎么办",
        "条件里的人比上位法少，没写进来的人能否适用会有争议",
    )
    yield from _names(regulation)


def _by_condition(one: Relation) -> bool:
    return one.kind is RelationKind.CONFLICTS and one.by == "rank" and one.aspect is Aspect.CONDITION


def _names(regulation: Regulation) -> Iterator[Hit]:
    """Names that are narrower throughout, told at the first norm that binds whom they call."""
    text = regulation.source.text
    named = {one.lower.text_span: str(one.lower_value) for one in regulation.relations if _by_name(one, text)}
    found = differences(
        regulation,
        lambda one: _by_name(one, text),
        Severity.LOW,
        "全文逐处改用上位法的名称，或者在附则写明其他人参照适用",
        "所用的名称比上位法窄",
    )
    for hit in found:
        before = _before(regulation, named[hit.span], hit.span[0] if hit.span else 0)
        said = "，".join(words.format(cite(place)) for words, place in before.items())
        places = (*hit.related, *dict.fromkeys(before.values()))
        yield replace(hit, says="；".join(filter(None, (hit.says, said))), related=places)


def _before(regulation: Regulation, name: str, end: int) -> Mapping[str, Locator]:
    """Where a name stands first of all, and in which definition, each with what to say of the place."""
    text = regulation.source.text
    every = [match.start() for match in regulation.matches(re.compile(re.escape(name))) if match.start() < end]
    defined = [at for at in every if pattern("{defines_here}").search(text, regulation.sentence_at(at)[0], at)]
    found = {"这个名称最先见于{}": every, "{}的定义也用它": defined}
    places = {words: regulation.locator_at(starts[0]) for words, starts in found.items() if starts}
    return {words: place for words, place in places.items() if place is not None}


def _by_name(one: Relation, text: str) -> bool:
    """Whether the text knows only the narrower name, and none of the others that the wider one takes in."""
    names = one.lower_value, one.higher_value
    by_name = one.kind is RelationKind.CONFLICTS and one.by == "rank" and one.aspect is Aspect.BEARER
    if not by_name or not isinstance(names[0], str):
        return False
    others = pattern("{side_by_side}").split(one.higher.action.removeprefix("包括"))
    return not any(_speaks_of(name, text) for name in (str(names[1]), *others) if name and name != names[0])


def _speaks_of(name: str, text: str) -> bool:
    """Whether a text has the name, and not only a longer one that begins like it (其他管理人员 are staff)."""
    return re.search(f"{re.escape(name)}(?!员)", text) is not None
