"""All findings of a project, and its catalog: what every command begins with."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.checks import run_checks
from insek_cli.findings import InsekError, Issue
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _
from insek_cli.models.stages import Stage
from insek_cli.models.types import SLUG
from insek_cli.source.project import load_project
from insek_cli.source.to_catalog import assemble
from insek_cli.timing import stage as timing


def examine(root: Path, stage: Stage | None) -> tuple[list[Issue], Catalog]:
    """All findings of a project, sorted, and its catalog (incomplete when there are errors)."""
    # What was read stays aside, for what follows uses all of it; that of a run before does not.
    gc.unfreeze()
    with _without_collection():
        with timing(_("read the data")):
            loaded = load_project(root)
            catalog = assemble(loaded)
        gc.freeze()
        gc.enable()
        with timing(_("check the data")):
            return run_checks(loaded, catalog, stage), catalog


@contextmanager
def _without_collection() -> Iterator[None]:
    """Loading makes many objects and no garbage: looking for some takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        (gc.enable if enabled else gc.disable)()


def known_question(name: str, known: list[str]) -> str:
    """The id of a question; raises InsekError with the ids there are."""
    if name in known:
        return name
    message = _("The workshop has no question “{id}”").format(id=name)
    listed = _("Known: {ids}").format(ids=", ".join(known) or "–")
    raise InsekError(message, did_you_mean(name, known) or listed, exit_code=2)


def known_workshop(root: Path, catalog: Catalog, slug: str) -> WorkshopRecord:
    """The workshop of that name; raises InsekError with the names there are, or for one that is
    there and cannot be read."""
    records = {record.slug: record for record in catalog.workshops}
    if record := records.get(slug):
        return record
    file = f"data/workshops/{slug}/workshop.yaml"
    if re.fullmatch(SLUG, slug) and (root / file).is_file():
        message = _("The workshop “{name}” cannot be read yet: {file}").format(name=slug, file=file)
        raise InsekError(message, _("What it lacks says: insek check"), exit_code=1)
    names = _("Known: {ids}").format(ids=", ".join(records)) if records else ""
    hint = " ".join(filter(None, (did_you_mean(slug, list(records)), names)))
    raise InsekError(_("There is no workshop “{name}”.").format(name=slug), hint, exit_code=2)
