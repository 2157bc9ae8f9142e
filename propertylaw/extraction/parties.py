"""Who is named where in a text: kinds of parties, found by one scan, the longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from propertylaw.model import Outline, PartyId
from propertylaw.rulebook import parties

from .beginnings import beginnings
from .draft import Parties
from .lexicon import lexicon
from .wordlists import one_of

_EVERYONE = ("双方", "各方", "三方", "任何一方", "一方")
_OFFICE = r"(?:部门|机关|机构|局(?![部限面势]))"
_UNKNOWN_OFFICE = "other_authority"
_JOIN = r"(?:、|和|以及|或者|及|与|，|或)"


class Mention(NamedTuple):
    """A run of text that names parties."""

    start: int
    end: int
    parties: Parties


class PartyFinder:
    """Finds parties in text.

    Args:
        names: further names and whom they stand for, such as 甲方 in a contract.
    """

    def __init__(self, names: Mapping[str, Parties] | None = None) -> None:
        self._ids: dict[str, Parties] = {name: (party,) for name, party in _known_names().items()}
        self._ids |= {_wide(name): parties for name, parties in (names or {}).items()}
        self._patterns = lexicon().party_patterns
        starts = [beginnings(pattern.text) for pattern in self._patterns]
        # nearly every position of a text begins no name: one look at its first character settles that
        patterns = "|".join(
            f"(?={_one_char(start)})(?P<p{n}>{pattern.text})"
            for n, (start, pattern) in enumerate(zip(starts, self._patterns, strict=True))
        )
        words = f"(?P<name>{one_of(self._ids)})"
        offices = f"(?={_one_char(_office_names())})(?P<offices>{_office_list()})"
        known = frozenset().union(*starts)
        possible = _one_char([*self._ids, *_office_names(), *known])
        self._scan = re.compile(f"(?={possible})(?:{offices}|(?={_one_char(known)})(?:{patterns})|{words})")

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in reading order; no two overlap.

        A government that only says whose department follows is none (县级以上人民政府住房城乡建设部门).
        """
        found: list[Mention] = []
        for match in self._scan.finditer(_wide(text)):
            parties = self._named(match)
            if parties:
                start, end = match.span()
                if found and found[-1].end == start and _is_government(found[-1]):
                    found.pop()
                found.append(Mention(start, end, parties))
        return tuple(found)

    def _named(self, match: re.Match[str]) -> Parties:
        kind = match.lastgroup or ""
        if kind == "name":
            return self._ids[match[0]]
        return _offices(match[0]) if kind == "offices" else self._patterns[int(kind[1:])].parties


def document_parties(outline: Outline) -> dict[str, PartyId]:
    """What a document calls its parties (甲方, 乙方, short names) and which kinds of parties they are.

    Args:
        outline: of the document; its definitions say who 甲方 is.

    Returns:
        The parties between whom the document is made; empty for statutes without such definitions.
    """
    found = {}
    for definition in outline.definitions:
        if definition.kind == "party":
            party = recognise(definition.meaning)
            if party is not None:
                found[definition.term] = party
    return found


def document_names(outline: Outline) -> dict[str, Parties]:
    """Every name of a document's own for parties: 甲方, short forms, and 双方 for all who made the contract."""
    between = document_parties(outline)
    everyone = tuple(sorted(set(between.values())))
    together = dict.fromkeys(_EVERYONE, everyone) if len(everyone) > 1 else {}
    names = {**_short_names(outline, between), **between}
    return {name: (party,) for name, party in names.items()} | together


def _short_names(outline: Outline, between: Mapping[str, PartyId]) -> dict[str, PartyId]:
    """Short forms that a document introduces for parties (以下简称…), those for 甲方 or 乙方 too (以下也称“本公司”)."""
    finder = default_finder()
    found = {}
    for definition in outline.definitions:
        if definition.kind != "abbreviation" or finder.find(definition.term):
            continue
        if definition.meaning in between:
            found[definition.term] = between[definition.meaning]
            continue
        named = finder.find(definition.meaning)
        if named and named[-1].end == len(definition.meaning) and len(named[-1].parties) == 1:
            found[definition.term] = named[-1].parties[0]
    return found


def recognise(name: str) -> PartyId | None:
    """The kind of party that a proper name or a description belongs to: 枫林苑业主委员会, 安和物业服务有限公司.

    Takes misspelt names too, as scanned documents have them; None where nothing is near enough.
    """
    for pattern, party in _NAME_ENDINGS:
        if pattern.search(name):
            return party
    named = default_finder().find(name)
    return named[-1].parties[0] if named else _nearest(name)


def default_finder() -> PartyFinder:
    """The finder that knows the parties of `rules/parties.yaml` alone."""
    return finder_for({})


def finder_for(names: Mapping[str, Parties]) -> PartyFinder:
    """The finder that also knows these names; built once for the same names."""
    return _finder(tuple(sorted(names.items())))


@lru_cache(maxsize=32)
def _finder(names: tuple[tuple[str, Parties], ...]) -> PartyFinder:
    return PartyFinder(dict(names))


_NAME_ENDINGS: tuple[tuple[re.Pattern[str], PartyId], ...] = (
    (re.compile(r"业主委员会|业委会"), "owners_committee"),
    (re.compile(r"物业管理委员会"), "pm_committee"),
    (re.compile(r"业主大会"), "owners_assembly"),
    (re.compile(r"建设单位|置业|房地产|地产|开发(?:有限)?(?:公司|集团|企业)"), "developer"),
    (re.compile(r"买受人|购房人|购房者"), "buyer"),
    (
        re.compile(
            r"物业(?:服务|管理)?(?:企业|人|集团)?.{0,8}公司|物业服务(?:企业|人)|物业管理企业|物业公司|生活服务.{0,6}公司"
        ),
        "service_provider",
    ),
)


def _nearest(name: str) -> PartyId | None:
    from rapidfuzz import fuzz, process

    ids = _known_names()
    names = [alias for alias in ids if len(alias) >= 4]
    best = process.extractOne(name, names, scorer=fuzz.partial_ratio, score_cutoff=72)
    return ids[best[0]] if best else None


@cache
def _known_names() -> dict[str, PartyId]:
    return {name: party.id for party in parties().values() for name in (party.title, *party.aliases)}


@cache
def _office_names() -> dict[str, PartyId]:
    return {name: department.party for department in lexicon().departments for name in department.names}


@cache
def _office_list() -> str:
    """A list of departments, or a single one: 公安、民政等有关部门; before 等 it may name some that are not known."""
    names = one_of(_office_names())
    one = rf"(?:{names})(?:[（(][^（）()]{{1,16}}[）)])?(?:行政)?(?:主管)?(?:管理|执法)?{_OFFICE}?"
    unknown = r"[^，。；、的和及与或等]{2,8}"
    return (
        rf"(?:{one}、)+(?:(?:{one}|{unknown})、)*(?:{one}|{unknown})等(?:有关|相关)?(?:行政)?(?:主管|管理)?部门(?:和机构|、机构|和单位|、单位)?|"
        rf"(?:{one}{_JOIN})*(?:{names})(?:[（(][^（）()]{{1,16}}[）)])?"
        rf"等?(?:其他)?(?:有关|相关)?(?:行政|业务)?(?:主管|管理|执法)*的?{_OFFICE}(?:和机构|、机构|和单位|、单位)?"
    )


@cache
def _office_names_pattern() -> re.Pattern[str]:
    return re.compile(one_of(_office_names()))


def _wide(text: str) -> str:
    """The text with its narrow brackets wide, as the word lists have them; no place in it changes."""
    return text.replace("(", "（").replace(")", "）")


def _one_char(words: Iterable[str]) -> str:
    """A regular expression for the characters that words begin with."""
    return f"[{re.escape(''.join(sorted({word[0] for word in words})))}]"


@lru_cache(maxsize=512)
def _offices(text: str) -> Parties:
    names = _office_names()
    bare = re.sub(r"[（(][^（）()]*[）)]", "", text)
    found = {names[match[0]] for match in _office_names_pattern().finditer(bare)}
    listed = bare.partition("等")[0].split("、")
    unknown = len(listed) > 1 and any(_office_names_pattern().search(one) is None for one in listed)
    return tuple(sorted(found | {_UNKNOWN_OFFICE} if unknown else found))


def _is_government(mention: Mention) -> bool:
    return all(party.endswith("government") for party in mention.parties)
