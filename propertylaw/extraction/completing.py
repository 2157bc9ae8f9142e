"""Whether a clause behind an act only completes it (…，并用于…) or is a further act."""

from __future__ import annotations

import re

from propertylaw.model import Modality

from .clauses import marks
from .draft import Draft
from .sentences import Clause
from .state import Part
from .subjects import clusters, leading_party

ALTERNATIVE = re.compile(r"(?:以及|或者(?!将)|及(?!时)|和(?!解|谐))")
_SHORT_ACT = re.compile("(?:予以|依法|及时|同时|进行|公开|书面)+(?:公[示告布开]|通报|备案|处理|答复|告知|报告|说明)")
_ANSWERS_TO = re.compile("(?:对其负责|对业主大会负责|受其监督|接受其监督|接受其指导|接受(?:社会)?监督)")
"""Short acts that are duties of their own."""
_SPENT = ("用于", "直接用于", "主要用于")
_GATHERS = re.compile("(?:定期|及时|依法|统一)*(?:组织|召集|会同)(?!召开|成立|选举)")
_MEASURES = re.compile("采取(?:有效|必要)?的?措施")
"""Says no more than that something is done; the next act says what."""
_TOLD = re.compile("(?:及时|立即)?(?:向|报告|告知|通知)")
_PROMISES = re.compile("(?:书面)?(?:承诺|声明)")
_HARMS = re.compile("(?:严重)?(?:损害|侵害|影响|妨碍|危害|降低)")
"""What a forbidden act leads to (不得擅自占用道路，损害业主的共同利益)."""
_MEETS = re.compile("(?:及时|按时|依法)?(?:组织)?召开[^，。；]*(?:大会|会议)")
_RESOLVES = re.compile("(?:依法)?(?:作出|讨论|表决)")
_ALSO = re.compile("(?:并且?)?同时明确")
"""Joins an act that would else only complete the one before (予以注明，同时明确比例)."""
_LONGEST_LINK = 3
_LONGEST_PLACE = 8
"""Between a verb and the owners it has act, where they are (指导老旧小区业主)."""
_MORE_PARTIES = re.compile(r"(?:(?:以及|和|、|等)[^，。；]{0,8}(?:单位|部门|企业|组织|人员))?")
SHORTEST_ACT = 5
_PROMOTES = re.compile("建立|完善|加强|推动|推进|接受")
_IN_COLLUSION = re.compile("(?:恶意|相互|互相)?串通")
_ASSEMBLY = ("owners_assembly",)
"""Whose election is an act of its own; others only bring it about (组织业主开会，选举产生业主委员会)."""
_HAS_THEM_ACT = re.compile("(?:及时|依法|(?:按照|依照)[^，。；]*，)*(?:组织|指导|引导|帮助|协助|督促|推动|、|和)+")
_THEY_GO_ON = re.compile("筹备|实施物业|实行|选举产生|自行|成立")
"""What those go on to do whom one has act (指导业主成立筹备组，筹备召开…; 推动业主成立业主大会，实行自治)."""
_FOUND = re.compile("[^，。；]{0,6}(?:成立|组建|召开|制定|修订|选举)")
_NOTED = re.compile("载明|注明|写明|列明|标明|明确|包括")
_PARTICULARS = re.compile("(?:载|注|写|列|标)明")
_MORE_TO_NOTE = re.compile("(?:不得|应当|可以|禁止|需要)[^，。；]{1,16}的[^，。；]+")
"""A thing that has to be noted beside others, by what holds for it (注明结构图，不得移装的共用设备)."""
_MORE_NAMES = re.compile("(?!并|且|由)[^，。；]*、[^，。；]*(?:和|、)[^，。；、]{2,8}")
"""Further particulars that have to be noted (载明大会名称，委员会名称、任期和地址)."""
_HOW_THINGS_STAND = re.compile("且[^，。；]*(?:未|没有|无)(?!法|偿|需|须)[^，。；]{3,}")
"""A further condition that somebody has to meet (应当热心公益，且本人未在物业服务企业任职)."""
AS_WHAT = "作为"
"""In which role somebody acts; behind what another does to it, it is what was spoken of that acts (由甲成立，作为…)."""


def _same_act(part: Part, active: Draft, start: int) -> bool:
    """Whether an act repeats the verb before it (建立…，建立…), says what those gathered do
    (组织…，推进…) or what the collusion is about (恶意串通，隐瞒…)."""
    begin, end = active.action
    if _IN_COLLUSION.match(part.text, begin) or _PROMISES.match(part.text, begin):
        return True
    if _MEASURES.fullmatch(part.text, begin, end) and not _TOLD.match(part.text, start):
        return True
    if _THEY_GO_ON.match(part.text, start) and _has_owners_act(part, begin, end):
        return True
    if _MEETS.fullmatch(part.text, begin, end) and _RESOLVES.match(part.text, start):
        return True
    verb = _PROMOTES.match(part.text, begin)
    if verb is not None and part.text.startswith(verb[0], start):
        return True
    gathers = _GATHERS.match(part.text, begin, end)
    return gathers is not None and _names_only_parties(part, gathers.end(), end)


def _has_owners_act(part: Part, start: int, end: int) -> bool:
    """Whether an act is to have the owners found, call or adopt something."""
    verb = _HAS_THEM_ACT.match(part.text, start, end)
    if verb is None:
        return False
    groups = clusters(part.text, part.mentions, verb.end(), end)
    if not groups or groups[0].parties != ("owner",) or groups[0].start - verb.end() > _LONGEST_PLACE:
        return False
    return _FOUND.match(part.text, groups[0].end, end) is not None


def _names_only_parties(part: Part, start: int, end: int) -> bool:
    groups = clusters(part.text, part.mentions, start, end)
    for group in groups:
        if group.start - start > _LONGEST_LINK:
            return False
        start = group.end
    return bool(groups) and _MORE_PARTIES.fullmatch(part.text, start, end) is not None


def belongs_to(part: Part, active: Draft, clause: Clause, start: int) -> bool:
    """Whether a clause only completes the action before it."""
    if part.text.startswith(_SPENT, active.action[0]) or ALTERNATIVE.match(part.text, clause.start, clause.end):
        return True
    if _NOTED.match(part.text, *active.action) and _MORE_TO_NOTE.match(part.text, clause.start, clause.end):
        return True
    if _PARTICULARS.match(part.text, *active.action) and _MORE_NAMES.fullmatch(part.text, clause.start, clause.end):
        return True
    if _HOW_THINGS_STAND.fullmatch(part.text, clause.start, clause.end):
        return True
    annexed = part.text.startswith(AS_WHAT, start) and part.text.startswith("并", clause.start)
    if annexed:
        return False
    resolves = active.modality is Modality.DUTY and active.subject.parties == _ASSEMBLY
    elects = resolves and part.text.startswith("选举产生", start)
    if active.modality is Modality.PROHIBITION and start == clause.start and _HARMS.match(part.text, start):
        return True
    apart = elects or _ALSO.match(part.text, clause.start) is not None
    if (marks("result", part.text[start : clause.end]) and not apart) or _same_act(part, active, start):
        return True
    if _ANSWERS_TO.fullmatch(part.text, start, clause.end):
        return False
    length, before = clause.end - start, active.action[1] - active.action[0]
    if start > clause.start and _SHORT_ACT.fullmatch(part.text, start, clause.end):
        return False
    if length < SHORTEST_ACT or (length == SHORTEST_ACT and before <= SHORTEST_ACT):
        return True
    who = leading_party(part.text, part.mentions, start, clause.end)
    if who is None or who.span is None or who.span[0] != start:
        return False
    return clause.end - who.span[1] < 2 or _lists_parties(part, active, who.span[1])


def _lists_parties(part: Part, active: Draft, behind: int) -> bool:
    """Whether a clause goes on with the parties that the act ends with (接受甲，乙的监督)."""
    groups = clusters(part.text, part.mentions, *active.action)
    return bool(groups) and groups[-1].end == active.action[1] and part.text.startswith("的", behind)
