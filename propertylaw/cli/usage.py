"""What is wrong with a command line, in one Chinese line instead of the English of the parser."""

from __future__ import annotations

import re

import typer

from propertylaw.errors import CommandError

UsageError = typer.BadParameter.__mro__[1]
"""The parser's own error; every kind of it is one."""
_NO_COMMAND = re.compile(r"No such command '(?P<name>.*?)'(?:.*?Did you mean '?(?P<near>[\w-]+))?", re.DOTALL)
_NO_DAY = re.compile(r"'(?P<value>.*)' does not match the format")
_NO_CHOICE = re.compile(r"'(?P<value>.*)' is not one of (?P<choices>.*?)\.?$")
_NO_NUMBER = re.compile(
    r"'(?P<value>.*)' is not a valid (?:integer|int|float)|Input should be a valid (?:integer|number)"
)
_EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((?P<words>.*)\)")


def in_words(problem: Exception) -> CommandError | None:
    """The problem as an error of ours; None where it is the help that a command without arguments prints."""
    kind = type(problem).__name__
    if kind == "NoArgsIsHelpError":
        return None
    said = str(getattr(problem, "message", ""))
    context = getattr(problem, "ctx", None)
    advice = f"{context.command_path} --help 列出用法" if context is not None else "--help 列出用法"
    name = _name(problem)
    if kind == "NoSuchOption":
        near = list(getattr(problem, "possibilities", None) or ())
        option = getattr(problem, "option_name", "")
        return CommandError(f"没有选项“{option}”", advice=f"是不是“{near[0]}”？" if near else advice)
    if kind == "MissingParameter":
        return CommandError(f"缺少{name}", advice=advice)
    if kind == "BadOptionUsage":
        return CommandError(f"选项“{getattr(problem, 'option_name', '')}”后面缺少值，或者不该有值", advice=advice)
    if kind == "BadParameter":
        return CommandError(f"{name}的值不对：{_value(said)}", advice=advice)
    command, extra = _NO_COMMAND.search(said), _EXTRA.search(said)
    if command:
        near_name = command["near"]
        return CommandError(f"没有命令“{command['name']}”", advice=f"是不是“{near_name}”？" if near_name else advice)
    if extra:
        return CommandError(f"多出了参数“{extra['words']}”", advice=advice)
    return CommandError("命令写法不对", advice=advice)


def _name(problem: Exception) -> str:
    """The option or argument that is wrong."""
    parameter = getattr(problem, "param", None)
    if parameter is None:
        return "参数"
    if parameter.param_type_name == "option":
        return f"选项“{'”“'.join(parameter.opts)}”"
    return f"参数“{parameter.metavar or parameter.name}”"


def _value(said: str) -> str:
    day, choice = _NO_DAY.search(said), _NO_CHOICE.search(said)
    if day:
        return f"“{day['value']}”不是有效日期，应写作 2024-03-01"
    if choice:
        names = "、".join(re.findall(r"'(.*?)'", choice["choices"]))
        return f"“{choice['value']}”不在其中，可用的是 {names}"
    number = _NO_NUMBER.search(said)
    if number:
        return f"“{number['value']}”不是数字" if number["value"] else "不是数字"
    return "写法不对"
