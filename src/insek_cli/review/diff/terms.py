"""The words of a comparison itself: in the language of messages on the terminal and in comments,
in German in documents. What the data says is told in its own words.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from insek_cli.i18n import N_
from insek_cli.review.diff.compare import Difference, Fate, Group, Money
from insek_cli.review.diff.moves import Say
from insek_cli.wording.notation import day, euro
from insek_cli.wording.numbering import field_number

GROUPS: dict[Group, str] = {
    "concept": N_("Concept"),
    "field": N_("Fields of action"),
    "measure": N_("Measures"),
    "chapter": N_("Chapters"),
    "register": N_("Registers"),
    "workshop": N_("Participation"),
    "monitoring": N_("Monitoring"),
}
FATES: dict[Fate, str] = {"added": N_("new"), "dropped": N_("removed"), "changed": N_("changed")}
NOTHING = N_("Nothing has changed in content.")
NO_VALUE = "–"
"""Stands where one side says nothing."""
_REPORT = N_("Report of {day}")
_FIELD = N_("Field of action {number}")


def name(difference: Difference, say: Say) -> str:
    """What a record is called; slugs are for computers."""
    title, id_ = difference.title, difference.id
    match difference.group:
        case "workshop" if ": " in id_:
            return say(N_("Remark “{text}”")).format(text=title)
        case "chapter" | "register" | "workshop":
            return title or id_
        case "monitoring":
            known = day(date.fromisoformat(id_.partition(": ")[0]))
            return f"{title} ({known})" if ": " in id_ else say(_REPORT).format(day=known)
        case "field":
            return f"{field_name(id_, say)}: {title}" if title else field_name(id_, say)
        case "concept":
            return title or say(N_("The concept as a whole"))
    return f"{id_} {title}".strip()


def field_name(identifier: str, say: Say) -> str:
    """HF2 → Handlungsfeld 2."""
    return say(_FIELD).format(number=field_number(identifier))


def fate(difference: Difference, say: Say) -> tuple[str, ...]:
    """What became of a record, and the moves a reviewer looks for first."""
    return (say(FATES[difference.fate]), *moves(difference, say))


def moves(difference: Difference, say: Say) -> tuple[str, ...]:
    """The moves of a record, a phrase each."""
    return tuple(each.told(say) for each in difference.moves)


def counts(differences: Iterable[Difference], say: Say) -> str:
    """How many records became what: 1 new, 3 changed."""
    fates = [difference.fate for difference in differences]
    found = ((fates.count(fate), say(word)) for fate, word in FATES.items())
    return ", ".join(f"{number} {word}" for number, word in found if number)


def money(found: Money, say: Say) -> str:
    """Cost and funding of a field before and after, with the difference in Euro."""
    rows = (
        f"{label} {old} → {new} ({difference})"
        for _field, label, old, new, difference in amounts(found, say)
    )
    return f"{field_name(found.field, say)}: {'; '.join(rows)}"


def amounts(found: Money, say: Say) -> Iterator[tuple[str, str, str, str, str]]:
    """Field, what is paid or granted, the Euro before and after, and the difference; a row each."""
    for label, (old, new) in ((N_("Cost"), found.cost), (N_("Funding"), found.funding)):
        if old != new:
            sign = "+" if new > old else "−"
            difference = f"{sign}{euro(abs(new - old))}"
            yield field_name(found.field, say), say(label), euro(old), euro(new), difference
