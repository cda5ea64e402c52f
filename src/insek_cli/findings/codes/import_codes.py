"""INSEK520 to INSEK528: files with votes, as an import opens them."""

from insek_cli.findings.codes.code import Code, Variant, fatal
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK520",
        N_("A file that cannot be opened"),
        N_("The file is no spreadsheet that can be read"),
        N_("Export it anew; do not rename or shorten it."),
        variants={
            "damaged": Variant(N_("The file is damaged, or no spreadsheet at all")),
            "old": Variant(
                N_("The file is protected with a password, or has the old format .xls"),
                N_("Open it and save it as .xlsx without a password."),
            ),
            "twice": Variant(N_("The file contains the part “{name}” twice")),
            "unreadable": Variant(
                N_("The file cannot be read: {reason}"), N_("Check its name and its permissions.")
            ),
            "kind": Variant(
                N_("Files with the ending “{name}” are not read"),
                N_("Votes come as .xlsx or .csv."),
            ),
        },
    ),
    fatal(
        "INSEK521",
        N_("A file that is too large"),
        N_("The file is larger than {limit}"),
        N_("Export the one presentation or survey only."),
        variants={
            "together": Variant(
                N_("With this one, all files together are larger than {limit}"),
                N_("Import the files one by one."),
            ),
            "unpacked": Variant(N_("Unpacked, a part of the file is larger than {limit}")),
            "lines": Variant(N_("The file has more than {limit} rows")),
            "columns": Variant(
                N_("The table has more than {limit} columns"),
                N_("Export the questions of the vote only."),
            ),
            "cell": Variant(
                N_("The cell has more than {limit} characters"),
                N_("Shorten it, or export the file anew."),
            ),
            "elements": Variant(
                N_("The file has more elements than any table of votes"),
                N_("Delete what does not belong to the votes, or export it anew."),
            ),
            "cells": Variant(
                N_("The sheet has too many cells, or one far from all others"),
                N_("Delete what does not belong to the votes, or export it anew."),
            ),
        },
    ),
    fatal(
        "INSEK522",
        N_("A file with active content"),
        N_("The file contains macros or links to other files: {name}"),
        N_("Open it, save it as .xlsx without macros and links, or export it anew."),
        variants={
            "entities": Variant(N_("The part “{name}” defines entities")),
            "path": Variant(N_("The file contains a path that leads out of it: {name}")),
        },
    ),
    fatal(
        "INSEK523",
        N_("A cell that is no plain value"),
        N_("The cell cannot be read: {value}"),
        N_("Export the file anew, or replace the cell by its value."),
        variants={
            "formula": Variant(
                N_("A formula stands here: {value}"), N_("Replace it by its value, or delete it.")
            ),
            "error": Variant(N_("An error value stands here: {value}")),
            "merged": Variant(N_("Cells are merged: {value}"), N_("Separate them.")),
            "broken": Variant(N_("The cell is damaged: {value}")),
        },
    ),
    fatal(
        "INSEK524",
        N_("A CSV file that cannot be read"),
        N_("The file is no CSV file that can be read"),
        N_("Save it anew as “CSV UTF-8”."),
        variants={
            "encoding": Variant(N_("The letters are neither UTF-8, UTF-16 nor Windows-1252")),
            "control": Variant(N_("A control character stands here: {name}")),
            "quotes": Variant(
                N_("Quotation marks do not close, or stand in the middle of a cell"),
                N_("Double a quotation mark that belongs to the text."),
            ),
            "width": Variant(
                N_("The row has {count} cells instead of {wanted}"),
                N_("Put cells that contain the separator into quotation marks."),
            ),
        },
    ),
    fatal(
        "INSEK525",
        N_("A column that is missing or stands twice"),
        N_("The column “{name}” is missing"),
        N_("Add it, or export the file anew."),
        variants={
            "twice": Variant(
                N_("The column “{name}” stands twice"), N_("Delete or rename one of them.")
            ),
            "heading": Variant(
                N_("It cannot be told which option this column is: {name}"),
                N_("Complete the heading: the wording of the question, then [the option]."),
            ),
        },
    ),
    fatal(
        "INSEK526",
        N_("A value that cannot be counted"),
        N_("“{value}” is no whole number"),
        N_("Write digits only; corrections are negative."),
        variants={
            "rank": Variant(
                N_("“{value}” is neither a rank nor a choice"),
                N_("Ranks are 1, 2, 3 …, choices yes and no or x; correct the cell."),
            ),
            "unread": Variant(
                N_("The answers in this column name none of the measures"),
                N_("Export the titles of the options instead of codes, or correct the answers."),
            ),
            "scale": Variant(
                N_("Values are repeated on most ballots: this is a scale, no ranking"),
                N_("Only rankings and choices are counted; leave this question out."),
            ),
            "average": Variant(
                N_("“{value}” is an average, and averages cannot be added up"),
                N_("Export the ballots, or the points of each option."),
            ),
            "empty": Variant(N_("The cell is empty"), N_("Fill it in, or delete the row.")),
            "voter": Variant(
                N_("Voter {value} stands twice in session {session}"), N_("Export the file anew.")
            ),
        },
    ),
    fatal(
        "INSEK527",
        N_("A file whose layout is not known"),
        N_("No table of votes was recognised in this file"),
        N_(
            "Read are exports of Mentimeter and LimeSurvey, sticky dots (massnahme;punkte) and"
            " ballots.csv. A language other than English or German in the headings is not"
            " recognised."
        ),
    ),
    fatal(
        "INSEK528",
        N_("A file without votes"),
        N_("There are no votes in this file"),
        N_("Check that it is the right file, and that the session was held."),
    ),
)
