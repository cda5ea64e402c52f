"""Which measures `insek list` shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import get_args

from insek_cli.catalog import Catalog
from insek_cli.cli.project_options import one_of, split_values
from insek_cli.findings import InsekError
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _
from insek_cli.models.base import COLUMNS
from insek_cli.models.key_paths import key_at
from insek_cli.models.measure import Measure, sort_key
from insek_cli.models.open_keys import is_open, open_columns
from insek_cli.models.types import Status

STATUS: tuple[Status, ...] = get_args(Status)

Test = Callable[[Measure], bool]


@dataclass(frozen=True)
class Selection:
    """The filters; all that are given must hold, and of several values one."""

    fields: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    everything: bool = False


def select_measures(catalog: Catalog, wanted: Selection) -> list[Measure]:
    """The measures in the order of the report; raises InsekError for a value nobody knows."""
    tests = [
        *_tests(wanted.fields, lambda value: _of_field(value, catalog)),
        *_tests(wanted.status, _of_status),
        *_tests(wanted.actors, lambda value: _of_actor(value, catalog)),
        *_tests(wanted.missing, _without),
    ]
    if not (wanted.everything or wanted.status):
        tests.append(lambda measure: measure.active)
    ordered = sorted(catalog.measures, key=sort_key)
    return [measure for measure in ordered if all(test(measure) for test in tests)]


def _tests(values: Iterable[str], make: Callable[[str], Test]) -> list[Test]:
    """One test that holds when any of the values does; none without values."""
    tests = [make(value) for value in split_values(values)]
    return [lambda measure: any(test(measure) for test in tests)] if tests else []


def _of_field(value: str, catalog: Catalog) -> Test:
    id_ = one_of(value, list(catalog.field), "--field")
    return lambda measure: id_ in measure.fields


def _of_status(value: str) -> Test:
    status = one_of(value, STATUS, "--status")
    return lambda measure: measure.status == status


def _of_actor(value: str, catalog: Catalog) -> Test:
    names = {
        id_: {id_, a.name.lower(), (a.kurz or id_).lower()} for id_, a in catalog.actors.items()
    }
    found = {id_ for id_, known in names.items() if value.lower() in known}
    if not found:
        message = _("The register does not know the actor “{name}”.").format(name=value)
        known = [word for id_, actor in catalog.actors.items() for word in (id_, actor.name)]
        hint = did_you_mean(value, known) or _("Actors stand in data/registers/actors.yaml.")
        raise InsekError(message, hint, exit_code=2)
    return lambda measure: bool(found & _actors(measure))


def _actors(measure: Measure) -> set[str]:
    actors = measure.akteure
    return {*actors.beteiligte, actors.federfuehrung or ""} if actors else set()


def _without(value: str) -> Test:
    """Measures that leave a key open, or every key of a column of the Maßnahmenliste."""
    column = next((name for name in COLUMNS if name.lower() == value.lower()), None)
    if column:
        return lambda measure: column in open_columns(measure)
    path = tuple(value.split("."))
    if key_at(Measure, path) is None:
        message = _("Measures have no key “{key}”.").format(key=value)
        known = Measure.model_fields
        hint = did_you_mean(value, known) or _("Keys: {keys}").format(keys=", ".join(known))
        raise InsekError(message, hint, exit_code=2)
    return lambda measure: is_open(measure, path)
