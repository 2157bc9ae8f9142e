"""One renderer a form: pages for the terminal, lines and objects for other programs."""

from .analysis_page import analysis_text
from .documents_page import documents_text
from .graph_page import graph_graphml, graph_json, graph_text
from .norm_page import norm_lines, norm_table
from .objects import analysis_json, outline_json
from .outline_page import outline_text

__all__ = [
    "analysis_json",
    "analysis_text",
    "documents_text",
    "graph_graphml",
    "graph_json",
    "graph_text",
    "norm_lines",
    "norm_table",
    "outline_json",
    "outline_text",
]
