"""The explanation as sentences that a mediator can read out, each with the provisions and clauses it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import Argument, Locator, Sentence


def prose_of(argument: Argument) -> tuple[Sentence, ...]:
    """The tree told in order: first what follows, then why; nothing that the tree does not hold."""
    return tuple(sentence for part in argument.parts for sentence in _told(part))


def _told(part: Argument) -> Iterator[Sentence]:
    yield Sentence(says=f"{part.says}。", basis=part.basis)
    for reason in part.parts:
        grounds = "；".join(ground.says for ground in reason.parts)
        says = f"{reason.says}{f'：{grounds}' if grounds else ''}。"
        # What has no provision of its own rests on that of the claim.
        yield Sentence(says=says, basis=_places(reason) or part.basis)


def _places(reason: Argument) -> tuple[Locator, ...]:
    """The provisions of a reason and the clauses that state its grounds."""
    return tuple(dict.fromkeys((*reason.basis, *(at for ground in reason.parts for at in ground.basis))))
