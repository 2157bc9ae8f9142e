"""What an analysis asks."""

from __future__ import annotations

from propertylaw.model import Analysis


def asked(analysis: Analysis) -> set[str]:
    """The ids of all facts that it asks for."""
    return {id for question in analysis.decisive for id in question.ids}
