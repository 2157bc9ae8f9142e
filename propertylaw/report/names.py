"""What parties and provisions are called: titles for people, stable addresses for programs."""

from __future__ import annotations

from urllib.parse import quote

from propertylaw.rulebook import parties


def party_name(id: str) -> str:
    """What readers call a kind of party; its id where it is not known."""
    known = parties().get(id)
    return known.title if known else id


def urn(kind: str, id: str) -> str:
    """The address of a norm, party or provision in linked data.

    Args:
        kind: `norm`, `party`, `provision` or `instrument`.
        id: its id, or its locator in short form.
    """
    return f"urn:propertylaw:{kind}:{quote(id, safe='/:@#-')}".replace("#", "%23")
