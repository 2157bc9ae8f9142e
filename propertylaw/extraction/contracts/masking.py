"""A text with its parties as tokens of equal length, so that a pattern means the provider by whatever name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from propertylaw.extraction.mentions import Mention
from propertylaw.model import PartyId

from .words import pattern

_TOKENS: Mapping[PartyId, str] = {
    "owner": "Ⓞ",
    "buyer": "Ⓞ",
    "property_user": "Ⓤ",
    "owners_committee": "Ⓒ",
    "pm_committee": "Ⓒ",
    "owners_assembly": "Ⓐ",
    "committee_member": "Ⓜ",
    "service_provider": "Ⓟ",
    "outgoing_provider": "Ⓟ",
    "provider_staff": "Ⓟ",
    "new_provider": "Ⓝ",
    "developer": "Ⓓ",
    "contractor": "Ⓣ",
    "utility": "Ⓛ",
    "housing_authority": "Ⓖ",
    "urban_management": "Ⓖ",
    "fire_rescue": "Ⓖ",
    "public_security": "Ⓖ",
    "price_authority": "Ⓖ",
    "market_regulation": "Ⓖ",
    "subdistrict": "Ⓖ",
    "generic_authority": "Ⓖ",
}
_SEVERAL = "Ⓑ"
_TICKED = re.compile("[☑☒■✔✓√]")
_NOT_TAKEN = re.compile(r"[□☐][ 　]*[^\s□☐☑☒■✔✓√，。；：（）]{1,8}")


def masked(text: str, mentions: Iterable[Mention]) -> str:
    """The text with every party it names as a run of that party's token; no place in it changes.

    What a name tells of its party (欠费业主) stays to be read. Parties without a token (courts, arbitration) keep
    their name; several parties under one name are `Ⓑ`.
    """
    pieces, position = [], 0
    for mention in mentions:
        token = _token(mention)
        if token is None:
            continue
        told = pattern("{told_of_name}").match(text[mention.start : mention.end])
        start = mention.start + (told.end() if told else 0)
        pieces += [text[position:start], token * (mention.end - start)]
        position = mention.end
    return without_options_not_taken(_bare("".join([*pieces, text[position:]])))


def without_options_not_taken(text: str) -> str:
    """Where a line ticks one option, the others are blank; no place in the text changes."""
    if _TICKED.search(text) is None:
        return text
    lines = text.split("\n")
    return "\n".join(_NOT_TAKEN.sub(_room, line) if _TICKED.search(line) else line for line in lines)


def _room(found: re.Match[str]) -> str:
    return "　" * len(found[0])


def _bare(text: str) -> str:
    """Parties that only a bare word names (物业可以…, 欠费者) as tokens too."""
    for words, token in (("{bare_provider}", "Ⓟ"), ("{bare_owner}", "Ⓞ")):
        text = "".join(
            token * len(piece) if number % 2 else piece
            for number, piece in enumerate(pattern(f"({words})").split(text))
        )
    return text


def _token(mention: Mention) -> str | None:
    tokens = {_TOKENS.get(party) for party in mention.parties}
    if len(tokens) == 1:
        return tokens.pop()
    return _SEVERAL if None not in tokens else None
