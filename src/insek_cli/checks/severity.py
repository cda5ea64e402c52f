"""The city's own weight for findings: `regeln` in concept.yaml."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from insek_cli.checks.context import Context
from insek_cli.findings import Issue, Severity
from insek_cli.findings.codes import CODES
from insek_cli.models.concept import Concept

WEIGHTS: dict[str, Severity | None] = {
    "fehler": Severity.ERROR,
    "warnung": Severity.WARNING,
    "hinweis": Severity.NOTE,
    "aus": None,
}


def with_city_severity(issues: Iterable[Issue], concept: Concept) -> Iterator[Issue]:
    """The findings with the severity the city gives them; those that are off are left out."""
    rules = {rule.code: WEIGHTS[rule.schwere] for rule in concept.regeln}
    for issue in issues:
        severity = issue.severity
        if issue.code in rules and not CODES[issue.code].fixed:
            weight = rules[issue.code]
            if weight is None:
                continue
            severity = weight
        yield replace(issue, severity=severity)


def invalid_rules(context: Context) -> Iterator[Issue]:
    """Rules that name no code, or one whose severity is fixed."""
    concept = context.loaded.concept
    for index, rule in enumerate(concept.model.regeln if concept else ()):
        code = CODES.get(rule.code)
        if concept and (code is None or code.fixed):
            number = "INSEK215" if code is None else "INSEK404"
            yield concept.issue(number, ("regeln", index, "code"), code=rule.code)


RULES = (invalid_rules,)
