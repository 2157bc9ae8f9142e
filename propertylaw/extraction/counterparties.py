"""To whom a norm is owed or against whom it is exercised: parties that the verb of the action takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Modality

from .draft import Draft, Parties
from .parties import Mention
from .subjects import clusters, leading_party

_TAKES = re.compile(
    r"(?:向|对|与|同|给|给予|告知|通知|通告|报|报告|报送|抄送|抄告|督促|要求|协助|配合|指导|监督|支持|接受|征求|征询|听取|提请|催告|邀请|"
    r"移交|交给|交还|请求|侵害|侵犯|损害|泄露|保护|维护|满足|征得|取得|赔偿|协调|促进|更换|解聘|强制|阻挠|抗拒|骚扰|侵占|挪用|出租|"
    r"返还|退还|支付|提交|送|交|转|公布|危害|辱骂|威胁|殴打|帮助|罢免|授权|妨碍|代表和维护|会同|推动|遵守|到|组织|选聘|聘请|停止|停止向|收受|收取|索取|管理|监管|委托给|告诉|经|代|列席|确定)"
    r"(?:给|至|到|并)?$"
)
_BETWEEN = re.compile(
    r"(?:物业所在地的?|所在地的?|县（市、区）|区（市）|县（区）|区（县、市）|市、?|区县|县级以上|人民政府|其|该|相关的?|有关|每一位|全体|新一届|受影响的|"
    r"一至二名|[^，。；、与向对由]{0,8}选聘的|其?所代表的|本?(?:行政|物业(?:服务|管理)?|辖)区域?内的?|辖区内?的?|前期|新的?|原|停止)*$"
)
_POSSESSES = re.compile(
    r"(?:共有|共同所有|大会议事规则|自治|的组成|任期|届满|成立|会议|专用账户|印章|名义|代表的|委员名额|的经营活动|利益相关|(?:签订|订立|约定|同意|决定|委托)的|联席会议)|会议"
)
_PRONOUN = re.compile(
    r"(?:督促|要求|催告|通知|告知|配合|协助|接受|责令|帮助|终止|撤销|停止|向|与)(?:其(?!他)|该|对方)|^(?:依法|书面)*催[告交]|答复|为由拒绝|提起诉讼|"
    r"^(?:依法|积极|应当|予以|给予)*(?:配合|协助|支持|便利|提供便利)$|劝阻|^(?:及时)?制止|代为|^(?:优先)?出租$|^(?:随时)?解除[^，。；]*合同|对方|研究处理$|^(?:依法|重新|书面)*(?:签订|续订|订立)[^，。；与]{0,20}(?:合同|协议)$|^(?:书面)?提出申请$|^移交"
)
_TOWARDS_NOBODY = (Modality.SANCTION, Modality.CONSTITUTIVE)
_SUCCESSOR = re.compile("新一届|新的|新选|上一届")
_INJURED = re.compile(r"(?:给|造成|致使|侵害|损害)(?:其他)?$")


def counterparties(text: str, draft: Draft, mentions: Sequence[Mention]) -> Parties:
    """The counterparties of a norm, sorted, without its own bearers unless the draft already has them."""
    if draft.modality in _TOWARDS_NOBODY:
        return draft.counterparty
    own = set(draft.subject.parties)
    found = set(_objects(text, draft, mentions))
    if draft.condition is not None and draft.modality is Modality.LIABILITY:
        found.update(_injured(text, draft, mentions))
    if not found - own and _PRONOUN.search(text[slice(*draft.action)]):
        found.update(_other_side(text, draft, mentions))
    same = _SUCCESSOR.search(text, *draft.action)
    return tuple(sorted((found - (set() if same else own)) | set(draft.counterparty)))


def _objects(text: str, draft: Draft, mentions: Sequence[Mention]) -> list[str]:
    """Parties that a verb or a preposition of the action takes."""
    found: list[str] = []
    for group in clusters(text, mentions, *draft.action):
        before = _BETWEEN.sub("", text[max(draft.action[0], group.start - 24) : group.start])
        if _TAKES.search(before) and not _POSSESSES.match(text, group.end):
            found += group.parties
    return found


def _injured(text: str, draft: Draft, mentions: Sequence[Mention]) -> list[str]:
    assert draft.condition is not None
    start, end = draft.condition
    return [
        party
        for group in clusters(text, mentions, start, end)
        if _INJURED.search(text[start : group.start])
        for party in group.parties
    ]


def _other_side(text: str, draft: Draft, mentions: Sequence[Mention]) -> Parties:
    """Whom 其 or a bare verb means: the party that the condition, or else the sentence before it, speaks of."""
    own = set(draft.subject.parties)
    before = draft.sentence[0], draft.action[0]
    for span in (draft.condition, before):
        if span is None:
            continue
        party = leading_party(text, mentions, *span)
        if party is not None and not own.issuperset(party.parties):
            return party.parties
        for group in clusters(text, mentions, *span):
            if not own.issuperset(group.parties):
                return group.parties
    return ()
