"""`make bench`: measures insek against its peers in one run and writes RESULTS.md and a chart.

    python -m benchmarks [--rounds 5] [--out FOLDER] [--only cold_build,cold_pdf]

A full run takes about half an hour. With --only the other rows stay as results.json has them.
"""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks.chart import chart
from benchmarks.page import line, page
from benchmarks.profiles import build_profile, check_profile
from benchmarks.rows import Bench, Row, rows
from benchmarks.side_by_side import ROUNDS

HERE = Path(__file__).parent


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
        profiles = [*map(partial(build_profile, bench), ("", "pdf", "docx")), check_profile(bench)]
        for name, measured in rows(bench, arguments.only):
            found[name] = measured
            sys.stdout.write("".join(line(row) + "\n" for row in measured))
            sys.stdout.flush()
            # What is measured is kept, should the run be stopped.
            _write(arguments.out, found, profiles, arguments.rounds)


def _write(folder: Path, found: dict[str, list[Row]], profiles: list[str], rounds: int) -> None:
    plain = {name: [asdict(row) for row in measured] for name, measured in found.items()}
    text = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    (folder / "results.json").write_text(text, encoding="utf-8")
    every = [row for measured in found.values() for row in measured]
    (folder / "RESULTS.md").write_text(page(every, profiles, rounds), encoding="utf-8")
    (folder / "results.svg").write_text(chart(every), encoding="utf-8")


if __name__ == "__main__":
    main()
