"""INSEK44x: money that does not add up, or that a programme does not give."""

from insek_cli.findings.codes.code import Code, Variant, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    warning(
        "INSEK441",
        N_("Years that come to more than the amount"),
        N_("The years add up to {years} €, the position costs {amount} € at most"),
        N_("Correct a year, or `bis` of the position."),
        "bis: 90000\njahre:\n  - jahr: 2027\n    betrag: 100000",
        "bis: 100000\njahre:\n  - jahr: 2027\n    betrag: 100000",
        {
            "funding": Variant(
                N_("The years add up to {years} €, the amount is {amount} €"),
                N_(
                    "Correct a year or `betrag`; what has no year yet gets an entry of its own, "
                    "without a year."
                ),
            ),
        },
    ),
    warning(
        "INSEK442",
        N_("More than a programme gives"),
        N_("{amount} € are more than {programme} gives for a measure ({limit} €)"),
        N_("Correct the amount, or hoechstbetrag in registers/programmes.yaml."),
        "betrag: 900000",
        "betrag: 500000",
    ),
    warning(
        "INSEK443",
        N_("Programmes that rule each other out"),
        N_("{programme} cannot be combined with {other}"),
        N_("Choose one of the two, or correct nicht_mit in registers/programmes.yaml."),
        "- programm: a\n- programm: b",
        "- programm: a",
    ),
    warning(
        "INSEK444",
        N_("A cost group that is not known"),
        N_("“{name}” is no cost group"),
        N_("Possible are: {known}. Others are named in concept.yaml under kostengruppen."),
        "gruppe: Bau",
        "gruppe: baumassnahmen",
    ),
    warning(
        "INSEK445",
        N_("A programme and a source of one's own"),
        N_("The money comes from a programme, and from another source as well"),
        N_("Remove `quelle`, or make two entries, each with its amount."),
        "- programm: a\n  quelle: eigenmittel",
        "- programm: a\n- quelle: eigenmittel",
    ),
    warning(
        "INSEK446",
        N_("More that can be funded than it costs"),
        N_("{eligible} € can be funded, the position costs {cost} € at most"),
        N_("Correct one of the two."),
        "bis: 90000\nfoerderfaehig:\n  betrag: 100000",
        "bis: 100000\nfoerderfaehig:\n  betrag: 90000",
    ),
    warning(
        "INSEK447",
        N_("Money for a position that is not there"),
        N_("No cost position of the measure is called “{name}”"),
        N_("Write under `fuer` what stands under `art` of a position."),
        "fuer: [Bauen]",
        "fuer: [Bau]",
    ),
)
