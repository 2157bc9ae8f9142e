"""Which part of the fee a contract lets the developer pay for what is not sold or not handed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from propertylaw.model import Locator, Quantity, Span, Term

from .quantities import quantities_in
from .topics import topics_of

_TOPIC = "developer_unsold_part"
PART = "developer_part"
"""The unit of the part that is paid."""
_DEVELOPER = re.compile("建设单位|开发(?:商|企业|公司|单位|建设)|出卖人|房地产")
_FIRST = re.compile(
    r"甲方(?:(?!乙方)[^\n]){0,12}(?:建设单位|开发|置业|地产)|委托方[^\n]{0,12}(?:建设单位|开发)"
    r"|前期物业(?:管理)?服务(?:合同|协议)"
)
"""Where the first party is the developer."""
_UNSOLD = re.compile(
    "未(?:能)?(?:出|销)?[售卖]|未交[付房]|未移交|没有(?:卖|售|交)|待售|滞销|未办理交付|尚?未(?:收房|领房)"
)
_HALF = re.compile("减半|半价|半数|一半|二分之一")
_NOTHING = re.compile("免[交缴收除]|不(?:予)?(?:承担|[交缴](?:纳|付)?|支付|收取|计收)|无[须需](?:承担|[交缴支])")
_WHOLE = re.compile("全额|足额|不得?(?:予)?(?:减|免|打折)|不享受")
_IN_TIME = re.compile(
    "第[一二三\\d]年|首年|前[一二两三半\\d]+个?[年月]|[年月日]内|超过|满[一二两三\\d]|以后|之后|之前|届满|起"
)
"""A part for some of the time alone, which no fact holds."""
_OTHER = re.compile("违约|滞纳|逾期|税|维修资金|面积")
_OF_OWNERS = re.compile("空置|未入住|已(?:出售|售出|交付)")
"""What else may be paid in part: then the part behind the unsold is theirs."""
_PIECE = re.compile("[^；;。\n]+")


def developer_part(text: str, span: Span, at: Locator) -> Iterator[Term]:
    """What a sentence says of it; a part that is put in a way that is not read is told as such.

    Args:
        text: of the contract, folded.
        span: the sentence.
        at: where it stands.
    """
    for piece in _PIECE.finditer(text, *span):
        words = piece.group()
        unsold = _UNSOLD.search(words)
        payer = _DEVELOPER.search(words) or ("甲方" in words and _FIRST.search(text))
        if not unsold or not payer or _TOPIC not in topics_of(words) or _WHOLE.search(words):
            continue
        parts = list(_parts(words, piece.start()))
        told = {one.value for one in parts}
        behind = all(one.text_span[0] >= unsold.start() + piece.start() for one in parts)
        clear = behind or not _OF_OWNERS.search(words)
        read = clear and len(told) == 1 and not _IN_TIME.search(words)
        yield Term(
            locator=at,
            text_span=piece.span(),
            words=words.strip(),
            part=True,
            topics=(_TOPIC,),
            quantities=tuple(parts[:1]) if read else (),
            not_understood=() if read else (_TOPIC,),
        )


def _parts(words: str, offset: int) -> Iterator[Quantity]:
    """The parts of the fee that a piece names, as what is still paid."""
    shares: Sequence[Quantity] = [one for one in quantities_in(words, (0, len(words))) if one.unit == "share"]
    for one in shares:
        if not _OTHER.search(one.context):
            value = 1 - one.value if one.off else one.value
            place = one.text_span[0] + offset, one.text_span[1] + offset
            yield one.model_copy(update={"value": value, "unit": PART, "text_span": place, "off": False})
    for pattern, value in ((_HALF, Decimal("0.5")), (_NOTHING, Decimal(0))):
        found = None if shares else pattern.search(words)
        if found:
            place = found.start() + offset, found.end() + offset
            yield Quantity(value=value, unit=PART, text=found[0], text_span=place, context=words)
