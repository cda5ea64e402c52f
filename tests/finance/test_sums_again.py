"""Sums of money counted again from the YAML alone, and found to the cent in every document."""

import json
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from ruamel.yaml import YAML

from commands import run
from documents.project_files import CONCEPT, words_of, write_project
from review.conftest import git

ROOT = Path(__file__).parents[2]
GRANTS, OWN, OTHERS, UNSAID = "Fördermittel", "Eigenmittel", "Dritte", "ohne Angabe"
COLUMNS = (GRANTS, OWN, OTHERS, UNSAID)
Record = dict[str, Any]
Key = tuple[str, str, str]
"""A kind of money, what it is summed over, and of which: ("Kosten", "field", "HF1")."""


def records(root: Path, pattern: str) -> Iterator[Record]:
    for path in sorted((root / "data").glob(pattern)):
        yield YAML(typ="safe").load(path)


def again(root: Path) -> Counter[Key]:
    """Cents of one-off costs and of means; `offen` counts what has no number."""
    register = root / "data/registers/programmes.yaml"
    known = YAML(typ="safe").load(register) if register.is_file() else []
    programmes = {entry["id"]: entry for entry in known}
    found: Counter[Key] = Counter()
    for measure in records(root, "measures/*.yaml"):
        gone = measure.get("status") in ("zurueckgestellt", "entfallen")
        if gone or measure.get("zusammengefuehrt_in"):
            continue
        for kind, year, cents in (*spent(measure), *given(measure, programmes)):
            for by, of in (("total", ""), ("field", measure["handlungsfeld"]), ("year", year)):
                found[kind, by, of] += cents
    return found


def once(measure: Record) -> list[Record]:
    items = (measure.get("kosten") or {}).get("positionen") or []
    return [item for item in items if item.get("rhythmus") == "einmalig"]


def price(item: Record) -> int | None:
    for key in ("bis", "von"):
        if item.get(key) is not None:
            return int(item[key])
    years = [int(year["betrag"]) for year in item.get("jahre") or []]
    return sum(years) if years else 0 if item.get("einordnung") == ["keine"] else None


def spent(measure: Record) -> Iterator[tuple[str, str, int]]:
    for item in once(measure):
        cost = price(item)
        if cost is None:
            yield "offen", "", 1
            continue
        if item.get("bis") is None and item.get("von") is not None:
            yield "ab", "", 1
        for year in item.get("jahre") or []:
            yield "Kosten", str(year["jahr"]), int(year["betrag"]) * 100
            cost -= int(year["betrag"])
        yield "Kosten", "", cost * 100


def given(measure: Record, programmes: dict[str, Record]) -> Iterator[tuple[str, str, int]]:
    items = (measure.get("kosten") or {}).get("positionen") or []
    for source in measure.get("finanzierung") or []:
        meant = [i for i in items if not source.get("fuer") or i.get("art") in source["fuer"]]
        mine = [item for item in meant if item.get("rhythmus") == "einmalig"]
        if meant and not mine:
            continue
        years = [(str(y["jahr"]), int(y["betrag"]) * 100) for y in source.get("jahre") or []]
        whole = volume(source, mine, sum(cents for _, cents in years))
        rest = whole - sum(cents for _, cents in years)
        alone = str(source.get("jahr") or "") if not years else ""
        for year, cents in (*years, (alone, rest)):
            for column, part in divided(source, programmes, cents):
                yield column, year, part
                yield "Mittel", year, part


def volume(source: Record, items: list[Record], of_years: int) -> int:
    if source.get("betrag") is not None:
        return int(source["betrag"]) * 100
    if source.get("anteil") is None:
        return of_years
    said = all(item.get("foerderfaehig") for item in items)
    basis = Decimal(0)
    for item in items:
        cost = Decimal(price(item) or 0)
        part = (item.get("foerderfaehig") or {}) if said else {}
        if part.get("betrag") is not None:
            cost = Decimal(part["betrag"])
        elif part.get("anteil") is not None:
            cost = cost * Decimal(str(part["anteil"])) / 100
        basis += cost
    return int((basis * Decimal(str(source["anteil"]))).quantize(Decimal(1), ROUND_HALF_UP))


def divided(source: Record, programmes: dict[str, Record], cents: int) -> Iterator[tuple[str, int]]:
    if not source.get("programm"):
        own = {"eigenmittel": OWN, "dritte": OTHERS}
        yield own.get(source.get("quelle") or "", UNSAID), cents
        return
    parts = programmes.get(source["programm"], {}).get("aufteilung") or {"programm": 1}
    names = [n for n in ("bund", "land", "eu", "gemeinde", "programm") if n in parts]
    exact = [Decimal(cents) * Decimal(str(parts[n])) / sum(parts.values()) for n in names]
    floors = [int(share.to_integral_value(ROUND_FLOOR)) for share in exact]
    order = sorted(range(len(names)), key=lambda i: (floors[i] - exact[i].quantize(Q), i))
    for i in order[: cents - sum(floors)]:
        floors[i] += 1
    for name, part in zip(names, floors, strict=True):
        yield (OWN if name == "gemeinde" else GRANTS), part


Q = Decimal("0.000000001")


def generated(folder: Path) -> Path:
    """Costs and means of every shape, at random but always the same."""
    dice = random.Random(149)
    shares = {"bund": 1, "land": 1, "gemeinde": 1}
    files: dict[str, object] = {
        "concept.yaml": CONCEPT,
        "registers/programmes.yaml": [
            {"id": "dritteln", "titel": "Dritteln", "aufteilung": shares},
            {"id": "ganz", "titel": "Ganz"},
        ],
        **{f"fields/HF{n}.yaml": {"id": f"HF{n}", "titel": f"Feld {n}"} for n in (1, 2, 3)},
    }
    for number in range(1, 25):
        low, more = dice.randrange(1, 900_000), dice.randrange(1, 90_000)
        positions = [
            {"art": "A", "rhythmus": "einmalig", "von": low, "bis": low + more,
             "jahre": [{"jahr": 2026 + number % 4, "betrag": low}],
             **({"foerderfaehig": {"anteil": 85.5}} if number % 2 else {})},
            {"art": "B", "rhythmus": "einmalig", **({"von": more} if number % 3 else {})},
            {"art": "C", "rhythmus": "jaehrlich", "von": more, "bis": more},
        ]  # fmt: skip
        sources = [
            {"programm": dice.choice(["dritteln", "ganz"]), "anteil": 33.3, "fuer": ["A"],
             "jahr": 2026 + number % 5},
            {"quelle": dice.choice(["eigenmittel", "dritte"]), "betrag": more},
            {"programm": "dritteln", "jahre": [{"jahr": 2028, "betrag": dice.randrange(1, 999)}]},
        ]  # fmt: skip
        files[f"measures/M-{number:03}-{'test' if number == 1 else 'a'}.yaml"] = {
            "id": f"M-{number:03}", "titel": f"Vorhaben {number}",
            "handlungsfeld": f"HF{1 + number % 3}", "kosten": {"positionen": positions},
            "finanzierung": sources, **({"status": "zurueckgestellt"} if number == 7 else {}),
        }  # fmt: skip
    return write_project(folder, files)


def copied(origin: Path) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        shutil.copytree(origin / "data", folder / "data")
        return folder

    return make


CITIES = {
    "musterstadt": copied(ROOT / "examples/musterstadt"),
    "generated": generated,
    "kaiserslautern": copied(ROOT),
}


def euro(cents: int) -> str:
    """A pattern for an amount as documents print it: whole Euro with or without cents."""
    if not cents:
        return "–"
    whole, part = divmod(abs(cents), 100)
    text = re.escape(f"{whole:,}".replace(",", "."))
    return ("−" if cents < 0 else "") + text + (f",{part:02}" if part else "(,00)?")


@pytest.mark.parametrize("name", ["musterstadt", "generated"])
def test_documents(name: str, tmp_path: Path) -> None:
    city = CITIES[name](tmp_path / "stadt")
    sums = again(city)
    done = run(city, "kofi", "--profile", "intern", "-f", "md,docx,pdf,xlsx", "-o", "fertig")
    assert done.returncode == 0, done.stderr
    columns = [column for column in COLUMNS if sums[column, "total", ""]]
    for ending in ("md", "docx", "pdf"):
        text = words_of(city / f"fertig/intern/kofi.{ending}")
        sign = ("ab" if sums["ab", "total", ""] else "") + euro(sums["Kosten", "total", ""])
        end = re.escape("+offen") if sums["offen", "total", ""] else ""
        assert re.search(f"AlleMaßnahmen{sign}{end}", text), ending
        years = sorted({of for _, by, of in sums if by == "year" and of})
        assert years
        for year in years:
            cells = [sums[kind, "year", year] for kind in ("Kosten", *columns)]
            balance = sums["Mittel", "year", year] - cells[0]
            row = "".join(map(euro, (*cells, balance)))
            assert re.search(year + row, text), (ending, year, row)
    _workbook(city, sums, columns)


def _workbook(city: Path, sums: Counter[Key], columns: list[str]) -> None:
    sheet = load_workbook(city / "fertig/intern/kofi.xlsx", data_only=True)["KoFi"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(row for row in rows if row[0] == "Kennung")
    fields = {of: row for row in rows for _, by, of in sums if by == "field" and of == row[0]}
    assert fields
    whole = next(row for row in rows if row[0] == "Summe")
    for by, of, row in (("total", "", whole), *(("field", f, r) for f, r in fields.items())):
        for kind in ("Kosten", "Mittel", *columns):
            cell = row[head.index(kind)]
            assert round(Decimal(str(cell)) * 100) == sums[kind, by, of], (kind, of)


@pytest.mark.parametrize("name", CITIES)
def test_comparison(name: str, tmp_path: Path) -> None:
    """Against the same city without money: what comes is what there is."""
    city = CITIES[name](tmp_path / "stadt")
    sums = again(city)
    now = {path: path.read_bytes() for path in (city / "data/measures").glob("*.yaml")}
    yaml = YAML(typ="safe")
    for path in now:
        record = {k: v for k, v in yaml.load(path).items() if k not in ("kosten", "finanzierung")}
        with path.open("w", encoding="utf-8") as stream:
            yaml.dump(record, stream)
    git(city, "init", "-q")
    git(city, "add", "-A")
    git(city, "commit", "-qm", "Anfang")
    for path, content in now.items():
        path.write_bytes(content)
    told = json.loads(run(city, "diff", "-f", "json").stdout)["money"]
    found: Counter[Key] = Counter()
    for each in told:
        for what, kind in (("einmalig", "Kosten"), ("mittel", "Mittel")):
            if what in each["sums"] and each["by"] != "programme":
                new = each["sums"][what]["new"]
                found[kind, each["by"], each["id"]] = round(Decimal(str(new["bis"])) * 100)
                assert each["sums"][what]["old"]["bis"] == 0
    expected = {key: cents for key, cents in sums.items() if key[0] in ("Kosten", "Mittel")}
    assert {k: v for k, v in found.items() if v} == {k: v for k, v in expected.items() if v}
    assert any(expected.values()) == (name != "kaiserslautern")
    programmes = [e["sums"]["mittel"]["new"]["bis"] for e in told if e["by"] == "programme"]
    by_source = sum(Decimal(str(amount)) for amount in programmes)
    assert round(by_source * 100) == sums["Mittel", "total", ""]
