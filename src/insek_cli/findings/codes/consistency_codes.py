"""INSEK4xx: plausibility and consistency."""

from insek_cli.findings.codes.code import Code, error, warning
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    error(
        "INSEK401",
        N_("A range that ends below its beginning"),
        N_("“von” ({low}) is more than “bis” ({high})"),
        N_("Exchange the two, or correct one of them."),
        wrong="von: 400000\nbis: 250000",
        right="von: 250000\nbis: 400000",
    ),
    error(
        "INSEK402",
        N_("An end before its beginning"),
        N_("The end ({end}) lies before the beginning ({begin})"),
        N_("Exchange the two, or correct one of them."),
        wrong="beginn: 2027\nende: 2026",
        right="beginn: 2026\nende: 2027",
    ),
    warning(
        "INSEK403",
        N_("A decimal that looks like thousands"),
        N_("“{text}” is read as {read}"),
        N_("Write thousands without a point ({without}), or the decimal without zeros at its end."),
        wrong="zielwert: 1.500",
        right="zielwert: 1500",
    ),
    warning(
        "INSEK404",
        N_("A rule without effect"),
        N_("The severity of {code} cannot be changed"),
        N_("Remove the rule: what this code finds cannot be built."),
    ),
    warning(
        "INSEK437",
        N_("A name too long for Office files"),
        N_("{length} characters are more than the properties of Office files hold ({limit})"),
        N_("Shorten it; in Word, Excel and PowerPoint the rest is left out of title and author."),
        "titel: Maßnahmenwerkstatt zum integrierten Konzept für alle Stadtteile und …",
        "titel: Maßnahmenwerkstatt",
    ),
)
