"""Single keys written anew: over all YAML that is accepted, and as people keep their files."""

import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from insek_cli.exchange.yaml_edits import with_values
from insek_cli.exchange.yaml_places import read_layout
from insek_cli.findings import InsekError
from insek_cli.models.measure import Measure
from insek_cli.source.nodes import python
from review.format.yaml_texts import KEYS, texts, written_documents

FILE = PurePosixPath("data/measures/M-001.yaml")
FILLED = st.one_of(
    texts.filter(bool),
    st.integers(-5, 2040),
    st.lists(texts.filter(bool), min_size=1, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(KEYS), texts.filter(bool), min_size=1), min_size=1),
)


@given(written_documents(), st.sampled_from(KEYS), st.one_of(st.none(), FILLED))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_one_key_changes_and_no_other_line(
    written: tuple[str, list[str]], key: str, value: Any
) -> None:
    text, comments = written
    before = read_layout(text.encode(), FILE)
    assume(before is not None)
    assert before
    try:
        content = with_values(text.encode(), FILE, Measure, {(key,): value})
    except InsekError:
        return
    after = read_layout(content, FILE)
    assert after
    wanted = dict(python(before.node))
    wanted.pop(key, None)
    found = dict(python(after.node))
    if value is not None:
        assert _lists(found.pop(key)) == value
    assert found == wanted
    for comment in comments:
        assert len(re.findall(rf"{re.escape(comment)}$", content.decode(), re.MULTILINE)) == 1
    own = {line for item in before.root.items if item.key and item.key.text == key
           for line in range(item.start[0], len(before.lines) + 1)}  # fmt: skip
    first = min(own, default=len(before.lines))
    assert content.decode().split("\n")[: first - 1] == before.lines[: first - 1] or not own


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _lists(inner) for name, inner in value.items()}
    return [_lists(inner) for inner in value] if isinstance(value, tuple | list) else value


TEXT = """\
# oben
id: M-001
titel:   'Ein Titel'   # vorläufig
handlungsfeld: HF1
beschreibung: |
    Ein Satz.
    Noch einer.

    Ein Absatz.
akteure: # wer
    federfuehrung: ref-61
    # noch zu klären
    beteiligte:
    - wfk   # zugesagt
    - stadtwerke
kosten:
  positionen:
  - art: Personal # E13
    von: 100
    # fraglich
    bis: 200
  - von: 5
    art: Sachmittel
  preisstand: 2025
## Nachhaltigkeit: Ideen
# nachhaltigkeit:
#   -
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("titel", "Neu: ja", "'Ein Titel'", '"Neu: ja"'),
        ("beschreibung", "Ein Satz.\nNoch zwei.\n\nEin Absatz.\n", "Noch einer", "Noch zwei"),
        ("akteure.federfuehrung", "ref-20", "ref-61", "ref-20"),
        ("akteure.beteiligte", ["wfk", "ref-20", "stadtwerke"], "sagt\n", "sagt\n    - ref-20\n"),
        ("akteure.beteiligte", ["stadtwerke"], "- wfk   # zugesagt", "# zugesagt"),
        ("akteure.zielgruppen", ["Alle"], "stadtwerke\n",
         "stadtwerke\n    zielgruppen:\n      - Alle\n"),
        ("kosten.preisstand", None, "  preisstand: 2025\n", ""),
        ("kosten.preisstand", 2026, "2025", "2026"),
        ("nachhaltigkeit", ["Holz"], "Ideen\n", "Ideen\nnachhaltigkeit:\n  - Holz\n"),
        ("zeitraum.beginn", "2026-05", "kosten:\n", "zeitraum:\n  beginn: 2026-05\nkosten:\n"),
        ("kosten.positionen", [{"art": "Personal", "von": 100, "bis": 300},
                               {"von": 5, "art": "Sachmittel"}], "bis: 200", "bis: 300"),
        ("kosten.positionen", [{"art": "Personal", "von": 100, "bis": 200, "rhythmus": "einmalig"},
                               {"von": 5, "art": "Sachmittel"}],
         "bis: 200\n", "bis: 200\n    rhythmus: einmalig\n"),
        ("kosten.positionen", [{"art": "Personal", "von": 100, "bis": 200},
                               {"von": 5, "art": "Sachmittel"}, {"art": "Bau"}],
         "Sachmittel\n", "Sachmittel\n  - art: Bau\n"),
        ("kosten.positionen", [{"art": "Personal", "von": 100, "bis": 200}],
         "  - von: 5\n    art: Sachmittel\n", ""),
        ("kosten.positionen", [{"art": "Personal", "von": 100, "bis": 200}, {"art": "Sachmittel"}],
         "- von: 5\n    art", "- art"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["\n", "\r\n"])
def test_only_what_changed_is_written(path: str, value: Any, old: str, new: str, mark: str) -> None:
    assert TEXT.count(old) == 1
    raw = TEXT.replace("\n", mark).encode()
    content = with_values(raw, FILE, Measure, {tuple(path.split(".")): value})
    assert content.decode() == TEXT.replace(old, new).replace("\n", mark)


def test_the_same_value_writes_nothing() -> None:
    raw = b"\xef\xbb\xbf" + TEXT.encode()
    assert with_values(raw, FILE, Measure, {("kosten", "preisstand"): 2025}) == raw
    changed = with_values(raw, FILE, Measure, {("kosten", "preisstand"): 2024})
    assert changed == raw.replace(b"2025", b"2024")


def test_files_of_a_city_take_every_change() -> None:
    for path in sorted(Path("examples/musterstadt/data/measures").glob("*.yaml")):
        raw = path.read_bytes()
        layout = read_layout(raw, FILE)
        assert layout
        data = dict(python(layout.node))
        for key, value in data.items():
            gone = with_values(raw, FILE, Measure, {(key,): None})
            back = with_values(gone, FILE, Measure, {(key,): _lists(value)})
            assert back == raw, key
