"""Votes and quorums: who has to take part or agree, and how many."""

from __future__ import annotations

import re

from .draft import Draft

_SHARE = r"(?:[^，。；]*?(?:以上|过半数|半数|三分之二|四分之三|二分之一|一致|全体))"
_VOTE = re.compile(
    rf"(?P<span>(?:参与表决|专有部分|有利害关系|全体业主|业主人数|总人数|占|[^，。；经由应当]*(?:三分之二|四分之三|过半数|半数|二分之一|一致)){_SHARE}?[^，。；]*(?:参与表决|表决通过|同意|联名|提议|出席|参加|通过))"
)
_COUNTED = re.compile("分之|半数|一致|人以上")
_HEAD = re.compile(r"^(?:应当|必须|需)?(?:由|经|以|征得)?")


def threshold(text: str, draft: Draft) -> str | None:
    """The words that state a majority or a quorum in the action or the condition of a norm."""
    for span in (draft.action, draft.condition, draft.subject.span):
        if span is None:
            continue
        words = text[slice(*span)]
        match = _VOTE.search(words) if _COUNTED.search(words) else None
        if match and _COUNTED.search(match["span"]):
            return _HEAD.sub("", match["span"])
    return None
