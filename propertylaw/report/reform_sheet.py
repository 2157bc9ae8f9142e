"""What a reform would change, as a sheet that every format prints, and as one object for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from propertylaw.compare import Altered, Consequences, Direction, Outcome, Reason, Shift
from propertylaw.model import Result

from .change_words import DIRECTIONS, KINDS, norm_words, place, told_effects
from .names import party_name
from .norm_page import limits_of
from .sheet import Entry, Section, Sheet, words
from .terminal import cited

_RESULTS = {
    Result.SUPPORTED: "请求成立",
    Result.PARTLY_SUPPORTED: "请求部分成立",
    Result.SET_OFF: "已全部抵销",
    Result.NOT_SUPPORTED: "请求不成立",
    Result.PREMATURE: "为时过早",
    Result.DEPENDS: "尚不能定论",
}
_TRUTHS = {"true": "具备", "false": "不具备", "unknown": "未定", "": "没有这一项"}
NOTE = "改革方案不是现行法律；结果以所列案例和整理好的规则为限。本工具不提供法律意见。"
_PARTS = {"element": "要件", "defence": "抗辩", "claim": "请求", "capacity": "责任方式"}


def reform_json(found: Consequences) -> str:
    """The consequences as one object."""
    return json.dumps(found.model_dump(mode="json"), ensure_ascii=False, indent=2)


def reform_sheet(found: Consequences) -> Sheet:
    """For whom results get better or worse, each result that changes with its reasons, and the rules that do it."""
    tried = f"{found.cases} 个案例，{found.results} 个结果，其中 {len(found.shifts)} 个改变"
    return Sheet(
        title=f"改革方案：{found.title}",
        id="",
        data=(("内容", words(found.says)), ("试用", words(tried))),
        sections=tuple(section for section in _sections(found) if section.entries),
    )


def _sections(found: Consequences) -> Iterator[Section]:
    yield Section("对谁有什么影响（改变的结果数）", tuple(_tallies(found)))
    yield Section("改变的结果", tuple(map(_shift, found.shifts)))
    yield Section("规则的改动", tuple(_rules(found)))
    yield Section("规范的改动", tuple(map(_norm, found.norms)))


def _tallies(found: Consequences) -> Iterator[Entry]:
    for one in found.tallies:
        counts = f"变好 {one.better}，变差 {one.worse}，说不清 {one.open}"
        yield Entry(words(f"{party_name(one.party)}：{counts}"))


def _shift(one: Shift) -> Entry:
    head = f"{one.case}：{one.claimant} → {one.respondent}　{one.title}"
    opposite = {Direction.BETTER: Direction.WORSE, Direction.WORSE: Direction.BETTER}
    sides = (
        f"{one.claimant}{DIRECTIONS[one.for_claimant]}，"
        f"{one.respondent}{DIRECTIONS[opposite.get(one.for_claimant, Direction.OPEN)]}"
    )
    lines = [words(f"{_outcome(one.before)} → {_outcome(one.after)}（{sides}）")]
    lines += [words(f"因为：{_reason(reason)}") for reason in one.why]
    return Entry(words(head), tuple(lines))


def _outcome(one: Outcome | None) -> str:
    if one is None:
        return "没有这项请求"
    details = [_sum(one.low, one.high), f"取决于：{'、'.join(one.open)}" if one.open else ""]
    told = "；".join(filter(None, details))
    return f"{_RESULTS[one.result]}{f'（{told}）' if told else ''}"


def _sum(low: str | None, high: str | None) -> str:
    if high is None:
        return ""
    shown = [f"{Decimal(bound):,.2f}" for bound in (low, high) if bound is not None]
    return f"至多{shown[0]}元" if low is None else f"{'至'.join(dict.fromkeys(shown))}元"


def _reason(one: Reason) -> str:
    law = f"　{cited(one.basis)}" if one.basis else ""
    if one.part == "claim":
        return f"{'新增' if one.after else '取消'}这项请求{law}"
    if one.part == "capacity":
        return f"责任方式：{one.before or '—'} → {one.after or '—'}{law}"
    settled = f"，不再取决于“{one.concept}”" if one.concept else ""
    return f"{_PARTS[one.part]}“{one.says}”：{_state(one.before)} → {_state(one.after)}{settled}{law}"


def _state(state: str) -> str:
    return _TRUTHS[state.partition(",")[0]]


def _rules(found: Consequences) -> Iterator[Entry]:
    listed = (
        ("新增的请求", found.claims_added),
        ("改动的请求", found.claims_amended),
        ("取消的请求", found.claims_repealed),
        ("不再有争议的概念", found.concepts_settled),
    )
    yield from (Entry(words(f"{name}：{'、'.join(titles)}")) for name, titles in listed if titles)


def _norm(one: Altered) -> Entry:
    limits = limits_of(one.norm)
    within = f"（{limits}）" if limits else ""
    head = f"{KINDS[one.kind]}　{place(one.norm.locator)}　{norm_words(one.norm)}{within}"
    return Entry(words(head), tuple(_effects(one)))


def _effects(one: Altered) -> Iterable[tuple[str, ...]]:
    return ((told.words,) for told in told_effects(one.effects))
