"""Whatever `check` passes, `build` builds: `python -m fuzz.markdown_builds [--seconds N]`.

Chapters and measures are made of every construct of Markdown in any combination, many in a
project. What breaks a build is made smaller and printed; it belongs among the cases of
`test_markdown_builds.py`.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from insek_cli.build.load_and_check import load_and_check
from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.findings import InsekError, Severity

PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
FORMATS = ("md", "docx", "pdf", "xlsx")
CHARACTERS = (
    "aÄ9 .,:;-–+=/\\*_#[](){}<>&$@~^'\"|!%`\t\u00a0\u00ad\u202f\u2800\u3164\u034f\u200d\ufe0f"
    "\u0301\u20dd\U0001f333"
)

words = st.one_of(
    st.sampled_from(["Wort", "zwei Wörter", "2. Platz", "= gleich", "/ Weg: so", "a_b", "§ 9"]),
    st.text(CHARACTERS, min_size=1, max_size=6),
)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    target = st.sampled_from(
        ["https://a.example/x?a=1&b=(2)", "M-001", "HF1", "mailto:a@b.example"]
    )
    return st.one_of(
        inner.map("*{}*".format),
        inner.map("**{}**".format),
        st.builds("[{}]({})".format, inner, target),
        st.builds("![{}](plan.svg)".format, words),
        st.just("[^1]"),
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.builds("{}\\\n{}".format, inner, inner),
        st.builds("{}\n{}".format, inner, inner),
    )


lines = st.recursive(words, _wrapped, max_leaves=6)
flat = lines.map(lambda text: " ".join(text.split("\n")))


def _indented(text: str, by: str) -> str:
    return by + text.replace("\n", "\n" + " " * len(by))


def _table(rows: list[list[str]], caption: str) -> str:
    width = len(rows[0])
    head, *rest = [(row * width)[:width] for row in rows]
    shown = [head, ["---:"] * width, *rest]
    return "\n".join(f"| {' | '.join(row)} |" for row in shown) + caption


captions = st.one_of(st.just(""), flat.map("\n: {}".format), flat.map("\n\n: {}".format))
tables = st.builds(
    _table, st.lists(st.lists(flat, min_size=1, max_size=3), min_size=1, max_size=3), captions
)
simple = st.one_of(
    lines,
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###", "######"]), flat),
    tables,
    st.builds("![{}](plan.svg){}".format, words, captions),
)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda parts: "\n".join(_indented(part, "- ") for part in parts)),
        several.map(lambda parts: "\n\n".join(_indented(part, "3. ") for part in parts)),
        several.map(lambda parts: _indented("\n\n".join(parts), "- ")),
        several.map(lambda parts: "> " + "\n\n".join(parts).replace("\n", "\n> ")),
    )


blocks = st.recursive(simple, _nested, max_leaves=5)
notes = st.one_of(st.just(""), flat.map("\n\n[^1]: {}".format))
texts = st.builds("{}{}\n".format, st.lists(blocks, min_size=1, max_size=5).map("\n\n".join), notes)


class Piece(NamedTuple):
    """A chapter or a measure: its title and its text."""

    chapter: bool
    title: str
    text: str

    def file(self, number: int) -> tuple[str, str]:
        """Its path below data/, and what stands there."""
        title = "'" + self.title.replace("'", "''") + "'"
        if self.chapter:
            return f"chapters/k{number}.md", f"---\ntitel: {title}\n---\n{self.text}"
        lines = "".join(f"  {line}\n" for line in self.text.split("\n"))
        head = f"id: M-{number + 1:03}\ntitel: {title}\nhandlungsfeld: HF1\n"
        return f"measures/M-{number + 1:03}-hof.yaml", f"{head}beschreibung: |2\n{lines}"


pieces = st.builds(Piece, st.booleans(), words, texts)


def built(pieces: Sequence[Piece], formats: Sequence[str] = FORMATS) -> int:
    """How many pieces `check` passes, all of which are built; raises what a build raises."""
    with tempfile.TemporaryDirectory(prefix="insek-fuzz-") as folder:
        root = Path(folder)
        files = {
            "concept.yaml": "titel: INSEK\nstadt: Musterstadt\nstand: 2026-03-16\n",
            "fields/HF1.yaml": "id: HF1\ntitel: Wohnen\n",
            "measures/M-001-hof.yaml": "id: M-001\ntitel: Hof\nhandlungsfeld: HF1\n",
            "bilder/plan.svg": PICTURE,
            **dict(piece.file(number) for number, piece in enumerate(pieces, 1)),
        }
        for name, text in files.items():
            path = root / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        wrong = {
            i.position.file for i in load_and_check(root, None)[0] if i.severity is Severity.ERROR
        }
        for file in wrong:
            (root / file).unlink()
        outcome = produce(Request(root, formats=tuple(formats)))
        assert len(outcome.outputs) == len(formats)
        return len(pieces) - len(wrong)


def trouble(pieces: Sequence[Piece]) -> str:
    """What a build says that fails."""
    try:
        built(pieces)
    except (
        InsekError,
        AssertionError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
    ) as error:
        return f"{type(error).__name__}: {error}"
    return ""


def smaller(pieces: list[Piece]) -> list[Piece]:
    """The piece that breaks a build, without the lines that do not matter."""
    alone = next(([piece] for piece in pieces if trouble([piece])), None)
    if alone is None:
        return pieces
    piece = alone[0]
    for line in piece.text.split("\n"):
        less = piece._replace(text=piece.text.replace(f"{line}\n", "", 1))
        piece = less if less != piece and trouble([less]) else piece
    return [piece]


def main() -> int:
    """The number of inputs that broke a build."""
    parser = argparse.ArgumentParser(prog="fuzz.markdown_builds")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    end, number = time.monotonic() + chosen.seconds, chosen.seed
    tried = passed = broken = 0

    def attempt(pieces: list[Piece]) -> None:
        nonlocal tried, passed, broken
        if time.monotonic() > end:
            return
        tried += len(pieces)
        if said := trouble(pieces):
            broken += 1
            sys.stdout.write(f"{said}\n{smaller(pieces)}\n\n")
        else:
            passed += built(pieces, ("md",))
        sys.stdout.flush()

    while time.monotonic() < end:
        number += 1
        few = settings(
            max_examples=5,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        )
        seed(number)(few(given(st.lists(pieces, min_size=15, max_size=30))(attempt)))()
    sys.stdout.write(f"{tried} tried, {passed} of them passed and built, {broken} broke\n")
    return broken


if __name__ == "__main__":
    sys.exit(main())
