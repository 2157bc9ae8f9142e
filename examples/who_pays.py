"""Work through the sample dispute and print who is liable to whom, and why.

python examples/who_pays.py
"""

from collections.abc import Iterable
from pathlib import Path

from propertylaw import analyze

CASE = Path(__file__).resolve().parent.parent / "corpus" / "samples" / "disputes" / "欠费与停水.yaml"
LIABLE = {True: "要承担", False: "不承担", "partial": "部分承担", "open": "尚不能定论"}
ELEMENTS = {"true": "具备", "false": "不具备", "unknown": "未定"}
DEFENCES = {"true": "成立", "false": "不成立", "unknown": "未定"}


def main() -> None:
    """Print a paragraph for each claim, then the clauses that give way and the questions to ask next."""
    analysis = analyze(CASE)
    print(f"{analysis.title}（{analysis.on}，{analysis.place}）")
    for claim, party in zip(analysis.claims, analysis.parties, strict=True):
        print(f"\n{analysis.names[claim.claimant]} 请求 {party.name} {claim.title}：{LIABLE[party.liable]}")
        if claim.amount:
            least = "多少由法院酌定" if claim.amount.low is None else f"至少 {claim.amount.low} 元"
            print(f"  金额：至多 {claim.amount.high} 元，{least}")
        for element in claim.elements:
            print(f"  要件 {ELEMENTS[element.truth]}：{element.says}　{places(element.basis)}")
        for defence in claim.defences:
            outcome = "法律不承认" if defence.effect == "ruled_out" else DEFENCES[defence.truth]
            print(f"  抗辩 {outcome}：{defence.says}　{places(defence.basis)}")
    for clause in analysis.void_clauses:
        print(f"\n{clause.clause} 无效：{clause.says}；让位于 {places(clause.overridden_by)}")
    print("\n接下来问：")
    for question in analysis.decisive:
        print(f"  {'＋'.join(question.questions)}")


def places(basis: Iterable[object]) -> str:
    """Locators in their short form."""
    return "、".join(map(str, basis))


if __name__ == "__main__":
    main()
