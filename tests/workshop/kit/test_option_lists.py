"""Numbers and wordings are frozen as printed; what has votes is not replaced unasked."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from insek_cli.models.ballots import Option
from insek_cli.review.format import format_bytes
from workshop.kit.kit_files import SLUG, folder, frozen

pty = pytest.importorskip("pty", reason="a terminal to ask on")

BALLOT = (
    "quelle;kanal;frage;gruppe;runde;stimmzettel;art;rang;massnahme;gewicht\n"
    "punkte.csv;punkte;hf1;;1;;summe;;M-001;4\n"
)


@pytest.fixture
def voted(stadt: Path, kit: Callable, measure: Callable) -> Path:
    """The small city after the workshop: frozen, with votes, and then one measure more."""
    assert kit(stadt, SLUG).returncode == 0
    (frozen(stadt).parent / "ballots.csv").write_text(BALLOT, encoding="utf-8")
    measure("M-002", "Zuerst", "reihenfolge: 1")
    return stadt


def test_every_option_of_every_question(printed: Path) -> None:
    text = frozen(printed).read_text(encoding="utf-8")
    assert text.count("frage: hf1\n") == 4
    assert text.count("frage: hf2\n") == 4
    assert '- nummer: "2.1"\n  id: M-005\n  wortlaut: Kaufhaus am Markt\n  frage: hf2\n' in text


def test_the_file_is_canonical(printed: Path) -> None:
    raw = frozen(printed).read_bytes()
    assert format_bytes(raw, PurePosixPath("optionen.yaml"), Option).content == raw
    assert b"\r" not in raw


def test_printing_again_changes_nothing(stadt: Path, kit: Callable) -> None:
    assert kit(stadt, SLUG).returncode == 0
    path = frozen(stadt)
    path.write_text("# von Hand\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = path.read_bytes()
    done = kit(stadt, SLUG)
    assert done.returncode == 0
    assert path.read_bytes() == before
    assert "frozen" not in done.stdout


def test_without_votes_it_is_frozen_anew(stadt: Path, kit: Callable, measure: Callable) -> None:
    assert kit(stadt, SLUG).returncode == 0
    measure("M-002", "Zuerst", "reihenfolge: 1")
    assert kit(stadt, SLUG).returncode == 0
    assert '"1.2"\n  id: M-001' in frozen(stadt).read_text(encoding="utf-8")


def test_with_votes_nothing_is_written(voted: Path, kit: Callable) -> None:
    before = frozen(voted).read_bytes()
    card = (folder(voted) / "karten.pdf").read_bytes()
    done = kit(voted, SLUG)
    assert done.returncode == 1
    assert "has votes" in done.stderr
    assert "--yes" in done.stderr
    assert frozen(voted).read_bytes() == before
    assert (folder(voted) / "karten.pdf").read_bytes() == card


def test_yes_freezes_anew(voted: Path, kit: Callable) -> None:
    assert kit(voted, SLUG, "--yes").returncode == 0
    assert '"1.2"\n  id: M-001' in frozen(voted).read_text(encoding="utf-8")


@pytest.mark.parametrize(("answer", "code"), [("j\n", 0), ("n\n", 1), ("\n", 1)])
def test_on_a_terminal_it_asks(answer: str, code: int, voted: Path) -> None:
    before = frozen(voted).read_bytes()
    ours, theirs = pty.openpty()
    try:
        os.write(ours, answer.encode())
        done = subprocess.run(
            [sys.executable, "-m", "insek_cli", "workshop", "kit", SLUG],
            cwd=voted,
            env={**os.environ, "INSEK_LANG": "de", "CI": "1"},
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=theirs,
            check=False,
        )
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == code
    assert (frozen(voted).read_bytes() != before) == (code == 0)


def test_windows_line_ends_stay(stadt: Path, kit: Callable, measure: Callable) -> None:
    assert kit(stadt, SLUG).returncode == 0
    path = frozen(stadt)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    measure("M-002", "Zuerst", "reihenfolge: 1")
    assert kit(stadt, SLUG).returncode == 0
    raw = path.read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    assert b"Zuerst" in raw
