"""One build: every finding first, then every document, then all of them moved in at once."""

import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from insek_cli.build.document_set import SHEETS
from insek_cli.build.find_workshop import find_workshop
from insek_cli.build.gaps import count_gaps
from insek_cli.build.image_copies import copy_images
from insek_cli.build.load_and_check import load_and_check
from insek_cli.build.markdown_images import Copies, copies_beside
from insek_cli.build.pandoc_cache import PandocCache
from insek_cli.build.private_folders import private_folder
from insek_cli.build.publish import paths_in, publish
from insek_cli.build.request import Outcome, Output, Progress, Request, names_measures
from insek_cli.build.revision import revision
from insek_cli.catalog import Catalog
from insek_cli.documents import markdown, pdf
from insek_cli.documents.engines.tool_versions import tool_versions
from insek_cli.documents.look_data import Attachment
from insek_cli.documents.templates import TemplateSet, report_markdown
from insek_cli.findings import InsekError, stops_build
from insek_cli.i18n import _, ngettext
from insek_cli.report.chapters import CHAPTERS
from insek_cli.report.council_paper import council_paper
from insek_cli.report.export import data_json
from insek_cli.report.implementation import implementation_report
from insek_cli.report.views import Options, Report
from insek_cli.report.whole_report import compose_report
from insek_cli.timing import stage
from insek_cli.workshop.documentation import documentation


def produce(request: Request, progress: Progress = lambda _text: None) -> Outcome:
    """Build the documents of `request`; raises InsekError when an engine or a folder fails."""
    progress(_("Reading data"))
    issues, catalog = load_and_check(request.root, request.stage)
    request = request.at(catalog.concept.stufe)
    if stops_build(issues, strict=request.strict):
        return Outcome(tuple(issues))
    _refuse_unknown(request, catalog)
    state = request.revision or revision(request.root)
    templates = TemplateSet(request.root, untrusted=request.untrusted)
    options = Options(
        request.profile, request.stage, request.only, state, tool_versions(), templates.origin
    )
    with stage(_("compose the report")):
        report = _narrowed(compose_report(catalog, options), catalog, request)
        # All of it is used to the end; looking for garbage in it would only take time.
        gc.freeze()
    with private_folder() as bench:
        staged = render(report, catalog, request, templates, bench, progress)
    with stage(_("write to disk")):
        copies = _image_copies(staged, request)
        publish(paths_in(request.folder, staged) | copies.changed, copies.outdated)
    outputs, gaps = tuple(_outputs(staged, request, report)), count_gaps(tuple(issues), report)
    return Outcome(tuple(issues), outputs, gaps, copies.outputs)


def _refuse_unknown(request: Request, catalog: Catalog) -> None:
    """Raise InsekError (exit code 2) for an id that nothing has."""
    for each in request.only:
        if each in catalog.field or (each in catalog.measure and request.document is SHEETS):
            continue
        if each in catalog.measure or not names_measures([each]):
            message = _("There is no field of action {id}.").format(id=each)
            hint = _("Known: {ids}").format(ids=", ".join(catalog.field))
        else:
            message = _("There is no measure “{word}”.").format(word=each)
            hint = _("All measures: insek list --all")
        raise InsekError(message, hint, exit_code=2)


def _narrowed(report: Report, catalog: Catalog, request: Request) -> Report:
    """The report as the document that is asked for prints it."""
    if request.kofi:
        return council_paper(report)
    if request.umsetzung:
        return implementation_report(report, request.umsetzung)
    if request.workshop:
        return documentation(report, find_workshop(request.root, catalog, request.workshop).slug)
    return report


def render(
    report: Report,
    catalog: Catalog,
    request: Request,
    templates: TemplateSet,
    folder: Path,
    progress: Progress,
) -> dict[str, bytes]:
    """The bytes of every requested document by file name; the engines run side by side.

    The PDF takes longest and begins first; more jobs at once than cores would only hold it up.
    """
    files = request.document.files
    formats = files.keys() & request.formats
    pieces = PandocCache(request)
    with ThreadPoolExecutor(max(2, os.cpu_count() or 2)) as pool:
        running: dict[str, Future[bytes]] = {}
        done: dict[str, bytes] = {}
        try:
            figures = pool.submit(_figures, report, request, templates, folder / "figuren")
            text = _filled(report, catalog, request, templates, folder, progress)
            if "xlsx" in formats or ("pdf" in formats and "xlsx" in files):
                running["xlsx"] = pool.submit(_table, report)
            attached = partial(_attachments, report, running.get("xlsx"), files)
            jobs: dict[str, Callable[[], bytes]] = {
                "pdf": partial(pdf.render, text, report, templates, folder, pieces.typst, attached),
                "pptx": partial(_slides, report, catalog, request.root, templates, folder),
                "docx": partial(_word, text, report, templates, folder, figures.result),
                "md": partial(markdown.render, text, report, templates, pieces.gfm),
            }
            running |= {name: pool.submit(job) for name, job in jobs.items() if name in formats}
            for name, file in files.items():
                if name in formats:
                    progress(_("Writing {file}").format(file=file))
                    done[file] = running[name].result()
        except BaseException:
            # What has not begun need not begin any more.
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    pieces.keep()
    return done


def _filled(
    report: Report,
    catalog: Catalog,
    request: Request,
    templates: TemplateSet,
    folder: Path,
    progress: Progress,
) -> str:
    """The text of the documents that have one, and their images laid out beside it."""
    if not {"md", "docx", "pdf"} & set(request.formats):
        return ""
    progress(_("Filling templates"))
    copy_images(catalog, request.root, folder)
    with stage(_("fill the templates")):
        return report_markdown(report, templates, request.document.template)


def _figures(
    report: Report, request: Request, templates: TemplateSet, folder: Path
) -> dict[str, bytes]:
    """Word shows pixels only; they can be drawn while the templates are filled."""
    if "docx" not in request.formats:
        return {}
    return pdf.chart_pictures(report, templates.all("typst"), folder)


def _attachments(
    report: Report, table: Future[bytes] | None, files: Mapping[str, str]
) -> list[Attachment]:
    """What the PDF carries inside for those who want to go on working with it."""
    if table is None:
        return []
    from insek_cli.documents import sheet  # noqa: PLC0415

    about = CHAPTERS["kofi" if report.nur_kofi else "massnahmenliste"]
    if report.umsetzung:
        about = report.umsetzung.titel
    return [
        Attachment(files["xlsx"], table.result(), sheet.MIME, f"{about} als Tabelle"),
        Attachment("massnahmen.json", data_json(report), "application/json", "Daten als JSON"),
    ]


def _table(report: Report) -> bytes:
    # What writes a format is loaded beside the engines that run already.
    from insek_cli.documents import sheet  # noqa: PLC0415

    if report.umsetzung:
        return sheet.render_implementation(report, report.umsetzung)
    return sheet.render_kofi(report) if report.nur_kofi else sheet.render(report)


def _word(
    text: str,
    report: Report,
    templates: TemplateSet,
    folder: Path,
    figures: Callable[[], Mapping[str, bytes]],
) -> bytes:
    from insek_cli.documents import word  # noqa: PLC0415

    return word.render(text, report, templates, folder, figures)


def _slides(
    report: Report, catalog: Catalog, root: Path, templates: TemplateSet, folder: Path
) -> bytes:
    """Drawings become pictures beside them: not in the folder that another engine reads."""
    # Most builds make no slides, and what writes them takes long to load.
    from insek_cli.documents import slides  # noqa: PLC0415

    pictures = folder / "folien"
    pictures.mkdir()
    copy_images(catalog, root, pictures)
    return slides.render(report, templates, pictures)


def _image_copies(staged: Mapping[str, bytes], request: Request) -> Copies:
    """The images beside the Markdown; without one nothing changes there."""
    file = request.document.files["md"]
    if file not in staged:
        return Copies({}, (), ())
    return copies_beside(request.root, request.folder / file, staged[file])


def _outputs(staged: dict[str, bytes], request: Request, report: Report) -> Iterator[Output]:
    for kind, name in request.document.files.items():
        if name in staged:
            content = staged[name]
            extent = _extent(kind, content, report)
            digest = hashlib.sha256(content).hexdigest()
            yield Output(kind, request.folder / name, len(content), extent, digest)


def _extent(kind: str, content: bytes, report: Report) -> str:
    if kind == "pdf":
        n = pdf.page_count(content)
        return ngettext("{n} page", "{n} pages", n).format(n=n)
    if kind == "xlsx":
        n = len(report.umsetzung.staende if report.umsetzung else report.massnahmen)
        return ngettext("{n} row", "{n} rows", n).format(n=n)
    if kind == "pptx":
        from insek_cli.documents import slides  # noqa: PLC0415

        n = slides.slide_count(content)
        return ngettext("{n} slide", "{n} slides", n).format(n=n)
    return ""
