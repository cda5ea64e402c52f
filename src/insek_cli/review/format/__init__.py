"""The one canonical form of data files; whatever cannot be kept is a finding, never lost."""

from insek_cli.review.format.canonical import Formatted, format_bytes
from insek_cli.review.format.emit import emit

__all__ = ["Formatted", "emit", "format_bytes"]
