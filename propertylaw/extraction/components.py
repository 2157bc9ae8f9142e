"""The spaCy components `propertylaw_parties` and `propertylaw_norms`, for any pipeline over Chinese text.

`extract` reads paragraphs the same way without a Doc; only spaCy itself and `pipeline` import this module.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from propertylaw.model import Norm, PartyId

from .context import alone
from .mentions import Mention
from .paragraphs import read_paragraph
from .parties import finder_for

_STORED = "propertylaw.norms"


class PartiesComponent:
    """Writes the parties that a text names to a span group; the label of a span joins their ids with `+`."""

    def __init__(self, spans_key: str, names: dict[str, PartyId]) -> None:
        self.spans_key = spans_key
        self.names = {name: (party,) for name, party in names.items()}

    def __call__(self, doc: Doc) -> Doc:
        """Find the parties; a document's own names (甲方) come with `doc._.propertylaw_context`."""
        context = doc._.propertylaw_context
        finder = finder_for({**self.names, **(context.names if context else {})})
        found = (
            (m, doc.char_span(m.start, m.end, "+".join(m.parties), alignment_mode="expand"))
            for m in finder.find(doc.text)
        )
        doc.spans[self.spans_key] = [span for _, span in found if span is not None]
        return doc


class NormsComponent:
    """Writes the norms of a text to `doc._.norms`, and their actions to a span group labelled by modality."""

    def __init__(self, parties_key: str, spans_key: str) -> None:
        self.parties_key = parties_key
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Read the norms; without a `propertylaw_parties` before it in the pipeline it finds the parties itself."""
        text = doc.text
        context = doc._.propertylaw_context or alone(text)
        mentions = self._mentions(doc)
        reading = read_paragraph(text, mentions, context)
        doc._.norms = reading.norms
        doc._.propertylaw_carried = list(reading.carried)
        spans = (
            doc.char_span(*draft.action, label=draft.modality.value, alignment_mode="expand")
            for draft in reading.drafts
        )
        doc.spans[self.spans_key] = [span for span in spans if span is not None]
        return doc

    def _mentions(self, doc: Doc) -> tuple[Mention, ...]:
        if self.parties_key not in doc.spans:
            return finder_for({}).find(doc.text)
        return tuple(Mention(s.start_char, s.end_char, s._.parties) for s in doc.spans[self.parties_key])


@Language.factory("propertylaw_parties", default_config={"spans_key": "propertylaw_parties", "names": {}})
def make_parties(nlp: Language, name: str, spans_key: str, names: dict[str, PartyId]) -> PartiesComponent:
    """The component that finds parties.

    Args:
        nlp: the pipeline.
        name: of the component in it.
        spans_key: the span group to write to.
        names: further names of parties and their ids, such as `{"甲方": "owners_committee"}`.
    """
    return PartiesComponent(spans_key, names)


@Language.factory(
    "propertylaw_norms", default_config={"parties_key": "propertylaw_parties", "spans_key": "propertylaw_norms"}
)
def make_norms(nlp: Language, name: str, parties_key: str, spans_key: str) -> NormsComponent:
    """The component that reads norms.

    Args:
        nlp: the pipeline.
        name: of the component in it.
        parties_key: the span group that `propertylaw_parties` writes to.
        spans_key: the span group to write to.
    """
    return NormsComponent(parties_key, spans_key)


def _norms(doc: Doc) -> tuple[Norm, ...]:
    return tuple(Norm.model_validate_json(line) for line in doc.user_data.get(_STORED, ()))


def _set_norms(doc: Doc, norms: tuple[Norm, ...]) -> None:
    """Norms are kept as JSON, so that a Doc with norms can be saved like any other."""
    doc.user_data[_STORED] = [norm.model_dump_json() for norm in norms]


def _span_parties(span: Span) -> tuple[PartyId, ...]:
    return tuple(span.label_.split("+"))


if not Doc.has_extension("norms"):
    Doc.set_extension("norms", getter=_norms, setter=_set_norms)
    Doc.set_extension("propertylaw_context", default=None)
    Doc.set_extension("propertylaw_carried", default=[])
    Span.set_extension("parties", getter=_span_parties)
