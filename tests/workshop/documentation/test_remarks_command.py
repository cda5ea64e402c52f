"""`insek remark add` and `insek remarks`: appended behind the others, every byte kept."""

from pathlib import Path, PurePosixPath
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.findings import InsekError
from insek_cli.models.workshop import Remark
from insek_cli.project.remark_file import next_id, read_remarks, with_remark
from insek_cli.source.source_file import FORBIDDEN
from workshop.documentation.documents import ROOT, SLUG, Run

FILE = PurePosixPath("data/workshops/tag/remarks.yaml")
PATH = Path("data", "workshops", SLUG, "remarks.yaml")


def test_a_remark_goes_behind_the_others(city: Path, insek: Run) -> None:
    before = (city / PATH).read_bytes()
    text = 'Rampe: "ja", aber # wann?'
    done = insek(city, "remark", "add", SLUG, "--field", "hf2", "--measure", "m-005", text)
    after = (city / PATH).read_bytes()
    assert (done.returncode, done.stdout) == (0, f"{PATH.as_posix()}: r15\n")
    assert after.startswith(before)
    assert after[len(before) :].decode() == (
        "- id: r15\n  handlungsfeld: HF2\n"
        """  text: 'Rampe: "ja", aber # wann?'\n  massnahmen:\n    - M-005\n"""
    )
    assert insek(city, "fmt", "--check").returncode == 0


def test_a_printed_number_names_its_measure(city: Path, insek: Run) -> None:
    shown = insek(city, "show", "2.1").stdout
    done = insek(city, "remark", "add", SLUG, "--measure", "2.1,M-009", "Mehr davon.")
    assert done.returncode == 0, done.stderr
    last = read_remarks((city / PATH).read_bytes(), FILE)[-1]
    assert last.massnahmen[0] in shown
    assert last.massnahmen[1:] == ("M-009",)
    assert f"2.1: {last.massnahmen[0]}" in done.stderr
    # What was printed for this workshop counts, whatever the number is today.
    frozen = '- nummer: "2.1"\n  id: M-009\n  wortlaut: Schatten\n'
    (city / PATH).with_name("optionen.yaml").write_text(frozen, encoding="utf-8")
    insek(city, "remark", "add", SLUG, "--measure", "2.1", "Noch mehr.")
    assert read_remarks((city / PATH).read_bytes(), FILE)[-1].massnahmen == ("M-009",)


def test_an_empty_workshop_is_there_and_cannot_be_read(city: Path, insek: Run) -> None:
    (city / PATH).with_name("workshop.yaml").write_bytes(b"")
    for arguments in (
        ("workshop", "kit", SLUG),
        ("votes", "result", SLUG),
        ("votes", "import", SLUG, str(city / PATH)),
        ("remark", "add", SLUG, "Text"),
        ("remarks", SLUG),
    ):
        done = insek(city, *arguments)
        assert done.returncode == 1, arguments
        assert f"data/workshops/{SLUG}/workshop.yaml" in done.stderr


def test_the_field_follows_from_the_measure(city: Path, insek: Run) -> None:
    insek(city, "remark", "add", SLUG, "--measure", "M-009", "--theme", "Schatten", "Mehr davon.")
    last = read_remarks((city / PATH).read_bytes(), FILE)[-1]
    assert (last.handlungsfeld, last.thema, last.massnahmen) == ("HF3", "Schatten", ("M-009",))


def test_a_workshop_without_remarks_gets_a_file(city: Path, insek: Run) -> None:
    (city / PATH).unlink()
    assert insek(city, "remark", "add", SLUG, "--field", "HF1", "Erste Anmerkung").returncode == 0
    assert (city / PATH).read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../schema/remarks.schema.json\n"
        "- id: hf1-1\n  handlungsfeld: HF1\n  text: Erste Anmerkung\n"
    )


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("massnahmenwerkstat", "x"), "massnahmenwerkstatt"),
        ((SLUG, "--measure", "M-0005-", "x"), "M-005"),
        ((SLUG, "--measure", "9.9", "x"), "9.9"),
        ((SLUG, "--field", "HF9", "x"), "HF9"),
        ((SLUG, "   "), "empty"),
    ],
)
def test_a_mistake_is_answered_and_changes_nothing(
    arguments: tuple[str, ...], word: str, city: Path, insek: Run
) -> None:
    before = (city / PATH).read_bytes()
    done = insek(city, "remark", "add", *arguments)
    assert done.returncode == 2
    assert word in done.stderr
    assert (city / PATH).read_bytes() == before


def test_the_list_can_be_narrowed_to_what_is_open(city: Path, insek: Run) -> None:
    everything, still_open = insek(city, "remarks"), insek(city, "remarks", SLUG, "--open")
    assert everything.stderr == "18 remarks\n"
    assert still_open.stderr == "3 remarks\n"
    assert "Mietgarantie" in still_open.stdout
    assert "Fahrradgarage" not in still_open.stdout


@pytest.mark.parametrize("mark", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "ending"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_line_ends_and_indentation_are_those_of_the_file(mark: str, end: str, indent: str) -> None:
    lines = [f"{indent}- id: a-1", f"{indent}  text: Eins", f"{indent}# Ende der Liste"]
    raw = (mark.join(lines) + (mark if end else "")).encode()
    made = with_remark(raw, FILE, {"id": "a-2", "text": "Zwei"})
    assert made.startswith(raw)
    assert made.count(b"\r\n") == (made.count(b"\n") if mark == "\r\n" else 0)
    assert [remark.text for remark in read_remarks(made, FILE)] == ["Eins", "Zwei"]


def test_a_list_on_one_line_is_refused_with_the_way_out() -> None:
    with pytest.raises(InsekError) as caught:
        with_remark(b"[{id: a-1, text: Eins}]\n", FILE, {"id": "a-2", "text": "Zwei"})
    assert "insek fmt" in caught.value.hint


def test_a_file_with_errors_is_refused() -> None:
    with pytest.raises(InsekError):
        with_remark(b"- id: a-1\n  text: [\n", FILE, {"id": "a-2", "text": "Zwei"})


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
# What a file may not contain is refused before; see `insek new`.
TEXTS = WORDS.map(lambda text: normalize("NFC", text)).filter(lambda t: not FORBIDDEN.search(t))


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    raw = b"- id: a-1\n  text: Eins\n"
    made = with_remark(raw, FILE, {"id": "a-2", "text": text})
    assert made.startswith(raw)
    assert read_remarks(made, FILE)[-1].text == text


def test_ids_count_on_from_their_neighbours() -> None:
    raw = (ROOT / PATH).read_bytes()
    remarks = read_remarks(raw, FILE)
    assert next_id(remarks, "HF2", ["M-014"]) == "hf2-k-in-lautern-4"
    assert next_id(remarks, "HF3", []) == "hf3-1"
    assert next_id([], None, []) == "anmerkung-1"
    first = [Remark(id="hf1-1", handlungsfeld="HF1", text="Eins", massnahmen=("M-001",))]
    assert next_id(first, None, []) == "anmerkung-1"
    assert next_id(first, "HF1", []) == "hf1-2"
    assert next_id(first, "HF2", ["M-001"]) == "hf2-1"
    assert next_id(first, "HF11", []) == "hf11-1"
    odd = [*first, Remark(id="anmerkung-1", text="Zwei")]
    assert next_id(odd, None, []) == "anmerkung-2"
