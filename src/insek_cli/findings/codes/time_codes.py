"""INSEK46x: what cannot be in time."""

from insek_cli.findings.codes.code import Code, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    warning(
        "INSEK461",
        N_("A measure that begins before what it depends on"),
        N_("The measure begins {begin}, and {other}, which it depends on, only {first}"),
        N_("Correct one of the two, or remove {other} from `abhaengig_von`."),
        "# M-001\nabhaengig_von: [M-002]\nzeitraum:\n  beginn: 2026\n# M-002\nzeitraum:\n"
        "  beginn: 2028",
        "# M-001\nabhaengig_von: [M-002]\nzeitraum:\n  beginn: 2028\n# M-002\nzeitraum:\n"
        "  beginn: 2028",
    ),
    warning(
        "INSEK462",
        N_("A step after the end of its measure"),
        N_("“{step}” begins {begin}, and the measure ends {end}"),
        N_("Correct the step, or `ende` of the measure."),
        "prozess:\n  - schritt: Bau\n    beginn: 2030\nzeitraum:\n  ende: 2028",
        "prozess:\n  - schritt: Bau\n    beginn: 2027\nzeitraum:\n  ende: 2028",
    ),
    warning(
        "INSEK463",
        N_("Years outside the horizon"),
        N_("{period} lies outside {horizon} ({years})"),
        N_("Correct the years or `horizont`, or the years of the horizon in concept.yaml."),
        "horizont: [kurzfristig]\nbeginn: 2034",
        "horizont: [langfristig]\nbeginn: 2034",
    ),
)
