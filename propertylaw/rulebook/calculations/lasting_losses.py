"""Losses that may go on: which part of each arose too early, and whether each reached into the time of limitation."""

from __future__ import annotations

from .lasting_harm import barred_loss, early_loss, in_time

barred_damage = barred_loss("damage_amount")
barred_person_loss = barred_loss("person_loss")
barred_part_loss = barred_loss("part_loss")
barred_cut_loss = barred_loss("cut_loss")
barred_access_loss = barred_loss("access_loss")
barred_parking_loss = barred_loss("parking_loss")
barred_charging_loss = barred_loss("charging_loss")
barred_works_delay_loss = barred_loss("works_delay_loss")
barred_handover_loss = barred_loss("handover_loss")
barred_documents_loss = barred_loss("handover_loss")
barred_documents_penalty = barred_loss("documents_penalty_sum")
barred_breach_loss = barred_loss("breach_loss")
barred_substitute_cost = barred_loss("substitute_cost")

early_damage = early_loss("damage_amount")
early_person_loss = early_loss("person_loss")
early_part_loss = early_loss("part_loss")
early_cut_loss = early_loss("cut_loss")
early_access_loss = early_loss("access_loss")
early_parking_loss = early_loss("parking_loss")
early_charging_loss = early_loss("charging_loss")
early_works_delay_loss = early_loss("works_delay_loss")
early_handover_loss = early_loss("handover_loss")
early_documents_loss = early_loss("handover_loss")
early_documents_penalty = early_loss("documents_penalty_sum")
early_breach_loss = early_loss("breach_loss")
early_delivery_loss = early_loss("delivery_loss")
early_substitute_cost = early_loss("substitute_cost")

_BY_HARM = ("damage_amount", "part_loss", "parking_loss", "charging_loss", "works_delay_loss")
"""Losses by harm that may go on until it is stopped."""

lasting_harm_in_time = in_time(_BY_HARM, over="conduct_ended", by_nature=True)
harm_in_time = in_time(("damage_amount",), over="conduct_ended")
breach_in_time = in_time(("breach_loss",))
kept_back_in_time = in_time(
    ("handover_loss", "documents_penalty_sum", "breach_loss"), over="seal_handed_over", by_nature=True
)
overstayed_in_time = in_time(("handover_loss",), still_on="not_handed_over", by_nature=True)
cut_in_time = in_time(("cut_loss",), still_on="cut_still_on")
access_in_time = in_time(("access_loss",), still_on="access_still_on")
held_in_time = in_time(("damage_amount",), still_on="thing_still_held")
person_harm_in_time = in_time(("person_loss",), over="conduct_ended")
