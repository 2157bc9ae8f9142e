"""The dispute form: read from YAML, checked against the vocabulary of facts, parties and claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from propertylaw.errors import FormError
from propertylaw.model import ClaimRequest, Dispute, Fact, Participant
from propertylaw.rulebook import Rules, rules
from propertylaw.rulebook.complaints import Complaint, as_errors, located
from propertylaw.rulebook.yaml_file import loaded, sound
from propertylaw.rulebook.yaml_lines import Keys

from .form_check import FormParts, complaints_about, place_in_words, typed
from .one_value import one_value
from .shared_rows import each_of_one

_ENTRIES = {"parties": Participant, "claims": ClaimRequest, "facts": Fact}
"""The lists of a form, and what their entries are."""


def read_form(path: str | Path, book: Rules | None = None) -> Dispute:
    """Read a dispute form.

    Args:
        path: a YAML file laid out as the published schema says.
        book: other curated law than the one that ships.

    Raises:
        FormError: an unknown fact, party, role or claim, a value of the wrong type, an impossible date; the message
            names the file, the line and the nearest valid name, and `further` holds the other errors of the form.
        ReadingError: the file cannot be read at all.
    """
    known = book or rules()
    return sound(Path(path), Dispute, lambda text: _checked(text, known), FormError, place_in_words)


def check_form(dispute: Dispute, book: Rules, path: Path) -> Dispute:
    """The dispute with every fact's value in the type that its definition asks for.

    Args:
        dispute: a form that stands in no file of its own.
        book: the rules whose names it may use.
        path: what it is called in messages.

    Raises:
        FormError: see `read_form`.
    """
    complaints = complaints_about(FormParts.of(dispute), book)
    if complaints:
        raise as_errors(complaints, path, FormError, place_in_words)
    return typed(dispute, book)


def _checked(text: str, book: Rules) -> tuple[Dispute | None, list[Complaint]]:
    """The dispute of a text, and everything that is wrong with it."""
    data, readable, complaints = loaded(text)
    if data is None:
        return None, complaints
    rows = each_of_one(data)
    try:
        dispute = Dispute.model_validate(rows.data)
    except ValidationError as problem:
        from propertylaw.rulebook.misfits import misfits

        found = [one_value(one, rows.data) for one in _in_words(misfits(problem, rows.data, Dispute), book)]
        found += complaints_about(_sound_parts(rows.data), book)
        return None, complaints + located(rows.as_written(found), readable)
    complaints += located(rows.as_written(complaints_about(FormParts.of(dispute), book)), readable)
    return (None if complaints else typed(dispute, book)), complaints


def _in_words(complaints: list[Complaint], book: Rules) -> list[Complaint]:
    """A fact written as `floor_area: 90` is no unknown key, and lacks no id."""
    named = {one.keys: str(one.keys[-1]) for one in complaints if _is_fact(one.keys, book)}
    lacking = {(*keys[:2], "id") for keys in named}
    told = (one for one in complaints if one.keys not in lacking)
    return [_as_value(one, named[one.keys]) if one.keys in named else one for one in told]


def _is_fact(keys: Keys, book: Rules) -> bool:
    return keys[:1] == ("facts",) and keys[-1] in book.facts


def _as_value(one: Complaint, id: str) -> Complaint:
    return one._replace(problem=f"“{id}”写成了项的名称", advice=f"写成 - {{id: {id}, value: …}}")


def _sound_parts(data: Any) -> FormParts:
    """The entries of a form that fit their types, so that these too are looked at where others do not fit."""
    lists = data if isinstance(data, dict) else {}
    found: dict[str, dict[int, Any]] = {}
    for name, kind in _ENTRIES.items():
        entries = lists.get(name)
        whole = enumerate(entries) if isinstance(entries, list) else ()
        found[name] = {index: entry for index, one in whole if (entry := _entry(one, kind)) is not None}
    return FormParts(**found, ids=frozenset(_ids(lists.get("parties"))))


def _entry(data: Any, kind: Any) -> Any:
    """An entry that fits its type; keys that it must not hold are left out."""
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as problem:
        unknown = {one["loc"][0] for one in problem.errors() if one["type"] == "extra_forbidden"}
        kept = {key: value for key, value in data.items() if key not in unknown} if unknown else None
        return _entry(kept, kind) if kept else None


def _ids(parties: Any) -> list[str]:
    """The ids of all parties, of those too whose entry does not fit."""
    entries = parties if isinstance(parties, list) else []
    return [str(one["id"]) for one in entries if isinstance(one, dict) and "id" in one]
