"""A norm that came or went alone: whether the other version says the same in the article it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from propertylaw.graph import Change, Pairing, Place, Wording, kin, place, plain, specific, wording
from propertylaw.model import Article, Modality, Norm, Outline, Source

from .covered import covered
from .rules import words

_TELLING = 6
"""Characters of an act that can be found again; shorter ones (公示) are everywhere."""
_SAID = 0.85
_PRESUPPOSED = 0.7
"""How much of an act has to be found in an act or sentence, in a condition."""
_RIGHTS = frozenset([Modality.RIGHT, Modality.POWER])

Text = tuple[Source, Outline]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Both versions, to look up what one of them says of a norm that only the other one has."""

    pairing: Pairing
    old: Text
    new: Text

    def rule_for(self, change: Change) -> str | None:
        """The rule that applies instead of a gain or a loss; None where the norm is really new or gone."""
        if change.before is None and change.after is not None:
            if self._comes_first(change.after):
                return "first_step"
            home = self.pairing.home.get(place(change.after.locator), place(change.after.locator))
            return self._rule(wording(change.after), self._earlier(), home, self.old)
        if change.before is not None and change.after is None:
            return self._rule(wording(change.before), self._later(), self._went_to(change.before), self.new)
        return None

    def _comes_first(self, norm: Norm) -> bool:
        """Whether a new right to warn is what another right now supposes (催告…；期限届满仍不支付的，可以起诉)."""
        if norm.modality not in _RIGHTS or not words("warns").search(norm.action):
            return False
        return any(
            after.norm.text_span == norm.text_span
            and kin(after.norm.bearer) & kin(norm.bearer)
            and words("warned").search(after.norm.condition or "")
            and not words("warned").search(before.norm.condition or "")
            for before, after in self.pairing.together
        )

    def _rule(self, one: Wording, others: Iterable[Wording], home: Place, text: Text) -> str | None:
        if len(one.act) < _TELLING:
            return None
        beside = [other for other in others if place(other.norm.locator) == home]
        same = [other for other in beside if _treats_alike(one.norm, other.norm)]
        if any(covered(one.act, other.act) >= _SAID for other in same) or self._is_said(one, beside, home, text):
            return "elsewhere"
        if one.norm.modality in _RIGHTS and any(
            covered(one.act, other.condition) >= _PRESUPPOSED for other in beside if _may_be_one(one.norm, other.norm)
        ):
            return "presupposed"
        return None

    def _is_said(self, one: Wording, beside: Sequence[Wording], home: Place, text: Text) -> bool:
        """Whether a sentence from which no norm was read has the words of the act."""
        source, outline = text
        read = [other.norm.text_span for other in beside if other.norm.text_span]
        for article in _articles(outline):
            if place(article.locator) == home:
                start, end = article.text_span
                unread = "".join(
                    sign
                    for at, sign in enumerate(source.text[start:end], start)
                    if not any(first <= at < last for first, last in read)
                )
                return any(covered(one.act, plain(sentence)) >= _SAID for sentence in unread.split("。"))
        return False

    def _earlier(self) -> list[Wording]:
        return [*(before for before, _ in self.pairing.together), *self.pairing.went]

    def _later(self) -> list[Wording]:
        return [*(after for _, after in self.pairing.together), *self.pairing.came]

    def _went_to(self, norm: Norm) -> Place:
        own = place(norm.locator)
        return next((after for after, before in self.pairing.home.items() if before == own), own)


def _articles(outline: Outline) -> list[Article]:
    return [*outline.articles, *(one for annex in outline.annexes for one in annex.articles)]


def _treats_alike(one: Norm, other: Norm) -> bool:
    return (one.modality in _RIGHTS) == (other.modality in _RIGHTS) and _may_be_one(one, other)


def _may_be_one(one: Norm, other: Norm) -> bool:
    """Whether two norms may bind the same party: they name one in common, or one of them names none that is known."""
    own, theirs = specific(one.bearer), specific(other.bearer)
    return not own or not theirs or bool(kin(own) & kin(theirs))
