"""Templates: where they come from, and how they are filled so that data stays text."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from insek_cli.documents.column_widths import list_columns
from insek_cli.documents.sheet_height import guessed_height
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.markdown import ParsedText, attribute_value, escape, link_target, parse_markdown
from insek_cli.models.labels import LABELS
from insek_cli.models.types import Zeitpunkt
from insek_cli.models.workshop import Workshop
from insek_cli.report.chapters import CHAPTERS, RUN_ON, silent
from insek_cli.report.chart_data import STAGE_TITLES, stage_title, status_counts
from insek_cli.report.open_marks import lists_open, names_open
from insek_cli.report.revision_state import TemplateOrigin
from insek_cli.report.views import FieldView, Report
from insek_cli.report.whole_report import open_column_counts
from insek_cli.resources import templates_dir
from insek_cli.wording.lights import SIGNS, light_word, news_text, news_title, status_word
from insek_cli.wording.notation import OPEN, day, days, plural, quantity, span
from insek_cli.wording.numbering import goal_anchor
from insek_cli.wording.sorting import german_key
from insek_cli.wording.sums import at_least
from insek_cli.wording.text import Run, brief


class TemplateSet:
    """The template folders of a project: its own files first, the packaged ones as fallback.

    Templates are code of the project's owner; with `untrusted` only the packaged ones are used.
    """

    def __init__(self, project: Path | None = None, *, untrusted: bool = False) -> None:
        own = [project / "templates"] if project and not untrusted else []
        self.folders = [folder for folder in (*own, templates_dir()) if folder.is_dir()]

    @property
    def origin(self) -> TemplateOrigin:
        """Whether the project has a say in how its documents look."""
        return "eigene" if len(self.folders) > 1 else "mitgeliefert"

    def find(self, name: str) -> Path:
        """The file a template name stands for; raises InsekError when it is nowhere."""
        for folder in self.folders:
            path = folder / name
            if path.is_file():
                return path
        raise InsekError(_("Template {name} is missing.").format(name=name))

    def all(self, folder: str) -> dict[str, Path]:
        """All files of one template folder by name, own files over packaged ones."""
        found: dict[str, Path] = {}
        for root in reversed(self.folders):
            for path in sorted((root / folder).glob("*")):
                if path.is_file() and not path.name.startswith((".", "~$")):
                    found[path.name] = path
        return found

    def markdown(self, name: str, **context: object) -> str:
        """Fill a Markdown template; raises InsekError with the template and line at fault."""
        environment = _environment(tuple(folder / "markdown" for folder in self.folders))
        try:
            return unlink_missing(environment.get_template(name).render(**context))
        except TemplateSyntaxError as error:
            raise _broken(error.name or name, error.lineno, error.message or "") from error
        except (TemplateError, ArithmeticError, TypeError, ValueError, AttributeError) as error:
            place = _template_line(error) or (name, 0)
            raise _broken(*place, str(error)) from error


def report_markdown(report: Report, templates: TemplateSet, name: str = "report.md.j2") -> str:
    """The report as Markdown in pandoc's dialect, ready for the engines."""
    return templates.markdown(
        name,
        r=report,
        kapitel=CHAPTERS,
        ohne_inhalt=silent(report),
        anschluss=RUN_ON,
        status=status_counts(report.massnahmen),
        spalten=[fact.label for fact in report.massnahmen[0].zeile] if report.massnahmen else [],
        listenspalten=list_columns(report.massnahmen),
        offene_spalten=open_column_counts(report.massnahmen),
        zeigt_offenes=names_open(report),
        listet_offenes=lists_open(report),
        stufentitel=STAGE_TITLES,
        fassung=stage_title(report),
        beschriftung=LABELS,
        verweis=Run,
    )


_ANCHOR = re.compile(r"\{#([\w-]+)[ }]")
_LINK = re.compile(r"\[((?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]\(<#([^>]*)>\)")


def unlink_missing(markdown: str) -> str:
    """Links whose goal is not in this document become their text: an excerpt has fewer goals."""
    anchors = set(_ANCHOR.findall(markdown))
    return _LINK.sub(lambda m: m.group() if m.group(2) in anchors else m.group(1), markdown)


def anchor_of(identifier: str) -> str:
    """The anchor of a link's goal: M-003 → #m-003, HF1.2 → #ziel-1-2, a.md → #kapitel-a."""
    if identifier.endswith(".md"):
        return "#kapitel-" + identifier.removesuffix(".md")
    if "." in identifier:
        return f"#{goal_anchor(identifier)}"
    return "#" + identifier.lower()


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox of Jinja, which remembers its verdicts: they depend on types and names alone."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._verdicts: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        key = (type(obj), attr)
        if isinstance(obj, type) or (verdict := self._verdicts.get(key)) is None:
            verdict = self._verdicts[key] = super().is_safe_attribute(obj, attr, value)
        return verdict


@cache
def _environment(folders: tuple[Path, ...]) -> _Sandbox:
    environment = _Sandbox(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        # Everything printed passes _text; Markup marks what is Markdown already.
        autoescape=True,
        finalize=_text,
        # pandoc writes an id in braces behind a hash, so comments look different here.
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(_FILTERS)
    environment.globals.update(OFFEN=OPEN, lichtzeichen=SIGNS)
    return environment


def _text(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    if value is None:
        raise UndefinedError("None has no text; test for it")
    return Markup(escape(str(value)))


def _document(value: ParsedText) -> Markup:
    return Markup(value.markdown(anchor_of))


def _picture(path: str) -> str:
    """The address of an image; engines take the marks of an address out again."""
    return "bilder/" + re.sub(r"[%#?\s]", lambda mark: f"%{ord(mark.group()):02X}", path)


_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)(?!\w)", re.ASCII)


def _lines(text: str) -> Markup:
    """Plain text whose line ends stay and whose e-mail addresses are links, as in an imprint."""
    return Markup("\\\n").join(_mailed(line) for line in text.strip().split("\n"))


def _mailed(line: str) -> Markup:
    parts = _MAIL.split(line)
    for place in range(1, len(parts), 2):
        parts[place] = f"[{escape(parts[place])}]({link_target('mailto:' + parts[place])})"
    parts[::2] = map(escape, parts[::2])
    return Markup("".join(parts))


def _count(field: FieldView, status: str) -> int:
    return sum(LABELS[view.daten.status] == status for view in field.massnahmen)


def _event(workshop: Workshop) -> str:
    return ", ".join(filter(None, (days(workshop.datum, workshop.ende), workshop.ort)))


def _period(record: Any) -> str:
    """When an event takes place: a begin without an end is a single date."""
    begin: Zeitpunkt | None = record.beginn
    return span(begin, record.ende or begin)


def _alphabetical(records: Iterable[Any], attribute: str) -> list[Any]:
    return sorted(records, key=lambda record: german_key(getattr(record, attribute)))


_FILTERS = {
    "alphabetisch": _alphabetical,
    "anzahl": _count,
    "attr": lambda text: Markup(attribute_value(str(text))),
    "bildpfad": _picture,
    "datum": day,
    "knapp": brief,
    "lichtwort": light_word,
    "hoehe": guessed_height,
    "id": lambda name: Markup("{#" + str(name) + "}"),
    "markdown": _document,
    "markup": Markup,
    "meldungstext": news_text,
    "meldungstitel": news_title,
    "mindestens": at_least,
    "parse": lambda text: _document(parse_markdown(text).document),
    "statuswort": status_word,
    "url": lambda target: Markup(link_target(str(target))),
    "minuten": lambda count: quantity(count, "Minuten"),
    "wort": plural,
    "veranstaltung": _event,
    "zeilen": _lines,
    "zeitspanne": _period,
}


def _template_line(error: BaseException) -> tuple[str, int] | None:
    """The innermost template line in a traceback: Jinja compiles with the template's own lines."""
    place = None
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            place = (Path(name).name, step.tb_lineno)
        step = step.tb_next
    return place


def _broken(name: str, line: int, message: str) -> InsekError:
    where = f"{name}:{line}" if line else name
    return InsekError(
        _("Template {where} cannot be filled: {message}").format(where=where, message=message),
        _("Correct the template, or remove it to use the packaged one."),
    )
