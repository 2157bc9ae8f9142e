"""Sums as the form tells them: the loss, cost or part that a party puts a number to."""

from __future__ import annotations

from propertylaw.model import Money, Step

from .inputs import Inputs, required_number
from .sums import assessed, claimed, exactly, part_of, yuan

shared_power = claimed("shared_power_sum", "应分摊的公共用电、线损（水损）")
special_service = claimed("special_service_sum", "业主另外委托的服务的报酬")
overcharge = claimed("overcharge_paid", "多收的金额")
dismissal_loss = claimed("dismissal_loss", "解除合同造成的损失")
dismissal_profit = claimed("dismissal_profit_part", "剩余期限的利润")
income_spent = claimed("income_spent_sum", "已用于共有部分")
provider_share_received = claimed("provider_share_received_sum", "已经提取、收到的分成")
income_into_fund = claimed("income_into_fund_sum", "已转入专项维修资金")
cut_loss = claimed("cut_loss", "停供造成的损失")
access_loss = claimed("access_loss", "限制通行造成的损失")
own_part_of_damage = part_of("damage_amount", "victim_fault_share", "受害人自己承担的部分")
mental_harm = assessed("mental_harm_sum", "请求的精神损害抚慰金")
damage = claimed("damage_amount", "损害")
restitution = claimed("restitution_sum", "刑事案件中已经退赔的金额")
insurance_paid = claimed("insurance_paid_sum", "保险公司已经赔付")
health_insurance_paid = claimed("health_insurance_paid_sum", "医保（统筹基金）已经支付")
paid_before = claimed("paid_before_sum", "已经赔付、垫付")
undeclared_excess = claimed("undeclared_excess", "没有声明的贵重物品超过一般物品的部分")
above_agreed_limit = claimed("above_agreed_limit_sum", "超过约定赔偿限额的部分")
person_loss = claimed("person_loss", "侵害人格权益造成的财产损失和合理开支")
repair_cost = claimed("repair_cost_sum", "自行修复的费用")
lift_compensation = claimed("lift_compensation_sum", "约定或评估的补偿")
works_delay_loss = claimed("works_delay_loss", "阻工造成的损失")
charging_loss = claimed("charging_loss", "不能装充电桩造成的损失")
certificate_loss = claimed("certificate_loss", "晚办证造成的损失")
delivery_loss = claimed("delivery_loss", "逾期交房造成的损失")
price_refund = claimed("price_paid", "已付的房款")
cost_overcharged = claimed("cost_overcharged_part", "不必要或者不实的部分")
documents_penalty = claimed("documents_penalty_sum", "约定的逾期移交违约金")
fund_late_charge = claimed("fund_late_charge_sum", "逾期交维修资金的违约金")
fund_misused = claimed("fund_misused_sum", "擅自使用、挪用的维修资金")
fund_well_spent = claimed("fund_well_spent_sum", "确实用于共有部分维修的支出")
recourse = claimed("paid_to_victim_sum", "已经付给受害人的金额")
space_price_whole = claimed("space_price_paid", "付了的车位价款")
renovation_deposit = claimed("renovation_deposit_sum", "交的装修押金")
deposit_deduction = claimed("deposit_deduction_sum", "按约定可以扣的损失")
part_loss = claimed("part_loss", "占用、改动共有部分造成的损失")
parking_loss_before_refusal = claimed("parking_loss_before_refusal_sum", "求租、求购被拒绝以前的部分")
cut_loss_cost = claimed("cut_loss_cost_sum", "停业期间省下的成本")
rent_for_lost_time = claimed("rent_for_lost_time", "不能停的期间的租金")
parking_loss = claimed("parking_loss", "没有车位造成的损失")
cd_cost = claimed("cd_cost_sum", "已举证的合理成本")
defect_refund = part_of("defect_period_fees", "reduction_share", "不达标期间的物业费中应减收的部分")
breach_loss = claimed("breach_loss", "造成的损失")
substitute_cost = claimed("substitute_cost", "由第三人代为履行的费用")
paid_for_other = claimed("paid_for_other_sum", "代交的物业费")
other_charge = claimed("other_charge_sum", "欠交的其他费用")
other_charge_overcounted = claimed("other_charge_overcounted_sum", "多算的部分")
outside_lease = claimed("fees_outside_lease_sum", "不在租期内的物业费")
member_benefit = claimed("member_benefit_sum", "委员得到的利益")
lawyer_fee = claimed("lawyer_fee_sum", "约定由违约方承担的律师费")
lawyer_fee_by_law = assessed("lawyer_fee_sum", "请求的律师费，由法院酌定")


def agreed_dismissal_pay(inputs: Inputs) -> Money:
    """What is agreed for a dismissal before the term is over: a fixed sum, else so many months of all the fees."""
    told = inputs.number("agreed_dismissal_sum")
    if told is not None:
        return exactly(told, Step(says="约定的提前解聘补偿（违约金）", amount=told))
    months = required_number(inputs, "agreed_dismissal_months")
    fees = required_number(inputs, "community_monthly_fees")
    says = f"全部业主一个月的物业费 {yuan(fees)} × 约定的 {months.normalize():f} 个月"
    return exactly(fees * months, Step(says=says))
