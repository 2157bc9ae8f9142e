"""Facts in words: their value, whose they are and how they stand."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from propertylaw.model import DefenceFinding, ElementFinding, FactUse, FactValue, OpenReading, RuleCondition, Truth
from propertylaw.rulebook.calculations.sums import yuan

_PROOFS = {
    "admitted": "对方承认",
    "evidenced": "有证据",
    "document": "文件载明",
    "local_law": "当地法规",
    "several": "文件里有几种，不能确定适用哪一种",
    "by_floor": "文件里的价格随楼层变化，没有采用，请填这一层的",
    "conditional": "文件载明",
    "undisputed": "无人否认",
    "unproved": "有争议，没有证据",
    "asserted": "只是自己的说法，没有举证",
    "denied": "对方否认，还没有证明",
    "unclaimed": "还不清楚，应当举证的一方也没有主张",
    "inferable": (
        "有争议，没有直接的证据：法院可以从已经证明的经过、按日常经验推断，否认的一方可以举反证；"
        "推断不出的，由应当举证的一方承担不利后果"
    ),
    "opposed": "与另一项不能同时成立，双方各有证据，由法院判断",
    "not_shown": "所指的人否认，没有证明",
    "unknown": "还不清楚",
    "unattributed": "没有写明是谁的",
    "silent": "没有人提到",
    "unread": "文件里有价目，没有读出",
    "not_understood": "文件里有约定，没有读懂",
    "derived": "由所填的得出",
    "underived": "还得不出，要看的事实没有填全",
    "void": "条款无效",
}
_BOTH_PROVED = "双方的证据相反"
"""Each side has evidence, for the contrary of what the other says."""
_UNITS = {
    "CNY/m2/month": " 元/平方米·月",
    "CNY/month": " 元/月",
    "CNY/day": " 元/日",
    "m2": " 平方米",
    "day": " 日",
    "month": " 个月",
    "hour": " 小时",
}
_RATES = {"share": "", "1/day": "每日 ", "1/month": "每月 ", "1/year": "每年 "}
"""Fractions are told in per cent."""


def fact_in_words(use: FactUse, names: Mapping[str, str], part: Truth | None = None) -> str:
    """A fact, whose it is, its value and how it stands: 没有入住：是（对方承认）; 没有入住：没有人提到.

    Args:
        use: the fact.
        names: of the parties, by id.
        part: how the element or the defence came out that looked at it: what follows where nobody spoke of it.
    """
    if use.inner:
        return "；".join(use.evidence)
    title = f"{names[use.of]}：{use.title}" if use.of else use.title
    if use.proof == "void":
        return f"{title}：有约定，但该条款无效"
    if use.proof == "silent":
        return f"{title}：{_PROOFS['silent']}{_after_silence(use, part)}"
    evidence = f"：{'、'.join(use.evidence)}" if use.evidence else ""
    depends = "".join(f"；{condition_in_words(one)}" for one in use.conditions)
    if use.proof == "conditional":
        return f"{title}：有这样的规定，但条件还没有确定（{_proof(use)}{depends}）"
    denied = f"；{'、'.join(names[one] for one in use.denied_by)}否认" if use.denied_by else ""
    stands = f"{_proof(use)}{evidence}{denied}{depends}"
    beside = "".join(f"。注意：{words}" for words in use.beside)
    if use.value is None and not use.label:
        return f"{title}：{stands}{beside}"
    return f"{fact_alone_in_words(use, names)}（{stands}）{beside}"


def fact_alone_in_words(use: FactUse, names: Mapping[str, str]) -> str:
    """A fact and whose it is, without how it stands: 没有入住：是."""
    whose = f"{names[use.of]}：" if use.of else ""
    return whose + (use.says or f"{use.title}：{use.label or value_in_words(use.value, use.unit)}")


def _after_silence(use: FactUse, part: Truth | None) -> str:
    """What follows from it that nobody spoke of a fact: it counts as it does unless somebody says otherwise, or has to
    be asked, or nothing can rest on it."""
    if use.value is not None:
        return f"，按“{use.says or value_in_words(use.value, use.unit)}”看"
    if part is None:
        return ""
    return "，要先问清" if part is Truth.UNKNOWN else "，不能据此认定"


def condition_in_words(condition: RuleCondition) -> str:
    """On what a rule depends, and whether it is given: 条件是“经业主大会决定”，是否具备未知."""
    said = f"{'例外' if condition.unless else '条件'}是“{condition.says}”"
    if condition.met is None:
        return f"{said}，是否具备{'未知' if condition.fact else '这里没有判断，请按实际情况核对'}"
    given = condition.met is not condition.unless
    return f"{said}，{'具备' if given else '不具备'}"


def _proof(use: FactUse) -> str:
    return _BOTH_PROVED if use.proof == "unproved" and use.evidence else _PROOFS[use.proof]


def value_in_words(value: FactValue | None, unit: str | None = None) -> str:
    """A value as people say it: 是, 否, 未知, a date, a number without trailing zeros and with its unit."""
    if value is None:
        return "未知"
    if isinstance(value, bool):
        return "是" if value else "否"
    if not isinstance(value, Decimal):
        return str(value)
    if unit in _RATES:
        return f"{_RATES[unit]}{(value * 100).normalize():f}%"
    if unit == "CNY":
        return yuan(value)
    return f"{value.normalize():f}{_UNITS.get(unit or '', '')}"


def told_facts(part: ElementFinding | DefenceFinding) -> tuple[FactUse, ...]:
    """The facts that were used; those nobody spoke of only where they, and no concept, decide the point: they keep it
    open, or let a defence fail that was raised, or nothing else was looked at."""
    silent = part.truth is Truth.UNKNOWN and part.concept is None
    failed = part.truth is Truth.FALSE and not part.by_burden and not part.left_out
    by_silence = failed and (isinstance(part, DefenceFinding) or all(use.proof == "silent" for use in part.facts))
    uses = (use for use in part.facts if use.proof != "silent" or by_silence or (silent and use.value is None))
    return tuple({use.fact: use for use in uses if _worth_telling(use, part.truth)}.values())


def _worth_telling(use: FactUse, part: Truth) -> bool:
    """Whether a page has words for it: not for a step of the rules by themselves, nor for what was reckoned, is not so,
    and left what looked at it standing."""
    if use.inner:
        return bool(use.evidence)
    reckoned_in_vain = use.proof == "derived" and use.value is False and not use.says
    return not (reckoned_in_vain and part is Truth.TRUE)


def reading_left_out(reading: OpenReading) -> str:
    """That a reading cannot be held here: what it supposes is known to be otherwise, or is not proved."""
    why = "它要求的事实还没有证明" if reading.unproved else "所填的事实不是它说的那种情形"
    return f"“{reading.says}”这种看法在这里用不上：{why}"
