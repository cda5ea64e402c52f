"""A comparison as one HTML page without anything from outside, to send or to open in a browser."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from insek_cli.i18n import german
from insek_cli.report.theme import Theme, theme
from insek_cli.review.diff import terms
from insek_cli.review.diff.compare import Comparison, Difference
from insek_cli.review.diff.key_changes import Change
from insek_cli.review.diff.two_columns import Side, side
from insek_cli.review.diff.two_states import Differing, head

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(found: Differing) -> str:
    """The page; what goes is struck through, what comes underlined and bold."""
    title = f"Änderungen im {found.catalog.concept.titel}"
    facts = (
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in head(found).items()
    )
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="de"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}: {escape(' – '.join(found.states))}</title>",
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<style>{_style(theme(found.catalog.concept))}</style></head><body><main>",
            f"<header><h1>{escape(title)}</h1>",
            f"<dl>{''.join(facts)}</dl>",
            "<p>Gestrichenes ist <del>durchgestrichen</del>, Neues",
            "<ins>unterstrichen und fett</ins>.</p></header>",
            *_body(found.comparison),
            "</main></body></html>",
        ]
    )


def _style(colours: Theme) -> str:
    """The style sheet beside this module, with the city's colours as its variables."""
    sheet = files(__package__).joinpath("html_page.css").read_text("utf-8")
    own = f":root {{ --akzent: {colours.akzent}; --text: {colours.text}; --grau: {colours.grau} }}"
    return f"{own}\n{sheet}"


def _body(found: Comparison) -> Iterator[str]:
    for note in found.notes:
        yield f"<p>{escape(note)}</p>"
    if found.empty:
        yield f"<p>{german(terms.NOTHING)}</p>"
    for group, name in terms.GROUPS.items():
        if found.of(group):
            yield f"<h2>{german(name)}</h2>"
        for difference in found.of(group):
            yield from _difference(difference)
    if found.money:
        yield from _money(found)


def _money(found: Comparison) -> Iterator[str]:
    """Amounts before and after, a row each."""
    yield "<h2>Kosten und Mittel</h2>"
    headings = ("Summe", "Art", "bisher", "neu", "Unterschied")
    yield _table_head("betraege", headings)
    for told in found.money:
        for row in terms.amounts(told, german):
            yield _row(headings, [escape(text) for text in row])
    yield "</tbody></table>"


def _difference(difference: Difference) -> Iterator[str]:
    fate = "; ".join(terms.fate(difference, german))
    yield f'<h3>{escape(terms.name(difference, german))}</h3><p class="art">{escape(fate)}</p>'
    # A side that says nothing at all has no column: the other one stays readable.
    sides: dict[str, Side] = {"bisher": "old", "neu": "new"}
    if difference.fate != "changed":
        sides.pop("neu" if difference.fate == "dropped" else "bisher")
    headings = ("Angabe", *sides)
    if not difference.changes:
        return
    yield _table_head(difference.fate, headings)
    for change in difference.changes:
        whole = difference.fate != "changed"
        cells = [_side(change, which, plain=whole) for which in sides.values()]
        yield _row(headings, [escape(change.title), *cells])
    yield "</tbody></table>"


def _table_head(kind: str, headings: tuple[str, ...]) -> str:
    cells = "".join(f'<th scope="col">{name}</th>' for name in headings)
    return f'<table class="{kind}"><thead><tr>{cells}</tr></thead><tbody>'


def _row(headings: tuple[str, ...], cells: list[str]) -> str:
    """A row; each cell knows its heading, which a narrow screen prints above it."""
    first, *rest = cells
    others = "".join(
        f'<td data-spalte="{name}">{cell}</td>'
        for name, cell in zip(headings[1:], rest, strict=True)
    )
    return f'<tr><th scope="row">{first}</th>{others}</tr>'


def _side(change: Change, which: Side, *, plain: bool) -> str:
    tag = {"old": "del", "new": "ins"}[which]
    parts = []
    for piece in side(change, which):
        text = escape(piece.text)
        parts.append(text if plain or piece.kind == "same" else f"<{tag}>{text}</{tag}>")
    return "".join(parts) or terms.NO_VALUE
