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
    """Change one sentence of one measure, each turn to another text."""
    path = sorted(measures(folder))[len(measures(folder)) // 2]
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^  Stand der Messung: .*\n", "", text)
    line = f"\\g<0>  Stand der Messung: Durchgang {turn}.\n"
    path.write_text(re.sub(r"(?m)^beschreibung: \|\n", line, text), encoding="utf-8")


def _varied(model: str, number: int, nouns: list[str], source: random.Random) -> str:
    """A measure with other nouns in its sentences and its own id and titles."""
    text = _WITH_OTHERS.sub("", model)
    text = _NOUN.sub(lambda found: _other(found, nouns, source), text)
    text = re.sub(r"(?m)^id: .*$", f"id: M-{number}", text)
    one, other = source.sample(nouns, 2)
    text = re.sub(r"(?m)^titel: .*$", f"titel: {one} und {other} {number}", text)
    return re.sub(r"(?m)^kurztitel: .*$", f"kurztitel: {one} {number}", text)


def _other(found: re.Match[str], nouns: list[str], source: random.Random) -> str:
    before = found.string[: found.start()].rpartition("\n")[2]
    if _LABEL.search(before) or source.random() > 0.25:
        return found.group()
    return source.choice(nouns)
