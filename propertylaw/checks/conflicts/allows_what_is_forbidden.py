"""CNF003: what one source of higher rank forbids or demands is allowed or forgiven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from propertylaw.checks.differences import differences
from propertylaw.checks.made_under import texts_above
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.model import Locator, Norm, Severity
from propertylaw.rulebook import topics
from propertylaw.structure import cite

_GUIDE_PRICE = "政府指导价"


@check(
    "CNF003", "allows_what_is_forbidden", Severity.MEDIUM, subject="regulation", message="与上位法的禁止或者要求相反"
)
def allows_what_is_forbidden(regulation: Regulation) -> Iterator[Hit]:
    """上位法禁止的这里允许，上位法要求的这里免除，或者反过来。

    当事人照着做仍会违反上位法；裁判时以上位法为准。

    会报告：上位法不许以没有接受服务为由拒付物业费，这里规定空置满六个月减收；这一种有争议，照实写明；
    上位法对空置另有规定的，与那一条相比。

    不报告：在上位法留有余地的地方作更具体的规定。

    怎样解决：核对上位法的前提是否相同；相同的，改为与上位法一致。

    依据：《立法法》第九十九条。
    """
    yield from differences(
        regulation, lambda one: _is(one, Aspect.MODALITY), Severity.MEDIUM, "核对上位法的前提，改为与上位法一致"
    )
    lessened = differences(
        regulation,
        lambda one: _is(one, Aspect.ACTION),
        Severity.MEDIUM,
        "写明减收是法定的还是可以由合同约定",
        "这里减轻的负担，所比的上位法条文没有写可以减轻，是否抵触有争议",
    )
    yield from (_beside_its_own_rule(regulation, hit) for hit in lessened)


def _beside_its_own_rule(regulation: Regulation, hit: Hit) -> Hit:
    """The finding with the rule on that very case of a text above, where there is one: with that it is compared."""
    here = {topic for norm in regulation.norms if norm.text_span == hit.span for topic in norm.topics}
    narrow = {topic for topic in here if topics()[topic].within}
    above = (norm for _, outline in texts_above(regulation) for norm in regulation.body.norms_of(outline))
    own = next((norm for norm in above if narrow.intersection(norm.topics) and norm.locator not in hit.related), None)
    if own is None:
        return hit
    guide = _guide_price(regulation, hit)
    priced = f"；这里所指的政府指导价怎样制定，见{_cited(guide.locator)}" if guide else ""
    places = tuple(dict.fromkeys((own.locator, *hit.related, *([guide.locator] if guide else []))))
    return replace(
        hit,
        message="上位法对这种情形另有规定，这里减轻负担能否代替它有争议",
        says=f"{_cited(own.locator)}就这种情形写的是“{own.action}”{priced}。{hit.says}",
        advice="先与上位法的这一条核对，再写明减收是法定的还是可以由合同约定",
        related=places,
        basis=(own.locator, *hit.basis),
    )


def _guide_price(regulation: Regulation, hit: Hit) -> Norm | None:
    """The norm above that has the guide price made at which a sentence points."""
    start, end = hit.span or (0, 0)
    if _GUIDE_PRICE not in regulation.source.text[start:end]:
        return None
    above = (norm for _, outline in texts_above(regulation) for norm in regulation.body.norms_of(outline))
    return next((norm for norm in above if _GUIDE_PRICE in (norm.condition or "") and "基准价" in norm.action), None)


def _cited(place: Locator) -> str:
    return cite(place, place.instrument.removeprefix("doc:"))


def _is(one: Relation, aspect: Aspect) -> bool:
    return one.kind is RelationKind.CONFLICTS and one.aspect is aspect and one.by == "rank"
