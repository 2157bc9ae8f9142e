"""Who imposes a sanction, and with which words: 由…责令, 某部门责令, 某部门，应当责令."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from propertylaw.rulebook import parties

from .clauses import words_of
from .draft import Parties
from .modality import is_public
from .sentences import Clause
from .subjects import clusters, leading_party

if TYPE_CHECKING:
    from .reading import SentenceReader

IMPOSING = re.compile(
    r"(?:依法)?(?:可以|应当)?(?:予以|给予|责令|并?处以?(?=[^理分]{0,24}(?:罚款|拘留|元|倍|百分))|并处|没收|收回|依法(?:处理|查处)$|追究|移送|吊销|记入|通报|撤销|"
    r"公告|通告|(?:按照|依照|依据|根据)(?!各自|职责)[^，。；]{2,40}处|承担|赔偿|暂停|取消|追回|加收|降低|纳入|列入|计入|代为|从重处罚|(?<!组织)强制拆除(?!等)|(?:处分|处罚)$|取缔|终身|"
    r"从其规定|适用其规定|(?:按照|依照)[^，。；]{1,20}(?:执行|法规处理))"
)
IMPOSED = re.compile(
    r"罚款|没收|收回[^，。；]{0,6}所得|(?:给予|予以|依法)[^，。；]{0,8}处分|处分$|刑事责任|追究[^，。；]{0,8}责任$|吊销|拘留|(?:记入|计入|列入|纳入)[^，。；]{0,10}(?:信用|失信)|"
    r"警告|责令|处罚$|处罚[，；]|通报|通告|从其规定|适用其规定|规定执行|按照本(?:条例|办法|规定)执行|予以取缔|依法追回|不予注册|^(?:依法)?移送[^，。；]*(?:机关|部门)|^并?可以暂停|(?<!组织)强制拆除(?!等)|滞纳金$|(?:下列|以下)规定(?:予以)?(?:处理|处罚)|(?:按照|依照)[^，。；]*法规处理$"
)
_OFFICE = re.compile("(?:部门|机关|局)$")
_BY = re.compile("由")
_AGAINST = re.compile("对")
_ORDERS_SOMEONE = re.compile("责令")


def with_authority(reader: SentenceReader, part: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses; an authority set off by a comma from what it imposes is one with it (某部门，应当责令…)."""
    for place, (before, clause) in enumerate(pairwise(part)):
        party = leading_party(reader.text, reader.mentions, before.start, before.end)
        if party is None or party.span is None or party.span[1] != before.end or not is_public(party):
            continue
        if IMPOSED.search(words_of(reader.text, clause)):
            return (*part[:place], Clause(before.start, clause.end, clause.stop), *part[place + 2 :])
    return part


def authority(reader: SentenceReader, clause: Clause) -> tuple[Parties, int]:
    """Who imposes it (由…责令, or the subject), and where the verb begins."""
    by = _BY.search(reader.text, clause.start, clause.end)
    if by is None or _ORDERS_SOMEONE.search(reader.text, clause.start, by.start()):
        return _authority_as_subject(reader, clause)
    verb = IMPOSING.search(reader.text, by.end(), clause.end)
    against = _AGAINST.search(reader.text, by.end(), verb.start() if verb else clause.end)
    stop = against.start() if against else verb.start() if verb else clause.end
    groups = clusters(reader.text, reader.mentions, by.end(), stop)
    if not groups:
        office = _OFFICE.search(reader.text, by.end(), stop)
        return ("other_authority" if office else "other",), by.end()
    return tuple(sorted({party for group in groups for party in group.parties})), groups[-1].end


def _authority_as_subject(reader: SentenceReader, clause: Clause) -> tuple[Parties, int]:
    """某部门责令限期改正: a public body in front of the verb."""
    party = leading_party(reader.text, reader.mentions, clause.start, clause.end)
    known = parties()
    if party is None or party.span is None or any(known[id].nature != "public" for id in party.parties if id in known):
        return (), clause.start
    return party.parties, party.span[1]
