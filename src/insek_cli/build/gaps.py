"""What is still open in a report, counted key by key for the end of a build."""

from collections import Counter
from collections.abc import Sequence

from insek_cli.build.request import Gaps
from insek_cli.findings import Issue
from insek_cli.findings.codes.completeness_codes import OPEN
from insek_cli.models.key_paths import key_at
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.report.views import Report


def count_gaps(issues: Sequence[Issue], report: Report) -> Gaps:
    """How many measures of the report lack which key for the stage."""
    shown = {view.daten.id for view in report.massnahmen}
    count = Counter(issue.key for issue in issues if issue.code == OPEN and _id(issue) in shown)
    keys = tuple((key, _title(key), number) for key, number in count.most_common())
    return Gaps(LABELS[report.stufe], len(report.massnahmen), keys)


def _id(issue: Issue) -> str:
    """Files of measures begin with their id."""
    return "-".join(issue.position.file.stem.split("-")[:2])


def _title(path: str) -> str:
    key = key_at(Measure, tuple(path.split(".")))
    return key.title if key else path
