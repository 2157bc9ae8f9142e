"""Whether what was cut off to collect fees is on again, and whether there was a loss."""

from __future__ import annotations

from .denials import denied
from .inputs import Inputs, UndecidedError

_GOES_ON = {
    "cut_still_on": ("utilities_cut",),
    "access_still_on": ("access_restricted", "home_access_blocked", "own_parking_blocked"),
    "papers_still_withheld": ("papers_withheld",),
}
"""What tells that an act goes on, and the facts each of which tells of that act."""

_LOSS = {"cut_still_on": "cut_loss", "access_still_on": "access_loss", "papers_still_withheld": "access_loss"}
"""The loss by each of these acts."""


def cut_over(inputs: Inputs) -> bool:
    """A derived fact: something was cut off or restricted, and of all that was it is told that it is over."""
    done = _done(inputs)
    return bool(done) and all(inputs.truth(goes_on) is False for goes_on in done)


def cut_loss_suffered(inputs: Inputs) -> bool:
    """A derived fact: there was a loss by any of what was done; unknown while that of one of them is not told."""
    losses = {loss: inputs.bounds(loss) for loss in dict.fromkeys(_LOSS[one] for one in _done(inputs))}
    if any(bounds and bounds[1] > 0 for bounds in losses.values()):
        return True
    untold = [loss for loss, bounds in losses.items() if bounds is None]
    if untold:
        raise UndecidedError(*untold)
    return False


def _done(inputs: Inputs) -> list[str]:
    """Of each act that is told what tells that it goes on."""
    return [goes_on for goes_on, acts in _GOES_ON.items() if any(inputs.truth(act) for act in acts)]


cut_trade_loss_denied = denied("cut_loss", where="cut_trade_loss")
