"""What tests counted while they ran: the figures of trust, never written down by hand."""

from collections import Counter

FAULTS = "file operations failed or killed, files damaged"
KILLS = "commands killed at a random moment"
HOSTILE = "hostile inputs tried"
BYTES = "bytes compared and found the same"
MUTANTS = "spoilt PDFs found to be spoilt"
LEAKS = "hidden keys searched for, by profile and document"
SEARCHED = "bytes searched for them"
TEXTS = "texts of generated projects found again in a document"
SPOILT = "faults put into generated projects and told in their line"

running: Counter[str] = Counter()
"""Of the test that runs now."""


def count(name: str, number: int = 1) -> None:
    """Add to a figure of the running test; it counts when the test passes."""
    running[name] += number
