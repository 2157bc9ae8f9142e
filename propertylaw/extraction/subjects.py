"""Who a clause speaks of: the parties in front of the modal word, past relative clauses and adverbials."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .draft import Parties, Subject
from .lexicon import lexicon
from .parties import Mention

_PLACE = re.compile(
    r"(?:[物房]业所在地|所在地|市|区|县|设区的|县（市、区）|区县|区、县|市、县|市、区县|区（市）|县（区）|区（县、市）|区、县（市）|有关|相关|各|其|本|新|县级以上|市级|各级|县级|本级|该|每|全体|"
    r"前期|原|社区|委托的|选聘的|聘请的|授权的|市、|和|、|或者|的|级|省|上级|上一级|新的|其他|建筑区划内|小区|辖区|物业管理区域内|物业服务区域内|由|年|月|同时|则|的其他|地方|同级|拟|筹备组|首次|不设区的)*"
)
_MODIFIER = re.compile(r"[^，。；]{0,40}的(?:[^，。；的]{0,4})$")
_ADVERBIAL = re.compile(r"(?:在|自|按照|按|依照|根据|依据|通过|对|对于|经|未经|因|凭|以|向|从|受|与|将|把|接受|为|除|于|关于|涉及|就|给)")
_TAKES_OBJECT = re.compile(r"(?:向|对|与|给|被|委托|选聘|聘请|通知|告知|要求|配合|协助|督促|经|受|接受|按照|根据|以|将|把|为|由于|因)$")
_STAFF = re.compile(r"(?:、[^，。；、]{2,8})*(?:的|和其他有关部门、单位的)?工作人员")
_MEASURED = re.compile(r"所占|人数|比例|的(?:比例|人数|任期|决定|组成)|任期|议事规则")


def clusters(text: str, mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions within a span, those joined by 、, 和, 或者 taken together."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    found: list[Mention] = []
    for mention in mentions[first:]:
        if mention.end > end:
            break
        if found and _joined(text[found[-1].end : mention.start]):
            last = found.pop()
            ids = tuple(sorted({*last.parties, *mention.parties}))
            found.append(Mention(last.start, mention.end, ids))
        else:
            found.append(mention)
    return found


def _joined(gap: str) -> bool:
    separator = re.match(r"(?:等)?(?=及其委员|及其成员|$)|(?:等)?(?:、|，?和|，?或者|或|，?以及|与|及其|及|会同)", gap)
    return bool(separator) and bool(_PLACE.fullmatch(gap, separator.end()))


def subject(text: str, mentions: Sequence[Mention], start: int, end: int) -> Subject | None:
    """The subject of the words from `start` to `end` (where the modal word or the verb begins).

    Returns:
        None when there are no words, or only adverbials; a subject that is not living when a thing stands there.
    """
    start = _after_joins(text, start, end)
    words = text[start:end].strip()
    if not words:
        return None
    groups = clusters(text, mentions, start, end)
    position = start
    for index, group in enumerate(groups):
        prefix = text[position : group.start]
        following = groups[index + 1].start if index + 1 < len(groups) else end
        after = text[group.end : following]
        last = index + 1 == len(groups)
        adverbial = _ADVERBIAL.match(prefix)
        if _PLACE.fullmatch(prefix) or (prefix.endswith("的") and not adverbial):
            if not last and _MODIFIER.fullmatch(after):
                position = following
                continue
            if _MEASURED.match(after):
                return _thing(text, start, end)
            return _named(text, group, min(position, group.start), following)
        if prefix.endswith("由") or (last and not after.strip() and not _TAKES_OBJECT.search(prefix)):
            return _named(text, group, group.start, following)
        if not adverbial:
            break
        position = group.end
    if _ADVERBIAL.match(words) or lexicon().clause["condition_start"].match(words):
        return None
    return _thing(text, start, end)


def leading_party(text: str, mentions: Sequence[Mention], start: int, end: int) -> Subject | None:
    """The party that the words begin with, if any."""
    found = subject(text, mentions, start, end)
    return found if found is not None and found.living else None


def _after_joins(text: str, start: int, end: int) -> int:
    joins = lexicon().clause["join"].match(text[start:end])
    return start + joins.end() if joins else start


def _named(text: str, group: Mention, start: int, end: int) -> Subject:
    staff = _STAFF.match(text, group.end, end)
    if staff:
        return Subject(("other",), (start, staff.end()))
    return Subject(group.parties, (start, group.end))


def _thing(text: str, start: int, end: int) -> Subject:
    words = text[start:end]
    for document in lexicon().documents:
        if re.search(f"(?:{document.text})(?:的内容|的约定)?$", words):
            return Subject(document.parties, (start, end))
    return Subject(("other",), (start, end), living=False)


def together_with(text: str, mentions: Sequence[Mention], start: int, end: int) -> tuple[Parties, int]:
    """Further bearers after 会同, and where the verb begins behind them."""
    match = re.compile(r"会同").match(text, start, end)
    if match is None:
        return (), start
    groups = clusters(text, mentions, match.end(), end)
    if not groups:
        return (), start
    tail = groups[0].end
    return groups[0].parties, tail + (1 if text[tail : tail + 1] in "，," else 0)
