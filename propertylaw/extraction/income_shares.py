"""How a clause of a contract divides the income from common parts: which of its shares the provider takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Quantity, Span

_WHOLE = Decimal(1)
_NAMED = re.compile("甲方[^\n：:]{0,12}[：:][^\n]{0,30}物业")
"""Where the provider is the contract's first party."""
_PROVIDER = "物业(?:管理|服务)?(?:企业|公司|人)|提取|经营成本|管理成本|管理费|报酬|酬金"
_OWNERS = "业主(?!大会)|维修资金|绿化|共[有用](?:部[分位]|设施|场地)|公共(?:部位|设施|区域)"
_TAKES = re.compile("归|属于|提取|提留|留取|抽取|分得|享有|所有|作为|补充|用于|得(?=百分|[0-9一二三四五六七八九])")
_DIVIDED = re.compile("分成|分配|比例")
_HALVES = re.compile("分成|分配比例|平均?分|均分|各半|一半|各占|一部分|比例(?:分|归|提)")
"""A division without a share that is written out."""
_BETWEEN = re.compile("双方|甲乙|乙方|物业(?:管理|服务)?(?:企业|公司|人)")
_OTHER = re.compile("税|违约|滞纳|逾期|赔偿|面积|人数|表决|上浮")
"""What a share of which is nobody's part of the income."""
_ONE_SOURCE = re.compile(
    "(?:停车|车位|泊位|广告|摊位|快递柜|充电桩?|基站|门禁|道闸|会所|游泳池)"
    "[^，。；、]{0,8}(?:收入|收益|所得|费|租金|款项)"
)
_ALL_SOURCES = re.compile("公共收益|公共收入|共有收益|经营性?(?:收入|收益|所得)|共[有用](?:部分|部位|设施)|[、和及等]")
_OF_OTHERS = re.compile("(?:其他|其它|其余|别的)[^，。；]{0,4}(?:公共|共有|经营)?(?:收益|收入)")
"""A share of the income from one source is none of all income where the contract speaks of other income beside it."""
_REST = re.compile("其余|剩余|余下|余额|另外")
_PIECE = re.compile("[^，。；、：\n]+")


class Division(NamedTuple):
    """What a sentence measures without the shares of others than the provider."""

    quantities: tuple[Quantity, ...]
    unread: bool
    """Whether it divides the income in a way that was not understood."""


def division(text: str, span: Span, quantities: Sequence[Quantity]) -> Division:
    """The provider's share of the income that a sentence divides.

    Args:
        text: the contract.
        span: the sentence.
        quantities: what the sentence measures.
    """
    shares = [one for one in quantities if one.unit == "share"]
    others = tuple(one for one in quantities if one.unit != "share")
    provider, owners = _sides(text)
    words = text[slice(*span)]
    if not shares:
        open_share = _HALVES.search(words) and _BETWEEN.search(words) and not _OTHER.search(words)
        return Division(tuple(quantities), bool(open_share))
    if not _TAKES.search(words) and not _DIVIDED.search(words):
        return Division(tuple(quantities), unread=False)
    pieces = [(match.span(), match.group()) for match in _PIECE.finditer(text, *span)]
    own: list[Quantity] = []
    theirs: list[Quantity] = []
    for one in shares:
        piece = next((piece for (start, end), piece in pieces if start <= one.text_span[0] < end), "")
        if _OTHER.search(piece):
            continue
        of_provider, of_owners = bool(provider.search(piece)), bool(owners.search(piece))
        if of_provider and _ONE_SOURCE.search(piece) and not _ALL_SOURCES.search(piece) and _OF_OTHERS.search(words):
            return Division(others, unread=True)
        if of_provider == of_owners or not (_TAKES.search(piece) or _DIVIDED.search(words)):
            return Division(others, unread=True)
        (own if of_provider else theirs).append(one)
    return _divided(own, theirs, others, _rest_to_provider(pieces, provider), bool(_BETWEEN.search(words)))


def _divided(
    own: Sequence[Quantity], theirs: Sequence[Quantity], others: tuple[Quantity, ...], rest: bool, named: bool
) -> Division:
    left = _WHOLE - sum(one.value for one in theirs)
    mine = {one.value for one in own}
    if len(mine) == 1 and (not theirs or mine == {left}):
        return Division((own[0], *others), unread=False)
    if own or left < 0:
        return Division(others, unread=True)
    if theirs and left and rest:
        return Division((theirs[0].model_copy(update={"value": left}), *others), unread=False)
    return Division(others, unread=bool(theirs and left and named))


def _rest_to_provider(pieces: Sequence[tuple[Span, str]], provider: re.Pattern[str]) -> bool:
    return any(_REST.search(piece) and provider.search(piece) for _, piece in pieces)


def _sides(text: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words for the provider and for the owners, by which party of the contract is which."""
    first, second = ("甲方", "乙方") if _NAMED.search(text) else ("乙方", "甲方")
    return re.compile(f"{first}|{_PROVIDER}"), re.compile(f"{second}|{_OWNERS}")
