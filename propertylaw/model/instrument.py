"""Sources of law as the catalogue knows them: identity, rank, territory and time, without their text."""

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from .base import Model
from .locator import Locator

NATION = "中国"
"""The territory of national law."""


class Rank(StrEnum):
    """Kinds of sources in the order of 立法法 98-106; `RANK_ORDER` gives the height."""

    STATUTE = "statute"
    INTERPRETATION = "interpretation"
    ADMINISTRATIVE_REGULATION = "administrative_regulation"
    PROVINCIAL_REGULATION = "provincial_regulation"
    CITY_REGULATION = "city_regulation"
    DEPARTMENT_RULE = "department_rule"
    GOVERNMENT_RULE = "government_rule"
    GUIDANCE = "guidance"
    COVENANT = "covenant"
    CONTRACT = "contract"


RANK_ORDER: dict[Rank, int] = {
    Rank.STATUTE: 1,
    Rank.INTERPRETATION: 1,
    Rank.ADMINISTRATIVE_REGULATION: 2,
    Rank.PROVINCIAL_REGULATION: 3,
    Rank.DEPARTMENT_RULE: 3,
    Rank.CITY_REGULATION: 4,
    Rank.GOVERNMENT_RULE: 5,
    Rank.GUIDANCE: 8,
    Rank.COVENANT: 9,
    Rank.CONTRACT: 9,
}
"""1 is the highest. An interpretation ranks with what it interprets. The height orders a list; whether one source
prevails over another is asked of `rulebook.precedence`, which knows where the law leaves it to a ruling."""


class Version(Model):
    """One text of an instrument. At least one of its days is known."""

    adopted: date | None = None
    """Day of adoption or amendment; names the version in a locator (`上海市住宅物业管理规定@2018-11-22`)."""
    approved: date | None = None
    """Day on which the province approved the regulation of a city."""
    promulgated: date | None = None
    in_force: date | None = None
    """First day on which this text applies; None where it is not known."""
    articles: int | None = Field(default=None, ge=1)
    """Number of articles, where counted or beyond doubt."""
    renumbered: bool = False
    """The articles were numbered anew: a number means another provision in the version before."""

    @model_validator(mode="after")
    def _has_a_day(self) -> Self:
        if not self._days:
            raise ValueError("版本至少要有一个日期")
        return self

    @property
    def begins(self) -> date:
        """The first day reckoned with: that of application where known, else the last step of making the text."""
        return self._days[0]

    @property
    def name(self) -> date:
        """The day that names the version."""
        return self.adopted or self.begins

    @property
    def _days(self) -> tuple[date, ...]:
        days = (self.in_force, self.promulgated, self.approved, self.adopted)
        return tuple(day for day in days if day is not None)


class Instrument(Model):
    """A statute, regulation, interpretation or a user's document."""

    id: str
    """Short title, as locators write it: 民法典, 物业管理条例, `doc:合同`."""
    title: str
    """Full official title."""
    aliases: tuple[str, ...] = ()
    rank: Rank
    issuer: str = ""
    number: str = ""
    """Document number (国务院令第379号), where it has one."""
    territory: str = NATION
    """中国, a province (山东省) or a city with its province (山东省青岛市)."""
    promulgated: date | None = None
    parts: tuple[str, ...] = ()
    """Names of its 编 in order, where texts leave out their numbers."""
    versions: tuple[Version, ...] = ()
    """Known versions, oldest first."""
    repealed: date | None = None
    """First day on which it no longer applies."""
    repealed_by: Locator | None = None
    """The provision that ends it."""
    replaced_by: str | None = None
    """Id of the instrument that took its place."""
    note: str = ""
    """What a user has to know: known doubts about the versions."""

    def version_on(self, day: date) -> Version | None:
        """The version that applies on a day; None before the first and after the repeal."""
        if self.repealed and day >= self.repealed:
            return None
        begun = [version for version in self.versions if version.begins <= day]
        return begun[-1] if begun else None
