"""The shape of an entry of the registry."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from insek_cli.findings import Severity


@dataclass(frozen=True)
class Variant:
    """A wording of a code for one cause."""

    message: str
    hint: str = ""


@dataclass(frozen=True)
class Code:
    """A code: texts are English and translated on use; `wrong` and `right` are YAML,
    or of another `language`.

    A `fixed` code keeps its severity, because what it finds cannot be built at all.
    """

    code: str
    severity: Severity
    title: str
    message: str
    hint: str
    wrong: str = ""
    right: str = ""
    fixed: bool = False
    variants: Mapping[str, Variant] = field(default_factory=dict)
    language: str = "yaml"


def error(
    code: str,
    title: str,
    message: str,
    hint: str,
    wrong: str = "",
    right: str = "",
    variants: Mapping[str, Variant] | None = None,
) -> Code:
    """A code that stops the build unless the city decides otherwise."""
    return Code(
        code, Severity.ERROR, title, message, hint, wrong, right, variants=dict(variants or {})
    )


def warning(
    code: str,
    title: str,
    message: str,
    hint: str,
    wrong: str = "",
    right: str = "",
    variants: Mapping[str, Variant] | None = None,
) -> Code:
    """A code that is shown and does not stop the build."""
    return Code(
        code, Severity.WARNING, title, message, hint, wrong, right, variants=dict(variants or {})
    )


def note(code: str, title: str, message: str, hint: str, wrong: str = "", right: str = "") -> Code:
    """A code that is worth a look and never counts."""
    return Code(code, Severity.NOTE, title, message, hint, wrong, right)


def fatal(
    code: str,
    title: str,
    message: str,
    hint: str,
    wrong: str = "",
    right: str = "",
    variants: Mapping[str, Variant] | None = None,
) -> Code:
    """An error no rule can soften."""
    return Code(
        code, Severity.ERROR, title, message, hint, wrong, right, True, dict(variants or {})
    )
