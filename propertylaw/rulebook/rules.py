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
from .expression import names, parse
from .store import OnDemand, kept
from .yaml_file import read_yaml


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """One body of curated law, the same only as itself; mappings are from id to thing, in the order of the files."""

    parties: Mapping[str, Party]
    topics: Mapping[str, Topic]
    facts: Mapping[str, FactDefinition]
    concepts: Mapping[str, Concept]
    norms: Mapping[str, Norm]
    claims: Mapping[str, Claim]

    def asking(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Ids of the claims of which an element rests on one of these facts, in order."""
        index = self.claims.index if isinstance(self.claims, ClaimsOnDemand) else _index(self.claims)
        found = {id for fact in facts for id in index.get(fact, ())}
        return tuple(id for id in self.claims if id in found)


class ClaimsOnDemand(OnDemand[Claim]):
    """Claims, each unpacked when asked for, with an index of the facts on which their elements rest."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        super().__init__(claims)
        self.index = _index(claims)


def _index(claims: Mapping[str, Claim]) -> Mapping[str, tuple[str, ...]]:
    """Fact ids and the claims of which an element rests on them."""
    found: dict[str, dict[str, None]] = {}
    for claim in claims.values():
        elements = (*claim.elements, *(element for head in claim.respondents for element in head.elements))
        for fact in (name for element in elements for name in names(parse(element.when))):
            found.setdefault(fact, {})[claim.id] = None
    return {fact: tuple(ids) for fact, ids in found.items()}


@cache
def rules() -> Rules:
    """The rules that ship with the library; each is unpacked when it is first asked for.

    Raises:
        RuleError: a file is not valid; the message names file, line and key.
    """
    folder = data_folder("rules")
    files = [file for kind in KINDS for file in rule_files(folder, kind)]
    return kept("rules", files, lambda: _on_demand(load_rules(folder)))


def _on_demand(book: Rules) -> Rules:
    found = {kind: OnDemand(getattr(book, kind)) for kind in KINDS if kind != "claims"}
    return Rules(**found, claims=ClaimsOnDemand(book.claims))


def load_rules(folder: Path, base: Rules | None = None) -> Rules:
    """Load a folder laid out like `rules/`; with `base`, a pack that is added to other rules and may lack any part.

    Raises:
        RuleError: a file is not valid, or an id stands twice.
    """
    if base is None and not (folder / "parties.yaml").is_file():
        raise RuleError("不是规则目录，缺少 parties.yaml", file=folder, advice="指向一个与 rules/ 同样编排的目录")
    found: dict[str, Mapping[str, Any]] = {}
    for name, kind in KINDS.items():
        things = [thing for file in rule_files(folder, name) for thing in read_rule_file(file, name)]
        before = getattr(base, name).values() if base else ()
        found[name] = _by_id((*before, *things), kind.title)
    return Rules(**found)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rule: what it is called, the files that hold it, and the type of a file."""

    title: str
    files: str
    type: Any


def rule_files(folder: Path, kind: str) -> list[Path]:
    """The files of a folder that hold rules of this kind, in order."""
    return sorted(folder.glob(KINDS[kind].files))


def read_rule_file(file: Path, kind: str) -> tuple[Any, ...]:
    """The things that one file holds.

    Raises:
        RuleError: the file is not valid.
    """
    found = read_yaml(file, KINDS[kind].type, RuleError)
    return tuple(_numbered(found)) if kind == "norms" else found if isinstance(found, tuple) else (found,)


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


KINDS = {
    "parties": Kind("参与方", "parties.yaml", tuple[Party, ...]),
    "topics": Kind("主题", "topics.yaml", tuple[Topic, ...]),
    "facts": Kind("事实", "facts/*.yaml", tuple[FactDefinition, ...]),
    "concepts": Kind("概念", "concepts/*.yaml", tuple[Concept, ...]),
    "norms": Kind("规范", "norms/*.yaml", tuple[_NormNote, ...]),
    "claims": Kind("请求权", "claims/*.yaml", _ClaimNote),
}
"""Kinds of rules by the name of their mapping in `Rules`."""
