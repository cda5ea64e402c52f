"""Where the time of a build goes: stages note when they ran, `--timings` reads the notes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """A stage that ran, in seconds: when it began and how long it took."""

    name: str
    begin: float
    seconds: float


_noted: list[Stage] = []


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Note when a stage runs; stages may run side by side."""
    begin = time.perf_counter()
    try:
        yield
    finally:
        _noted.append(Stage(name, begin, time.perf_counter() - begin))


def recorded_stages() -> list[Stage]:
    """The stages since the last call in the order they began; the first begins at 0."""
    stages = sorted(_noted, key=lambda each: each.begin)
    _noted.clear()
    first = stages[0].begin if stages else 0.0
    return [Stage(each.name, each.begin - first, each.seconds) for each in stages]
