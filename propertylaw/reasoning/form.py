"""The dispute form: read from YAML, checked against the vocabulary of facts, parties and claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from propertylaw.errors import FormError
from propertylaw.model import ClaimRequest, Dispute, Fact, FactDefinition
from propertylaw.rulebook import Rules, read_yaml, rules
from propertylaw.rulebook.yaml_file import line_of, nearest

from .meant import Titled, bare_number, meant
from .whose import could_be_either

_TYPES = {
    "boolean": "true、false 或 unknown",
    "number": "数字",
    "date": "日期，如 2024-03-01",
    "text": "文字",
    "choice": "给定选项之一",
}
_FRACTIONS = ("share", "1/day", "1/year")
"""Units of which a value may be written in per cent."""
_FIRST_DAY, _LAST_DAY = "_from", "_to"
"""How the ids of two facts end that state the first and the last day of one stretch of time."""


def read_form(path: str | Path, book: Rules | None = None) -> Dispute:
    """Read a dispute form.

    Args:
        path: a YAML file laid out as the published schema says.
        book: other curated law than the one that ships.

    Raises:
        FormError: an unknown fact, party, role or claim, a value of the wrong type, an impossible date; the message
            names the file, the line and the nearest valid name.
        ReadingError: the file cannot be read at all.
    """
    path = Path(path)
    dispute: Dispute = read_yaml(path, Dispute, FormError)
    return check_form(dispute, book or rules(), path)


def check_form(dispute: Dispute, book: Rules, path: Path) -> Dispute:
    """The dispute with every fact's value in the type that its definition asks for.

    Args:
        dispute: a form as it was read.
        book: the rules whose names it may use.
        path: the file it stands in, for messages.

    Raises:
        FormError: see `read_form`.
    """
    return _Check(path, dispute, book).checked()


class _Check:
    """One pass over a form; every complaint names the place."""

    def __init__(self, path: Path, dispute: Dispute, book: Rules) -> None:
        self.path, self.dispute, self.book = path, dispute, book
        self.ids = {participant.id for participant in dispute.parties}

    def checked(self) -> Dispute:
        """The dispute with every fact's value in the type that its definition asks for."""
        self._parties()
        self._claims()
        facts = tuple(self._fact(index, fact) for index, fact in enumerate(self.dispute.facts))
        self._stretches(facts)
        self._contradictions(facts)
        return self.dispute.model_copy(update={"facts": facts})

    def _stretches(self, facts: tuple[Fact, ...]) -> None:
        """A stretch of time stated by two facts, its first and its last day, ends after it begins."""
        for index, last in enumerate(facts):
            if not last.id.endswith(_LAST_DAY) or not isinstance(last.value, date):
                continue
            first = last.id.removesuffix(_LAST_DAY) + _FIRST_DAY
            # Of several stretches (obstacles to limitation) it is not said which end goes with which beginning.
            starts = [one.value for one in facts if one.id == first and _of_one(one, last)]
            begins = min((day for day in starts if isinstance(day, date)), default=date.min)
            if begins > last.value:
                problem = f"“{first}”（{begins}）晚于“{last.id}”（{last.value}），起止日期前后颠倒"
                raise self._error(problem, ("facts", index, "value"), "核对两个日期")

    def _contradictions(self, facts: tuple[Fact, ...]) -> None:
        """One and the same side says two things of the same time; what two sides say is weighed by their proof."""
        for index, later in enumerate(facts):
            for earlier in facts[:index]:
                if self._contradict(earlier, later):
                    who = f"“{later.said_by}”" if later.said_by else "同一张表"
                    values = "、".join(_shown(one, self.book.facts[one.id]) for one in (earlier, later))
                    problem = f"{who}对“{later.id}”写了两个不同的值（{values}），时间重叠"
                    advice = "删去一个；先后不同的，用 from、to 分开；各方说法不同的，写明 said_by"
                    raise self._error(problem, ("facts", index, "value"), advice)

    def _contradict(self, one: Fact, other: Fact) -> bool:
        same = (one.id, one.of, one.said_by) == (other.id, other.of, other.said_by)
        if not same or self.book.facts[one.id].several or one.value == other.value or None in (one.value, other.value):
            return False
        starts, ends = max(_since(one), _since(other)), min(_until(one), _until(other))
        return starts <= ends

    def _parties(self) -> None:
        if len(self.ids) < len(self.dispute.parties):
            raise self._error("当事人的 id 重复", ("parties",))
        for index, participant in enumerate(self.dispute.parties):
            self._called(participant.role, self.book.parties, ("角色", "parties"), ("parties", index, "role"))

    def _claims(self) -> None:
        for index, request in enumerate(self.dispute.claims):
            self._called(request.claim, self.book.claims, ("请求", "claims"), ("claims", index, "claim"))
            self._known(request.by, self.ids, "当事人", ("claims", index, "by"))
            self._may_claim(index, request)
            if request.by in request.against:
                raise self._error(f"“{request.by}”不能向自己请求", ("claims", index, "against"))
            for other in request.against:
                self._known(other, self.ids, "当事人", ("claims", index, "against"))

    def _may_claim(self, index: int, request: ClaimRequest) -> None:
        claim = self.book.claims[request.claim]
        roles = {person.id: person.role for person in self.dispute.parties}
        if roles[request.by] not in claim.claimant:
            titles = "、".join(self.book.parties[role].title for role in claim.claimant)
            raise self._error(f"“{claim.title}”只能由{titles}提出", ("claims", index, "by"))
        answering = {role for head in claim.respondents for role in head.role}
        for other in request.against:
            if roles.get(other, "") not in answering | {""}:
                titles = "、".join(self.book.parties[role].title for role in sorted(answering))
                problem = f"“{claim.title}”只能向{titles}提出，“{other}”是{self.book.parties[roles[other]].title}"
                advice = f"从 against 里删去“{other}”，对它另提请求（rules list）"
                raise self._error(problem, ("claims", index, "against"), advice)

    def _fact(self, index: int, fact: Fact) -> Fact:
        self._called(fact.id, self.book.facts, ("事实", "facts"), ("facts", index, "id"))
        definition = self.book.facts[fact.id]
        if definition.calc:
            raise self._error(f"{_named(definition)}由其他事实算出，不能直接填写", ("facts", index, "id"))
        for key, people in (("of", (fact.of,)), ("said_by", (fact.said_by,)), ("admitted_by", fact.admitted_by)):
            for person in filter(None, people):
                self._known(person, self.ids, "当事人", ("facts", index, key))
        for person in fact.denied_by:
            self._known(person, self.ids, "当事人", ("facts", index, "denied_by"))
            if person in fact.admitted_by:
                problem = f"“{person}”对{_named(definition)}既承认又否认"
                raise self._error(problem, ("facts", index, "denied_by"), "从 admitted_by 或 denied_by 里删去")
        if fact.unit and definition.unit and fact.unit != definition.unit:
            raise self._error(f"{_named(definition)}的单位应为 {definition.unit}", ("facts", index, "unit"))
        if fact.since and fact.until and fact.since > fact.until:
            problem = f"{_named(definition)}的 from（{fact.since}）晚于 to（{fact.until}），起止日期前后颠倒"
            raise self._error(problem, ("facts", index, "from"), "核对两个日期")
        self._right_side(index, fact, definition)
        self._bounds(index, fact, definition)
        return fact.model_copy(update={"value": self._value(index, fact, definition)})

    def _right_side(self, index: int, fact: Fact, definition: FactDefinition) -> None:
        """A fact that is always one side's is not stated of the other: it would count for nobody."""
        roles = {person.id: person.role for person in self.dispute.parties}
        sides = {"claimant": "请求的一方", "respondent": "被请求的一方"}
        pairs = {(request.by, other) for request in self.dispute.claims for other in request.against}
        pairs = {pair for pair in pairs if could_be_either(definition, *(roles[one] for one in pair))}
        whose = {pair[0] if definition.whose == "claimant" else pair[1] for pair in pairs}
        if definition.whose and fact.of in {one for pair in pairs for one in pair} - whose:
            problem = f"{_named(definition)}问的是{sides[definition.whose]}，却写成“{fact.of}”的"
            right = " 或 ".join(f"of: {one}" for one in sorted(whose))
            raise self._error(problem, ("facts", index, "of"), f"改为 {right}")

    def _bounds(self, index: int, fact: Fact, definition: FactDefinition) -> None:
        if fact.low is None and fact.high is None:
            return
        if definition.type != "number":
            raise self._error(f"{_named(definition)}不是数字，不能写 min、max", ("facts", index, "min"))
        if fact.low is None or fact.high is None or fact.value is not None:
            raise self._error("min 和 max 要一起写，并且不写 value", ("facts", index, "min"))
        if fact.low > fact.high:
            raise self._error("min 大于 max", ("facts", index, "min"))
        for key, bound in (("min", fact.low), ("max", fact.high)):
            self._in_range(bound, definition, ("facts", index, key))

    def _value(self, index: int, fact: Fact, definition: FactDefinition) -> Any:
        if fact.value is None or fact.value == "unknown":
            return None
        value = _converted(fact.value, definition)
        if value is None:
            wanted = _TYPES[definition.type]
            if definition.type == "choice":
                wanted = "、".join(f"{id}（{words[0]}）" for id, words in definition.choices.items())
            advice = bare_number(fact.value) if definition.type == "number" else None
            if definition.type == "number" and str(fact.value).strip().endswith(("%", "％")):
                counted = "只知道百分数的，全体填 100，其余填占全体的百分数，不带百分号"
                advice = "写算出来的金额（元），不写百分数" if definition.unit == "CNY" else counted
            raise self._error(f"{_named(definition)}的值应为{wanted}", ("facts", index, "value"), advice)
        if isinstance(value, Decimal):
            self._in_range(value, definition, ("facts", index, "value"))
        return value

    def _in_range(self, value: Decimal, definition: FactDefinition, keys: tuple[int | str, ...]) -> None:
        if definition.minimum is not None and value < definition.minimum:
            raise self._error(f"{_named(definition)}不能小于 {definition.minimum}", keys)
        if definition.maximum is not None and value > definition.maximum:
            raise self._error(f"{_named(definition)}不能大于 {definition.maximum}", keys)

    def _known(self, name: str, known: Iterable[str], kind: str, keys: tuple[int | str, ...]) -> None:
        names = list(known)
        if name not in names:
            listed = f"表上的有：{'、'.join(sorted(names))}"
            raise self._error(f"没有这个{kind}“{name}”", keys, nearest(name, names) or listed)

    def _called(
        self, name: str, known: Mapping[str, Titled], kind: tuple[str, str], keys: tuple[int | str, ...]
    ) -> None:
        """A name of the rules must be known; `kind` is how it is called, and what lists all of its kind."""
        if name not in known:
            raise self._error(f"没有这个{kind[0]}“{name}”", keys, meant(name, known, kind[1]))

    def _error(self, problem: str, keys: tuple[int | str, ...], advice: str | None = None) -> FormError:
        line = line_of(self.path.read_text(encoding="utf-8-sig"), keys)
        place = f"第 {line} 行，{_place(keys)}" if line else _place(keys)
        return FormError(problem, file=self.path, place=place, advice=advice)


_LISTS = {"claims": "项请求", "facts": "条事实", "parties": "个当事人"}
"""How the entries of the form's lists are counted."""


def _place(keys: tuple[int | str, ...]) -> str:
    """A place of the form in words: 第 2 条事实的 value; entries count from one, as people do."""
    match keys:
        case (str() as name, int() as index, str() as key):
            return f"第 {index + 1} {_LISTS[name]}的 {key}"
        case _:
            return f"“{'.'.join(map(str, keys))}”"


def _named(definition: FactDefinition) -> str:
    """A fact in messages, by its id and its title."""
    return f"“{definition.id}”（{definition.title}）"


def _since(fact: Fact) -> date:
    return fact.since or date.min


def _until(fact: Fact) -> date:
    return fact.until or date.max


def _shown(fact: Fact, definition: FactDefinition) -> str:
    if isinstance(fact.value, bool):
        return str(fact.value).lower()
    return definition.label(fact.value) or str(fact.value)


def _of_one(first: Fact, last: Fact) -> bool:
    """Whether two facts can concern the same person."""
    return first.of == last.of or None in (first.of, last.of)


def _converted(value: Any, definition: FactDefinition) -> bool | Decimal | date | str | None:
    """The value in its type, or None where it does not fit."""
    match definition.type:
        case "boolean":
            return value if isinstance(value, bool) else None
        case "number":
            return None if isinstance(value, bool) else _number(value, definition)
        case "date":
            return value if isinstance(value, date) else _day(value)
        case "choice":
            return value if value in definition.choices else None
        case _:
            return str(value)


def _number(value: Any, definition: FactDefinition) -> Decimal | None:
    """The number, of a share also as per cent."""
    text, per_cent = str(value).strip(), definition.unit in _FRACTIONS
    hundredths = per_cent and text.endswith(("%", "％"))
    try:
        number = Decimal(text[:-1] if hundredths else text)
    except InvalidOperation:
        return None
    return (number / 100 if hundredths else number) if number.is_finite() else None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
