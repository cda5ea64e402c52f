"""A chapter's headings are set without a gap, however they are written."""

import re
from pathlib import Path

import pikepdf
import pytest

from accessibility.rules import Tagged
from documents.project_files import write_project
from insek_cli.build.produce import produce
from insek_cli.build.request import Request

WRITTEN = {
    "begins-low": ("### Bestand\n\n#### Lage\n\n### Bedarf", (2, 3, 2)),
    "skips": ("# Bestand\n\n#### Lage\n\n## Bedarf\n\n### Wohnen", (2, 3, 3, 4)),
    "rises": ("#### Bestand\n\n## Lage\n\n# Bedarf", (2, 2, 2)),
    "deep": (
        "# Bestand\n## Lage\n### Bedarf\n#### Wohnen\n##### Markt\n###### Preis",
        (2, 3, 4, 5, 5, 5),
    ),
    "underlined": ("Bestand\n---\n\nText\n\nLage\n===", (2, 2)),
    "in-a-list": ("# Bestand\n\n- ### Lage\n\n  Text", (2, 3)),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_no_level_is_left_out(tmp_path: Path, name: str) -> None:
    text, levels = WRITTEN[name]
    chapter = f"---\ntitel: Analyse\n---\n\n{text}\n"
    root = write_project(tmp_path, {"chapters/analyse.md": chapter})
    outcome = produce(Request(root, formats=("pdf", "md")))
    said = {output.format: output.path for output in outcome.outputs}
    words = re.findall(r"Bestand|Lage|Bedarf|Wohnen|Markt|Preis", text)
    with pikepdf.open(said["pdf"]) as pdf:
        headings = Tagged(pdf).root.all("H1", "H2", "H3", "H4", "H5", "H6")
        found = [(node.text, int(node.role[1])) for node in headings]
    begin = found.index(("Analyse", 1)) + 1
    assert found[begin : begin + len(words)] == list(zip(words, levels, strict=True))
    # The report's title is the first heading of its Markdown.
    written = re.findall(r"^[- ]*(#+) (.+)$", said["md"].read_text("utf-8"), re.MULTILINE)
    marks = [(word, len(mark) - 1) for mark, word in written]
    begin = marks.index(("Analyse", 1)) + 1
    assert marks[begin : begin + len(words)] == list(zip(words, levels, strict=True))
