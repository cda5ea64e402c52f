"""The date that a new project prints first."""

from datetime import UTC, date, datetime

from insek_cli.source_date_epoch import source_date_epoch


def today() -> date:
    """SOURCE_DATE_EPOCH counts before the clock."""
    if moment := source_date_epoch():
        return datetime.fromtimestamp(moment, tz=UTC).date()
    return date.today()
