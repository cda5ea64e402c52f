"""INSEK133: marks of Markdown or of a word processor that would be printed as they are typed."""

from insek_cli.findings.codes.code import Code, Variant, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    warning(
        "INSEK133",
        N_("Marks that would be printed"),
        N_("This is printed as it is typed: {detail}"),
        N_("If it is meant as text, put a backslash before the mark."),
        "beschreibung: |\n  • Bäume pflanzen\n  • Bänke aufstellen",
        "beschreibung: |\n  - Bäume pflanzen\n  - Bänke aufstellen",
        {
            "attribute": Variant(
                N_("This is printed as it is typed: {detail}"),
                N_("Delete it; how a text looks is a matter of the templates."),
            ),
            "backslash": Variant(
                N_("The backslash at the end of the paragraph is printed"),
                N_("Delete it; it breaks a line only where another follows."),
            ),
            "backtick": Variant(
                N_("A backtick is printed as it is typed"),
                N_("Delete it, or write an apostrophe: ’."),
            ),
            "box": Variant(
                N_("A box to tick is printed as it is typed: {detail}"),
                N_("Delete the square brackets; steps that are done have “erledigt”."),
            ),
            "bullet": Variant(
                N_("This is no entry of a list, but runs on in the text: {detail}"),
                N_(
                    "Begin the entry with “- ” (hyphen and space), the first one after an empty "
                    "line; numbers with “1. ”."
                ),
            ),
            "caption": Variant(
                N_("This caption belongs to no table and no image: {detail}"),
                N_("Put the line with “: ” right below the table or the image."),
            ),
            "entity": Variant(
                N_("This is printed as it is typed: {detail}"),
                N_("Type the character itself."),
            ),
            "fence": Variant(
                N_("This line is printed as it is typed: {detail}"), N_("Delete the line.")
            ),
            "heading-space": Variant(
                N_("This is no heading, but printed as it is typed: {detail}"),
                N_("Put a space behind “#”; more than six of them make no heading."),
            ),
            "highlight": Variant(
                N_("This is printed as it is typed: {detail}"),
                N_("Set words off with **two stars** or *one*."),
            ),
            "link": Variant(
                N_("This is no link, but printed as it is typed: {detail}"),
                N_(
                    "Write [text](address) without a gap between the brackets and without spaces "
                    "in the address."
                ),
            ),
            "reference": Variant(
                N_("This is no link, but printed as it is typed: {detail}"),
                N_("Write the address itself in round brackets: [text](address)."),
            ),
            "row": Variant(
                N_("This line counts as a row of the table above: {detail}"),
                N_("Put an empty line between table and text."),
            ),
            "star": Variant(
                N_("These marks set nothing off and are printed: {detail}"),
                N_(
                    "Put the marks close to the words, before the first and behind the last; if a "
                    "star is meant, write “\\*”."
                ),
            ),
            "strike": Variant(
                N_("Nothing is struck out, the marks are printed: {detail}"),
                N_("Delete what no longer holds; “insek diff” shows what was there."),
            ),
            "table": Variant(
                N_("This is no table, but runs on in the text: {detail}"),
                N_(
                    "Put an empty line before the table, below its headings a line “| --- | --- |” "
                    "with as many parts as headings, and “|” between the cells."
                ),
            ),
        },
    ),
)
