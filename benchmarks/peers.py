"""What insek is measured against, each as a program on the same content.

A peer is optional: the dependency group `bench`, LibreOffice and XeLaTeX, where there are any.
"""

import json
import sys
from pathlib import Path

import pypandoc  # type: ignore[import-untyped]
from docx import Document

from benchmarks.side_by_side import PEERS, Lanes, Program, tool
from insek_cli.build.image_copies import copy_images
from insek_cli.build.load_and_check import load_and_check
from insek_cli.documents import pdf
from insek_cli.documents.engines.pandoc import READER
from insek_cli.documents.templates import TemplateSet, report_markdown
from insek_cli.documents.word import word_pictures
from insek_cli.report.views import MeasureView, Options, Report
from insek_cli.report.whole_report import compose_report as compose
from insek_cli.resources import fonts_dir, schema_dir, templates_dir

PANDOC = str(Path(pypandoc.__file__).parent / "files" / "pandoc")
_READING = f"'{PANDOC}' -f gfm"
_TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], root=sys.argv[3], font_paths=[sys.argv[4]],
              ignore_system_fonts=True, pdf_standards=["a-3a", "ua-1"], timestamp=1)
"""
_DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
document = DocxTemplate(sys.argv[1])
document.render({"massnahmen": json.load(open(sys.argv[2], encoding="utf-8"))})
document.save(sys.argv[3])
"""


class Desk:
    """The files that the engines get: the filled templates of a city, laid out in a folder."""

    def __init__(self, root: Path, folder: Path) -> None:
        drawings = folder / "diagramme"
        drawings.mkdir(parents=True)
        self.folder = folder
        _issues, catalog = load_and_check(root, None)
        self.report = compose(catalog, Options())
        templates = TemplateSet()
        copy_images(catalog, root, folder)
        text = report_markdown(self.report, templates)
        (folder / "bericht.md").write_text(text, encoding="utf-8")
        looks = templates.all("typst")
        for name, image in pdf.chart_pictures(self.report, looks, drawings).items():
            (drawings / f"{name}.png").write_bytes(image)
        pdf.lay_out_folder(folder, self.report, (), looks).rename(folder / "kopf.typ")
        pdf.rasterise(folder, word_pictures.drawing_paths(text))

    def engines(self) -> Lanes:
        """The engines alone on two cores: what no build can go below."""
        reference = f"--reference-doc={templates_dir() / 'docx' / 'reference.docx'}"
        joined = Program(("sh", "-c", "cat kopf.typ text.typ > insek.typ"), self.folder)
        arguments = ("insek.typ", "bericht.pdf", ".", str(fonts_dir()))
        setting = Program((sys.executable, "-c", _TYPST, *arguments), self.folder)
        one = (self._pandoc("typst", "text.typ"), joined, setting)
        word = self._pandoc("docx", "bericht.docx", reference)
        return Lanes((one, (word, self._pandoc("gfm", "bericht-gfm.md"))))

    def _pandoc(self, target: str, name: str, *options: str) -> Program:
        """pandoc on the filled templates, with the filter of the target."""
        lua = templates_dir() / "pandoc" / f"{'markdown' if target == 'gfm' else target}.lua"
        command = (PANDOC, "-f", READER, "-t", target, "--wrap=preserve", f"--lua-filter={lua}")
        return Program((*command, *options, "-o", name, "bericht.md"), self.folder)


def office(markdown: Path) -> Program:
    """PDF by way of Word: pandoc, then LibreOffice."""
    script = f"{_READING} -o lo.docx '{markdown}' && soffice --headless --convert-to pdf lo.docx"
    return Program(("sh", "-c", script), markdown.parent)


def weasyprint(markdown: Path) -> Program:
    """PDF by way of HTML: pandoc, then WeasyPrint."""
    script = f"{_READING} -s -o wp.html '{markdown}' && '{tool('weasyprint')}' wp.html wp.pdf"
    return Program(("sh", "-c", script), markdown.parent)


def xelatex(markdown: Path) -> Program:
    """PDF by way of TeX, as pandoc makes it."""
    script = f"{_READING} --pdf-engine=xelatex -V lang=de -o tex.pdf '{markdown}'"
    return Program(("sh", "-c", script), markdown.parent)


def docxtpl(report: Report, folder: Path) -> Program:
    """The Word document from a Word template with fields: the texts and facts of each measure."""
    document = Document()
    document.add_heading("INSEK", 0)
    document.add_paragraph("{%p for m in massnahmen %}")
    document.add_heading("{{ m.titel }}", 2)
    for line in ("{%p for absatz in m.absaetze %}", "{{ absatz }}", "{%p endfor %}"):
        document.add_paragraph(line)
    table = document.add_table(3, 2)
    table.cell(0, 0).text = "{%tr for fakt in m.fakten %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ fakt.name }}", "{{ fakt.text }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endfor %}")
    folder.mkdir(exist_ok=True)
    document.save(str(folder / "vorlage.docx"))
    measures = [
        {
            "titel": f"{view.nummer} {view.daten.titel}",
            "absaetze": _paragraphs(view),
            "fakten": [{"name": fact.label, "text": fact.plain} for fact in view.zeile[2:]],
        }
        for view in report.massnahmen
    ]
    (folder / "daten.json").write_text(json.dumps(measures), "utf-8")
    arguments = ("vorlage.docx", "daten.json", "bericht.docx")
    return Program((str(PEERS / "python"), "-c", _DOCXTPL, *arguments), folder)


def _paragraphs(view: MeasureView) -> list[str]:
    documents = [view.beschreibung, *(document for _title, document in view.abschnitte)]
    texts = (document.plain() for document in documents if document)
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _everything(view: MeasureView) -> str:
    """All texts and facts of a measure, for peers that take items of plain text."""
    facts = (f"{fact.label}: {' '.join(fact.plain.split())}" for fact in view.zeile[2:])
    return "\n\n".join([*_paragraphs(view), *facts]) or "offen"


def sphinx_needs(report: Report, folder: Path) -> Program:
    """One page of HTML for each measure, linked and listed, by sphinx-needs."""
    folder.mkdir(exist_ok=True)
    (folder / "conf.py").write_text('extensions = ["sphinx_needs"]\nproject = "INSEK"\n', "utf-8")
    names = [f"m{place}" for place, _view in enumerate(report.massnahmen)]
    toc = "\n".join(f"   {name}" for name in names)
    (folder / "index.rst").write_text(f"INSEK\n=====\n\n.. toctree::\n\n{toc}\n", "utf-8")
    for name, view in zip(names, report.massnahmen, strict=True):
        text = _indented(_everything(view))
        title = view.daten.titel.replace("\n", " ")
        need = f".. req:: {title}\n   :id: {view.daten.id.replace('-', '_')}\n\n{text}\n"
        (folder / f"{name}.rst").write_text(f"{name}\n{'=' * len(name)}\n\n{need}", "utf-8")
    command = (tool("sphinx-build"), "-E", "-a", "-q", "-b", "html", ".", "html")
    return Program(command, folder)


def strictdoc(report: Report, folder: Path) -> Program:
    """The measures as requirements in HTML, by StrictDoc."""
    folder.mkdir(exist_ok=True)
    parts = ["[DOCUMENT]\nTITLE: INSEK\n"]
    for view in report.massnahmen:
        text = _everything(view)
        parts.append(
            f"[REQUIREMENT]\nUID: {view.daten.id}\nTITLE: {view.daten.titel}\n"
            f"STATEMENT: >>>\n{text.strip()}\n<<<\n"
        )
    (folder / "insek.sdoc").write_text("\n".join(parts), "utf-8")
    return Program((tool("strictdoc"), "export", ".", "--output-dir", "html"), folder)


def rendercv(folder: Path, entries: int) -> Program:
    """A curriculum vitae of many entries, by rendercv."""
    folder.mkdir(exist_ok=True)
    projects = [{"name": f"Projekt {n}", "summary": "Ein Satz. " * 12} for n in range(entries)]
    data = {"cv": {"name": "Ref. 61", "sections": {"projekte": projects}}}
    (folder / "cv.yaml").write_text(json.dumps(data), "utf-8")
    return Program((tool("rendercv"), "render", "cv.yaml"), folder)


def check_jsonschema(files: list[Path]) -> Program:
    """The files against the schema of the project, by check-jsonschema."""
    schema = str(schema_dir() / "measure.schema.json")
    return Program((tool("check-jsonschema"), "--schemafile", schema, *map(str, files)))


def _indented(text: str) -> str:
    return "\n".join(f"   {line}" if line else "" for line in text.splitlines())
