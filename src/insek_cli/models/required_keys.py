"""Which keys must be known at a stage: decided once for findings, summary and spreadsheet."""

from collections.abc import Iterator

from insek_cli.models.base import Model
from insek_cli.models.concept import RequiredKeys
from insek_cli.models.key_paths import key_at
from insek_cli.models.keys import keys
from insek_cli.models.stages import STAGES, Stage

Names = tuple[str, ...]


def required_keys(
    model: type[Model], stage: Stage, rules: RequiredKeys | None = None
) -> frozenset[Names]:
    """The paths that must be known at a stage, those included that a city's `rules` add."""
    return frozenset(_of_model(model, stage)) | frozenset(
        names for _place, names in listed(stage, rules) if key_at(model, names)
    )


def _of_model(model: type[Model], stage: Stage) -> Iterator[Names]:
    """By the model alone; nested keys stand for the key that holds them."""
    for key in keys(model):
        if key.stage and STAGES.index(key.stage) <= STAGES.index(stage):
            nested = list(_of_model(key.record, stage)) if key.record else []
            yield from ((key.name, *below) for below in nested or [()])


def listed(stage: Stage, rules: RequiredKeys | None) -> Iterator[tuple[tuple[Stage, int], Names]]:
    """What the rules of a city list up to a stage, each with its place there."""
    for each in STAGES[: STAGES.index(stage) + 1] if rules else ():
        for index, dotted in enumerate(getattr(rules, each)):
            yield (each, index), tuple(dotted.split("."))
