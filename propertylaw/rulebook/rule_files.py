"""Reads the files of a folder of rules: what each holds, and the shapes in which people write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import BeforeValidator

from propertylaw.errors import RuleError
from propertylaw.model import Chain, Claim, Concept, FactDefinition, Matter, Norm, Party, Route, TimeRule, Topic

from .crime_reports import with_crime_reports
from .debts_of_the_deceased import with_heirs
from .limitation_of_loss import with_limitation
from .made_good import with_made_good
from .rules import FILES, Rules
from .yaml_file import read_yaml


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


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
        found[name] = by_id((*before, *things), kind.title)
    return Rules(**found)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rule: what it is called, and the type of a file."""

    title: str
    type: Any


def rule_files(folder: Path, kind: str) -> list[Path]:
    """The files of a folder that hold rules of this kind, in order."""
    return sorted(folder.glob(FILES[kind]))


def read_rule_file(file: Path, kind: str) -> tuple[Any, ...]:
    """The things that one file holds.

    Raises:
        RuleError: the file is not valid.
    """
    found = read_yaml(file, KINDS[kind].type, RuleError)
    if kind == "claims":
        return (with_heirs(with_made_good(with_crime_reports(with_limitation(found)))),)
    return tuple(_numbered(found)) if kind == "norms" else found


def read_by_id(file: Path, type: Any, title: str) -> Mapping[str, Any]:
    """The things of one file by id.

    Raises:
        RuleError: the file is not valid, or an id stands twice.
    """
    return by_id(read_yaml(file, type, RuleError), title)


def by_id(things: Iterable[T], kind: str) -> Mapping[str, T]:
    """Things by id.

    Raises:
        RuleError: an id stands twice.
    """
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
    "parties": Kind("参与方", tuple[Party, ...]),
    "topics": Kind("主题", tuple[Topic, ...]),
    "facts": Kind("事实", tuple[FactDefinition, ...]),
    "concepts": Kind("概念", tuple[Concept, ...]),
    "norms": Kind("规范", tuple[_NormNote, ...]),
    "claims": Kind("请求权", _ClaimNote),
    "times": Kind("时间规则", tuple[TimeRule, ...]),
    "routes": Kind("途径", tuple[Route, ...]),
    "chains": Kind("追偿顺序", tuple[Chain, ...]),
    "matters": Kind("报告事项", tuple[Matter, ...]),
}
"""Kinds of rules by the name of their mapping in `Rules`."""
