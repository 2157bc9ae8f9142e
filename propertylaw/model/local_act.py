"""What people complain of, as local texts put it: by these words the provisions on it are told from all others."""

from .base import Model, PartyId, PartyIds


class ActCase(Model):
    """A kind of an act with rules of its own: those that speak of it bear on no kind of which they do not speak."""

    words: str
    """A regular expression over the condition and the action of a norm."""
    topics: tuple[str, ...] = ()
    """Topics that tell it too."""
    told: tuple[str, ...]
    """Facts, one of which the form has to say."""


class LocalAct(Model):
    """An act, or a matter of owners, with the words by which norms of a local text on it are found."""

    id: str
    title: str
    claims: tuple[str, ...]
    """Ids of the claims that are about it."""
    matters: tuple[str, ...] = ()
    """What follows `report.` in the ids of the matters that are about it."""
    words: tuple[str, ...] = ()
    """Regular expressions over the condition and the action of a norm; any is enough."""
    topics: tuple[str, ...] = ()
    """Topics that tell it too: they know the words around the norm."""
    together: tuple[tuple[str, ...], ...] = ()
    """Topics that tell it where a norm carries all of one row."""
    unless: tuple[str, ...] = ()
    """Regular expressions, none of which may be found."""
    bodies: PartyIds = ()
    """Bodies for which norms on any breach are read."""
    general: tuple[str, ...] = ()
    """Groups of norms on any breach that count for it."""
    votes: tuple[str, ...] = ()
    """Topics of the decisions that it is about: rules on other decisions do not bear on it. Empty: any decision."""
    told: tuple[str, ...] = ()
    """Facts, one of which the form has to say: the act is of a kind that the claim alone does not tell. Empty: none."""
    cases: tuple[ActCase, ...] = ()
    """Kinds of it: a rule on some of them is told only where the form says that it is one of these."""
    sides: PartyIds = ()
    """Parties of whose own part in the act it speaks, to stop and report it or to sue: it counts where one of them
    claims or answers, with what is asked of them or given to them. Empty: the act of whoever did it."""


class GeneralWords(Model):
    """Words of norms on any breach of a kind, whatever the act."""

    id: str
    title: str
    words: tuple[str, ...]
    role: str | None = None
    """The role of a body that such a norm names; None: read from its words."""


class LocalActs(Model):
    """The whole file."""

    handles: str
    """What the action of a body must match: it acts on a breach and does not only plan, permit or file."""
    reports: str
    """What the action of others must match who have to report a breach to a body or may complain of it there."""
    not_addressed: PartyIds
    """Bodies that plan and oversee and take no complaint."""
    second: str
    """Conditions of norms on what follows a breach, not on the breach."""
    one_party: dict[PartyId, tuple[PartyId, ...]]
    """Parties of whom a dispute has one or none, each with the roles in which it stands in a dispute: what is asked of
    it alone bears on no claim between others."""
    decided: dict[str, tuple[str, ...]]
    """Facts that tell on what a decision was, and the topics of it."""
    general: tuple[GeneralWords, ...]
    acts: tuple[LocalAct, ...]
