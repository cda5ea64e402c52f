"""A workshop or a question by the name somebody typed; a wrong one is answered with the nearest."""

import re
from pathlib import Path

from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.findings import InsekError
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _
from insek_cli.models.types import SLUG


def find_workshop(root: Path, catalog: Catalog, slug: str) -> WorkshopRecord:
    """The workshop of that name; raises InsekError with the names there are, or for one that is
    there and cannot be read."""
    records = catalog.workshop
    if record := records.get(slug):
        return record
    file = f"data/workshops/{slug}/workshop.yaml"
    if re.fullmatch(SLUG, slug) and (root / file).is_file():
        message = _("The workshop “{name}” cannot be read yet: {file}").format(name=slug, file=file)
        raise InsekError(message, _("What it lacks says: insek check"), exit_code=1)
    if not records and re.fullmatch(SLUG, slug):
        names = _("Write {file} first; the handbook shows one.").format(file=file)
    else:
        names = _("Known: {ids}").format(ids=", ".join(records)) if records else ""
    hint = " ".join(filter(None, (did_you_mean(slug, list(records)), names)))
    raise InsekError(_("There is no workshop “{name}”.").format(name=slug), hint, exit_code=2)


def find_question(name: str, known: list[str]) -> str:
    """The id of a question; raises InsekError with the ids there are."""
    if name in known:
        return name
    message = _("The workshop has no question “{id}”").format(id=name)
    listed = _("Known: {ids}").format(ids=", ".join(known) or "–")
    raise InsekError(message, did_you_mean(name, known) or listed, exit_code=2)
