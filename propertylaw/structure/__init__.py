"""Text becomes an `Outline`: divisions, articles, paragraphs, items, citations, definitions."""

from .citations import cite, find_citations
from .document import outline
from .numerals import chinese_numeral, parse_numeral

__all__ = ["chinese_numeral", "cite", "find_citations", "outline", "parse_numeral"]
