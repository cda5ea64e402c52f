"""Cities of any size to measure with: the Musterstadt with varied German text (seeded)."""

import random
import re
import shutil
from pathlib import Path

from insek_cli.resources import examples_dir

SEED = 1
FIRST = 100
"""Number of the first generated measure; below are those of the Musterstadt."""
_NOUN = re.compile(r"\b([A-ZÄÖÜ][a-zäöüß]{6,})\b(?=[ ,.])")
_LABEL = re.compile(r"[:–-] $|^ *$")
_WITH_OTHERS = re.compile(
    r"(?m)^(?:abhaengig_von|frueher):\n(?: +- .*\n)+|^zusammengefuehrt_in: .*\n"
)


def city(folder: Path, number: int, seed: int = SEED) -> Path:
    """A project of about `number` measures in a new folder; no two descriptions are the same."""
    shutil.copytree(examples_dir() / "musterstadt" / "data", folder / "data")
    concept = folder / "data" / "concept.yaml"
    text = concept.read_text(encoding="utf-8").replace("stufe: beschluss", "stufe: werkstatt")
    concept.write_text(text, encoding="utf-8")
    models = [path.read_text("utf-8") for path in sorted(measures(folder))]
    source = random.Random(seed)
    nouns = sorted(set(_NOUN.findall(" ".join(models))))
    for count in range(number - len(models)):
        path = folder / "data" / "measures" / f"M-{FIRST + count}-gemessen.yaml"
        text = _varied(models[count % len(models)], FIRST + count, nouns, source)
        path.write_text(text, encoding="utf-8")
    return folder


def measures(folder: Path) -> list[Path]:
    """The files of the measures."""
    return list((folder / "data" / "measures").glob("*.yaml"))


def edit(folder: Path, turn: int) -> None:
    """Add one, two or three sentences to one measure, in place of those of the turn before."""
    path = sorted(measures(folder))[len(measures(folder)) // 2]
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^  Stand der Messung: .*\n", "", text)
    lines = f"  Stand der Messung: Durchgang {turn}.\n" * (turn % 3 + 1)
    path.write_text(re.sub(r"(?m)^beschreibung: \|\n", rf"\g<0>{lines}", text), encoding="utf-8")


def _varied(model: str, number: int, nouns: list[str], source: random.Random) -> str:
    """A measure with other nouns in its sentences and its own id and titles."""
    text = _WITH_OTHERS.sub("", model)
    text = "".join(_other_words(line, nouns, source) for line in text.splitlines(keepends=True))
    text = re.sub(r"(?m)^id: .*$", f"id: M-{number}", text)
    one, other = source.sample(nouns, 2)
    text = re.sub(r"(?m)^titel: .*$", f"titel: {one} und {other} {number}", text)
    return re.sub(r"(?m)^kurztitel: .*$", f"kurztitel: {one} {number}", text)


def _other_words(line: str, nouns: list[str], source: random.Random) -> str:
    """A line with one other noun at least, where it has any that are no labels."""
    found = [noun for noun in _NOUN.finditer(line) if not _LABEL.search(line[: noun.start()])]
    chosen = {source.choice(found).start()} if found else set()

    def other(noun: re.Match[str]) -> str:
        free = noun.start() in {each.start() for each in found}
        changed = noun.start() in chosen or source.random() < 0.25
        return source.choice(nouns) if free and changed else noun.group()

    return _NOUN.sub(other, line)
