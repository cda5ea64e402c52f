"""The files of a new city's repository: a small example that builds, or the Musterstadt."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.record_kinds import REGISTERS
from insek_cli.project.new_record import register_text
from insek_cli.project.repository_texts import ATTRIBUTES, DATA_README, IGNORE, README, REPLACE
from insek_cli.project.skeleton import OPEN, commented_skeleton
from insek_cli.resources import examples_dir, schema_dir

Files = dict[PurePosixPath, bytes]

EXAMPLE = "musterstadt"

AROUND = (PurePosixPath("README.md"), PurePosixPath(".gitignore"), PurePosixPath(".gitattributes"))
"""Files that a new repository on GitHub or GitLab has already; they stay as they are."""


def new_project(stand: str) -> Files:
    """A concept with one field, one measure and registers; `stand` is the printed date."""
    texts = {
        "data/concept.yaml": _concept(stand),
        "data/fields/HF1.yaml": _field(),
        "data/measures/M-001-beispielmassnahme.yaml": _measure(),
        "data/README.md": DATA_README,
    }
    for each in REGISTERS.values():
        texts[each.place] = register_text(each)
    files = {PurePosixPath(name): text.encode() for name, text in texts.items()}
    return files | _around()


def bare_project(stand: str) -> Files:
    """A concept and what stands around the data, without examples: the records come from a list."""
    texts = {"data/concept.yaml": _concept(stand), "data/README.md": DATA_README}
    return {PurePosixPath(name): text.encode() for name, text in texts.items()} | _around()


def example_project() -> Files:
    """The Musterstadt, a fictitious city with everything filled in."""
    return dict(_copied(examples_dir() / EXAMPLE, PurePosixPath())) | _around()


def _around() -> Files:
    texts = (README, IGNORE, ATTRIBUTES)
    files = {name: text.encode() for name, text in zip(AROUND, texts, strict=True)}
    return files | dict(_copied(schema_dir(), PurePosixPath("data", "schema")))


def missing_lines(present: str, offered: str) -> list[str]:
    """The lines that an existing .gitignore or .gitattributes lacks of the offered ones."""
    lines = [line.strip() for line in present.splitlines()]
    bare = {line.strip("/") for line in lines}
    wanted = (line for line in offered.splitlines() if line and not line.startswith("#"))
    return [line for line in wanted if line.strip("/") not in bare]


def _copied(source: Path, target: PurePosixPath) -> Iterator[tuple[PurePosixPath, bytes]]:
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        inside = path.relative_to(source)
        if path.is_file() and inside.parts[0] != "build" and path.name[0] not in ".~":
            yield target / PurePosixPath(*inside.parts), path.read_bytes()


def _concept(stand: str) -> str:
    given: dict[str, object] = {
        "titel": "INSEK Meine Stadt",
        "stadt": "Meine Stadt",
        "stand": date.fromisoformat(stand),
        "stufe": "entwurf",
    }
    return commented_skeleton(Concept, "schema/concept.schema.json", given, _noted("Das Konzept."))


def _field() -> str:
    given: dict[str, object] = {
        "id": "HF1",
        "titel": "Beispielfeld",
        "leitsatz": "Hier steht in einem Satz, worum es in diesem Handlungsfeld geht.",
        "ziele": [
            {
                "id": "HF1.1",
                "titel": "Ein Entwicklungsziel",
                "unterziele": [{"id": "HF1.1.1", "titel": "Ein Unterziel"}],
            }
        ],
    }
    return commented_skeleton(FieldOfAction, "../schema/field.schema.json", given, _noted(REPLACE))


def _measure() -> str:
    given: dict[str, object] = {
        "id": "M-001",
        "titel": "Beispielmaßnahme",
        "handlungsfeld": "HF1",
        "ziele": ["HF1.1"],
        "beschreibung": "Hier steht, worum es geht.\nEin Satz steht in einer Zeile.\n",
        "akteure": {"federfuehrung": "stadtplanung"},
    }
    return commented_skeleton(Measure, "../schema/measure.schema.json", given, _noted(REPLACE))


def _noted(note: str) -> str:
    return f"## {note}\n{OPEN}"
