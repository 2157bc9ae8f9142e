"""Text becomes an `Outline`: divisions, articles, paragraphs, items, citations, definitions."""

from .citations import citations, cite, find_citations
from .document import outline
from .numerals import chinese_numeral, parse_numeral
from .scope import Scope

__all__ = ["Scope", "chinese_numeral", "citations", "cite", "find_citations", "outline", "parse_numeral"]
