"""All findings of a project, and its catalog: what every command begins with."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from insek_cli.build.beside_data import data_beside_data
from insek_cli.catalog import Catalog
from insek_cli.checks import run_checks
from insek_cli.findings import Issue
from insek_cli.i18n import _
from insek_cli.models.stages import Stage
from insek_cli.source.project import load_project
from insek_cli.source.to_catalog import assemble
from insek_cli.timing import stage as timing


def load_and_check(root: Path, stage: Stage | None) -> tuple[list[Issue], Catalog]:
    """All findings of a project, sorted, and its catalog (incomplete when there are errors)."""
    # What was read stays aside, for what follows uses all of it; that of a run before does not.
    gc.unfreeze()
    with _without_collection():
        with timing(_("read the data")):
            loaded = load_project(root)
            loaded.issues += data_beside_data(root)
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
