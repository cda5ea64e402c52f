"""INSEK1xx, first part: encoding and YAML itself."""

from insek_cli.findings import Severity
from insek_cli.findings.codes.code import Code, Variant, fatal, warning
from insek_cli.findings.codes.slip_codes import SLIPS
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK101",
        N_("The file is not readable as YAML"),
        N_("This cannot be read as YAML"),
        N_("Check indentation, quotation marks and colons in this line and the one above."),
        'titel: "Offene Schulhöfe',
        'titel: "Offene Schulhöfe"',
        {
            "general": Variant(N_("This cannot be read as YAML")),
            "quote": Variant(
                N_("This quotation mark is never closed"),
                N_("Close the text with the same mark, or remove the mark."),
            ),
            "late": Variant(
                N_("The text that begins here ends at a quotation mark in line {end} only"),
                N_("Close the text with the same mark, or remove the mark."),
            ),
            "bracket": Variant(
                N_("This bracket is never closed, or a comma is missing in it"),
                N_("Close the bracket, or write one item a line, each with “- ”."),
            ),
            "mark": Variant(
                N_("A text cannot begin with “{mark}” without quotation marks"),
                N_("Put the whole text in quotation marks."),
            ),
            "colon": Variant(
                N_("A second colon in this line: YAML cannot tell where the text begins"),
                N_('Put the text after the first colon in straight quotation marks: "…".'),
            ),
            **SLIPS,
        },
    ),
    fatal(
        "INSEK102",
        N_("The file is not UTF-8"),
        N_("The file is not UTF-8"),
        N_("Save the file as UTF-8."),
        "",
        "",
        {
            "utf16": Variant(
                N_("The file is UTF-16, not UTF-8"),
                N_("In the editor, choose “Save as …” and the encoding UTF-8."),
            ),
            "cp1252": Variant(
                N_("The file is not UTF-8, probably Windows-1252"),
                N_("In the editor, choose “Save as …” and the encoding UTF-8."),
            ),
            "binary": Variant(
                N_("The file is no text: it looks like {what}"),
                N_("Data files are plain text; write it with an editor, not with Word or Excel."),
            ),
        },
    ),
    fatal(
        "INSEK103",
        N_("A hidden or forbidden character"),
        N_("Hidden or forbidden character {name}"),
        N_("Delete the character and type it anew; it often comes with copied text."),
        'titel: "Offene\\u202e Schulhöfe"',
        "titel: Offene Schulhöfe",
        {
            "edge": Variant(
                N_("A no-break space ({name}) stands where an ordinary one belongs"),
                N_("Replace it by an ordinary space; it often comes with copied text."),
            ),
        },
    ),
    fatal(
        "INSEK106",
        N_("A key stands twice"),
        N_("“{key}” stands here a second time, first in line {first}"),
        N_("Keep one of the two lines."),
        "titel: Gewerbehöfe\ntitel: Gewerbehof",
        "titel: Gewerbehöfe",
        {
            "listed": Variant(
                N_("“{key}” stands here a second time, first in line {first}"),
                N_("If a new entry begins here, write “- ” before it; else keep one of the lines."),
            ),
        },
    ),
    fatal(
        "INSEK108",
        N_("The file is empty"),
        N_("The file is empty"),
        N_("Fill it in, or delete it."),
    ),
    fatal(
        "INSEK109",
        N_("The file has the wrong shape"),
        N_("The file does not hold what is expected"),
        N_("Look at another file of this kind."),
        "- id: M-001",
        "id: M-001",
        {
            "mapping": Variant(
                N_("Keys with values are expected here, as in “titel: …”"),
                N_("Write the keys at the beginning of the line, without “- ”."),
            ),
            "prose": Variant(
                N_("Keys with values are expected here, as in “titel: …”"),
                N_("Begin each line with a key and a colon; “insek new” creates such a file."),
            ),
            "list": Variant(
                N_("A list is expected here"),
                N_("Begin each entry with “- ”."),
            ),
        },
    ),
    fatal(
        "INSEK113",
        N_("A part of YAML that is not used here"),
        N_("This part of YAML is not used here"),
        N_("Write the values out; if it is meant as text, put it in quotation marks."),
        "basis: &b {id: a}\nkopie: *b",
        "basis: {id: a}\nkopie: {id: a}",
        {
            "alias": Variant(N_("References to other places (*name) are not used here")),
            "anchor": Variant(N_("Anchors (&name) are not used here")),
            "tag": Variant(N_("Tags (!name) are not used here")),
            "merge": Variant(N_("Merge keys (<<) are not used here")),
            "directive": Variant(
                N_("Directives (%…) are not used here"), N_("Delete the lines up to “---”.")
            ),
            "documents": Variant(
                N_("A second document begins here"),
                N_("Delete the line “---”, or make two files of it."),
            ),
        },
    ),
    fatal(
        "INSEK114",
        N_("The file is too large or too deep"),
        N_("Too large or too deep"),
        N_("Divide the file, or move texts to a chapter."),
        "",
        "",
        {
            "bytes": Variant(N_("The file is larger than {limit}")),
            "depth": Variant(N_("More than {limit} levels inside each other")),
            "nodes": Variant(N_("More than {limit} entries in one file")),
            "text": Variant(N_("A text of more than {limit}")),
            "project": Variant(N_("All files together are larger than {limit}")),
            "files": Variant(
                N_("There are more than {limit} files and folders"),
                N_("Take away what is no data."),
            ),
        },
    ),
    fatal(
        "INSEK115",
        N_("A tab instead of spaces"),
        N_("A tab stands between the parts of the line"),
        N_("Use spaces; most editors can replace tabs by spaces."),
        "standort:\n\tbeschreibung: Innenstadt",
        "standort:\n  beschreibung: Innenstadt",
    ),
    fatal(
        "INSEK116",
        N_("A key is not a text"),
        N_("A key must be a text"),
        N_("Put the key in quotation marks, or write a text before the colon."),
        "1: erster Schritt",
        '"1": erster Schritt',
        {
            "group": Variant(
                N_("A bracket cannot be a key"),
                N_("If the brackets are text, put the whole text in quotation marks."),
            ),
        },
    ),
    warning(
        "INSEK117",
        N_("The file begins with a byte order mark"),
        N_("The file begins with an invisible byte order mark"),
        N_("Save the file as UTF-8 without BOM."),
    ),
    warning(
        "INSEK118",
        N_("Letters and accents are stored apart"),
        N_("Letters and accents are stored apart here, and perhaps further down"),
        N_("They are read as one letter; typing the text anew makes it so in the file."),
    ),
    warning(
        "INSEK120",
        N_("A text is cut at “#”"),
        N_("Only “{read}” is read, “{rest}” counts as a comment"),
        N_("Put the text in quotation marks, or a space after “#” where a comment is meant."),
        wrong="titel: Platz #1 der Liste",
        right='titel: "Platz #1 der Liste"',
        variants={
            "nothing": Variant(N_("Nothing is read here, “{rest}” counts as a comment")),
        },
    ),
    Code(
        "INSEK124",
        Severity.NOTE,
        N_("More findings than are shown"),
        N_("{count} more findings in this file are not shown"),
        N_("Mend the first ones; the others often follow from them."),
    ),
    fatal(
        "INSEK126",
        N_("A chapter without front matter"),
        N_("The chapter does not begin with “---” and its title"),
        N_("Begin the file with the lines “---”, “titel: …” and “---”."),
        "# Analyse\n\nText",
        "---\ntitel: Analyse\n---\nText",
    ),
    fatal(
        "INSEK129",
        N_("An entry of a list that counts as text"),
        N_("This entry counts as a part of the text above it"),
        N_(
            "Indent it exactly like the entry above; if a dash is meant, "
            "put the whole text in quotation marks."
        ),
        "ziele:\n  - HF1.1\n    - HF1.2",
        "ziele:\n  - HF1.1\n  - HF1.2",
        {
            "mark": Variant(
                N_("This entry counts as a part of the text above it"),
                N_(
                    "Begin it with “- ” (hyphen and space), exactly below the entry above; if a "
                    "dash is meant, put the whole text in quotation marks."
                ),
            ),
        },
    ),
)
