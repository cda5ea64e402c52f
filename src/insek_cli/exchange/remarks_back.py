"""Remarks that came back, into the remarks of a round of participation."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from insek_cli.catalog import Catalog
from insek_cli.exchange.returned import RemarkBack, Returned
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.limits import read_bounded
from insek_cli.models.types import SLUG
from insek_cli.models.workshop import Remark, Workshop
from insek_cli.project.remark_file import next_id, read_remarks, with_remarks
from insek_cli.project.skeleton import commented_skeleton
from insek_cli.tables.office_text import flat

ROUND = "Ämterrunde"


@dataclass(frozen=True)
class Round:
    """The remarks that are new, and the files that take them; no `slug` when none was named."""

    slug: str
    new: tuple[RemarkBack, ...]
    known: int = 0
    contents: Mapping[PurePosixPath, bytes] = field(default_factory=dict)


def with_remarks_of(
    root: Path, catalog: Catalog, files: Iterable[Returned], into: str | None
) -> Round | None:
    """Put remarks behind those of the round `into`, once each; None when none came back.

    A round that is not there yet is begun.
    """
    came = {
        (each.measure, each.thema, flat(each.text)): each for file in files for each in file.remarks
    }
    ordered = [came[key] for key in sorted(came)]
    if not ordered or into is None:
        return Round("", tuple(ordered)) if ordered else None
    if not re.fullmatch(SLUG, into):
        message = _("“{name}” is no name of a round.").format(name=into)
        raise InsekError(message, _("Small letters, digits and hyphens."), exit_code=2)
    folder = PurePosixPath("data", "workshops", into)
    contents: dict[PurePosixPath, bytes] = {}
    if not (root / folder / "workshop.yaml").is_file():
        contents[folder / "workshop.yaml"] = _begun(into).encode()
    path = folder / "remarks.yaml"
    raw = read_bounded(root / path) if (root / path).is_file() else None
    there = read_remarks(raw, path) if raw and raw.strip() else []
    said = {(id_, r.thema or "", flat(r.text)) for r in there for id_ in (r.massnahmen or ("",))}
    new = [each for key, each in sorted(came.items()) if key not in said]
    if new:
        contents[path] = with_remarks(raw, path, [*_given(new, there, catalog)])
    return Round(into, tuple(new), len(ordered) - len(new), contents if new else {})


def _given(
    new: Iterable[RemarkBack], there: list[Remark], catalog: Catalog
) -> Iterable[dict[str, object]]:
    seen = list(there)
    for each in new:
        measure = catalog.measure.get(each.measure)
        field_ = measure.handlungsfeld if measure else None
        about = (each.measure,) if measure else ()
        given: dict[str, object] = {
            "id": next_id(seen, field_, about),
            "handlungsfeld": field_,
            "thema": each.thema or None,
            "text": each.text,
            "massnahmen": about,
        }
        given = {key: value for key, value in given.items() if value}
        seen.append(Remark.model_validate(given))
        yield given


def _begun(slug: str) -> str:
    title = ROUND if slug.startswith("aemterrunde") else slug.replace("-", " ").capitalize()
    return commented_skeleton(
        Workshop, "../../schema/workshop.schema.json", {"titel": title, "art": "weitere"}
    )
