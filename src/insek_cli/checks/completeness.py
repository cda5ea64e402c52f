"""What must be known at a stage. The stages build on each other."""

from collections.abc import Iterator

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.findings.suggest import did_you_mean
from insek_cli.models.base import Model
from insek_cli.models.key_paths import is_open, key_at
from insek_cli.models.keys import keys
from insek_cli.models.measure import Measure
from insek_cli.models.stages import STAGES, Stage
from insek_cli.models.types import LABELS

Path = tuple[str, ...]


def missing(context: Context) -> Iterator[Issue]:
    """Each key a measure of the report still lacks for the stage, at the measure's id."""
    needed = required(context.stage, Measure) | _tightened(context)
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


def required(stage: Stage, model: type[Model]) -> frozenset[Path]:
    """The keys that must be known at a stage; nested ones stand for the key that holds them."""
    found: set[Path] = set()
    for key in keys(model):
        if key.stage is None or STAGES.index(key.stage) > STAGES.index(stage):
            continue
        nested = required(stage, key.record) if key.record else frozenset()
        found |= {(key.name, *path) for path in nested} or {(key.name,)}
    return frozenset(found)


def _tightened(context: Context) -> frozenset[Path]:
    return frozenset(path for _, path in _listed(context) if key_at(Measure, path))


def _listed(context: Context) -> list[tuple[tuple[str | int, ...], Path]]:
    rules = context.catalog.concept.pflichtfelder
    stages = STAGES[: STAGES.index(context.stage) + 1]
    return [
        (("pflichtfelder", stage, index), tuple(key.split(".")))
        for stage in (stages if rules else ())
        for index, key in enumerate(getattr(rules, stage))
    ]


def unknown_required_keys(context: Context) -> Iterator[Issue]:
    """Keys in `pflichtfelder` that no measure has."""
    concept = context.loaded.concept
    for place, path in _listed(context) if concept else ():
        if concept and key_at(Measure, path) is None:
            key = ".".join(path)
            hint = did_you_mean(key, Measure.model_fields)
            yield concept.issue("INSEK216", place, key=key, hint=hint)


def _model_order(path: Path) -> tuple[int, Path]:
    return list(Measure.model_fields).index(path[0]), path
