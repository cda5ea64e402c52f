"""INSEK1xx, third part: which files there are, where they lie and how they are named."""

from insek_cli.findings.codes.code import Code, Variant, error, fatal, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK121",
        N_("A symbolic link among the data"),
        N_("{name} is a symbolic link, or leads out of the project"),
        N_("Put the file itself here."),
    ),
    fatal(
        "INSEK122",
        N_("A file cannot be read"),
        N_("{name} cannot be read: {reason}"),
        N_("Check the rights of the file, and whether it is open elsewhere."),
    ),
    error(
        "INSEK123",
        N_("Data in the wrong place or with the wrong name"),
        N_("{name} is not read"),
        N_(
            "Measures lie in data/measures/, fields of action in data/fields/, registers in "
            "data/registers/, chapters in data/chapters/, workshops in data/workshops/<name>/."
        ),
        variants={"folder": Variant(N_("Nothing in {folder} is read ({count})"))},
    ),
    fatal(
        "INSEK125",
        N_("A file is missing"),
        N_("{name} is missing"),
        N_("“insek init” creates the files of a new project."),
        variants={
            "workshop": Variant(
                N_("{name} is missing"),
                N_("Each folder of a workshop has one: write it with titel, datum and ort."),
            ),
        },
    ),
    fatal(
        "INSEK131",
        N_("A copy of another file"),
        N_("{name} is a copy of {other}, and says something else"),
        N_("Compare the two, keep in {other} what is right, and delete the copy."),
        variants={
            "same": Variant(
                N_("{name} is a copy of {other} and says the same"), N_("Delete the copy.")
            ),
            "folder": Variant(N_("{name} is a copy of {other}")),
        },
    ),
    warning(
        "INSEK132",
        N_("A file that is no data"),
        N_("{name} is not read"),
        N_("What the program does not read belongs outside data/."),
        variants={
            "backup": Variant(
                N_("{name} is not read: an editor or git left it as a backup"),
                N_("Delete it, or keep it outside data/."),
            ),
            "folder": Variant(N_("Nothing in {folder} is read ({count})")),
        },
    ),
)
