"""Where the time of a command goes, in percent."""

import re
import subprocess
import sys

from benchmarks.rows import Bench

_CHECK = """
import time
begin = time.perf_counter()
def until(name):
    global begin
    now = time.perf_counter()
    print(name, now - begin, sep="\\t")
    begin = now
from pathlib import Path
from insek_cli.checks.silence import judge
from insek_cli.build.examine import examine
from insek_cli.findings.reporters.plain_report import findings_text
from insek_cli.timing import noted
import insek_cli.cli.app
until("start Python, load the program")
root = Path.cwd()
issues, catalog = examine(root, None)
read, check = (each.seconds for each in noted())
print("read files into models", read, sep="\\t")
print("all rules", check, sep="\\t")
begin = time.perf_counter()
found = judge(issues, root)
text = findings_text(found.issues)
until("silences, findings as text")
"""


def build_profile(bench: Bench, form: str) -> str:
    """The stages of a cold build of 100 measures, of all documents or of one form alone."""
    formats = ("--format", form) if form else ()
    program = bench.insek(100, "build", "--timings", *formats)
    done = subprocess.run(
        program.command, cwd=program.folder, env={**program.around(), "INSEK_LANG": "en"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    table = done.stdout[done.stdout.index("Stage") :].rstrip()
    first = min(float(begin) for begin in re.findall(r"^pandoc .*?([\d.]+) s", table, re.MULTILINE))
    whole = float(re.findall(r"([\d.]+) s", table)[-1])
    return f"```\n{table}\n```\n\nThe first engine for text starts after {first / whole:.0%}."


def check_profile(bench: Bench) -> str:
    """A table of the stages of `insek check` on 1,000 measures, in percent."""
    work = bench.insek(1000, "check")
    done = subprocess.run(
        [sys.executable, "-c", _CHECK], cwd=work.folder, env=work.around(),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    stages = [line.split("\t") for line in done.stdout.splitlines()]
    whole = sum(float(seconds) for _name, seconds in stages)
    lines = ["| stage | seconds | share |", "| --- | --- | --- |"]
    lines += [
        f"| {name} | {float(seconds):.2f} | {float(seconds) / whole:.0%} |"
        for name, seconds in stages
    ]
    return "\n".join(lines)
