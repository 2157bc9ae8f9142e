"""Where the parties can go: routes with their days, and the bodies that have to act on a report."""

from .base import Made, Model
from .locator import Locator


class DeadlineFinding(Made):
    """A period of a route, to the day."""

    says: str
    starts: str | None = None
    """ISO day from which it runs; None: not known."""
    last_day: str | None = None
    """ISO day on which it ends; None where its beginning or its length is not known."""
    passed: bool | None = None
    """Whether the day of the form lies after it."""
    basis: tuple[Locator, ...] = ()


class RouteFinding(Made):
    """A way to have claims of the dispute settled."""

    id: str
    title: str
    says: str
    authority: str
    needs: tuple[str, ...] = ()
    deadlines: tuple[DeadlineFinding, ...] = ()
    asks: str = ""
    """What is to be found out first: the question for the fact that tells whether the way is still open."""
    claims: tuple[str, ...]
    """Claims that it fits."""
    basis: tuple[Locator, ...] = ()


class BodyTask(Model):
    """What a public body has to do with a matter."""

    party: str
    """Kind of party."""
    role: str
    """Id of `rules/roles.yaml`: leads, acts, supervises, assists."""
    basis: tuple[Locator, ...] = ()


class PublicBodies(Model):
    """Who has to act on a report: who leads, acts, supervises, assists."""

    matter: str
    title: str
    says: str = ""
    tasks: tuple[BodyTask, ...]
    reports: tuple[Locator, ...] = ()
    """Norms by which the provider and others have to stop the thing and report it."""
    local_reports: tuple[Locator, ...] = ()
    """Where local texts have others report this very thing, or say where to complain of it."""
    nobody_leads: bool
    """Whether several bodies have to do with it and the texts put none of them in the lead."""
    claims: tuple[str, ...]
    """Claims beside which it stands."""
    basis: tuple[Locator, ...] = ()
    otherwise: str = ""
    """What holds instead of `says` where a provision of `basis` does not apply; empty in an analysis."""
