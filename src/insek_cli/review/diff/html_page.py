"""A comparison as one HTML page without anything from outside, to send or to open in a browser."""

from collections.abc import Iterator
from html import escape

from insek_cli.i18n import german
from insek_cli.review.diff import terms
from insek_cli.review.diff.compare import Comparison, Difference
from insek_cli.review.diff.key_changes import Change
from insek_cli.review.diff.two_columns import Side, side

_STYLE = """
body { font: 16px/1.5 "Source Sans 3", Calibri, sans-serif; color: #1d2429; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .5rem 0 2rem }
th { background: #22303a; color: #fff; text-align: left }
th, td { padding: .4rem .6rem; vertical-align: top; border-bottom: 1px solid #c3c9cd; white-space: pre-line }
th:first-child { width: 14rem } td:first-child { color: #59636b }
del { color: #9a3324 } ins { color: #2f6b2f; font-weight: bold }
.art { color: #59636b }
"""  # noqa: E501 - one rule a line reads best
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(found: Comparison, title: str, states: tuple[str, str]) -> str:
    """The page; what goes is struck through, what comes underlined and bold."""
    name = escape(f"{title}: {states[0]} – {states[1]}")
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="de"><head><meta charset="utf-8"><title>{name}</title>',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<style>{_STYLE}</style></head><body><main>",
            f"<h1>{name}</h1>",
            *(f"<p>{escape(note)}</p>" for note in found.notes),
            *_body(found),
            "</main></body></html>",
        ]
    )


def _body(found: Comparison) -> Iterator[str]:
    if found.empty:
        yield f"<p>{german(terms.NOTHING)}</p>"
    for group, name in terms.GROUPS.items():
        if found.of(group):
            yield f"<h2>{german(name)}</h2>"
        for difference in found.of(group):
            yield from _difference(difference)
    for money in found.money:
        yield f"<p>{terms.money(money, german)}</p>"


def _difference(difference: Difference) -> Iterator[str]:
    fate = "; ".join(terms.fate(difference, german))
    yield f'<h3>{escape(terms.name(difference, german))}</h3><p class="art">{escape(fate)}</p>'
    yield "<table><thead><tr><th>Angabe</th><th>bisher</th><th>neu</th></tr></thead><tbody>"
    for change in difference.changes:
        sides = f"<td>{_side(change, 'old')}</td><td>{_side(change, 'new')}</td>"
        yield f"<tr><td>{escape(change.title)}</td>{sides}</tr>"
    yield "</tbody></table>"


def _side(change: Change, which: Side) -> str:
    tag = {"old": "del", "new": "ins"}[which]
    parts = []
    for piece in side(change, which):
        text = escape(piece.text)
        parts.append(text if piece.kind == "same" else f"<{tag}>{text}</{tag}>")
    return "".join(parts) or "–"
