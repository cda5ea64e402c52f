"""INSEK6xx: accessibility and typography."""

from insek_cli.codes.code import Code, fatal
from insek_cli.i18n import N_

CODES: tuple[Code, ...] = (
    fatal(
        "INSEK601",
        N_("An image without alternative text"),
        N_("The image needs either “alt” or “dekorativ: true”"),
        N_("Describe in a sentence what is to be seen, for all who cannot see it."),
        "- datei: pfaff.jpg\n  rolle: foto",
        "- datei: pfaff.jpg\n  rolle: foto\n  alt: Blick auf das Pfaff-Gelände von Süden",
    ),
)
