"""Write the pages of the documentation that come from the code and the rules, and the output that other pages show.

    python scripts/docs_pages.py

Commands come from the command line itself, claims, facts, concepts, norms and the catalogue from `rules/` and
`corpus/`. Output is what the commands and scripts print when this runs, so that no page can show anything else.
"""

from __future__ import annotations

import ast
import os
import runpy
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from html import escape
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import Any

import typer
from rich.cells import cell_len

from propertylaw import KnowledgeBase, PropertyLawError, RuleGraph, extract, outline, read
from propertylaw.checks import checks, page
from propertylaw.cli import app
from propertylaw.compare import change_rules
from propertylaw.library import instrument_of
from propertylaw.model import Claim, FactDefinition, Instrument, Norm, PartyId, Result
from propertylaw.reasoning.results_in_words import RESULTS
from propertylaw.report.change_words import DIRECTIONS
from propertylaw.report.claim_page import claim_sheet
from propertylaw.report.norm_page import MODALITIES
from propertylaw.report.rule_pages import concept_entries, fact_data
from propertylaw.report.rule_words import party_titles
from propertylaw.report.sheet import Ref, Section, section_markdown, sheet_markdown
from propertylaw.report.terminal import all_cited, cited, title_of
from propertylaw.report.ways_page import chain_sheet, matter_sheet, route_sheet
from propertylaw.rulebook import RANK_TITLES, catalogue, data_folder, read_yaml, rules

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "reference" / "generated"
ON = date(2025, 6, 30)
"""The day of the sample disputes."""
COLUMNS = 100
"""Width of terminal pages, as where standard output is no terminal."""

NOTE = "\n<!-- Written by scripts/docs_pages.py; do not edit. -->\n"
SIDES = {"claimant": "请求人", "respondent": "被请求人"}
CAPACITIES = {
    "sole": "单独承担",
    "joint": "连带责任",
    "supplementary": "补充责任",
    "proportionate": "与过错相应的责任",
    "compensatory": "适当补偿",
}
TYPES = {"boolean": "是或否", "number": "数字", "date": "日期", "text": "文字", "choice": "选项"}
FACT_GROUPS = {
    "fees": "物业费",
    "cutoff": "停水停电、限制通行",
    "common_income": "公共收益",
    "handover": "退出和移交",
    "thrown_object": "高空抛物、坠物",
    "altering": "占用、改动共有部分",
    "parking": "车位车库",
    "maintenance_fund": "专项维修资金",
    "decisions": "业主的决定和表决",
    "disclosure": "信息公开",
    "safety_duty": "安全保障义务",
    "falling_object": "脱落坠落、倒塌、追偿",
    "warranty": "房屋质量和保修",
    "developer_handover": "开发商移交资料、物业用房",
    "delivery": "交房、烂尾",
    "utility_facilities": "水电气暖设施",
    "lift": "加装电梯",
    "charging": "充电桩",
    "shared_costs": "自行管理、应急费用",
    "public_report": "向机关报告",
    "routes": "途径和期限",
}
FORCES = {"mandatory": "", "default": "可另行约定", "advisory": "倡导", "agreed": "约定"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A command whose output a page shows: whole, or so many lines, from the first that holds `since`."""

    name: str
    arguments: tuple[str, ...]
    lines: int | None = None
    since: str = ""
    head: int = 0
    """Lines shown before that: the head of a table."""


SAMPLES = "corpus/samples"
CONTRACT = f"{SAMPLES}/枫林苑物业服务合同.docx"
REGULATION = f"{SAMPLES}/云溪市住宅物业管理条例.md"
DISPUTES = f"{SAMPLES}/disputes"
COMMANDS = (
    Shown("help", ("--help",)),
    Shown("demo", ("demo",)),
    Shown("outline", ("outline", CONTRACT), 30),
    Shown("outline_json", ("outline", CONTRACT, "--format", "json")),
    Shown("norms", ("norms", CONTRACT), 44, since="第二十条", head=4),
    Shown("norms_jsonl", ("norms", CONTRACT, "--format", "jsonl"), 4, since='"article": 22'),
    Shown("graph", ("graph", CONTRACT)),
    Shown("graph_preliminary", ("graph", f"{SAMPLES}/枫林苑前期物业服务合同.docx")),
    Shown("graph_party", ("graph", CONTRACT, "--party", "owners_committee"), 36),
    Shown("rules_list", ("rules", "list")),
    Shown("rules_show", ("rules", "show", "fees.cutoff")),
    Shown("rules_check", ("rules", "check")),
    Shown("review", ("review", f"{SAMPLES}/枫林苑前期物业服务合同.docx", "--as", "owner"), 40),
    Shown("diff", ("diff", "docs/snippets/versions/公共收益规约.md", "docs/snippets/versions/公共收益规约（修订）.md")),
    Shown(
        "reform",
        ("diff", "--reform", "examples/reform_legal_person", "--cases", "rules/cases/common_parts.income.yaml"),
    ),
    Shown("lint", ("lint", REGULATION), 30),
    Shown("ask", ("ask", "物业不让我进门", "-k", "4", "--on", "2025-07-01")),
    Shown(
        "ask_jsonl",
        ("ask", "--questions", "docs/snippets/questions.jsonl", "-f", "jsonl", "-k", "2", "--on", "2025-07-01"),
    ),
    Shown("income", ("analyze", f"{DISPUTES}/公共收益与移交.yaml")),
    Shown("thrown", ("analyze", f"{DISPUTES}/高空坠物.yaml")),
)
LIBRARY = (
    Shown("corpus_add", ("corpus", "add", REGULATION)),
    Shown("corpus_add_json", ("corpus", "add", REGULATION, "--format", "json")),
    Shown("corpus_show", ("corpus", "show", "民法典/278", "--on", "2019-06-01")),
    Shown("corpus_show_text", ("corpus", "show", "云溪市住宅物业管理条例/3", "--on", "2025-06-30")),
    Shown("corpus_show_json", ("corpus", "show", "民法典/944", "--on", "2019-06-01", "--format", "json")),
    Shown(
        "corpus_list",
        ("corpus", "list", "--on", "2024-03-01", "--place", "青岛市市南区"),
        14,
        since="山东省物业",
        head=4,
    ),
    Shown("corpus_verify", ("corpus", "verify")),
)
"""Commands that share a library of their own, one after the other."""
SCRIPTS = (
    "examples/who_pays.py",
    "examples/duties_of_a_provider.py",
    *(
        f"docs/snippets/{name}.py"
        for name in ("spacy_pipeline", "ask_graph", "ask_questions", "errors", "analysis_object", "new_claim")
    ),
)
_FORM = "on: 2024-01-01\nplace: 上海市\nparties:\n  - {id: a, name: 甲, role: owner}\n"
BAD_FILES = {
    "空.md": b"",
    "旧模板.dot": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "其实是PDF.docx": b"%PDF-1.4\n",
    "没传完.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "乱码.txt": b"\xff\xff\xfe\x81\x20" * 9,
    "事实写错.yaml": f"{_FORM}facts:\n  - {{id: service_providd, value: true}}\n".encode(),
    "值不对.yaml": f"{_FORM}facts:\n  - {{id: floor_area, of: a, value: 很大}}\n".encode(),
    "日期不存在.yaml": _FORM.replace("2024-01-01", "2024-02-30").encode(),
    "键写错.yaml": _FORM.replace("parties", "partys").encode(),
    "角色写错.yaml": _FORM.replace("role: owner", "role: ownr").encode(),
    "全角标点.yaml": f"{_FORM}facts:\n  - {{id：floor_area，of：a，value：90}}\n".encode(),
    "两处错.yaml": f"{_FORM}claims: [{{by: a, against: [b], claim: fees.arears}}]\n".encode(),
    "缺文件.yaml": f"{_FORM}documents: [合同.docx]\n".encode(),
}
BAD_INPUT = (
    ("outline", "没有.docx"),
    *(("analyze" if name.endswith(".yaml") else "outline", name) for name in BAD_FILES),
)


def main(target: Path = TARGET) -> None:
    """Write everything into a folder, replacing what stood there."""
    if target.exists():
        shutil.rmtree(target)
    for part in ("claims", "output", "parts"):
        (target / part).mkdir(parents=True)
    pages = {
        "commands.md": commands_page(),
        "facts.md": facts_page(),
        "concepts.md": concepts_page(),
        "ways.md": ways_page(),
        "norms.md": norms_page(),
        "catalogue.md": catalogue_page(),
        "checks.md": checks_page(),
        "claims/index.md": claims_page(),
        **{f"claims/{claim.id}.md": claim_page(claim) for claim in rules().claims.values()},
    }
    for name, text in pages.items():
        (target / name).write_text(text + NOTE, encoding="utf-8")
    parts = {"rooms.md": rooms_table(), "roles.md": roles_table(), "change_rules.md": change_rules_table()}
    parts |= {"clause.svg": clause_figure(), "flow.svg": flow_figure()}
    for name, text in parts.items():
        (target / "parts" / name).write_text(text, encoding="utf-8")
    for name, text in outputs():
        (target / "output" / f"{name}.html").write_text(terminal(text), encoding="utf-8")
        (target / "output" / f"{name}.txt").write_text(text, encoding="utf-8")


# ── checks ──────────────────────────────────────────────────────────────────────────────────────


def checks_page() -> str:
    """Every check with its page."""
    lines = [
        "# 检查",
        "",
        "合同审查（CON）和法规检查的全部代码。设置见[审查合同](../../howto/review-contract.md)。",
        "",
    ]
    return "\n".join([*lines, *(page(code).replace("# ", "## ", 1) for code in checks())])


# ── commands ────────────────────────────────────────────────────────────────────────────────────


def commands_page() -> str:
    """The page of all commands, from the command line's own declarations."""
    group: Any = typer.main.get_command(app)
    lines = ["# 命令", "", group.help, ""]
    lines += ["`propertylaw 命令 --help` 显示同样的说明。退出状态：0 正常；1 有发现（lint、review、rules check）；"]
    lines += ["2 无法执行，原因写在标准错误的一行里。", ""]
    for name, command in _commands(group):
        lines += [f"## {name}", "", command.help, "", "```sh", _usage(name, command.params), "```", ""]
        if command.params:
            lines += ["| 参数 | 说明 | 默认 |", "| --- | --- | --- |"]
            lines += [_parameter(parameter) for parameter in command.params]
            lines.append("")
    return "\n".join(lines)


def _commands(group: Any) -> Iterator[tuple[str, Any]]:
    """Commands with their names as typed; those of a group after the group."""
    for name, command in group.commands.items():
        yield name, command
        if hasattr(command, "commands"):
            yield from ((f"{name} {inner}", found) for inner, found in _commands(command))


def _usage(name: str, parameters: Iterable[Any]) -> str:
    arguments = [p.metavar or p.name for p in parameters if p.param_type_name == "argument"]
    return " ".join(["propertylaw", name, *arguments, "[选项]"] if parameters else ["propertylaw", name])


def _parameter(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        needed = "必填" if parameter.required else "—"
        return f"| {parameter.metavar or parameter.name} | {parameter.help or ''} | {needed} |"
    names = "、".join(f"`{option}`" for option in parameter.opts)
    default = parameter.default
    values = "：" + "、".join(f"`{choice.value}`" for choice in type(default)) if isinstance(default, Enum) else ""
    shown = "—" if default is None else f"`{default.value if isinstance(default, Enum) else default}`"
    return f"| {names} | {parameter.help or ''}{values} | {shown} |"


# ── claims ──────────────────────────────────────────────────────────────────────────────────────


def claims_page() -> str:
    """The list of claims."""
    lines = ["# 请求权", "", "每一页是一份律师写的备忘：谁向谁请求什么，依据、要件、举证、抗辩、可得、时效和管辖。", ""]
    lines += ["| 请求权 | 请求人 | 被请求人 | 依据 |", "| --- | --- | --- | --- |"]
    for claim in rules().claims.values():
        against = _parties(role for head in claim.respondents for role in head.role)
        cells = (f"[{claim.title}]({claim.id}.md)", _parties(claim.claimant), against, all_cited(claim.basis))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def claim_page(claim: Claim) -> str:
    """The page of one claim, as `rules show` prints it, with links and with the tested examples."""
    return sheet_markdown(claim_sheet(claim, rules()), _link_from_claim) + "\n".join(_examples(claim))


def _link_from_claim(mention: Ref) -> str:
    return f"{mention.id}.md" if mention.kind == "claims" else f"../{mention.kind}.md#{mention.id}"


def _link(mention: Ref) -> str:
    return f"claims/{mention.id}.md" if mention.kind == "claims" else f"{mention.kind}.md#{mention.id}"


def _examples(claim: Claim) -> Iterator[str]:
    file = data_folder("rules") / "cases" / f"{claim.id}.yaml"
    if not file.exists():
        return
    yield from ("## 测试过的例子", "", "| 情形 | 结论 |", "| --- | --- |")
    for example in read_yaml(file, list[dict[str, Any]], PropertyLawError):
        yield f"| {example['case']} | {_expected(example)} |"
    yield ""


def _expected(example: dict[str, Any]) -> str:
    """What must come out of an example, for each respondent by name where there are several."""
    names = {person["id"]: person["name"] for person in example["form"]["parties"]}
    several = len(example["expect"]) > 1
    return "；".join(
        (f"对{names[expected['respondent']]}" if several else "")
        + RESULTS[Result(expected["result"])]
        + (f"，{expected['amount']:,.2f} 元" if "amount" in expected else "")
        for expected in example["expect"]
    )


# ── facts, concepts, norms, catalogue ───────────────────────────────────────────────────────────


def facts_page() -> str:
    """The vocabulary of facts, as people and documents state them."""
    lines = ["# 事实", "", "纠纷表里可以写的事实。有“合同或法规写明的”一行的，文件写了就不必再填。", ""]
    for file in sorted((data_folder("rules") / "facts").glob("*.yaml")):
        lines += [f"## {FACT_GROUPS.get(file.stem, file.stem)} {{ #file-{file.stem} }}", ""]
        for fact in read_yaml(file, tuple[FactDefinition, ...], PropertyLawError):
            lines += _fact(fact)
    return "\n".join(lines)


def _fact(fact: FactDefinition) -> Iterator[str]:
    yield from (f"### {fact.title} {{ #{fact.id} }}", "", f"`{fact.id}`", "")
    yield from (f"- {label}：{''.join(map(str, said))}" for label, said in fact_data(fact, rules()))
    yield ""


def roles_table() -> str:
    """The kinds of parties a form may name, with what people call them."""
    lines = ["| `role` | 是谁 | 也叫 |", "| --- | --- | --- |"]
    lines += [
        f"| `{party.id}` | {party.title} | {'、'.join(party.aliases[:4])} |" for party in rules().parties.values()
    ]
    return "\n".join(lines) + "\n"


def change_rules_table() -> str:
    """The rules by which a change is better or worse."""
    lines = ["| 改动 | 承担者或者权利人 | 相对人 |", "| --- | --- | --- |"]
    lines += [
        f"| {rule.says} | {DIRECTIONS[rule.bearer]} | {DIRECTIONS[rule.counterparty]} |"
        for rule in change_rules().values()
    ]
    return "\n".join(lines) + "\n"


def concepts_page() -> str:
    """The concepts that the law leaves open."""
    lines = ["# 没有定论的概念", "", "结论取决于其中之一的，标为“尚不能定论”，并按每种理解分别给出结论。", ""]
    for concept in rules().concepts.values():
        section = Section(concept.title, concept_entries(concept, rules()), anchor=concept.id)
        lines += section_markdown(section, _link)
    return "\n".join(lines)


def ways_page() -> str:
    """Routes, who has to act on a report, and who is left to pay."""
    book = rules()
    lines = ["# 途径、该向谁报告、还能找谁", "", "每一项的编号可以用 `propertylaw rules show` 查看。", ""]
    sheets = (
        *(route_sheet(route, book) for route in book.routes.values()),
        *(matter_sheet(matter, book) for matter in book.matters.values()),
        *(chain_sheet(chain, book) for chain in book.chains.values()),
    )
    for sheet in sheets:
        lines += [f"## {sheet.title} {{ #{sheet.id} }}", "", f"`{sheet.id}`", ""]
        lines += [f"- {label}：{''.join(map(_in_page, said))}" for label, said in sheet.data]
        lines.append("")
        for section in sheet.sections:
            lines += section_markdown(replace(section, level=3), _link)
    return "\n".join(lines)


def _in_page(piece: str | Ref) -> str:
    return piece if isinstance(piece, str) else f"[{piece.title}]({_link(piece)})"


def norms_page() -> str:
    """The curated norms, instrument by instrument."""
    lines = ["# 整理好的规范", "", "用我们自己的话写的规范，不是条文原文；每条注明出处，以现行有效的文本为准。", ""]
    for instrument, norms in groupby(rules().norms.values(), key=lambda norm: norm.locator.instrument):
        lines += [f"## 《{title_of(instrument)}》", "", "| 出处 | 谁 | 性质 | 对谁 | 做什么 | 条件 |"]
        lines += ["| --- | --- | --- | --- | --- | --- |", *map(_norm, norms), ""]
    return "\n".join(lines)


def _norm(norm: Norm) -> str:
    place = cited((norm.locator,)).split("》")[-1]
    condition = "；除外：".join(filter(None, (norm.condition, norm.exception)))
    force = f"（{FORCES[norm.force]}）" if FORCES[norm.force] else ""
    cells = (place, _parties(norm.bearer), MODALITIES[norm.modality], _parties(norm.counterparty), norm.action + force)
    return f"| {' | '.join(cells)} | {condition} |"


def catalogue_page() -> str:
    """The instruments that the library knows."""
    lines = ["# 法源目录", "", "只记身份和时间，不附文本。施行日期早于纠纷当日的版本适用。", ""]
    ranked = sorted(
        catalogue(), key=lambda instrument: (list(RANK_TITLES).index(instrument.rank), instrument.territory)
    )
    for rank, instruments in groupby(ranked, key=lambda instrument: instrument.rank):
        lines += [f"## {RANK_TITLES[rank]}", "", "| 名称 | 制定机关、文号 | 施行（条数） | 说明 |"]
        lines += ["| --- | --- | --- | --- |", *map(_instrument, instruments), ""]
    return "\n".join(lines)


def _instrument(instrument: Instrument) -> str:
    short = f"<br>简称《{instrument.id}》" if instrument.id != instrument.title else ""
    versions = "<br>".join(
        f"<nobr>{version.in_force or f'{version.name} 通过，施行日未载'}"
        f"{f'（{version.articles} 条）' if version.articles else ''}</nobr>"
        for version in instrument.versions
    )
    ended = f"{instrument.repealed} 起不再适用" if instrument.repealed else ""
    by = f"由《{instrument.replaced_by}》取代" if instrument.replaced_by else ""
    notes = "；".join(filter(None, (ended, by, instrument.note)))
    made = "<br>".join(filter(None, (instrument.issuer, instrument.number)))
    return f"| 《{instrument.title}》{short} | {made} | {versions} | {notes} |"


def _parties(ids: Iterable[PartyId]) -> str:
    return party_titles(ids, rules())


# ── the house, drawn ────────────────────────────────────────────────────────────────────────────


def rooms_table() -> str:
    """The rooms from left to right, from the import contract and their own first sentences."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    lines = ["| room | what it is for |", "| --- | --- |"]
    for name in reversed(contract["layers"]):
        path = ROOT / name.replace(".", "/")
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        lines.append(f"| `{path.name}` | {' '.join(docstring.split(chr(10) * 2)[0].split())} |")
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a figure, 46 high, with two lines of text."""

    x: int
    y: int
    width: int
    title: str
    under: str
    kind: str = ""

    def __str__(self) -> str:
        x = self.x + self.width // 2
        return (
            f'<rect class="box {self.kind}" x="{self.x}" y="{self.y}" width="{self.width}" height="46" rx="6"/>'
            f'<text x="{x}" y="{self.y + 20}">{self.title}</text>'
            f'<text class="small" x="{x}" y="{self.y + 37}">{self.under}</text>'
        )


FLOW = (("file", ""), ("Source", "reading"), ("Outline", "structure"), ("norms", "extraction"))
FLOW += (("RuleGraph", "graph"), ("Analysis", "reasoning"), ("page, JSON", "report"))


def flow_figure() -> str:
    """What becomes of a file, and where the law and the dispute come in."""
    boxes = [Box(4 + 110 * i, 10, 90, *step) for i, step in enumerate(FLOW)]
    arrows = [_arrow(94 + 110 * i, 33, 114 + 110 * i, 33) for i in range(len(FLOW) - 1)]
    boxes += [Box(444, 100, 90, "curated law", "library"), Box(554, 100, 90, "dispute form", "reasoning")]
    arrows += [_arrow(489, 100, 489, 56), _arrow(599, 100, 599, 56)]
    return _figure(760, 150, map(str, [*boxes, *arrows]))


def clause_figure() -> str:
    """One clause of the sample contract in the graph, with the norms that override it and their sanctions."""
    sources = [read(ROOT / CONTRACT), read(ROOT / REGULATION)]
    read_files = [(source, outline(source)) for source in sources]
    norms = [norm for source, structure in read_files for norm in extract(source, structure)]
    law = KnowledgeBase(ON, "临江省云溪市")
    graph = RuleGraph([*law.norms(), *norms], [instrument_of(*pair) for pair in read_files])
    clause = graph.conflicts[0].lower
    parts = [Box(4, 95, 100, _parties(clause.bearer), clause.bearer[0]), _norm_box(150, 95, 250, clause, "bad")]
    parts += [_arrow(104, 118, 150, 118), _label(127, 110, "bears")]
    for row, higher in enumerate(graph.overriding(clause)):
        y = 10 + row * 120
        parts += [_norm_box(480, y, 276, higher, "good"), _arrow(400, 118, 480, y + 23)]
        parts.append(_label(414 + row * 10, 62 + row * 106, "overridden_by"))
        for sanction in graph.sanctions_for(higher)[:1]:
            parts += [_norm_box(480, y + 90, 276, sanction), _arrow(618, y + 46, 618, y + 90)]
            parts.append(_label(664, y + 72, "sanctioned_by"))
    return _figure(760, 280, map(str, parts))


def _norm_box(x: int, y: int, width: int, norm: Norm, kind: str = "") -> Box:
    title = f"{MODALITIES[norm.modality]}：{_short(norm.action)}"
    return Box(x, y, width, title, cited((norm.locator,)), kind)


def _short(text: str, most: int = 12) -> str:
    return text if len(text) <= most else text[:most] + "…"


def _arrow(x: int, y: int, to_x: int, to_y: int) -> str:
    return f'<line class="arrow" x1="{x}" y1="{y}" x2="{to_x}" y2="{to_y}"/>'


def _label(x: int, y: int, text: str) -> str:
    return f'<text class="small" x="{x}" y="{y}">{text}</text>'


def _figure(width: int, height: int, parts: Iterable[str]) -> str:
    tip = (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L8 4L0 8z" fill="currentColor"/></marker></defs>'
    )
    drawing = f'<svg viewBox="0 0 {width} {height}" width="{width}" xmlns="http://www.w3.org/2000/svg">'
    return f'<div class="figure">{drawing}{tip}{"".join(parts)}</svg></div>\n'


# ── output ──────────────────────────────────────────────────────────────────────────────────────


def outputs() -> Iterator[tuple[str, str]]:
    """Names and texts of what the commands and scripts print, from the root of the repository."""
    os.environ |= {"COLUMNS": str(COLUMNS), "NO_COLOR": "1"}
    with chdir(ROOT), _home():
        for shown in COMMANDS:
            yield shown.name, _typed(shown.arguments) + _part(printed(shown.arguments), shown)
        for script in SCRIPTS:
            yield Path(script).stem, f"$ python {script}\n" + _run(script)
        yield "bad_input", bad_input()
    with chdir(ROOT), _home() as home:
        for shown in LIBRARY:
            told = printed(shown.arguments).replace(str(home), "~/.local/share/propertylaw")
            yield shown.name, _typed(shown.arguments) + _part(told, shown)


@contextmanager
def _home() -> Iterator[Path]:
    """An empty library, so that pages do not depend on that of the person who writes them."""
    before = os.environ.get("PROPERTYLAW_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PROPERTYLAW_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            del os.environ["PROPERTYLAW_HOME"]
            os.environ |= {"PROPERTYLAW_HOME": before} if before else {}


def printed(arguments: Iterable[str]) -> str:
    """What a command prints, or the line that it ends with on bad input."""
    buffer = StringIO()
    with redirect_stdout(buffer):
        try:
            app(list(arguments), standalone_mode=False)
        except PropertyLawError as problem:
            print(f"错误：{problem}")
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def terminal(text: str) -> str:
    """Terminal text for the site: every character as wide as in a terminal, whatever fonts the reader has."""
    kind = "terminal" if "─" in text else "terminal folded"  # a table must not be folded
    return f'<div class="{kind}"><pre>{"".join(map(_spaced, _runs(text)))}</pre></div>\n'


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Stretches of characters that fonts agree on, of wide characters, and of others."""
    for kind, characters in groupby(text, key=_width):
        yield kind, "".join(characters)


def _width(character: str) -> str:
    if character.isascii() or "\u2500" <= character <= "\u257f":
        return "plain"
    return "wide" if cell_len(character) > 1 else "odd"


def _spaced(run: tuple[str, str]) -> str:
    kind, characters = run
    if kind == "plain":
        return escape(characters)
    parts = [characters] if kind == "wide" else characters
    return "".join(f'<span class="{kind}">{part}</span>' for part in parts)


def bad_input() -> str:
    """What the commands say to files and forms that are wrong in the usual ways."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        for name, content in BAD_FILES.items():
            Path(name).write_bytes(content)
        return "\n".join(_typed(arguments) + printed(arguments) for arguments in BAD_INPUT)


def _typed(arguments: Iterable[str]) -> str:
    return f"$ propertylaw {' '.join(arguments)}\n"


def _part(text: str, shown: Shown) -> str:
    whole = text.splitlines()
    if shown.lines is None or len(whole) <= shown.lines:
        return _folded(whole)
    start = next((number for number, line in enumerate(whole) if shown.since in line), 0)
    skipped = ["…"] if start > shown.head else []
    kept = [*whole[: shown.head], *skipped, *whole[start : start + shown.lines]]
    return _folded(kept) + f"…（共 {len(whole)} 行）\n"


def _folded(lines: Iterable[str], most: int = 1200) -> str:
    """Cuts objects that stand on one long line."""
    return "".join(f"{line if len(line) <= most else line[:most] + ' …'}\n" for line in lines)


def _run(script: str) -> str:
    buffer = StringIO()
    with redirect_stdout(buffer):
        runpy.run_path(script, run_name="__main__")
    return buffer.getvalue()


if __name__ == "__main__":
    main()
