"""Where an item of a list stops to say an act and sets a rule of its own (…千分之三配置，且不得少于一百平方米)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .actions import has_verb
from .clauses import begins_condition, ends_condition, words_of
from .modality import modal
from .sentences import Clause, Sentence

_LIMITS = re.compile(
    "(?:且|并|最|至|但|一般|其|[^，。；]{0,8}面积|[^，。；]{0,4}期限?){0,2}[少多]?不(?:低于|少于|超过|高于|大于)"
)
_DESCRIBES = re.compile("(?:应当|必须|可以|不得)[^，。；]*的[^，。；的]{1,4}")
"""What something is by a rule that stands elsewhere (应当由其他机关处理的争议)."""
_BY_MEASURE = re.compile("按照|依照|根据")
_GIVEN = re.compile("存在|属于|没有")
"""How a case begins that ends with what it is about (存在转供电情况的小区)."""


def own_rule(text: str, sentence: Sentence) -> tuple[Sequence[Clause], Sentence | None]:
    """The clauses that say an act, and the rest, which is a rule with its case; None where nothing binds by itself."""
    first, *more = sentence.parts
    begin = next((n for n in range(1, len(first)) if _rules_itself(text, first, n)), None)
    while begin and _sets_a_case(text, first[begin - 1]):
        begin -= 1
    if begin is not None:
        return first[:begin], Sentence((first[begin:], *more))
    binds = any(_rules_itself(text, part, n) for part in more for n in range(len(part)))
    return (first, Sentence(tuple(more))) if binds else (first, None)


def _rules_itself(text: str, clauses: Sequence[Clause], place: int) -> bool:
    """Whether a clause binds or limits by words of its own; not one that only describes (无权查阅调取的)."""
    words = words_of(text, clauses[place])
    described = place + 1 < len(clauses) and _DESCRIBES.fullmatch(words)
    if words.endswith("的") or described:
        return False
    return modal(text, clauses[place]) is not None or _LIMITS.match(words) is not None


def _sets_a_case(text: str, clause: Clause) -> bool:
    """Whether a clause belongs to the case of the rule behind it; not one that says by what measure to act."""
    words = words_of(text, clause)
    begins = begins_condition(text, clause) and not (_BY_MEASURE.match(words) and has_verb(words))
    return ends_condition(text, clause) or begins or _GIVEN.match(words) is not None
