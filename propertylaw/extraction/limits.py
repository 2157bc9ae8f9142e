"""What a limit is in a contract: who promises 不少于 (or 不低于) a number owes at least so much."""

from __future__ import annotations

import re

from propertylaw.model import DocumentKind, Modality

from .draft import Draft

_LEAST = re.compile("不(?:低于|少于|小于)")
_BANNED = re.compile(r"(?:不得|严禁|禁止|不准|不允许|不应当|不可以|无权)[^，。；：]*$")
_CLAUSE = re.compile(r"[^，。；：]*$")


def modality_in(kind: DocumentKind, text: str, draft: Draft) -> Modality:
    """The modality of a draft in this kind of document.

    A regulation bans what falls short of its limit; in a contract 巡逻不少于四次 is a service that is owed.
    """
    if kind != "contract" or draft.modality is not Modality.PROHIBITION:
        return draft.modality
    limit = _LEAST.search(text, *draft.action)
    if limit is None:
        return draft.modality
    clause = _CLAUSE.search(text, draft.sentence[0], limit.start())
    banned = clause is not None and _BANNED.search(clause[0]) is not None
    return draft.modality if banned else Modality.DUTY
