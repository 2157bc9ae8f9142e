"""Who a clause speaks of: the parties in front of the modal word, past relative clauses and adverbials."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .draft import Parties, Subject
from .lexicon import lexicon
from .mentions import Mention, Mentions

_PLACE = re.compile(
    r"(?:[（(]以下[^（）()]*[）)]|[市县区旗]*[（(][市县区旗、]+[）)]|[一二三四五六七八九十百]+[人名户]以上的?|[物房]业所在地|所在地|"
    r"不设区的|设区的|国务院|政府|直辖|县级以上|县级|市级|各级|本级|同级|上一级|上级|地方|省|市|区|县|级|人民政府|一户|受其委托的|委托的|选聘的|聘请的|授权的|有关|相关|全体|前期|"
    r"建筑区划内|物业管理区域内|物业服务区域内|小区|辖区|社区|筹备组|首次|其他|同时|或者|新|原|各|其|本|该|每|拟|由|则|年|月|和|、|的)*+"
)
_MODIFIER = re.compile(
    r"(?!的|是|为|负责|应当|由|对|向|将|把|未|不|擅自|拒)[^，。；]{0,40}(?<!内)的(?![^，。；的]*于)(?:[^，。；的]{0,4})$"
)
_ADVERBIAL = re.compile(
    r"(?:在|自(?!然人|治)|按照|按|依照|根据|依据|通过|对(?!方)|对于|经(?!营者|办|销|纪)|未经|因|凭|以|向|从(?!业)|受(?![托让益害雇]人|送达)|与|将|把|接受|为|除|于"
    r"|关于|涉及|就|给)"
)
_TAKES_OBJECT = re.compile(
    r"(?:向|对|与|给|被|委托|选聘|聘请|通知|告知|要求|配合|协助|督促|经|受|接受|按照|根据|以|将|把|为|由于|因)$"
)
_OF_OBJECT = re.compile("[将把给]")
_TURNS_TO_NEW = re.compile("(?:配合|协助|督促|指导|支持|通知|告知|选聘)新的")
"""Before a new party that somebody turns to, who does not act himself (并配合新的物业服务人做好交接)."""
_SEPARATOR = re.compile(r"等?(?:、|，?和|，?或者|或|，?以及|与|及其|及|会同|(?=$))")
_WHOSE = "的"
"""Between those whom somebody belongs to and him (主管部门的直接责任人员)."""
_STAFF = re.compile(r"(?:、[^，。；、]{2,8})*(?:的|和其他有关部门、单位的)?工作人员")
_DESCRIBED_NEXT = re.compile(r"(?<=.)[^，。；、]{1,24}的")
_UNKNOWN = ("other",)
_BRACKETS = ("（", "(")
_SHORT_FORM = re.compile(r"[（(]以下[^（）()]{1,40}[）)]|[（(][^（）()，。；、]{2,8}[）)](?=、|和|或者|以及)")
_UNNAMED = re.compile(
    r"(?:单位|企业|机构|机关|组织|团体|公司|部门|人员|人|者|员|队|方|院|委员会|协会|主体|组|团|会|法人|成员|个人|家庭)$"
)
_UNNAMED_ACTING = re.compile(
    r"(?P<who>(?:[^，。；：违未不擅拒对将在因有以为使造]|使(?=用)){0,24}?(?:单位|企业|机构|机关|组织|公司|部门|人员|场所|(?<!或)者|(?<![他本个受])人))(?:及其工作人员)?"
    r"(?=(?:未|不(?!合)|擅自|拒|违反|有(?:下列|前款|上述|本法|本条例)|将|在|以|使用|要求|委托|造成|隐瞒|伪造|与|采取|对|允许|出具|转让|出租|出借|拒绝|泄露|挪用|超越|伪造|降低|发现|没有))"
)
_DESCRIBED = re.compile(r"的(?:单位|企业|机构|机关|组织|部门|人员|人|单位(?:和|或者)个人)$")
_NO_NAME = re.compile("下列|以下(?!简称)|要求|请求|^由|[向对使将把给]")
_HOW = re.compile("(?<=[位队构业关织])(?:依法|按照|依照|根据)[^，。；]*$")
"""How a body acts, behind its name (消防队按照国家规定承担…)."""
_CHOSEN_BY = re.compile(
    r"中的$|(?:依法|共同|已经?)?(?:(?:选聘|续聘|聘请|委托|解聘)(?:、|或者|和)(?:不再)?)?(?:选聘|续聘|聘请|委托|选举|选举产生|推选|推举|指定|授权|解聘|认可)的(?:新的?|前期)?$"
)
_AND_OTHERS = re.compile(r"(?:等|和|、|或者)[^，。；、]{0,4}?(?:单位|人员|机构|组织|协会|企业|部门)")
_LONGEST_DOCUMENT_END = 4
_DOCUMENT = re.compile("[同约议书则标](?:的内容|的约定)?$")
_DOCUMENTS = re.compile("(?<=[约书则同])(?:、|和|或者|以及)(?=[^，。；]*[约书则同])")
"""What joins two documents (临时管理规约、管理规约)."""
_OFFICE = re.compile(r"(?<![的位])(?:部门|机关|局)$")
_NO_ONE = re.compile(r"(?:本人|他人|业主大会|大会|协议|会议|[金税费]|责任人)$|^单位$")
_MEMBER = re.compile(r"的?(?:成员|负责人|法定代表人|主要负责人)")
_BODY_BESIDE = re.compile(
    r"(?:或者|和|以及|、)(?:(?!其他|相关|有关)[^，。；：、的由应可不须在业]{2,10}?(?:小组|机构|工作组|人员|单位|企业|公司))"
    r"(?=$|应当|必须|可以|不得|进行|负责|提出|予以|组织|有下列|委托|违反|未|挪用|侵占|擅自|拒不|(?:或者|和)[^，。；]{2,8}机构)"
)
_WITH = ("会同", "与")
_TOGETHER = re.compile("(?:(?:按照|依照|根据)[^。；]{2,40}?，?)?共同")
_MEASURED = re.compile(r"所占|(?:成员)?不(?:少于|低于|超过)|人数|比例|的(?:比例|人数|决定|组成)|选聘(?:方案|办法)")


def clusters(text: str, mentions: Mentions, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions within a span, those joined by 、, 和, 或者 taken together."""
    known = mentions.groups.get((start, end))
    if known is None:
        known = mentions.groups[start, end] = tuple(_clusters(text, mentions, start, end))
    return known


def _clusters(text: str, mentions: Mentions, start: int, end: int) -> list[Mention]:
    found: list[Mention] = []
    for mention in mentions.all[bisect_left(mentions.starts, start) :]:
        if mention.end > end:
            break
        if found and mention.start < found[-1].end:
            continue
        if found and _CHOSEN_BY.match(text, found[-1].end, mention.start):
            chooser = found.pop()
            kept = _but_last(mentions, chooser)
            found.append(Mention(chooser.start, mention.end, tuple(sorted({*kept, *mention.parties}))))
        elif found and _joined(text[found[-1].end : mention.start]):
            last = found.pop()
            staff = mention.parties == _UNKNOWN and text.endswith("工作人员", mention.start, mention.end)
            ids = mention.parties if staff else tuple(sorted({*last.parties, *mention.parties}))
            found.append(Mention(last.start, mention.end, ids))
        else:
            found.append(mention)
        if text.startswith(_BRACKETS, found[-1].end):
            found[-1] = _with_short_form(text, found[-1])
    return found


def _but_last(mentions: Mentions, group: Mention) -> Parties:
    """The parties that a group names before its last one."""
    inside = [mention for mention in mentions.all if group.start <= mention.start and mention.end <= group.end]
    return tuple(party for mention in inside[:-1] for party in mention.parties)


def _with_short_form(text: str, mention: Mention) -> Mention:
    """The mention with the short form that is introduced behind it: （以下简称…）."""
    short = _SHORT_FORM.match(text, mention.end)
    return Mention(mention.start, short.end(), mention.parties) if short else mention


def unnamed_party(text: str, start: int, end: int) -> Subject | None:
    """A unit or person that is no known party at the start of what someone did: 经营者未…的, 使用单位有…的."""
    match = _UNNAMED_ACTING.match(text, start, end)
    return Subject(("other",), match.span("who")) if match and not _NO_ONE.search(match["who"]) else None


def unnamed_body(text: str, start: int, end: int) -> Subject | None:
    """Words that end with a unit or a body that is no known party (其设立的事务机构（以下简称…）)."""
    how = _HOW.search(text, start + 1, end)
    end = how.start() if how else end
    thing = _thing(text, start, end)
    return thing if thing.living and not _NO_NAME.search(text, start, end) else None


def is_measured(text: str, who: Subject) -> bool:
    """Whether the party is only what is counted: 业主人数应当…, 候补委员的比例不得…"""
    return who.span is not None and bool(_MEASURED.match(text, who.span[1]))


def _joined(gap: str) -> bool:
    """Whether a gap between two parties joins them; the second may be described (业主或者提供服务的物业服务人)."""
    separator = _SEPARATOR.match(gap)
    if separator is None:
        return False
    return bool(
        _PLACE.fullmatch(gap, separator.end()) or (separator[0] and _DESCRIBED_NEXT.fullmatch(gap, separator.end()))
    )


def subject(text: str, mentions: Mentions, start: int, end: int) -> Subject | None:
    """The subject of the words from `start` to `end` (where the modal word or the verb begins).

    Returns:
        None when there are no words, or only adverbials; a subject that is not living when a thing stands there.
    """
    start = _after_joins(text, start, end)
    words = text[start:end].strip()
    if not words:
        return None
    found = _head(text, clusters(text, mentions, start, end), start, end)
    if found is not None:
        return found
    if _DESCRIBED.search(words):
        return _thing(text, start, end)
    if _ADVERBIAL.match(words) or lexicon().clause["condition_start"].match(words):
        return None
    return maker(text, start, end) or _thing(text, start, end)


def _head(text: str, groups: Sequence[Mention], start: int, end: int) -> Subject | None:
    """The group that is the subject: past adverbials, and past groups that a relative clause hangs on to the next."""
    position = start
    for index, group in enumerate(groups):
        last = index + 1 == len(groups)
        following = end if last else groups[index + 1].start
        prefix, after = text[position : group.start], text[group.end : following]
        adverbial = _ADVERBIAL.match(prefix) if prefix else None
        described = prefix.endswith("的") and not adverbial and not _TURNS_TO_NEW.fullmatch(prefix)
        fits = not prefix or described or _PLACE.fullmatch(prefix)
        if fits and not last and (after == _WHOSE or _MODIFIER.fullmatch(after)):
            position = following
        elif fits:
            return _named(text, group, min(position, group.start), following)
        elif prefix.endswith("由") or (last and not after.strip() and not _is_object(prefix)):
            return _named(text, group, group.start, following)
        elif not adverbial:
            return None
        else:
            position = group.end
    return None


def _is_object(prefix: str) -> bool:
    """Whether words in front of a party make it their object (将车位出售给…)."""
    return bool(_TAKES_OBJECT.search(prefix) or _OF_OBJECT.match(prefix))


def leading_party(text: str, mentions: Mentions, start: int, end: int) -> Subject | None:
    """The party that the words begin with, if any."""
    if (start, end) not in mentions.leading:
        mentions.leading[start, end] = _leading_party(text, mentions, start, end)
    return mentions.leading[start, end]


def _leading_party(text: str, mentions: Mentions, start: int, end: int) -> Subject | None:
    start = _after_joins(text, start, end)
    found = _head(text, clusters(text, mentions, start, end), start, end) if start < end else None
    return found or maker(text, start, end)


def _after_joins(text: str, start: int, end: int) -> int:
    joins = lexicon().joins(text, start, end)
    return joins.end() if joins else start


def _named(text: str, group: Mention, start: int, end: int) -> Subject:
    who = Subject(group.parties, (start, group.end))
    if group.end == end:
        return who
    staff = _STAFF.match(text, group.end, end)
    return Subject(("other",), (start, staff.end())) if staff else with_unnamed(text, who, end)


def with_unnamed(text: str, who: Subject, end: int) -> Subject:
    """A subject with the body beside it that is no known party (物业服务企业或者自行管理执行机构)."""
    assert who.span is not None
    beside = _BODY_BESIDE.match(text, who.span[1], end)
    return Subject(tuple(sorted({*who.parties, "other"})), (who.span[0], beside.end())) if beside else who


def maker(text: str, start: int, end: int) -> Subject | None:
    """Whose duty it is that a document says so: 管理规约应当…"""
    if not _DOCUMENT.search(text, max(start, end - _LONGEST_DOCUMENT_END), end):
        return None
    beside = _DOCUMENTS.search(text, start, end)
    first = maker(text, start, beside.start()) if beside else None
    for parties, document in lexicon().makers:
        if document.match(text, beside.end() if first and beside else start, end):
            return Subject(tuple(sorted({*parties, *(first.parties if first else ())})), (start, end))
    return None


def _thing(text: str, start: int, end: int) -> Subject:
    words = text[start:end]
    words = _SHORT_FORM.sub("", words) if "以下" in words else words
    if words.endswith("等") and not words.startswith("包括"):
        living = any(map(_is_someone, words.rstrip("等").split("、")))
    else:
        living = _is_someone(words)
    office = _OFFICE.search(words) and not _ADVERBIAL.match(words)
    return Subject(("other_authority" if office else "other",), (start, end), living=living)


def _is_someone(words: str) -> bool:
    """Whether words end with a unit or a person, known or not."""
    return _UNNAMED.search(words) is not None and _NO_ONE.search(words) is None


def together_with(text: str, mentions: Mentions, start: int, end: int) -> tuple[Parties, int]:
    """Further bearers after 会同, or between 与 and 共同, and where the verb begins behind them."""
    groups = clusters(text, mentions, start, end) if text.startswith(_WITH, start) else []
    if not groups:
        return (), start
    if text.startswith("与", start):
        together = _TOGETHER.match(text, groups[0].end, end)
        return (groups[0].parties, groups[0].end) if together else ((), start)
    more = _AND_OTHERS.match(text, groups[0].end, end)
    tail = more.end() if more else groups[0].end
    return groups[0].parties, tail + (1 if text[tail : tail + 1] in "，," else 0)
