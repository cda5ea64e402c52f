"""Holds the Kaiserslautern data against the documentation of the workshop, in both directions."""

import re
import shutil
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from seed.seed_source import (
    DATA,
    HERE,
    READINGS,
    REMARKS,
    WORKSHOP,
    blocks,
    corpus,
    leaves,
    normal,
    raw_blocks,
    read,
    seats,
    unsupported,
    unused,
    within,
)

FIELDS = [read(path) for path in sorted(DATA.glob("fields/*.yaml"))]
MEASURES = {path.name: read(path) for path in sorted(DATA.glob("measures/*.yaml"))}


def records(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(DATA / f"registers/{name}.yaml")
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_invented() -> None:
    assert unsupported(DATA) == []


def test_nothing_is_lost() -> None:
    assert unused(DATA) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("measures/M-002-offene-schulhoefe.yaml", "ist vorhanden", "fehlt noch"),
        ("measures/M-002-offene-schulhoefe.yaml", "titel: Offene", "titel: Geschlossene"),
        ("fields/HF4.yaml", "600 m", "500 m"),
        ("registers/plans.yaml", "Nahverkehrsplan 2024", "Nahverkehrsplan 2025"),
        ("registers/actors.yaml", "name: Ref. 40", "name: Ref. 41"),
        ("registers/actors.yaml", "name: NABU", "name: BUND"),
        ("registers/abbreviations.yaml", "kurz: WFK", "kurz: WFK\n  lang: Wirtschaft"),
        ("concept.yaml", "ende: 2025-06-09", "ende: 2025-06-10"),
        ("concept.yaml", "stand: 2025-05-14", "stand: 2025-05-15"),
        ("concept.yaml", "nummer: 9", "nummer: 10"),
        (WORKSHOP, "max_auswahl: 5", "max_auswahl: 3"),
        (WORKSHOP, "runden: 2", "runden: 3"),
        (REMARKS, "noch stärker in den Fokus", "in den Fokus"),
    ],
)
def test_an_invention_is_found(copy: Path, file: str, old: str, new: str) -> None:
    replace(copy / file, old, new)
    assert any(line.startswith(f"{file}: ") for line in unsupported(copy))


@pytest.mark.parametrize(
    ("file", "old", "lost"),
    [
        ("fields/HF2.yaml", "Synergien anregen", "synergien anregen"),
        ("concept.yaml", "Pfälzer Wald", "pfälzer wald"),
        (WORKSHOP, "Gruppe 2", "gruppe 2"),
    ],
)
def test_a_loss_is_found(copy: Path, file: str, old: str, lost: str) -> None:
    replace(copy / file, old, "entfernt")
    assert unused(copy) == [lost]


def test_head_counts_are_those_of_the_source() -> None:
    lines = [block.text[1:-1] for block in raw_blocks() if block.text[0] == "("]
    listed = Counter(line for line in lines if not line.startswith(("Neue", "Kleinräumige")))
    counted = Counter(
        seat for entry in read(DATA / WORKSHOP)["teilnehmende"] for seat in seats(entry)
    )
    assert counted == listed
    assert counted.total() == 22


def test_no_names_of_persons() -> None:
    assert all("name" not in entry for entry in read(DATA / WORKSHOP)["teilnehmende"])
    texts = [block.text for block in raw_blocks()]
    listed = texts[texts.index("Teilnehmende") : texts.index("Begrüßung Inhalt und Ziel")]
    headings = {"Teilnehmende", "Stadt Kaiserslautern", "Planungsbüro"}
    assert all(re.fullmatch(r"\(.+\)", text) for text in listed if text not in headings)
    title = re.compile(r"\b(?:Dr\.|Prof\.|Herrn?|Frau)(?!\w)")
    assert [leaf for leaf in leaves(DATA) if title.search(str(leaf.value))] == []


def test_goals_of_strategy_measures_say_the_same() -> None:
    goals = {
        part["id"]: part["titel"]
        for field in FIELDS
        for goal in field.get("ziele", [])
        for part in goal["unterziele"]
    }
    tied = [
        (m["titel"], goals[g]) for m in MEASURES.values() for g in m.get("ziele", []) if g in goals
    ]
    assert len(tied) == 10
    assert all(normal(goal) in normal(title) for title, goal in tied)


def test_every_strategy_is_a_measure_or_explained() -> None:
    explained = [text for entry in READINGS["zugeordnet"] for text in entry.get("strategien", [])]
    strategies = [text for field in FIELDS for text in field.get("strategien", [])]
    titles = [measure["titel"] for measure in MEASURES.values()]
    assert sorted({*strategies} - {*titles}) == sorted(explained)


def test_references_resolve() -> None:
    goals = {
        each["id"]
        for field in FIELDS
        for goal in field.get("ziele", [])
        for each in [goal, *goal["unterziele"]]
    }
    actors = {entry["id"] for entry in records("actors")}
    known = {
        "handlungsfeld": {field["id"] for field in FIELDS},
        "handlungsfelder": {field["id"] for field in FIELDS},
        "plan": {entry["id"] for entry in records("plans")},
        "federfuehrung": actors,
        "beteiligte": actors,
        "programm": {entry["id"] for entry in records("programmes")},
        "ortsbezirk": {entry["id"] for entry in records("districts")},
        "massnahmen": {measure["id"] for measure in MEASURES.values()},
        "workshop": {path.name for path in DATA.glob("workshops/*")},
    }
    for leaf in leaves(DATA):
        if leaf.key in known:
            assert leaf.value in known[leaf.key], leaf
        if leaf.key == "ziele" and leaf.file.startswith("measures/"):
            assert leaf.value in goals, leaf


def test_every_plan_programme_and_field_is_used() -> None:
    used = {(leaf.key, leaf.value) for leaf in leaves(DATA)}
    assert all(("plan", entry["id"]) in used for entry in records("plans"))
    assert all(("programm", entry["id"]) in used for entry in records("programmes"))
    counts = Counter(measure["handlungsfeld"] for measure in MEASURES.values())
    assert counts == {"HF1": 12, "HF2": 6, "HF3": 10, "HF4": 14}
    assert all(name.startswith(f"{measure['id']}-") for name, measure in MEASURES.items())


def test_readings_are_needed_and_true() -> None:
    raw = " ¶ ".join(" ".join(block.text.split()) for block in raw_blocks())
    said = {path: _said(path) for path in {leaf.file for leaf in leaves(DATA)}}
    for reading in READINGS["lesarten"]:
        assert reading["quelle"] in raw, reading
        assert reading["grund"], reading
        for file in reading["stellen"]:
            assert normal(reading["lesart"]) in said[file], (file, reading)
    for entry in READINGS["gebildet"]:
        assert all(within(text, corpus()) for text in entry["aus"]), entry
        assert any(normal(entry["text"]) in text for text in said.values()), entry
    texts = [block.text for block in blocks()]
    assert all(normal(entry["zeile"]) in texts for entry in READINGS["ausgelassen"])


def _said(file: str) -> str:
    values = [leaf.value for leaf in leaves(DATA) if leaf.file == file]
    return normal(" ".join(f"{v:%d.%m.%Y}" if hasattr(v, "strftime") else str(v) for v in values))


def test_files_are_canonical() -> None:
    files = sorted(DATA.rglob("*.yaml"))
    assert len(files) > 50
    for path in files:
        raw = path.read_bytes().decode("utf-8")
        schema = re.match(r"# yaml-language-server: \$schema=(\S+)\n", raw)
        assert schema, path
        assert (path.parent / schema[1]).resolve().parent == DATA / "schema"
        assert raw == unicodedata.normalize("NFC", raw)
        assert "\r" not in raw
        assert re.search(r"[^\n]\n\Z", raw), path
    assert (HERE / "massnahmenwerkstatt.txt").read_text(encoding="utf-8").startswith("# Abschrift")
