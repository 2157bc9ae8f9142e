"""What a thing *is*: frozen types without logic, which every other room speaks.

The modules of this room do without `from __future__ import annotations`: Pydantic would compile every annotation anew
at each start.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .analysis import Analysis, VoidClause
    from .base import Model, PartyId, Span
    from .cited_text import CitedText, TextState
    from .claim import (
        Capacity,
        Claim,
        ClaimTime,
        CounterDefence,
        Defence,
        Effect,
        Element,
        Limitation,
        OlderLaw,
        Recourse,
        Remedy,
        Respondent,
        TimeRule,
    )
    from .concept import BrightLine, Concept, Reading
    from .diagnostic import Diagnostic, Severity
    from .dispute import ClaimRequest, Dispute, Participant
    from .explanation import Argument, Sentence
    from .fact import ConditionFact, Fact, FactDefinition, FactType, FactValue, Supply
    from .fact_use import FactUse, Proof, RuleCondition
    from .finding import (
        ClaimFinding,
        ClauseAgainstLaw,
        DefenceFinding,
        ElementFinding,
        LocalRule,
        OpenReading,
        RemedyFinding,
        Result,
        Scenario,
        TimeFinding,
        TimeStep,
        Truth,
    )
    from .instrument import NATION, RANK_ORDER, Instrument, Rank, Version
    from .liability import ChainFinding, PartyFinding, RecourseFinding
    from .locator import Locator
    from .money import Money, Step, Supposition
    from .norm import Amount, Citation, Force, Modality, Norm, Quantity
    from .open_point import OpenConcept, Question
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
    from .route import Chain, ChainLink, Matter, Route, RouteDeadline
    from .set_off import SetOffFinding, SetOffPart
    from .source import Annotation, FileFormat, FileOrigin, Origin, PageOrigin, Run, Source, Table, WordOrigin
    from .term import Term
    from .topic import Role, Topic
    from .way_on import BodyTask, DeadlineFinding, PublicBodies, RouteFinding

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
    "BodyTask",
    "BrightLine",
    "Capacity",
    "Chain",
    "ChainFinding",
    "ChainLink",
    "Choice",
    "Citation",
    "CitedText",
    "Claim",
    "ClaimFinding",
    "ClaimRequest",
    "ClaimTime",
    "ClauseAgainstLaw",
    "Concept",
    "ConditionFact",
    "CounterDefence",
    "DeadlineFinding",
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
    "FileOrigin",
    "Force",
    "Instrument",
    "Item",
    "Limitation",
    "LocalRule",
    "Locator",
    "Matter",
    "Modality",
    "Model",
    "Money",
    "Norm",
    "OlderLaw",
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
    "PublicBodies",
    "Quantity",
    "Question",
    "Rank",
    "Reading",
    "Recourse",
    "RecourseFinding",
    "Remedy",
    "RemedyFinding",
    "Respondent",
    "Result",
    "Role",
    "Route",
    "RouteDeadline",
    "RouteFinding",
    "RuleCondition",
    "Run",
    "Scenario",
    "Sentence",
    "SetOffFinding",
    "SetOffPart",
    "Severity",
    "Source",
    "Span",
    "Step",
    "Supply",
    "Supposition",
    "Table",
    "Term",
    "TextState",
    "TimeFinding",
    "TimeRule",
    "TimeStep",
    "Topic",
    "Truth",
    "Version",
    "VoidClause",
    "WordOrigin",
]

_HOME = {
    "fact_use": (
        "FactUse",
        "Proof",
        "RuleCondition",
    ),
    "money": (
        "Money",
        "Step",
        "Supposition",
    ),
    "finding": (
        "ClaimFinding",
        "ClauseAgainstLaw",
        "DefenceFinding",
        "ElementFinding",
        "LocalRule",
        "OpenReading",
        "RemedyFinding",
        "Result",
        "Scenario",
        "TimeFinding",
        "TimeStep",
        "Truth",
    ),
    "liability": (
        "ChainFinding",
        "PartyFinding",
        "RecourseFinding",
    ),
    "way_on": (
        "BodyTask",
        "DeadlineFinding",
        "PublicBodies",
        "RouteFinding",
    ),
    "open_point": (
        "OpenConcept",
        "Question",
    ),
    "explanation": (
        "Argument",
        "Sentence",
    ),
    "analysis": (
        "Analysis",
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
        "Recourse",
        "Remedy",
        "Respondent",
        "TimeRule",
        "OlderLaw",
        "ClaimTime",
    ),
    "concept": ("BrightLine", "Concept", "Reading"),
    "diagnostic": ("Diagnostic", "Severity"),
    "dispute": ("ClaimRequest", "Dispute", "Participant"),
    "fact": ("ConditionFact", "Fact", "FactDefinition", "FactType", "FactValue", "Supply"),
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
    "route": ("Chain", "ChainLink", "Matter", "Route", "RouteDeadline"),
    "term": ("Term",),
    "set_off": ("SetOffFinding", "SetOffPart"),
    "source": (
        "Annotation",
        "FileFormat",
        "FileOrigin",
        "Origin",
        "PageOrigin",
        "Run",
        "Source",
        "Table",
        "WordOrigin",
    ),
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
