"""Where a provision stands: `民法典/944/3`, `民法典/278/1/5`, `上海市住宅物业管理规定@2018-11-22/18`, `doc:合同/8`,
`doc:合同/附件2/3`; an article inserted as 第二百八十七条之一 is `刑法/287-1`."""

import re
from datetime import date
from functools import total_ordering
from typing import Any, Self

from pydantic import Field, model_serializer, model_validator

from propertylaw.errors import LocatorError

from .base import Model, Span

_FORM = re.compile(
    r"(?P<instrument>[^/@\s][^/@]*)(?:@(?P<version>\d{4}-\d{2}-\d{2}))?"
    r"(?:/附件(?P<annex>[1-9]\d*))?(?:/(?P<article>[1-9]\d*)(?:-(?P<branch>[1-9]\d*))?)?(?:/(?P<paragraph>[1-9]\d*))?(?:/(?P<item>[1-9]\d*))?(?:/(?P<sub_item>[1-9]\d*))?"
)
_LEVELS = ("article", "paragraph", "item", "sub_item")
_NUMBERS = ("annex", "article", "branch", "paragraph", "item", "sub_item")


@total_ordering
class Locator(Model):
    """Instrument, version, article (条), paragraph (款), item (项), sub-item (目), and the span in its text.

    Data files and results write it in its short form, which leaves out the span.
    """

    instrument: str
    """Id of the instrument; a user's own document is `doc:` and its file name."""
    version: date | None = None
    """Date that names the version; None means the one in force on the day asked about."""
    annex: int | None = Field(default=None, ge=1)
    """Number of the annex that the provision stands in; None in the body."""
    article: int | None = Field(default=None, ge=1)
    """Article number; in contracts the running number of the top-level clause."""
    branch: int | None = Field(default=None, ge=1)
    """1 for an article inserted later as 第X条之一."""
    paragraph: int | None = Field(default=None, ge=1)
    item: int | None = Field(default=None, ge=1)
    sub_item: int | None = Field(default=None, ge=1)
    span: Span | None = None
    """Characters in `Source.text`, where the text is at hand."""

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return dict(cls.parse(value))
        except LocatorError as problem:
            raise ValueError(problem.problem) from None

    @model_serializer
    def _short_form(self) -> str:
        return str(self)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the short form.

        Raises:
            LocatorError: the text is not of the form
                `instrument[@version][/附件N][/article[-branch][/paragraph[/item[/sub-item]]]]`.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise LocatorError(f"“{text}”不是有效的条文定位", advice="写法如 民法典/944/3")
        parts = match.groupdict()
        numbers = {k: int(parts[k]) for k in _NUMBERS if parts[k]}
        try:
            version = date.fromisoformat(parts["version"]) if parts["version"] else None
        except ValueError:
            raise LocatorError(f"“{text}”中的日期不存在", advice="日期写作 2018-11-22") from None
        return cls(instrument=parts["instrument"], version=version, **numbers)

    @classmethod
    def whole(cls, instrument: str, version: date | None = None) -> Self:
        """The place of a whole instrument."""
        numbers = dict.fromkeys(_NUMBERS)
        return cls.trusted({"instrument": instrument, "version": version, **numbers, "span": None})

    def __str__(self) -> str:
        told = f"{self.instrument}@{self.version}" if self.version else self.instrument
        if self.annex:
            told += f"/附件{self.annex}"
        branch = f"-{self.branch}" if self.branch else ""
        for number in (self.article, self.paragraph, self.item, self.sub_item):
            if number:
                told += f"/{number}{branch}"
                branch = ""
        return told

    @property
    def numbers(self) -> tuple[int, ...]:
        """Article, paragraph, item and sub-item as far as they are given."""
        known = self.article, self.paragraph, self.item, self.sub_item
        return tuple([number for number in known if number])

    def at(self, numbers: tuple[int, ...]) -> Self:
        """The place with other numbers in the same text: article, paragraph, item, sub-item as far as given."""
        branch = self.branch if numbers[:1] == (self.article,) else None
        article, paragraph, item, sub_item = (*numbers, None, None, None, None)[:4]
        return self.trusted(
            {
                "instrument": self.instrument,
                "version": self.version,
                "annex": self.annex,
                "article": article,
                "branch": branch,
                "paragraph": paragraph,
                "item": item,
                "sub_item": sub_item,
                "span": None,
            }
        )

    def part(self, number: int) -> Self:
        """The place with this number right below the place: a paragraph of an article, an item, a sub-item."""
        level = "paragraph" if self.paragraph is None else "item" if self.item is None else "sub_item"
        return self.trusted({**self.__dict__, level: number, "span": None})

    @property
    def bare(self) -> "Locator":
        """The place without its characters: provisions are cited by number."""
        return self.model_copy(update={"span": None})

    def contains(self, other: "Locator") -> bool:
        """Whether `other` lies in this provision: 民法典/944 contains 民法典/944/3."""
        same = self.instrument == other.instrument and self.version in (None, other.version)
        if not (self.article or self.annex):
            return same
        same = same and self.annex == other.annex and (not self.article or self.branch == other.branch)
        return same and other.numbers[: len(self.numbers)] == self.numbers

    def _order(self) -> tuple[object, ...]:
        numbers = self.numbers
        placed = (numbers[0], self.branch or 0, *numbers[1:]) if numbers else ()
        return self.instrument, str(self.version or ""), self.annex or 0, placed, self.span or (0, 0)

    def __lt__(self, other: "Locator") -> bool:
        return self._order() < other._order()
