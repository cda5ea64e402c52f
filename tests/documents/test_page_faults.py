"""Pages are used, nothing leaves its place: what may be counted of each city, and no more."""

from pathlib import Path

import pytest
import typst

from documents.fitted_cities import CITIES
from documents.page_faults import faults
from insek_cli.resources import fonts_dir
from once import once

pytestmark = pytest.mark.office
NONE = {
    "nearly_empty": 0, "outside": 0, "divided_headings": 0, "alone_at_foot": 0, "two_letters": 0,
    "torn_rows": 0,
}  # fmt: skip
ALLOWED: dict[str, dict[str, int]] = {
    "kaiserslautern": {"two_letters": 30},
    "musterstadt": {"nearly_empty": 2, "two_letters": 93},
    "one-measure": {"nearly_empty": 1, "two_letters": 3},
    "120-measures": {"nearly_empty": 11, "outside": 15, "torn_rows": 1, "two_letters": 810},
    "11-fields": {"nearly_empty": 2, "two_letters": 3},
    "long-titles": {"nearly_empty": 3, "two_letters": 235},
    "everything-filled": {"nearly_empty": 6, "two_letters": 111},
    "workshop": {"two_letters": 5},
}
"""More than none, by city, as counted; of short ends of lines, which any sentence moves, some 3 %
or two more. Lower a figure when the layout has become better.
"""


@pytest.mark.parametrize("city", CITIES)
def test_no_more_faults_than_allowed(city: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = once(tmp_path_factory, f"pages-{city}", CITIES[city])
    found = faults(next(folder.glob("*.pdf")))
    counted = found.counted()
    allowed = {**NONE, **ALLOWED[city]}
    assert {k: getattr(found, k) for k in counted if counted[k] > allowed[k]} == {}


FAULTY = """
#set page(paper: "a4", margin: (left: 22mm, right: 18mm, top: 26mm, bottom: 22mm))
#set text(font: "Source Sans 3", size: 10pt, lang: "de")
#place(dx: -10mm)[draußen]
Fast leer.
#pagebreak()
#block(width: 21mm, text(size: 18pt, hyphenate: true)[Siedlungsentwicklung])
#block(width: 7mm, text(hyphenate: true)[bevor])
#v(1fr)
*Überschrift*
#pagebreak()
#table(columns: 2, [Ganz], [], [Oben #v(235mm) Unten], [])
Ende.
"""


def test_faults_are_found(tmp_path: Path) -> None:
    source = tmp_path / "faulty.typ"
    source.write_text(FAULTY, encoding="utf-8")
    path = tmp_path / "faulty.pdf"
    path.write_bytes(typst.compile(str(source), font_paths=[str(fonts_dir())]))
    found = faults(path)
    assert found.pages == 4
    assert [each[:2] for each in found.nearly_empty] == ["1:"]
    assert found.outside == ["1: draußen"]
    assert found.alone_at_foot == ["2: Überschrift"]
    assert {each[:2] for each in found.divided_headings} == {"2:"}
    assert {each[:2] for each in found.two_letters} == {"2:"}
    assert found.torn_rows == ["3: row"]
