"""Who is named where in a text: kinds of parties, found by one scan, the longest name first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import itemgetter

from propertylaw.model import Outline, PartyId
from propertylaw.rulebook import parties

from .cues import Cues
from .draft import Parties
from .lexicon import lexicon
from .mentions import Mention
from .name_forms import Form, by_beginning
from .offices import office_list, offices
from .unnamed_sides import LETTERS, called_by_letters, sides_by_custom

_place = itemgetter(0)
_SERVICE_CONTRACT = re.compile("物业(?:管理)?(?:服务|管理)(?:委托)?(?:合同|协议)书?$")
_OWNERS_SIDE = {"owners_committee", "owners_assembly"}
"""Of a contract for property services with one of these, the other party is the provider, whatever it is called."""
_UNKNOWN_OFFICE = re.compile(
    "(?!有关|相关|各|其|所属|及|授权|指定|批准|决定|组织|协调|责成|或|和|与|、)[^，。；、的和与及会或由对向在应可]{2,10}?"
    "(?:主管|管理|监督|监察)部门"
)
"""The rest of the name of a department behind its government (国务院产品质量监督部门)."""
_NOBODY = Mention(0, 0, ())
_SOME_OFFICE = ("generic_authority",)
_WRITTEN = re.compile("[一-鿿]")
_EVERYONE = ("双方", "各方", "三方", "任何一方", "一方")


class PartyFinder:
    """Finds parties in text.

    Args:
        names: further names and whom they stand for, such as 甲方 in a contract.
    """

    def __init__(self, names: Mapping[str, Parties] | None = None) -> None:
        known: dict[str, Parties] = {name: (party,) for name, party in _known_names().items()}
        known |= {_wide(name): parties for name, parties in (names or {}).items()}
        self._cues = Cues(by_beginning(_forms(), known))

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in reading order; no two overlap.

        A government that only says whose department follows is none (县级以上人民政府住房城乡建设部门).
        """
        text = _wide(text)
        found: list[Mention] = []
        position = 0
        for start, begun in sorted(self._cues.longest(text).items(), key=_place):
            named = begun.named(text, start) if start >= position else None
            if named is None:
                continue
            position = named.end
            if named.parties:
                if found and found[-1].end == named.start and _is_government(found[-1]):
                    found.pop()
                found.append(named)
        return tuple(_with_unknown_offices(text, found))


def document_parties(outline: Outline) -> dict[str, PartyId]:
    """What a document calls its parties (甲方, 乙方, short names) and which kinds of parties they are.

    Args:
        outline: of the document; its definitions say who 甲方 is.

    Returns:
        The parties between whom the document is made; empty for statutes without such definitions.
    """
    named = {one.term: one.meaning for one in outline.definitions if one.kind == "party"}
    found = {term: party for term, name in named.items() if (party := recognise(name)) is not None}
    if _SERVICE_CONTRACT.search(outline.title) and _OWNERS_SIDE & set(found.values()):
        others = (term for term, name in named.items() if term not in found and _WRITTEN.search(name))
        found |= dict.fromkeys((term for term in others if term in LETTERS), "service_provider")
    return found


def unnamed_sides(outline: Outline, text: str) -> dict[str, PartyId] | None:
    """Who 甲方 and 乙方 of a contract on property services are that names neither; None where that is no question.

    Args:
        outline: of the document.
        text: of the document.

    Returns:
        Those that follow from its title and its clauses, nobody where nothing does.
    """
    named = {one.term: one.meaning for one in outline.definitions if one.kind == "party"}
    if (
        outline.kind != "contract"
        or set(document_parties(outline)) & set(LETTERS)
        or not called_by_letters(text, named)
    ):
        return None
    return sides_by_custom(outline.title, text)


def document_names(outline: Outline, text: str) -> dict[str, Parties]:
    """Every name of a document's own for parties: 甲方, short forms, and 双方 for all who made the contract.

    Args:
        outline: of the document.
        text: of the document, which tells who 甲方 is where nothing says so.
    """
    between = document_parties(outline) or unnamed_sides(outline, text) or {}
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
    (re.compile(r"[一-鿿](?:物业|物管)(?:（(?!建设|开发)[^（）]{0,8}）)?\s*$"), "service_provider"),
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
def _forms() -> tuple[Form, ...]:
    """The patterns of names, in the order in which they are tried."""
    patterns = (Form(pattern.text, _always(pattern.parties)) for pattern in lexicon().party_patterns)
    return (Form(office_list(), offices), *patterns)


def _always(parties: Parties) -> Callable[[str], Parties]:
    return lambda _: parties


@cache
def _known_names() -> dict[str, PartyId]:
    return {name: party.id for party in parties().values() for name in (party.title, *party.aliases)}


def _wide(text: str) -> str:
    """The text with its narrow brackets wide, as the word lists have them; no place in it changes."""
    return text.replace("(", "（").replace(")", "）")


def _with_unknown_offices(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions; a government with a department behind it that is not known by its whole name is that department."""
    whole = _NOBODY
    for mention in found:
        if mention.start < whole.end:
            known = mention.end == whole.end and mention.parties != _SOME_OFFICE
            whole = whole._replace(parties=mention.parties) if known else whole
            continue
        if whole.parties:
            yield whole
        office = _UNKNOWN_OFFICE.match(text, mention.end) if _is_government(mention) else None
        whole = Mention(mention.start, office.end(), ("other_authority",)) if office else mention
    if whole.parties:
        yield whole


def _is_government(mention: Mention) -> bool:
    return _are_governments(mention.parties)


@cache
def _are_governments(parties: Parties) -> bool:
    return all(party.endswith("government") for party in parties)
