"""One build: every finding first, then every document, then all of them moved in at once."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from insek_cli.catalog import Catalog
from insek_cli.findings import InsekError, Issue
from insek_cli.i18n import _
from insek_cli.models.base import Profile, Stage
from insek_cli.pipeline.document import DOCUMENTATION, REPORT, Document
from insek_cli.pipeline.examining import examine, known_workshop, stops
from insek_cli.pipeline.images import copy_images
from insek_cli.pipeline.outputs import into, publish, workbench
from insek_cli.pipeline.revision import revision
from insek_cli.render import docx, markdown, pdf, pptx, xlsx
from insek_cli.render.engines import versions
from insek_cli.render.templates import TemplateSet, report_markdown
from insek_cli.report.assemble import report as compose
from insek_cli.report.documentation import documentation
from insek_cli.report.export import data_json
from insek_cli.report.views import Options, Report, Revision
from insek_cli.timing import stage

FILES = REPORT.files
"""The documents of a build: format and file name."""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Request:
    """What to build: `only` names fields of action; `out` replaces the folder of the document.

    With `workshop`, its documentation is built instead of the report.
    """

    root: Path
    formats: tuple[str, ...] = tuple(FILES)
    profile: Profile = "oeffentlich"
    stage: Stage | None = None
    only: tuple[str, ...] = ()
    out: Path | None = None
    strict: bool = False
    workshop: str | None = None
    revision: Revision | None = None
    """The state of data and templates, where git cannot be asked."""

    @property
    def document(self) -> Document:
        """The document that is asked for."""
        return DOCUMENTATION if self.workshop else REPORT

    @property
    def folder(self) -> Path:
        """Only the whole public document has the plain names in its folder."""
        base = self.root / "build"
        if self.workshop:
            base = base / "workshops" / self.workshop
        base = self.out or base
        if self.profile == "oeffentlich" and not self.only:
            return base
        return base / "-".join([self.profile, *(field.lower() for field in self.only)])


@dataclass(frozen=True)
class Output:
    """A document that was written: its path, bytes, and how many pages or rows it has."""

    format: str
    path: Path
    size: int
    extent: str


@dataclass(frozen=True)
class Outcome:
    """The findings of a build and, when none of them stops it, the documents."""

    issues: tuple[Issue, ...]
    outputs: tuple[Output, ...] = ()
    report: Report | None = field(default=None, repr=False)

    @property
    def built(self) -> bool:
        """Whether documents were written."""
        return bool(self.outputs)


def produce(request: Request, progress: Progress = lambda _text: None) -> Outcome:
    """Build the documents of `request`; raises InsekError when an engine or a folder fails."""
    progress(_("Reading data"))
    issues, catalog = examine(request.root, request.stage)
    if stops(issues, strict=request.strict):
        return Outcome(tuple(issues))
    unknown = [identifier for identifier in request.only if identifier not in catalog.field]
    if unknown:
        raise InsekError(
            _("There is no field of action {id}.").format(id=unknown[0]),
            _("Known: {ids}").format(ids=", ".join(catalog.field)),
            exit_code=2,
        )
    state = request.revision or revision(request.root)
    options = Options(request.profile, request.stage, request.only, state, versions())
    with stage("compose the report"):
        report = compose(catalog, options)
        if request.workshop:
            report = documentation(report, known_workshop(catalog, request.workshop).slug)
    with workbench() as bench:
        staged = render(report, catalog, request, bench, progress)
    with stage("write to disk"):
        publish(into(request.folder, staged))
    return Outcome(tuple(issues), tuple(_outputs(staged, request, report)), report)


def render(
    report: Report, catalog: Catalog, request: Request, folder: Path, progress: Progress
) -> dict[str, bytes]:
    """The bytes of every requested document by file name; the engines run side by side."""
    templates = TemplateSet(request.root)
    files = request.document.files
    with ThreadPoolExecutor() as pool:
        running: dict[str, Future[bytes]] = {}
        if "pptx" in request.formats:
            # Drawings become pictures beside them: not in the folder that another engine reads.
            slides = folder / "folien"
            slides.mkdir()
            copy_images(catalog, request.root, slides)
            running["pptx"] = pool.submit(pptx.render, report, templates, slides)
        if {"xlsx", "pdf"} & set(request.formats) and "xlsx" in files:
            running["xlsx"] = pool.submit(xlsx.render, report)
        if {"md", "docx", "pdf"} & set(request.formats):
            progress(_("Filling templates"))
            copy_images(catalog, request.root, folder)
            with stage("fill the templates"):
                text = report_markdown(report, templates, request.document.template)
            attached = partial(_attachments, report, running.get("xlsx"), files)
            jobs: dict[str, Callable[[], bytes]] = {
                "pdf": partial(pdf.render, text, report, templates, folder, attached),
                "docx": partial(docx.render, text, report, templates, folder),
                "md": partial(markdown.render, text, report, templates),
            }
            for name, job in jobs.items():
                if name in request.formats:
                    running[name] = pool.submit(job)
        done: dict[str, bytes] = {}
        for name, file in files.items():
            if name in request.formats:
                progress(_("Writing {file}").format(file=file))
                done[file] = running[name].result()
    return done


def _attachments(
    report: Report, table: Future[bytes] | None, files: Mapping[str, str]
) -> list[pdf.Attachment]:
    """What the PDF carries inside for those who want to go on working with it."""
    if table is None:
        return []
    return [
        pdf.Attachment(files["xlsx"], table.result(), xlsx.MIME, "Maßnahmenliste als Tabelle"),
        pdf.Attachment("massnahmen.json", data_json(report), "application/json", "Daten als JSON"),
    ]


def _outputs(staged: dict[str, bytes], request: Request, report: Report) -> Iterator[Output]:
    for kind, name in request.document.files.items():
        if name in staged:
            content = staged[name]
            extent = ""
            if kind == "pdf":
                extent = _("{n} pages").format(n=pdf.pages(content))
            elif kind == "xlsx":
                extent = _("{n} rows").format(n=len(report.massnahmen))
            elif kind == "pptx":
                extent = _("{n} slides").format(n=pptx.slides(content))
            yield Output(kind, request.folder / name, len(content), extent)
