"""References of two versions: one to a provision is the same as one to the provision that took its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from propertylaw.model import Locator, Norm
from propertylaw.rulebook import all_ruled_after, catalogue

from .pairing import Place, place

_OWN = "本文"
"""Stands for the instrument of either version."""


def earlier_words(words: str, norm: Norm, later: Norm, moved: Mapping[Place, Locator]) -> str:
    """Words of a norm of the earlier version, its references written as the articles that took the place of theirs.

    Args:
        words: act, condition or exception.
        norm: whose words they are.
        later: the norm of the later version; where several articles took the place of one, its own reference counts.
        moved: articles that stand under another number in the later version, with their new places.
    """
    own = norm.locator.instrument
    named = {Locator(instrument=at.instrument, article=at.article) for one in later.cites for at in one.targets}
    return _with_places(words, norm, lambda at: _moved(at, moved) if at.instrument == own else _succeeding(at, named))


def later_words(words: str, norm: Norm) -> str:
    """Words of a norm of the later version, its references written as the articles they lead to."""
    return _with_places(words, norm, lambda at: at)


def _with_places(words: str, norm: Norm, leads_to: Callable[[Locator], Locator]) -> str:
    for citation in sorted(norm.cites, key=lambda one: -len(one.text)):
        if citation.targets:
            articles = [_article(leads_to(target), norm.locator.instrument) for target in citation.targets]
            words = words.replace(citation.text, f"〔{'、'.join(dict.fromkeys(articles))}〕")
    return words


def _article(at: Locator, own: str) -> str:
    whole = at.at(at.numbers[:1]).model_copy(update={"version": None})
    return str(whole.model_copy(update={"instrument": _OWN}) if at.instrument == own else whole)


def _moved(at: Locator, moved: Mapping[Place, Locator]) -> Locator:
    found = moved.get(place(at), at)
    return found.model_copy(update={"instrument": at.instrument})


def _succeeding(at: Locator, named: Collection[Locator]) -> Locator:
    """The article that took the place of one of another instrument; of a whole instrument the one that replaced it."""
    if at.article:
        found = all_ruled_after(at)
        return next((one for one in found if one in named), found[0] if found else at)
    known = catalogue().get(at.instrument)
    return Locator(instrument=known.replaced_by) if known and known.replaced_by else at
