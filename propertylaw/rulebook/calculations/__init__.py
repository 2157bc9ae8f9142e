"""The closed registry of calculations that rules may name: sums of money, and facts that follow from other facts.

Each is a function of `Inputs`, the facts of one claim between two parties; it raises `MissingFactsError` when a fact
it cannot do without is unknown. Sums are `Money` in CNY with their steps; derived facts are numbers or truths.
"""

from collections.abc import Callable
from decimal import Decimal

from propertylaw.model import Money, Step

from .administrative import (
    admin_suit_late,
    help_period_over,
    help_suit_late,
    report_period_over,
    review_comes_first,
)
from .after_end import fees_after_end, notice_period_over, sixty_days_running
from .certificate import (
    certificate_days_late,
    certificate_excused_part,
    certificate_interest,
    certificate_penalty,
    late_certificate_in_time,
)
from .decisions import (
    arguable_grounds,
    decisive_ground,
    revocation_year_over,
    votes_counted,
    votes_reach_with_unreturned,
    votes_reached,
    votes_short,
)
from .delivery import (
    barred_delivery_penalty,
    days_late,
    delivered,
    delivery_penalty,
    delivery_penalty_above_loss,
    early_delivery_days,
    force_majeure_part,
    rooms_equivalent,
)
from .fee_defences import (
    above_estate,
    above_lawful_rate,
    after_end_while_owner,
    after_ownership_part,
    all_after_end,
    all_after_ownership,
    all_before_ownership,
    barred_sum_while_owner,
    barred_while_owner,
    before_ownership_part,
    defect_reduction_while_owner,
    empty_flat_while_owner,
    estate_falls_short,
    some_after_end,
    some_after_ownership,
    some_before_ownership,
)
from .fees import (
    arrears,
    fees_overdue,
    instalments_due,
    last_instalment_barred,
    late_fee,
)
from .income import (
    barred_income,
    cd_barred_income,
    cd_claim_barred,
    cd_income,
    common_income,
    income_claim_barred,
    income_cost,
    provider_share,
    share_and_cost_claimed,
)
from .inputs import Inputs, MissingFactsError, Period, UndecidedError
from .lasting_harm import LASTING, LOSSES, barred_loss, early_loss, end_day_past, in_time
from .late_payment import (
    arrears_interest,
    late_fee_barred,
    late_fee_on_paid,
    overdue_interest,
    penalty_above_loss,
    penalty_against_loss,
    penalty_guide,
    penalty_over_limit,
    penalty_within_loss,
    unpaid_penalty_above_loss,
)
from .limitation import custody_claim_barred, harm_claim_barred, recourse_claim_barred, return_claim_barred
from .maintenance_fund import fund_due
from .periods import (
    agreed_term_over,
    agreed_term_runs,
    contract_end_day,
    days_since_end,
    dismissal_day,
    ended_with_term,
    indefinite_end_day,
    term_over,
    term_runs,
)
from .refund import bridging_part, prepaid_refund, refund_barred
from .seal import seal_period_running
from .shared_costs import owners_cost_share, shared_cost_barred
from .sums import claimed, part_of
from .votes_on_matters import (
    counted_vote_figures,
    ordinary_vote_missed,
    ordinary_vote_reached,
    special_vote_figures,
    special_vote_missed,
    special_vote_reached,
    vote_figures,
)
from .warranty import warranty_running, warranty_running_from_handover

SUMS: dict[str, Callable[[Inputs], Money]] = {
    "arrears": arrears,
    "late_fee": late_fee,
    "empty_flat_reduction": empty_flat_while_owner,
    "agreed_defect_reduction": defect_reduction_while_owner,
    "barred_part": barred_while_owner,
    "after_end_part": after_end_while_owner,
    "before_ownership_part": before_ownership_part,
    "above_estate": above_estate,
    "after_ownership_part": after_ownership_part,
    "above_lawful_rate": above_lawful_rate,
    "setoff": claimed("setoff_sum", "已通知抵销的债权"),
    "late_fee_on_paid": late_fee_on_paid,
    "overdue_interest": overdue_interest,
    "arrears_interest": arrears_interest,
    "penalty_above_loss": penalty_above_loss,
    "unpaid_penalty_above_loss": unpaid_penalty_above_loss,
    "overcharge": claimed("overcharge_paid", "多收的金额"),
    "prepaid_refund": prepaid_refund,
    "bridging_part": bridging_part,
    "fees_after_end": fees_after_end,
    "dismissal_loss": claimed("dismissal_loss", "解除合同造成的损失"),
    "dismissal_profit": claimed("dismissal_profit_part", "剩余期限的利润"),
    "common_income": common_income,
    "income_cost": income_cost,
    "provider_share": provider_share,
    "barred_income": barred_income,
    "income_spent": claimed("income_spent_sum", "已用于共有部分"),
    "cut_loss": claimed("cut_loss", "停供造成的损失"),
    "access_loss": claimed("access_loss", "限制通行造成的损失"),
    "own_part_of_damage": part_of("damage_amount", "victim_fault_share", "受害人自己承担的部分"),
    "damage": claimed("damage_amount", "损害"),
    "restitution": claimed("restitution_sum", "刑事案件中已经退赔的金额"),
    "insurance_paid": claimed("insurance_paid_sum", "保险公司已经赔付"),
    "undeclared_excess": claimed("undeclared_excess", "没有声明的贵重物品超过一般物品的部分"),
    "person_loss": claimed("person_loss", "侵害人格权益造成的财产损失和合理开支"),
    "repair_cost": claimed("repair_cost_sum", "自行修复的费用"),
    "lift_compensation": claimed("lift_compensation_sum", "约定或评估的补偿"),
    "works_delay_loss": claimed("works_delay_loss", "阻工造成的损失"),
    "charging_loss": claimed("charging_loss", "不能装充电桩造成的损失"),
    "delivery_penalty": delivery_penalty,
    "barred_delivery_penalty": barred_delivery_penalty,
    "delivery_penalty_above_loss": delivery_penalty_above_loss,
    "certificate_penalty": certificate_penalty,
    "certificate_interest": certificate_interest,
    "certificate_excused_part": certificate_excused_part,
    "certificate_loss": claimed("certificate_loss", "晚办证造成的损失"),
    "force_majeure_part": force_majeure_part,
    "delivery_loss": claimed("delivery_loss", "逾期交房造成的损失"),
    "price_refund": claimed("price_paid", "已付的房款"),
    "rooms_equivalent": rooms_equivalent,
    "owners_cost_share": owners_cost_share,
    "cost_overcharged": claimed("cost_overcharged_part", "不必要或者不实的部分"),
    "handover_loss": claimed("handover_loss", "拒不移交造成的损失"),
    "fund_due": fund_due,
    "fund_misused": claimed("fund_misused_sum", "擅自使用、挪用的维修资金"),
    "fund_well_spent": claimed("fund_well_spent_sum", "确实用于共有部分维修的支出"),
    "recourse": claimed("paid_to_victim_sum", "已经付给受害人的金额"),
    "renovation_deposit": claimed("renovation_deposit_sum", "交的装修押金"),
    "deposit_deduction": claimed("deposit_deduction_sum", "按约定可以扣的损失"),
    "part_loss": claimed("part_loss", "占用、改动共有部分造成的损失"),
    "parking_loss": claimed("parking_loss", "没有车位造成的损失"),
    "cd_income": cd_income,
    "cd_cost": claimed("cd_cost_sum", "已举证的合理成本"),
    "cd_barred_income": cd_barred_income,
    "defect_refund": part_of("defect_period_fees", "reduction_share", "不达标期间的物业费中应减收的部分"),
    "breach_loss": claimed("breach_loss", "造成的损失"),
    "substitute_cost": claimed("substitute_cost", "由第三人代为履行的费用"),
    "paid_for_other": claimed("paid_for_other_sum", "代交的物业费"),
    "other_charge": claimed("other_charge_sum", "欠交的其他费用"),
    "other_charge_overcounted": claimed("other_charge_overcounted_sum", "多算的部分"),
    "outside_lease": claimed("fees_outside_lease_sum", "不在租期内的物业费"),
    "member_benefit": claimed("member_benefit_sum", "委员得到的利益"),
    **{f"barred_{name}": barred_loss(fact) for name, fact in LOSSES.items()},
}
"""Sums by the name rules use."""

DERIVED: dict[str, Callable[[Inputs], Decimal | bool]] = {
    "instalments_due": instalments_due,
    "barred_sum": barred_sum_while_owner,
    "days_since_end": days_since_end,
    "agreed_term_over": agreed_term_over,
    "agreed_term_runs": agreed_term_runs,
    "ended_with_term": ended_with_term,
    "income_claim_barred": income_claim_barred,
    "share_and_cost_claimed": share_and_cost_claimed,
    "cd_claim_barred": cd_claim_barred,
    "harm_claim_barred": harm_claim_barred,
    **{f"early_{name}": early_loss(fact) for name, fact in LOSSES.items()},
    "end_day_past": end_day_past,
    "lasting_harm_in_time": in_time(LASTING, over="conduct_ended", by_nature=True),
    "harm_in_time": in_time(("damage_amount",), over="conduct_ended"),
    "breach_in_time": in_time(("breach_loss",)),
    "kept_back_in_time": in_time(("handover_loss", "breach_loss"), over="seal_handed_over", by_nature=True),
    "cut_in_time": in_time(("cut_loss",), still_on="cut_still_on"),
    "access_in_time": in_time(("access_loss",), still_on="access_still_on"),
    "held_in_time": in_time(("damage_amount",), still_on="thing_still_held"),
    "early_delivery_days": early_delivery_days,
    "late_delivery_in_time": in_time((), end="delivered_date", by_nature=True),
    "person_harm_in_time": in_time(("person_loss",), over="conduct_ended"),
    "custody_claim_barred": custody_claim_barred,
    "return_claim_barred": return_claim_barred,
    "recourse_claim_barred": recourse_claim_barred,
    "last_instalment_barred": last_instalment_barred,
    "late_fee_barred": late_fee_barred,
    "fees_overdue": fees_overdue,
    "penalty_over_limit": penalty_over_limit,
    "penalty_within_loss": penalty_within_loss,
    "all_before_ownership": all_before_ownership,
    "some_before_ownership": some_before_ownership,
    "estate_falls_short": estate_falls_short,
    "all_after_ownership": all_after_ownership,
    "some_after_ownership": some_after_ownership,
    "all_after_end": all_after_end,
    "some_after_end": some_after_end,
    "refund_barred": refund_barred,
    "notice_period_over": notice_period_over,
    "sixty_days_running": sixty_days_running,
    "help_period_over": help_period_over,
    "help_suit_late": help_suit_late,
    "seal_period_running": seal_period_running,
    "votes_counted": votes_counted,
    "votes_short": votes_short,
    "votes_reached": votes_reached,
    "ordinary_vote_reached": ordinary_vote_reached,
    "ordinary_vote_missed": ordinary_vote_missed,
    "special_vote_reached": special_vote_reached,
    "special_vote_missed": special_vote_missed,
    "votes_reach_with_unreturned": votes_reach_with_unreturned,
    "decisive_ground": decisive_ground,
    "arguable_grounds": arguable_grounds,
    "revocation_year_over": revocation_year_over,
    "warranty_running": warranty_running,
    "warranty_running_from_handover": warranty_running_from_handover,
    "days_late": days_late,
    "certificate_days_late": certificate_days_late,
    "late_certificate_in_time": late_certificate_in_time,
    "delivered": delivered,
    "shared_cost_barred": shared_cost_barred,
    "report_period_over": report_period_over,
    "review_comes_first": review_comes_first,
    "admin_suit_late": admin_suit_late,
}
"""Derived facts by the name rules use."""

FIGURES: dict[str, Callable[[Inputs], tuple[Step, ...]]] = {
    "penalty_against_loss": penalty_against_loss,
    "penalty_guide": penalty_guide,
    "vote_figures": vote_figures,
    "special_vote_figures": special_vote_figures,
    "counted_vote_figures": counted_vote_figures,
    "contract_end_day": contract_end_day,
    "dismissal_day": dismissal_day,
    "indefinite_end_day": indefinite_end_day,
    "term_over": term_over,
    "term_runs": term_runs,
}
"""Figures that stand beside an open concept or a derived fact, by the name rules use: they help to judge and decide
nothing."""

__all__ = ["DERIVED", "FIGURES", "SUMS", "Inputs", "MissingFactsError", "Period", "UndecidedError"]
