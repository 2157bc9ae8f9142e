"""The result of a dispute: who is liable, why, what is open, what to ask next."""

from pydantic import Field

from .base import Made, Model
from .cited_text import CitedText
from .diagnostic import Diagnostic
from .explanation import Argument, Sentence
from .finding import ClaimFinding
from .liability import ChainFinding, PartyFinding, RecourseFinding
from .locator import Locator
from .open_point import OpenConcept, Question
from .set_off import SetOffFinding
from .way_on import PublicBodies, RouteFinding


class VoidClause(Model):
    """A clause of the dispute's documents that mandatory law overrides."""

    clause: Locator
    says: str
    overridden_by: tuple[Locator, ...]
    reason: str
    disputed: str = ""
    """What is disputed about how far the overriding provision reaches; empty where nothing is."""


class Analysis(Made):
    """Everything `propertylaw.analyze` finds out."""

    title: str = ""
    on: str
    place: str
    names: dict[str, str] = Field(default_factory=dict)
    """Participant ids and names."""
    documents: dict[str, str] = Field(default_factory=dict)
    """Instrument ids of the user's documents (`doc:合同`) and the titles by which pages cite them."""
    printed: dict[str, str] = Field(default_factory=dict)
    """Clauses of those documents (`doc:合同/5`) that print another number than their locators count: 第十二条."""
    claims: tuple[ClaimFinding, ...]
    parties: tuple[PartyFinding, ...]
    set_offs: tuple[SetOffFinding, ...] = ()
    """What two who claim from each other set off."""
    recourse: tuple[RecourseFinding, ...] = ()
    void_clauses: tuple[VoidClause, ...] = ()
    routes: tuple[RouteFinding, ...] = ()
    """Ways to have the claims settled that are not refused."""
    public_bodies: tuple[PublicBodies, ...] = ()
    """Who has to act on a report of what the dispute is about."""
    chains: tuple[ChainFinding, ...] = ()
    """Where a debtor has gone: who else may have to pay."""
    open_concepts: tuple[OpenConcept, ...] = ()
    decisive: tuple[Question, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: tuple[CitedText, ...] = ()
    """For each provision of law cited anywhere above, whether its text is at hand."""
    argument: Argument
    prose: tuple[Sentence, ...] = ()
    """The argument as sentences to be read out."""
