"""How a clause of a contract divides the income from common parts: which of its shares the provider takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Quantity, Span

from .figures import number

_WHOLE = Decimal(1)
_ITS_LINE = r"(?:(?!乙方)[^\n])"
"""What stands after 甲方 of itself: 乙方 may follow on the same line."""
_NAMED = re.compile(f"甲方[^\n：:]{{0,12}}[：:]{_ITS_LINE}{{0,30}}物业")
"""Where the provider is the contract's first party."""
_PROVIDER = "物业(?:(?:管理|服务)?(?:企业|公司|人)|(?=[得占拿提分留]))|提取|经营成本|管理成本|管理费|报酬|酬金"
_OWNERS = "业主(?!大会)|维修资金|绿化|共[有用](?:部[分位]|设施|场地)|公共(?:部位|设施|区域)"
_TAKES = re.compile(
    "归|属于|提取|提留|留[取存给]|抽取|[收支计扣领]取|计提|分得|享有|所有|作为|补充|用于|[给拿占]|得(?=百分|[0-9一二三四五六七八九])"
)
_DIVIDED = re.compile("分成|分配|比例")
_HALVES = re.compile("分成|分配比例|平均?分|均分|各半|一半|各占|一部分|比例(?:分|归|提)")
"""A division without a share that is written out."""
_TENTHS = "[1-9一二三四五六七八九]"
_RATIO = re.compile(
    rf"(?P<one>[1-9]0?)[:：比](?P<two>[1-9]0?)(?![\d:：])"
    rf"|(?P<first>{_TENTHS})[、:：比]?(?P<second>{_TENTHS})(?=分(?!之)|开|的?比例|比)"
)
"""A division by two figures that make ten, or a hundred, together: 三七分, 7:3."""
_EQUALLY = re.compile(r"平均?分|均分|各半|对半|五五(?=分|开)|各(?:自)?[占得分享拿]?(?:一半|50[%％]|百分之五十)")
_BOTH = re.compile("甲、?乙")
_TWO = re.compile("甲、?乙|双方|五五")
_AND = "[和与及同跟、]?"
_COST_BESIDES = re.compile(
    "(?:不含|不包[含括]|另[行外]?[计扣列])[^，。；]{0,8}(?:成本|支出|费用)|(?:成本|支出|费用)[^，。；]{0,4}另[行外]?[计扣列]"
)
"""Then what is left to the other side is less than its share."""
LEFT = "share_left"
"""The unit of what a clause leaves to the other side where it divides everything between the two."""
_DEVELOPER = re.compile(
    rf"甲方{_ITS_LINE}{{0,12}}(?:建设单位|开发)|甲方[^\n：:]{{0,12}}[：:]{_ITS_LINE}{{0,30}}(?:置业|地产|开发|建设)"
)
"""Where the first party is the developer, its share is none of the owners'."""
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
_SUM = r"(?:\d[\d,.]*|[零一二三四五六七八九十百千两]+)(?:[十百千]?万)?元"
_BY_SUMS = re.compile(
    "(?:前|最初的?|首|超[过出额]?|不[足超满](?:过)?|未[超达满][过到]?|[低高少多]于|达到?|满|上[交缴]|[交缴][纳付给]?|支付|付给|返还"
    f"|定额|固定|保底|包干|承包[费金款]?|提取|提留|留[取存给]?)[^，。；]{{0,10}}?{_SUM}"
    f"|{_SUM}[^，。；]{{0,4}}(?:以[内上下外]|之?内|部分|归)"
    "|超[过出额](?:的?部分|收[入益]|分成)|阶梯|累进|分段|分档"
)
"""A division by sums: the first so much to one side, what goes beyond so much, a lump sum. No share holds it."""
_NO_DIVISION = re.compile(
    "(?:每|收费)[^，。；]{0,6}(?:辆|车|位|次|小时)|元[/／]|使用|支出|动用|维修(?![资基]金)|决定|同意|公[布示开]|采购"
)
"""What customers pay, and from what sum on owners decide or are told, divides nothing."""
_BY_YEARS = re.compile("首年|第[一二三四五1-5]年|前[一二两三四五1-5]年|(?:次年|年度?)(?:起|后)")
"""A division that changes with the years."""
_GIVES = re.compile("上[交缴]|[交缴]纳|支付|付给|返还|承包|包干")
_OF_THE_REST = re.compile(f"{_OF_OTHERS.pattern}的?(?:百分之|[0-9一二三四五六七八九])")
"""A share of what is left once one source is taken off."""
_REST = re.compile("其余|剩余|余下|余额|另外")
_PIECE = re.compile("[^，。；、：\n]+")
_CLAUSE = re.compile("[^，。；\n]+")


class Division(NamedTuple):
    """What a sentence measures without the shares of others than the provider."""

    quantities: tuple[Quantity, ...]
    unread: bool = False
    """Whether it divides the income in a way that was not understood."""


class _Sides(NamedTuple):
    """The words for the two sides of a contract."""

    provider: re.Pattern[str]
    owners: re.Pattern[str]
    first_is_provider: bool

    def of(self, words: str) -> bool | None:
        """Whether words name the provider (true) or the owners (false); neither or both: None."""
        provider, owners = bool(self.provider.search(words)), bool(self.owners.search(words))
        return None if provider == owners else provider


def division(text: str, span: Span, quantities: Sequence[Quantity]) -> Division:
    """The provider's share of the income that a sentence divides.

    Args:
        text: the contract.
        span: the sentence.
        quantities: what the sentence measures.
    """
    sides, words = _sides(text), text[slice(*span)]
    divided = any(one.unit == "share" for one in quantities) or _HALVES.search(words)
    if _by_sums(words) or (divided and (_BY_YEARS.search(words) or _OF_THE_REST.search(words))):
        return Division(tuple(one for one in quantities if one.unit != "share"), unread=True)
    found = _by_ratio(words, span[0], quantities, sides) or _by_shares(text, span, quantities, sides)
    besides = _COST_BESIDES.search(words) or (_DEVELOPER.search(text) and not re.search(_OWNERS, words))
    return found._replace(quantities=tuple(one for one in found.quantities if not besides or one.unit != LEFT))


def _by_sums(words: str) -> bool:
    """Whether the income is divided by sums."""
    if _OTHER.search(words) or not any(one.search(words) for one in (_TAKES, _DIVIDED, _GIVES)):
        return False
    return any(_BY_SUMS.search(part) and not _NO_DIVISION.search(part) for part in _CLAUSE.findall(words))


def _by_shares(text: str, span: Span, quantities: Sequence[Quantity], sides: _Sides) -> Division:
    shares = [one for one in quantities if one.unit == "share"]
    others = tuple(one for one in quantities if one.unit != "share")
    words = text[slice(*span)]
    if not shares:
        divided = _RATIO.search(words) or (_HALVES.search(words) and _BETWEEN.search(words))
        return Division(tuple(quantities), unread=bool(divided) and not _OTHER.search(words))
    if not _TAKES.search(words) and not _DIVIDED.search(words):
        return Division(tuple(quantities))
    pieces = [(match.span(), match.group()) for match in _PIECE.finditer(text, *span)]
    own: list[Quantity] = []
    theirs: list[Quantity] = []
    for one in shares:
        piece = next((piece for (start, end), piece in pieces if start <= one.text_span[0] < end), "")
        if _OTHER.search(piece):
            continue
        of_provider = sides.of(piece)
        one_source = _ONE_SOURCE.search(piece) and not _ALL_SOURCES.search(piece) and _OF_OTHERS.search(words)
        if of_provider is None or (of_provider and one_source) or not (_TAKES.search(piece) or _DIVIDED.search(words)):
            return Division(others, unread=True)
        (own if of_provider else theirs).append(one)
    rest = [piece for _, piece in pieces if _REST.search(piece)]
    return _divided(own, theirs, others, [sides.of(piece) for piece in rest], bool(_BETWEEN.search(words)))


def _divided(
    own: Sequence[Quantity],
    theirs: Sequence[Quantity],
    others: tuple[Quantity, ...],
    rest: Sequence[bool | None],
    named: bool,
) -> Division:
    """The provider's share, by what each side takes, and whether the provider takes the rest."""
    left = _WHOLE - sum(one.value for one in theirs)
    mine = {one.value for one in own}
    if len(mine) == 1 and (not theirs or mine == {left}):
        left_over = [_left(own[0])] if theirs or False in rest else []
        return Division((own[0], *left_over, *others))
    if own or left < 0:
        return Division(others, unread=True)
    if theirs and left and True in rest:
        mine_left = theirs[0].model_copy(update={"value": left})
        return Division((mine_left, _left(mine_left), *others))
    return Division(others, unread=bool(theirs and left and named))


def _by_ratio(words: str, offset: int, quantities: Sequence[Quantity], sides: _Sides) -> Division | None:
    """The provider's share by a ratio of the two sides, or by halves; None where there is neither, or it is not told
    which side has which part."""
    others = tuple(one for one in quantities if one.unit != "share")
    shares = {one.value for one in quantities if one.unit == "share"}
    equally = _EQUALLY.search(words)
    named = _TWO.search(words) or (sides.provider.search(words) and sides.owners.search(words))
    if equally and named and not _OTHER.search(words):
        place = offset + equally.start(), offset + equally.end()
        half = _share(Decimal("0.5"), equally[0], place, words)
        return Division((half, _left(half), *others))
    ratio = _RATIO.search(words)
    if ratio is None or _OTHER.search(words):
        return None
    one, two = (number(part) or Decimal(0) for part in ratio.groups() if part)
    first = _first_side(words, ratio, (one, two), sides)
    if one + two not in (10, 100) or first is None or not shares <= {one / (one + two), two / (one + two)}:
        return None
    place = offset + ratio.start(), offset + ratio.end()
    mine = _share((one if first else two) / (one + two), ratio[0], place, words)
    return Division((mine, _left(mine), *others))


def _first_side(words: str, ratio: re.Match[str], parts: tuple[Decimal, Decimal], sides: _Sides) -> bool | None:
    """Whether the first part of a ratio is the provider's: by whose part is told behind it, else by the order in which
    the two are named before it."""
    side = f"{sides.provider.pattern}|{sides.owners.pattern}"
    told = {
        (sides.of(match[0]) is True) == (number(match["part"]) == parts[0])
        for match in re.finditer(rf"(?:{side})(?:[得占分拿]|为)?(?P<part>{_TENTHS}0?)", words[ratio.end() :])
        if number(match["part"]) in parts
    }
    if told and parts[0] != parts[1]:
        return told.pop() if len(told) == 1 else None
    before = words[: ratio.start()]
    if re.search(_BOTH.pattern + "[^，。；]{0,12}$", before):
        return sides.first_is_provider
    order = re.search(rf"(?P<a>{side}){_AND}(?:全体)?(?P<b>{side})[^，。；]{{0,12}}$", before)
    first, second = (sides.of(order["a"]), sides.of(order["b"])) if order else (None, None)
    return first if first is not None and second is (not first) else None


def _share(value: Decimal, words: str, place: Span, context: str) -> Quantity:
    return Quantity(value=value, unit="share", text=words, text_span=place, context=context)


def _left(share: Quantity) -> Quantity:
    return share.model_copy(update={"value": _WHOLE - share.value, "unit": LEFT})


def _sides(text: str) -> _Sides:
    """The words for the provider and for the owners, by which party of the contract is which."""
    first_is_provider = bool(_NAMED.search(text))
    first, second = ("甲方", "乙方") if first_is_provider else ("乙方", "甲方")
    return _Sides(re.compile(f"{first}|{_PROVIDER}"), re.compile(f"{second}|{_OWNERS}"), first_is_provider)
