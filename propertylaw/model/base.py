"""The base of every type: frozen, closed to unknown fields, comparable by value."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
"""Start and end of a run of text: code points into `Source.text`, end exclusive."""

PartyId = str
"""Id of a kind of party as in `rules/parties.yaml`, such as `owner` or `service_provider`."""


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


PartyIds = Annotated[tuple[PartyId, ...], BeforeValidator(_several)]
"""Several kinds of parties; a single one may be written without brackets."""


class Model(BaseModel):
    """A frozen value; unknown fields are refused, so that a typo in data never passes silently."""

    # Most runs use few of the types; each builds its validation when it is first used.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
