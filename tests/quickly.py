"""What must not take for ever, measured by the machine it runs on instead of in seconds."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

YARDSTICK = 1_000_000
"""Additions, a twentieth of a second on a computer of today: a slow one takes longer for both."""


@contextmanager
def within(yardsticks: int) -> Iterator[None]:
    """What is inside takes no more computing than so many yardsticks."""
    begun = time.process_time()
    yield
    took = time.process_time() - begun
    begun = time.process_time()
    sum(number * number % 7 for number in range(YARDSTICK))
    assert took < yardsticks * (time.process_time() - begun)
