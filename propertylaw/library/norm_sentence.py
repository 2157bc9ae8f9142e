"""A curated norm as one plain sentence: who must, may or must not do what, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from propertylaw.model import Modality, Norm, Party

_MODALS = {
    Modality.DUTY: "应当",
    Modality.PROHIBITION: "不得",
    Modality.RIGHT: "有权",
    Modality.POWER: "可以",
    Modality.LIABILITY: "要承担责任：",
    Modality.CONSTITUTIVE: "",
}


def norm_sentence(norm: Norm, parties: Mapping[str, Party]) -> str:
    """The norm in words.

    Args:
        norm: a curated norm; its parts are short phrases already.
        parties: what the parties are called.
    """
    bearer = norm.bearer_text or _names(norm.bearer, parties)
    if norm.modality is Modality.SANCTION:
        said = f"{_names(norm.authority, parties) or '主管机关'}可以处罚{bearer}：{norm.action}"
    else:
        said = f"{bearer}{_towards(norm, parties)}{_MODALS[norm.modality]}{norm.action}"
    before = f"{norm.condition}的，" if norm.condition else ""
    after = "".join(f"；{part}" for part in (_except(norm.exception), norm.threshold) if part)
    return f"{before}{said}{after}。"


def _names(ids: Iterable[str], parties: Mapping[str, Party]) -> str:
    return "、".join(parties[id].title if id in parties else id for id in ids)


def _towards(norm: Norm, parties: Mapping[str, Party]) -> str:
    """Against whom a right is held: there it is the point of the norm."""
    named = _names(norm.counterparty, parties)
    return f"对{named}" if named and norm.modality is Modality.RIGHT else ""


def _except(exception: str | None) -> str:
    return f"{exception}的除外" if exception else ""
