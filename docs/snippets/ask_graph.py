"""Questions to the graph of a contract, a local regulation and the curated law."""

from datetime import date
from pathlib import Path

from propertylaw import KnowledgeBase, RuleGraph, extract, outline, read
from propertylaw.library import instrument_of

SAMPLES = Path("corpus/samples")

law = KnowledgeBase(on=date(2025, 6, 30), place="临江省云溪市")
norms, instruments = list(law.norms()), []
for name in ("云溪市住宅物业管理条例.md", "枫林苑物业服务合同.docx"):
    source = read(SAMPLES / name)
    structure = outline(source)
    norms += extract(source, structure)
    instruments.append(instrument_of(source, structure))  # rank and territory decide which norm gives way
graph = RuleGraph(norms, instruments)

print("业主委员会对业主负有：")
for norm in graph.duties_of("owners_committee", towards="owner")[:5]:
    print("  ", norm.locator, norm.action)

print("关于公共收益归属：")
for norm in graph.about("common_income_ownership")[:5]:
    print("  ", norm.locator, norm.modality, norm.action)

print("《民法典》第九百四十四条：")
for norm in graph.stated_in("民法典/944"):
    print("  ", norm.modality, norm.action)

print("条款与法律抵触：")
for conflict in graph.conflicts:
    print("  ", conflict.lower.locator, "让位于", conflict.higher.locator, conflict.kind)

whole = graph.to_networkx()
print(f"{whole.number_of_nodes()} 个节点，{whole.number_of_edges()} 条边")
