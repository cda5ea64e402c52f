"""New rows among those that are there: a file replaces its own rows and no others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Set

from insek_cli.models.ballots import Ballot
from insek_cli.workshop.ballots.ballot_rows import canonical


def merge(
    existing: Iterable[Ballot], new: Iterable[Ballot], replaced: Set[str], question: str | None
) -> tuple[Ballot, ...]:
    """The rows afterwards, in their order. With `question` only rows on it are replaced."""
    kept = (row for row in existing if not _goes(row, replaced, question))
    return canonical((*kept, *new))


def _goes(row: Ballot, replaced: Set[str], question: str | None) -> bool:
    return row.quelle in replaced and question in (None, row.frage)


def twin(existing: Iterable[Ballot], new: Iterable[Ballot], replaced: Set[str]) -> str | None:
    """Another source with the very same votes: a file that was renamed, not a second one."""
    wanted = Counter(_without_source(row) for row in new)
    others: dict[str, Counter[Ballot]] = defaultdict(Counter)
    for row in existing:
        if row.quelle not in replaced:
            others[row.quelle][_without_source(row)] += 1
    return next((name for name, rows in others.items() if rows == wanted), None)


def _without_source(row: Ballot) -> Ballot:
    return row.model_copy(update={"quelle": "-"})
