"""Where data belongs: the folder and name that a file under data/ seems to be meant for."""

import re
from pathlib import PurePosixPath

from insek_cli.findings.suggest import folded_word
from insek_cli.models.record_kinds import REGISTERS as REGISTER_TABLE
from insek_cli.source.file_copies import undecorated

DATA = PurePosixPath("data")
CONCEPT = DATA / "concept.yaml"

_FOLDERS = {
    "measures": "measures measure massnahmen massnahme massnahmenliste steckbriefe steckbrief",
    "fields": "fields field felder feld handlungsfelder handlungsfeld",
    "chapters": "chapters chapter kapitel texte",
    "registers": "registers register verzeichnisse verzeichnis",
    "workshops": "workshops workshop werkstaetten werkstatt",
    "monitoring": "monitoring umsetzung umsetzungsberichte umsetzungsbericht",
    "bilder": "bilder bild images image img pictures fotos foto photos abbildungen",
}
_REGISTERS = {name: register.words for name, register in REGISTER_TABLE.items()}
_WORKSHOP = {
    "workshop.yaml": "workshop werkstatt veranstaltung",
    "remarks.yaml": "remarks remark anmerkungen anmerkung hinweise",
    "optionen.yaml": "optionen option options",
    "ballots.csv": "ballots ballot stimmen stimmzettel votes",
}
_CONCEPTS = frozenset({"concept", "konzept"})

YAML_LIKE = re.compile(r"\.ya?ml(?=\W|$)", re.IGNORECASE)
"""Also what an editor or Windows made of it: .yml, .yaml.txt, .YAML."""
OFFICE = frozenset({".docx", ".doc", ".odt", ".rtf", ".pages", ".html", ".xlsx", ".xls", ".ods"})
PLAIN = frozenset({".md", ".markdown", ".txt"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".svg"})


def _words(lists: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in lists.items() for word in words.split()}


FOLDERS, REGISTERS, WORKSHOP = _words(_FOLDERS), _words(_REGISTERS), _words(_WORKSHOP)


def folder_meant(name: str) -> str | None:
    """The folder of data/ whose name was meant, in any case, in German or English."""
    return FOLDERS.get(folded_word(undecorated(name)))


def is_data(file: PurePosixPath) -> bool:
    """Whether a file under data/ looks like data of the program."""
    known = YAML_LIKE.search(file.name) or file.suffix.lower() in (".md", ".markdown")
    return bool(known) or home_of(file) is not None


def home_of(file: PurePosixPath) -> PurePosixPath | None:
    """Where a file under data/ belongs, as far as its name and its folders tell."""
    suffix = file.suffix.lower()
    if suffix in PICTURES:
        return DATA / "bilder" / file.name
    if not (YAML_LIKE.search(file.name) or suffix in OFFICE | PLAIN | {".csv", ".json", ""}):
        return None
    stem = undecorated(_stem(file))
    if re.match(r"M-[0-9]{3,}(?![0-9])", stem, re.IGNORECASE):
        return DATA / "measures" / f"M{stem[1:]}.yaml"
    if re.fullmatch(r"HF[1-9][0-9]?", stem, re.IGNORECASE):
        return DATA / "fields" / f"{stem.upper()}.yaml"
    folders = file.parent.parts[1:]
    for depth in range(len(folders), 0, -1):
        if kind := folder_meant(folders[depth - 1]):
            return _in_folder(kind, folders[depth:], file, stem)
    return _by_word(file, stem)


def home_beside_data(file: PurePosixPath) -> PurePosixPath | None:
    """Where a file of the project outside data/ belongs; None for what may be something else.

    The name alone tells of a measure, a field and a concept, any name in a folder of our names.
    """
    stem = undecorated(_stem(file))
    named = re.fullmatch(r"M-[0-9]{3,}(-.*)?|HF[1-9][0-9]?", stem, re.IGNORECASE)
    concept = len(file.parts) == 1 and folded_word(stem) in _CONCEPTS
    folder = folder_meant(file.parts[0]) if len(file.parts) > 1 else None
    ours = folder in ("measures", "fields", "registers", "workshops")
    return home_of(DATA / file) if named or concept or ours else None


def _stem(file: PurePosixPath) -> str:
    """The name before the first ending that says what the file is."""
    found = YAML_LIKE.search(file.name)
    return file.name[: found.start()] if found else file.stem


def _slug(stem: str) -> str:
    return folded_word(stem).replace("_", "-")


def _in_folder(
    kind: str, below: tuple[str, ...], file: PurePosixPath, stem: str
) -> PurePosixPath | None:
    """In a folder whose name is known; `below` are the folders between it and the file."""
    yaml = YAML_LIKE.search(file.name)
    if kind == "chapters":
        return DATA / kind / f"{_slug(stem)}.md" if yaml or _is_text(file) else None
    if kind == "registers":
        name = REGISTERS.get(folded_word(stem))
        return DATA / kind / f"{name}.yaml" if name else None
    if kind == "workshops":
        name = WORKSHOP.get(folded_word(stem))
        if below:
            return DATA / kind / below[0] / name if name else None
        return DATA / kind / _slug(stem) / "workshop.yaml" if yaml and not name else None
    return DATA / kind / f"{stem}.yaml" if yaml else None


def _by_word(file: PurePosixPath, stem: str) -> PurePosixPath | None:
    """By the name alone, wherever the file lies."""
    word = folded_word(stem)
    if file.suffix.lower() in (".md", ".markdown"):
        return DATA / "chapters" / f"{_slug(stem)}.md"
    if not YAML_LIKE.search(file.name):
        return None
    if name := REGISTERS.get(word):
        return DATA / "registers" / f"{name}.yaml"
    return CONCEPT if file.parent == DATA and word in _CONCEPTS else None


def _is_text(file: PurePosixPath) -> bool:
    return file.suffix.lower() in OFFICE | PLAIN
