"""INSEK580 to INSEK582: lists of measures, as an import reads them."""

from insek_cli.findings.codes.code import Code, Variant, fatal, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK580",
        N_("A file without a list of measures"),
        N_("No table with titles of measures was found in this file"),
        N_(
            "One column needs a heading such as Maßnahme, Projekt or Titel, and a second one that"
            " is known. Or say in a mapping what each column is: --mapping"
        ),
        variants={
            "sheet": Variant(
                N_("There is no sheet “{name}” in this file"), N_("Write its name as on its tab.")
            )
        },
    ),
    fatal(
        "INSEK581",
        N_("A heading that only resembles a known one"),
        N_("“{heading}” resembles the column “{place}”, but is not the same"),
        N_("Look at the mapping that was written, correct it, and pass it with: --mapping"),
    ),
    warning(
        "INSEK582",
        N_("A key that was changed in the list and in the files"),
        N_("{measure}: “{key}” says something else in the list than in the files; the files stay"),
        N_("Let the list count with: --take theirs, or the files with: --take ours"),
    ),
)
