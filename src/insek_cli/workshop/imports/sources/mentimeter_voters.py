"""Mentimeter, the sheet “Voters”: a row for each voter, columns for each slide."""

import re
from collections.abc import Sequence
from itertools import islice

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.sheet_cells import SheetCells
from insek_cli.workshop.imports.column_blocks import Answers, Voter, read_questions
from insek_cli.workshop.imports.known_questions import SEPARATORS, KnownQuestions
from insek_cli.workshop.imports.raw_ballots import sessions_of
from insek_cli.workshop.imports.slide_runs import PromptColumn
from insek_cli.workshop.imports.vote_source import Votes, WorkbookSource

SESSION = frozenset({"session", "sitzung"})
VOTER = frozenset({"voter", "abstimmende", "abstimmende person", "teilnehmer", "teilnehmende",
                   "wähler", "wählende", "stimmabgabe"})  # fmt: skip
DATE = re.compile(r"(date|datum)\b.*", re.IGNORECASE)
NOISE = re.compile(
    r"(.*\breaction:.*|.*:\s*(name|emoji|score|punktzahl|profile))\s*", re.IGNORECASE
)
SEARCHED_ROWS = 20


def header_row(sheet: SheetCells) -> int | None:
    """The row with the columns Session and Voter, wherever it stands."""
    for row in sorted(sheet.rows)[:SEARCHED_ROWS]:
        names = {text.casefold() for text in sheet.rows[row].values()}
        if names & VOTER and (names & SESSION or any(DATE.fullmatch(name) for name in names)):
            return row
    return None


def read_voters(
    sheets: Sequence[SheetCells], known: KnownQuestions, findings: ImportFindings
) -> Votes | None:
    """The questions of the first such sheet with their ballots. Names are dropped here."""
    found = ((sheet, row) for sheet in sheets if (row := header_row(sheet)) is not None)
    sheet, row = next(found, (None, 0))
    if sheet is None:
        return None
    findings.add(sheet.faults_from(row, findings))
    voters = _voters(sheet, row, findings)
    answers = Answers(row, voters, lambda at, index: sheet.place(at, index + 1), findings.file)
    columns = _columns(sheet, row, known)
    questions = tuple(read_questions(columns, answers, known, findings))
    return Votes(questions, sessions=sessions_of(questions))


def _voters(sheet: SheetCells, header: int, findings: ImportFindings) -> list[Voter]:
    session, voter = _column(sheet, header, SESSION), _column(sheet, header, VOTER)
    width = max(sheet.rows[header])
    rows = [row for row in sorted(sheet.rows) if row > header]
    digits = max((len(sheet.cell(row, voter)) for row in rows), default=1)
    seen: set[str] = set()
    found = []
    for row in rows:
        part = sheet.cell(row, session) or "1" if session else "1"
        who = sheet.cell(row, voter)
        # A voter who is not a number may be a name: rows are told apart by their place then.
        number = who.zfill(digits) if who.isdecimal() else f"z{row}"
        if not part.isdecimal():
            key = sheet.place(row, session)
            findings.report("INSEK526", row, session, key, value=part)
        key = f"{part}-{number}"
        if key in seen:
            findings.report("INSEK526", row, voter, sheet.place(row, voter),
                           variant="voter", value=number, session=part)  # fmt: skip
        seen.add(key)
        cells = tuple(sheet.cell(row, column) for column in range(1, width + 1))
        found.append(Voter(key, part, cells, row))
    return found


def _column(sheet: SheetCells, row: int, names: frozenset[str]) -> int:
    found = (c for c, text in sorted(sheet.rows[row].items()) if text.casefold() in names)
    return next(found, 0)


def _columns(sheet: SheetCells, row: int, known: KnownQuestions) -> list[PromptColumn]:
    first = max(_column(sheet, row, SESSION), _column(sheet, row, VOTER))
    headings = [
        (column, text)
        for column, text in sorted(sheet.rows[row].items())
        if column > first and not _noise(text, known)
    ]
    texts = [text for _, text in headings]
    split = [_split(text, known) for text in texts]
    prompts = sorted({p for p, part in filter(None, split) if part}, key=len, reverse=True)
    found = []
    for at, (column, text) in enumerate(headings):
        prompt, part = split[at] or _by_neighbours(text, at, texts, prompts)
        found.append(PromptColumn(column - 1, prompt, part))
    return found


def _noise(text: str, known: KnownQuestions) -> bool:
    """Whether a column holds no votes; an option may be called “Profile” or “Name” all the same."""
    if not NOISE.fullmatch(text):
        return False
    split = _split(text, known)
    return not (split and known.resolve(split[1]))


def _split(text: str, known: KnownQuestions) -> tuple[str, str] | None:
    """Prompt and part. Both may contain colons: known prompts first, then known options."""
    if split := known.prompt(text, ":"):
        return split[0], split[1].lstrip(":").strip()
    for colon in islice(re.finditer(":", text), SEPARATORS):
        part = text[colon.end() :].strip()
        if part and known.resolve(part):
            return text[: colon.start()].rstrip(": "), part
    return None


def _by_neighbours(
    text: str, at: int, texts: Sequence[str], prompts: Sequence[str]
) -> tuple[str, str]:
    """A column with an unknown option belongs to the prompt that it shares with others."""
    for prompt in prompts:
        if text.startswith(f"{prompt}:"):
            return prompt, text[len(prompt) :].lstrip(":").strip()
    near = [texts[n] for n in (at - 1, at + 1) if 0 <= n < len(texts)]
    shared = max((_common(text, other).rfind(":") for other in near), default=-1)
    if shared > 0:
        return text[:shared].rstrip(": "), text[shared + 1 :].strip()
    return text, ""


def _common(one: str, other: str) -> str:
    pairs = enumerate(zip(one, other, strict=False))
    end = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    return one[:end]


SOURCE = WorkbookSource(10, "mentimeter", read_voters)
