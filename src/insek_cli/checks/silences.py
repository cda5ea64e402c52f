"""Findings silenced at one place, with a reason: `# insek: erlaubt INSEK423 - Grund`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from insek_cli import limits
from insek_cli.findings import Issue, Judged, Position
from insek_cli.findings.codes import CODES, finding
from insek_cli.limits import Budget

_REASON = r"[ \t]*(?:[-\u2010-\u2015:][ \t]*(.*))?"
_COMMENT = re.compile(rf"#\s*insek:\s*erlaubt\s+(INSEK[0-9]{{3}})\b{_REASON}")

_READ = ("*.yaml", "*/*.yaml", "*/*/*.yaml")
"""Data lies no deeper than in the folder of a workshop."""
_VALUE = re.compile(r"(\s*(?:-\s+)*)[^\s#:-][^:]*:\s+\S|(\s*(?:-\s+)*)-\s+\S")
"""A line on which a text begins; what stands deeper than its key or dash belongs to it."""
_NAMED = re.compile(r"\s*-\s+id:\s")


@dataclass(frozen=True)
class Silence:
    """A comment that silences a code in its line and the next, up to the end of a text there."""

    file: PurePosixPath
    line: int
    last: int
    column: int
    code: str
    reason: str
    source: str


def apply_silences(issues: Iterable[Issue], root: Path) -> Judged:
    """Part the findings; a silence without a reason or without a finding is one itself."""
    found = list(issues)
    silences = list(_silences(root))
    by_place = {
        (silence.file, line, silence.code): silence
        for silence in silences
        if silence.reason
        for line in range(silence.line, silence.last + 1)
    }
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
    data, budget = root / "data", Budget(limits.TEXTS)
    # A link in place of data/ is a finding, and not followed here either.
    for path in (
        () if data.is_symlink() else sorted(p for pattern in _READ for p in data.glob(pattern))
    ):
        if path.is_symlink() or not path.is_file():
            continue
        size = path.stat().st_size
        if size > limits.TEXT or not budget.take(size):
            continue
        text = path.read_bytes()
        if b"insek:" not in text:
            continue
        file = PurePosixPath(path.relative_to(root).as_posix())
        lines = text.decode("utf-8", "replace").splitlines()
        for number, line in enumerate(lines, 1):
            for match in _COMMENT.finditer(line):
                code, reason = match.group(1), (match.group(2) or "").strip()
                last, column = _last(lines, number), match.start() + 1
                yield Silence(file, number, last, column, code, reason, line)


def _last(lines: list[str], number: int) -> int:
    """The last line a comment reaches: a text of several lines has no room for its own, and above
    an entry that begins with its id the comment is about what the entry says."""
    if number < len(lines) and _NAMED.match(lines[number]):
        number += 1
    text = _VALUE.match(lines[number]) if number < len(lines) else None
    if text is None:
        return number + 1
    depth = len(text[1] if text[2] is None else text[2])
    last = number + 1
    for line in lines[last:]:
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            break
        last += 1
    return last
