"""The explanation as a tree: what follows from what, each step with the provisions and clauses it rests on.

Only what the evaluation used goes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from propertylaw.model import (
    Argument,
    ClaimFinding,
    ClauseAgainstLaw,
    DefenceFinding,
    Dispute,
    Effect,
    ElementFinding,
    FactUse,
    FactValue,
    Money,
    OpenReading,
    RecourseFinding,
    RemedyFinding,
    Result,
    RuleCondition,
    SetOffFinding,
    SetOffPart,
    Truth,
    VoidClause,
)
from propertylaw.rulebook.calculations.sums import yuan, yuan_range

from .asked import orders_alone_sure
from .lacking import lacking_in_words

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

VOID_REASONS = {
    "permits_what_is_forbidden": "允许了强制性规定所禁止的行为",
    "frees_from_duty": "免除了强制性规定所定的义务",
    "takes_away_right": "剥夺了强制性规定给另一方的权利",
    "gives_to_another": "把法律归于他人的利益约定给了另一方",
    "takes_more_than_allowed": "提取的比例超过了强制性规定的上限",
    "frees_from_liability": "免除了法律不许免除的责任，这一部分无效，其余部分另看",
    "falls_below_least": "低于强制性规定所定的最低标准",
}
"""Why a clause is void, in words."""


def argument_of(
    dispute: Dispute,
    findings: Iterable[ClaimFinding],
    set_offs: Iterable[SetOffFinding],
    recourse: Iterable[RecourseFinding],
    void: Iterable[VoidClause],
) -> Argument:
    """The whole explanation."""
    names = {participant.id: participant.name for participant in dispute.parties}
    parts = [_claim(finding, names) for finding in findings]
    parts += [_set_off(one, names) for one in set_offs]
    parts += [_recourse(one, names) for one in recourse]
    parts += [_void(clause) for clause in void]
    return Argument(says=dispute.title or "本案", kind="whole", parts=tuple(parts))


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


def missing_in_words(remedy: RemedyFinding) -> str:
    """What a sum cannot be computed without: 尚缺停供造成的损失（有争议而未举证）."""
    return "尚缺" + "、".join(f"{lacking_in_words(use)}（{_proof(use)}）" for use in remedy.missing)


def sum_in_words(remedy: RemedyFinding) -> str:
    """The sum of a remedy, and what is missing for it or for the part that is not counted in; empty for an order."""
    missing = missing_in_words(remedy) if remedy.missing else ""
    if remedy.money is None:
        return missing
    if _lacks_later_rates_alone(remedy):
        missing = ""
    return money_in_words(remedy.money) + (f"；没有计入的部分，{missing}" if missing else "")


def _lacks_later_rates_alone(remedy: RemedyFinding) -> bool:
    """Whether all that is not counted in is days after the last of the table of rates: the sum itself tells it."""
    money = remedy.money
    return bool(money and money.known_until and len(money.wanting) == 1) and len(remedy.missing) == 1


def money_in_words(money: Money) -> str:
    """A sum with its range, what it supposes, and up to which day rates were known for it."""
    alone = money.known_until and len(money.wanting) < 2  # else what is wanting is told by itself
    until = f"（算到 {money.known_until}；以后的利率表里没有，没有计入）" if alone else ""
    return f"{_sum_in_words(money)}{until}"


def _sum_in_words(money: Money) -> str:
    """A sum with its range; of one of which a part is not counted in, no more than is sure of it."""
    if not money.wanting:
        return _range_in_words(money)
    exact = money.low == money.high and not money.untold
    return f"{'至少 ' if exact else '已算的'}{_range_in_words(money)}"


def _range_in_words(money: Money) -> str:
    supposed = f"（假定{'、'.join(one.says for one in money.supposing)}）" if money.supposing else ""
    if money.usual is not None and money.usual < money.high and money.low != money.high:
        most = f"{'各方合计' if money.together else ''}至多 {yuan(money.high)}"
        span = yuan_range(money.low, money.high) if money.low else most
        if money.usual_until:
            return f"{span}，具体由法院酌定（{_usual_so_far(money)}）{supposed}"
        return f"一般至多 {yuan(money.usual)}左右，具体由法院酌定（{span}）{supposed}"
    if money.together:
        return f"各方分担，合计至多 {yuan(money.high)}，每一方多少由法院酌定{supposed}"
    if money.untold:
        return f"至多 {yuan(money.high)}，还缺{'、'.join(money.untold)}{supposed}"
    if money.low is None:
        return f"至多 {yuan(money.high)}，具体由法院酌定{supposed}"
    plain = yuan(money.high) if money.low == money.high else yuan_range(money.low, money.high)
    return plain + supposed


def _usual_so_far(money: Money) -> str:
    """What courts generally leave, reckoned up to a day after which no rate is known: no ceiling."""
    so_far = yuan(money.usual or Decimal(0))
    return f"一般至多留下多少没有算全：算到 {money.usual_until} 的是 {so_far}左右，以后的利率表里没有"


def remedy_in_words(remedy: RemedyFinding) -> str:
    """What the claimant gets; or could get, if he asked for it too."""
    if remedy.unasked:
        return f"没有请求、没有计入，可以另行请求：{remedy.says}"
    return f"{remedy.says}（数额未定，没有计入）" if remedy.unreckoned else remedy.says


def more_in_words(finding: ClaimFinding) -> str:
    """What is not counted in, in short: 还缺催交到达的日期，“赔偿精神损害”多少未定; the remedies tell it at length."""
    asked = [one for one in finding.remedies if not one.unasked]
    known = finding.amount or finding.reckoned
    lacking = [one for one in asked if one.missing and not _lacks_later_rates_alone(one)]
    if known is not None and not known.wanting:  # as much as is asked for, whatever was not counted in
        lacking = [one for one in lacking if one.money is None or not one.money.wanting]
    untold = known.untold if known else ()
    titles = tuple(dict.fromkeys((*untold, *(lacking_in_words(use) for one in lacking for use in one.missing))))
    more = f"等 {len(titles)} 项" if len(titles) > _MOST_NAMED else ""
    told = [f"还缺{'、'.join(titles[:_MOST_NAMED])}{more}"] if titles else []
    if known is not None and known.wanting and known.known_until:
        told.append(f"{known.known_until} 以后的利率表里没有")
    told += [f"“{_in_short(one.says)}”多少未定" for one in asked if one.unreckoned and not one.missing]
    return "，".join(told)


def money_in_short(money: Money) -> str:
    """A sum as a table tells it: without what it supposes or lacks, and up to which day it is reckoned."""
    bare = f"至多 {yuan(money.high)}"
    if not money.untold:
        bare = _sum_in_words(money.model_copy(update={"supposing": ()}))
    return f"{bare}（有假定，见下文）" if money.supposing else bare


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


_MOST_NAMED = 2
"""So many parts that keep a claim open are named in its headline."""
_LONGEST = 30
"""A part of a claim is named in a headline with so many characters."""


def _held_open_by(finding: ClaimFinding) -> str:
    """What keeps a claim open, for its headline: the elements first, else the defences; nothing where none is open."""
    of_the_sum = money_open(finding) or _perhaps_set_off(finding)
    if of_the_sum if finding.at_least_partly else finding.result is not Result.DEPENDS:
        return ""
    parts = [one.says for one in finding.elements if one.truth is Truth.UNKNOWN and not one.by_role]
    parts = parts or [one.says for one in finding.defences if one.truth is Truth.UNKNOWN]
    named = "".join(f"“{_in_short(says)}”" for says in parts[:_MOST_NAMED])
    more = f"等 {len(parts)} 项" if len(parts) > _MOST_NAMED else ""
    return f"，要看{named}{more}" if parts else ""


def _as_told(finding: ClaimFinding) -> str:
    """Of a result that stands as long as a question is not answered otherwise: which one."""
    if not finding.hangs_on:
        return ""
    more = f"等 {len(finding.hangs_on)} 项" if len(finding.hangs_on) > 1 else ""
    return f"（照所填的；还要问清“{_in_short(finding.hangs_on[0])}”{more}）"


def _in_short(says: str) -> str:
    """A part of a claim without what its brackets add, and no longer than fits a headline."""
    bare = within_quotes(re.sub("（[^（）]*）", "", re.sub("（[^（）]*）", "", says)))
    if len(bare) <= _LONGEST:
        return bare
    cut = bare[:_LONGEST]
    return f"{cut}…{'’' if cut.count('‘') > cut.count('’') else ''}"


def within_quotes(says: str) -> str:
    """Words that are to stand between quotation marks: their own become single ones."""
    return says.replace("“", "‘").replace("”", "’")


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


_CHANGES = {"result": "结论可能改变", "more": "数额增加", "less": "数额减少", "sum": "数额可能改变"}
"""What the proof of a fact changes."""


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


def asked_in_words(finding: ClaimFinding) -> str:
    """What the claimant asks for, in brackets; nothing where the form names no sum."""
    return f"（请求 {yuan(finding.asked)}）" if finding.asked else ""


def sum_set_off(off: Money, others: Sequence[str], *, open_which: bool) -> str:
    """What of a claim was set off with others, by their titles, and whether it is open if those are meant."""
    titles = "、".join(f"“{title}”" for title in dict.fromkeys(others))
    which = f"；抵的是不是{titles}里的钱，未定" if titles and open_which else ""
    beside = f"与{titles}" if titles and not open_which else ""
    if not off.low:
        return f"可能{beside}抵销，至多 {yuan(off.high)}{which}"
    return f"{beside or '已'}抵销 {money_in_words(off)}{which}"


def set_off_in_words(one: SetOffFinding, names: Mapping[str, str]) -> str:
    """Who set off with whom: 周某与乙物业互负的债务抵销，同等数额消灭（周某主张）."""
    first = one.parts[0]
    by = f"（{names[one.by]}主张）" if one.by and one.by in names else ""
    order = f"；{one.order}" if one.order else ""
    return f"{names[first.claimant]}与{names[first.respondent]}互负的债务抵销，同等数额消灭{by}{order}"


def set_off_part_in_words(part: SetOffPart, names: Mapping[str, str]) -> str:
    """What it takes off a claim: 周某对乙物业的“停水停电”减去 500.00 元."""
    off = f"至多减去 {yuan(part.off.high)}，未定" if not part.off.low else f"减去 {money_in_words(part.off)}"
    return f"{names[part.claimant]}对{names[part.respondent]}的“{part.title}”{off}"


def _set_off(one: SetOffFinding, names: Mapping[str, str]) -> Argument:
    parts = tuple(Argument(says=set_off_part_in_words(part, names), kind="step") for part in one.parts)
    says = f"{set_off_in_words(one, names)}：{'；'.join(part.says for part in parts)}"
    return Argument(says=says, kind="set_off", basis=one.basis)


def _claim(finding: ClaimFinding, names: dict[str, str]) -> Argument:
    parties = f"{names[finding.claimant]}对{names[finding.respondent]}"
    head = f"{parties}的请求“{finding.title}”{asked_in_words(finding)}：{result_in_words(finding)}"
    head += f"（{finding.set_off}）" if finding.set_off else ""
    head += f"，{to_prove_in_words(finding, names)}" if finding.unproved else ""
    steps = finding.time.steps if finding.time else ()
    parts = [Argument(says=step.says, kind="time", basis=step.basis) for step in steps]
    parts += [_element(element, names) for element in finding.elements]
    parts += [_defence(defence, names) for defence in finding.defences]
    if finding.capacity_says and finding.result is not Result.NOT_SUPPORTED:
        parts.append(Argument(says=f"责任方式：{finding.capacity_says}", kind="capacity"))
    parts += [_remedy(remedy) for remedy in finding.remedies]
    parts += [
        Argument(says=against_law_in_words(one), kind="clause", basis=(one.clause, *one.basis))
        for one in finding.clauses
    ]
    if finding.limitation_course:
        course = "；".join(step.says for step in finding.limitation_course)
        parts.append(Argument(says=f"诉讼时效：{course}", kind="limitation"))
    return Argument(says=head, kind="claim", basis=finding.basis, parts=tuple(parts))


def _element(element: ElementFinding, names: Mapping[str, str]) -> Argument:
    lacking = "还不具备，请求为时过早" if element.premature else "不具备"
    said = {Truth.TRUE: "具备", Truth.FALSE: lacking, Truth.UNKNOWN: "未定"}[element.truth]
    burden = f"（负举证责任的{names[element.prover]}未能证明）" if element.by_burden else ""
    why = f"（{element.decided_by}）" if element.decided_by else ""
    return Argument(
        says=f"要件“{element.says}”{said}{why}{burden}",
        kind="role" if element.by_role else "element",
        truth=element.truth,
        basis=element.basis,
        parts=_facts(element, names),
    )


def _defence(defence: DefenceFinding, names: Mapping[str, str]) -> Argument:
    if defence.effect is Effect.RULED_OUT:
        said = f"不再适用，{defence.unless}" if defence.unless else EFFECTS[Effect.RULED_OUT]
    elif defence.truth is Truth.FALSE:
        said = "不成立" + (f"（负举证责任的{names[defence.prover]}未能证明）" if defence.by_burden else "")
    elif defence.truth is Truth.UNKNOWN:
        said = f"未定；成立则{effect_in_words(defence)}{counter_in_words(defence, names)}"
    else:
        said = effect_in_words(defence)
    counter = f"；因为{defence.unless}" if defence.unless and defence.truth is Truth.TRUE else ""
    return Argument(
        says=f"抗辩“{defence.says}”：{said}{counter}",
        kind="defence",
        truth=defence.truth,
        basis=defence.basis,
        parts=_facts(defence, names),
    )


def _remedy(remedy: RemedyFinding) -> Argument:
    if remedy.money is None:
        says = "：".join(filter(None, (remedy_in_words(remedy), sum_in_words(remedy))))
        told = tuple(Argument(says=step.says, kind="step") for step in remedy.figures)
        return Argument(says=says, kind="remedy", basis=remedy.basis, parts=told)
    steps = tuple(
        Argument(says=step.says + ("" if step.amount is None else f"：{yuan(step.amount)}"), kind="step")
        for step in remedy.money.steps
    )
    basis = tuple(dict.fromkeys((*remedy.basis, *(at for use in remedy.terms for at in use.stated_at))))
    return Argument(says=f"{remedy_in_words(remedy)}：{sum_in_words(remedy)}", kind="remedy", basis=basis, parts=steps)


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


def _facts(part: ElementFinding | DefenceFinding, names: Mapping[str, str]) -> tuple[Argument, ...]:
    facts = tuple(
        Argument(says=fact_in_words(use, names, part.truth), basis=(*use.stated_at, *use.inferred_by))
        for use in told_facts(part)
    )
    return facts + tuple(Argument(says=reading_left_out(one)) for one in part.left_out)


def recourse_hangs_on(one: RecourseFinding) -> str:
    """That recourse is open as long as it is open who owes, or what it turns on: nothing where all are settled."""
    condition = f"（以“{one.turns_on.title}”为条件，未定）" if one.turns_on else ""
    if not one.depends_on:
        return condition
    return f"{condition}（以{'、'.join(one.depends_on)}要负责为条件，取决于上面同样的未定之处；付了才能追偿）"


def _recourse(one: RecourseFinding, names: dict[str, str]) -> Argument:
    money = f"：{money_in_words(one.money)}" if one.money else ""
    says = f"{names[one.by]}{one.says}（向{names[one.against]}）{money}{recourse_hangs_on(one)}"
    return Argument(says=says, kind="recourse", basis=one.basis)


def against_law_in_words(clause: ClauseAgainstLaw) -> str:
    """That a clause is void, or may be, and why: “概不负责”：无效，因为…

    Args:
        clause: that bears on a claim.
    """
    return f"“{clause.words}”：{'无效' if clause.void else '可能无效'}，因为{clause.because}"


def _void(clause: VoidClause) -> Argument:
    disputed = f"（{clause.disputed}，有争议）" if clause.disputed else ""
    says = f"条款“{clause.says}”无效：{VOID_REASONS[clause.reason]}{disputed}"
    return Argument(says=says, kind="clause", basis=(clause.clause, *clause.overridden_by))
