"""Findings silenced at one place, with a reason: `# insek: erlaubt INSEK423 - Grund`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from insek_cli.codes import CODES, finding
from insek_cli.findings import Issue, Judged, Position

_REASON = r"[ \t]*(?:[-\u2010-\u2015:][ \t]*(.*))?"
_COMMENT = re.compile(rf"#\s*insek:\s*erlaubt\s+(INSEK[0-9]{{3}})\b{_REASON}")


@dataclass(frozen=True)
class Silence:
    """A comment that silences a code in its line and the next."""

    file: PurePosixPath
    line: int
    column: int
    code: str
    reason: str
    source: str


def judge(issues: Iterable[Issue], root: Path) -> Judged:
    """Part the findings; a silence without a reason or without a finding is one itself."""
    found = list(issues)
    silences = list(_silences(root))
    by_place = {(s.file, s.line + step, s.code): s for s in silences if s.reason for step in (0, 1)}
    kept: list[Issue] = []
    silenced: list[tuple[Issue, str]] = []
    used: set[Silence] = set()
    for issue in found:
        silence = by_place.get((issue.position.file, issue.position.line, issue.code))
        if silence and not CODES[issue.code].fixed:
            used.add(silence)
            silenced.append((issue, silence.reason))
        else:
            kept.append(issue)
    kept += [_about(s) for s in silences if s not in used]
    return Judged(tuple(sorted(kept, key=lambda issue: issue.sort_key)), tuple(silenced))


def _about(silence: Silence) -> Issue:
    code = "INSEK432" if silence.reason else "INSEK431"
    position = Position(silence.file, silence.line, silence.column)
    return finding(code, position, "", silence.source, code=silence.code)


def _silences(root: Path) -> Iterator[Silence]:
    for path in sorted((root / "data").rglob("*.yaml")):
        if path.is_symlink() or not path.is_file():
            continue
        text = path.read_bytes()
        if b"insek:" not in text:
            continue
        file = PurePosixPath(path.relative_to(root).as_posix())
        for number, line in enumerate(text.decode("utf-8", "replace").splitlines(), 1):
            for match in _COMMENT.finditer(line):
                code, reason = match.group(1), (match.group(2) or "").strip()
                yield Silence(file, number, match.start() + 1, code, reason, line)
