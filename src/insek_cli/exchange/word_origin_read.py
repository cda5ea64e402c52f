"""What a Word document says it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from insek_cli.documents.word.word_origin import FORMAT, NAMESPACE
from insek_cli.exchange.workbook_origin import read_values
from insek_cli.models.key_paths import flattened
from insek_cli.models.measure import Measure
from insek_cli.models.plain_data import plain_data
from insek_cli.source.records import Record
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.office_archive import Archive

NAMED = ("kurzbeschreibung", "beschreibung", "nachhaltigkeit")
_N = f"{{{NAMESPACE}}}"


@dataclass(frozen=True)
class PrintedRow:
    """A row as it was printed: its label, and the mark of what stood beside it."""

    label: str
    mark: str = ""


@dataclass(frozen=True)
class WordOrigin:
    """Facts, values by measure, printed rows by measure and bookmark, marks by heading."""

    facts: Mapping[str, str]
    base: Mapping[str, dict[str, Any]]
    numbers: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Mapping[str, PrintedRow]] = field(default_factory=dict)
    sections: tuple[tuple[str, str], ...] = ()
    lost: bool = False
    """Whether a program dropped all this, and the values are those of today's files."""

    @property
    def titles(self) -> dict[str, str]:
        """The title of each measure as it was printed."""
        return {id_: str(values.get("titel", "")) for id_, values in self.base.items()}

    @property
    def printed(self) -> list[str]:
        """The measures that have a Steckbrief."""
        return [id_ for id_ in self.base if self.rows.get(id_)] if not self.lost else []

    def rows_of(self, measure: str) -> Mapping[str, PrintedRow]:
        """The printed rows of a measure by key."""
        return self.rows.get(measure, {})


def origin_of_today(measures: Mapping[str, Record[Measure]]) -> WordOrigin:
    """What a document is compared with that lost all this: the files as they are."""
    base = {id_: plain_data(record.model) for id_, record in measures.items()}
    labels = {
        path.dotted: PrintedRow(path.key.label)
        for path in flattened(Measure)
        if path.key.block or path.dotted in NAMED
    }
    rows = {
        id_: {
            **labels,
            **{
                f"weitere_abschnitte.{n}": PrintedRow(str(section.get("titel", "")))
                for n, section in enumerate(values.get("weitere_abschnitte") or (), 1)
            },
        }
        for id_, values in base.items()
    }
    return WordOrigin({}, base, rows=rows, lost=True)


def read_origin_part(archive: Archive, findings: ImportFindings) -> WordOrigin | None:
    """The part of ours, wherever a program put it, or None; raises UnreadableFile."""
    for name in archive.zip.namelist():
        content = archive.read(name) if _ours(name) else None
        if content is None or NAMESPACE.encode() not in content:
            continue
        try:
            root = fromstring(content)
            if root.tag == f"{_N}herkunft":
                return _read(root, findings)
        except (ParseError, DefusedXmlException, ValueError) as error:
            raise findings.refuse("INSEK560", variant="damaged", id=name) from error
    return None


def _ours(name: str) -> bool:
    return name.lower().startswith("customxml/") and name.lower().endswith(".xml")


def _read(root: Any, findings: ImportFindings) -> WordOrigin:
    if root.get("format", "") != FORMAT:
        raise findings.refuse("INSEK560", variant="newer")
    facts = {each.get("name", ""): each.text or "" for each in root.iter(f"{_N}angabe")}
    base: dict[str, dict[str, Any]] = {}
    rows: dict[str, dict[str, PrintedRow]] = {}
    numbers: dict[str, str] = {}
    for measure in root.iter(f"{_N}massnahme"):
        id_ = measure.get("id", "")
        values = read_values(measure.findtext(f"{_N}werte", ""))
        if values is None:
            raise ValueError(id_)
        base[id_] = values
        numbers[measure.get("nummer", "")] = id_
        start = len(id_) + 2
        rows[id_] = {
            each.get("name", "")[start:].replace("__", "."): PrintedRow(
                each.get("titel", ""), each.get("merkmal", "")
            )
            for each in measure.iter(f"{_N}zeile")
        }
    sections = tuple(
        (each.get("titel", ""), each.get("merkmal", "")) for each in root.iter(f"{_N}abschnitt")
    )
    return WordOrigin(facts, base, numbers, rows, sections)
