"""INSEK52x: files with votes that are being imported."""

from insek_cli.codes.code import Code, Variant, fatal, warning
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
                N_("“{value}” is no rank"), N_("Ranks are 1, 2, 3 …, each once a ballot.")
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
    fatal(
        "INSEK529",
        N_("Several sessions in one file"),
        N_("The file has votes of several sessions: {sessions}"),
        N_("Choose with --session, e.g. --session 2, or --session 1 --session 2 for both."),
        variants={
            "unknown": Variant(
                N_("The file has no session “{name}” with votes; there are: {sessions}"),
                N_("Choose one of them with --session."),
            )
        },
    ),
    fatal(
        "INSEK530",
        N_("A question that was not recognised"),
        N_("None of the workshop's questions has these options: {options}"),
        N_("Name the question with --question, or map its options with --mapping."),
        variants={
            "twice": Variant(
                N_("The question “{id}” is in this file twice"),
                N_("Import one of them only: choose with --session, or remove the other."),
            ),
            "unknown": Variant(N_("The workshop has no question “{id}”"), N_("Known: {known}")),
            "several": Variant(
                N_("These options fit several questions: {known}"),
                N_("Name the right one, e.g. --question {example}"),
            ),
            "slides": Variant(
                N_("Where a slide ends and the next begins cannot be told: {prompt}"),
                N_("Give the slides different wordings, or export them one by one."),
            ),
        },
    ),
    fatal(
        "INSEK531",
        N_("An option that was not recognised"),
        N_("The option “{label}” is none of the measures"),
        N_("Fill in the mapping and import again with --mapping."),
        variants={
            "close": Variant(
                N_("The option “{label}” resembles {id}, but is not the same"),
                N_("Confirm it, or fill in the mapping and import again with --mapping."),
            ),
            "same": Variant(
                N_("The options “{label}” and “{other}” are both {id}"),
                N_("Correct the mapping: two options of a question are two measures."),
            ),
            "foreign": Variant(
                N_("The option “{label}” is {id}, which “{question}” did not offer"),
                N_("Correct the mapping, or add the measure to the question in workshop.yaml."),
            ),
        },
    ),
    fatal(
        "INSEK532",
        N_("A ranking whose order is not certain"),
        N_("The lists may be rankings, or choices in the order of the options"),
        N_("Say which with --ranked or --unranked."),
    ),
    fatal(
        "INSEK533",
        N_("Votes that are there already"),
        N_("The same votes are there already, imported from “{other}”"),
        N_("To replace them, import this file with --source “{other}”."),
    ),
    warning(
        "INSEK534",
        N_("Ballots that count as spoilt"),
        N_("Ballots that break the rules of the question and count as spoilt ({count}): {which}"),
        N_("Too many choices (see “max_auswahl” in workshop.yaml), or one rank or option twice."),
        variants={
            "unfinished": Variant(
                N_("Answers that were not handed in and do not count ({count}): rows {which}"),
                N_("If they are to count, fill in the day they were handed in."),
            ),
        },
    ),
    warning(
        "INSEK535",
        N_("A number of people that does not fit"),
        N_("The file speaks of {count} people, workshop.yaml of {known}"),
        N_("Write the number under “anwesend” in workshop.yaml: {channel}: {count}"),
    ),
    fatal(
        "INSEK536",
        N_("A mapping that cannot be used"),
        N_("The mapping says for “{label}”: {value}"),
        N_("Write the id of a measure, or: ignorieren"),
        variants={
            "form": Variant(
                N_("The mapping is not of the expected form"),
                N_("Expected are “quelle” and “optionen”, as in the file that was written."),
            ),
        },
    ),
)
