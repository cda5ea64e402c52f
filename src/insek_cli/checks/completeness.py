"""What must be known at a stage. The stages build on each other."""

from collections.abc import Iterator

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.findings.suggest import did_you_mean
from insek_cli.models.key_paths import key_at
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.models.open_keys import is_open
from insek_cli.models.required_keys import listed, required_keys

Path = tuple[str, ...]


def missing(context: Context) -> Iterator[Issue]:
    """Each key a measure of the report still lacks for the stage, at the measure's id."""
    rules = context.catalog.concept.pflichtfelder
    needed = required_keys(Measure, context.stage, rules)
    for record in context.loaded.measures:
        if not record.model.active:
            continue
        for path in sorted(needed, key=_model_order):
            if is_open(record.model, path):
                position = record.locate(("id",))
                key = key_at(Measure, path)
                yield record.issue_at(
                    "INSEK301",
                    position,
                    path,
                    title=key.title if key else "",
                    stage=LABELS.get(context.stage, context.stage),
                )


def unknown_required_keys(context: Context) -> Iterator[Issue]:
    """Keys in `pflichtfelder` that no measure has."""
    concept = context.loaded.concept
    rules = context.catalog.concept.pflichtfelder
    for place, path in listed(context.stage, rules) if concept else ():
        if concept and key_at(Measure, path) is None:
            key = ".".join(path)
            hint = did_you_mean(key, Measure.model_fields)
            yield concept.issue("INSEK216", ("pflichtfelder", *place), key=key, hint=hint)


def _model_order(path: Path) -> tuple[int, Path]:
    return list(Measure.model_fields).index(path[0]), path


RULES = (
    missing,
    unknown_required_keys,
)
