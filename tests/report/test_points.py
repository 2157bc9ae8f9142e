"""A point stands as a grid of two columns would, and what people write is printed as it stands."""

from __future__ import annotations

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from propertylaw.model import Analysis, Argument, ClaimFinding, PartyFinding, Result
from propertylaw.report.analysis_page import analysis_text
from propertylaw.report.terminal import Indented, point


def _drawn(part: RenderableType, width: int, *, colours: bool = False) -> str:
    buffer = StringIO()
    Console(file=buffer, width=width, force_terminal=colours, highlight=False, markup=False, emoji=False).print(part)
    return buffer.getvalue()


def _lines(part: RenderableType, width: int) -> list[str]:
    """The lines drawn, without the blanks with which a grid fills them up."""
    return [line.rstrip() for line in _drawn(part, width).splitlines()]


def _grid(mark: str, said: Text, style: str) -> Table:
    grid = Table.grid(padding=0)
    grid.add_column(width=cell_len(mark), no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(mark, style=style), said)
    return grid


def test_long_text_goes_on_below_its_own_beginning() -> None:
    assert _drawn(point("· ", "物业服务人应当公示"), 12) == "· 物业服务人\n  应当公示\n"


def test_the_mark_has_its_colour_and_the_text_its_own() -> None:
    text = Text.assemble("应当", ("公示", "cyan"))
    assert _drawn(point("· ", text, "green"), 20, colours=True) == "\x1b[32m· \x1b[0m应当\x1b[36m公示\x1b[0m\n"


@given(
    said=st.text(alphabet="甲乙（），。“”abc 12.5·\n", max_size=120),
    mark=st.sampled_from(["· ", "✓ ", "[定结论] ", "12. "]),
    width=st.integers(min_value=20, max_value=110),
    step=st.sampled_from([0, 2]),
)
def test_a_point_looks_like_a_grid_of_two_columns(said: str, mark: str, width: int, step: int) -> None:
    text = Text.assemble(said[:40], (said[40:], "cyan"))
    ours, theirs = point(mark, text, "green"), _grid(mark, text, "green")
    assert _lines(Indented(ours, step), width) == _lines(Padding(theirs, (0, 0, 0, step)), width)


def test_brackets_and_colons_in_names_are_no_markup() -> None:
    names = {"a": "甲[/b]公司", "b": "徐某:smile:"}
    finding = ClaimFinding(
        id="fees.arrears",
        title="支付物业费",
        claimant="a",
        respondent="b",
        result=Result.SUPPORTED,
        settled=True,
        elements=(),
        defences=(),
        basis=(),
    )
    party = PartyFinding(id="b", name=names["b"], role="owner", claim=finding.id, claimant="a", liable=True)
    page = analysis_text(
        Analysis(
            title="[red]案:smile:",
            on="2025-01-01",
            place="",
            names=names,
            claims=(finding,),
            parties=(party,),
            argument=Argument(says="", kind="whole"),
        )
    )
    assert "[red]案:smile:" in page
    assert "甲[/b]公司 → 徐某:smile:" in page
