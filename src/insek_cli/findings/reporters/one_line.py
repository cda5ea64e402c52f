"""A finding in one line, for the marks that services show beside a line."""

from insek_cli.findings import Issue
from insek_cli.findings.reporters.terminal_safe import safe

LONGEST = 1000


def sentence(issue: Issue) -> str:
    """Key, message and hint, each a sentence: services show them in one paragraph."""
    key = f"{issue.key}: " if issue.key else ""
    message = f"{key}{issue.message}"
    if issue.hint:
        stop = "" if message.endswith((".", "!", "?", "…", ":")) else "."
        message = f"{message}{stop} {issue.hint}"
    return safe(message, LONGEST)
