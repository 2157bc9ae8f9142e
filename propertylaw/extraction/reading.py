"""A sentence becomes norms: a ruling for courts, a definition, a penalty, or what its parts say one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Span

from .clauses import marks
from .courts import court_ruling
from .definitions import definition
from .draft import NOBODY, Draft, Subject
from .mentions import Mentions
from .part import part_drafts
from .party_lists import holds_lists, with_whole_lists
from .penalties import is_penal, penalties
from .sentences import Clause, Sentence
from .state import Part

_ONLY_EXCEPTS = re.compile("[^，。；]*的除外")
_EVERYBODY = ("anyone",)
"""Whom the next sentence does not speak of where somebody in particular was spoken of before."""


def only_excepts(words: str) -> bool:
    """Whether a sentence states no norm and only takes something out of the one before it."""
    return _ONLY_EXCEPTS.fullmatch(words) is not None


class SentenceReader:
    """Reads the sentences of one paragraph in their order.

    Args:
        text: of the paragraph with its items.
        mentions: the parties named in it.
        carried: the subject of what was read before it in the article.
    """

    def __init__(self, text: str, mentions: Mentions, carried: Subject = NOBODY) -> None:
        self.text = text
        self.mentions = mentions
        self._lists = holds_lists(text, mentions)
        self.carried = carried
        self.first = carried
        """Whom the paragraph before spoke of."""
        self.aside = NOBODY
        """Whom the paragraph spoke of before it spoke of everybody."""
        self.before = NOBODY
        """Whom the paragraph spoke of before it spoke of who is carried now."""
        self.last: Draft | None = None
        """The norm that the part before in the same sentence ends with."""

    def carry(self, who: Subject) -> None:
        """Whom the next sentence takes for its subject when it names none."""
        if who.parties == _EVERYBODY and self.carried.parties != _EVERYBODY:
            self.aside = self.carried
        if who.parties != self.carried.parties:
            self.before = self.carried
        self.carried = who

    def read(self, sentence: Sentence) -> list[Draft]:
        """The norms of a sentence."""
        sentence = self._with_whole_lists(sentence)
        span = sentence.span
        words = self.text[span[0] : span[1]]
        if is_penal(words):
            return self.punished(sentence)
        if marks("scope", words) or only_excepts(words):
            return []
        self.last = None
        drafts = [
            draft for part in sentence.parts for draft in self._ruled(part, span) if draft.action[0] < draft.action[1]
        ]
        if self.carried.parties == _EVERYBODY and self.aside.parties:
            self.carried = self.aside
        return drafts

    def punished(self, sentence: Sentence) -> list[Draft]:
        """The sanctions and liabilities of a sentence that punishes."""
        self.last = None
        sentence = self._with_whole_lists(sentence)
        return [draft for draft in penalties(self, sentence) if draft.action[0] < draft.action[1]]

    def _with_whole_lists(self, sentence: Sentence) -> Sentence:
        return with_whole_lists(self.mentions, sentence) if self._lists else sentence

    def _ruled(self, clauses: Sequence[Clause], sentence: Span) -> list[Draft]:
        ruling = court_ruling(self.text, self.mentions, clauses, sentence, self.carried)
        ruling = ruling or definition(self.text, self.mentions, clauses, sentence)
        return [ruling] if ruling is not None else self.part(clauses, sentence)

    def part(self, clauses: Sequence[Clause], sentence: Span) -> list[Draft]:
        """The norms of the clauses between two semicolons."""
        part = Part(self, clauses, sentence)
        drafts = part_drafts(part)
        self.last = part.active or self.last
        return drafts
