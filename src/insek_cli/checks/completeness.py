"""What must be known at a stage. The stages build on each other."""

from collections.abc import Iterator
from typing import Any

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.findings.suggest import did_you_mean
from insek_cli.models.base import Model, metas
from insek_cli.models.measure import Measure
from insek_cli.models.routes import field_at, model_at
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
                info = field_at(Measure, path)
                yield record.issue_at(
                    "INSEK301",
                    position,
                    path,
                    title=info.title if info else "",
                    stage=LABELS.get(context.stage, context.stage),
                )


def required(stage: Stage, model: type[Model]) -> frozenset[Path]:
    """The keys that must be known at a stage; nested ones stand for the key that holds them."""
    found: set[Path] = set()
    for meta in metas(model):
        if meta.stage is None or STAGES.index(meta.stage) > STAGES.index(stage):
            continue
        inner = model_at(model, (meta.key,))
        nested = required(stage, inner) if inner else frozenset()
        found |= {(meta.key, *path) for path in nested} or {(meta.key,)}
    return frozenset(found)


def is_open(model: Model, path: Path) -> bool:
    """Whether nothing is known at a path."""
    value: Any = model
    for part in path:
        if not isinstance(value, Model):
            return value is None
        value = getattr(value, part)
    return _empty(value)


def _empty(value: Any) -> bool:
    if isinstance(value, Model):
        return all(_empty(getattr(value, name)) for name in type(value).model_fields)
    return value is None or value == ()


def _tightened(context: Context) -> frozenset[Path]:
    keys = _listed(context)
    return frozenset(path for _, path in keys if field_at(Measure, path))


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
        if concept and field_at(Measure, path) is None:
            key = ".".join(path)
            hint = did_you_mean(key, Measure.model_fields)
            yield concept.issue("INSEK216", place, key=key, hint=hint)


def _model_order(path: Path) -> tuple[int, Path]:
    return list(Measure.model_fields).index(path[0]), path
