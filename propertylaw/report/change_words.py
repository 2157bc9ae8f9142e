"""A comparison in words: what every format prints of it, told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from propertylaw.compare import (
    Altered,
    Comparison,
    Direction,
    Effect,
    Entry,
    Passage,
    Renumbering,
    change_rules,
    entries,
)
from propertylaw.model import Locator, Norm

from .document_titles import placed
from .names import party_name
from .norm_page import modal_word

DIRECTIONS = {Direction.BETTER: "变好", Direction.WORSE: "变差", Direction.OPEN: "说不清"}
KINDS = {"changed": "修改", "added": "新增", "removed": "取消", "reworded": "只改措辞"}
FIELDS = {
    "modality": "性质",
    "bearer": "承担者",
    "counterparty": "相对人",
    "condition": "条件",
    "exception": "例外",
    "deadline": "期限",
    "threshold": "表决门槛",
    "amount": "数额",
    "authority": "处罚机关",
    "action": "内容",
}
FOOT = (
    "本工具不提供法律意见；判断依据各条所列规则，说不清的须对照原文。“取消”只说本文本不再写明，别的法律可能另有规定。"
)
STANDINGS = "对谁有什么影响（处数，有好有坏的都计）"
_PRESUMED = "；由哪一方承担系按合同推定"
_SHORTEST_SAME = 2
"""A run of equal characters shorter than this does not interrupt a marked change."""
_LONGEST_VALUE = 24
_TOLD_WHOLE = frozenset(["matters"])
"""Rules that say nothing without their values."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a change means for some parties, by one rule."""

    direction: Direction
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """What changed in one sentence, told as one."""

    kind: str
    places: str
    norms: tuple[str, ...]
    fields: str
    before: str
    """The earlier words; empty where there are none."""
    after: str
    effects: tuple[Told, ...]


def groups(comparison: Comparison) -> tuple[Group, ...]:
    """The changes by sentence, and figures that changed where no norm was read, in the order of the text."""
    told = [(entry.changes[0].norm.locator, _group(entry)) for entry in entries(comparison.changes)]
    told += [(at, _measured(one)) for one in comparison.passages if one.effects and (at := one.after or one.before)]
    return tuple(group for _, group in sorted(told, key=lambda one: one[0]))


def retold(comparison: Comparison) -> tuple[Passage, ...]:
    """The other passages whose words mean something else, and for which nothing more is told."""
    return tuple(one for one in comparison.passages if one.kind == "changed" and not one.effects)


def others(comparison: Comparison) -> int:
    """How many passages are told apart from the changes."""
    return sum(not one.effects for one in comparison.passages)


def only_words(comparison: Comparison) -> str:
    """Where other passages changed in marks, particles and names alone."""
    places = [place(one.after or one.before) for one in comparison.passages if one.kind == "reworded"]
    return f"只有标点、虚词或者称谓不同：{'、'.join(places)}" if places else ""


def standing_rows(comparison: Comparison) -> tuple[tuple[str, str, str, str], ...]:
    """Party, and how many changes are better, worse, open for it."""
    return tuple(
        (party_name(one.party), str(one.better), str(one.worse), str(one.open)) for one in comparison.standings
    )


def counts(comparison: Comparison) -> str:
    """How many entries of each kind, as the sections below list them."""
    listed = Counter(one.kind for one in groups(comparison))
    told = [(name, listed[kind]) for kind, name in KINDS.items()]
    told += [("条号改变", len(comparison.renumbered)), ("其他文字改动", others(comparison))]
    shown = "，".join(f"{name} {number}" for name, number in told if number)
    return shown or "没有发现改动"


def place(at: Locator | None) -> str:
    """A place without the title of its text."""
    return placed(at) if at is not None else "—"


def renumbered_words(comparison: Comparison) -> str:
    """Which articles stand under another number, runs of neighbours told as one."""
    runs: list[list[Renumbering]] = []
    for one in comparison.renumbered:
        if runs and _next(runs[-1][-1].before, one.before) and _next(runs[-1][-1].after, one.after):
            runs[-1].append(one)
        else:
            runs.append([one])
    return "；".join(f"{run_of(r[0].before, r[-1].before)} → {run_of(r[0].after, r[-1].after)}" for r in runs)


def marked(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts in pieces, with whether a piece is not in the other one."""
    old: list[tuple[str, bool]] = []
    new: list[tuple[str, bool]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, False).get_opcodes():
        differs = tag != "equal" or b - a < _SHORTEST_SAME
        old.append((before[a:b], differs))
        new.append((after[c:d], differs))
    return _joined(old), _joined(new)


def norm_words(norm: Norm, lead: str = "") -> str:
    """A norm in one line: who, how, to whom, what.

    Args:
        norm: the norm.
        lead: what the list says that its act is an item of.
    """
    called = norm.bearer_text or ""
    unnamed = norm.bearer in ((), ("other",)) and called not in norm.action
    bearer = called if unnamed else "、".join(map(party_name, norm.bearer))
    towards = "、".join(map(party_name, norm.counterparty))
    whom = f"（对{towards}）" if towards else ""
    voted = norm.threshold and norm.action.startswith("由")  # says itself who votes
    act = f"{lead}：{norm.action}" if lead else norm.action
    return f"{'' if voted else bearer}〔{modal_word(norm)}〕{whom}{act}"


def _next(one: Locator, other: Locator) -> bool:
    plain = one.annex == other.annex and not one.branch and not other.branch
    return plain and (one.article or 0) + 1 == other.article


def run_of(first: Locator, last: Locator) -> str:
    """From one place to another; within one paragraph or list without saying its number twice."""
    if first.numbers == last.numbers:
        return place(first)
    if first.numbers == last.numbers[:-1]:
        return f"{place(first)}及其各项"
    start, end = place(first), place(last)
    shared = place(first.at(last.numbers[:-1])) if first.numbers[:-1] == last.numbers[:-1] else ""
    return f"{start}至{end.removeprefix(shared)}"


def _group(entry: Entry) -> Group:
    fields = {name for one in entry.changes for name in one.fields}
    before = sorted(one.before.locator for one in entry.changes if one.before)
    after = sorted(one.after.locator for one in entry.changes if one.after)
    texts = [(one.before_text, one.after_text) for one in entry.changes]
    differing = [(old, new) for old, new in texts if old != new]
    return Group(
        kind=entry.kind,
        places=_places(before, after),
        norms=tuple(dict.fromkeys(_told_norm(one, entry) for one in entry.changes)),
        fields="、".join(title for name, title in FIELDS.items() if name in fields),
        before=_joined_texts(old for old, _ in differing),
        after=_joined_texts(new for _, new in differing),
        effects=tuple(dict.fromkeys(told_effects(effect for one in entry.changes for effect in one.effects))),
    )


def _measured(passage: Passage) -> Group:
    return Group(
        kind="changed",
        places=place(passage.after or passage.before),
        norms=(),
        fields="数值",
        before=passage.before_text,
        after=passage.after_text,
        effects=tuple(told_effects(passage.effects)),
    )


def _told_norm(one: Altered, entry: Entry) -> str:
    """The norm in one line; in an entry of several kinds with what became of it."""
    kind = f"{KINDS[one.kind]}：" if one.kind in ("added", "removed") and entry.kind != one.kind else ""
    return f"{kind}{norm_words(one.norm, one.lead)}"


def _joined_texts(texts: Iterable[str]) -> str:
    return "\n".join(text for text in dict.fromkeys(texts) if text)


def told_effects(effects: Iterable[Effect]) -> Iterator[Told]:
    """Effects that differ in nothing but the party are told together."""
    alike: dict[tuple[Direction, str, str, str, bool], dict[str, None]] = {}
    for one in effects:
        key = one.direction, one.rule, one.before, one.after, one.presumed
        alike.setdefault(key, {})[one.called or party_name(one.party)] = None
    for (direction, rule, before, after, presumed), names in alike.items():
        shown = (before or after) and (rule in _TOLD_WHOLE or max(len(before), len(after)) <= _LONGEST_VALUE)
        values = f"（{before or '无'} → {after or '无'}）" if shown else ""
        why = _PRESUMED if presumed else ""
        yield Told(direction, f"{'、'.join(names)}{DIRECTIONS[direction]}：{change_rules()[rule].says}{values}{why}")


def _places(before: Sequence[Locator], after: Sequence[Locator]) -> str:
    old, new = (run_of(run[0], run[-1]) if run else "" for run in (before, after))
    return old if not new or old == new else new if not old else f"{old} → {new}"


def _joined(pieces: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    return [
        ("".join(text for text, _ in run), differs)
        for differs, run in groupby((piece for piece in pieces if piece[0]), key=lambda piece: piece[1])
    ]
