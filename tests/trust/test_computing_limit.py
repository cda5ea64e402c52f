"""A command that computes without end is ended, says so, and leaves nothing half-written."""

import os
import subprocess
import sys
from pathlib import Path

from trust.cities import found_town

SOON = """
import sys
from insek_cli import limits
from insek_cli.cli import computing_limit, main
limits.COMPUTING, computing_limit.LOOK = 0.5, 0.1
sys.exit(main())
"""
ENDLESS = "{% for a in range(10 ** 5) %}" * 4 + "{% endfor %}" * 4


def test_a_template_without_end(tmp_path: Path) -> None:
    town, private = found_town(tmp_path / "stadt"), tmp_path / "privat"
    private.mkdir()
    template = town / "templates" / "markdown" / "report.md.j2"
    template.parent.mkdir(parents=True)
    template.write_text(ENDLESS, encoding="utf-8")
    around = {**os.environ, "INSEK_LANG": "de", "TMPDIR": str(private), "INSEK_CACHE": "aus"}
    for command in (["build"], ["build", "--watch"]):
        done = subprocess.run(
            [sys.executable, "-c", SOON, *command, "--format", "md,pdf"],
            cwd=town, env=around, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 3, done.stderr
        assert "Rechenzeit beendet" in done.stderr
        assert "Traceback" not in done.stderr
        assert list(private.iterdir()) == []
        assert not list((town / "build").glob("*.*"))
