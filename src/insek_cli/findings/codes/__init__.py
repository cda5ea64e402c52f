"""The registry of finding codes: what each means, how it is said, and how to mend it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from insek_cli.findings import Issue, Position, Severity
from insek_cli.findings.codes import (
    access_codes,
    completeness_codes,
    consistency_codes,
    exchange_codes,
    file_codes,
    format_codes,
    import_codes,
    judgement_codes,
    list_codes,
    mark_codes,
    money_codes,
    monitoring_codes,
    recognition_codes,
    reference_codes,
    syntax_codes,
    time_codes,
    value_codes,
    vote_codes,
)
from insek_cli.findings.codes.code import Code, Variant
from insek_cli.findings.codes.code_examples import EXAMPLES
from insek_cli.i18n import _

__all__ = ["CODES", "Code", "Variant", "finding"]


def _all() -> Iterator[Code]:
    for code in _declared():
        example = EXAMPLES.get(code.code)
        yield replace(code, **example._asdict()) if example else code


def _declared() -> Iterator[Code]:
    return chain(
        syntax_codes.CODES,
        file_codes.CODES,
        format_codes.CODES,
        value_codes.CODES,
        mark_codes.CODES,
        reference_codes.CODES,
        completeness_codes.CODES,
        consistency_codes.CODES,
        judgement_codes.CODES,
        money_codes.CODES,
        time_codes.CODES,
        monitoring_codes.CODES,
        vote_codes.CODES,
        import_codes.CODES,
        recognition_codes.CODES,
        list_codes.CODES,
        access_codes.CODES,
        exchange_codes.CODES,
    )


CODES: dict[str, Code] = {code.code: code for code in sorted(_all(), key=lambda code: code.code)}


def finding(
    code: str,
    position: Position,
    key: str,
    source: str,
    /,
    *,
    variant: str = "",
    hint: str = "",
    severity: Severity | None = None,
    **details: str,
) -> Issue:
    """The finding of a code in the chosen language.

    `details` fill the placeholders of message and hint; `hint` replaces the hint of the registry.
    """
    entry = CODES[code]
    text = entry.variants[variant] if variant else entry
    return Issue(
        code=code,
        severity=severity or entry.severity,
        position=position,
        key=key,
        message=_(text.message).format(**details),
        hint=hint or _(text.hint or entry.hint).format(**details),
        source=source,
    )
