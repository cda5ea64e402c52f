"""Where one slide ends and the next begins: columns that share a prompt may be one or several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from insek_cli.workshop.ballots.option_matching import folded_option
from insek_cli.workshop.imports.known_questions import AskedQuestion, KnownQuestions


@dataclass(frozen=True)
class PromptColumn:
    """A column: its place in the table, the question it belongs to, and its part of it."""

    index: int
    prompt: str
    part: str


Run = tuple[PromptColumn, ...]


@dataclass(frozen=True)
class Reading:
    """How columns of one prompt may be read: as one question, as several, or as either.

    `doubtful` says that where the slides begin cannot be told.
    """

    whole: bool
    parts: tuple[Run, ...] = ()
    doubtful: bool = False


def column_runs(columns: Sequence[PromptColumn]) -> Iterator[Run]:
    """Neighbouring columns with one prompt; a column without a part stands alone."""
    group: list[PromptColumn] = []
    for column in columns:
        if group and not (
            column.part and folded_option(column.prompt) == folded_option(group[-1].prompt)
        ):
            yield tuple(group)
            group = []
        group.append(column)
    if group:
        yield tuple(group)


def run_readings(run: Run, known: KnownQuestions) -> Reading:
    """The readings of a run, by the options that the questions of its wording offer together."""
    offered = {id_ for asked in known.asked for id_ in (*asked.measures, *asked.since)}
    measures = [known.near(column.part) for column in run]
    measures = [id_ if id_ in offered else None for id_ in measures]
    wanted = {id_ for id_ in measures if id_}
    twice = len({folded_option(column.part) for column in run}) < len(run)
    fitting = [asked for asked in known.asked if asked.offers(wanted)]
    if not wanted or len(run) == 1:
        parts = tuple(_cut(run, measures, known.asked)) if twice else ()
        return Reading(not twice, parts)
    for pool in (known.asking(run[0].prompt), known.asked):
        # What offers everything is the reading as one; the others may have been asked one by one.
        narrow = [asked for asked in pool if twice or asked not in fitting]
        if not all(any(asked.offers([id_]) for asked in narrow) for id_ in wanted):
            if not twice and any(asked in fitting for asked in pool):
                return Reading(whole=True)
            continue
        forward = tuple(_cut(run, measures, narrow))
        # An option that is no measure may stand on either slide: its votes are asked about anyway.
        sure = [(column, id_) for column, id_ in zip(run, measures, strict=True) if id_]
        if _ends(sure, narrow) != _ends(sure[::-1], narrow)[::-1]:
            return Reading(whole=False, doubtful=True)
        whole = bool(fitting) and not twice
        return Reading(whole or len(forward) == 1, forward if len(forward) > 1 else ())
    return Reading(not twice, tuple(_cut(run, measures, known.asked)) if twice else ())


def _ends(
    sure: Sequence[tuple[PromptColumn, str]], pool: Sequence[AskedQuestion]
) -> list[set[PromptColumn]]:
    columns, measures = tuple(column for column, _ in sure), [id_ for _, id_ in sure]
    return [set(part) for part in _cut(columns, measures, pool)]


def _cut(run: Run, measures: Sequence[str | None], pool: Sequence[AskedQuestion]) -> Iterator[Run]:
    """As few parts as possible: each without an option twice, and offered by one question."""
    part: list[PromptColumn] = []
    seen: set[str] = set()
    asking = list(pool)
    for column, measure in zip(run, measures, strict=True):
        left = [a for a in asking if a.offers([measure])] if measure else asking
        if part and (folded_option(column.part) in seen or not left):
            yield tuple(part)
            part, seen = [], set()
            left = [a for a in pool if measure is None or a.offers([measure])]
        asking = left or list(pool)
        part.append(column)
        seen.add(folded_option(column.part))
    if part:
        yield tuple(part)
