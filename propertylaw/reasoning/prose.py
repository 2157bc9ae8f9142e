"""The explanation as sentences that a mediator can read out, each with the provisions and clauses it rests on.

Shorter than the tree: what is given is told in one sentence, and grounds only where something is not given or open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from propertylaw.model import Argument, Locator, Sentence, Truth


def prose_of(argument: Argument) -> tuple[Sentence, ...]:
    """The tree told in order: first what follows, then why; nothing that the tree does not hold."""
    return tuple(sentence for part in argument.parts for sentence in _told(part))


def _told(part: Argument) -> Iterator[Sentence]:
    yield Sentence(says=f"{part.says}。", basis=part.basis)
    given = [one for one in part.parts if one.kind == "element" and one.truth is Truth.TRUE]
    if given:
        names = "、".join(one.says.removeprefix("要件").removesuffix("具备") for one in given)
        yield Sentence(says=f"要件{names}{'都' if len(given) > 1 else ''}具备。", basis=_together(given) or part.basis)
    for reason in (one for one in part.parts if one not in given and one.kind != "role"):
        grounds = "；".join(ground.says for ground in reason.parts) if _needs_grounds(reason) else ""
        says = f"{reason.says}{f'：{grounds}' if grounds else ''}。"
        # What has no provision of its own rests on that of the claim.
        yield Sentence(says=says, basis=_together((reason,)) or part.basis)


def _needs_grounds(reason: Argument) -> bool:
    """Whether it is an element that is not given, or a defence that is open or fails."""
    return reason.kind == "element" or (reason.kind == "defence" and reason.truth is not Truth.TRUE)


def _together(reasons: Iterable[Argument]) -> tuple[Locator, ...]:
    """The provisions of reasons and the clauses that state their grounds."""
    places = (at for reason in reasons for one in (reason, *reason.parts) for at in one.basis)
    return tuple(dict.fromkeys(places))
