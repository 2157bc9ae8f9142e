"""Reads a YAML file into a type, and says file, line and nearest valid name when it does not fit.

Used for curated law and for dispute forms alike: both are written by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from propertylaw.errors import EmptyFileError, EncodingError, MissingFileError, PropertyLawError

T = TypeVar("T")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Loader):  # type: ignore[misc]
    """YAML 1.2 truth values (`on`, `yes`, `no` are words); refuses repeated keys; leaves impossible dates as text, so
    that the type check can name their place."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool"]
        for first, pairs in _Loader.yaml_implicit_resolvers.items()
    }


def _mapping(loader: Any, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key, _ in node.value:
        if key.value in seen:
            raise yaml.constructor.ConstructorError(None, None, f"键“{key.value}”重复", key.start_mark)
        seen.add(key.value)
    return dict(_Loader.construct_mapping(loader, node, deep=deep))


def _timestamp(loader: Any, node: yaml.ScalarNode) -> Any:
    try:
        return _Loader.construct_yaml_timestamp(loader, node)
    except ValueError:
        return node.value


_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false|True|False)$"), list("tfTF"))
_StrictLoader.add_constructor("tag:yaml.org,2002:map", lambda loader, node: _mapping(loader, node, deep=True))
_StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)


def read_yaml(path: Path, kind: type[T] | Any, error: type[PropertyLawError]) -> T:
    """Read `path` and check it against `kind` (a pydantic type, or any annotation).

    Raises:
        MissingFileError, EncodingError, EmptyFileError: the file itself cannot be read.
        PropertyLawError: of the class `error`, with line and key, when the content does not fit.
    """
    text = _text(path)
    try:
        data = yaml.load(text, Loader=_StrictLoader)
    except yaml.YAMLError as problem:
        raise _syntax(problem, path, error) from None
    except RecursionError:
        raise error("嵌套层数过多", file=path) from None
    if data is None:
        raise EmptyFileError("文件是空的", file=path)
    adapter: TypeAdapter[T] = TypeAdapter(kind)
    try:
        return adapter.validate_python(data)
    except ValidationError as problem:
        raise _misfit(problem, text, path, error, kind) from None


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The valid name that a writer probably meant, as a question; None where none is close."""
    import difflib

    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"是不是“{close[0]}”？" if close else None


def line_of(text: str, keys: tuple[int | str, ...]) -> int | None:
    """Line (from 1) at which the value reached by `keys` stands in a YAML text, or that of its nearest ancestor."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return None
    line = None
    for key in keys:
        found = _child(node, key)
        if found is None:
            break
        mark, node = found
        line = mark.line + 1
    return line


def _child(node: Any, key: int | str) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark, node.value[key]
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark, value
    return None


def _text(path: Path) -> str:
    if not path.is_file():
        raise MissingFileError("没有这个文件", file=path, advice="请检查路径")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EncodingError("不是 UTF-8 编码的文本", file=path, advice="请把文件另存为 UTF-8") from None
    except OSError as problem:
        raise MissingFileError(f"打不开：{problem.strerror}", file=path) from None


def _syntax(problem: yaml.YAMLError, path: Path, error: type[PropertyLawError]) -> PropertyLawError:
    mark = getattr(problem, "problem_mark", None)
    place = f"第 {mark.line + 1} 行" if mark else None
    said = str(getattr(problem, "problem", "") or "")
    reason = said if said.startswith("键“") else "YAML 写法有误，读不下去"
    return error(reason, file=path, place=place, advice="请检查缩进、冒号后的空格和引号")


_AFTER_COMMA = re.compile(r"\d{3}(\.\d+)?\D{0,4}$")
"""What follows the comma of a number such as 6,800元, which YAML takes for the next key."""
_REASONS = {
    "missing": "缺少必填项",
    "extra_forbidden": "不认识的项",
    "date_from_datetime_parsing": "不是有效日期，应写作 2024-03-01",
    "date_parsing": "不是有效日期，应写作 2024-03-01",
    "date_type": "应为日期，写作 2024-03-01",
    "bool_type": "应为 true 或 false",
    "string_type": "应为文字",
    "tuple_type": "应为列表",
    "list_type": "应为列表",
    "model_type": "应为一组“名称: 值”",
    "dict_type": "应为一组“名称: 值”",
}


def _misfit(
    problem: ValidationError, text: str, path: Path, error: type[PropertyLawError], kind: Any
) -> PropertyLawError:
    # A mistyped key is also a missing one; the mistyped one is what the writer has to see.
    first = min(problem.errors(), key=lambda e: e["type"] != "extra_forbidden")
    # Pydantic puts the names of union members into its path too; a key of the file occurs in the file.
    keys = tuple(key for key in first["loc"] if isinstance(key, int) or key in text or first["type"] == "missing")
    reason = _REASONS.get(first["type"], "值不合要求")
    if first["type"] == "value_error":
        reason = str(first["ctx"]["error"]) if "ctx" in first else reason
    key = ".".join(str(k) for k in keys)
    advice = _nearest(keys, kind) if first["type"] == "extra_forbidden" else None
    if advice and _AFTER_COMMA.match(str(keys[-1])):
        reason, advice = f"“{keys[-1]}”前面的逗号把数字断开了", "数字里不写逗号和单位，如 6800"
    line = line_of(text, keys)
    place = "，".join(part for part in (f"第 {line} 行" if line else "", f"“{key}”" if key else "") if part)
    return error(reason, file=path, place=place or None, advice=advice)


def _nearest(keys: tuple[int | str, ...], kind: Any) -> str | None:
    import difflib

    names = sorted({name for model in _models(kind) for name in _field_names(model)})
    close = difflib.get_close_matches(str(keys[-1]), names, n=1, cutoff=0.6)
    here = _names_here(keys, kind) or names
    return f"是不是“{close[0]}”？" if close else f"可用的项：{'、'.join(here[:30])}"


def _names_here(keys: tuple[int | str, ...], kind: Any) -> list[str]:
    """The keys that may stand beside the last of `keys`, where the way to it leads through one model after another."""
    models = _outer(kind)
    for key in (key for key in keys[:-1] if isinstance(key, str)):
        fields = [field for model in models for name, field in model.model_fields.items() if key in (field.alias, name)]
        models = [model for field in fields for model in _outer(field.annotation)]
    return sorted({name for model in models for name in _field_names(model)})


def _outer(kind: Any) -> list[type[BaseModel]]:
    """The models of a type, without those within them."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [kind]
    return [model for part in getattr(kind, "__args__", ()) for model in _outer(part)]


def _models(kind: Any) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    queue = [kind]
    while queue:
        current = queue.pop()
        queue.extend(getattr(current, "__args__", ()))
        if isinstance(current, type) and issubclass(current, BaseModel) and current not in found:
            found.append(current)
            queue.extend(field.annotation for field in current.model_fields.values())
    return found


def _field_names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
