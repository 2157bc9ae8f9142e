"""The vocabulary of signs and checks: `words*.yaml` of `rules/contract`, whose entries may be made of one another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter

from propertylaw.errors import RuleError
from propertylaw.rulebook import data_folder

from .contract_data import contract_data

_FILES = ("words", "words_contracts", "words_regulations", "words_statements", "words_wordings")
_NAME = re.compile(r"\{([a-z_]\w*)\}")


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern with the vocabulary filled in.

    Raises:
        RuleError: it names a word that is not there, or is no regular expression.
    """
    words = _words()
    try:
        return re.compile(_NAME.sub(lambda name: words[name[1]], text))
    except KeyError as missing:
        raise RuleError(f"词表里没有 {missing}", file=_file(), advice="请补上或改名") from None
    except re.error as problem:
        raise RuleError(f"不是有效的正则表达式：{text}（{problem}）", file=_file()) from None


def names_in(text: str) -> tuple[str, ...]:
    """The entries of the vocabulary that a text has words of."""
    return tuple(name for name, words in _telling() if words.search(text))


@cache
def telling_names() -> Mapping[str, int]:
    """The entries that `names_in` finds, numbered."""
    return {name: at for at, (name, _) in enumerate(_telling())}


@cache
def _telling() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The entries that are found in some texts only: distances and what may be empty say nothing."""
    compiled = ((name, pattern(f"{{{name}}}")) for name in contract_data(_FILES[0], dict[str, str]))
    return tuple((name, words) for name, words in compiled if not words.search(""))


def _file() -> str:
    return str(data_folder("rules") / "contract" / "words.yaml")


@cache
def _words() -> dict[str, str]:
    written = {name: text for file in _FILES for name, text in contract_data(file, dict[str, str]).items()}
    order = TopologicalSorter({name: set(_NAME.findall(text)) for name, text in written.items()})
    full: dict[str, str] = {}
    try:
        for name in order.static_order():
            full[name] = _NAME.sub(lambda inner: full[inner[1]], written[name])
    except CycleError:
        raise RuleError("词表里的词互相引用成环", file=_file()) from None
    except KeyError as missing:
        raise RuleError(f"词表里没有 {missing}", file=_file()) from None
    return full
