"""INSEK529 to INSEK536: what an import makes of a file that it could read."""

from insek_cli.findings.codes.code import Code, Variant, fatal, warning
from insek_cli.i18n import N_

_FROZEN = N_(
    "Numbers count as the workshop kit printed and froze them (optionen.yaml); where it did not, "
    "write ids or titles into the file."
)

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK529",
        N_("Several sessions in one file"),
        N_("The file has votes of several sessions: {sessions}"),
        N_("Choose with --session, e.g. --session 2, or --session 1 --session 2 for both."),
        variants={
            "unknown": Variant(
                N_("The file has no session “{name}” with votes; there are: {sessions}"),
                N_("Choose one of them with --session."),
            ),
            "without": Variant(
                N_("This file is not divided into sessions"), N_("Leave --session out.")
            ),
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
            "numbers": Variant(
                N_("No question of the workshop has these numbers: {options}"),
                _FROZEN,
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
            "number": Variant(
                N_("The number “{label}” was not printed for this workshop"), _FROZEN
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
            "other": Variant(
                N_(
                    "Answers under “other” that name no measure and do not count ({count}): "
                    "rows {which}"
                ),
                N_("Whoever chose nothing else has no vote here; read them as ideas."),
            ),
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
        variants={
            "unknown": Variant(
                N_("The file speaks of {count} people, workshop.yaml does not say how many came")
            ),
        },
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
