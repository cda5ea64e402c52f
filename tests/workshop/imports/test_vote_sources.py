"""The sources of votes: found in their folder, tried in an order that is not left to chance."""

from pathlib import Path

from insek_cli.workshop.imports import sources as folder
from insek_cli.workshop.imports.sources import sources


def test_every_module_of_the_folder_is_a_source_with_a_place_of_its_own() -> None:
    modules = list(Path(folder.__file__).parent.glob("[a-z]*.py"))
    orders = [source.order for source in sources()]
    assert len(orders) == len(modules) >= 5
    assert orders == sorted(set(orders))
