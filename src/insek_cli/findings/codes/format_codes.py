"""INSEK14x: the canonical form of files, and the schemas made from the models."""

from insek_cli.findings.codes.code import Code, Variant, fatal, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    warning(
        "INSEK140",
        N_("A file is not in its canonical form"),
        N_("From here on the file is not in its canonical form"),
        N_("“insek fmt” puts it into that form."),
        'id:   "M-001"',
        "id: M-001",
    ),
    fatal(
        "INSEK141",
        N_("A file cannot be put into its canonical form"),
        N_("The canonical form would lose something here, so the file stays as it is"),
        N_("Write this place more simply: one key a line, comments in lines of their own."),
    ),
    fatal(
        "INSEK142",
        N_("A schema does not fit the models"),
        N_("This schema does not fit the models"),
        N_("“insek schema” writes it anew."),
        "",
        "",
        {
            "differs": Variant(N_("This schema does not fit the models")),
            "missing": Variant(N_("This schema is missing")),
        },
    ),
    warning(
        "INSEK143",
        N_("Goals without ids of their own"),
        N_("The goals have no ids of their own: {id} means whichever stands here"),
        N_(
            "“insek fmt” writes the ids into the file; then each goal keeps its id where others "
            "are added, moved or removed."
        ),
        "ziele:\n  - titel: Leerstand senken\n    unterziele:\n      - Läden nutzen",
        "ziele:\n  - id: HF2.1\n    titel: Leerstand senken\n    unterziele:\n"
        "      - id: HF2.1.1\n        titel: Läden nutzen",
    ),
)
