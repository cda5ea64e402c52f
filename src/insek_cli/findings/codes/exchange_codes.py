"""INSEK560 to INSEK568: files that come back from departments, as a merge reads them."""

from insek_cli.findings.codes.code import Code, Variant, fatal, note, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK560",
        N_("A file that was not made from this project"),
        N_("The file was made for {theirs}, and this is {ours}"),
        N_("Merge it in the project that it was made from (--project)."),
        variants={
            "unmarked": Variant(
                N_("The file does not say what it was made from"),
                N_(
                    "Merged are workbooks of insek extract, and insek.docx and massnahmenliste.xlsx"
                    " of a build, with all their sheets; a list of another kind is read by insek"
                    " import."
                ),
            ),
            "kind": Variant(
                N_("Files with the ending “{name}” cannot be merged"),
                N_("Ask for the workbook (.xlsx) that was sent out."),
            ),
            "strange": Variant(
                N_("None of the measures in the file is one of this project"),
            ),
            "damaged": Variant(
                N_("What the file says it was made from was changed: {id}"),
                N_("Enter the changes into a copy that was sent out, and leave hidden sheets be."),
            ),
            "newer": Variant(
                N_("The file was made by a newer insek"),
                N_("Merge it with that version, or a later one."),
            ),
        },
    ),
    fatal(
        "INSEK561",
        N_("A value that its key cannot take"),
        N_("“{value}” is no value for “{title}”"),
        N_("Correct the cell, or empty it."),
        variants={
            "choice": Variant(
                N_("“{value}” is no choice for “{title}”"), N_("Possible: {choices}")
            ),
            "id": Variant(
                N_("“{value}” is not known as “{title}”"),
                N_("Choose from the list; what is new goes into the register first. {near}"),
            ),
            "number": Variant(
                N_("“{value}” is no number for “{title}”"),
                N_("Write digits only; what is uncertain goes into the explanation beside it."),
            ),
            "moment": Variant(
                N_("“{value}” is no year, month or day for “{title}”"),
                N_("Write 2027, 05/2027 or 14.05.2027."),
            ),
            "formula": Variant(
                N_("A formula without a value stands here: {value}"),
                N_("Open the file, save it once, or write the value."),
            ),
            "error": Variant(N_("An error value stands here: {value}")),
            "model": Variant(N_("{key}: {reason}")),
            "merged": Variant(N_("The cell is merged with others: {value}"), N_("Separate them.")),
            "pair": Variant(
                N_("“{value}” is no entry of “{title}”"),
                N_("Write a line for each entry: {form}"),
            ),
            "cut": Variant(
                N_("The text was too long for a cell and ended early; it cannot be edited here"),
                N_("Change it in the file of the measure."),
            ),
            "twice": Variant(
                N_("{value} stands in several rows, and “{title}” differs in them"),
                N_("Leave one of the rows."),
            ),
        },
    ),
    note(
        "INSEK562",
        N_("A file of another model"),
        N_("The file has the key “{key}”, which this version does not know; it is not read"),
        N_("Its values stand in the file as before; enter them by hand where they are needed."),
    ),
    fatal(
        "INSEK563",
        N_("A measure that is not there"),
        N_("There is no measure {id} in this project"),
        N_("It was deleted, or the id was typed; correct it, or empty the row."),
        variants={
            "form": Variant(N_("“{id}” is no id of a measure")),
            "elsewhere": Variant(
                N_("The file was not made for {id}"),
                N_("Ask for a workbook with that measure; a new one has no id yet."),
            ),
        },
    ),
    warning(
        "INSEK564",
        N_("A change where nothing is taken back"),
        N_("“{title}” was changed here, where it is printed only; the change is not taken"),
        N_("Make it in the sheet “{sheet}”."),
        variants={
            "word": Variant(
                N_("“{title}” is put together from several values; the change is not taken"),
                N_("Make it in the workbook of insek extract, or in the file of the measure."),
            )
        },
    ),
    note(
        "INSEK565",
        N_("A row that is missing"),
        N_("The row of {id} is missing; nothing is deleted"),
        N_("A measure is dropped with its status: entfallen, with a reason."),
    ),
    note(
        "INSEK567",
        N_("A column that nobody knows"),
        N_("The column “{value}” was added; it is not read"),
        N_("What is to be said stands in the column for remarks."),
    ),
    fatal(
        "INSEK568",
        N_("A new row that lacks what a measure needs"),
        N_("A new measure stands here without {keys}"),
        N_("Give it a title and a field of action, or empty the row."),
    ),
)
