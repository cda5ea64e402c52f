"""INSEK45x: reports on how far measures are that contradict something, or say too little."""

from insek_cli.findings.codes.code import Code, note, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    warning(
        "INSEK451",
        N_("A measure reported twice"),
        N_("{id} has an entry in this report already"),
        N_("Make one entry of the two; the first one counts until then."),
        "massnahmen:\n  - massnahme: M-001\n  - massnahme: M-001",
        "massnahmen:\n  - massnahme: M-001",
    ),
    warning(
        "INSEK452",
        N_("A value of an indicator that the measure does not have"),
        N_("{id} has no indicator “{name}”"),
        N_("Write its name as in the measure under monitoring, or add it there."),
        "indikatoren:\n  - indikator: Baeume\n    wert: 12",
        "indikatoren:\n  - indikator: Straßenbäume\n    wert: 12",
    ),
    warning(
        "INSEK453",
        N_("A traffic light that contradicts the status"),
        N_("“{light}” does not go with the status “{status}”"),
        N_("Correct one of the two: „erledigt“ belongs to „umgesetzt“, the others do not."),
        "status: umgesetzt\nampel: gefaehrdet",
        "status: umgesetzt\nampel: erledigt",
    ),
    warning(
        "INSEK454",
        N_("A traffic light without a reason"),
        N_("Nobody says why the measure is “{light}”"),
        N_("Add begruendung: the council will ask."),
        "ampel: verzoegert",
        "ampel: verzoegert\nbegruendung: Die Vergabe wurde wiederholt.",
    ),
    warning(
        "INSEK455",
        N_("A year after the day of the report"),
        N_("{year} lies after the day that is reported for ({day})"),
        N_("Correct the year; what is planned belongs in the measure."),
        "stichtag: 2026-12-31\nmassnahmen:\n  - massnahme: M-001\n    ausgaben:\n"
        "      - jahr: 2028\n        betrag: 1000",
        "stichtag: 2026-12-31\nmassnahmen:\n  - massnahme: M-001\n    ausgaben:\n"
        "      - jahr: 2026\n        betrag: 1000",
    ),
    warning(
        "INSEK456",
        N_("A status that goes back"),
        N_("On {day} the status was “{old}”, now it is “{new}”"),
        N_("Say why under begruendung, or correct one of the two reports."),
        "status: beschlossen",
        "status: beschlossen\nbegruendung: Der Beschluss wurde aufgehoben.",
    ),
    warning(
        "INSEK457",
        N_("A status that the newest report has overtaken"),
        N_("The status is “{status}”, reported for {day} was “{reported}”"),
        N_("Correct it here, or in {file}."),
        "status: beschlossen",
        "status: in_umsetzung",
    ),
    note(
        "INSEK458",
        N_("Measures without news"),
        N_("Decided or under way, and not in the newest report: {ids}"),
        N_("Ask the departments in charge, or leave it: nothing is said of them."),
        "stichtag: 2026-12-31\nmassnahmen: []",
        "stichtag: 2026-12-31\nmassnahmen:\n  - massnahme: M-001\n    ampel: im_plan",
    ),
)
