"""The reference of findings: one entry a code, for the terminal and for docs/befunde.md."""

import re

from insek_cli.findings import Severity
from insek_cli.findings.codes import CODES
from insek_cli.findings.codes.code import Code
from insek_cli.i18n import N_, _

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
SEVERITIES = {
    Severity.ERROR: N_("error: stops the build"),
    Severity.WARNING: N_("warning: counts with --strict"),
    Severity.NOTE: N_("note: never counts"),
}


def code_entry(code: Code) -> str:
    """One entry as Markdown."""
    lines = [f"## {code.code} {_(code.title)}", "", f"*{_(SEVERITIES[code.severity])}*", ""]
    texts = [(code.message, code.hint)]
    texts += [(variant.message, variant.hint or code.hint) for variant in code.variants.values()]
    lines += [f"- {_told(message, hint)}" for message, hint in dict.fromkeys(texts)]
    lines.append("")
    for title, example in ((_("Wrong"), code.wrong), (_("Right"), code.right)):
        lines += [f"{title}:", "", f"```{code.language}", example, "```", ""]
    return "\n".join(lines)


def _told(message: str, hint: str) -> str:
    """A message and its hint; what depends on the place stands as three dots."""
    return _PLACEHOLDER.sub("…", f"{_(message)}. {_(hint)}".strip())


def reference_page() -> str:
    """The whole page."""
    head = [
        "# " + _("Findings"),
        "",
        _("Generated from the registry of codes; renewed with make generate."),
        "",
        _("The severity of most codes can be set in data/concept.yaml under `regeln`. A finding is "
          "silenced at one place with a comment that gives the reason: "
          "`# insek: erlaubt INSEK423 - Grund`."),
        "",
    ]  # fmt: skip
    return "\n".join([*head, *(code_entry(code) for code in CODES.values())])
