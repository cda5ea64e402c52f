"""`insek check` on generated measures, side by side with its peers in one run.

    python benchmarks/check.py [number of files]

Prints medians of alternating runs: insek check, check-jsonschema with the generated schema, and a
bare pass over libyaml's events. A peer that is not installed is a line that says so.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from insek_cli.resources import examples_dir, schema_dir

ROUNDS = 5
WORDS = [
    "Quartier",
    "Grünzug",
    "Radweg",
    "Förderung",
    "Nachbarschaft",
    "Schulhof",
    "Klima",
    "Wärme",
    "Boden",
    "Verkehr",
    "Handel",
    "Bahnhof",
    "Gewerbe",
    "Brache",
    "Umbau",
    "Beteiligung",
    "Verein",
    "Spielplatz",
    "Haltestelle",
    "Energie",
    "Wohnraum",
    "Bestand",
    "Neubau",
]


def project(folder: Path, number: int) -> Path:
    """The Musterstadt with `number` measures of varied text (seeded)."""
    shutil.copytree(examples_dir() / "musterstadt" / "data", folder / "data")
    concept = folder / "data" / "concept.yaml"
    text = concept.read_text(encoding="utf-8").replace("stufe: beschluss", "stufe: entwurf")
    concept.write_text(text, encoding="utf-8")
    source = random.Random(1)
    for count in range(100, 100 + number):
        text = "\n".join("  " + _sentence(source) for _ in range(12))
        (folder / "data" / "measures" / f"M-{count}-bench.yaml").write_text(
            f"id: M-{count}\ntitel: {_sentence(source)[:-1]}\n"
            f"handlungsfeld: HF{source.randint(1, 4)}\nziele:\n  - HF1.1\n"
            f"status: vorschlag\nbeschreibung: |\n{text}\n"
            "akteure:\n  federfuehrung: fb-planung\nkosten:\n  positionen:\n"
            f"    - von: {source.randint(1, 900)}000\n      rhythmus: einmalig\n",
            encoding="utf-8",
        )
    return folder


def _sentence(source: random.Random) -> str:
    return " ".join(source.choices(WORDS, k=11)).capitalize() + f" {source.randint(1, 10**6)}."


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _run(*command: str, cwd: Path) -> None:
    subprocess.run(command, cwd=cwd, capture_output=True, check=False)


def _events(files: list[Path]) -> None:
    from _ruamel_yaml import CParser  # noqa: PLC0415

    for path in files:
        parser = CParser(path.read_bytes())
        while parser.check_event():
            parser.get_event()


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        root = project(Path(name), number)
        files = sorted((root / "data" / "measures").glob("M-*-bench.yaml"))
        schema = schema_dir() / "measure.schema.json"
        peers: dict[str, Callable[[], object]] = {
            "insek check": lambda: _run(sys.executable, "-m", "insek_cli", "check", cwd=root),
            "libyaml events": lambda: _events(files),
        }
        if shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)):
            tool = str(Path(sys.executable).parent / "check-jsonschema")
            names = [str(path) for path in files]
            peers["check-jsonschema"] = lambda: _run(
                tool, "--schemafile", str(schema), *names, cwd=root
            )
        else:
            sys.stdout.write("check-jsonschema is not installed\n")
        for work in peers.values():
            work()
        times: dict[str, list[float]] = {peer: [] for peer in peers}
        for turn in range(ROUNDS):
            order = list(peers) if turn % 2 else list(reversed(peers))
            for peer in order:
                times[peer].append(_seconds(peers[peer]))
    own = statistics.median(times["insek check"])
    sys.stdout.write(f"{number} files, median of {ROUNDS}\n")
    for peer, seconds in times.items():
        middle = statistics.median(seconds)
        sys.stdout.write(f"{peer:18} {middle:7.2f} s   ratio to insek check {middle / own:5.2f}\n")


if __name__ == "__main__":
    main()
