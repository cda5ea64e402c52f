"""What became of one key: of a value as a whole, of a text, or of each entry of a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from insek_cli.review.diff.list_matching import matched
from insek_cli.wording.values import SEPARATOR, Fact, ListEntry

EntryFate = Literal["same", "changed", "added", "dropped"]


@dataclass(frozen=True)
class Entry:
    """An entry of a list on both sides; `places` count from 1, None where it does not stand.

    `moved` is set where it stands elsewhere among those that stayed. `parts` are the keys of a
    record that has changed, the unchanged ones too; the first may have no title. What is `phrased`
    reads better as a text in which words have changed.
    """

    fate: EntryFate
    old: str
    new: str
    places: tuple[int | None, int | None]
    moved: bool = False
    parts: tuple["Change", ...] = ()
    phrased: bool = False


@dataclass(frozen=True)
class Change:
    """One key whose value differs; `old` or `new` is empty where nothing was or is known.

    What is `whole` is never compared word by word. A list has `entries`, in the order of the new
    one; in `old` and `new` each has a line.
    """

    key: str
    title: str
    old: str
    new: str
    whole: bool = False
    entries: tuple[Entry, ...] = ()


def change(old: Fact | None, new: Fact | None) -> Change:
    """What became of a key; None where the record itself was not there."""
    fact = new or old
    if fact is None:
        raise ValueError("a key has a value on one side at least")
    items = tuple(side.items if side else () for side in (old, new))
    return Change(
        fact.key,
        fact.title,
        old.text if old else "",
        new.text if new else "",
        fact.whole,
        tuple(_entries(*items)),
    )


def _entries(old: tuple[ListEntry, ...], new: tuple[ListEntry, ...]) -> Iterator[Entry]:
    for a, b, moved in matched(old, new):
        before = old[a] if a is not None else None
        after = new[b] if b is not None else None
        places = (None if a is None else a + 1, None if b is None else b + 1)
        yield _entry(before, after, places, moved=moved)


def _entry(
    old: ListEntry | None,
    new: ListEntry | None,
    places: tuple[int | None, int | None],
    *,
    moved: bool,
) -> Entry:
    texts = (old.text if old else "", new.text if new else "")
    if old is None or new is None:
        return Entry("added" if old is None else "dropped", *texts, places)
    if (old.text, old.facts) == (new.text, new.facts):
        return Entry("same", *texts, places, moved)
    return Entry("changed", *texts, places, moved, tuple(_parts(old, new)), new.phrased)


def _parts(old: ListEntry, new: ListEntry) -> Iterator[Change]:
    was, now = ({fact.key: fact for fact in item.facts} for item in (old, new))
    for key in dict.fromkeys((*now, *was)):
        sides = [facts[key] for facts in (was, now) if key in facts]
        if not all(fact.usual for fact in sides):
            yield _in_a_line(change(was.get(key), now.get(key)))


def _in_a_line(found: Change) -> Change:
    """Lists inside an entry stand in one line, as the entry does."""
    old, new = (side.replace("\n", SEPARATOR) for side in (found.old, found.new))
    return Change(found.key, found.title, old, new, found.whole, found.entries)
