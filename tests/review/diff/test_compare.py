"""Comparing grows with what is compared, not with its square."""

import cProfile
import pstats
from collections.abc import Callable
from pathlib import Path

import pytest

from insek_cli.review.diff.compare import compare
from insek_cli.review.diff.list_matching import matched
from insek_cli.review.diff.word_diff import compare_words as words
from insek_cli.source import assemble
from insek_cli.source.project import load_snapshot
from insek_cli.wording.values import ListEntry
from quickly import within

CONCEPT = b"titel: INSEK\nstadt: Musterstadt\nstand: 2026-01-31\n"


def workshops(count: int, word: str) -> dict[str, bytes]:
    text = "titel: Werkstatt {}\nort: {}\n"
    return {
        f"data/workshops/tag-{n}/workshop.yaml": text.format(n, word).encode() for n in range(count)
    }


def measures(count: int, word: str) -> dict[str, bytes]:
    text = "id: M-{:03}\ntitel: Vorhaben {}\nhandlungsfeld: HF1\nbeschreibung: Mehr {}.\n"
    return {
        f"data/measures/M-{n:03}.yaml": text.format(n, n, word).encode() for n in range(1, count)
    }


def calls(files: Callable[[int, str], dict[str, bytes]], count: int) -> int:
    """Calls that reading and comparing two states takes: the same on every machine."""
    profile = cProfile.Profile()
    profile.enable()
    states = []
    for word in ("Grün", "Blau"):
        blobs = {"data/concept.yaml": CONCEPT, **files(count, word)}
        states.append(assemble(load_snapshot(Path("stadt"), blobs)))
    found = compare(*states)
    profile.disable()
    assert len(found.differences) >= count - 1
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("files", [workshops, measures])
def test_twice_as_many_records_take_twice_as_long(files: Callable) -> None:
    calls(files, 20)  # what is read once
    assert calls(files, 600) < 2.4 * calls(files, 300)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("und " * 60_000, "und " * 59_000 + "oder "),
        ("a. " * 60_000, "a. " * 59_000 + "b. "),
        (("und " * 700 + ". ") * 90, ("und " * 600 + "oder . ") * 90),
        ("\n".join(f"Satz {n} bleibt." for n in range(15_000)),
         "\n".join(f"Satz {n} {'geht' if n % 7 else 'bleibt'}." for n in range(15_000))),
    ],
    ids=["words", "sentences", "blocks", "prose"],
)  # fmt: skip
def test_the_longest_texts_are_compared_soon(old: str, new: str) -> None:
    with within(yardsticks=300):
        pieces = words(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "old") == new


def test_long_texts_are_still_told_by_their_changed_sentences() -> None:
    old = " ".join(
        f"Im Jahr {n} werden {n % 90} Bäume und Sträucher gepflanzt." for n in range(3000)
    )
    pieces = words(old, old.replace("Im Jahr 1500 werden", "Im Jahr 1500 würden"))
    assert [(p.kind, p.text) for p in pieces if p.kind != "same"] == [
        ("old", "werden"),
        ("new", "würden"),
    ]


@pytest.mark.parametrize("name", ["Eintrag", "gleich"])
def test_long_lists_are_matched_soon(name: str) -> None:
    old = [ListEntry(f"{n}", f"{name} {n if name == 'Eintrag' else ''}") for n in range(8000)]
    with within(yardsticks=100):
        found = matched(old, [*old[4000:], ListEntry("neu", "Neues"), *old[:4000]])
    assert sum(moved for _a, _b, moved in found) <= 4000
