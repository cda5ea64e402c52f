"""INSEK6xx: accessibility and typography."""

from insek_cli.findings.codes.code import Code, Variant, error, fatal, note, warning
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
    warning(
        "INSEK602",
        N_("A heading that skips a level"),
        N_("This heading skips a level: {detail}"),
        N_("It is set one level below the heading above; use one “#” more than there, not two."),
    ),
    warning(
        "INSEK603",
        N_("A link without a text"),
        N_("The link to {detail} has no text"),
        N_("Write in the square brackets where it leads."),
    ),
    warning(
        "INSEK604",
        N_("A link that shows its address"),
        N_("The link shows its address instead of saying where it leads: {detail}"),
        N_("Write [name of the page](address); screen readers spell addresses out."),
    ),
    warning(
        "INSEK605",
        N_("A character that the PDF's font lacks"),
        N_("The font of the PDF has no character “{character}” ({number})"),
        N_("Write it in letters; the PDF shows it in another font or as its number."),
        "titel: Mehr 🌳 für die Innenstadt",
        "titel: Mehr Bäume für die Innenstadt",
    ),
    error(
        "INSEK607",
        N_("A colour that text cannot be read in"),
        N_("The colour {colour} has a contrast of {found}:1 on {ground}; {least}:1 is needed"),
        N_(
            'Write "{near}", the nearest of its kind that can be read, or a darker one; '
            "text is printed in it and on it (WCAG 2.1, 1.4.3)."
        ),
        'farbe: "#e0b000"',
        'farbe: "#7a4f00"',
    ),
    warning(
        "INSEK608",
        N_("A letter of another alphabet inside a word"),
        N_("A letter of another alphabet stands inside this word: {name}"),
        N_("Type the word anew: it looks like another, and search and screen readers miss it."),
        "titel: St\u0430dtgrün",
        "titel: Stadtgrün",
    ),
    fatal(
        "INSEK609",
        N_("A heading without words"),
        N_("This heading says nothing"),
        N_("Write the heading behind “#”, or delete the line; a picture alone is no heading."),
    ),
    warning(
        "INSEK610",
        N_("A title image that does not make a cover"),
        N_(
            "The title image “{name}” has {found} pixels; across the page it looks blurred"
            " below {least}"
        ),
        N_("Take a larger one, about 2,500 by 2,100 pixels; without one the cover is drawn."),
        "- datei: markt.jpg\n  rolle: titel\n  alt: Markt\n"
        "- datei: bach.jpg\n  rolle: titel\n  alt: Bach",
        "- datei: markt.jpg\n  rolle: titel\n  alt: Markt",
        variants={
            "second": Variant(
                N_("Only the first title image is printed, not “{name}”"),
                N_("Keep one image with “rolle: titel”, or delete the entry."),
            ),
        },
    ),
    note(
        "INSEK606",
        N_("Quotation marks of a typewriter"),
        N_("The quotation marks of {text} are printed as they stand"),
        N_("Print sets {right}."),
        'titel: Die "Neue Mitte" stärken',
        "titel: Die „Neue Mitte“ stärken",
    ),
)
