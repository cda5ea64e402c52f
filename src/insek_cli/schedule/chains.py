"""What waits for what: the chain of measures that ends last."""

from collections.abc import Iterable, Mapping
from datetime import date

from insek_cli.models.measure import Measure
from insek_cli.schedule.spans import planned


def critical_chain(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures that wait for each other and end last, the first one first; empty for none.

    It ends with the measure that ends last of all that depend on another, and goes back from each
    to that of its prerequisites which ends last: a delay of one of them moves the end. What has no
    end counts as ending last; what names no dates, as first.
    """
    known = {measure.id: measure for measure in measures if measure.active}
    waiting = [each for each in known.values() if _prerequisites(each, known)]
    if not waiting:
        return ()
    chain = [max(waiting, key=_end)]
    while before := [m for m in _prerequisites(chain[-1], known) if m not in chain]:
        chain.append(max(before, key=_end))
    return tuple(reversed(chain))


def _prerequisites(measure: Measure, known: Mapping[str, Measure]) -> list[Measure]:
    return [known[id_] for id_ in measure.abhaengig_von if id_ in known and id_ != measure.id]


def _end(measure: Measure) -> tuple[date, str]:
    found = planned(measure)
    end = date.min if found is None else found.last or date.max
    # Of two that end the same day the later id, so that it does not depend on the order given.
    return end, measure.id
