"""What the library has to say about a text: a code, a place, a message, advice."""

from enum import StrEnum

from .base import Made, Span
from .locator import Locator


class Severity(StrEnum):
    """How much hangs on it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


class Diagnostic(Made):
    """A finding about a text or a form."""

    code: str
    """Stable code, such as `STR001`."""
    severity: Severity
    message: str
    """Chinese, one sentence."""
    locator: Locator | None = None
    file: str | None = None
    span: Span | None = None
    related: tuple[Locator, ...] = ()
    advice: str = ""
    replacement: str | None = None
    """Suggested wording, in contract review: how the words at `replaces` may read, or a clause that is lacking."""
    replaces: Span | None = None
    """The sentence, or its part up to a semicolon, that the suggested wording takes the place of."""
    issue: str | None = None
    """Name of the issue, in contract review."""
    also: tuple[str, ...] = ()
    """Names of further issues of the same words, told with this one."""
    basis: tuple[Locator, ...] = ()
    """The provisions it rests on."""
    quote: str = ""
    """The words concerned, as the text has them."""
    place: str = ""
    """Where it stands, by the numbers that a contract prints, as people say it: 第19条 19.1; empty for the whole."""
    clause: str | None = None
    """Number of the clause as printed; None outside the clauses, or where the whole document lacks something."""
