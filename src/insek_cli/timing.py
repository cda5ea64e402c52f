"""Where the time of a build goes: stages note how long they took, `--timings` reads the notes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

_taken: list[tuple[str, float]] = []


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Note the seconds that a stage takes; stages may run side by side."""
    begin = time.perf_counter()
    try:
        yield
    finally:
        _taken.append((name, time.perf_counter() - begin))


def taken() -> dict[str, float]:
    """Seconds by stage since the last call, in the order the stages ended."""
    whole: dict[str, float] = {}
    for name, seconds in _taken:
        whole[name] = whole.get(name, 0.0) + seconds
    _taken.clear()
    return whole
