"""Read the sample contract and print what the provider owes the owners, what is fined, and which clauses are void.

python examples/duties_of_a_provider.py
"""

from datetime import date
from pathlib import Path

from propertylaw import KnowledgeBase, RuleGraph, extract, outline, read

CONTRACT = Path(__file__).resolve().parent.parent / "corpus" / "samples" / "枫林苑物业服务合同.docx"
WORDS = {"duty": "应当", "prohibition": "不得", "liability": "责任"}


def main() -> None:
    """Print the duties towards the owners, the duties with a sanction, and the void clauses."""
    source = read(CONTRACT)
    law = KnowledgeBase(on=date(2025, 6, 30), place="临江省云溪市")
    graph = RuleGraph([*law.norms(), *extract(source, outline(source))])

    print("物业服务人对业主：")
    for norm in graph.duties_of("service_provider", towards="owner"):
        condition = f"（{norm.condition}）" if norm.condition else ""
        print(f"  {WORDS[norm.modality]} {norm.action}{condition}　{norm.locator}")

    print("\n违反了要受处罚：")
    for norm in graph.duties_of("service_provider"):
        for sanction in graph.sanctions_for(norm):
            print(f"  {WORDS[norm.modality]} {norm.action}　{norm.locator} → {sanction.action}　{sanction.locator}")

    print("\n与强制性规定抵触的条款：")
    for conflict in graph.conflicts:
        print(f"  {conflict.lower.action}　{conflict.lower.locator}")
        print(f"    让位于：{conflict.higher.action}　{conflict.higher.locator}")


if __name__ == "__main__":
    main()
