"""What is granted of a claim: how its ground comes out, and what of the sum that is asked for it brings."""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, RemedyFinding, Result

from .asked import to_be_proved, within
from .bench import Bench
from .claims import Examination
from .headline import HEADLINES, Brings, Ground, Headline, brings, ground_of
from .open_points import Way
from .orders import after_orders, takes_an_order
from .own_part import for_a_part, perhaps_for_the_whole
from .program import FAILS
from .sums import none_due, reckoned, remedies_of, total
from .taken_off import after_cuts
from .untold import money_left_untold


def granted(
    ground: Ground,
    asked: Decimal | None,
    amount: Money | None,
    examination: Examination,
    remedies: tuple[RemedyFinding, ...],
) -> Headline:
    """The headline of a claim.

    Args:
        ground: how it comes out before anybody looks at sums.
        asked: the sum that the form names.
        amount: what can be reckoned of what it brings, no more than is asked for.
        examination: of the claim.
        remedies: each with its sum.
    """
    return HEADLINES[ground][_brings(asked, amount, examination, remedies)]


def ground_told(ground: Ground, examination: Examination) -> Ground:
    """How a claim comes out by what its defences take off, and by the orders that are said to be fulfilled."""
    return after_orders(after_cuts(ground, examination), examination)


def due(asked: Decimal | None, examination: Examination, remedies: tuple[RemedyFinding, ...]) -> Money | None:
    """What a claim that stands comes to, no more than is asked for; naught where a sum is asked for and only orders
    are had."""
    found = total(remedies)
    return within(asked, found if found is not None or asked is None else none_due(examination, remedies))


def granted_after(way: Way, asked: Decimal | None, bench: Bench, examination: Examination) -> Result:
    """The result of a claim once its open points are answered so: who asks for more than it then brings succeeds in
    part."""
    if way.result in FAILS:
        return way.result
    facts = {id: answer for id, answer in way.given if id in bench.rules.facts}
    readings = {id: answer for id, answer in way.given if id not in facts}
    there = bench.assuming(facts)
    then = there.examination(examination.part, {**examination.readings, **readings})
    found = headline_of(ground_of(frozenset({way.result})), asked, there, then, remedies_of(then, there))
    return way.result if found.result is Result.DEPENDS else found.result


def headline_of(
    ground: Ground,
    asked: Decimal | None,
    bench: Bench,
    examination: Examination,
    remedies: tuple[RemedyFinding, ...],
) -> Headline:
    """The headline of a claim on a bench where something is assumed.

    Args:
        ground: how it comes out there before anybody looks at sums.
        asked: the sum that the form names.
        bench: where it is assumed.
        examination: of the claim, there.
        remedies: each with its sum, there.
    """
    remedies = (*remedies, *money_left_untold(asked, remedies, examination, bench))
    amount = due(asked, examination, remedies) or within(asked, reckoned(remedies))
    return granted(ground_told(ground, examination), asked, amount, examination, remedies)


def _brings(
    asked: Decimal | None, amount: Money | None, examination: Examination, remedies: tuple[RemedyFinding, ...]
) -> Brings:
    """What of the sum that is asked for the claim brings; who answers for a part pays less than a claimant who names
    no sum asks for, and who gets his whole sum and not the order beside it does not get all. Who names no sum asks for
    the order: once that is gone, and of the loss nothing is proved, he gets nothing yet."""
    told = [one for one in remedies if not one.unasked]
    found = brings(asked, amount, told)
    orders = any(not one.pays for one in examination.part.remedies)
    if found is Brings.UNMEASURED and orders and told and all(map(to_be_proved, told)):
        return Brings.UNPROVED
    if found is Brings.UNMEASURED and (for_a_part(examination) or any(one.limited for one in remedies)):
        return Brings.LESS
    if found is Brings.UNMEASURED and perhaps_for_the_whole(examination):
        return Brings.PERHAPS_LESS
    return Brings.UNMEASURED if found is Brings.ALL and takes_an_order(examination) else found
