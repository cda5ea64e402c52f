"""A new measure or field of action: its file name and its commented text."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date as date_type
from pathlib import Path, PurePosixPath

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.monitoring import MonitoringReport
from insek_cli.models.record_kinds import Register
from insek_cli.models.workshop import Remark, Workshop
from insek_cli.project.next_id import next_field_id, next_measure_id
from insek_cli.project.skeleton import commented_list, commented_skeleton
from insek_cli.project.slug import slug
from insek_cli.source.german_values import german_date
from insek_cli.source.source_file import FORBIDDEN

STATES = "## Ein Eintrag je Maßnahme; wovon nichts gemeldet ist, bleibt weg."
REMARKS = "Anmerkungen: ein Eintrag je Anmerkung, oder mit insek remark add."


def new_measure(
    root: Path,
    title: str,
    field: str,
    goals: Sequence[str] = (),
    known: Mapping[str, str] | None = None,
) -> tuple[PurePosixPath, str]:
    """Path and text of a measure with the next free id; `known` are the goals of its field by id,
    which are listed where it names none."""
    name = clean_title(title)
    id_ = next_measure_id(root)
    given: dict[str, object] = {"id": id_, "titel": name, "handlungsfeld": field}
    if goals:
        given["ziele"] = list(goals)
    return measure_file(given, known)


def measure_file(
    given: Mapping[str, object], goals: Mapping[str, str] | None = None
) -> tuple[PurePosixPath, str]:
    """Path and commented text of a measure that has an id and a title; `goals` may be named."""
    stem = "-".join(filter(None, (str(given["id"]), slug(str(given["titel"])))))
    text = commented_skeleton(
        Measure, "../schema/measure.schema.json", given, notes={"ziele": goals or {}}
    )
    return PurePosixPath("data", "measures", f"{stem}.yaml"), text


def new_field(root: Path, title: str) -> tuple[PurePosixPath, str]:
    """Path and text of a field of action with the next free id."""
    id_ = next_field_id(root)
    given = {"id": id_, "titel": clean_title(title)}
    text = commented_skeleton(FieldOfAction, "../schema/field.schema.json", given)
    return PurePosixPath("data", "fields", f"{id_}.yaml"), text


def new_workshop(title: str, date: str | None) -> dict[PurePosixPath, str]:
    """The files of a workshop: its own and one for remarks; the folder is named after the title."""
    name = clean_title(title)
    folder = PurePosixPath("data", "workshops", slug(name) or "werkstatt")
    given: dict[str, object] = {"titel": name}
    if date is not None:
        given["datum"] = _day(date)
    schema = "../../schema/{name}.schema.json"
    remarks = schema.format(name="remarks")
    return {
        folder / "workshop.yaml": commented_skeleton(
            Workshop, schema.format(name="workshop"), given
        ),
        folder / "remarks.yaml": commented_list(Remark, remarks, {}, REMARKS),
    }


def new_monitoring(stichtag: date_type, known: Mapping[str, str]) -> tuple[PurePosixPath, str]:
    """Path and text of a report on the measures; `known` are those by id that it may tell of."""
    text = commented_skeleton(
        MonitoringReport,
        "../schema/monitoring.schema.json",
        {"stichtag": stichtag},
        note=STATES,
        notes={"massnahmen": known},
    )
    return PurePosixPath("data", "monitoring", f"{stichtag}.yaml"), text


def register_text(register: Register) -> str:
    """The text of a new register: a list whose first entry is an example."""
    schema = "../schema/register.schema.json"
    return commented_list(register.model, schema, register.example, register.note)


def _day(text: str) -> date_type:
    known = german_date(text)
    if known and len(known) == len("2026-05-14"):
        return date_type.fromisoformat(known)
    message = _("“{text}” is no day.").format(text=text)
    raise InsekError(message, _("Write it like 2026-05-14."), exit_code=2)


def clean_title(title: str) -> str:
    """The title on one line, in NFC."""
    text = unicodedata.normalize("NFC", " ".join(title.split()))
    if not text:
        raise InsekError(_("The title is empty."), exit_code=2)
    if hidden := FORBIDDEN.search(text):
        message = _("The title contains a character that cannot be seen: U+{number:04X}.")
        hint = _("Type the title anew; it was probably copied.")
        raise InsekError(message.format(number=ord(hidden[0])), hint, exit_code=2)
    return text
