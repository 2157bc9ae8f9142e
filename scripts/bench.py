"""Time the stages of the main job and print them with their ratios, all from one run.

    python scripts/bench.py [FOLDER OF TEXTS]

Without a folder the samples are used. Speeds are characters a second, after imports; `form` and `help` are whole
processes.
"""

from __future__ import annotations

import logging
import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import jieba
import networkx as nx
import pdfplumber

from propertylaw import RuleGraph, analyze, extract, outline, read
from propertylaw.checks import lint
from propertylaw.graph import told_apart
from propertylaw.model import Norm, Outline, Source
from propertylaw.rulebook import data_folder

T = TypeVar("T")
FORM = """\
on: 2024-12-31
place: 江苏省南通市
parties: [{id: a, name: 甲物业公司, role: service_provider}, {id: b, name: 徐某, role: owner}]
facts:
  - {id: signed_contract, value: true, said_by: a, admitted_by: [b]}
  - {id: service_provided, value: true, said_by: a, evidence: [巡查记录]}
  - {id: fee_rate, of: b, value: 1.5}
  - {id: floor_area, of: b, value: 100}
  - {id: unpaid_from, of: b, value: 2023-01-01}
  - {id: unpaid_to, of: b, value: 2023-12-31}
"""


def main() -> None:
    """Print a line for each figure."""
    samples = data_folder("corpus") / "samples"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else samples
    files = sorted(folder.rglob("*.md"))
    extract(read(files[0]), outline(read(files[0])))  # imports and pipelines are loaded once

    sources, reading = timed(lambda: [read(file) for file in files])
    outlines, structure = timed(lambda: [outline(source) for source in sources])
    norms, extraction = timed(lambda: [extract(s, o) for s, o in zip(sources, outlines, strict=True)])
    size = sum(len(source.text) for source in sources)
    print(f"{len(files)} texts, {size:,} characters, {sum(map(len, norms)):,} norms")
    for name, seconds in (("read", reading), ("outline", structure), ("extract", extraction)):
        print(f"{name:8} {size / seconds:12,.0f} characters/s")

    jieba_figures(files, sources)
    lint_figures(sources, outlines)
    graph_figures(outlines, norms)

    paper = samples / "云溪市住宅物业管理条例.pdf"
    ours, theirs = (
        min(timed(lambda: read(paper))[1] for _ in range(7)),
        min(pdfplumber_seconds(paper) for _ in range(3)),
    )
    print(f"pdf      {theirs / ours:.1f} × pdfplumber's extract_text, pages without tables")

    form = samples / "disputes" / "欠费与停水.yaml"
    analyze(form)
    print(f"analyze  {timed(lambda: analyze(form))[1]:.3f} s with three documents")

    usual = ["-c", "import pydantic, typer, yaml"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "form.yaml"
        file.write_text(FORM, encoding="utf-8")
        form = ratio(["-m", "propertylaw", "analyze", str(file)], usual)
    print(f"form     {form:.2f} × `import pydantic, typer, yaml`, a form without documents, whole process")
    print(f"help     {ratio(['-m', 'propertylaw', '--help'], ['-c', 'import typer']):.2f} × `import typer`")


def jieba_figures(files: list[Path], sources: list[Source]) -> None:
    """From file to norms against jieba cutting the same text into words, by turns file by file: medians of rounds."""
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()

    def norms_of(file: Path) -> tuple[Norm, ...]:
        source = read(file)
        return extract(source, outline(source))

    rounds = []
    for _ in range(5):
        turns = [
            (cpu(lambda text=source.text: list(jieba.cut(text))), cpu(lambda file=file: norms_of(file)))
            for file, source in zip(files, sources, strict=True)
        ]
        rounds.append(tuple(map(sum, zip(*turns, strict=True))))
    ratio = statistics.median(theirs / ours for theirs, ours in rounds)
    seconds = statistics.median(ours for _, ours in rounds)
    print(f"norms    {ratio:.2f} × the speed of jieba.cut over the same text, {seconds:.2f} s from files to norms")


def lint_figures(sources: list[Source], outlines: list[Outline]) -> None:
    """Extraction with every check of regulations on top, against the extraction alone: medians of rounds by turns."""
    texts = list(zip(sources, outlines, strict=True))
    lint(texts)
    rounds = [(cpu(lambda: [extract(*text) for text in texts]), cpu(lambda: lint(texts))) for _ in range(5)]
    ratio = statistics.median(whole / alone for alone, whole in rounds)
    added = statistics.median(whole - alone for alone, whole in rounds)
    print(f"lint     {ratio:.2f} × extraction alone, {added:.2f} s more, with {len(lint(texts)):,} findings")


def cpu(work: Callable[[], object]) -> float:
    """Seconds of the processor that something takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def graph_figures(outlines: list[Outline], norms: list[tuple[Norm, ...]]) -> None:
    """Building the graph from cached norms, and a question to it against the same question to a networkx graph."""
    apart = told_apart(zip(outlines, norms, strict=True))
    cached = pickle.dumps([norm for found in apart for norm in found])
    built = min(timed(lambda: RuleGraph(pickle.loads(cached)))[1] for _ in range(3))
    graph = RuleGraph(pickle.loads(cached))
    _, seconds = timed(lambda: graph.relations)
    whole = graph.to_networkx()
    rounds = 20
    ours = min(timed(lambda: [duties(graph) for _ in range(rounds)])[1] for _ in range(5))
    theirs = min(timed(lambda: [duties_by_filter(whole) for _ in range(rounds)])[1] for _ in range(5))
    assert {norm.id for norm in duties(graph)} == duties_by_filter(whole)
    print(f"graph    {built:.2f} s for {len(graph.norms):,} cached norms")
    print(f"related  {seconds:.2f} s for {len(graph.relations):,} relations between norms, on first use")
    print(f"question {theirs / ours:.1f} × filtering the networkx graph")


def duties(graph: RuleGraph) -> tuple[Norm, ...]:
    """What the provider owes the owners."""
    return graph.duties_of("service_provider", towards="owner")


def duties_by_filter(whole: nx.MultiDiGraph[str]) -> set[str]:
    """The same, from the networkx graph: norms that the provider bears, of these modalities, owed to the owners."""
    return {
        norm
        for _, norm, kind in whole.out_edges("party:service_provider", data="kind")
        if kind == "bears"
        and whole.nodes[norm]["modality"] in ("duty", "prohibition", "liability")
        and any(end == "party:owner" and to == "owed_to" for _, end, to in whole.out_edges(norm, data="kind"))
    }


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """A result and the seconds it took."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def pdfplumber_seconds(file: Path) -> float:
    """Seconds that another library takes for the text of every page, without paragraphs, places or doubts."""
    with pdfplumber.open(file) as pdf:
        return timed(lambda: [page.extract_text() for page in pdf.pages])[1]


def ratio(ours: list[str], theirs: list[str]) -> float:
    """Seconds of the processor for one whole process of Python against another: the least of fifteen runs by turns."""
    rounds = [(process_cpu(ours), process_cpu(theirs)) for _ in range(16)][1:]  # the first one compiles modules
    return min(our for our, _ in rounds) / min(their for _, their in rounds)


def process_cpu(arguments: list[str]) -> float:
    """Seconds of the processor that a process of Python takes, its modules compiled as an installation leaves them."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=surroundings)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
