"""The line that says what a document was built from: read back as it was written."""

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.models.stages import PROFILES, STAGES
from insek_cli.report.origin import REPORT, Origin, read_origin

HASH = st.text("0123456789abcdef", min_size=40, max_size=40)
ORIGINS = st.builds(
    Origin,
    dokument=st.sampled_from([REPORT, "auftakt-2030"]),
    revision=st.none() | HASH,
    geaendert=st.booleans(),
    profil=st.sampled_from(PROFILES),
    stufe=st.sampled_from(STAGES),
    felder=st.lists(st.sampled_from(["HF1", "HF2", "HF12"]), unique=True).map(tuple),
    vorlagen=st.sampled_from(["eigene", "mitgeliefert"]),
    werkzeuge=st.just(("insek-0.1.0", "typst-0.15.2", "python-pptx-1.0.2")),
)


@given(ORIGINS)
def test_what_is_written_is_read(origin: Origin) -> None:
    assert read_origin(f"Text davor\n<!-- {origin} -->\n") == origin


@given(ORIGINS, ORIGINS)
def test_a_text_that_looks_like_one_is_not_believed(written: Origin, real: Origin) -> None:
    """Data comes before the line of the program: the last one counts."""
    assert read_origin(f"{written}\n\n{real}") == real


@given(ORIGINS, st.integers(0, 400), st.sampled_from(["", "#", " "]))
def test_half_a_line_is_none_or_says_nothing_else(origin: Origin, at: int, put: str) -> None:
    line = str(origin)
    head = line[:at].rpartition(" werkzeuge=")[0] or line[: min(at, len("insek-herkunft/1 "))]
    assert read_origin(head + put) is None


def test_a_text_without_a_line_has_no_origin() -> None:
    assert read_origin("insek-herkunft/1 dokument=bericht revision=abc") is None
