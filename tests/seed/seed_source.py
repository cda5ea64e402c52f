"""Reads the workshop documentation and the data independently of the loader, and compares them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
WORKSHOP = "workshops/massnahmenwerkstatt/workshop.yaml"
REMARKS = "workshops/massnahmenwerkstatt/remarks.yaml"

REFERENCES = {
    "id", "handlungsfeld", "handlungsfelder", "plan", "federfuehrung", "beteiligte", "ortsbezirk",
    "massnahmen", "workshop", "programm",
}  # fmt: skip
DATES = {"beginn", "ende"}

_MARK = re.compile(r"^(?:[-›>→➔*]|\()\s*")
_QUOTES = str.maketrans({"„": '"', "“": '"', "→": " ", "➔": " "})


@dataclass(frozen=True)
class Leaf:
    """A scalar of the data: its file, the key it stands under and the way to it."""

    file: str
    path: tuple[str | int, ...]
    value: Any

    @property
    def key(self) -> str:
        return next((str(part) for part in reversed(self.path) if isinstance(part, str)), "")


@dataclass(frozen=True)
class Block:
    """A paragraph or list item of the source; `gap` where an empty line stands before it."""

    text: str
    gap: bool


def read(path: Path) -> Any:
    """A YAML file, read by the plain parser of YAML 1.2."""
    return _parse(path.read_text(encoding="utf-8"))


@cache  # the tests read many copies of the same files
def _parse(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


READINGS: dict[str, Any] = read(HERE / "lesarten.yaml")


def normal(text: str) -> str:
    """The text without what is presentation: case, quotes, arrows, spaces, the final stop."""
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES).replace("**", "")
    return " ".join(plain.split()).rstrip(".;").strip().casefold()


def within(text: str, corpus: str) -> bool:
    """Whether the text stands in the corpus as whole words."""
    wanted = normal(text)
    return bool(wanted) and bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", corpus))


def raw_blocks() -> list[Block]:
    """The paragraphs and list items of the source, lines joined, before any reading."""
    lines = (HERE / "massnahmenwerkstatt.txt").read_text(encoding="utf-8").split("\n")[1:]
    found: list[Block] = []
    gap = True
    for line in (line.replace("**", "").strip() for line in lines):
        if not line:
            gap = True
        elif gap or _MARK.match(line):
            found.append(Block(line if line[0] == "(" else _MARK.sub("", line), gap))
            gap = False
        else:
            found[-1] = Block(f"{found[-1].text} {line}", found[-1].gap)
    return found


@cache
def blocks() -> list[Block]:
    """The source as the data reads it: every reading of lesarten.yaml applied, normalised."""
    found = []
    for block in raw_blocks():
        text = " ".join(block.text.split())
        for reading in READINGS["lesarten"]:
            text = text.replace(reading["quelle"], reading["lesart"])
        found.append(Block(normal(text), block.gap))
    return found


@cache
def corpus() -> str:
    """The whole source as one text; a mark keeps phrases from running across items."""
    return " ¶ ".join(block.text for block in blocks())


def leaves(folder: Path) -> Iterator[Leaf]:
    """Every scalar of every data file."""
    for path in sorted(folder.rglob("*.yaml")):
        yield from _walk(path.relative_to(folder).as_posix(), (), read(path))


def _walk(file: str, path: tuple[str | int, ...], value: Any) -> Iterator[Leaf]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(file, (*path, key), item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(file, (*path, index), item)
    else:
        yield Leaf(file, path, value)


def german(value: Any) -> str:
    """A date as the source prints it, the year in full."""
    day = value if isinstance(value, date) else date.fromisoformat(str(value))
    return f"{day:%d.%m.%Y}"


def is_reference(leaf: Leaf) -> bool:
    """Whether the value is the id of a record instead of a text."""
    return leaf.key in REFERENCES or (leaf.key == "ziele" and leaf.file.startswith("measures/"))


def unsupported(folder: Path) -> list[str]:
    """What the data says and the source, read through lesarten.yaml, does not."""
    source = corpus()
    return [
        f"{leaf.file}: {'.'.join(map(str, leaf.path))}: {part}"
        for leaf in leaves(folder)
        if not is_reference(leaf)
        for part in _parts(leaf)
        if not _supported(leaf, part, source)
    ]


def _parts(leaf: Leaf) -> list[Any]:
    whole = leaf.key != "beschreibung" or not isinstance(leaf.value, str)
    return [leaf.value] if whole else leaf.value.splitlines()


def _supported(leaf: Leaf, part: Any, source: str) -> bool:
    for given in READINGS["gesetzt"]:
        values = given["wert"] if isinstance(given["wert"], list) else [given["wert"]]
        if leaf.key == given["schluessel"] and part in values:
            return True
    if leaf.key in DATES:
        return within(german(part), source)
    if isinstance(part, int):
        return any(within(text, source) for text in _counted(leaf, part))
    return within(str(part), source) or normal(str(part)) in _formed()


@cache
def _formed() -> set[str]:
    return {normal(entry["text"]) for entry in READINGS["gebildet"]}


def _counted(leaf: Leaf, number: int) -> list[str]:
    """What a number must be printed as in the source; participants are counted elsewhere."""
    patterns = {
        "nummer": f"{number} Kaiserslautern",
        "runden": f"{number} Runden",
        "max_auswahl": f"bis zu {number} Maßnahmenvorschläge",
        "anzahl": "Teilnehmende",
    }
    return [patterns[leaf.key]] if leaf.key in patterns else []


def unused(folder: Path) -> list[str]:
    """What the source says and neither the data nor the list of lines left out has."""
    said = " ¶ ".join(normal(text) for text in _sayings(folder))
    left_out = {normal(entry["zeile"]) for entry in READINGS["ausgelassen"]}
    return [
        block.text
        for block in blocks()
        if block.text not in left_out and not within(block.text, said)
    ]


def _sayings(folder: Path) -> Iterator[str]:
    yield from (str(leaf.value) for leaf in leaves(folder) if not is_reference(leaf))
    concept, workshop = read(folder / "concept.yaml"), read(folder / WORKSHOP)
    yield f"{concept['titel']} {concept['untertitel']}"
    yield from concept["zukunftsbild"]["titel"].split(" – ")
    yield from (f"{entry['nummer']} {entry['satz']}" for entry in concept["charta"])
    yield from (_dated(entry) for entry in concept["ausblick"])
    for path in sorted(folder.glob("fields/*.yaml")):
        field = read(path)
        yield f"Handlungsfeld {field['id'].removeprefix('HF')}: {field['titel']}"
    yield from (f"Thema {entry['thema']}" for entry in read(folder / REMARKS))
    yield from _workshop(workshop)


def _dated(entry: dict[str, Any]) -> str:
    if "ende" in entry:
        return f"{entry['text']} {german(entry['beginn'])} – {german(entry['ende'])}"
    return f"{entry['text']} am {german(entry['beginn'])}" if "beginn" in entry else entry["text"]


def _workshop(workshop: dict[str, Any]) -> Iterator[str]:
    for item in workshop["programm"]:
        points = item.get("unterpunkte", [])
        yield from (f"{item['titel']} {point}" for point in points)
        yield " ".join([item["titel"], *points])
        yield ", ".join(points)
    for entry in workshop["teilnehmende"]:
        yield from (f"({seat})" for seat in seats(entry))
    for question in workshop["fragen"]:
        if "max_auswahl" in question:
            yield f"Priorisieren Sie bis zu {question['max_auswahl']} Maßnahmenvorschläge"


def seats(entry: dict[str, Any]) -> list[str]:
    """A line of participants as often as the source must have it, without brackets."""
    function = entry.get("funktion", entry["organisation"])
    if function == "Planungsbüro":
        function = entry["organisation"]
    return [function] * entry["anzahl"]
