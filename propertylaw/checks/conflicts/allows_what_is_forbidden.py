"""CNF003: what one source of higher rank forbids or demands is allowed or forgiven."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.model import Severity


@check(
    "CNF003", "allows_what_is_forbidden", Severity.MEDIUM, subject="regulation", message="与上位法的禁止或者要求相反"
)
def allows_what_is_forbidden(regulation: Regulation) -> Iterator[Hit]:
    """上位法禁止的这里允许，上位法要求的这里免除，或者反过来。

    当事人照着做仍会违反上位法；裁判时以上位法为准。

    会报告：上位法不许以没有接受服务为由拒付物业费，这里规定空置满六个月减收；这一种有争议，照实写明。

    不报告：在上位法留有余地的地方作更具体的规定。

    怎样解决：核对上位法的前提是否相同；相同的，改为与上位法一致。

    依据：《立法法》第九十九条。
    """
    yield from differences(
        regulation, lambda one: _is(one, Aspect.MODALITY), Severity.MEDIUM, "核对上位法的前提，改为与上位法一致"
    )
    yield from differences(
        regulation,
        lambda one: _is(one, Aspect.ACTION),
        Severity.MEDIUM,
        "写明减收是法定的还是可以由合同约定；上位法另有空置房收费的规定的，先与它核对",
        "这里减轻的负担，所比的上位法条文没有写可以减轻，是否抵触有争议",
    )


def _is(one: Relation, aspect: Aspect) -> bool:
    return one.kind is RelationKind.CONFLICTS and one.aspect is aspect and one.by == "rank"
