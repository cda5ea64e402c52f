"""The moment that a reproducible build is told to take for now."""

import os
import re

# Office formats cannot say a time before 1980 or after 2107.
_FIRST, _LAST = 315532800, 4354819200


def source_date_epoch() -> int | None:
    """SOURCE_DATE_EPOCH (Unix time) where it is set and sensible."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = int(given) if re.fullmatch("[0-9]{1,10}", given) else 0
    return moment if _FIRST <= moment < _LAST else None
