"""A paragraph with its list becomes norms: act lists, trigger lists, penal lists, lists of other sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from propertylaw.model import Modality, Span

from .agents import agent_inside
from .clauses import marks
from .counterparties import counterparties
from .draft import NOBODY, Draft, Parties, Subject
from .item_rules import own_rule
from .lead_ins import before_content, tasks
from .mentions import Mentions
from .modality import modal
from .penal_lists import penal_list, punish_themselves
from .penalties import is_penal
from .reading import SentenceReader, only_excepts
from .sentences import Clause, Sentence, sentences, trimmed
from .subjects import leading_party

_LISTED = re.compile(r"下列|以下|如下")
_OF_ONE_ACT = re.compile(r"(?:持|凭|移交|提交|附|携带)|.*用于(?:下列|以下)")
_TELLS = re.compile("告知|报告|报送|通报|抄送|公[布示开]|通知|与[^，。；]*交接")
_DECIDES = re.compile("对(?:下列|以下)[^，。；]*(?:作出|予以)决定$")
"""What owners may decide on is in their power."""
_DEALT_WITH = re.compile("(?:下列|以下)规定(?:予以)?(?:处理|处罚)")
_CHARGE = re.compile(r"负责|应当|不得|可以|是指|不包括|由|依法|指导|监督|做好|组织")
_CONDITION = re.compile(
    r"(?P<words>未经[^，。；]{1,30}?(?:同意|授权|许可|批准|约定)(?!或者)|未经[^，。；]{1,40}(?=，)|对[^。；]{2,80}?的(?=，)|"
    r"发现[^，。；]{2,40}(?:的|行为|情形)(?=，)|属于[^，。；]{2,60}(?:的|问题|情形|范围|事项)(?=，)|[^，。；]{2,40}时(?=，)|在[^，。；]{2,40}[后前](?=，)|自[^，。；]{2,40}之日起(?=，))，?"
)
_RULES = re.compile(r"(?:下列|以下)[^，。；：]{0,6}(?:规定|规则|方法|方式|要求|标准|程序|规范|原则)")
"""What a lead-in calls items that are sentences."""
_SEVERAL = 2
_EXCEPTED = re.compile(r"，(?P<words>但是?[^。；]*除外)$")


class Layout(NamedTuple):
    """A paragraph's own words and the items it introduces, as spans of its text."""

    lead: Span
    items: tuple[Span, ...] = ()


def read_provision(
    text: str, layout: Layout, mentions: Mentions, carried: Subject = NOBODY
) -> tuple[list[Draft], Subject]:
    """The norms of a paragraph, and the subject to carry into the next one."""
    reader = SentenceReader(text, mentions, carried)
    parts = sentences(text, layout.lead)
    if not layout.items:
        return _read_on(reader, parts), reader.carried
    if not parts:  # a heading alone stands above numbered clauses (第二条 费用, 2.1 …, 2.2 …)
        return _each_read(reader, layout.items), reader.carried
    found = _read_on(reader, parts[:-1])
    found += _introduced(reader, parts[-1], layout.items)
    return found, reader.carried


def _read_on(reader: SentenceReader, said: Sequence[Sentence]) -> list[Draft]:
    """The norms of sentences one after the other; one that only excepts something belongs to the norm before it."""
    found: list[Draft] = []
    for sentence in said:
        found += reader.read(sentence)
        if found and found[-1].exception is None and only_excepts(reader.text[slice(*sentence.span)]):
            found[-1] = found[-1]._replace(exception=sentence.span)
    return found


def _introduced(reader: SentenceReader, intro: Sentence, items: tuple[Span, ...]) -> list[Draft]:
    words = reader.text[intro.span[0] : intro.span[1]]
    if is_penal(words) or (_DEALT_WITH.search(words) and punish_themselves(reader.text, items)):
        return penal_list(reader, intro, items)
    named = tasks(reader.text, reader.mentions, intro)
    if named is not None:
        reader.carried = named.subject
        return [_listed(reader, named, item, index, ()) for index, item in enumerate(items)]
    made = before_content(reader.text, intro)
    if made is not None and (drafts := reader.read(made)):
        return [*drafts, *(_listed(reader, drafts[-1], item, index, ()) for index, item in enumerate(items))]
    drafts = reader.read(intro)
    if marks("trigger_list", words):
        return _under_one_case(reader.text, drafts)
    if _self_contained(reader, items):
        return [draft for draft in drafts if not _points_at(reader.text, draft)] + _each_read(reader, items)
    place = next((n for n in reversed(range(len(drafts))) if _points_at(reader.text, drafts[n])), None)
    if place is None:
        return drafts or _each_read(reader, items)
    pattern = drafts[place]
    if _DECIDES.search(reader.text, *pattern.action) and pattern.modality is Modality.RIGHT:
        pattern = pattern._replace(modality=Modality.POWER)
    if _OF_ONE_ACT.match(reader.text[pattern.action[0] : pattern.action[1]]):
        return drafts
    owed = _owed(reader, drafts, pattern)
    rules = _RULES.search(words)
    listed: list[Draft] = []
    for index, item in enumerate(items):
        several = [_in_case_of(pattern, draft) for draft in _each_said(reader, item, index)] if rules else []
        listed += several or _with_own_rule(reader, pattern, item, index, owed)
    return [*drafts[:place], *listed, *drafts[place + 1 :]]


def _each_said(reader: SentenceReader, item: Span, index: int) -> list[Draft]:
    """The norms of an item that says several things (新建的，按照…划定；相邻的，可以…); none of any other."""
    said = sentences(reader.text, item)
    if sum(len(sentence.parts) for sentence in said) < _SEVERAL:
        return []
    carried = reader.carried
    found = [draft._replace(item=index) for sentence in said for draft in reader.read(sentence)]
    reader.carried = carried
    if len(found) < _SEVERAL:
        return []
    first = found[0]
    if first.condition is None and first.modality is Modality.CONSTITUTIVE:  # 业主的人数，按照…计算
        found[0] = first._replace(action=(trimmed(reader.text, item)[0], first.action[1]))
    return found


def _in_case_of(pattern: Draft, draft: Draft) -> Draft:
    """A norm of an item in the case that the lead-in sets for all (未作约定的，按照下列规定确定)."""
    return draft._replace(condition=draft.condition or pattern.condition)


def _with_own_rule(reader: SentenceReader, pattern: Draft, item: Span, index: int, owed: Parties) -> list[Draft]:
    """The norm of an item, and those of a rule that the item sets itself (…千分之三配置，且不得少于一百平方米)."""
    alone = [_listed(reader, pattern, item, index, owed)]
    said = sentences(reader.text, item) if not is_penal(reader.text[slice(*item)]) else ()
    act, rule = own_rule(reader.text, said[0]) if said else ((), None)
    if rule is None:
        return alone
    carried, reader.carried = reader.carried, pattern.subject._replace(stated=True)
    found = [draft for sentence in (rule, *said[1:]) for draft in reader.read(sentence)]
    reader.carried = carried
    found = [draft._replace(item=index, condition=draft.condition or pattern.condition) for draft in found]
    before = [_listed(reader, pattern, (item[0], act[-1].end), index, owed)] if act else []
    return [*before, *found] if found else alone


def _under_one_case(text: str, drafts: list[Draft]) -> list[Draft]:
    """The norms of a trigger list; what follows the case shares it (…情形之一的，甲应当…；乙应当…)."""
    first = next((n for n, one in enumerate(drafts) if one.condition and _LISTED.search(text, *one.condition)), None)
    if first is None:
        return drafts
    case = drafts[first].condition
    return drafts[:first] + [draft._replace(condition=draft.condition or case) for draft in drafts[first:]]


def _points_at(text: str, draft: Draft) -> bool:
    if _LISTED.search(text, *draft.action):
        return True
    condition = text[draft.condition[0] : draft.condition[1]] if draft.condition else ""
    span = draft.subject.span
    allots = draft.modality is Modality.CONSTITUTIVE and not condition
    if allots and (_LISTED.search(text, *draft.sentence) or text[slice(*draft.action)].endswith("包括")):
        return True
    named = bool(span and not draft.subject.living and _LISTED.search(text, *span))
    return named or bool(_LISTED.search(condition) and not condition.endswith(("的", "时")))


def _self_contained(reader: SentenceReader, items: tuple[Span, ...]) -> bool:
    """Whether the items are sentences with subjects of their own (某部门负责…)."""
    own = 0
    for start, end in items:
        head = sentences(reader.text, (start, end))
        if not head:
            continue
        clause = head[0].parts[0][0]
        party = leading_party(reader.text, reader.mentions, clause.start, clause.end)
        named = party is not None and party.span is not None and party.span[0] - clause.start < 12
        own += not named and (modal(reader.text, clause) is not None or _done_by_someone(reader, head[0]))
        if not named or party is None or party.span is None:
            continue
        own += bool(_CHARGE.match(reader.text, party.span[1])) or _has_modal(reader, head)
    return own * 2 > len(items)


def _done_by_someone(reader: SentenceReader, sentence: Sentence) -> bool:
    """Whether a sentence ends with who bears or decides its matter (专有部分的费用，由业主承担)."""
    return agent_inside(reader.text, reader.mentions, sentence.parts[0][-1]) is not None


def _has_modal(reader: SentenceReader, parts: tuple[Sentence, ...]) -> bool:
    clauses = (clause for sentence in parts for part in sentence.parts for clause in part)
    return any(modal(reader.text, clause) is not None for clause in clauses)


def _each_read(reader: SentenceReader, items: tuple[Span, ...]) -> list[Draft]:
    found: list[Draft] = []
    for index, item in enumerate(items):
        for sentence in sentences(reader.text, item):
            found += [draft._replace(item=index) for draft in _one_charge(reader.read(sentence))]
    return found


def _one_charge(drafts: Sequence[Draft]) -> list[Draft]:
    """What an item charges a body with is one norm, however many acts it lists (某部门负责…；查处…)."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if before is not None and _goes_on(before, draft):
            found[-1] = before._replace(action=(before.action[0], draft.action[1]))
        else:
            found.append(draft)
    return found


def _goes_on(before: Draft, draft: Draft) -> bool:
    """Whether a draft adds an act to the duty before it, without a subject or a case of its own."""
    same = before.modality is draft.modality is Modality.DUTY and before.subject.parties == draft.subject.parties
    named = draft.subject.stated and draft.subject.span != before.subject.span
    return same and not named and before.condition == draft.condition


def _owed(reader: SentenceReader, drafts: Sequence[Draft], pattern: Draft) -> Parties:
    """To whom the lead-in owes the items, the acts around the list included (公布下列事项，并报告街道办事处)."""
    beside = (one for one in drafts if one is not pattern and _TELLS.search(reader.text, *one.action))
    same = [pattern, *(one for one in beside if one.subject.parties == pattern.subject.parties)]
    found = {party for draft in same for party in counterparties(reader.text, draft, reader.mentions)}
    return tuple(sorted(found))


def _listed(reader: SentenceReader, pattern: Draft, item: Span, index: int, owed: Parties) -> Draft:
    start, end = trimmed(reader.text, item)
    condition, start = _own_condition(reader.text, (start, end))
    excepted = _EXCEPTED.search(reader.text, start, end)
    end = excepted.start() if excepted else end
    condition = condition or pattern.condition
    modality = pattern.modality
    own = modal(reader.text, Clause(start, end, ""))
    if own is not None and own.start == start and own.modality is not modality:
        modality, start = own.modality, own.end
    return pattern._replace(
        modality=modality,
        action=(start, end),
        item=index,
        condition=condition,
        exception=excepted.span("words") if excepted else pattern.exception,
        sentence=(start, end),
        cites_from=(*pattern.cites_from, pattern.action),
        counterparty=owed,
    )


def _own_condition(text: str, item: Span) -> tuple[Span | None, int]:
    """未经…同意, or …时，at the start of an item is its condition; with it, where the act begins."""
    start, end = item
    match = _CONDITION.match(text, start, end)
    if match is None or match.end() + 1 >= end or text.startswith("或者", match.end()):
        return None, start
    return (start, match.end("words")), match.end()
