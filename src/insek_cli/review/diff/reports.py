"""A comparison as text, Markdown and JSON, in the language of messages.

Keys and values have the words of the data, which is German.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict

from insek_cli.finance.amount import Amount
from insek_cli.finance.kofi import CENTS
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, ngettext
from insek_cli.markdown import escape
from insek_cli.review.diff import terms
from insek_cli.review.diff.compare import Comparison, Difference
from insek_cli.review.diff.key_changes import Change, Entry
from insek_cli.review.diff.money_totals import Money
from insek_cli.review.diff.two_columns import MOVED, Side, side
from insek_cli.review.diff.word_diff import compare_words as words
from insek_cli.wording.values import SEPARATOR

SHOWN = 40
"""Entries of one list that the terminal shows."""
_SPACE = re.compile(r"\s+")
COMPARED = 8000
"""Characters of a text that are compared word by word."""
LIMIT = 65_000
"""A comment on GitHub holds 65,536 characters."""
SIGNS = {"added": "+", "dropped": "−", "changed": "~"}


Paint = Callable[[str, str], str]
"""Colours a part of the text by its kind: added, dropped, changed, old, new or head."""


def no_paint(_kind: str, part: str) -> str:
    """For files and pipes."""
    return part


def text(found: Comparison, paint: Paint = no_paint) -> str:
    """For the terminal: one block a record, old and new below each key."""
    label = _("Hint")
    lines = [f"{label}: {note}" for note in found.notes]
    if found.empty:
        return "\n".join([*lines, _(terms.NOTHING)])
    for group, name in terms.GROUPS.items():
        differences = found.of(group)
        if differences:
            lines += ["", paint("head", f"{_(name)}: {terms.counts(differences, _)}")]
        for difference in differences:
            lines += _block(difference, paint)
    return "\n".join([*lines, *_money(found), *_votes(found)]).lstrip("\n")


def _block(difference: Difference, paint: Paint) -> Iterator[str]:
    head = f"{SIGNS[difference.fate]} {safe(terms.name(difference, _))}"
    yield f"{paint(difference.fate, head)} ({_(terms.FATES[difference.fate])})"
    yield from (f"    {safe(move)}" for move in terms.moves(difference, _))
    if difference.fate != "dropped":
        for change in difference.untold:
            yield from _key(change, paint)


def _key(change: Change, paint: Paint) -> Iterator[str]:
    """A line for a value; of a list that stays a line for each entry that does not."""
    if not (change.entries and change.old and change.new):
        yield f"    {safe(change.title)}: {inline(change, paint)}"
        return
    yield f"    {safe(change.title)}:"
    told = [entry for entry in change.entries if entry.fate != "same" or entry.moved]
    for entry in told[:SHOWN]:
        yield f"      {_entry(entry, paint)}"
    if len(told) > SHOWN:
        more = _("and {n} more").format(n=len(told) - SHOWN)
        yield f"      … {more}"


def _entry(entry: Entry, paint: Paint) -> str:
    if entry.fate in ("added", "dropped"):
        text = safe(" ".join((entry.new or entry.old).split()), 600)
        return paint("new" if entry.new else "old", f"{SIGNS[entry.fate]} {text}")
    moved = _(MOVED) if entry.moved else ""
    if entry.fate == "same":
        return f"{SIGNS['changed']} {safe(' '.join(entry.new.split()), 600)}{moved}"
    if not entry.parts:
        whole = Change("", "", entry.old, entry.new)
        return f"{SIGNS['changed']} {inline(whole, paint)}{moved}"
    # What leads names the entry, also where it has not changed.
    parts = (_part(part, paint) for part in entry.parts if not part.title or part.old != part.new)
    return f"{SIGNS['changed']} {', '.join(parts)}{moved}"


def _part(part: Change, paint: Paint) -> str:
    label = f"{part.title}: " if part.title else ""
    if part.old and part.new and part.old != part.new:
        return f"{safe(label)}{inline(part, paint)}"
    sides = [safe(side, 600) or terms.NO_VALUE for side in one_line(part)]
    shown = sides[:1] if part.old == part.new else [paint("old", sides[0]), paint("new", sides[1])]
    return safe(label) + " → ".join(shown)


def inline(change: Change, paint: Paint = no_paint) -> str:
    """Old and new in one line: short and whole values with an arrow, texts word by word."""
    whole = one_line(change)
    old, new = (safe(side, COMPARED) for side in whole)
    if not new:
        gone = _("removed")
        return f"{gone}: {paint('old', safe(old, 600))}"
    if not old:
        return paint("new", safe(new, 600))
    if change.whole or (max(len(old), len(new)) < 60 and "\n" not in change.old + change.new):
        return f"{paint('old', old)} → {paint('new', new)}"
    marks = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    shown, length = "", 0
    pieces = list(words(old, new))
    cut = max(map(len, whole)) > COMPARED
    while cut and pieces and not (pieces[-1].kind == "same" and len(pieces[-1].text) > 40):
        pieces.pop()  # where both sides were cut off, not what somebody wrote
    for piece in pieces:
        part = marks[piece.kind].format(_around(piece.text, piece.kind))
        length += len(part)
        if length > 1200:
            return f"{shown} …"
        shown += paint(piece.kind, part)
    return f"{shown} …" if cut else shown


def _around(part: str, kind: str) -> str:
    """Long unchanged stretches are left out in the middle, at the ends of words."""
    if kind != "same" or len(part) < 140:
        return part
    return f"{part[:60].rpartition(' ')[0]} … {part[-60:].partition(' ')[2]}"


def one_line(change: Change) -> tuple[str, str]:
    """Both sides without line breaks; the entries of a list are parted by semicolons."""
    separator = SEPARATOR if change.entries else "\n"
    old, new = (side.replace("\n", separator) for side in (change.old, change.new))
    return " ".join(old.split()), " ".join(new.split())


def _money(found: Comparison) -> Iterator[str]:
    if found.money:
        yield ""
    for money in found.money:
        yield terms.money(money, _)


def _votes(found: Comparison) -> Iterator[str]:
    for slug, old, new in found.votes:
        text = ngettext("Votes {slug}: {old} → {new} row", "Votes {slug}: {old} → {new} rows", new)
        yield text.format(slug=slug, old=old, new=new)


def markdown(found: Comparison) -> str:
    """A comment for a pull request: the table first, cut at a whole record with a count."""
    head = ["## " + _("What changes in the INSEK"), ""]
    head += [f"> {escape(note)}\n" for note in found.notes]
    if found.empty:
        return "\n".join([*head, _(terms.NOTHING), ""])
    head += [_row("", _("new"), _("changed"), _("removed")), "| --- | --- | --- | --- |"]
    for group, name in terms.GROUPS.items():
        row = [len(found.of(group, fate)) for fate in ("added", "changed", "dropped")]
        if any(row):
            head.append(f"| {_(name)} | {row[0]} | {row[1]} | {row[2]} |")
    head += ["", *(f"- {escape(line)}" for line in (*_money(found), *_votes(found)) if line), ""]
    return _cut("\n".join(head), [_section(difference) for difference in found.differences])


def _row(*cells: str) -> str:
    return " ".join(["|", *(f"{cell} |".lstrip() for cell in cells)])


def _section(difference: Difference) -> str:
    name = escape(terms.name(difference, _))
    lines = [f"### {SIGNS[difference.fate]} {name}", ""]
    lines += [f"*{escape(move)}*" for move in terms.fate(difference, _)]
    lines = [lines[0], "", " · ".join(lines[2:]), ""]
    if difference.fate == "changed":
        lines += [_row(_("Key"), _("before"), _("now")), "| --- | --- | --- |"]
        for change in difference.changes:
            lines.append(
                f"| {escape(change.title)} | {_side(change, 'old')} | {_side(change, 'new')} |"
            )
    elif difference.fate == "added" and difference.changes:
        lines += [_row(_("Key"), _("now")), "| --- | --- |"]
        for change in difference.changes:
            lines.append(f"| {escape(change.title)} | {escape(one_line(change)[1])} |")
    return "\n".join([*lines, ""])


def _side(change: Change, which: Side) -> str:
    mark = {"old": "~~{}~~", "new": "**{}**"}[which]
    parts = []
    for piece in side(change, which, SEPARATOR, brief=True):
        text = _SPACE.sub(" ", piece.text)
        if piece.kind == "same":
            parts.append(escape(_around(text, "same")))
        elif text.strip():
            parts.append(" " * text.startswith(" ") + mark.format(escape(text.strip())))
            parts.append(" " * text.endswith(" "))
    return "".join(parts).strip() or terms.NO_VALUE


def _cut(head: str, sections: list[str]) -> str:
    whole = head
    for place, section in enumerate(sections):
        if len(whole) + len(section) > LIMIT:
            left = len(sections) - place
            text = ngettext(
                "… and {n} more entry: `insek diff` shows all.",
                "… and {n} more entries: `insek diff` shows all.",
                left,
            )
            return f"{whole}\n{text.format(n=left)}\n"
        whole += "\n" + section
    return whole


def _plain(found: Money) -> dict[str, object]:
    """Sums in Euro, with cents where there are some."""
    sums = {each.what: {"old": _ends(each.old), "new": _ends(each.new)} for each in found.sums}
    return {"by": found.by, "id": found.id, "sums": sums}


def _ends(amount: Amount) -> dict[str, float]:
    ends = {"von": amount.von, "bis": amount.bis}
    euros = {key: end / CENTS if end % CENTS else end // CENTS for key, end in ends.items()}
    return {**euros, "ab": amount.ab, "offen": amount.offen}


def as_json(found: Comparison) -> str:
    """The comparison as an object with the keys of the model; moves are told in words."""
    content = asdict(found)
    for plain, difference in zip(content["differences"], found.differences, strict=True):
        plain["moves"] = terms.moves(difference, _)
    content["money"] = [_plain(each) for each in found.money]
    return json.dumps(content, ensure_ascii=False, indent=2)
