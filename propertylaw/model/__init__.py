"""What a thing *is*: frozen types without logic, which every other room speaks."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .analysis import (
        Analysis,
        Argument,
        ClaimFinding,
        DefenceFinding,
        ElementFinding,
        FactUse,
        Money,
        OpenConcept,
        OpenReading,
        PartyFinding,
        Proof,
        Question,
        RemedyFinding,
        Result,
        Scenario,
        Step,
        Truth,
        VoidClause,
    )
    from .base import Model, PartyId, Span
    from .cited_text import CitedText, TextState
    from .claim import (
        Capacity,
        Claim,
        CounterDefence,
        Defence,
        Effect,
        Element,
        Limitation,
        Remedy,
        Respondent,
    )
    from .concept import BrightLine, Concept, Reading
    from .diagnostic import Diagnostic, Severity
    from .dispute import ClaimRequest, Dispute, Participant
    from .fact import Fact, FactDefinition, FactType, FactValue, Supply
    from .instrument import NATION, RANK_ORDER, Instrument, Rank, Version
    from .locator import Locator
    from .norm import Amount, Citation, Force, Modality, Norm, Quantity
    from .outline import (
        Annex,
        Article,
        Blank,
        Choice,
        Definition,
        Division,
        DocumentKind,
        Event,
        Item,
        Outline,
        Paragraph,
        PlacedTable,
        Provision,
    )
    from .party import Party
    from .source import Annotation, FileFormat, Origin, PageOrigin, Run, Source, Table, WordOrigin
    from .topic import Role, Topic

__all__ = [
    "NATION",
    "RANK_ORDER",
    "Amount",
    "Analysis",
    "Annex",
    "Annotation",
    "Argument",
    "Article",
    "Blank",
    "BrightLine",
    "Capacity",
    "Choice",
    "Citation",
    "CitedText",
    "Claim",
    "ClaimFinding",
    "ClaimRequest",
    "Concept",
    "CounterDefence",
    "Defence",
    "DefenceFinding",
    "Definition",
    "Diagnostic",
    "Dispute",
    "Division",
    "DocumentKind",
    "Effect",
    "Element",
    "ElementFinding",
    "Event",
    "Fact",
    "FactDefinition",
    "FactType",
    "FactUse",
    "FactValue",
    "FileFormat",
    "Force",
    "Instrument",
    "Item",
    "Limitation",
    "Locator",
    "Modality",
    "Model",
    "Money",
    "Norm",
    "OpenConcept",
    "OpenReading",
    "Origin",
    "Outline",
    "PageOrigin",
    "Paragraph",
    "Participant",
    "Party",
    "PartyFinding",
    "PartyId",
    "PlacedTable",
    "Proof",
    "Provision",
    "Quantity",
    "Question",
    "Rank",
    "Reading",
    "Remedy",
    "RemedyFinding",
    "Respondent",
    "Result",
    "Role",
    "Run",
    "Scenario",
    "Severity",
    "Source",
    "Span",
    "Step",
    "Supply",
    "Table",
    "TextState",
    "Topic",
    "Truth",
    "Version",
    "VoidClause",
    "WordOrigin",
]

_HOME = {
    "analysis": (
        "Analysis",
        "Argument",
        "ClaimFinding",
        "DefenceFinding",
        "ElementFinding",
        "FactUse",
        "Money",
        "OpenConcept",
        "OpenReading",
        "PartyFinding",
        "Proof",
        "Question",
        "RemedyFinding",
        "Result",
        "Scenario",
        "Step",
        "Truth",
        "VoidClause",
    ),
    "base": ("Model", "PartyId", "Span"),
    "claim": (
        "Capacity",
        "Claim",
        "CounterDefence",
        "Defence",
        "Effect",
        "Element",
        "Limitation",
        "Remedy",
        "Respondent",
    ),
    "concept": ("BrightLine", "Concept", "Reading"),
    "diagnostic": ("Diagnostic", "Severity"),
    "dispute": ("ClaimRequest", "Dispute", "Participant"),
    "fact": ("Fact", "FactDefinition", "FactType", "FactValue", "Supply"),
    "cited_text": ("CitedText", "TextState"),
    "instrument": ("Instrument", "NATION", "RANK_ORDER", "Rank", "Version"),
    "locator": ("Locator",),
    "norm": ("Amount", "Citation", "Force", "Modality", "Norm", "Quantity"),
    "outline": (
        "Annex",
        "Article",
        "Blank",
        "Choice",
        "Definition",
        "Division",
        "DocumentKind",
        "Event",
        "Item",
        "Outline",
        "Paragraph",
        "PlacedTable",
        "Provision",
    ),
    "party": ("Party",),
    "source": ("Annotation", "FileFormat", "Origin", "PageOrigin", "Run", "Source", "Table", "WordOrigin"),
    "topic": ("Role", "Topic"),
}
"""The module of each name; making a type takes time, so that it is made when it is first used."""


def __getattr__(name: str) -> Any:
    for module, names in _HOME.items():
        if name in names:
            found = import_module(f".{module}", __name__)
            globals().update({each: getattr(found, each) for each in names})
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
