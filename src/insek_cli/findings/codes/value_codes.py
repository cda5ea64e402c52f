"""INSEK1xx, second part: keys and values against the models, and Markdown."""

from insek_cli.findings.codes.code import Code, Variant, fatal
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK104",
        N_("A value of the wrong kind"),
        N_("{value} is of the wrong kind"),
        N_("Look at another file of this kind."),
        "von: 250.000 €",
        "von: 250000",
        {
            "text": Variant(N_("{value} is not a text"), N_("Put it in quotation marks.")),
            "one_text": Variant(
                N_("{value} is not a text"), N_("Write one text, without “- ” and without keys.")
            ),
            "integer": Variant(
                N_("{value} is not a whole number"),
                N_("Write digits only: no point, no unit, no quotation marks."),
            ),
            "number": Variant(
                N_("{value} is not a number"),
                N_("Write digits and, for decimals, a point: 12.5; no unit, no quotation marks."),
            ),
            "truth": Variant(N_("{value} is neither true nor false"), N_("Write true or false.")),
            "list": Variant(
                N_("A list is expected here, not {value}"),
                N_("Begin each entry with “- ” in a line of its own."),
            ),
            "mapping": Variant(
                N_("Keys with values are expected here, not {value}"),
                N_("Write one “key: value” a line, indented under this key."),
            ),
        },
    ),
    fatal(
        "INSEK105",
        N_("An unknown key"),
        N_("“{key}” is not a known key"),
        N_("Known here: {known}."),
        "beschreibng: Text",
        "beschreibung: Text",
    ),
    fatal(
        "INSEK107",
        N_("A required key is missing"),
        N_("“{key}” is missing"),
        N_("Add the line “{key}: …”."),
        "id: M-001",
        "id: M-001\ntitel: Gewerbehöfe\nhandlungsfeld: HF2",
        variants={
            "comment": Variant(
                N_("“{key}” is missing: “{text}” counts as a comment"),
                N_("Put the text in quotation marks."),
            ),
            "goal": Variant(
                N_("A goal without an id among goals with ids"),
                N_("“insek fmt” gives it an id that was never used."),
            ),
        },
    ),
    fatal(
        "INSEK110",
        N_("A value that is not among the choices"),
        N_("{value} is not among the choices"),
        N_("Possible are: {choices}."),
        "status: geplant",
        "status: vorschlag",
    ),
    fatal(
        "INSEK111",
        N_("A value that does not have its form"),
        N_("{value} does not have the expected form"),
        N_("Expected is: {expected}."),
        "handlungsfeld: Handlungsfeld 2",
        "handlungsfeld: HF2",
        {
            "blank": Variant(
                N_("The text is empty"), N_("Delete the line; absent means: not known yet.")
            ),
            "unseen": Variant(
                N_("Nothing of this text would be seen: it has hidden characters only"),
                N_("Delete the line; absent means: not known yet."),
            ),
            "id": Variant(
                N_("{value} does not have the form of an id"),
                N_("Expected is a form like {example}."),
            ),
            "colour": Variant(
                N_("{value} is not a colour"),
                N_('Write six hexadecimal digits in quotation marks: "#9a3324".'),
            ),
            "link": Variant(
                N_("{value} is not a link"),
                N_("Links begin with https:// or http:// or mailto:."),
            ),
            "time": Variant(N_("{value} is not a time of day"), N_('Write it so: "17:30".')),
        },
    ),
    fatal(
        "INSEK112",
        N_("A value out of its range"),
        N_("{value} is out of range"),
        N_("Correct the value."),
        "anteil: 120",
        "anteil: 80",
        {
            "at_least": Variant(
                N_("{value} is less than {limit}"), N_("Write a number of at least {limit}.")
            ),
            "at_most": Variant(
                N_("{value} is more than {limit}"), N_("Write a number of at most {limit}.")
            ),
            "more_than": Variant(
                N_("{value} is not more than {limit}"), N_("Write a number above {limit}.")
            ),
            "less_than": Variant(N_("{value} is not less than {limit}")),
            "finite": Variant(N_("{value} is not a number that can be used")),
            "long": Variant(
                N_("The text has {count} characters, at most {limit} are allowed"),
                N_("Shorten the text by {over} characters."),
            ),
        },
    ),
    fatal(
        "INSEK119",
        N_("A date that does not exist or is written otherwise"),
        N_("{value} is not a date"),
        N_("Write year-month-day, e.g. 2026-05-14."),
        "datum: 14.05.2026",
        "datum: 2026-05-14",
        {
            "date": Variant(N_("{value} is not a date")),
            "period": Variant(
                N_("{value} is neither a year, nor a month, nor a day"),
                N_("Write 2026 or 2026-05 or 2026-05-14."),
            ),
            "no_day": Variant(
                N_("{value} is a day that the calendar does not have"),
                N_("Check day and month; written as year-month-day, e.g. 2026-05-14."),
            ),
        },
    ),
    fatal(
        "INSEK127",
        N_("Amount and share at the same time"),
        N_("“betrag” and “anteil” exclude each other"),
        N_("Keep one of the two; the other can be told in “erlaeuterung”."),
        "- betrag: 20000\n  anteil: 80",
        "- anteil: 80",
    ),
    fatal(
        "INSEK128",
        N_("A key without a value"),
        N_("“{key}” has no value"),
        N_("Write the value behind the colon, or delete the line: absent means not known yet."),
        "kosten:",
        "kosten:\n  preisstand: 2025",
    ),
    fatal(
        "INSEK130",
        N_("A part of Markdown that is not used here"),
        N_("This cannot be printed in every document: {detail}"),
        N_("Allowed are paragraphs, lists, emphasis, line breaks and links."),
        "beschreibung: |\n  <b>Wichtig</b>",
        "beschreibung: |\n  **Wichtig**",
        {
            "html": Variant(N_("HTML is not used here: {detail}")),
            "code": Variant(
                N_("Code is not used here: {detail}"),
                N_("Take away the indentation of four spaces, or the backticks."),
            ),
            "quote": Variant(
                N_("A quotation with “>” is not used here"),
                N_("Put the sentence in quotation marks, without “>”."),
            ),
            "rule": Variant(N_("A ruled line is not used here"), N_("Delete the line.")),
            "heading": Variant(
                N_("A heading is not used here: {detail}"),
                N_("Make it a section of its own in “weitere_abschnitte”."),
            ),
            "image": Variant(
                N_("An image is not used here: {detail}"),
                N_("Put it under “bilder”, with its alternative text."),
            ),
            "footnote": Variant(
                N_("Footnotes are not used here: {detail}"),
                N_("Put the remark in brackets into the text."),
            ),
            "scheme": Variant(
                N_("This link leads nowhere: {detail}"),
                N_(
                    "Links go to https://…, http://…, mailto:…, an id such as M-014 or a chapter "
                    "such as analyse.md."
                ),
            ),
            "note-heading": Variant(
                N_("A heading cannot have a footnote: {detail}"),
                N_(
                    "Put the mark behind the first sentence below it; the heading stands in the "
                    "contents too."
                ),
            ),
            "note-inside": Variant(
                N_("A footnote cannot refer to another: {detail}"),
                N_("Put the words of both into one footnote."),
            ),
            "note-missing": Variant(
                N_("The footnote {detail} is not there"),
                N_("Write it in a line of its own: “{detail}: text of the footnote”."),
            ),
            "note-often": Variant(
                N_("The footnote {detail} is repeated too often"),
                N_("Refer to it at its first place, and shorten it at the others."),
            ),
            "note-twice": Variant(
                N_("A footnote with this name stands further up; lost is: {detail}"),
                N_("Give it another name in the square brackets."),
            ),
            "note-unused": Variant(
                N_("Nothing refers to this footnote; lost is: {detail}"),
                N_("Put its mark, such as [^1], where it belongs in the text, or delete it."),
            ),
            "link-title": Variant(
                N_("This title in round brackets is not printed: {detail}"),
                N_("Write it into the text; below an image a line with “: ” is its caption."),
            ),
            "cells": Variant(
                N_("This row has more cells than the table has headings; lost is: {detail}"),
                N_("Add a heading, or write “\\|” where the line is meant as text."),
            ),
            "too-deep": Variant(
                N_("The text is nested too deeply"),
                N_("Make the lists flatter, and put fewer marks inside each other."),
            ),
            "brackets": Variant(
                N_("Too many square brackets in one paragraph"), N_("Divide the paragraph.")
            ),
        },
    ),
)
