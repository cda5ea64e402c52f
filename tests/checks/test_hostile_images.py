"""Images that reach out, run, or would keep the engines busy: each with what is found in it."""

import struct
import zlib
from base64 import b64encode
from pathlib import Path

import pytest

from insek_cli import limits
from insek_cli.checks.image_contents import ImageChecker

FOLDER = Path(__file__).parents[1] / "hostile" / "images"
EXPECTED = FOLDER / "expected.txt"
CITY = Path(__file__).parents[2] / "examples" / "musterstadt"


def expected() -> dict[str, str]:
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))


def found(folder: Path, name: str, content: bytes) -> str:
    target = folder / "data" / "bilder" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return said(ImageChecker(folder), name)


def said(checker: ImageChecker, name: str) -> str:
    code, details = checker.trouble(name) or ("-", {})
    return " ".join(filter(None, (code, details.get("variant"), details.get("what"))))


def test_every_file_has_an_expectation() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {EXPECTED.name}
    assert files == expected().keys()
    assert len(files) >= 30


@pytest.mark.parametrize("name", expected())
def test_hostile_images(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name, (FOLDER / name).read_bytes()) == expected()[name]


def test_images_of_the_example_are_fine() -> None:
    names = [path.name for path in (CITY / "data" / "bilder").iterdir()]
    assert len(names) >= 5
    checker = ImageChecker(CITY)
    assert [checker.trouble(name) for name in names] == [None] * len(names)


def png(width: int, height: int, rows: int) -> bytes:
    """A white picture of one colour depth; with fewer rows than its height it is cut off."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress((b"\0" + b"\xff" * width) * rows)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def drawing(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()


def embedded(content: bytes) -> bytes:
    return drawing(f'<image href="data:image/png;base64,{b64encode(content).decode()}"/>')


MANY = " ".join(f'a{number}=""' for number in range(300_000))
BOMB, LIE = png(30_000, 30_000, 1), png(2_000_000_000, 2_000_000_000, 0)
HUGE = {
    "bombe.png": (BOMB, "INSEK214 64"),
    "luege.png": (LIE, "INSEK214 64"),
    "gross.png": (png(9_000, 9_000, 1), "INSEK214 64"),
    "abgeschnitten.png": (png(90, 90, 90)[:-30], "INSEK212"),
    "gut.png": (png(90, 90, 90), "-"),
    "name.jpg": (png(90, 90, 90), "INSEK212"),
    "bombe.svg": (embedded(BOMB), "INSEK213 href"),
    "gut.svg": (embedded(png(90, 90, 90)), "-"),
    "gross.svg": (b"<svg>" + b" " * 8 * 1024**2 + b"</svg>", "INSEK214 8"),
    "text.svg": (drawing("<text>" + "A" * 3_000_000 + "</text>"), "INSEK213 > 100000"),
    "tief.svg": (drawing("<g>" * 100_000 + "</g>" * 100_000), "INSEK212"),
    "kreis.svg": (drawing('<g id="a"><use href="#a"/><use href="#a"/></g>'), "INSEK213 2"),
    "muster.svg": (
        drawing('<filter id="f"/>' + '<rect filter="url(#f)"/>' * 300),
        "INSEK213 300 × url",
    ),
    "karte.svg": (drawing("<rect/>" * 50_000), "-"),
    "eigenschaften.svg": (drawing(f"<rect {MANY}/>"), "INSEK213 > 200"),
    "namen.svg": (f'<svg {MANY} xmlns="http://www.w3.org/2000/svg"/>'.encode(), "INSEK213 > 200"),
    "formen.svg": (drawing("<a/>" * 2_000_000), "INSEK213 > 200000"),
    "anmerkungen.svg": (drawing("<!---->" * 1_000_000), "INSEK213 > 200000"),
    "stil.svg": (drawing(f"<style>{'/*a' * 30_000}</style>"), "-"),
    "angabe.svg": (drawing(f'<rect style="{"/*a" * 1_000_000}"/>'), "-"),
    "striche.svg": (
        drawing('<path d="M0 0H1000" stroke-dasharray=".05"/>' * 100), "INSEK213 > 1000000 ×",
    ),
    "strich.svg": (drawing('<path d="m1 1 h1e9" style="stroke-dasharray:1"/>'), "INSEK213 > 1000"),
    "geerbt.svg": (
        drawing('<g stroke-dasharray="1e-3"><circle r="50"/><rect width="999" height="9"/></g>'),
        "INSEK213 > 1000",
    ),
    "blatt.svg": (
        drawing("<style>.a{stroke-dasharray:.001 .002}</style><line x2='9999'/>"),
        "INSEK213 > 1000",
    ),
    "kopien.svg": (
        drawing('<path id="a" d="M0 0H9e4" stroke-dasharray="1"/>' + '<use href="#a"/>' * 90),
        "INSEK213 1",
    ),
    "kopierter-strich.svg": (
        drawing('<path id="a" d="M0 0H9e6"/><g stroke-dasharray="1"><use href="#a"/></g>'),
        "INSEK213 > 1000",
    ),
    "lange-striche.svg": (
        drawing(f'<path stroke-dasharray="9" d="M0 0{"l9 7-8-6" * 200_000}"/>'), "INSEK213 > 1000",
    ),
    "behauptet.svg": (
        drawing('<path d="M0 0H9" stroke-dasharray="1" pathLength="1e9"/>'), "INSEK213 > 1000",
    ),
    "schief.svg": (drawing('<path d="M0 0 H 1e9 L" stroke-dasharray="1"/>'), "INSEK213 > 1000"),
    "lang.svg": (drawing(f'<path d="M0 0{"l9 7-8-6" * 400_000}"/>'), "-"),
    "lange-kopien.svg": (
        drawing(f'<path id="a" d="M0 0{"l9 7-8-6" * 400_000}"/>' + '<use href="#a"/>' * 90),
        "INSEK213 2",
    ),
    "grenzen.svg": (
        drawing('<path d="M9 9C5 6 7 8 900 900A4 4 0 0 1 5 5z" stroke-dasharray="4 2"/>' * 99),
        "-",
    ),
    "ohne.svg": (
        drawing('<path d="M0 0H9e9" stroke-dasharray="0"/><path stroke-dasharray="none"/>'), "-"
    ),
    "unscharf.svg": (
        drawing(f'<feGaussianBlur stdDeviation="{"1 " * 1_000_000}"/>'), "INSEK213 <feGau",
    ),
    "sicht.svg": (f'<svg viewBox="{"1 " * 1_000_000}"/>'.encode(), "INSEK213 width"),
}  # fmt: skip
"""None takes longer than its size: each took minutes while a parser or a pattern went over it."""


@pytest.mark.parametrize("name", HUGE)
def test_images_of_any_size(tmp_path: Path, name: str) -> None:
    content, about = HUGE[name]
    assert found(tmp_path, name, content).startswith(about)


def test_all_images_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is within its own; nothing more is looked into once the budget is used up."""
    monkeypatch.setattr(limits, "ALL_PIXELS", 20_000)
    monkeypatch.setattr(limits, "DRAWINGS", 200)
    for number in range(4):
        found(tmp_path, f"{number}.png", png(90, 90, 90))
        found(tmp_path, f"{number}.svg", drawing("<rect/>"))
        found(tmp_path, f"darin-{number}.svg", embedded(png(90, 90, 90)))
    checker = ImageChecker(tmp_path)
    told = [said(checker, f"{number}.png") for number in range(4)]
    assert told == ["-", "-", *["INSEK214 together 0 million pixels"] * 2]
    told = [said(checker, f"{number}.svg") for number in range(4)]
    assert told == ["-", "-", "-", "INSEK214 together 0 MiB"]
    assert said(checker, "0.png") == "-"
    monkeypatch.setattr(limits, "DRAWINGS", 20_000)
    assert said(ImageChecker(tmp_path), "darin-0.svg") == "-"
    monkeypatch.setattr(limits, "ALL_PIXELS", 8_000)
    assert said(ImageChecker(tmp_path), "darin-0.svg") == "INSEK213 href"


def test_an_image_that_is_too_large_costs_no_more_than_a_look(tmp_path: Path) -> None:
    """A sparse file of a gigabyte; nothing of it is read, and it uses nothing of the budget up."""
    found(tmp_path, "gut.png", png(90, 90, 90))
    for kind in ("png", "svg"):
        with (tmp_path / "data" / "bilder" / f"leer.{kind}").open("wb") as stream:
            stream.truncate(2 * limits.IMAGES)
    checker = ImageChecker(tmp_path)
    assert said(checker, "leer.png") == "INSEK214 64 MiB"
    assert said(checker, "leer.svg") == "INSEK214 8 MiB"
    assert said(checker, "gut.png") == "-"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("data/bilder/plan.png", "plan.png"),
        ("bilder/plan.png", "plan.png"),
        ("./data/bilder/karten/netz.svg", "karten/netz.svg"),
        ("Plan.PNG", "plan.png"),
        ("plan.jpg", "plan.png"),
        (r"karten\netz.svg", "karten/netz.svg"),
        (r"C:\Projekte\stadt\data\bilder\plan.png", "plan.png"),
        ("/stadt/bilder/plan.png", "plan.png"),
        ("../plan.png", "plan.png"),
        ("Lageplan Süd.png", "lageplan-sued.png"),
        ("lageplan_süd.PNG", "lageplan-sued.png"),
        ("hof.jpg", "hof.jpeg"),
        ("netz.svg", "karten/netz.svg"),
    ],
)
def test_the_image_that_was_meant_is_offered(name: str, meant: str, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "bilder"
    (folder / "karten").mkdir(parents=True)
    for present in ("plan.png", "karten/netz.svg", "lageplan-sued.png", "hof.jpeg"):
        (folder / present).write_bytes(b"")
    code, details = ImageChecker(tmp_path).trouble(name) or ("", {})
    assert code in ("INSEK210", "INSEK211")
    assert f"„{meant}“" in details["hint"] or f"“{meant}”" in details["hint"]
