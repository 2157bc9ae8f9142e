"""A comparison as one HTML page: for whom it gets better or worse, and old and new words side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from propertylaw.compare import Comparison, Passage

from .change_words import (
    FOOT,
    KINDS,
    STANDINGS,
    Group,
    counts,
    groups,
    marked,
    only_words,
    others,
    place,
    renumbered_words,
    retold,
    standing_rows,
)
from .web_page import web_page


def changes_html(comparison: Comparison) -> str:
    """The page, self-contained."""
    parts = {
        "HEADING": f"<span>{escape(comparison.before)}</span> → <span>{escape(comparison.after)}</span>",
        "SUMMARY": escape(counts(comparison)),
        "BODY": "\n".join(_body(comparison)),
        "FOOT": escape(FOOT),
    }
    return web_page("changes", f"{comparison.before} → {comparison.after}", parts)


def _body(comparison: Comparison) -> Iterator[str]:
    yield from (f'<p class="note">{escape(note)}</p>' for note in comparison.notes)
    if comparison.standings:
        yield f"<h2>{STANDINGS}</h2>"
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
    if others(comparison):
        yield f"<h2>其他文字改动（{others(comparison)}）</h2>"
        yield from map(_passage, retold(comparison))
        yield f'<p class="note">{escape(only_words(comparison))}</p>'


def _section(name: str, told: Sequence[Group]) -> Iterator[str]:
    if told:
        yield f"<h2>{name}（{len(told)}）</h2>"
        yield from map(_article, told)


def _article(one: Group) -> str:
    lines = [f"<h3>{escape(one.places)} <small>{escape(one.fields)}</small></h3>"]
    lines += [f"<p>{escape(norm)}</p>" for norm in one.norms]
    lines.append(_words(one.before, one.after))
    effects = "".join(f'<li class="{one.direction.value}">{escape(one.words)}</li>' for one in one.effects)
    lines.append(f"<ul>{effects}</ul>" if effects else "")
    return f'<article class="{one.kind}">{"".join(lines)}</article>'


def _passage(one: Passage) -> str:
    head = f"<h3>{escape(place(one.after or one.before))}</h3>"
    return f"<article>{head}{_words(one.before_text, one.after_text)}</article>"


def _words(before: str, after: str) -> str:
    """Both texts side by side with what differs marked, or the one there is."""
    if before and after:
        old, new = marked(before, after)
        shown = [("原", _pieces(old, "del")), ("今", _pieces(new, "ins"))]
    else:
        shown = [(label, escape(text)) for label, text in (("原", before), ("今", after)) if text]
    boxes = "".join(f"<div><b>{label}</b>{words}</div>" for label, words in shown)
    return f'<div class="both">{boxes}</div>' if boxes else ""


def _pieces(pieces: Sequence[tuple[str, bool]], tag: str) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" if differs else escape(text) for text, differs in pieces)
