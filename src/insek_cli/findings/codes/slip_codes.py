"""INSEK101, variants: the usual slips that make a file unreadable."""

from insek_cli.findings.codes.code import Variant
from insek_cli.i18n import N_

SLIPS: dict[str, Variant] = {
    "conflict": Variant(
        N_("Two versions of git stand here side by side"),
        N_("Keep one of them and delete the lines with <<<<<<<, ======= and >>>>>>>."),
    ),
    "space": Variant(N_("A space is missing behind the colon"), N_("Write “{key}: …”.")),
    "key": Variant(N_("The colon behind “{key}” is missing"), N_("Write “{key}: …”.")),
    "keyless": Variant(
        N_("This line has no key"),
        N_(
            "Begin it with a key and a colon; if it belongs to the text above, "
            "indent it like that text."
        ),
    ),
    "pipe": Variant(
        N_("A text of several lines begins here without “|”"),
        N_("Write “{key}: |” and keep the text below indented."),
    ),
    "two": Variant(
        N_("A second key, “{key}”, stands in the same line"),
        N_("Give each key a line of its own."),
    ),
    "dash": Variant(N_("A space is missing behind the dash"), N_("Write “- {text}”.")),
    "bullet": Variant(
        N_("“{mark}” does not begin an entry of a list"),
        N_("Begin each entry with “- ”: a minus sign and a space."),
    ),
    "indent": Variant(
        N_("The indentation does not fit the lines above"),
        N_(
            "This line begins after {here} spaces, the one above after {above}; "
            "lines that belong together begin alike."
        ),
    ),
    "entry": Variant(
        N_("An entry of a list stands where a key is expected"),
        N_("Write the key of the list above it, e.g. “ziele:”."),
    ),
    "behind_key": Variant(
        N_("An entry of a list stands behind the key"),
        N_("Begin the list in the next line, indented by two spaces."),
    ),
    "key_in_list": Variant(
        N_("A key stands where an entry of a list is expected"),
        N_(
            "If it belongs to the entry above, indent it by two more spaces; "
            "a new entry begins with “- ”."
        ),
    ),
    "text_indent": Variant(
        N_("This line is indented less than the text above it"),
        N_("Indent all lines of a text alike."),
    ),
    "after_quote": Variant(
        N_("Text follows the closing quotation mark"),
        N_("Write inner quotation marks as „ and “, an apostrophe as ’, and leave out the outer."),
    ),
    "after_bracket": Variant(
        N_("Text follows the closing bracket"),
        N_("If the bracket belongs to the text, put the whole text in quotation marks."),
    ),
    "block": Variant(
        N_("Text follows “{mark}” in the same line"),
        N_(
            "Begin the text in the next line, indented; if “{mark}” is part of it, "
            "put the whole text in quotation marks."
        ),
    ),
    "sign": Variant(
        N_("“{mark}” alone is no value"),
        N_("Delete the line: absent means not known yet."),
    ),
}
