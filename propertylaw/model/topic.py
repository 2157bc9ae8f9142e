"""Topics: what a norm is about, recognised by its words."""

from .base import Model


class SpokenOf(Model):
    """How a sentence of a contract speaks of a term, whether or not what it fixes is understood."""

    patterns: tuple[str, ...]
    """Regular expressions; all must be found in the sentence. With `changes` the last says what changes."""
    unless: tuple[str, ...] = ()
    """Regular expressions, none of which may be found."""
    read_as: tuple[str, ...] = ()
    """Units: a contract that measures the topic in one of them has fixed the term, and its other sentences only refer
    to that. `last_day`: so does a day on which a time ends."""
    changes: str | None = None
    """Unit or topic: the sentence changes what others fix in it (a price that rises, income let out for a sum), and
    counts beside them."""


class Topic(Model):
    """A subject such as 公共收益, or a precise act such as cutting water to collect fees."""

    id: str
    title: str
    within: str | None = None
    """The wider topic."""
    act: bool = False
    """True when the topic names one act or one allocation, so that two norms on it can contradict each other."""
    matter: bool = False
    """True when the topic names something that owners decide together, so that two rules on how they do can contradict
    each other."""
    void: bool = False
    """True when the topic names what no contract can agree on, whomever it favours: rules on it say that it is void."""
    concept: str | None = None
    """Id of the open concept that says how far bans reach this act, where that is disputed."""
    patterns: tuple[str, ...] = ()
    """Regular expressions; all must be found in the words of the norm (action, condition and lead-in)."""
    unless: tuple[str, ...] = ()
    """Regular expressions, none of which may be found."""
    spoken_of: SpokenOf | None = None
    """For a term that a contract fixes: how a sentence speaks of it. Where nothing was read of the term, such a
    sentence was not understood, and what it says is open."""


class Role(Model):
    """What a body does about a topic: leads, acts, supervises, assists; or that it has to report."""

    id: str
    title: str
    mark: str
    """One character that stands for it in a table."""
    turn: int | None = None
    """When the role is looked for: 1 first. None where it is not looked for in the matrix."""
    patterns: tuple[str, ...] = ()
    """Regular expressions over the action; any of them is enough."""
