"""A small project in memory, one file of which is the input."""

from pathlib import Path, PurePosixPath

from insek_cli.source.project import load_snapshot
from insek_cli.source.records import Loaded

ROOT = Path("stadt")
FILES = {
    "measure": "data/measures/M-001-test.yaml",
    "concept": "data/concept.yaml",
    "field": "data/fields/HF1.yaml",
    "plans": "data/registers/plans.yaml",
    "actors": "data/registers/actors.yaml",
    "programmes": "data/registers/programmes.yaml",
    "districts": "data/registers/districts.yaml",
    "abbreviations": "data/registers/abbreviations.yaml",
    "workshop": "data/workshops/abend/workshop.yaml",
    "remarks": "data/workshops/abend/remarks.yaml",
    "optionen": "data/workshops/abend/optionen.yaml",
    "ballots": "data/workshops/abend/ballots.csv",
    "chapter": "data/chapters/vorwort.md",
}
"""Where a file of each kind lies. The first line of an input names the kind."""
PROJECT = {
    FILES["concept"]: "titel: INSEK\nstadt: Musterstadt\nstand: 2026-03-16\n",
    FILES["field"]: "id: HF1\ntitel: Wohnen\nziele: [{id: HF1.1, titel: Ziel}]\n",
    FILES["measure"]: "id: M-001\ntitel: Hof\nhandlungsfeld: HF1\n",
    "data/measures/M-002-baum.yaml": "id: M-002\ntitel: Baum\nhandlungsfeld: HF1\n",
    FILES["actors"]: "- {id: amt, name: Amt}\n",
    FILES["plans"]: "- {id: plan, titel: Plan}\n",
    FILES["programmes"]: "- {id: geld, titel: Geld}\n",
    FILES["districts"]: "- {id: mitte, name: Mitte}\n",
    FILES["workshop"]: "titel: Abend\nfragen: [{id: f, handlungsfeld: HF1, wortlaut: Was?}]\n",
}


def placed(data: bytes) -> tuple[PurePosixPath, bytes]:
    """The file that an input stands for, and its bytes."""
    first, _, rest = data.partition(b"\n")
    name = FILES.get(first.decode("ascii", "replace"))
    return (PurePosixPath(name), rest) if name else (PurePosixPath(FILES["measure"]), data)


def alone(data: bytes) -> Loaded:
    """The file that an input stands for, and no other."""
    file, content = placed(data)
    return load_snapshot(ROOT, {file.as_posix(): content})


def loaded(data: bytes) -> Loaded:
    """The project with the input in place of one of its files."""
    file, content = placed(data)
    blobs = {name: text.encode() for name, text in PROJECT.items()}
    return load_snapshot(ROOT, {**blobs, file.as_posix(): content})
