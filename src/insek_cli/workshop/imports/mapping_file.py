"""The mapping an office fills in: written here, read back here."""

import json
import re
from collections.abc import Mapping

from insek_cli.i18n import _
from insek_cli.workshop.ballots.option_matching import IGNORED
from insek_cli.workshop.imports.import_plan import ImportPlan

_HIDDEN = re.compile(
    "[^\x20-\x7e\xa0-\u200a\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uf900-\ufdcf\ufe00-\ufefe]"
)
"""All but letters and signs that YAML takes as they are; the others are written by number."""


def mapping_stub(plan: ImportPlan, titles: Mapping[str, str]) -> str:
    """The text of a mapping with every open option, near measures beside it."""
    lines = [
        _("# Write the id of a measure behind each option, or: ignorieren"),
        f"quelle: {_quoted(plan.source)}",
        "optionen:",
    ]
    for match in plan.unmatched:
        near = (
            f"  # {match.measure} {_plain(titles.get(match.measure, ''))}?" if match.measure else ""
        )
        lines.append(f"  {_quoted(match.label)}:{near}")
    lines += ["", "# " + _("The measures:")]
    lines += [f"# {id_} {_plain(title)}" for id_, title in titles.items()]
    return "\n".join(lines) + "\n"


def mapping_of(data: object) -> dict[str, str] | None:
    """Option to id from a mapping; None when it has another form. Empty entries are still open."""
    options = data.get("optionen") if isinstance(data, dict) else None
    if options is None:
        return {} if isinstance(data, dict) and "optionen" in data else None
    if not isinstance(options, dict):
        return None
    return {str(label): str(value) for label, value in options.items() if value is not None}


def is_valid_target(value: str, ids: Mapping[str, str]) -> bool:
    """Whether a mapping may say this of an option."""
    return value == IGNORED or value in ids


def _quoted(text: str) -> str:
    """A text as YAML reads it back, whatever is in it."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\U{ord(found[0]):08x}", quoted)


def _plain(text: str) -> str:
    return " ".join(text.split())
