"""What the Tab key offers: ids with their titles. Trouble with the data offers nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from insek_cli.cli.project_options import project_root
from insek_cli.findings import InsekError

if TYPE_CHECKING:
    from insek_cli.source import Loaded

Offers = list[tuple[str, str]]
Completer = Callable[[typer.Context, str], Offers]


def complete_words(*choices: str) -> Completer:
    """A closed list of words."""
    return _completer(lambda _context: [(word, "") for word in choices])


def complete_fields() -> Completer:
    """Fields of action."""
    return _of_data(lambda data: [(r.model.id, r.model.titel) for r in data.fields])


def complete_parts() -> Completer:
    """Fields of action and measures: what an excerpt can be of."""

    def offers(data: "Loaded") -> Offers:
        fields = [(r.model.id, r.model.titel) for r in data.fields]
        return fields + [(r.model.id, r.model.titel) for r in data.measures]

    return _of_data(offers)


def complete_goals() -> Completer:
    """Goals and Unterziele with their numbers."""

    def offers(data: "Loaded") -> Offers:
        from insek_cli.models.field import placed_goals

        found = (goal for record in data.fields for goal in placed_goals(record.model))
        return [(each.goal.id, f"Z {each.number} {each.goal.titel}") for each in found]

    return _of_data(offers)


def complete_measures() -> Completer:
    """Measures."""
    return _of_data(lambda data: [(r.model.id, r.model.titel) for r in data.measures])


def complete_actors() -> Completer:
    """Actors of the register."""
    return _of_data(lambda data: [(r.model.id, r.model.name) for r in data.register("actors")])


def complete_workshops() -> Completer:
    """Workshops."""
    return _of_data(lambda data: [(f.slug, f.record.model.titel) for f in data.workshops])


def _of_data(pick: "Callable[[Loaded], Offers]") -> Completer:
    def offers(context: typer.Context) -> Offers:
        named: Path | None = context.params.get("project")
        try:
            root = project_root(named)
        except InsekError:
            return []
        from insek_cli.source import load_project

        return pick(load_project(root))

    return _completer(offers)


def _completer(offers: Callable[[typer.Context], Offers]) -> Completer:
    """Offers for the last of several values that commas part; case does not count."""

    def complete(ctx: typer.Context, incomplete: str) -> Offers:
        before, comma, begun = incomplete.rpartition(",")
        fitting = [(w, t) for w, t in offers(ctx) if w.lower().startswith(begun.lower())]
        return [(f"{before}{comma}{word}", title) for word, title in fitting]

    return complete
