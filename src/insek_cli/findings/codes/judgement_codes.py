"""INSEK4xx, second part: what is possible but doubtful, and what does not fit together."""

from insek_cli.findings.codes.code import Code, Variant, note, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    warning(
        "INSEK411",
        N_("Two measures with one short title"),
        N_("“{text}” is also the short title of {other}"),
        N_("Choose another kurztitel: on ballots the two cannot be told apart."),
        "kurztitel: Schulhöfe",
        "kurztitel: Schulhöfe Innenstadt",
    ),
    warning(
        "INSEK412",
        N_("More funding than cost"),
        N_("The funding ({funding} €) is more than the cost ({cost} €)"),
        N_("Correct one of the two."),
        "betrag: 500000",
        "betrag: 200000",
    ),
    warning(
        "INSEK413",
        N_("Shares above 100 percent"),
        N_("The shares add up to {total} %"),
        N_("Correct the shares: together they cannot be more than 100."),
        "anteil: 120",
        "anteil: 70",
    ),
    warning(
        "INSEK414",
        N_("A year outside the programme"),
        N_("{year} lies outside the period of {programme} ({period})"),
        N_("Correct the year, or the period in registers/programmes.yaml."),
        "jahr: 2019",
        "jahr: 2027",
    ),
    warning(
        "INSEK415",
        N_("A share above what the programme pays"),
        N_("{share} % is more than {programme} pays at most ({limit} %)"),
        N_("Correct the share, or hoechstanteil in registers/programmes.yaml."),
        "anteil: 90",
        "anteil: 60",
    ),
    warning(
        "INSEK416",
        N_("A point far from all others"),
        N_("The point lies {distance} km from the middle of the others"),
        N_("Check the coordinate: latitude and longitude may be exchanged."),
        "lat: 7.77\nlon: 49.44",
        "lat: 49.44\nlon: 7.77",
        {
            "exchanged": Variant(
                N_("Latitude and longitude are exchanged: the point lies outside Germany"),
                N_("Write “lat: {lon}” and “lon: {lat}”."),
            ),
            "abroad": Variant(
                N_("The point lies outside Germany"),
                N_("Decimal degrees in WGS 84 are lat 47 to 55 and lon 6 to 15 in Germany."),
            ),
        },
    ),
    warning(
        "INSEK417",
        N_("A share that looks like a fraction"),
        N_("{share} is read as {read} percent"),
        N_("A share is in percent: if {whole} % are meant, write {whole}."),
        "anteil: 0.75",
        "anteil: 75",
    ),
    note(
        "INSEK421",
        N_("A goal without a measure"),
        N_("No measure serves the goal {goal}"),
        N_("Name the goal under `ziele` of a measure, or leave it open."),
    ),
    note(
        "INSEK422",
        N_("An entry nobody uses"),
        N_("Nothing refers to “{id}”"),
        N_("Refer to it, or remove it from the register."),
    ),
    warning(
        "INSEK423",
        N_("Two measures with nearly one title"),
        N_("“{title}” says nearly the same as {other}"),
        N_("If they are one measure, merge them with zusammengefuehrt_in."),
        "titel: Offene Schulhöfe",
        "zusammengefuehrt_in: M-002",
    ),
    warning(
        "INSEK424",
        N_("Two spellings of one name"),
        N_("“{name}” and “{other}” look like one name"),
        N_("Keep one entry and let all measures refer to it."),
        "name: Wohnbau gGmbH",
        "name: WohnBau gGmbH",
        {
            "same": Variant(
                N_("“{name}” is also the name of {other}"),
                N_("If it is one, keep one entry; if not, give the two different names."),
            ),
        },
    ),
    note(
        "INSEK425",
        N_("An abbreviation without an entry"),
        N_("“{text}” is not in the list of abbreviations"),
        N_("Add it to registers/abbreviations.yaml, without `lang` while its meaning is open."),
    ),
    note(
        "INSEK426",
        N_("Two forms of gender marks"),
        N_("“{form}” stands here, most texts write “{usual}”"),
        N_("Choose one form for the whole concept."),
    ),
    warning(
        "INSEK436",
        N_("A text that only says that something is open"),
        N_("“{text}” is printed as a text"),
        N_("Delete the key or the entry: what is missing counts as not known yet."),
        "standort:\n  beschreibung: k. A.",
        "# standort fehlt: noch nicht bekannt",
        {
            "needed": Variant(
                N_("“{text}” is printed as a text"),
                N_("Write what it is called until now; this key cannot be left out."),
            ),
        },
    ),
    warning(
        "INSEK427",
        N_("A remark without an answer"),
        N_("The remark is not answered, and the concept is at the stage {stage}"),
        N_("Set `antwort` and say why in `begruendung`."),
        "antwort: offen",
        "antwort: uebernommen\nbegruendung: …",
    ),
    warning(
        "INSEK428",
        N_("A chapter without a place"),
        N_("There is no chapter “{name}” to stand behind"),
        N_("Possible are: {known}."),
        "nach: einleitung",
        "nach: prozess",
    ),
    warning(
        "INSEK429",
        N_("An entry that stands twice"),
        N_("“{text}” stands in this list already"),
        N_("Remove one of the two."),
        "ziele: [HF1.1, HF1.1]",
        "ziele: [HF1.1]",
        {
            "field": Variant(
                N_("{text} is the main field of the measure already"),
                N_("Remove it here: “handlungsfeld” says it."),
            ),
            "lead": Variant(
                N_("“{text}” leads the measure already"),
                N_("Remove it here: “federfuehrung” says it."),
            ),
        },
    ),
    warning(
        "INSEK433",
        N_("A measure that waits for one that will not come"),
        N_("{id} has the status “{status}”"),
        N_("Remove the reference, or name another measure."),
        "# M-002\nstatus: entfallen\n# M-001\nabhaengig_von: [M-002]",
        "# M-001\nabhaengig_von: [M-003]",
        {
            "merged": Variant(N_("{id} is merged into {other}"), N_("Write {other}.")),
            "merged_away": Variant(
                N_("{id} is merged into {other}"),
                N_("Remove the reference, or name another measure."),
            ),
        },
    ),
    warning(
        "INSEK434",
        N_("A measure that is given up, and nobody says why"),
        N_("The status is “{status}”, and there is no reason"),
        N_("Write the reason under “status_begruendung”."),
        "status: entfallen",
        "status: entfallen\nstatus_begruendung: Das Gelände ist verkauft.",
    ),
    warning(
        "INSEK431",
        N_("A silence without a reason"),
        N_("{code} is silenced without a reason"),
        N_("Write the reason behind a dash: # insek: erlaubt {code} - Grund"),
        "# insek: erlaubt INSEK423",
        "# insek: erlaubt INSEK423 - zwei Bauabschnitte",
    ),
    note(
        "INSEK432",
        N_("A silence nothing needs"),
        N_("There is no finding {code} here to silence"),
        N_("Remove the comment."),
    ),
)
