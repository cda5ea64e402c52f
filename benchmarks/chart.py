"""The ratios as a bar chart (SVG, text): each bar ends at the ratio, a line marks the goal."""

import re
from collections.abc import Iterable
from html import escape

from benchmarks.rows import Row

LEFT, WIDTH, HEIGHT, GAP = 330, 360, 20, 8
"""Pixels: names, bars, height of a bar and space between two."""


def chart(rows: Iterable[Row]) -> str:
    """Each bar in units of its own goal: a bar is good below the line, or above when *faster*."""
    drawn = [row for row in rows if row.ratio is not None]
    height = (HEIGHT + GAP) * len(drawn) + 40
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 170}" '
            f'height="{height}" font-family="sans-serif" font-size="12" role="img">'
        ),
        "<title>Ratios of insek to its peers, each in units of its goal</title>",
        f'<text x="{LEFT + WIDTH / 2}" y="14" text-anchor="middle">goal</text>',
    ]
    for place, row in enumerate(drawn):
        parts += _bar(row, 24 + place * (HEIGHT + GAP))
    middle = LEFT + WIDTH / 2
    parts.append(f'<path d="M{middle} 20V{height - 10}" stroke="#1a1a1a" stroke-width="1.5"/>')
    return "\n".join([*parts, "</svg>", ""])


def _bar(row: Row, top: int) -> list[str]:
    share = min((row.ratio or 0) / _goal(row), 2)
    colour = "#2f6b4f" if row.reached else "#9b2f2f"
    word = "reached" if row.reached else "not reached"
    return [
        (
            f'<text x="{LEFT - 8}" y="{top + 14}" text-anchor="end">'
            f"{escape(f'{row.what} : {row.against}')}</text>"
        ),
        (
            f'<rect x="{LEFT}" y="{top}" width="{WIDTH / 2 * share:.0f}" height="{HEIGHT}" '
            f'fill="{colour}"/>'
        ),
        (
            f'<text x="{LEFT + WIDTH + 8}" y="{top + 14}">{row.ratio:.2f} ({escape(row.goal)}), '
            f"{word}</text>"
        ),
    ]


def _goal(row: Row) -> float:
    found = re.search(r"[\d.]+", row.goal)
    if "GB" in row.goal or found is None:
        return 1.0
    return float(found.group())
