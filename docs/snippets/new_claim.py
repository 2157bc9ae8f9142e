"""Try the claim in `new_claim/` beside the rules that ship, without touching them."""

import shutil
import tempfile
from pathlib import Path

from propertylaw import KnowledgeBase, PropertyLawError, analyze
from propertylaw.model import Dispute
from propertylaw.rulebook import data_folder, load_rules, read_yaml

HERE = Path(__file__).parent / "new_claim"

with tempfile.TemporaryDirectory() as folder:
    shutil.copytree(data_folder("rules"), folder, dirs_exist_ok=True)
    shutil.copytree(HERE, folder, dirs_exist_ok=True)
    book = load_rules(Path(folder))

for example in read_yaml(HERE / "cases" / "fees.card_deposit.yaml", list[dict], PropertyLawError):
    dispute = Dispute.model_validate(example["form"])
    analysis = analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=book))
    print(f"{example['case']}：{analysis.claims[0].result}")
