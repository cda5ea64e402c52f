"""What an audience may not read is in no byte of what it gets: text, attachments, metadata."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pikepdf
import pytest

from commands import run as insek
from figures import LEAKS, SEARCHED, count
from insek_cli.models import (
    ballots,
    concept,
    field,
    image,
    measure,
    monitoring,
    registers,
    workshop,
)
from insek_cli.models.base import Model
from insek_cli.models.keys import keys
from insek_cli.models.stages import PROFILES
from trust.cities import SLUG, found_city, git

PLANTED = {
    "Measure.intern": "Xintern",
    "Measure.status_begruendung": "Xbegruendung",
    "Participant.name": "Xname",
    "MeasureState.intern": "Xmeldung",
}
"""A word no other text holds, by the key it is planted in."""
WITHOUT_WORDS = {"Measure.prioritaet", "Participant.veroeffentlichen"}
FILE_NAMES = "Xdatei"


def hidden(audience: str) -> set[str]:
    """The keys an audience may not read, by the models' metadata."""
    modules = (concept, field, measure, monitoring, registers, image, ballots, workshop)
    models = [thing for module in modules for thing in vars(module).values()]
    return {
        f"{model.__name__}.{key.name}"
        for model in models
        if isinstance(model, type) and issubclass(model, Model)
        for key in keys(model)
        if PROFILES.index(audience) > PROFILES.index(key.profile)
    }


def test_every_hidden_key_is_planted() -> None:
    assert hidden("oeffentlich") == hidden("rat") == {*PLANTED, *WITHOUT_WORDS}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Musterstadt with a word planted in each key that is not for everybody."""
    folder = found_city(tmp_path_factory.mktemp("leck") / "stadt")
    path = next((folder / "data" / "measures").glob("M-001*"))
    kept = re.sub(r"(?m)^(intern|status_begruendung):.*\n(?:[ ].*\n)*", "", path.read_text("utf-8"))
    words = f"status_begruendung: Wegen {PLANTED['Measure.status_begruendung']}.\n"
    words += f"intern: |\n  Nur hier: {PLANTED['Measure.intern']}.\n"
    words += f"# Ein Kommentar: {FILE_NAMES}\n"
    path.write_text(kept + words, encoding="utf-8")
    path = folder / "data" / "workshops" / SLUG / "workshop.yaml"
    person = f"teilnehmende:\n  - organisation: Ref. 61\n    name: {PLANTED['Participant.name']}\n"
    path.write_text(path.read_text("utf-8").replace("teilnehmende:\n", person), encoding="utf-8")
    assert "Xname" in path.read_text("utf-8")
    path = max((folder / "data" / "monitoring").glob("*.yaml"))
    news = "massnahmen:\n  - massnahme: M-005\n    intern: Nur hier, "
    news += f"{PLANTED['MeasureState.intern']}.\n"
    path.write_text(path.read_text("utf-8").replace("massnahmen:\n", news, 1), encoding="utf-8")
    return folder


@pytest.mark.office
@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        ("oeffentlich", set()),
        ("rat", set()),
        ("werkstatt", {"Measure.status_begruendung"}),
        ("intern", set(PLANTED)),
    ],
)
def test_only_who_may_read_a_key_gets_it(city: Path, audience: str, seen: set[str]) -> None:
    # Where nearly all may be read, the format that takes longest is left out.
    formats = () if not seen else ("--format", "md,docx,xlsx")
    for command in (
        ("build", *formats),
        ("workshop", "report", SLUG),
        ("monitoring", "report", *formats),
    ):
        done = insek(city, *command, "--profile", audience)
        assert done.returncode == 0, done.stderr
    folder = city / "build" / ("" if audience == "oeffentlich" else audience)
    report = [path for path in folder.glob("insek.*") if path.suffix in (".pdf", ".docx", ".md")]
    workshops = city / "build" / "workshops" / SLUG
    pages = workshops if audience == "oeffentlich" else workshops / audience
    documents = [*report, folder / "massnahmenliste.xlsx", *pages.glob("dokumentation.*")]
    documents += folder.glob("umsetzungsbericht.*")
    assert len(documents) == (10 if seen else 13)
    whole = b"\n".join(part for path in documents for part in unpacked(path.read_bytes()))
    count(LEAKS, (len(PLANTED) + 1) * len(documents))
    count(SEARCHED, len(whole))
    found = {key for key, word in PLANTED.items() if word.encode() in whole}
    assert found - {"Participant.name"} == seen - {"Participant.name"}
    assert "Participant.name" not in found, "nobody agreed to be named"
    assert FILE_NAMES.encode() not in whole
    # The search itself works: a public text is found in every document.
    for path in documents:
        assert any(b"Musterstadt" in part for part in unpacked(path.read_bytes())), path


def test_a_city_may_keep_more_to_itself_and_never_less(city: Path, tmp_path: Path) -> None:
    """`profile` in concept.yaml narrows who reads a key; a wider word than the model's is idle."""
    narrow = found_city(tmp_path / "stadt")
    shutil.rmtree(narrow / "data")
    shutil.copytree(city / "data", narrow / "data")
    measure = next((narrow / "data" / "measures").glob("M-001*"))
    words = measure.read_text("utf-8").replace("frueher:\n", "frueher:\n  - Xfrueher\n")
    measure.write_text(words, encoding="utf-8")
    concept = narrow / "data" / "concept.yaml"
    rules = "profile:\n  frueher: rat\n  status_begruendung: oeffentlich\n  bilder: intern\n"
    concept.write_text(concept.read_text("utf-8") + rules, encoding="utf-8")
    for audience, seen in (("oeffentlich", False), ("rat", True)):
        assert insek(narrow, "build", "--profile", audience, "-f", "md,xlsx").returncode == 0
        folder = narrow / "build" / ("" if audience == "oeffentlich" else audience)
        files = [folder / "insek.md", folder / "massnahmenliste.xlsx"]
        whole = b"".join(part for path in files for part in unpacked(path.read_bytes()))
        assert (b"Xfrueher" in whole) is seen, audience
        assert PLANTED["Measure.status_begruendung"].encode() not in whole


def test_images_of_a_hidden_key_are_not_copied(tmp_path: Path) -> None:
    """Nor do copies stay that an earlier build wrote when all could still see them."""
    narrow = found_city(tmp_path / "stadt")
    shutil.copy(narrow / "data/bilder/feuerwache-ansicht.svg", narrow / "data/bilder/Xbild.svg")
    path = next((narrow / "data/measures").glob("M-002*"))
    words = path.read_text("utf-8").replace("feuerwache-ansicht.svg", "Xbild.svg")
    path.write_text(words, encoding="utf-8")
    assert insek(narrow, "build", "-f", "md").returncode == 0
    copy = Path("bilder/Xbild.svg")
    assert (narrow / "build" / copy).is_file()
    concept = narrow / "data/concept.yaml"
    concept.write_text(concept.read_text("utf-8") + "profile:\n  bilder: intern\n", "utf-8")
    for audience, seen in (("oeffentlich", False), ("rat", False), ("intern", True)):
        assert insek(narrow, "build", "-f", "md", "--profile", audience).returncode == 0
        folder = narrow / "build" / ("" if audience == "oeffentlich" else audience)
        assert (folder / copy).is_file() is seen, audience
        assert (b"Xbild" in (folder / "insek.md").read_bytes()) is seen
        record = folder / "bilder/.insek.json"
        assert (record.is_file() and b"Xbild" in record.read_bytes()) is seen


COMPARISONS = (
    ("--redline",),
    *(("--format", kind) for kind in ("text", "html", "docx", "json", "md")),
)


@pytest.mark.office
def test_slides_kit_and_comparisons_leak_nothing(city: Path) -> None:
    """What goes to a workshop or is sent around: as its audience may read it, named or not."""
    shutil.rmtree(city / "build", ignore_errors=True)
    measure = next((city / "data" / "measures").glob("M-001*"))
    before = measure.read_text("utf-8")
    git(city, "add", "-A")
    git(city, "commit", "-qm", "Vorher")
    measure.write_text(before.replace("kurztitel: ", "kurztitel: Neue "), encoding="utf-8")
    commands = (
        ("workshop", "report", SLUG, "--format", "pptx"),
        ("workshop", "kit", SLUG),
        *(("diff", *kind, "--profile", "oeffentlich") for kind in COMPARISONS),
    )
    said = b""
    for command in commands:
        done = insek(city, *command)
        assert done.returncode == 0, done.stderr
        said += done.stdout.encode()
    files = [path for path in (city / "build").rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files}
    assert {".pptx", ".docx", ".pdf", ".xlsx"} <= kinds
    parts = [part for path in files for part in unpacked(path.read_bytes())]
    whole = b"\n".join([said, *parts])
    assert [key for key, word in PLANTED.items() if word.encode() in whole] == []


def unpacked(content: bytes) -> Iterator[bytes]:
    """A document and everything inside it: parts, streams, attachments, text without marks."""
    yield content
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                part = archive.read(name)
                yield re.sub(rb"<[^>]+>", b"", part)
                yield from unpacked(part)
    elif content.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(content)) as pdf:
            yield from _streams(pdf)
        # Pages hold numbers of glyphs; their words come back through the fonts.
        yield subprocess.run(
            ["pdftotext", "-", "-"], input=content, capture_output=True, check=True
        ).stdout


def _streams(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    attached = {file.get_file().read_bytes() for file in pdf.attachments.values()}
    for part in attached:
        yield from unpacked(part)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            try:
                yield thing.read_bytes()
            except (pikepdf.PdfError, zlib.error):
                yield thing.read_raw_bytes()
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Array):
            yield thing.unparse(resolved=False)
