"""The command line: commands are registered here, and every expected error ends in a line each and exit status 2."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from . import analyze, ask, corpus, demo, diff, graph, lint, norms, outline, review, rules

if TYPE_CHECKING:
    from propertylaw.errors import PropertyLawError

_MOST = 20
"""So many errors of one file are told."""

app = typer.Typer(
    name="propertylaw",
    help="把物业管理的法规和合同读成权利义务图谱，用它核对纠纷：谁负责、为什么、谁举证、哪里有歧义、接下来问什么。",
    epilog="本工具不提供法律意见。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: nothing is cut off, and it starts twice as fast
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (
    demo.demo,
    outline.outline,
    norms.norms,
    graph.graph,
    lint.lint,
    review.review,
    diff.diff,
    analyze.analyze,
    ask.ask,
):
    app.command()(command)
app.add_typer(corpus.corpus, name="corpus")
app.add_typer(rules.group, name="rules")


def main() -> None:
    """Run the command line."""
    try:
        status = app(standalone_mode=False)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as problem:
        line = _line_for(problem)
        if line is None:
            raise
        print(line, file=sys.stderr)
        sys.exit(2)
    if isinstance(status, int) and status:
        sys.exit(status)


def _line_for(problem: Exception) -> str | None:
    """What to print for an expected error; None for a fault of our own."""
    from propertylaw.errors import PropertyLawError

    from .usage import UsageError, in_words

    if isinstance(problem, UsageError):
        found = in_words(problem)
        return str(problem) if found is None else f"错误：{found}"
    return _lines_of(problem) if isinstance(problem, PropertyLawError) else None


def _lines_of(problem: PropertyLawError) -> str:
    """Everything that is wrong, a line each; of very much the first."""
    lines = [one.line for one in (problem, *problem.further)]
    more = [f"另有 {len(lines) - _MOST} 处错误，先改好以上各处"] if len(lines) > _MOST else []
    return "\n".join(f"错误：{line}" for line in (*lines[:_MOST], *more))
