"""PDF and pictures by Typst: a private folder in, a PDF out, no system fonts, no network."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from insek_cli.documents.engines import pandoc
from insek_cli.documents.engines.pandoc import document_epoch
from insek_cli.documents.engines.pandoc_chunks import Chunks
from insek_cli.documents.engines.typst_process import TypesettingError, typeset
from insek_cli.documents.look_data import Attachment, look_data
from insek_cli.documents.templates import TemplateSet
from insek_cli.findings import InsekError
from insek_cli.glyphs import drawable_code_points
from insek_cli.i18n import _
from insek_cli.report.views import Report
from insek_cli.resources import fonts_dir
from insek_cli.timing import stage

_Standard = Literal["a-3a", "ua-1"]
STANDARDS: tuple[_Standard, ...] = ("a-3a", "ua-1")
"""PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1)."""


def render(
    text: str,
    report: Report,
    templates: TemplateSet,
    folder: Path,
    chunks: Chunks,
    attachments: Callable[[], Sequence[Attachment]] = tuple,
) -> bytes:
    """The filled templates as PDF; `folder` is private and holds the images.

    `attachments` is asked when the text is ready: others may make them meanwhile.
    """
    pieces = pandoc.convert_chunks(text, "typst", templates.find("pandoc/typst.lua"), chunks)
    main = lay_out_folder(folder, report, pieces, templates.all("typst"), attachments())
    return compile_main(main, report.stand)


def lay_out_folder(
    folder: Path,
    report: Report,
    pieces: Sequence[str],
    looks: Mapping[str, Path],
    attachments: Sequence[Attachment] = (),
) -> Path:
    """Lay out a folder that holds all Typst may read: look, data, text. Returns its main file.

    Each piece of the text is a file, named by what it says: Typst, which remembers what it laid out
    by file and place in it, sets the other pieces no second time when one has changed.
    """
    for name, path in looks.items():
        (folder / name).write_bytes(path.read_bytes())
    for attachment in attachments:
        (folder / attachment.name).write_bytes(attachment.content)
    data = json.dumps(look_data(report, attachments), ensure_ascii=False)
    (folder / "daten.json").write_text(data, encoding="utf-8")
    text = folder / "text"
    text.mkdir(exist_ok=True)
    names = [f"{hashlib.sha256(piece.encode()).hexdigest()[:16]}.typ" for piece in pieces]
    for name, piece in zip(names, pieces, strict=True):
        (text / name).write_text(f'#import "/bericht.typ": *\n\n{piece}\n', encoding="utf-8")
    main = folder / "insek.typ"
    included = "".join(f'#include "text/{name}"\n\n' for name in names)
    main.write_text(f'#import "bericht.typ": *\n#show: bericht\n\n{included}', encoding="utf-8")
    return main


def compile_main(main: Path, stand: date) -> bytes:
    """The PDF of a main file, dated `stand`; Typst may read its folder and nothing else.

    Raises InsekError with template and line.

    A character that no packaged font can draw is printed as its number, (U+1F333): PDF/UA-1 allows
    no empty box, and a report is not held up by an emoji.
    """
    try:
        return _compile(main, stand)
    except TypesettingError as error:
        missing = _missing(str(error))
        if not missing:
            raise _failure(error, main) from error
    _spell_out(main, missing)
    try:
        return _compile(main, stand)
    except TypesettingError as error:
        raise _failure(error, main) from error


_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")


def _missing(message: str) -> set[str]:
    """The characters that kept a text from being drawn, not those that they are joined to."""
    said = "".join(_UNDRAWN.findall(message))
    joined = set(_NUMBERED.sub(lambda number: chr(int(number[1], 16)), said))
    alien = {character for character in joined if ord(character) not in drawable_code_points()}
    return alien or {character for character in joined if not character.isascii()}


def _spell_out(main: Path, characters: set[str]) -> None:
    numbers = {character: f"U+{ord(character):04X})" for character in characters}
    for path in (main, *main.parent.glob("*.json"), *main.parent.glob("text/*.typ")):
        # A bracket that stands for itself: behind bold words an open one would begin a call.
        bracket = "(" if path.suffix == ".json" else r"\u{28}"
        table = str.maketrans({each: bracket + number for each, number in numbers.items()})
        path.write_text(path.read_text(encoding="utf-8").translate(table), encoding="utf-8")


def _compile(main: Path, stand: date) -> bytes:
    moment = datetime.fromtimestamp(document_epoch(stand), UTC)
    with stage(_("Typst to PDF")):
        options = {"pdf_standards": STANDARDS, "timestamp": int(moment.timestamp())}
        done = typeset(main, fonts_dir(), options)
    for warning in done.warnings:
        if "font" in warning:
            raise InsekError(_("Typst: {message}").format(message=warning))
    return done.pages[0]


PIXELS = 220
"""Pixels per inch of the figures in Word: sharp in print, small enough to send."""
FIGURE_WIDTH = "168mm"
DRAWING, DRAWING_EACH, DRAWING_MOST = 20, 5, 120
"""Seconds in which drawings become pixels: for all, more for each, and at most. No count of shapes
tells how long that takes: a few may cross each other a million times."""


def chart_pictures(report: Report, looks: Mapping[str, Path], folder: Path) -> dict[str, bytes]:
    """Every figure of the report as PNG, from the drawing functions of the PDF.

    `folder` is private: not that of the PDF, which may be made at the same time.
    """
    names = list(report.diagramme)
    if not names:
        return {}
    folder.mkdir(exist_ok=True)
    lay_out_folder(folder, report, (), looks)
    calls = "\n#pagebreak()\n".join(f"#zeichnen({json.dumps(name)})" for name in names)
    head = (
        '#import "grund.typ": *\n#import "diagramme.typ": *\n'
        f"#set page(width: {FIGURE_WIDTH}, height: auto, margin: 0pt)\n"
        '#set text(font: schrift, size: grundgrad, lang: "de", region: "DE", fill: tinte)\n'
    )
    with stage(_("draw figures")):
        return dict(zip(names, _pixels(folder / "figuren.typ", head + calls), strict=True))


def rasterise(folder: Path, drawings: Sequence[str]) -> None:
    """Put a PNG beside each SVG of `folder`, named x.svg.png."""
    present = [name for name in drawings if (folder / name).is_file()]
    if not present:
        return
    head = "#set page(width: auto, height: auto, margin: 0pt)\n"
    calls = (f"#image({json.dumps('/' + name)}, width: {FIGURE_WIDTH})" for name in present)
    text = head + "\n#pagebreak()\n".join(calls)
    seconds = min(DRAWING + DRAWING_EACH * len(present), DRAWING_MOST)
    images = _pixels(folder / "zeichnungen.typ", text, seconds)
    for name, image in zip(present, images, strict=True):
        (folder / f"{name}.png").write_bytes(image)


def _pixels(main: Path, text: str, seconds: float | None = None) -> tuple[bytes, ...]:
    main.write_text(text, encoding="utf-8")
    try:
        return typeset(main, fonts_dir(), {"format": "png", "ppi": PIXELS}, seconds).pages
    except TypesettingError as error:
        raise _failure(error, main) from error


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has: the /Count of its page tree."""
    return max((int(count) for count in re.findall(rb"/Type/Pages/Count (\d+)", pdf)), default=0)


def _failure(error: TypesettingError, main: Path) -> InsekError:
    detail = str(error).replace(str(main.parent) + "/", "")
    if error.ended:
        return InsekError(
            _("Typst was ended, it took too long or too much memory: {message}").format(
                message=detail.strip()
            ),
            _("Look for an image or a text of unusual size."),
        )
    return InsekError(
        _("Typst failed: {message}").format(message=detail.strip()),
        _("Correct the template, or remove it to use the packaged one."),
    )
