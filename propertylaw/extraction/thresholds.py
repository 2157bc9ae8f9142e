"""Votes and quorums: who has to take part or agree, and how many."""

from __future__ import annotations

import re

from propertylaw.model import Span

from .draft import Draft
from .looks import somewhere

_NUMERAL = "[零一二三四五六七八九十百两0-9０-９]+"
_SHARE = re.compile(
    rf"(?:{_NUMERAL}|百)分之{_NUMERAL}|{_NUMERAL}[/／]{_NUMERAL}|{_NUMERAL}[%％]|过半数|半数|(?:全体|一致)(?=[^，。；]{{0,8}}(?:同意|通过))|"
    rf"{_NUMERAL}[人名户]以上"
)
has_share = somewhere("分之|[%％/／]|半数|全体|一致|以上")
"""Whether a paragraph, or a stretch of it, may state a majority or a quorum at all."""
_HEADS = ("人以上", "名以上", "户以上")
_VOTE = re.compile(
    r"(?:一致|签字|书面|联名|投票|表决|审议)*(?:同意|参与表决|参加表决|通过|出席|参加|到会|联名|提议|推荐|附议|赞成|签名)"
)
_ASKED = re.compile(
    r"(?:应当|必须|须|需)?(?:经(?![营常济费办])|由(?!于)|征[得求]|取得|获得|(?<!专)有(?!利害|表决|关|效))|应当|必须|须"
)
_MAY = re.compile("可以|有权|应当|不得")
_STOPS = "，。；：\n"


def threshold(text: str, draft: Draft) -> str | None:
    """The words that state a majority or a quorum in a norm: in its action or before it, its condition, or who acts."""
    start, end = draft.action
    while start > draft.sentence[0] and text[start - 1] not in _STOPS:
        start -= 1
    for span in ((start, end), draft.condition, _of_subject(text, draft)):
        found = _vote(text, span) if span is not None else None
        if found is not None:
            return text[slice(*found)]
    return None


def _of_subject(text: str, draft: Draft) -> Span | None:
    """The clause that names the subject, in the same sentence."""
    span = draft.subject.span
    return _clause(text, span, draft.sentence) if span is not None and span[0] >= draft.sentence[0] else None


def _vote(text: str, span: Span) -> Span | None:
    """The first share of voters in a stretch of text, with who they are and what they do."""
    for share in _SHARE.finditer(text, *span) if has_share(text, *span) else ():
        start, end = _clause(text, share.span(), span)
        if share[0].endswith(_HEADS):
            start = share.start()
        votes = list(_VOTE.finditer(text, share.end(), end))
        if votes:
            asked = list(_ASKED.finditer(text, start, share.start()))
            return (asked[-1].end() if asked else start), votes[-1].end()
    return None


def _clause(text: str, place: Span, span: Span) -> Span:
    start, end = place
    while start > span[0] and text[start - 1] not in _STOPS:
        start -= 1
    while end < span[1] and text[end] not in _STOPS:
        end += 1
    allowed = _MAY.search(text, place[1], end)
    return start, allowed.start() if allowed else end
