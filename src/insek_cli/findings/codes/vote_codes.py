"""INSEK50x: ballots.csv and optionen.yaml, as they lie in the project."""

from insek_cli.findings.codes.code import Code, Variant, fatal, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK501",
        N_("A header that is not that of ballots.csv"),
        N_("The first line is not the header of ballots.csv"),
        N_("Expected is: {header}"),
    ),
    fatal(
        "INSEK502",
        N_("A row with too many or too few cells"),
        N_("The row has {count} cells instead of {wanted}"),
        N_("Look for a missing or surplus semicolon."),
        variants={
            "quotes": Variant(
                N_("The quotation marks of this row do not close"),
                N_("Remove the quotation mark, or close it."),
            )
        },
    ),
    fatal(
        "INSEK503",
        N_("A cell that does not fit its column"),
        N_("“{value}” does not fit the column “{column}”"),
        N_("Import the file anew, or correct the row."),
        variants={
            "choice": Variant(
                N_("“{value}” is not among the choices"),
                N_("Possible are: stimme, summe, enthaltung, ungueltig."),
            ),
            "number": Variant(
                N_("“{value}” is no number that fits here"),
                N_("Whole numbers; only a sum may be less than 1."),
            ),
            "empty": Variant(N_("“{column}” is empty"), N_("A row of this kind needs it.")),
            "filled": Variant(
                N_("“{column}” is filled"), N_("A row of this kind leaves it empty.")
            ),
            "form": Variant(
                N_("“{value}” does not have the form of the column “{column}”"),
                N_("Expected are forms like hf1, mentimeter or M-014."),
            ),
        },
    ),
    fatal(
        "INSEK504",
        N_("Votes on a question that does not exist"),
        N_("The workshop has no question “{id}”"),
        N_(
            "Rows like this: {count}. Correct “frage” in them, or add the question to"
            " workshop.yaml."
        ),
    ),
    fatal(
        "INSEK505",
        N_("Votes for a measure that was not on the list"),
        N_("“{id}” is not among the options of the question “{question}”"),
        N_(
            "Rows like this: {count}. Correct them, or add the measure to the question in"
            " workshop.yaml."
        ),
        variants={
            "unknown": Variant(
                N_("There are votes for the measure “{id}”, which does not exist"),
                N_(
                    "Put its file back into data/measures/. If it has another id today, write"
                    " “{id}” under “frueher” of that measure."
                ),
            ),
            "claimed": Variant(
                N_("“{id}” is an earlier id of several measures: {owners}"),
                N_("Leave it under “frueher” of one of them: that one gets the votes."),
            ),
        },
    ),
    fatal(
        "INSEK506",
        N_("A row that stands twice"),
        N_("This ballot says the same already in line {line}"),
        N_("Delete one of the two rows."),
        variants={
            "measure": Variant(N_("This ballot names “{id}” already in line {line}")),
            "rank": Variant(
                N_("This ballot has rank {rank} already in line {line}"), N_("Correct the rank.")
            ),
            "merged": Variant(
                N_("This ballot names “{earlier}” and “{id}”, which are one measure now"),
                N_(
                    "Put the file of {earlier} back, with “zusammengefuehrt_in: {id}”, and take"
                    " {earlier} out of “frueher”."
                ),
            ),
            "kind": Variant(
                N_("This ballot has votes and is blank or spoilt: line {line}"),
                N_("Delete the rows that are wrong."),
            ),
        },
    ),
    warning(
        "INSEK507",
        N_("More choices than allowed"),
        N_("This ballot has more than {cap} choices; it counts as spoilt"),
        N_("Check “max_auswahl” of the question in workshop.yaml."),
        variants={
            "rank": Variant(N_("Rank {rank} is beyond the {cap} choices allowed; spoilt ballot"))
        },
    ),
    warning(
        "INSEK508",
        N_("A sum below zero"),
        N_("The corrections leave {sum} points for “{id}”"),
        N_("Check the negative rows."),
    ),
    warning(
        "INSEK509",
        N_("More ballots than people"),
        N_("{count} ballots in the channel “{channel}”, but {present} people were there"),
        N_("Check “anwesend” in workshop.yaml, and that no session was imported twice."),
    ),
    warning(
        "INSEK510",
        N_("More points than people can have given"),
        N_(
            "{count} points for “{question}” in the channel “{channel}”, but {people} people with"
            " at most {each} each can give {most}"
        ),
        N_("Check this number, and “anwesend” and “max_auswahl” in workshop.yaml."),
    ),
)
