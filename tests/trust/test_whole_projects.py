"""Projects made from the models: valid ones say every text, spoilt ones are told where."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from documents.project_files import squeezed, words_of
from effort import THOROUGH
from figures import SPOILT, TEXTS, count
from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.checks import run_checks
from insek_cli.findings import Issue, Severity
from insek_cli.findings.reporters.formats import REPORTERS
from insek_cli.models.record_kinds import KINDS
from insek_cli.source.project import load_snapshot
from insek_cli.source.to_catalog import assemble
from trust.cities import ROOT
from trust.spoiling import MUTATIONS, Place, lines, place
from trust.whole_projects import WORDS, WORKSHOP, Project, kind_name, projects

PICTURE = next((ROOT / "examples" / "musterstadt" / "data" / "bilder").glob("*.png"))
NOT_SAID = {
    "insek": {
        "concept.stadt": "is part of the title as cities write it",
        "concept.bilder.": "logos and the cover have no caption",
        "concept.kostengruppen": "is said where a position belongs to it",
        "districts.lage": "stands in the table of districts",
        "programmes.geber": "stands in the table of programmes",
        "field.frueher": "is there for old votes",
        "field.ziele.frueher": "is there for old references",
        "field.ziele.unterziele.frueher": "is there for old references",
        "measure.status_begruendung": "stands in the table of measures",
        "workshop.": "has its own documentation",
    },
    "massnahmenliste": {
        "concept.": "is the report's frame",
        "workshop.": "has its own documentation",
        "field.frueher": "is there for old votes",
        "field.ziele.frueher": "is there for old references",
        "field.ziele.unterziele.frueher": "is there for old references",
        "field.bilder.": "a table has no pictures",
    },
    "dokumentation": {
        "measure.": "is told in the report",
        "plans.": "are told in the report",
        "actors.": "are told in the report",
        "programmes.": "are told in the report",
        "districts.": "are told in the report",
        "abbreviations.": "are told in the report",
        "field.frueher": "is there for old votes",
        "field.ziele.frueher": "is there for old references",
        "field.ziele.unterziele.frueher": "is there for old references",
        "concept.stadt": "is part of the title as cities write it",
        "concept.untertitel": "is that of the report",
        "concept.auftraggeber": "stands in the report",
        "concept.bearbeitung": "stands in the report",
        "concept.impressum": "stands in the report",
        "concept.kostengruppen": "are told in the report",
        "concept.zeithorizonte": "are told in the report",
        "concept.bilder.": "logos and the cover have no caption",
        "workshop.bilder.": "photographs of the evening are in none of the documents",
    },
}
"""Beginnings of keys whose texts a document need not say, and why."""
SAID_ALL_THE_SAME = {
    "insek": ("workshop.titel", "workshop.ort", "workshop.ausgenommen", "workshop.fragen"),
    "massnahmenliste": (
        "concept.titel", "concept.stadt", "concept.zeithorizonte", "workshop.titel",
    ),
    "dokumentation": ("measure.titel",),
}  # fmt: skip
"""Keys among them whose texts it does say."""
SHOWN = ("md", "docx", "pdf", "pptx")
REGISTERED = ("plans.", "actors.", "programmes.", "districts.")


def written(project: Project, root: Path) -> Path:
    """The project as files, with the picture that all images name."""
    for name, text in texts(project).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    pictures = root / "data" / "bilder"
    pictures.mkdir(parents=True, exist_ok=True)
    (pictures / "plan.png").write_bytes(PICTURE.read_bytes())
    return root


def unsaid(project: Project, root: Path) -> dict[str, set[str]]:
    """The keys of texts that a document lacks, by the name of the document."""
    outputs = [
        *produce(Request(root, profile="intern")).outputs,
        *produce(
            Request(root, profile="intern", workshop=WORKSHOP, formats=("md", "docx", "pdf"))
        ).outputs,
    ]
    assert len(outputs) == 7
    said = {output.path: words_of(output.path) for output in outputs}
    lacking: dict[str, set[str]] = {}
    for path, whole in said.items():
        lost = [key for key, text in project.texts if squeezed(text) not in whole]
        count(TEXTS, len(project.texts) - len(lost))
        lacking[path.name] = set(lost)
    return lacking


def texts(project: Project) -> dict[str, str]:
    """The text of every file by its path in the project."""
    return {
        f"data/{name}": "".join(f"{line.text}\n" for line in lines(data))
        for name, data in project.files.items()
    }


def shown(mark: str, kind: str) -> str:
    """A mark as the reader of a format gives it: that of PDF drops a hyphen that ends a line."""
    return mark.rstrip("-") if kind == "pdf" else mark


def _together(said: str, marks: dict[str, str], word: str) -> bool:
    return shown(marks[word], "pdf") + word in said


def may_lack(name: str, key: str) -> bool:
    """Whether a document need not say a text."""
    document = name.partition(".")[0]
    if any(key.startswith(begin) for begin in SAID_ALL_THE_SAME.get(document, ())):
        return False
    return any(f"{key}.".startswith(begin) for begin in NOT_SAID[document])


@pytest.mark.office
@settings(
    max_examples=1,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(project=projects(whole=True))
def test_every_text_of_every_key_is_in_every_document(
    tmp_path_factory: pytest.TempPathFactory, project: Project
) -> None:
    keys = {key for key, _ in project.texts}
    assert len(keys) > 60
    for name, lacking in unsaid(
        project, written(project, tmp_path_factory.mktemp("stadt"))
    ).items():
        assert lacking == {key for key in keys if may_lack(name, key)}, name


@pytest.mark.office
@settings(
    max_examples=4 if THOROUGH else 1,
    derandomize=not THOROUGH,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(project=projects(whole=True, copies=len(WORDS) - 1))
def test_no_mark_at_the_beginning_of_a_text_is_lost(
    tmp_path_factory: pytest.TempPathFactory, project: Project
) -> None:
    """Every key of a measure begins with every mark once, and no document takes one for markup."""
    marks = {word: squeezed(mark) for mark, word in (t.rsplit(" ", 1) for _, t in project.texts)}
    assert set(marks.values()) >= {squeezed(word) for word in WORDS}
    root = written(project, tmp_path_factory.mktemp("stadt"))
    outputs = [
        *produce(Request(root, profile="intern")).outputs,
        *produce(Request(root, profile="intern", workshop=WORKSHOP, formats=SHOWN)).outputs,
    ]
    assert len(outputs) == 8
    for output in outputs:
        said = words_of(output.path)
        found = list(re.finditer(r"Wort\d{5}", said))
        assert len({match.group() for match in found}) > 40, output.path
        lost = {
            match.group(): said[match.start() - 20 : match.end()]
            for match in found
            if not said.endswith(shown(marks[match.group()], output.format), 0, match.start())
        }
        if output.format == "pdf":
            # A page may end between a mark and its word, which stand together elsewhere.
            lost = {word: at for word, at in lost.items() if not _together(said, marks, word)}
        assert lost == {}, output.path.name
        count(TEXTS, len(found))


@pytest.mark.office
@settings(
    max_examples=40 if THOROUGH else 1,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(project=projects())
def test_every_text_of_any_project_is_in_every_document(
    tmp_path_factory: pytest.TempPathFactory, project: Project
) -> None:
    for name, lacking in unsaid(
        project, written(project, tmp_path_factory.mktemp("stadt"))
    ).items():
        wanted = {key for key in lacking if not may_lack(name, key)}
        # Only the spreadsheet lists what nothing refers to.
        if not name.endswith(".xlsx"):
            wanted = {key for key in wanted if not key.startswith(REGISTERED)}
        assert wanted == set(), name


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the picture: everything else is in memory."""
    return written(Project({}, []), tmp_path_factory.mktemp("bilder"))


def findings(root: Path, files: dict[str, str]) -> list[Issue]:
    """What `insek check` finds; all ways of telling it are tried."""
    blobs = {name: text.encode("utf-8", "surrogateescape") for name, text in files.items()}
    loaded = load_snapshot(root, blobs)
    issues = run_checks(loaded, assemble(loaded))
    for report in REPORTERS.values():
        report(issues)
    return issues


# Nothing is made smaller: a finding in another line is understood from the faulty line alone.
@settings(
    max_examples=600 if THOROUGH else 10,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(project=projects(), data=st.data())
def test_a_fault_is_found_in_its_line(
    pictures: Path, project: Project, data: st.DataObject
) -> None:
    sound = texts(project)
    assert [i for i in findings(pictures, sound) if i.severity is Severity.ERROR] == []
    for name in data.draw(st.lists(st.sampled_from(sorted(MUTATIONS)), min_size=4, max_size=8)):
        spoil, code = MUTATIONS[name]
        fitting = [
            (file, number, changed)
            for file, at, number in places(project)
            if (changed := spoil(at)) is not None
        ]
        if not fitting:
            continue
        file, number, changed = data.draw(st.sampled_from(fitting))
        rows = sound[file].split("\n")
        rows[number - 1 : number] = changed
        found = findings(pictures, {**sound, file: "\n".join(rows)})
        here = range(number, number + len(changed))
        told = [(i.code, i.position.line) for i in found if str(i.position.file) == file]
        assert any(each.startswith(code) and line in here for each, line in told), (
            name, changed, number, told, rows[number : number + 3],
        )  # fmt: skip
        count(SPOILT)


def places(project: Project) -> Iterator[tuple[str, Place, int]]:
    """Every line of every file, with its file and number."""
    for name, content in project.files.items():
        kind = KINDS[kind_name(name)]
        for number, line in enumerate(lines(content), 1):
            yield f"data/{name}", place(line, kind.model, many=kind.many), number
