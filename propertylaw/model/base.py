"""The base of every type: frozen, closed to unknown fields, comparable by value."""

from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
"""Start and end of a run of text: code points into `Source.text`, end exclusive."""

PartyId = str
"""Id of a kind of party as in `rules/parties.yaml`, such as `owner` or `service_provider`."""


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


PartyIds = Annotated[tuple[PartyId, ...], BeforeValidator(_several)]
"""Several kinds of parties; a single one may be written without brackets."""


_set = object.__setattr__


@cache
def _all_fields(kind: type[BaseModel]) -> set[str]:
    """The names of all fields: one set for all trusted values of a type."""
    return set(kind.model_fields)


class Model(BaseModel):
    """A frozen value; unknown fields are refused, so that a typo in data never passes silently."""

    # Most runs use few of the types; each builds its validation when it is first used.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """The value of fields that have their types already: all are given, in their order, and none is checked.

        For what the library itself makes by the thousand; whatever comes from outside is validated.

        Raises:
            TypeError: a field is missing.
        """
        names = _all_fields(cls)
        if len(fields) != len(names):
            raise TypeError(f"{cls.__name__} lacks {sorted(names - fields.keys())}")
        made = cls.__new__(cls)
        _set(made, "__dict__", fields)
        _set(made, "__pydantic_fields_set__", names)
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        return made
