"""Rule graphs of rights and duties in Chinese residential property management law.

Eight verbs and two types make the public face; everything is loaded when it is first used.

- `read(path)`: a file becomes a `Source`, text with the origin of each run.
- `outline(source)`: a `Source` becomes an `Outline`, articles, paragraphs and items.
- `extract(source, outline)`: provisions become norms.
- `analyze(case)`: a dispute form becomes an `Analysis`, who is liable and why.
- `ask(question)`: the provisions that answer an everyday question.
- `review(source, outline)`: a contract's void and missing clauses, contradictions and balance.
- `lint([(source, outline)])`: what is unclear, missing or wrongly cited in regulations.
- `diff((old, its outline), (new, its outline))`: what an amendment changes, for whom it gets better or worse.
- `RuleGraph`: norms as a graph one can ask.
- `KnowledgeBase`: the law of a day at a place.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import PropertyLawError

if TYPE_CHECKING:
    from .checks import lint, review
    from .compare import diff
    from .extraction import extract
    from .graph import RuleGraph
    from .library import KnowledgeBase, ask
    from .reading import read
    from .reasoning import analyze
    from .structure import outline

__version__ = "0.1.0"

__all__ = [
    "KnowledgeBase",
    "PropertyLawError",
    "RuleGraph",
    "__version__",
    "analyze",
    "ask",
    "diff",
    "extract",
    "lint",
    "outline",
    "read",
    "review",
]

_HOME = {
    "read": "reading",
    "outline": "structure",
    "extract": "extraction",
    "KnowledgeBase": "library",
    "ask": "library",
    "RuleGraph": "graph",
    "analyze": "reasoning",
    "lint": "checks",
    "review": "checks",
    "diff": "compare",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
