"""`make bench`: measures insek against its peers in one run and writes RESULTS.md and a chart.

    python -m benchmarks [--rounds 5] [--out FOLDER] [--only cold_build,cold_pdf]

A full run takes about half an hour. With --only the other rows stay as results.json has them.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.chart import chart
from benchmarks.profiles import check_profile
from benchmarks.rows import Bench, Row, rows
from benchmarks.side_by_side import PEERS, ROUNDS

HERE = Path(__file__).parent
PACKAGES = (
    "insek-cli", "typer", "pydantic", "typst", "pypandoc-binary", "openpyxl", "check-jsonschema",
    "docxtpl", "weasyprint", "rendercv", "sphinx-needs", "strictdoc",
)  # fmt: skip


def main() -> None:
    """Measure, print each row as it is known, write the table and the chart."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--only", type=lambda text: text.split(","), default=[])
    arguments = parser.parse_args()
    kept = arguments.out / "results.json"
    found: dict[str, list[Row]] = {}
    if arguments.only and kept.exists():
        stored = json.loads(kept.read_text(encoding="utf-8"))
        found = {name: [Row(**row) for row in measured] for name, measured in stored.items()}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), arguments.rounds)
        profiles = _profile(bench), check_profile(bench)
        for name, measured in rows(bench, arguments.only):
            found[name] = measured
            sys.stdout.write("".join(_line(row) + "\n" for row in measured))
            sys.stdout.flush()
            # What is measured is kept, should the run be stopped.
            _write(arguments.out, found, profiles, arguments.rounds)


def _write(
    folder: Path, found: dict[str, list[Row]], profiles: tuple[str, str], rounds: int
) -> None:
    plain = {name: [asdict(row) for row in measured] for name, measured in found.items()}
    text = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    (folder / "results.json").write_text(text, encoding="utf-8")
    every = [row for measured in found.values() for row in measured]
    (folder / "RESULTS.md").write_text(_page(every, profiles, rounds), encoding="utf-8")
    (folder / "results.svg").write_text(chart(every), encoding="utf-8")


def _profile(bench: Bench) -> str:
    """Where the time of a cold build goes."""
    program = bench.insek(100, "build", "--timings")
    around = {**program.around(), "INSEK_LANG": "en"}
    done = subprocess.run(
        program.command, cwd=program.folder, env=around,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout[done.stdout.index("Stage") :].rstrip()


def _page(found: list[Row], profiles: tuple[str, str], rounds: int) -> str:
    heads = ("what", "against", "goal", "insek", "other", "ratio", "")
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", *map(_line, found)]
    return "\n".join(
        [
            "# What was measured",
            "",
            "`make bench` writes this page: medians of " + str(rounds) + " turns in alternating"
            " order after one to warm up; the build of 2,000 measures is one turn. A ratio is insek"
            " divided by the other, or, where the goal says *faster*, the other divided by insek."
            " A row that is missing was not measured yet.",
            "",
            "![The ratios as bars, with a mark at each goal](results.svg)",
            "",
            *lines,
            "",
            "## Where a cold build of 100 measures spends its time",
            "",
            "`insek build --timings`; stages run side by side, so that the shares exceed 100 %.",
            "",
            "```",
            profiles[0],
            "```",
            "",
            "## Where a cold check of 1,000 measures spends its time",
            "",
            "Reading is more than libyaml's events: each of them becomes data, and data a model.",
            "A check that knows the findings of unchanged files skips all but the start.",
            "",
            profiles[1],
            "",
            "## Machine and versions",
            "",
            *_machine(),
            "",
        ]
    )


def _line(row: Row) -> str:
    seconds, other = (f"{each:.2f} s" if each else "–" for each in (row.seconds, row.other))
    ratio = f"{row.ratio:.2f}" if row.ratio else "–"
    mark = {True: "reached", False: "not reached", None: "not measured"}[row.reached]
    end = f"{mark}; {row.note}" if row.note else mark
    return f"| {row.what} | {row.against} | {row.goal} | {seconds} | {other} | {ratio} | {end} |"


def _machine() -> list[str]:
    lines = [f"- {platform.system()} {platform.machine()}, {os.cpu_count()} cores"]
    lines.append(f"- Python {platform.python_version()}")
    return [*lines, *(f"- {name} {_version(name)}" for name in PACKAGES)]


def _version(name: str) -> str:
    """Of a package of this Python, else of the peers' environment."""
    try:
        return version(name)
    except PackageNotFoundError:
        pattern = f"lib/python*/site-packages/{name.replace('-', '_')}-*.dist-info"
        found = [
            path.name.split("-")[1].removesuffix(".dist") for path in PEERS.parent.glob(pattern)
        ]
        return found[0] if found else "not installed"


if __name__ == "__main__":
    main()
