"""INSEK2xx: references, ids and names of files."""

from insek_cli.findings.codes.code import Code, Variant, error, fatal, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK201",
        N_("A reference to an id that does not exist"),
        N_("{kind} “{id}” does not exist"),
        N_("Add it to {place}, or correct the id."),
        "handlungsfeld: HF9",
        "handlungsfeld: HF2",
    ),
    fatal(
        "INSEK202",
        N_("An id that exists already"),
        N_("The id “{id}” exists already: {other}"),
        N_(
            "If both mean the same, compare them and delete one; otherwise give one the "
            "next free id. Upper and lower case do not count."
        ),
        variants={
            "named": Variant(
                N_("The id “{id}” exists already: {other}"),
                N_("The file is named {name}: write the id of the file name."),
            ),
        },
    ),
    error(
        "INSEK203",
        N_("A file name that does not begin with its id"),
        N_("The file is named {name}, but its id is “{id}”"),
        N_("Rename the file to {expected}, or correct the id."),
    ),
    error(
        "INSEK204",
        N_("An earlier id that does not lead to one measure or goal"),
        N_("“{id}” is also an earlier id of {other}"),
        N_("Leave it under “frueher” of one of them: that one gets its votes and remarks."),
        "# M-003\nfrueher: [M-001]\n# M-004\nfrueher: [M-001]",
        "# M-003\nfrueher: [M-001]",
        variants={
            "present": Variant(
                N_("“{id}” is a measure of its own: its votes and remarks stay with it"),
                N_("Take it out of “frueher”. What merged says so with “zusammengefuehrt_in”."),
            ),
            "goal_claimed": Variant(
                N_("“{id}” is also an earlier id of {other}"),
                N_("Leave it under “frueher” of one of them: references reach that one."),
            ),
            "goal_present": Variant(
                N_("“{id}” is a goal of its own: references to it stay with it"),
                N_("Take it out of “frueher”."),
            ),
        },
    ),
    error(
        "INSEK205",
        N_("A name that is not a slug"),
        N_("“{name}” is not a slug"),
        N_("Use small letters, digits and hyphens, e.g. {near}."),
        variants={
            "device": Variant(
                N_("Windows cannot keep a file or folder named “{name}”"),
                N_("Choose another name; con, prn, aux, nul, com1 and lpt1 are devices there."),
            ),
            "file": Variant(
                N_("The file name “{name}” has more than small letters, digits and hyphens"),
                N_("Rename the file, e.g. to {expected}."),
            ),
        },
    ),
    fatal(
        "INSEK206",
        N_("Measures that wait for each other"),
        N_("Circle in “abhaengig_von”: {chain}"),
        N_("Remove one of these references."),
        "# M-001\nabhaengig_von: [M-002]\n# M-002\nabhaengig_von: [M-001]",
        "# M-001\nabhaengig_von: [M-002]",
    ),
    fatal(
        "INSEK207",
        N_("Measures merged in a circle"),
        N_("Circle in “zusammengefuehrt_in”: {chain}"),
        N_("Remove one of these references."),
        "# M-001\nzusammengefuehrt_in: M-001",
        "# M-001\nzusammengefuehrt_in: M-002",
    ),
    warning(
        "INSEK208",
        N_("A goal by an earlier id"),
        N_("“{id}” is an earlier id of the goal {today}"),
        N_("Write {today}; until then it is read so."),
        "# HF2.1\nfrueher: [HF1.3]\n# M-001\nziele: [HF1.3]",
        "# HF2.1\nfrueher: [HF1.3]\n# M-001\nziele: [HF2.1]",
    ),
    error(
        "INSEK209",
        N_("A goal with the id of another field"),
        N_("The goal “{id}” stands in the field {field}"),
        N_(
            "Give it an id of its own that begins with {field}, and put “{id}” under its "
            "“frueher” if it has moved here."
        ),
        "id: HF2\nziele:\n  - id: HF1.3\n    titel: Leerstand senken",
        "id: HF2\nziele:\n  - id: HF2.1\n    titel: Leerstand senken\n    frueher: [HF1.3]",
    ),
    error(
        "INSEK210",
        N_("An image that is not there"),
        N_("There is no image “{name}” in data/bilder/"),
        N_(
            "Put the file there, or correct the name: its path begins in data/bilder/, with / "
            "between folders; upper and lower case count."
        ),
        "datei: karte hf1.png",
        "datei: karte-hf1.png",
    ),
    fatal(
        "INSEK211",
        N_("A path that leads out of data/bilder/"),
        N_("“{name}” leads out of data/bilder/"),
        N_("Put the image under data/bilder/ and give its path from there."),
        "datei: ../../karte.png",
        "datei: karte.png",
    ),
    fatal(
        "INSEK212",
        N_("An image of another kind than its name says"),
        N_("“{name}” is not a PNG, JPEG or SVG image that fits its ending"),
        N_("Save the image anew as PNG, JPEG or SVG."),
    ),
    fatal(
        "INSEK213",
        N_("A drawing with active content"),
        N_("The drawing “{name}” contains {what}"),
        N_("Export it anew as plain SVG, without scripts and with images embedded or removed."),
    ),
    fatal(
        "INSEK214",
        N_("An image that is too large"),
        N_("The image “{name}” has more than {what}"),
        N_("Save it smaller: for a page of A4, 3,500 by 2,500 pixels are plenty."),
        variants={
            "together": Variant(N_("With “{name}” all images together have more than {what}")),
        },
    ),
    warning(
        "INSEK215",
        N_("A rule for a code that does not exist"),
        N_("There is no finding {code}"),
        N_("“insek explain” lists all codes."),
    ),
    warning(
        "INSEK216",
        N_("A required key that the measure does not have"),
        N_("The measure has no key “{key}”"),
        N_("Write keys as in the files, nested ones with a point: akteure.federfuehrung."),
    ),
)
