"""AMB005: 其 acts, and two bodies may be meant."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.mentions import Mention
from propertylaw.extraction.parties import default_finder
from propertylaw.model import PartyId, Severity
from propertylaw.rulebook import parties


@check("AMB005", "unclear_pronoun", Severity.MEDIUM, subject="regulation", message="“其”可以指前面的不止一个主体")
def unclear_pronoun(regulation: Regulation) -> Iterator[Hit]:
    """由“其”行使权力或者履行义务，而同一句前面有两个以上的主体都说得通。

    谁来做、谁来负责要靠猜；两个主体可以互相推给对方。

    会报告：成立业主大会、选举产生业主委员会，由其决定重大事项。

    不报告：选举产生业主委员会，由其执行业主大会的决定。

    怎样解决：把“其”换成主体的名称。
    """
    text = regulation.source.text
    for match in regulation.matches(pattern("{pronoun_acts}"), "由其", "，其"):
        start = regulation.sentence_at(match.start())[0]
        named = _candidates(text[start : match.start()])
        if len(named) > 1:
            said = "、".join(parties()[id].title for id in named)
            yield Hit(match.span(), says=f"可以指{said}", advice="把“其”换成主体的名称")


def _candidates(before: str) -> tuple[PartyId, ...]:
    """The bodies named last in each of the two clauses before; several named side by side are one answer."""
    mentions = default_finder().find(before)
    known = parties()
    found: list[Mention] = []
    for mention in reversed(mentions):
        if all(id in known for id in mention.parties) and not pattern("{goes_on_naming}").match(before, mention.end):
            found.append(mention)
        if len(found) == 2:
            break
    if len(found) < 2 or len(found[0].parties) > 1 or pattern("{stop}").search(before[found[1].end : found[0].start]):
        return ()
    if set(found[0].parties) & set(found[1].parties):
        return ()  # one of those named together before
    return tuple(dict.fromkeys(id for mention in reversed(found) for id in mention.parties))
