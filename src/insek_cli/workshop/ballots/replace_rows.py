"""New rows among those that are there: a file replaces its own rows and no others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Set

from insek_cli.models.ballots import BallotRow
from insek_cli.workshop.ballots.ballot_rows import canonical_rows


def replace_rows(
    existing: Iterable[BallotRow],
    new: Iterable[BallotRow],
    replaced: Set[str],
    question: str | None,
) -> tuple[BallotRow, ...]:
    """The rows afterwards, in their order. With `question` only rows on it are replaced."""
    kept = (row for row in existing if not _goes(row, replaced, question))
    return canonical_rows((*kept, *new))


def _goes(row: BallotRow, replaced: Set[str], question: str | None) -> bool:
    return row.quelle in replaced and question in (None, row.frage)


def identical_source(
    existing: Iterable[BallotRow], new: Iterable[BallotRow], replaced: Set[str]
) -> str | None:
    """Another source with the very same votes: a file that was renamed, not a second one."""
    wanted = Counter(_without_source(row) for row in new)
    others: dict[str, Counter[BallotRow]] = defaultdict(Counter)
    for row in existing:
        if row.quelle not in replaced:
            others[row.quelle][_without_source(row)] += 1
    return next((name for name, rows in others.items() if rows == wanted), None)


def _without_source(row: BallotRow) -> BallotRow:
    return row.model_copy(update={"quelle": "-"})
