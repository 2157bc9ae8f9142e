"""Reads a YAML file into a type, and says file, line and nearest valid name when it does not fit.

Used for curated law and for dispute forms alike: both are written by people. What words a mistake is loaded when there
is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from propertylaw.errors import EmptyFileError, EncodingError, MissingFileError, PropertyLawError

from .complaints import Complaint, as_errors, keys_in_words, located
from .yaml_lines import Keys

T = TypeVar("T")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _RepeatedKeyError(yaml.constructor.ConstructorError):
    """A key stands twice in one group."""


class _LenientLoader(_Loader):  # type: ignore[misc]
    """YAML 1.2 truth values (`on`, `yes`, `no` are words); leaves impossible dates as text, so that the type check can
    name their place. Of repeated keys the last counts."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool"]
        for first, pairs in _Loader.yaml_implicit_resolvers.items()
    }


class _StrictLoader(_LenientLoader):
    """Refuses repeated keys."""


def _mapping(loader: Any, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key, _ in node.value:
        if key.value in seen:
            raise _RepeatedKeyError
        seen.add(key.value)
    return dict(_Loader.construct_mapping(loader, node, deep=deep))


def _timestamp(loader: Any, node: yaml.ScalarNode) -> Any:
    try:
        return _Loader.construct_yaml_timestamp(loader, node)
    except ValueError:
        return node.value


_LenientLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false|True|False)$"), list("tfTF"))
_LenientLoader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)
_StrictLoader.add_constructor("tag:yaml.org,2002:map", lambda loader, node: _mapping(loader, node, deep=True))


def read_yaml(path: Path, kind: type[T] | Any, error: type[PropertyLawError]) -> T:
    """Read `path` and check it against `kind` (a pydantic type, or any annotation).

    Raises:
        MissingFileError, EncodingError, EmptyFileError: the file itself cannot be read.
        PropertyLawError: of the class `error`, with line and key, when the content does not fit; `further` holds what
            else does not.
    """
    read: T = sound(path, kind, lambda text: fitted(text, kind), error)
    return read


def sound(
    path: Path,
    kind: Any,
    check: Callable[[str], tuple[T | None, list[Complaint]]],
    error: type[PropertyLawError],
    place: Callable[[Keys], str] = keys_in_words,
) -> T:
    """What a check makes of a file, or everything that it complains of as one error.

    Args:
        path: the file.
        kind: the type that says which keys it may hold.
        check: makes something of the text, or says why not.
        error: the class of the error.
        place: how a way to a value is told.

    Raises:
        MissingFileError, EncodingError, EmptyFileError: the file itself cannot be read.
        PropertyLawError: of the class `error`.
    """
    text = _text(path)
    value, complaints = check(text)
    if not complaints:
        if value is None:
            raise EmptyFileError("文件是空的", file=path)
        return value
    from .foreign_marks import complaints_of, foreign_marks, repaired
    from .misfits import names_of

    marks = foreign_marks(text, names_of(kind))
    if marks:
        text = repaired(text, marks)
        complaints = [*complaints_of(marks), *check(text)[1]]
    raise as_errors(complaints, path, error, place)


def fitted(text: str, kind: Any) -> tuple[Any, list[Complaint]]:
    """The value of a text in a type, and where it does not fit."""
    data, readable, complaints = loaded(text)
    if data is None:
        return None, complaints
    try:
        return TypeAdapter(kind).validate_python(data), complaints
    except ValidationError as problem:
        from .misfits import misfits

        return None, [*complaints, *located(misfits(problem, data, kind), readable)]


class Loaded(NamedTuple):
    """What a YAML text holds."""

    data: Any
    """None where it is no YAML, or empty."""
    text: str
    """The text as far as it could be read, line for line."""
    complaints: list[Complaint]


def loaded(text: str) -> Loaded:
    """The data of a text, and what is wrong with its YAML."""
    complaints: list[Complaint] = []
    try:
        try:
            data = yaml.load(text, Loader=_StrictLoader)
        except _RepeatedKeyError:
            from .not_yaml import repeated_keys

            complaints = repeated_keys(text)
            data = yaml.load(text, Loader=_LenientLoader)
    except (yaml.YAMLError, RecursionError) as problem:
        from .not_yaml import not_yaml

        return _rest(text, not_yaml(problem))
    return Loaded(data, text, complaints)


def _rest(text: str, broken: Complaint) -> Loaded:
    """What can still be looked at where one place is no YAML: everything else, if that place is one entry of a list."""
    from .not_yaml import without_entry

    rest = without_entry(text, broken.line) if broken.line else None
    read = loaded(rest) if rest else None
    if read is None or any(one.line == broken.line for one in read.complaints):
        advice = "；".join(filter(None, (broken.advice, "改好以前，其余内容没有检查")))
        return Loaded(None, text, [broken._replace(advice=advice)])
    return read._replace(complaints=[broken, *read.complaints])


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The valid name that a writer probably meant, as a question; None where none is close."""
    import difflib

    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"是不是“{close[0]}”？" if close else None


def _text(path: Path) -> str:
    if not path.is_file():
        raise MissingFileError("没有这个文件", file=path, advice="请检查路径")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EncodingError("不是 UTF-8 编码的文本", file=path, advice="请把文件另存为 UTF-8") from None
    except OSError as problem:
        raise MissingFileError(f"打不开：{problem.strerror}", file=path) from None
