"""AMB010: a list of situations that does not say whether one of them is enough."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity


@check(
    "AMB010",
    "any_or_all_of_a_list",
    Severity.LOW,
    subject="regulation",
    message="没有写明列举的情形具备一个就够还是须全部具备",
)
def any_or_all_of_a_list(regulation: Regulation) -> Iterator[Hit]:
    """“有下列情形的”后面列了几项，没有“之一”，也没有“均”“同时”。

    是择一还是全部具备，读法不同结果不同；处罚、罢免、强制措施的条件尤其如此。

    会报告：有下列情形的，业主大会可以罢免委员：（一）……；（二）……。

    不报告：有下列情形之一的，业主大会可以罢免委员。

    怎样解决：写“下列情形之一”，或者写“同时具备下列情形”。
    """
    text = regulation.source.text
    for paragraph in regulation.paragraphs:
        if len(paragraph.items) < 2:
            continue
        match = pattern("{situations_that_trigger}").search(text, *paragraph.lead_span)
        if match and not pattern("{any_or_all}").search(match[0]):
            yield Hit(match.span(), advice="写“下列情形之一”，或者写“同时具备”")
