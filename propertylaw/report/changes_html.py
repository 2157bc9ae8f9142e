"""A comparison as one HTML page: for whom it gets better or worse, and old and new words side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from propertylaw.compare import Comparison, Passage

from .change_words import KINDS, Group, counts, groups, marked, place, renumbered_words, standing_rows


def changes_html(comparison: Comparison) -> str:
    """The page, self-contained."""
    page = files("propertylaw.report").joinpath("templates/changes.html").read_text(encoding="utf-8")
    parts = {
        "__TITLE__": escape(f"{comparison.before} → {comparison.after}"),
        "__SUMMARY__": escape(counts(comparison)),
        "__BODY__": "\n".join(_body(comparison)),
    }
    for name, content in parts.items():
        page = page.replace(name, content)
    return page


def _body(comparison: Comparison) -> Iterator[str]:
    if comparison.standings:
        yield "<h2>对谁有什么影响（改动的条数）</h2>"
        yield "<table><tr><th>谁</th><th>变好</th><th>变差</th><th>说不清</th></tr>"
        for row in standing_rows(comparison):
            yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
        yield "</table>"
    told = groups(comparison)
    for kind, name in KINDS.items():
        yield from _section(name, [one for one in told if one.kind == kind])
    if comparison.renumbered:
        moved = renumbered_words(comparison)
        yield f"<h2>条号改变（{len(comparison.renumbered)}）</h2><p>{escape(moved)}</p>"
    if comparison.passages:
        yield f"<h2>其他文字改动（{len(comparison.passages)}）</h2>"
        yield from map(_passage, comparison.passages)


def _section(name: str, told: Sequence[Group]) -> Iterator[str]:
    if told:
        yield f"<h2>{name}（{len(told)}）</h2>"
        yield from map(_article, told)


def _article(one: Group) -> str:
    lines = [f"<h3>{escape(one.places)} <small>{escape(one.fields)}</small></h3>"]
    lines += [f"<p>{escape(norm)}</p>" for norm in one.norms]
    if one.before and one.after:
        lines.append(_both(one.before, one.after))
    effects = "".join(f'<li class="{one.direction.value}">{escape(one.words)}</li>' for one in one.effects)
    lines.append(f"<ul>{effects}</ul>" if effects else "")
    return f'<article class="{one.kind}">{"".join(lines)}</article>'


def _passage(one: Passage) -> str:
    head = f"<h3>{escape(place(one.after or one.before))}</h3>"
    return f"<article>{head}{_both(one.before_text, one.after_text)}</article>"


def _both(before: str, after: str) -> str:
    old, new = marked(before, after)
    return f'<div class="both"><div>{_pieces(old, "del")}</div><div>{_pieces(new, "ins")}</div></div>'


def _pieces(pieces: Sequence[tuple[str, bool]], tag: str) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" if differs else escape(text) for text, differs in pieces)
