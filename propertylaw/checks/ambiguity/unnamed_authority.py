"""AMB002: a task or a sanction is given to an authority that is not named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Modality, Norm, Rank, Severity

_UNNAMED = ("generic_authority",)
_GENERAL = (Rank.STATUTE, Rank.INTERPRETATION, Rank.ADMINISTRATIVE_REGULATION)
"""Which name bodies in general for the whole country, and leave it to lower law whose they are."""
_FEW = 2
"""Bodies that a sanction may name; more of them together tell nobody whose it is."""
_LISTED = 5
"""Things that an article forbids to owners, from which on it tells what the authorities are to deal with."""
_OWNERS = frozenset(["owner", "property_user", "anyone"])
_TASKS = (Modality.DUTY, Modality.POWER)


@check("AMB002", "unnamed_authority", Severity.MEDIUM, subject="regulation", message="没有写明是哪个机关")
def unnamed_authority(regulation: Regulation) -> Iterator[Hit]:
    """职责或者处罚权交给“有关部门”，从文中看不出是谁。

    没有写明机关的职责容易无人承担，处罚也会因主体不明被质疑。

    会报告：有关部门应当对举报事项进行查处。

    不报告：住房城乡建设主管部门应当对举报事项进行查处。

    不报告：其他有关部门在各自职责范围内做好工作。

    不报告：另有一条列出各部门并写明按照职责处理，或者按部门写明了职责，或者法律责任已写明各项行为由哪个部门处罚。

    怎样解决：写明部门名称，或者写明由哪一级人民政府确定。
    """
    text = regulation.source.text
    if regulation.rank in _GENERAL or pattern("{office_defined}").search(text):
        return
    listed = pattern("{offices_at_their_tasks}").search(text)
    if listed or regulation.divides_tasks or _punishers_are_named(regulation):
        return
    seen = set()
    for norm in regulation.norms:
        if norm.text_span is None or not _is_unnamed(norm):
            continue
        match = pattern("{unnamed_office}").search(text, *norm.text_span)
        if match is None or _is_told_before(regulation, match):
            continue
        if not pattern("{handles_cases}").search(norm.action) or pattern("{own_tasks}").search(text, *norm.text_span):
            continue
        if match.span() not in seen:
            seen.add(match.span())
            yield Hit(match.span(), says=f"“{match[0]}”", advice="写明部门，或者由人民政府确定并公布")


def _is_told_before(regulation: Regulation, match: re.Match[str]) -> bool:
    """Whether the article lists the bodies before, puts a superior beside them, or says who settles whose it is."""
    article = regulation.article_at(match.start())
    span = article.text_span if article else match.span()
    listed = pattern("{offices_listed}").search(regulation.source.text, span[0], match.start())
    return bool(listed or pattern("{offices_settled}").search(regulation.source.text, *span))


def _punishers_are_named(regulation: Regulation) -> bool:
    """Whether the sanctions say for most of what an article forbids to owners who punishes it."""
    cited = [
        target
        for norm in regulation.norms
        if norm.modality is Modality.SANCTION and norm.authority != _UNNAMED and len(norm.authority) <= _FEW
        for citation in norm.cites
        for target in citation.targets
        if norm.authority and target.instrument == norm.locator.instrument
    ]
    for article in regulation.outline.articles:
        norms = regulation.norms_of(article)
        bans = [one for one in norms if one.modality is Modality.PROHIBITION and _OWNERS & set(one.bearer)]
        met = [ban for ban in bans if any(target.contains(ban.locator) for target in cited)]
        if len(bans) >= _LISTED and 2 * len(met) >= len(bans):
            return True
    return False


def _is_unnamed(norm: Norm) -> bool:
    if norm.modality in _TASKS:
        return norm.bearer == _UNNAMED
    return norm.modality is Modality.SANCTION and norm.authority == _UNNAMED
