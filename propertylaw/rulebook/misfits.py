"""Where data does not fit its type, and the key, the day or the list that was meant."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from .complaints import Complaint
from .not_yaml import UNREAD
from .yaml_lines import Keys

_AFTER_COMMA = re.compile(r"\d{3}(\.\d+)?\D{0,4}$")
"""What follows the comma of a number such as 6,800元, which YAML takes for the next key."""
_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_REASONS = {
    "missing": "缺少必填项",
    "extra_forbidden": "不认识的项",
    "date_from_datetime_parsing": "不是有效日期",
    "date_parsing": "不是有效日期",
    "date_type": "应为日期",
    "date_from_datetime_inexact": "应为日期",
    "bool_type": "应为 true 或 false",
    "string_type": "应为文字",
    "tuple_type": "应为列表",
    "list_type": "应为列表",
    "model_type": "应为一组“名称: 值”",
    "dict_type": "应为一组“名称: 值”",
    "decimal_parsing": "应为数字",
    "decimal_type": "应为数字",
    "greater_than": "应大于 0",
}


def misfits(problem: ValidationError, data: Any, kind: Any) -> list[Complaint]:
    """Every place at which data does not fit its type; what a mistyped key makes missing is not told beside it."""
    found = [(_keys_in(data, one["loc"]), one) for one in problem.errors() if one["input"] != UNREAD]
    mistyped = {(*keys[:-1], _meant_key(keys, kind)) for keys, one in found if one["type"] == "extra_forbidden"}
    told = [pair for pair in found if pair[1]["type"] != "missing" or pair[0] not in mistyped]
    by_place = {keys: _misfit(keys, one, kind) for keys, one in reversed(told)}
    return list(reversed(by_place.values()))


def day_meant(value: Any) -> str | None:
    """A day written another way (2022年3月1日, 2022/3/1) as the form wants it, as advice; None where it is no day."""
    found = _DAY.fullmatch(str(value).strip())
    if found is None:
        return None
    day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    try:
        date.fromisoformat(day)
    except ValueError:
        return f"没有 {day} 这一天"
    return f"写 {day}"


def _keys_in(data: Any, loc: Keys) -> Keys:
    """The way as the data knows it: Pydantic puts the names of union members into its paths too."""
    keys: Keys = ()
    for at, key in enumerate(loc):
        inside = isinstance(data, dict) and key in data
        inside = inside or (isinstance(data, list) and isinstance(key, int) and key < len(data))
        if inside:
            data, keys = data[key], (*keys, key)
        elif at == len(loc) - 1 and isinstance(data, dict):
            keys = (*keys, key)  # what is missing
    return keys


def _misfit(keys: Keys, one: Any, kind: Any) -> Complaint:
    reason, advice = _REASONS.get(one["type"], "值不合要求"), None
    match one["type"]:
        case "value_error":
            reason = str(one["ctx"]["error"]) if "ctx" in one else reason
        case "extra_forbidden":
            advice = _instead(keys, kind)
            if _AFTER_COMMA.match(str(keys[-1])):
                reason, advice = f"“{keys[-1]}”前面的逗号把数字断开了", "数字里不写逗号和单位，如 6800"
        case "missing":
            advice = _example(keys, kind)
        case str() as day if day.startswith("date_"):
            advice = day_meant(one["input"]) or "日期写作 2024-03-01"
        case "tuple_type" | "list_type" if isinstance(one["input"], str | int | float):
            advice = f"写成 {keys[-1]}: [{one['input']}]"
        case "model_type" | "dict_type" if keys:
            advice = "写成 {名称: 值, 名称: 值}"
    return Complaint(reason, keys, advice)


def _instead(keys: Keys, kind: Any) -> str:
    """The key that was meant, or those that may stand here."""
    close = _meant_key(keys, kind)
    if close:
        return f"是不是“{close}”？"
    return f"可用的项：{'、'.join((_names_here(keys, kind) or names_of(kind))[:30])}"


def _meant_key(keys: Keys, kind: Any) -> str:
    known = [name for name in names_of(kind) if name != str(keys[-1])] if keys else []  # it may fit elsewhere
    close = get_close_matches(str(keys[-1]), known, n=1, cutoff=0.6) if keys else []
    return close[0] if close else ""


def _example(keys: Keys, kind: Any) -> str | None:
    """The missing key with a value, where its type gives one."""
    fields = (model.model_fields.get(str(keys[-1])) for model in _models_at(keys, kind))
    examples = [example for field in fields if field for example in field.examples or ()]
    return f"加上“{keys[-1]}: {examples[0]}”这样的一项" if examples else None


def names_of(kind: Any) -> list[str]:
    """Every key that a type knows, at whatever depth."""
    return sorted({name for model in _models(kind) for name in _field_names(model)})


def _names_here(keys: Keys, kind: Any) -> list[str]:
    """The keys that may stand beside the last of `keys`, where the way to it leads through one model after another."""
    return sorted({name for model in _models_at(keys, kind) for name in _field_names(model)})


def _models_at(keys: Keys, kind: Any) -> list[type[BaseModel]]:
    models = _outer(kind)
    for key in (key for key in keys[:-1] if isinstance(key, str)):
        fields = [field for model in models for name, field in model.model_fields.items() if key in (field.alias, name)]
        models = [model for field in fields for model in _outer(field.annotation)]
    return models


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
