"""Run the examples of the claim in `new_claim/`, a pack beside the rules that ship."""

from pathlib import Path

from propertylaw.testing import disagreements, examples, pack

folder = Path(__file__).parent / "new_claim"
book = pack(folder)
for example in examples(folder):
    print(f"{example.case}：{disagreements(example, book) or '与预期相同'}")
