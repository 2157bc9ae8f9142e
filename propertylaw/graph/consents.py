"""Votes and consents as values: who has to take part or agree, counted by area and heads, of all or of those voting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from propertylaw.extraction.parties import default_finder
from propertylaw.model import Norm, PartyId
from propertylaw.structure import parse_numeral

from .wording import kin, pattern

_NUMERAL = r"[0-9０-９一二两三四五六七八九十百]+"
_SHARE = re.compile(
    rf"(?P<half>过半数|半数以上|过半)|(?P<low>{_NUMERAL})分之(?P<high>{_NUMERAL})|(?P<top>\d+)[/／](?P<bottom>\d+)"
    r"|(?P<percent>\d+(?:\.\d+)?)[%％]"
)
_PART_END = re.compile("且|，")


@dataclass(frozen=True, slots=True)
class Consent:
    """What a decision needs before it stands."""

    act: Literal["participation", "consent"]
    of: Literal["all", "taking_part"]
    """Whether the shares are counted of all owners or of those who take part in the vote."""
    area: Fraction | None = None
    """Share of the floor area; a bare half means more than half."""
    heads: Fraction | None = None
    part_only: bool = False
    """Whether only the owners of a part (单元, 栋) are counted."""
    parties: tuple[PartyId, ...] = ()
    """Who is asked, where no shares are counted."""

    @property
    def counted(self) -> bool:
        """Whether shares are counted."""
        return self.area is not None or self.heads is not None

    def __str__(self) -> str:
        """In Chinese."""
        if not self.counted:
            return "征得同意"
        of = "参与表决的" if self.of == "taking_part" else "全体"
        whose = "本单元（栋）" if self.part_only else ""
        shares = [f"{name}{_said(share)}" for name, share in (("面积", self.area), ("人数", self.heads)) if share]
        return f"{of}{whose}业主{'且'.join(shares)}{'同意' if self.act == 'consent' else '参与表决'}"


def consent_of(norm: Norm) -> Consent | None:
    """The vote or consent of owners that the act of a norm demands; None where it demands none."""
    stated = norm.threshold and (norm.origin == "curated" or norm.threshold in norm.action)
    words = norm.threshold if stated and norm.threshold else norm.action
    return _vote(words) or _asked(norm.action)


@lru_cache(maxsize=1 << 14)
def _vote(words: str) -> Consent | None:
    if not pattern("votes.owners").search(words) or pattern("votes.organs").search(words):
        return None
    participation, consent = pattern("votes.participation").search(words), pattern("votes.consent").search(words)
    if not participation and not consent:
        return None
    shares = [(part, share) for part in _PART_END.split(words) if (share := _share(part)) is not None]
    area = next((share for part, share in shares if pattern("votes.area").search(part)), None)
    heads = next((share for part, share in shares if _counts_heads(part)), None)
    if area is None and heads is None:
        return None
    act: Literal["participation", "consent"] = "consent" if consent else "participation"
    taking_part = act == "consent" and bool(pattern("votes.taking_part").search(words))
    return Consent(act, "taking_part" if taking_part else "all", area, heads, bool(pattern("votes.part").search(words)))


def _counts_heads(part: str) -> bool:
    return bool(pattern("votes.heads").search(part)) or not pattern("votes.area").search(part)


@lru_cache(maxsize=1 << 14)
def _asked(action: str) -> Consent | None:
    found = pattern("votes.asked").search(action)
    if found is None:
        return None
    named = {id for mention in default_finder().find(found["who"]) for id in mention.parties}
    return Consent("consent", "all", parties=tuple(sorted(kin(named)))) if named else None


def _share(words: str) -> Fraction | None:
    found = _SHARE.search(words)
    if found is None:
        return None
    if found["half"]:
        return Fraction(1, 2)
    if found["low"]:
        return _fraction(parse_numeral(found["high"]), parse_numeral(found["low"]))
    if found["top"]:
        return _fraction(int(found["top"]), int(found["bottom"]))
    return Fraction(Decimal(found["percent"])) / 100


def _fraction(top: int | None, bottom: int | None) -> Fraction | None:
    return Fraction(top, bottom) if top and bottom else None


def _said(share: Fraction) -> str:
    return "过半数" if share == Fraction(1, 2) else f"{share}以上"
