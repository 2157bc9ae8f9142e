"""The closed registry of calculations that rules may name: sums of money, and facts that follow from other facts.

Each is a function of `Inputs`, the facts of one claim between two parties, in the module named here and under the name
that rules use; it raises `MissingFactsError` when a fact it cannot do without is unknown. Sums are `Money` in CNY with
their steps; derived facts are numbers or truths.
"""

from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Denier, Inputs, MissingFactsError, Period, Teller, UndecidedError
from .registry import Registry

SUMS: Registry[Money] = Registry(
    __name__,
    after_end="fees_after_end",
    certificate=(
        "certificate_excused_part certificate_interest certificate_penalty first_registration_excused_part "
        "first_registration_overlap first_registration_penalty"
    ),
    delivery=(
        "barred_delivery_loss barred_delivery_penalty delivery_penalty delivery_penalty_above_loss documents_loss "
        "extension_part force_majeure_part refused_penalty_part rooms_equivalent"
    ),
    fee_defences=(
        "above_estate above_lawful_rate after_end_part after_ownership_part after_takeover_part "
        "agreed_defect_reduction barred_part before_end_part before_ownership_part due_before_purchase_part "
        "developer_part due_before_sale_part empty_flat_reduction estate_limit "
        "refused_part waived_part"
    ),
    fees="arrears late_fee",
    handover="barred_handover_penalty handover_loss handover_penalty handover_penalty_above_loss",
    income=(
        "barred_income cd_barred_income cd_income common_income income_cost own_common_income provider_share "
        "provider_share_due"
    ),
    lasting_losses=(
        "barred_access_loss barred_breach_loss barred_charging_loss barred_cut_loss barred_damage "
        "barred_documents_loss barred_documents_penalty barred_handover_loss barred_parking_loss barred_part_loss "
        "barred_person_loss barred_substitute_cost barred_works_delay_loss"
    ),
    late_payment=(
        "arrears_interest barred_late_fee barred_late_fee_on_paid late_fee_on_paid overdue_interest penalty_above_loss "
        "unpaid_penalty_above_loss usual_penalty usual_unpaid_penalty"
    ),
    maintenance_fund="fund_due",
    promised_fees="outside_promise promised_unpaid",
    refund="bridging_part prepaid_refund",
    refund_interest=(
        "advance_interest deposit_interest fund_interest income_interest overcharge_interest prepaid_interest "
        "price_interest space_price_interest"
    ),
    set_off="setoff",
    shared_costs="owners_cost_share",
    space_price="rent_beyond_twenty_years space_price_back",
    warranty="common_repair_cost",
    told_sums=(
        "above_agreed_limit agreed_dismissal_pay access_loss breach_loss cd_cost certificate_loss charging_loss "
        "cost_overcharged cut_loss cut_loss_cost damage defect_refund delivery_loss deposit_deduction dismissal_loss "
        "dismissal_profit documents_penalty fund_late_charge fund_misused fund_well_spent health_insurance_paid "
        "income_into_fund income_spent insurance_paid lawyer_fee lawyer_fee_by_law lift_compensation member_benefit "
        "mental_harm other_charge other_charge_overcounted outside_lease overcharge own_part_of_damage paid_before "
        "paid_for_other parking_loss parking_loss_before_refusal part_loss person_loss price_refund "
        "provider_share_received recourse renovation_deposit rent_for_lost_time repair_cost restitution shared_power "
        "substitute_cost undeclared_excess space_price_whole special_service works_delay_loss"
    ),
)
"""Sums by the name rules use."""

DERIVED: Registry[Decimal | bool] = Registry(
    __name__,
    administrative=(
        "help_period_over help_review_late help_review_running help_suit_late report_period_over report_review_late "
        "report_review_running report_suit_late review_comes_first"
    ),
    after_end=(
        "begun_before_takeover notice_period_over sixty_days_running somebody_to_take_over stayed_after_end taken_over"
    ),
    agreed_term="agreed_term_over agreed_term_runs ended_with_term",
    barred_claims=(
        "custody_barred_but_for_report custody_barred_with_report custody_claim_barred defect_refund_barred "
        "deposit_return_barred harm_barred_but_for_report harm_barred_with_report harm_claim_barred overcharge_barred "
        "prepaid_barred_but_for_report prepaid_barred_with_report prepaid_refund_barred recourse_claim_barred "
        "return_claim_barred space_price_barred"
    ),
    certificate=(
        "certificate_claim_barred certificate_days_late certificate_interest_due certificate_penalty_reckoned "
        "first_registration_days_late late_certificate_in_time penalties_overlap"
    ),
    cutting_off="cut_loss_suffered cut_over cut_trade_loss_denied",
    decisions=(
        "arguable_grounds bad_votes_unmeasured counted_by_all_owners decisive_ground reached_without_bad "
        "revocation_year_over vote_figures_told votes_counted votes_reach_with_unreturned votes_reached votes_short"
    ),
    delivery=(
        "days_late delivery_claim_barred delivery_penalty_reckoned delivery_penalty_told "
        "early_delivery_days force_majeure_late late_delivery_in_time delivery_day_ahead unfit_still"
    ),
    denials="hazard_alleged keeper_denied",
    deposit="deposit_wait_running",
    dismissal="chosen_after_term dismissed_before_code dismissed_before_term_over dismissed_when_committee_asked "
    "owners_own_contract",
    due_days="fee_period_begin_matters",
    fee_defences=(
        "all_after_end all_after_ownership all_before_end all_before_ownership barred_sum due_before_purchase "
        "due_before_sale estate_falls_short "
        "some_after_end some_after_ownership some_after_takeover some_before_end some_before_ownership"
    ),
    fees="fees_overdue instalments_due last_instalment_barred late_fee_by_prime reduction_share_told",
    handover="early_handover_penalty handed_over_after_term handover_penalty_reckoned handover_penalty_told",
    income="cd_claim_barred income_claim_barred share_and_cost_claimed",
    lasting_harm="end_day_past",
    lasting_losses=(
        "access_in_time breach_in_time cut_in_time early_access_loss early_breach_loss early_charging_loss "
        "early_cut_loss early_damage early_delivery_loss early_documents_loss early_documents_penalty "
        "early_handover_loss early_parking_loss early_part_loss early_person_loss early_substitute_cost "
        "early_works_delay_loss harm_in_time held_in_time kept_back_in_time lasting_harm_in_time overstayed_in_time "
        "person_harm_in_time"
    ),
    late_payment=(
        "late_days_barred late_fee_barred late_fee_not_begun paid_late_days_barred penalty_beyond_comparison "
        "penalty_over_limit penalty_within_limit"
    ),
    lease_term="lease_term_over",
    maintenance_fund="only_signed_payout",
    minders="minder_employer_untold provider_is_keeper",
    notice="local_notice_longer",
    ownership="held_before_handover refused_before_takeover takeover_told",
    parts="own_part_told",
    periods=(
        "claimed_end_earlier claimed_end_later days_since_end dismissal_told end_reckoned "
        "kept_parts_untold left_before_end notice_put_off papers_returned rooms_returned site_left"
    ),
    pleas="grave_fault_untold negotiated_untold provider_blamed",
    price_votes="price_decision_short price_not_put_to_vote price_raise_told price_vote_reached price_vote_untold",
    promised_fees="paid_beyond_promise promised_all_paid",
    refund="special_service_all",
    right_to_end="delivery_still_due ground_before_code quit_right_lapsed rescission_lapsed",
    seal="kept_by_former_committee seal_period_running",
    set_off="setoff_denied setoff_denied_by_third setoff_meets_tort setoff_told_by_claimant setoff_told_by_respondent",
    shared_costs="shared_cost_barred",
    space_price="space_for_a_time space_without_term",
    votes_on_matters="ordinary_vote_missed ordinary_vote_reached special_vote_missed special_vote_reached",
    warranty=(
        "agreed_warranty_too_short cost_of_common_repair defect_only_in_common_part warranty_running "
        "warranty_running_from_handover"
    ),
)
"""Derived facts by the name rules use."""

PLEAS = frozenset({"provider_blamed"})
"""Derived facts that say whether the respondent pleads something at all."""

FIGURES: Registry[tuple[Step, ...]] = Registry(
    __name__,
    agreed_term="term_over term_runs",
    certificate="certificate_limitation",
    decisions="decisive_grounds grounds_together revocation_year",
    delivery="delivery_limitation",
    fees="next_due_day",
    late_payment="penalty_against_loss penalty_guide",
    lease_term="lease_end",
    ownership="takeover_day",
    periods=(
        "contract_end_day contract_end_day_if_known dismissal_day end_by_notice ends_by_either_notice "
        "indefinite_end_day"
    ),
    right_to_end="quit_time rescission_time",
    votes_on_matters="counted_vote_figures special_vote_figures vote_figures",
)
"""Figures that stand beside an open concept or a derived fact, by the name rules use: they help to judge and decide
nothing."""

__all__ = [
    "DERIVED",
    "FIGURES",
    "PLEAS",
    "SUMS",
    "Denier",
    "Inputs",
    "MissingFactsError",
    "Period",
    "Teller",
    "UndecidedError",
]
