"""The words by which norms of different sources are compared (`rules/lexicon/relations.yaml`), and norms in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from propertylaw.errors import RuleError
from propertylaw.extraction.parties import default_finder
from propertylaw.model import Modality, Norm, PartyId
from propertylaw.model.base import Model
from propertylaw.rulebook import data_folder, parties, read_yaml

_BARE = 14
"""Characters of a condition that says no more than that a loss was caused."""


class VoteWords(Model):
    """Regular expressions for the parts of a rule on votes and consents."""

    participation: str
    consent: str
    taking_part: str
    owners: str
    organs: str
    area: str
    heads: str
    part: str
    part_owners: str
    rest: str
    any_decision: str
    asked: str


class RelationWords(Model):
    """The lexicon as it is written."""

    same_words: tuple[tuple[str, ...], ...]
    same_parties: tuple[tuple[PartyId, ...], ...]
    anybody: tuple[PartyId, ...]
    filler: str
    catch_all: str
    bare_liability: str
    votes: VoteWords
    notice: str
    lasting: str
    at_least: str
    at_most: str
    lessens: str
    refuses: str
    exceeds: str
    unauthorised: str
    negated: str
    without_leave: str
    falls_short: str
    goes_on: str
    side_by_side: str
    includes: str
    defines: str
    called: str
    repeals: str


@cache
def relation_words() -> RelationWords:
    """The lexicon of the installation.

    Raises:
        RuleError: the file does not fit its form.
    """
    return read_yaml(data_folder("rules") / "lexicon" / "relations.yaml", RelationWords, RuleError)


@dataclass(frozen=True)
class Wording:
    """A norm in words that can be compared with those of other texts."""

    norm: Norm
    act: str
    condition: str

    @property
    def says_nothing(self) -> bool:
        """Whether the norm names no act of its own: the last item of a list (其他义务), bare liability for a loss."""
        if pattern("catch_all").search(self.norm.action):
            return True
        return len(self.condition) <= _BARE and bool(pattern("bare_liability").search(self.norm.action))


def wording(norm: Norm) -> Wording:
    """A norm's act and condition with one word for each meaning, without particles and marks.

    What a constitutive norm is about stands where its bearer does, and counts as its condition.
    """
    about = norm.bearer_text or "" if norm.modality is Modality.CONSTITUTIVE else ""
    return Wording(norm, plain(norm.action), plain(f"{about}{norm.condition or ''}"))


@lru_cache(maxsize=1 << 15)
def plain(text: str) -> str:
    """Text with one word for each meaning and each kind of party, without particles and marks."""
    named = "".join(_named(text))
    return pattern("filler").sub("", _synonyms().sub(lambda found: _one_word()[found[0]], named))


def kin(ids: Collection[PartyId]) -> frozenset[PartyId]:
    """Parties, each in the name of those it acts for."""
    return frozenset(_first_of_kin().get(id, id) for id in ids)


def specific(ids: Collection[PartyId]) -> frozenset[PartyId]:
    """Parties without the names that stand for whoever it concerns."""
    return _specific(tuple(ids))


@cache
def _specific(ids: tuple[PartyId, ...]) -> frozenset[PartyId]:
    return kin(ids) - frozenset(relation_words().anybody)


def _named(text: str) -> Sequence[str]:
    """The text in pieces, every mention of parties replaced by their titles."""
    known, pieces, end = parties(), [], 0
    for mention in default_finder().find(text):
        pieces += [text[end : mention.start], "、".join(known[id].title for id in sorted(kin(mention.parties)))]
        end = mention.end
    return [*pieces, text[end:]]


@cache
def _one_word() -> Mapping[str, str]:
    return {word: line[0] for line in relation_words().same_words for word in line}


@cache
def _synonyms() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_one_word(), key=len, reverse=True))))


@cache
def _first_of_kin() -> Mapping[PartyId, PartyId]:
    return {id: line[0] for line in relation_words().same_parties for id in line}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One of the lexicon's regular expressions, compiled; those for votes by `votes.` and their name."""
    found: object = relation_words()
    for part in name.split("."):
        found = getattr(found, part)
    return re.compile(str(found))
