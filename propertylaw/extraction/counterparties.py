"""To whom a norm is owed or against whom it is exercised: parties that the verb of the action takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .draft import Draft, Parties
from .parties import Mention
from .subjects import clusters

_TAKES = re.compile(
    r"(?:向|对|与|同|给|给予|告知|通知|通告|报|报告|报送|抄送|抄告|督促|要求|协助|配合|指导|监督|支持|接受|征求|征询|听取|委托|提请|催告|邀请|交还给|移交|移交给|交给|"
    r"请求|侵害|侵犯|损害|泄露|保护|维护|满足|征得|取得|赔偿|造成|协调|促进|推荐|聘请|选聘|更换|解聘|强制|阻挠|骚扰|组织|鼓励|返还|退还给|退还|支付|提供给|提交|公布|危害|辱骂|威胁|殴打|帮助|教育|引导|责令|罢免|授权|影响|限制|妨碍|代表|代理|书面|会同|推选|选举产生|收取|为|由)"
    r"(?:[^，。；、]{0,12}(?:的|所在地|市、区））)?|和|、)$"
)
_NOT_AFTER = re.compile(r"(?:共有|共同所有|大会议事规则|自治|的组成|任期|届满|成立|会议|专用账户|印章|名义|代表的)")


def counterparties(text: str, draft: Draft, mentions: Sequence[Mention]) -> Parties:
    """The counterparties of a norm, sorted; its bearers only where named again."""
    found: set[str] = set()
    for group in clusters(text, mentions, *draft.action):
        before = text[max(draft.action[0], group.start - 24) : group.start]
        if group.start == draft.subject.span[0] if draft.subject.span else False:
            continue
        if _TAKES.search(before) and not _NOT_AFTER.match(text, group.end):
            found.update(group.parties)
    return tuple(sorted(found - set(draft.subject.parties)))
