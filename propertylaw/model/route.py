"""Ways on from a claim: procedures with their periods, who is left to pay when a debtor has gone, whom to report to."""

from datetime import date

from pydantic import Field

from .base import Model, PartyIds
from .locator import Locator


class RouteDeadline(Model):
    """A period of a procedure."""

    says: str
    """What has to be done within it, and by whom."""
    starts: str
    """Fact that says from which day it runs; of several days the last."""
    period: str | None = Field(default=None, pattern=r"^P\d+[DMY](\+P\d+[DMY])*$")
    """ISO 8601; several one after the other joined by `+`. None: its length is not known."""
    since: date | None = None
    """First day of the law that lays it down, where another applied before."""
    until: date | None = None
    """Last day of that law."""
    basis: tuple[Locator, ...]


class Route(Model):
    """A way to have a dispute settled."""

    id: str
    title: str
    says: str
    """What it brings, in one sentence."""
    claims: tuple[str, ...]
    """Patterns of the ids of claims that it fits, such as `fees.*`."""
    not_claims: tuple[str, ...] = ()
    """Patterns of claims that it does not fit all the same."""
    when: str = "true"
    """Expression over facts: where it is false, or nobody has said what it asks for, the route is not offered."""
    unless: str | None = None
    """Expression over facts: where it is given the route is not offered; what nobody has told keeps none away."""
    asks: str | None = None
    """Fact that tells whether the route is still open: where it is not so the route is not offered, and where nobody
    has told it is asked beside it."""
    unopposed: bool = False
    """Whether it is closed where the other side claims something of its own in the same dispute."""
    needs: tuple[str, ...] = ()
    """What is required besides, in Chinese."""
    authority: str
    """Where to go."""
    deadlines: tuple[RouteDeadline, ...] = ()
    basis: tuple[Locator, ...]
    notes: tuple[str, ...] = ()


class ChainLink(Model):
    """Somebody who may have to pay."""

    who: str
    """In words: also those who are no kind of party, such as the shareholders of a company."""
    role: PartyIds = ()
    """Kinds of parties; empty where none of them is meant."""
    says: str
    """What may be asked of him, and when."""
    claims: tuple[str, ...] = ()
    """Ids of claims by which it is asked."""
    basis: tuple[Locator, ...]
    evidence: tuple[str, ...]
    prospects: str
    """How likely it is to bring something, and on what that turns."""


class Chain(Model):
    """Who is left to pay when a developer or provider has gone, in the order in which to try."""

    id: str
    title: str
    says: str
    when: str
    """Expression over facts: whether the debtor has gone in this way."""
    links: tuple[ChainLink, ...]
    notes: tuple[str, ...] = ()


class Matter(Model):
    """What people report to public bodies."""

    id: str
    title: str
    topics: tuple[str, ...]
    """Topics of the norms that say which body has to do with it."""
    apart: tuple[Locator, ...] = ()
    """Provisions on these topics that are about another matter."""
    claims: tuple[str, ...] = ()
    """Patterns of the ids of claims beside which it stands."""
    says: str = ""
    """What to know about who has to act, where the norms alone do not tell."""
    basis: tuple[Locator, ...] = ()
    otherwise: str = ""
    """What to know instead on a day on which a provision of `basis` does not apply."""
