"""Tabs between the parts of YAML: one parser takes them, the other refuses. Both refuse here."""

from insek_cli.source.nodes import Scalar, Span


def structural_tab(lines: list[str], scalars: list[Scalar]) -> Span | None:
    """The first tab that is neither inside a text nor in a comment."""
    for number, line in enumerate(lines, 1):
        if "\t" not in line:
            continue
        covered = [span for span in (scalar.span for scalar in scalars) if _touches(span, number)]
        column = _first_tab(line, number, covered)
        if column:
            return Span(number, column, number, column + 1)
    return None


def _touches(span: Span, line: int) -> bool:
    return span.line <= line <= span.end_line


def _first_tab(line: str, number: int, covered: list[Span]) -> int | None:
    indent = len(line) - len(line.lstrip())
    for index, character in enumerate(line):
        inside = any(_holds(span, number, index + 1) for span in covered)
        if character == "#" and not inside and (index == 0 or line[index - 1] in " \t"):
            return None
        if character == "\t" and ((index < indent and line.strip()) or not inside):
            return index + 1
    return None


def _holds(span: Span, line: int, column: int) -> bool:
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)
