"""Text becomes an `Outline`: divisions, articles, paragraphs, items, citations, definitions."""
