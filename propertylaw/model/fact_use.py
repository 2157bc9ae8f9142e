"""How a fact stands in an analysis: its value, who said it, what proves it, where a document states it."""

from decimal import Decimal
from typing import Literal

from .base import Made, Model
from .fact import FactValue
from .locator import Locator

Proof = Literal[
    "admitted",
    "evidenced",
    "document",
    "local_law",
    "several",
    "by_floor",
    "conditional",
    "undisputed",
    "unproved",
    "asserted",
    "denied",
    "unclaimed",
    "inferable",
    "opposed",
    "not_shown",
    "unknown",
    "unattributed",
    "silent",
    "unread",
    "not_understood",
    "derived",
    "underived",
    "void",
]
"""How a fact stands: admitted by the other side; backed by evidence; stated by a document of the dispute, or
by the law of the place (`local_law`); stated in a document in
several ways of which none can be chosen (`several`), or as a price that rises with the floor (`by_floor`), or
by a rule of which it is open whether its conditions are given (`conditional`); said and not
denied; said, denied and not backed (`unproved`); a judgement that only the side says whom it helps (`asserted`); denied
by who is sued for it, and not proved (`denied`); a figure said to be unknown that would be a defence, which nobody
raised (`unclaimed`); disputed, and perhaps to be inferred by the court from what is proved (`inferable`); as well
proved as another that excludes it (`opposed`); not found out, because of whom it was told it is unproved
(`not_shown`); said to be unknown; stated without saying of whom, where several could
be meant (`unattributed`); nobody spoke (`silent`), though a document of the dispute has prices that could not be read
(`unread`), or a clause that speaks of it and was not understood (`not_understood`): silence then means nothing; follows
from other facts, or would if they had been told (`underived`); rests on a clause that mandatory law overrides
(`void`)."""


class RuleCondition(Model):
    """What a rule that states a fact makes its condition, in the words of the rule."""

    says: str
    at: Locator
    unless: bool = False
    """Whether it is an exception: the rule holds where it is not given."""
    fact: str | None = None
    """The fact that tells whether it is given; None where the claim examines it among its own parts."""
    met: bool | None = None
    """Whether the rule holds by it; None where that is open or examined elsewhere."""


class FactUse(Made):
    """A fact the evaluation looked at."""

    fact: str
    title: str
    of: str | None = None
    """Participant id of the party whose fact it is, where it could as well be the other's."""
    value: FactValue | None
    label: str = ""
    """What a choice is called, in Chinese."""
    unit: str | None = None
    yes_no: bool = False
    """Whether it is true or false: its title is a sentence, and no name of a figure."""
    says: str = ""
    """Of a fact that follows from others: the whole in words, where its title beside its value makes none."""
    inner: bool = False
    """Whether it is a step of the rules by themselves, of which pages tell only the figures."""
    proof: Proof
    evidence: tuple[str, ...] = ()
    """What proves it; for a derived fact the figures from which it follows."""
    beside: tuple[str, ...] = ()
    """Of a fact that is told: what the library reckons beside it, which nobody told and nothing proves."""
    denied_by: tuple[str, ...] = ()
    """Of a fact that has evidence: participant ids of those who deny it all the same."""
    stated_at: tuple[Locator, ...] = ()
    inferred_by: tuple[Locator, ...] = ()
    """Of a fact that is for the court to infer: the rules by which it does, or by which the burden decides."""
    provers: tuple[str, ...] = ()
    """Of a fact whose proof would change a result: participant ids of those who bear the burden, whoever says it."""
    bears_on: Literal["result", "more", "less", "sum"] = "result"
    """Of a fact whose proof would change something: the result, or only the sum, which it raises, lowers or changes."""
    then: tuple[Decimal | None, Decimal] | None = None
    """Of a fact whose proof alone would change only the sum: the least and the most that it would be; None for a least
    that is left to the court."""
    told_by: tuple[str, ...] = ()
    """Beside `provers`: participant ids of those who answer beside them and have told it, where no prover did."""
    conditions: tuple[RuleCondition, ...] = ()
    """Of a fact that a rule states: on what the rule depends."""
