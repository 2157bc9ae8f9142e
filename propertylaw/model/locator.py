"""Where a provision stands: `民法典/944/3`, `民法典/278/1/5`, `上海市住宅物业管理规定@2018-11-22/18`, `doc:合同/8`."""

from __future__ import annotations

import re
from datetime import date
from functools import total_ordering
from typing import Any

from pydantic import Field, model_serializer, model_validator

from propertylaw.errors import LocatorError

from .base import Model, Span

_FORM = re.compile(
    r"(?P<instrument>[^/@\s][^/@]*)(?:@(?P<version>\d{4}-\d{2}-\d{2}))?"
    r"(?:/(?P<article>[1-9]\d*))?(?:/(?P<paragraph>[1-9]\d*))?(?:/(?P<item>[1-9]\d*))?(?:/(?P<sub_item>[1-9]\d*))?"
)


@total_ordering
class Locator(Model):
    """Instrument, version, article (条), paragraph (款), item (项), sub-item (目), and the span in its text.

    Data files and results write it in its short form, which leaves out the span.
    """

    instrument: str
    """Id of the instrument; a user's own document is `doc:` and its file name."""
    version: date | None = None
    """Date that names the version; None means the one in force on the day asked about."""
    article: int | None = Field(default=None, ge=1)
    """Article number; in contracts the running number of the top-level clause."""
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
    def parse(cls, text: str) -> Locator:
        """Read the short form.

        Raises:
            LocatorError: the text is not of the form `instrument[@version][/article[/paragraph[/item[/sub-item]]]]`.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise LocatorError(f"“{text}”不是有效的条文定位", advice="写法如 民法典/944/3")
        parts = match.groupdict()
        numbers = {k: int(parts[k]) for k in ("article", "paragraph", "item", "sub_item") if parts[k]}
        try:
            version = date.fromisoformat(parts["version"]) if parts["version"] else None
        except ValueError:
            raise LocatorError(f"“{text}”中的日期不存在", advice="日期写作 2018-11-22") from None
        return cls(instrument=parts["instrument"], version=version, **numbers)

    def __str__(self) -> str:
        head = self.instrument + (f"@{self.version}" if self.version else "")
        return "/".join([head, *map(str, self.numbers)])

    @property
    def numbers(self) -> tuple[int, ...]:
        """Article, paragraph, item and sub-item as far as they are given."""
        path = (self.article, self.paragraph, self.item, self.sub_item)
        return tuple(n for n in path if n is not None)

    def contains(self, other: Locator) -> bool:
        """Whether `other` lies in this provision: 民法典/944 contains 民法典/944/3."""
        same = self.instrument == other.instrument and self.version in (None, other.version)
        return same and other.numbers[: len(self.numbers)] == self.numbers

    def _order(self) -> tuple[str, str, tuple[int, ...], Span]:
        return self.instrument, str(self.version or ""), self.numbers, self.span or (0, 0)

    def __lt__(self, other: Locator) -> bool:
        return self._order() < other._order()
