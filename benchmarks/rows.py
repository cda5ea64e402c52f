"""The rows of the benchmark: what is measured, against what, and what is aimed at."""

import statistics
import sys
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import catalogues, peers
from benchmarks.side_by_side import ROUNDS, MissingPeerError, Program, Work, compare, tool
from benchmarks.watched import Watched

INSEK = (tool("insek"),)
COLD = (("INSEK_CACHE", "aus"),)
GIGABYTE = 1024**3
Found = dict[str, float | MissingPeerError]
"""Seconds by name, or why there are none."""


@dataclass
class Row:
    """A line of the table: `ratio` is what the goal speaks of; a note says what is missing."""

    what: str
    against: str
    goal: str
    seconds: float | None = None
    other: float | None = None
    ratio: float | None = None
    reached: bool | None = None
    note: str = ""


@dataclass
class Bench:
    """A folder to work in, and the cities in it by the number of their measures."""

    folder: Path
    rounds: int = ROUNDS
    cities: dict[int, Path] = field(default_factory=dict)

    def city(self, number: int) -> Path:
        """The city of so many measures, made when first asked for."""
        if number not in self.cities:
            self.cities[number] = catalogues.city(self.folder / f"stadt-{number}", number)
        return self.cities[number]

    def insek(self, number: int, *arguments: str, cold: bool = True) -> Program:
        """A command in a city; with `cold` nothing of an earlier run is known."""
        cache = (("INSEK_CACHE", str(self.folder / f"cache-{number}")),)
        return Program((*INSEK, *arguments), self.city(number), COLD if cold else cache)


def rows(bench: Bench, only: Collection[str] = ()) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each measurement, cheap ones first; `only` names measurements."""
    for measure in (
        _starting, _nothing_changed, _checking, _cold_build, _cold_pdf, _cold_word, _other_builders,
        _watching, _one_of_many, _growing,
    ):  # fmt: skip
        name = measure.__name__.removeprefix("_")
        if not only or name in only:
            yield name, list(measure(bench))


def _starting(bench: Bench) -> Iterator[Row]:
    bare = Program((sys.executable, "-c", "import typer"))
    for option in ("--version", "--help"):
        works = {"own": Program((*INSEK, option)), "bare": bare}
        yield _at_most(
            f"insek {option}", 'python -c "import typer"', 1.5, compare(works, bench.rounds)
        )


def _nothing_changed(bench: Bench) -> Iterator[Row]:
    again = bench.insek(100, "build", cold=False)
    again()
    bare = Program((sys.executable, "-c", "import typer, pydantic"))
    found = compare({"own": again, "bare": bare}, bench.rounds)
    yield _at_most("nothing changed, 100", 'python -c "import typer, pydantic"', 2.5, found)


def _checking(bench: Bench) -> Iterator[Row]:
    files = sorted(catalogues.measures(bench.city(1000)))
    check = bench.insek(1000, "check", cold=False)
    works: dict[str, Work] = {
        "own": check,
        "first": bench.insek(1000, "check"),
        "schema": peers.check_jsonschema(files),
        "events": lambda: _events(files),
    }
    found = compare(works, bench.rounds)
    for name, what in (("own", "check 1,000, known findings"), ("first", "check 1,000, cold")):
        pair = {"own": found[name], "bare": found["schema"]}
        yield _times_faster(what, "check-jsonschema, same schema", 5, pair)
        pair = {"own": found[name], "bare": found["events"]}
        yield _at_most(what, "libyaml events", 5, pair)


def _events(files: list[Path]) -> float:
    from _ruamel_yaml import CParser  # noqa: PLC0415

    begin = time.perf_counter()
    for path in files:
        parser = CParser(path.read_bytes())
        while parser.check_event():
            parser.get_event()
    return time.perf_counter() - begin


def _cold_build(bench: Bench) -> Iterator[Row]:
    desk = peers.Desk(bench.city(100), bench.folder / "pult")
    works: dict[str, Work] = {"own": bench.insek(100, "build"), "bare": desk.engines()}
    found = compare(works, bench.rounds)
    yield _at_most("cold build, 100", "the bare engines on two cores", 1.25, found)


def _cold_pdf(bench: Bench) -> Iterator[Row]:
    bench.insek(100, "build", "--format", "md")()
    markdown = bench.city(100) / "build" / "insek.md"
    works: dict[str, Work] = {
        "own": bench.insek(100, "build", "--format", "pdf"),
        "office": peers.office(markdown),
        "weasyprint": peers.weasyprint(markdown),
        "xelatex": peers.xelatex(markdown),
    }
    found = compare(works, bench.rounds)
    names = (
        ("office", "LibreOffice", 2),
        ("weasyprint", "WeasyPrint", 5),
        ("xelatex", "XeLaTeX", 3),
    )
    for name, title, goal in names:
        pair = {"own": found["own"], "bare": found[name]}
        yield _times_faster("cold PDF, 100", f"{title}, by pandoc", goal, pair)


def _cold_word(bench: Bench) -> Iterator[Row]:
    desk = peers.Desk(bench.city(100), bench.folder / "pult-word")
    works = {
        "own": bench.insek(100, "build", "--format", "docx"),
        "bare": peers.docxtpl(desk.report, bench.folder / "docxtpl"),
    }
    yield _at_most("cold DOCX, 100", "docxtpl, plain template", 1, compare(works, bench.rounds))


def _other_builders(bench: Bench) -> Iterator[Row]:
    desk = peers.Desk(bench.city(100), bench.folder / "pult-andere")
    works: dict[str, Work] = {
        "own": bench.insek(100, "build"),
        "rendercv": peers.rendercv(bench.folder / "rendercv", 2000),
        "sphinx": peers.sphinx_needs(desk.report, bench.folder / "sphinx"),
        "strictdoc": peers.strictdoc(desk.report, bench.folder / "strictdoc"),
    }
    found = compare(works, bench.rounds)
    for name in ("rendercv", "sphinx", "strictdoc"):
        title = {"sphinx": "sphinx-needs, HTML", "strictdoc": "StrictDoc, HTML"}.get(name, name)
        pair = {"own": found["own"], "bare": found[name]}
        yield _times_faster("cold build, 100, four documents", title, 1, pair)


def _watching(bench: Bench) -> Iterator[Row]:
    watching = bench.insek(100, "build", "--format", "pdf", "--watch", cold=False)
    with Watched(watching, bench.city(100)) as watched:
        cold = bench.insek(100, "build", "--format", "pdf")
        works: dict[str, Work] = {"own": watched.turn, "bare": cold}
        found = compare(works, bench.rounds)
    yield _at_most("watch, one of 100 edited", "cold PDF", 0.3, found)


def _one_of_many(bench: Bench) -> Iterator[Row]:
    turns = iter(range(10**6))
    bench.insek(400, "build", cold=False)()
    known = bench.insek(400, "build", cold=False)
    edited = Program(
        known.command, known.folder, known.environment,
        before=lambda: catalogues.edit(bench.city(400), next(turns)),
    )  # fmt: skip
    found = compare({"own": edited, "bare": bench.insek(400, "build")}, bench.rounds)
    yield _at_most("one of 400 edited, fresh process", "cold build, 400", 0.75, found)


def _growing(bench: Bench) -> Iterator[Row]:
    """Time and memory of five times as many measures; a build is one turn of minutes."""
    peak = 0
    for command, rounds in (("check", bench.rounds), ("build", 1)):
        programs = {number: bench.insek(number, command) for number in (400, 2000)}
        programs[400]()
        used = {n: [program.used() for _turn in range(rounds)] for n, program in programs.items()}
        own, bare = (statistics.median(each[0] for each in used[n]) for n in (2000, 400))
        yield _at_most(f"{command} 2,000", f"{command} 400", 5.5, {"own": own, "bare": bare})
        memory = max(each[1] for each in used[2000])
        row = Row(f"{command} 2,000, memory", "3 GB", "< 3 GB", ratio=memory / GIGABYTE / 3)
        row.reached, row.note = memory < 3 * GIGABYTE, f"{memory / GIGABYTE:.2f} GB"
        yield row
        peak = max(each[1] for each in used[400])
    yield _engine_alone(bench, peak)


def _engine_alone(bench: Bench, own: int) -> Row:
    """The memory of a build of 400 measures beside that of Typst alone."""
    *before, setting = peers.Desk(bench.city(400), bench.folder / "pult-400").engines().chains[0]
    for program in before:
        program()
    bare = setting.used()[1]
    row = Row("build 400, memory", "Typst alone, the same text", "≤ 1.1", ratio=own / bare)
    row.reached = own <= 1.1 * bare
    row.note = f"{own / GIGABYTE:.2f} GB and {bare / GIGABYTE:.2f} GB"
    return row


def _at_most(what: str, against: str, goal: float, found: Found) -> Row:
    row = Row(what, against, f"≤ {goal:g}")
    if _both(row, found) and row.seconds and row.other:
        row.ratio = row.seconds / row.other
        row.reached = row.ratio <= goal
    return row


def _times_faster(what: str, against: str, goal: float, found: Found) -> Row:
    row = Row(what, against, f"≥ {goal:g} × faster" if goal > 1 else "faster")
    if _both(row, found) and row.seconds and row.other:
        row.ratio = row.other / row.seconds
        row.reached = row.ratio >= goal
    return row


def _both(row: Row, found: Found) -> bool:
    own, other = found["own"], found["bare"]
    missing = [str(each) for each in (own, other) if isinstance(each, MissingPeerError)]
    if isinstance(own, float):
        row.seconds = own
    if isinstance(other, float):
        row.other = other
    row.note = "; ".join(missing)
    return not missing
