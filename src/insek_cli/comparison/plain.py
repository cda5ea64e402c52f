"""A comparison as text, Markdown and JSON. Documents of the project are German, and so is this."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from insek_cli.comparison.compare import Change, Comparison, Difference, Group
from insek_cli.comparison.words import compare as words
from insek_cli.markdown import escape
from insek_cli.report.text import euro
from insek_cli.reporters.safe import safe

LIMIT = 65_000
"""A comment on GitHub holds 65,536 characters."""
GROUPS: dict[Group, str] = {
    "concept": "Konzept",
    "field": "Handlungsfelder",
    "measure": "Maßnahmen",
    "register": "Verzeichnisse",
    "workshop": "Beteiligung",
}
FATES = {"added": "neu", "dropped": "entfernt", "changed": "geändert"}
SIGNS = {"added": "+", "dropped": "−", "changed": "~"}


def text(found: Comparison) -> str:
    """For the terminal: one block a record, old and new below each key."""
    if found.empty:
        return "Keine inhaltlichen Änderungen."
    lines = [f"Hinweis: {note}" for note in found.notes]
    for group, name in GROUPS.items():
        differences = found.of(group)
        if differences:
            lines += ["", f"{name}: {_counts(differences)}"]
        for difference in differences:
            lines += _block(difference)
    return "\n".join([*lines, *_money(found), *_votes(found)]).lstrip("\n")


def _block(difference: Difference) -> Iterator[str]:
    head = " ".join(filter(None, (difference.id, safe(difference.title))))
    yield f"{SIGNS[difference.fate]} {head} ({FATES[difference.fate]})"
    yield from (f"    {move}" for move in difference.moves)
    if difference.fate != "dropped":
        for change in difference.changes:
            yield f"    {change.title}: {inline(change)}"


def inline(change: Change) -> str:
    """Old and new in one line: short values with an arrow, texts word by word."""
    if not change.old or not change.new:
        return safe(_one_line(change.new), 600) or f"entfernt: {safe(_one_line(change.old), 600)}"
    if max(len(change.old), len(change.new)) < 60 and "\n" not in change.old + change.new:
        return safe(f"{change.old} → {change.new}")
    marks = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    pieces = words(_one_line(change.old), _one_line(change.new))
    return safe("".join(marks[p.kind].format(_around(p.text, p.kind)) for p in pieces), 1200)


def _around(part: str, kind: str) -> str:
    """Long unchanged stretches are left out in the middle."""
    return part if kind != "same" or len(part) < 120 else f"{part[:50]} … {part[-50:]}"


def _one_line(part: str) -> str:
    return " ".join(part.split())


def _counts(differences: tuple[Difference, ...]) -> str:
    numbers = {fate: sum(d.fate == fate for d in differences) for fate in FATES}
    return ", ".join(f"{n} {FATES[fate]}" for fate, n in numbers.items() if n)


def _money(found: Comparison) -> Iterator[str]:
    for money in found.money:
        yield f"{money.field}: " + "; ".join(amounts(money.cost, money.funding))


def amounts(cost: tuple[int, int], funding: tuple[int, int]) -> Iterator[str]:
    """Cost and funding before and after, with the difference in Euro."""
    for name, (old, new) in (("Kosten", cost), ("Förderung", funding)):
        if old != new:
            sign = "+" if new > old else "−"
            yield f"{name} {euro(old)} → {euro(new)} ({sign}{euro(abs(new - old))})"


def _votes(found: Comparison) -> Iterator[str]:
    for slug, old, new in found.votes:
        yield f"Stimmen {slug}: {old} → {new} Zeilen"


def markdown(found: Comparison) -> str:
    """A comment for a pull request: the table first, cut at a whole record with a count."""
    head = ["## Was sich am INSEK ändert", ""]
    head += [f"> {escape(note)}\n" for note in found.notes]
    if found.empty:
        return "\n".join([*head, "Keine inhaltlichen Änderungen.", ""])
    head += ["| | neu | geändert | entfernt |", "| --- | --- | --- | --- |"]
    for group, name in GROUPS.items():
        row = [len(found.of(group, fate)) for fate in ("added", "changed", "dropped")]
        if any(row):
            head.append(f"| {name} | {row[0]} | {row[1]} | {row[2]} |")
    head += ["", *(f"- {escape(line)}" for line in (*_money(found), *_votes(found))), ""]
    return _cut("\n".join(head), [_section(difference) for difference in found.differences])


def _section(difference: Difference) -> str:
    name = escape(" ".join(filter(None, (difference.id, difference.title))))
    lines = [f"### {SIGNS[difference.fate]} {name}", ""]
    lines += [f"*{escape(move)}*" for move in (FATES[difference.fate], *difference.moves)]
    lines = [lines[0], "", " · ".join(lines[2:]), ""]
    if difference.fate == "changed":
        lines += ["| Schlüssel | vorher | jetzt |", "| --- | --- | --- |"]
        for change in difference.changes:
            lines.append(
                f"| {escape(change.title)} | {_side(change, 'old')} | {_side(change, 'new')} |"
            )
    return "\n".join([*lines, ""])


def _side(change: Change, side: str) -> str:
    mark = {"old": "~~{}~~", "new": "**{}**"}[side]
    parts = []
    for piece in words(_one_line(change.old), _one_line(change.new)):
        if piece.kind == "same":
            parts.append(escape(_around(piece.text, "same")))
        elif piece.kind == side and piece.text.strip():
            parts.append(" " * piece.text.startswith(" ") + mark.format(escape(piece.text.strip())))
            parts.append(" " * piece.text.endswith(" "))
    return "".join(parts).strip() or "–"


def _cut(head: str, sections: list[str]) -> str:
    whole = head
    for place, section in enumerate(sections):
        if len(whole) + len(section) > LIMIT:
            left = len(sections) - place
            return f"{whole}\n… und {left} weitere Einträge: `insek diff` zeigt alle.\n"
        whole += "\n" + section
    return whole


def as_json(found: Comparison) -> str:
    """The comparison as an object with the keys of the model."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2)
