"""The base of every type: frozen, closed to unknown fields, comparable by value."""

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
"""Start and end of a run of text: code points into `Source.text`, end exclusive."""

PartyId = str
"""Id of a kind of party as in `rules/parties.yaml`, such as `owner` or `service_provider`."""


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


PartyIds = Annotated[tuple[PartyId, ...], BeforeValidator(_several)]
"""Several kinds of parties; a single one may be written without brackets."""


_new, _set = object.__new__, object.__setattr__


def _fill(made: BaseModel, fields: dict[str, Any], given: set[str]) -> None:
    """Give a new value its fields as Pydantic keeps them, without checking any."""
    _set(made, "__dict__", fields)
    _set(made, "__pydantic_fields_set__", given)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)


@cache
def _all_fields(kind: type[BaseModel]) -> set[str]:
    """The names of all fields: one set for all trusted values of a type."""
    return set(kind.model_fields)


class Model(BaseModel):
    """A frozen value; unknown fields are refused, so that a typo in data never passes silently."""

    # Most runs use few of the types; each builds its validation when it is first used.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def trusted(cls, fields: dict[str, Any]) -> Self:
        """The value of fields that have their types already: all are given, in their order, and none is checked.

        For what the library itself makes by the thousand; whatever comes from outside is validated.

        Args:
            fields: the value keeps this dictionary itself.

        Raises:
            TypeError: a field is missing.
        """
        names = _all_fields(cls)
        if len(fields) != len(names):
            raise TypeError(f"{cls.__name__} lacks {sorted(names - fields.keys())}")
        made = _new(cls)
        _fill(made, fields, names)
        return made


@cache
def _template(kind: type[BaseModel]) -> tuple[dict[str, Any], frozenset[str]]:
    """The fields of a type in their order, each with its default, and which of them have none."""
    fields = kind.model_fields
    required = frozenset(name for name, one in fields.items() if one.is_required())
    return {name: None if name in required else one.get_default() for name, one in fields.items()}, required


class Made(Model):
    """A value that the library itself makes, of parts that have their types already: nothing is checked.

    To build the validation of all results would cost a short command a tenth of its time. What comes from outside is
    still validated (`model_validate`).
    """

    if not TYPE_CHECKING:

        def __init__(self, /, **fields: Any) -> None:
            template, required = _template(type(self))
            given = set(fields)
            whole = {**template, **fields}
            if len(whole) != len(template) or not required <= given:
                lacking, unknown = sorted(required - given), sorted(given - template.keys())
                raise TypeError(f"{type(self).__name__}: lacks {lacking}, unknown {unknown}")
            _fill(self, whole, given)

        __init__.__pydantic_base_init__ = True
