"""Text becomes an `Outline`: divisions, articles, paragraphs, items, citations, definitions."""

from .document import outline
from .numerals import chinese_numeral, parse_numeral

__all__ = ["chinese_numeral", "outline", "parse_numeral"]
