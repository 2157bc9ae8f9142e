"""Results in words: how a claim came out, what holds it open, who has to prove what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from propertylaw.model import ClaimFinding, DefenceFinding, Effect, FactUse, RecourseFinding, Result, Truth
from propertylaw.rulebook.calculations.sums import yuan, yuan_range

from .asked import orders_alone_sure
from .in_short import MOST_NAMED, in_short

_IN_PART = "请求成立，全部还是部分未定"
"""A claim that succeeds however the open points come out, not yet known how far."""
_IN_VAIN = "现在不能支持"
"""A claim that brings nothing, or nothing yet, however the open points come out."""
_ORDERS_ALONE = "金钱以外的请求成立，请求的钱未定"
"""The same, where it is open whether any of the money is had that is asked for."""
_PERHAPS_PAID = "成立，抵销以后还剩多少未定"
"""A claim that stands, of which it is open whether all was set off."""
RESULTS = {
    Result.SUPPORTED: "请求成立",
    Result.PARTLY_SUPPORTED: "请求部分成立",
    Result.SET_OFF: "成立的部分已全部抵销，不另付",
    Result.NOT_SUPPORTED: "请求不成立",
    Result.PREMATURE: "请求为时过早",
    Result.DEPENDS: "尚不能定论",
}
"""Results in words."""
EFFECTS = {
    Effect.BARS: "请求不能强制实现",
    Effect.EXTINGUISHES: "请求权消灭",
    Effect.SUSPENDS: "请求为时过早",
    Effect.REDUCES: "请求额减少",
    Effect.DEFEATS: "所涉的请求不能支持",
    Effect.FULFILS: "不用再判（已经做到）",
    Effect.MEASURES: "计入数额",
    Effect.RULED_OUT: "法律不承认这一抗辩",
}
"""Effects of defences in words."""
_CHANGES = {"result": "结论可能改变", "more": "数额增加", "less": "数额减少", "sum": "数额可能改变"}
"""What the proof of a fact changes."""


def result_in_words(finding: ClaimFinding) -> str:
    """The result; one that rests only on the burden of proof is told as such: 按举证责任暂不成立."""
    if finding.result is Result.NOT_SUPPORTED and finding.unproved:
        return "按举证责任暂不成立"
    in_part = _ORDERS_ALONE if money_open(finding) else _PERHAPS_PAID if _perhaps_set_off(finding) else _IN_PART
    open_wholly = finding.result is Result.DEPENDS and not finding.at_least_partly
    said = in_part if finding.at_least_partly else RESULTS[finding.result]
    said = _IN_VAIN if finding.fails_either_way else f"{said}{_held_open_by(finding)}{_as_told(finding)}"
    figures = (step for remedy in finding.remedies for step in remedy.figures if not open_wholly)
    ahead = (step.says for step in figures if step.ahead)
    return "，".join((said, *finding.first, *ahead))


def money_open(finding: ClaimFinding) -> bool:
    """Whether a sum is asked for of which nothing is sure, beside an order that is."""
    return bool(finding.asked) and orders_alone_sure([one for one in finding.remedies if not one.unasked])


def _perhaps_set_off(finding: ClaimFinding) -> bool:
    """Whether something is owed, and it is open only whether all of it was set off."""
    amount, asked = finding.amount, [one for one in finding.remedies if not one.unasked]
    sums = all(one.money is not None for one in asked)
    return sums and amount is not None and amount.low == 0 and any(one.before_set_off for one in asked)


def _held_open_by(finding: ClaimFinding) -> str:
    """What keeps a claim open, for its headline: the elements first, else the defences; nothing where none is open."""
    of_the_sum = money_open(finding) or _perhaps_set_off(finding)
    if of_the_sum if finding.at_least_partly else finding.result is not Result.DEPENDS:
        return ""
    parts = [one.says for one in finding.elements if one.truth is Truth.UNKNOWN and not one.by_role]
    parts = parts or [one.says for one in finding.defences if one.truth is Truth.UNKNOWN]
    named = "".join(f"“{in_short(says)}”" for says in parts[:MOST_NAMED])
    more = f"等 {len(parts)} 项" if len(parts) > MOST_NAMED else ""
    return f"，要看{named}{more}" if parts else ""


def _as_told(finding: ClaimFinding) -> str:
    """Of a result that stands as long as a question is not answered otherwise: which one."""
    if not finding.hangs_on:
        return ""
    more = f"等 {len(finding.hangs_on)} 项" if len(finding.hangs_on) > 1 else ""
    return f"（照所填的；还要问清“{in_short(finding.hangs_on[0])}”{more}）"


def effect_in_words(defence: DefenceFinding) -> str:
    """What a defence does where it is given; of one that takes single remedies, to which."""
    taken = "、".join(f"“{says}”" for says in defence.takes)
    if defence.effect is Effect.DEFEATS and taken:
        return f"不支持{taken}"
    if defence.effect is Effect.FULFILS and taken:
        return f"不用再判{taken}（已经做到）"
    return EFFECTS[defence.effect]


def counter_in_words(defence: DefenceFinding, names: Mapping[str, str]) -> str:
    """What would take a defence away and is open, and who has to prove it; or nothing."""
    if defence.unless_prover is None:
        return ""
    return f"；但“{defence.unless}”成立的，这一抗辩不算（未定，由{names[defence.unless_prover]}举证）"


def to_prove_in_words(finding: ClaimFinding, names: Mapping[str, str]) -> str:
    """What is disputed and could change the result once it is proved, by those who bear the burden, and then what only
    changes the sum; or nothing."""
    of_result = [use for use in finding.unproved if use.bears_on == "result"]
    of_sum = [use for use in finding.unproved if use.bears_on != "result"]
    told = (*_to_be_proved(of_result, names), *(f"数额{one}" for one in _to_be_proved(of_sum, names)))
    return "；".join(told)


def proof_in_words(finding: ClaimFinding, names: Mapping[str, str]) -> Iterator[str]:
    """The same, a line for each thing that proof would change."""
    for bears_on, changes in _CHANGES.items():
        uses = [use for use in finding.unproved if use.bears_on == bears_on]
        if uses:
            sums = {use.then for use in uses}
            then = f"为{_then_in_words(*uses[0].then)}" if len(sums) == 1 and uses[0].then else ""
            led_to = f"{changes.removesuffix('可能改变')}{then}" if then else changes
            yield f"{'；'.join(_to_be_proved(uses, names))}；证明了，{led_to}"


def _then_in_words(least: Decimal | None, most: Decimal) -> str:
    """What a sum would be."""
    if least is None:
        return f"至多 {yuan(most)}"
    return f" {yuan(most) if least == most else yuan_range(least, most)}"


def _to_be_proved(uses: Iterable[FactUse], names: Mapping[str, str]) -> Iterator[str]:
    provers: dict[str, list[str]] = {}
    for use in uses:
        others = "、".join(names[one] for one in use.told_by)
        told = f"（{others}已经主张，由其证明也算）" if others else ""
        provers.setdefault("、".join(names[one] for one in use.provers), []).append(f"{use.title}{told}")
    return (f"待{who}补证：{'、'.join(titles)}" for who, titles in provers.items())


def recourse_hangs_on(one: RecourseFinding) -> str:
    """That recourse is open as long as it is open who owes, or what it turns on: nothing where all are settled."""
    condition = f"（以“{one.turns_on.title}”为条件，未定）" if one.turns_on else ""
    if not one.depends_on:
        return condition
    return f"{condition}（以{'、'.join(one.depends_on)}要负责为条件，取决于上面同样的未定之处；付了才能追偿）"
