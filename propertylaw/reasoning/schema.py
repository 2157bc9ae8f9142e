"""The JSON Schema of the dispute form: its shape, and the facts, roles and claims it may name."""

from __future__ import annotations

from typing import Any

from propertylaw.model import Dispute, FactDefinition
from propertylaw.rulebook import Rules, rules

_NUMBER = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}]}
_PEOPLE: dict[str, Any] = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}, {"type": "null"}],
    "default": None,
    "description": "Whose fact it is: an id of parties, or a list of them, of each of whom it is so.",
}
_VALUES: dict[str, dict[str, Any]] = {
    "boolean": {"type": "boolean"},
    "number": _NUMBER,
    "date": {"type": "string", "format": "date"},
    "text": {"type": "string"},
}


def form_schema(book: Rules | None = None) -> dict[str, Any]:
    """The schema, as JSON Schema 2020-12, for the curated law that ships or another."""
    book = book or rules()
    schema = Dispute.model_json_schema(by_alias=True)
    definitions = schema["$defs"]
    definitions["Participant"]["properties"]["role"]["enum"] = list(book.parties)
    definitions["ClaimRequest"]["properties"]["claim"]["enum"] = list(book.claims)
    facts = [fact for fact in book.facts.values() if fact.calc is None]
    definitions["Fact"]["properties"].pop("stated_at", None)
    definitions["Fact"]["properties"]["id"]["enum"] = [fact.id for fact in facts]
    definitions["Fact"]["properties"]["claim"]["anyOf"][0]["enum"] = list(book.claims)
    definitions["Fact"]["properties"]["of"] = _PEOPLE
    definitions["Fact"]["properties"]["value"] = {"description": "unknown: 明知不清楚"}
    definitions["Fact"]["allOf"] = [_value_of(fact) for fact in facts]
    definitions.pop("Locator", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "propertylaw dispute form",
    }


def _value_of(fact: FactDefinition) -> dict[str, Any]:
    """The value that goes with a fact id."""
    kind = {"enum": list(fact.choices)} if fact.type == "choice" else _VALUES[fact.type]
    value = {"anyOf": [kind, {"const": "unknown"}, {"type": "null"}], "description": fact.question}
    return {"if": {"properties": {"id": {"const": fact.id}}}, "then": {"properties": {"value": value}}}
