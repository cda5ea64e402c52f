"""A workshop whose questions are known, and what an import of any file must come to."""

from pathlib import Path, PurePosixPath

from figures import HOSTILE, count
from insek_cli.models.measure import Measure
from insek_cli.models.workshop import Question
from insek_cli.source.ballots_file import parse_ballots
from insek_cli.source.source_file import Source
from insek_cli.workshop.ballots.ballot_rows import ballots_csv, canonical_rows
from insek_cli.workshop.ballots.option_matching import Matcher
from insek_cli.workshop.imports.import_plan import Choices, ImportPlan
from insek_cli.workshop.imports.known_questions import AskedQuestion, KnownQuestions
from insek_cli.workshop.imports.plan_file import plan_file
from insek_cli.workshop.imports.question_assignment import Ask
from insek_cli.workshop.imports.read_file import read_file
from workshop.imports.conftest import PROMPT, TITLES

MEASURES = [Measure(id=id_, titel=title, handlungsfeld="HF1") for id_, title in TITLES.items()]
KNOWN = KnownQuestions(
    (
        AskedQuestion(
            Question(id="hf1", wortlaut=PROMPT, max_auswahl=2), ("M-001", "M-002", "M-003")
        ),
        AskedQuestion(Question(id="hf2", wortlaut=PROMPT), ("M-003", "M-004")),
    ),
    Matcher(MEASURES, [], {"weiß nicht": "ignorieren"}),
)


def plan_of(path: Path) -> ImportPlan:
    """Rows, findings or open options; what is ready reads back from ballots.csv as it is."""
    count(HOSTILE)
    raw = read_file(path, path.name, KNOWN)
    plan = plan_file(raw, KNOWN, Choices(), {}, Ask(lambda match: len(match.label) % 2 == 0))
    assert plan.ballots or plan.issues or plan.unmatched
    if plan.ready:
        assert all(row.kanal and row.frage in ("hf1", "hf2") for row in plan.ballots)
        text = ballots_csv(plan.ballots)
        file = parse_ballots(text, Source(PurePosixPath("ballots.csv"), text.split("\n")))
        assert file is not None
        assert tuple(ballot for _, ballot in file.rows) == canonical_rows(plan.ballots)
    return plan
