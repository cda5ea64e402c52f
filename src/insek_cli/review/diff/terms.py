"""The words of a comparison itself: in the language of messages on the terminal and in comments,
in German in documents. What the data says is told in its own words.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from insek_cli.finance.amount import Amount
from insek_cli.finance.kofi import CENTS
from insek_cli.i18n import N_
from insek_cli.review.diff.compare import Difference, Fate, Group
from insek_cli.review.diff.money_totals import Money, What
from insek_cli.review.diff.moves import Say
from insek_cli.wording.notation import NBSP, day
from insek_cli.wording.numbering import field_number
from insek_cli.wording.sums import cents, price_bases, sum_words

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
_ALL, _YEAR, _NO_YEAR = N_("All measures"), N_("Year {year}"), N_("Without a year")
WHAT: dict[What, str] = {
    "einmalig": N_("One-off costs"),
    "jaehrlich": N_("Yearly costs"),
    "ohne": N_("Costs, not said whether one-off or yearly"),
    "mittel": N_("Means"),
}


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
    """The sums of a field, year or source before and after, in one line."""
    rows = (f"{what} {old} → {new} ({more})" for _of, what, old, new, more in amounts(found, say))
    return f"{_scope(found, say)}: {'; '.join(rows)}"


def amounts(found: Money, say: Say) -> Iterator[tuple[str, str, str, str, str]]:
    """Whose sum it is, of what, the Euro before and after, and the difference; a row each."""
    for each in found.sums:
        told = (_sum(each.old), _sum(each.new), _difference(each.old, each.new))
        yield _scope(found, say), say(WHAT[each.what]), *told


def _scope(found: Money, say: Say) -> str:
    match found.by:
        case "field":
            return field_name(found.id, say)
        case "year":
            return say(_YEAR).format(year=found.id) if found.id else say(_NO_YEAR)
        case "programme":
            return found.id
    return say(_ALL)


def _sum(amount: Amount) -> str:
    bases = price_bases(amount.preisstaende)
    words = sum_words(amount, CENTS)
    return NO_VALUE if amount.leer else f"{words} ({bases})" if bases else words


def _difference(old: Amount, new: Amount) -> str:
    """+500 €; +500 bis +800 €, where a range has grown; and what is open where that differs."""
    ends = tuple(dict.fromkeys((new.von - old.von, new.bis - old.bis)))
    exact = any(end % CENTS for end in ends)
    signed = (f"{'+' * (end > 0)}{cents(end, exact=exact)}" for end in ends)
    told = f"{' bis '.join(signed)}{NBSP}€"
    return told if old.offen == new.offen else f"{told}, offen {old.offen} → {new.offen}"
