"""What is known while the clauses of one part of a sentence are read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from propertylaw.model import Span

from .clauses import words_of
from .draft import Draft, Subject
from .modality import Modal, modal
from .sentences import Clause

if TYPE_CHECKING:
    from .reading import SentenceReader


class Part:
    """The clauses between two semicolons, what was found in them, and what waits for the next norm.

    Args:
        reader: of the paragraph; gives the text and the parties, and keeps the subject for what follows.
        clauses: of the part.
        sentence: span of the whole sentence.
    """

    def __init__(self, reader: SentenceReader, clauses: Sequence[Clause], sentence: Span) -> None:
        self.reader = reader
        self.text = reader.text
        self.mentions = reader.mentions
        self.clauses = clauses
        self.sentence = sentence
        self.modals: list[Modal | None] = [modal(self.text, clause) for clause in clauses]
        self.found: list[Draft] = []
        self.pending: list[Clause] = []
        """Clauses before the next norm: its condition or its topic."""
        self.condition: Span | None = None
        self.exception: Span | None = None
        self.active: Draft | None = None
        """The norm that a further verb would go on with."""
        self.topic: Subject | None = None
        """Whom the part speaks of, where another acts on them: 业主委员会由业主大会选举产生"""
        self.dropped: tuple[Span, ...] = ()
        """Words that are no condition but may cite a provision."""

    def words(self, index: int) -> str:
        """The words of the clause at `index`."""
        return words_of(self.text, self.clauses[index])
