"""CNF008: another place rules the same matter the other way."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Relation, RelationKind
from propertylaw.model import Severity


@check("CNF008", "differs_between_places", Severity.INFO, subject="regulation", message="别的地方对同一件事规定不同")
def differs_between_places(regulation: Regulation) -> Iterator[Hit]:
    """两个地方的法规对同一件事规定不同，一处减轻的另一处不许减轻，或者一处允许的另一处禁止。

    各自只在本地适用，并不违法；照搬别处的做法、合同范本或者判决会出错。

    会报告：一市规定空置房减收物业费，另一市规定不得以空置为由要求减收。

    不报告：两地规定相同；一处规定减收，另一处只说不得拒付，能否减收没有写。

    怎样解决：引用时写明地方；跨地区的合同范本分别拟定。

    依据：《立法法》第八十一条。
    """
    body = regulation.body
    return differences(
        regulation, lambda one: _wanted(one) and not body.only_restates(one), Severity.INFO, "引用时写明地方，不要照搬"
    )


def _wanted(one: Relation) -> bool:
    return one.kind is RelationKind.CONFLICTS and one.by == "place"
