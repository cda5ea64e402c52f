"""Where a document comes from: a line that every output carries, written and read back."""

import re
from dataclasses import dataclass
from typing import get_args

from insek_cli.models.stages import PROFILES, STAGES, Profile, Stage
from insek_cli.report.revision_state import TemplateOrigin
from insek_cli.report.views import Report

REPORT, KOFI = "bericht", "kofi"
"""The documents that are no workshop's."""
_ALL = "alle"
_LINE = re.compile(
    r"insek-herkunft/1 dokument=([a-z0-9-]+) revision=([0-9a-f]{40,64}|keine) geaendert=(ja|nein)"
    rf" profil=({'|'.join(PROFILES)}) stufe=({'|'.join(STAGES)}) felder=([A-Z0-9,-]+|{_ALL})"
    rf" vorlagen=({'|'.join(get_args(TemplateOrigin))}) werkzeuge=([\w.,+-]+)"
)


@dataclass(frozen=True)
class Origin:
    """What a document was built from; `revision` is a commit, None without version control.

    `dokument` is the slug of the workshop it documents, `kofi`, `bericht`, or the occasion of an
    Umsetzungsbericht; `felder` is empty for all.
    """

    dokument: str
    revision: str | None
    geaendert: bool
    profil: Profile
    stufe: Stage
    felder: tuple[str, ...]
    """Fields and measures of an excerpt; empty for all."""
    vorlagen: TemplateOrigin
    werkzeuge: tuple[str, ...]
    """Names and versions of the tools: insek-0.1.0."""

    def __str__(self) -> str:
        return (
            f"insek-herkunft/1 dokument={self.dokument} revision={self.revision or 'keine'}"
            f" geaendert={'ja' if self.geaendert else 'nein'} profil={self.profil}"
            f" stufe={self.stufe} felder={','.join(self.felder) or _ALL}"
            f" vorlagen={self.vorlagen}"
            f" werkzeuge={','.join(self.werkzeuge)}"
        )


def origin(report: Report) -> Origin:
    """The origin of what is printed from a report."""
    return Origin(
        _document(report),
        report.revision.commit,
        report.revision.changed,
        report.profil,
        report.stufe,
        report.nur,
        report.vorlagen,
        report.werkzeuge,
    )


def _document(report: Report) -> str:
    if report.umsetzung:
        return str(report.umsetzung.anlass)
    if report.dokumentation:
        return report.dokumentation.werkstatt.slug
    return KOFI if report.nur_kofi else REPORT


def read_origin(text: str) -> Origin | None:
    """The origin a text names last, None when it names none: texts of the data come before it."""
    lines = _LINE.findall(text)
    if not lines:
        return None
    document, revision, changed, profile, stage, fields, templates, tools = lines[-1]
    return Origin(
        document,
        None if revision == "keine" else revision,
        changed == "ja",
        next(name for name in PROFILES if name == profile),
        next(name for name in STAGES if name == stage),
        () if fields == _ALL else tuple(fields.split(",")),
        next(name for name in get_args(TemplateOrigin) if name == templates),
        tuple(tools.split(",")),
    )
