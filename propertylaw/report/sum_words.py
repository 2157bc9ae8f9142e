"""How sums are computed and measured, in the words of a lawyer."""

from __future__ import annotations

SUM_WORDS = {
    "arrears": "已到期各期的单价乘以计费面积，减去已付的",
    "late_fee": "各期欠费乘以约定的日费率和逾期天数，有上限的以上限为准",
    "empty_flat_reduction": "空置期间的物业费中可以减收的比例",
    "agreed_defect_reduction": "服务不达标期间的物业费中约定减收的比例",
    "barred_part": "逐期起算，时效已届满各期的物业费",
    "after_end_part": "合同终止以后的物业费",
    "before_ownership_part": "成为业主之前的物业费",
    "after_ownership_part": "不再是业主之后的物业费",
    "above_lawful_rate": "所收单价高于约定或规定单价的部分",
    "setoff": "已通知抵销的债权额",
    "late_fee_on_paid": "每笔迟付的款项乘以约定的日费率和迟付天数，有上限的以上限为准",
    "overdue_interest": "每笔迟付的款项在迟付期间的利息；约定了违约金的，以违约金代替",
    "arrears_interest": "各期欠费自到期次日起的利息；约定了违约金的，以违约金代替",
    "penalty_above_loss": "违约金高出损失的部分，减多少由法院酌定",
    "overcharge": "证明多收的金额",
    "prepaid_refund": "预交的款项中合同终止（服务停止）以后的天数所占的部分",
    "bridging_part": "合同终止以后、他人接管以前仍在服务的天数所占的部分",
    "fees_after_end": "合同终止以后仍在服务的期间，按原来的单价计算",
    "dismissal_loss": "证明的因解除合同受到的损失",
    "dismissal_profit": "证明的剩余期限利润",
    "common_income": "经营共有部分的全部收入，成本和约定的分成作为抗辩另减",
    "income_cost": "证明的合理成本",
    "provider_share": "扣除成本以后的收入乘以决定留给经营者的比例",
    "barred_income": "时效已届满期间的收入，减去落在这些期间的成本和分成",
    "income_spent": "证明已经用于共有部分的金额",
    "cut_loss": "证明的停供造成的损失",
    "own_part_of_damage": "损害额乘以受害人自己过错的比例",
    "damage": "证明的损害额",
    "restitution": "刑事案件中已经退赔的金额",
    "insurance_paid": "保险公司已经赔付的金额",
    "undeclared_excess": "没有声明的贵重物品超过一般物品价值的部分",
    "person_loss": "证明的财产损失和合理开支",
    "handover_loss": "证明的拒不移交造成的损失",
    "fund_due": "应交的维修资金减去已经交存的",
    "fund_misused": "证明被擅自使用、挪用的维修资金",
    "fund_well_spent": "证明确实用于共有部分维修的支出",
    "recourse": "证明已经付给受害人的金额",
    "renovation_deposit": "交的装修押金",
    "deposit_deduction": "按约定可以扣、有凭证的损失",
    "part_loss": "证明的占用、改动共有部分造成的损失",
    "parking_loss": "证明的没有车位造成的损失",
    "cd_income": "人防车位的全部收入，成本作为抗辩另减",
    "cd_cost": "证明的合理成本",
    "cd_barred_income": "时效已届满期间的人防车位收入",
    "defect_refund": "不达标期间的物业费乘以应减收的比例",
    "breach_loss": "证明的违约损失",
    "substitute_cost": "请第三人代为履行的费用",
    "paid_for_other": "证明的代交物业费",
    "outside_lease": "不在租期内的物业费",
    "member_benefit": "证明的委员所得利益",
}
"""What each calculation of a sum comes to, by the name rules use."""

_UNITS = {
    "CNY": "元",
    "CNY/m2": "元/平方米",
    "CNY/m2/month": "元/平方米·月",
    "CNY/month": "元/月",
    "1/day": "每日的比例（万分之五为 0.0005）",
    "1/year": "每年的比例（百分之三为 0.03）",
    "share": "比例（百分之七十为 0.7）",
    "m2": "平方米",
    "day": "天",
    "due_day": "每月几号",
}


def unit_in_words(unit: str) -> str:
    """A unit as people write it: 元/平方米·月."""
    return _UNITS.get(unit, unit)
