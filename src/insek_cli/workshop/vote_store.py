"""Votes of a workshop: imported as a whole or not at all, and counted."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from insek_cli import limits
from insek_cli.build.find_workshop import find_question, find_workshop
from insek_cli.build.named_paths import require_file
from insek_cli.build.publish import paths_in, publish
from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.checks.context import Context
from insek_cli.checks.stored_ballots import invalid_ballots as check_ballots
from insek_cli.findings import Issue, Position, Severity
from insek_cli.findings.codes import finding
from insek_cli.i18n import _
from insek_cli.limits import Budget
from insek_cli.source.ballots_file import parse_ballots
from insek_cli.source.data_files import Files
from insek_cli.source.decode import decode
from insek_cli.source.nodes import python
from insek_cli.source.project import load_project
from insek_cli.source.records import Loaded
from insek_cli.source.source_file import Source
from insek_cli.source.to_catalog import assemble
from insek_cli.workshop.ballots import WorkshopResult, count_workshop
from insek_cli.workshop.ballots.ballot_rows import ballots_csv, canonical_rows
from insek_cli.workshop.ballots.offered_options import dropped_since, offered_measures
from insek_cli.workshop.ballots.option_matching import Matcher
from insek_cli.workshop.ballots.replace_rows import identical_source, replace_rows
from insek_cli.workshop.imports.import_plan import Choices, ImportPlan
from insek_cli.workshop.imports.known_questions import AskedQuestion, KnownQuestions
from insek_cli.workshop.imports.mapping_file import is_valid_target, mapping_of, mapping_stub
from insek_cli.workshop.imports.plan_file import plan_file
from insek_cli.workshop.imports.question_assignment import Ask
from insek_cli.workshop.imports.read_file import read_file
from insek_cli.workshop.result_sheet import render_result_sheet


@dataclass(frozen=True)
class VoteImport:
    """What to import. `source` replaces the name of the file; `mapping` names a YAML file."""

    root: Path
    slug: str
    files: tuple[Path, ...]
    choices: Choices = field(default_factory=Choices)
    source: str | None = None
    mapping: Path | None = None
    ranked: bool | None = None


@dataclass(frozen=True)
class PreparedImport:
    """What an import would do. `text` is the new ballots.csv; None while anything is open.

    `gone` is the number of rows that are there now and would be no more.
    """

    request: VoteImport
    plans: tuple[ImportPlan, ...] = ()
    issues: tuple[Issue, ...] = ()
    text: str | None = None
    changed: bool = False
    gone: int = 0
    titles: dict[str, str] | None = None

    @property
    def all_issues(self) -> tuple[Issue, ...]:
        """Findings about the project and about each file."""
        return (*self.issues, *(issue for plan in self.plans for issue in plan.issues))

    @property
    def folder(self) -> Path:
        """The folder of the workshop."""
        return self.request.root / "data" / "workshops" / self.request.slug


def prepare_import(request: VoteImport, ask: Ask) -> PreparedImport:
    """Read the files and say what would happen; nothing is written."""
    loaded = load_project(request.root)
    catalog = assemble(loaded)
    record = find_workshop(request.root, catalog, request.slug)
    if request.choices.question is not None:
        find_question(request.choices.question, [q.id for q in record.workshop.fragen])
    titles = {measure.id: measure.kurztitel or measure.titel for measure in catalog.measures}
    mapping, issues = _mapping(request.mapping, titles)
    issues += _blocking(loaded, request.slug)
    if issues:
        return PreparedImport(request, issues=tuple(issues), titles=titles)
    known = _known(catalog, record, mapping, request.ranked)
    if issues := _beyond_budget(request.files):
        return PreparedImport(request, issues=tuple(issues), titles=titles)
    plans = []
    for path in request.files:
        source = _one_line(request.source or path.name)
        raw = read_file(path, source, known)
        present = record.workshop.anwesend
        plans.append(plan_file(raw, known, request.choices, present, ask))
    done = PreparedImport(request, tuple(plans), titles=titles)
    if not all(plan.ready for plan in plans):
        return done
    return _merged(done, loaded, record)


def _beyond_budget(files: Sequence[Path]) -> list[Issue]:
    """The file with which all of them together are more than one command takes in."""
    budget = Budget(limits.TEXTS)
    for path in files:
        if not budget.take(path.stat().st_size):
            limit = f"{limits.TEXTS // limits.MIB} MB"
            position = Position(PurePosixPath(path.name))
            return [finding("INSEK521", position, "", "", variant="together", limit=limit)]
    return []


def store_import(prepared: PreparedImport) -> bool:
    """Write ballots.csv if it changes; whether it did."""
    if prepared.text is None or not prepared.changed:
        return False
    publish({prepared.folder / "ballots.csv": prepared.text.encode()})
    return True


def write_mapping_stubs(prepared: PreparedImport) -> list[Path]:
    """A mapping to fill in for each file with open options."""
    target = prepared.request.root / "build" / "workshops" / prepared.request.slug
    texts = {
        f"zuordnung-{_file_name(plan.source)}.yaml": mapping_stub(
            plan, prepared.titles or {}
        ).encode()
        for plan in prepared.plans
        if plan.unmatched
    }
    publish(paths_in(target, texts))
    return [target / name for name in texts]


def workshop_results(root: Path, slug: str) -> tuple[WorkshopResult, Catalog, list[Issue]]:
    """The results of a workshop, the catalog, and what is wrong with its votes."""
    loaded = load_project(root)
    catalog = assemble(loaded)
    record = find_workshop(root, catalog, slug)
    found = [*_blocking(loaded, slug), *_of(check_ballots(_context(loaded, catalog)), slug)]
    return count_workshop(catalog, record), catalog, found


def write_results(root: Path, result: WorkshopResult, catalog: Catalog) -> Path:
    """The results as a spreadsheet in build/workshops/<slug>/."""
    target = root / "build" / "workshops" / result.slug
    publish({target / "ergebnisse.xlsx": render_result_sheet(result, catalog)})
    return target / "ergebnisse.xlsx"


def _known(
    catalog: Catalog, record: WorkshopRecord, mapping: dict[str, str], ranked: bool | None
) -> KnownQuestions:
    asked = (
        AskedQuestion(
            question,
            offered_measures(catalog, record, question),
            dropped_since(catalog, record, question),
        )
        for question in record.workshop.fragen
    )
    return KnownQuestions(tuple(asked), Matcher(catalog.measures, record.optionen, mapping), ranked)


def _blocking(loaded: Loaded, slug: str) -> list[Issue]:
    """Errors in the files of the workshop: what is read wrongly must not be written anew."""
    return _errors(loaded.issues, slug)


def _errors(issues: Iterable[Issue], slug: str) -> list[Issue]:
    return [issue for issue in _of(issues, slug) if issue.severity is Severity.ERROR]


def _of(issues: Iterable[Issue], slug: str) -> list[Issue]:
    folder = PurePosixPath("data/workshops", slug)
    return [issue for issue in issues if issue.position.file.is_relative_to(folder)]


def _merged(done: PreparedImport, loaded: Loaded, record: WorkshopRecord) -> PreparedImport:
    # As they are written: an earlier id of a measure stays where nothing else changes.
    before = next(folder.ballots for folder in loaded.workshops if folder.slug == record.slug)
    rows = tuple(row for _, row in before.rows) if before else ()
    existing = rows
    for plan in done.plans:
        if other := identical_source(rows, plan.ballots, plan.sources):
            issue = finding("INSEK533", Position(plan.file), "", "", other=other)
            return replace(done, issues=(issue,))
        rows = replace_rows(rows, plan.ballots, plan.sources, done.request.choices.question)
    text = ballots_csv(rows)
    found = tuple(_check(text, loaded, record.slug))
    if _errors(found, record.slug):
        return replace(done, issues=found)
    gone = len(Counter(existing) - Counter(rows))
    changed = canonical_rows(existing) != rows
    return replace(done, issues=found if changed else (), text=text, changed=changed, gone=gone)


def _check(text: str, loaded: Loaded, slug: str) -> list[Issue]:
    """What `insek check` would say of the new file, before anything is written."""
    source = Source(PurePosixPath("data/workshops", slug, "ballots.csv"))
    decoded = decode(text.encode(), source, limits.BALLOTS)
    file = None if decoded is None else parse_ballots(decoded, source)
    folders = [
        replace(folder, ballots=file) if folder.slug == slug else folder
        for folder in loaded.workshops
    ]
    after = replace(loaded, workshops=folders)
    found = check_ballots(_context(after, assemble(after)))
    return [*source.close(), *(issue for issue in found if issue.position.file == source.file)]


def _context(loaded: Loaded, catalog: Catalog) -> Context:
    return Context(loaded, catalog, catalog.concept.stufe)


def _mapping(path: Path | None, titles: dict[str, str]) -> tuple[dict[str, str], list[Issue]]:
    if path is None:
        return {}, []
    require_file(path, _("Check the name after --mapping."))
    files = Files(path.resolve().parent)
    node, source = files.node(path.resolve())
    mapping = mapping_of(python(node)) if node else None
    if mapping is None and not source.issues:
        source.report("INSEK536", variant="form")
    for label, value in (mapping or {}).items():
        if not is_valid_target(value, titles):
            source.report("INSEK536", label=label, value=value)
    wrong = [issue for issue in source.issues if issue.severity is Severity.ERROR]
    return mapping or {}, wrong


def _one_line(name: str) -> str:
    """The name as it stands in a cell; what one system composes otherwise is the same file."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def _file_name(source: str) -> str:
    """The source as a part of a file name, whatever it is called."""
    kept = "".join(c if c.isalnum() or c in "-_." else "-" for c in source)
    return kept.strip(".-")[:80] or "datei"
