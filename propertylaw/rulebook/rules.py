"""The curated law: parties, topics, facts, concepts, norms and claims, loaded from `rules/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import BeforeValidator

from propertylaw.errors import RuleError
from propertylaw.model import Claim, Concept, FactDefinition, Norm, Party, Role, Topic

from .data import data_folder
from .yaml_file import read_yaml


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


@dataclass(frozen=True, slots=True)
class Rules:
    """One body of curated law; every mapping is from id to the thing, in the order of the files."""

    parties: Mapping[str, Party]
    topics: Mapping[str, Topic]
    facts: Mapping[str, FactDefinition]
    concepts: Mapping[str, Concept]
    norms: Mapping[str, Norm]
    claims: Mapping[str, Claim]


@cache
def rules() -> Rules:
    """The rules that ship with the library.

    Raises:
        RuleError: a file is not valid; the message names file, line and key.
    """
    return load_rules(data_folder("rules"))


def load_rules(folder: Path) -> Rules:
    """Load a folder laid out like `rules/`.

    Raises:
        RuleError: a file is not valid, or an id stands twice.
    """
    return Rules(
        parties=_by_id(read_yaml(folder / "parties.yaml", tuple[Party, ...], RuleError), "参与方"),
        topics=_by_id(read_yaml(folder / "topics.yaml", tuple[Topic, ...], RuleError), "主题"),
        facts=_by_id(_all(folder / "facts", tuple[FactDefinition, ...]), "事实"),
        concepts=_by_id(_all(folder / "concepts", tuple[Concept, ...]), "概念"),
        norms=_by_id(_norms(folder / "norms"), "规范"),
        claims=_by_id(_claims(folder / "claims"), "请求权"),
    )


@cache
def parties() -> Mapping[str, Party]:
    """The kinds of parties alone, for text work that needs no other rules."""
    file = data_folder("rules") / "parties.yaml"
    return _by_id(read_yaml(file, tuple[Party, ...], RuleError), "参与方")


@cache
def topics() -> Mapping[str, Topic]:
    """The topics alone, for text work that needs no other rules."""
    file = data_folder("rules") / "topics.yaml"
    return _by_id(read_yaml(file, tuple[Topic, ...], RuleError), "主题")


@cache
def roles() -> Mapping[str, Role]:
    """The roles of public bodies, in the order in which they are looked for."""
    file = data_folder("rules") / "roles.yaml"
    return _by_id(read_yaml(file, tuple[Role, ...], RuleError), "角色")


def _by_id(things: Iterable[T], kind: str) -> Mapping[str, T]:
    found: dict[str, T] = {}
    for thing in things:
        if thing.id in found:
            raise RuleError(f"{kind}“{thing.id}”定义了两次")
        found[thing.id] = thing
    return found


def _all(folder: Path, kind: Any) -> Iterable[Any]:
    for file in sorted(folder.glob("*.yaml")):
        yield from read_yaml(file, kind, RuleError)


def _norms(folder: Path) -> Iterable[Norm]:
    for file in sorted(folder.glob("*.yaml")):
        yield from _numbered(read_yaml(file, tuple[_NormNote, ...], RuleError))


def _numbered(norms: Iterable[Norm]) -> Iterable[Norm]:
    """Ids from the place: a norm at 民法典/944/1 is `民法典/944/1#1`, the second there `#2`."""
    count: dict[str, int] = {}
    for norm in norms:
        at = str(norm.locator)
        count[at] = count.get(at, 0) + 1
        yield norm.model_copy(update={"id": f"{at}#{count[at]}"})


def _norm_fields(note: Any) -> Any:
    """A norm as a person writes it: `at` for the locator; id and origin follow."""
    if not isinstance(note, dict):
        return note
    fields = {"locator" if key == "at" else key: value for key, value in note.items()}
    return {"id": "", "origin": "curated", **fields}


def _claim_fields(note: Any) -> Any:
    """A claim as a person writes it: a single `respondent` with its capacities may stand at the top level."""
    if not isinstance(note, dict) or "respondent" not in note:
        return note
    fields = dict(note)
    head = {"role": fields.pop("respondent"), "capacities": fields.pop("capacities", ())}
    return {**fields, "respondents": [head]}


_NormNote = Annotated[Norm, BeforeValidator(_norm_fields)]
_ClaimNote = Annotated[Claim, BeforeValidator(_claim_fields)]


def _claims(folder: Path) -> Iterable[Claim]:
    for file in sorted(folder.glob("*.yaml")):
        yield read_yaml(file, _ClaimNote, RuleError)
