"""What makes a tagged PDF readable for those who hear it, beyond what the validators look at.

Sources: ISO 14289-1 (PDF/UA-1), WCAG 2.1 (1.1.1, 1.3.1, 1.4.3, 2.4.4, 2.4.6, 3.1.1).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pikepdf

from accessibility.content import Colour, Run, runs

MINIMUM_CONTRAST = 4.5
STANDARD = frozenset(
    {
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
        "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
        "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
        "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu",
        "WT", "WP", "Figure", "Formula", "Form",
    }
)  # fmt: skip
"""Structure types of ISO 32000-1, 14.8.4."""
EMPTY_WORDS = frozenset({"hier", "link", "mehr", "klick", "klicken sie hier", "weiter", "here"})
_FILE_NAME = re.compile(r"^\S+\.(png|jpe?g|svg|gif|tiff?|bmp|pdf|webp)$", re.IGNORECASE)
_ADDRESS = re.compile(r"^(https?://|www\.)\S+$", re.IGNORECASE)
GERMAN = frozenset(
    {
        "der", "die", "das", "und", "ist", "nicht", "mit", "für", "von", "wird", "auf", "eine",
        "werden", "den", "dem",
    }
)  # fmt: skip
ENGLISH = frozenset(
    {
        "the", "and", "is", "not", "with", "for", "of", "to", "are", "this", "that", "from",
        "which", "be", "have",
    }
)  # fmt: skip


@dataclass
class Node:
    """An element of the structure: its type, what it says of itself, its parts in order."""

    role: str
    named: str
    alt: str | None
    scope: str | None
    mapped: bool
    parts: list["Node | list[Run]"] = field(default_factory=list)
    columns: int = 1
    """How many columns of a table it spans."""

    @property
    def children(self) -> list["Node"]:
        """The elements in it."""
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def runs(self) -> list[Run]:
        """The texts in it and below."""
        below = (part.runs if isinstance(part, Node) else part for part in self.parts)
        return [run for part in below for run in part]

    @property
    def text(self) -> str:
        """What is heard."""
        return "".join(run.text for run in self.runs).strip()

    def walk(self) -> Iterator["Node"]:
        """It and all below in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *roles: str) -> list["Node"]:
        """The elements of some types at or below it."""
        return [node for node in self.walk() if node.role in roles]


class Tagged:
    """A PDF with its structure and the texts of its pages."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self._runs = {page.obj.objgen: runs(page) for page in pdf.pages}
        self._roles = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary()).get(
            "/RoleMap", pikepdf.Dictionary()
        )

    @property
    def texts(self) -> list[Run]:
        """Every text of every page."""
        return [run for texts in self._runs.values() for run in texts]

    @cached_property
    def root(self) -> Node:
        """The structure; without one a node without parts."""
        whole = Node("Document", "Document", None, None, mapped=True)
        tree = self.pdf.Root.get("/StructTreeRoot")
        if tree is not None:
            whole.parts = self._parts(tree.get("/K"), None)
        return whole

    def _parts(self, kids: object, page: pikepdf.Object | None) -> list[Node | list[Run]]:
        items = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        return [part for item in items if (part := self._part(item, page)) is not None]

    def _part(self, item: object, page: pikepdf.Object | None) -> Node | list[Run] | None:
        if isinstance(item, int):
            return self._marked(page, item)
        if not isinstance(item, pikepdf.Dictionary):
            return None
        page = item.get("/Pg", page)
        if item.get("/Type") == "/MCR":
            return self._marked(page, int(item.MCID))
        return self._node(item, page) if "/S" in item else None

    def _node(self, item: pikepdf.Dictionary, page: pikepdf.Object | None) -> Node:
        named = str(item.S).removeprefix("/")
        role = named
        while role not in STANDARD and f"/{role}" in self._roles:
            role = str(self._roles[f"/{role}"]).removeprefix("/")
        attributes = item.get("/A", pikepdf.Dictionary())
        tables = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
        scopes = [str(each.Scope) for each in tables if "/Scope" in each]
        alt = str(item.Alt) if "/Alt" in item else None
        node = Node(role, named, alt, next(iter(scopes), None), role in STANDARD)
        node.columns = max((int(each.ColSpan) for each in tables if "/ColSpan" in each), default=1)
        node.parts = self._parts(item.get("/K"), page)
        return node

    def _marked(self, page: pikepdf.Object | None, number: int) -> list[Run]:
        texts = self._runs.get(page.objgen, []) if page is not None else []
        return [run for run in texts if run.mcid == number]


def faults(path: Path) -> list[str]:
    """What is wrong, each as `rule: where`."""
    with pikepdf.open(path) as pdf:
        tagged = Tagged(pdf)
        return [f"{name}: {where}" for name, rule in RULES.items() for where in rule(tagged)]


def language(tagged: Tagged) -> Iterator[str]:
    """The language that is named is the one that is written (3.1.1)."""
    named = str(tagged.pdf.Root.get("/Lang", ""))
    if not named.lower().startswith("de"):
        yield f"named {named or 'nothing'}"
    words = re.findall(r"\w+", tagged.root.text.lower())
    if sum(word in ENGLISH for word in words) > sum(word in GERMAN for word in words):
        yield "the text reads as English"


def headings(tagged: Tagged) -> Iterator[str]:
    """Headings say something, begin with the first level and leave none out (2.4.6)."""
    before = 0
    for node in tagged.root.all("H1", "H2", "H3", "H4", "H5", "H6"):
        level = int(node.role[1])
        if level > before + 1:
            yield f"{node.role} after H{before}: {node.text[:40]}"
        if not node.text:
            yield f"empty {node.role}"
        before = level


def disguised_headings(tagged: Tagged) -> Iterator[str]:
    """A short bold line above a text is a heading that nobody can jump to (1.3.1).

    None is a bold sentence, a line on the cover, in a table or list, above a heading, and one that
    names a heading of the document.
    """
    headings = {_plain(node.text) for node in tagged.root.walk() if _is_heading(node)}
    opened = False
    for node, following in _in_order(tagged.root):
        opened = opened or _is_heading(node)
        alone = _looks_like_heading(node) and not _is_heading(following)
        if opened and alone and not any(_plain(node.text) in heading for heading in headings):
            yield node.text[:60]


def _in_order(parent: Node) -> Iterator[tuple[Node, Node]]:
    """Each element outside of tables with the next beside it, as they are heard."""
    nothing = Node("NonStruct", "NonStruct", None, None, mapped=True)
    for node, following in pairwise([*parent.children, nothing]):
        yield node, following
        if node.role not in {"Table", "L"}:
            yield from _in_order(node)


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)


def _is_heading(node: Node) -> bool:
    return bool(re.fullmatch("H[1-6]", node.role))


def _looks_like_heading(node: Node) -> bool:
    words = [run for run in node.runs if run.text.strip()]
    return (
        node.role == "P"
        and bool(words)
        and all(run.bold for run in words)
        and len(node.text.split()) <= 12
        and not node.text.endswith((".", "!", "?"))
    )


def figures(tagged: Tagged) -> Iterator[str]:
    """A figure is told in words, not by the name of its file (1.1.1)."""
    for node in tagged.root.all("Figure", "Formula"):
        alt = (node.alt or "").strip()
        if not alt:
            yield "without words"
        elif _FILE_NAME.match(alt):
            yield f"a file name: {alt}"


def links(tagged: Tagged) -> Iterator[str]:
    """The text of a link says where it leads (2.4.4)."""
    for node in tagged.root.all("Link"):
        text = " ".join((node.alt or node.text).split())
        if not text:
            yield "without text"
        elif text.lower().rstrip(".:") in EMPTY_WORDS:
            yield f"says nothing: {text}"
        elif _ADDRESS.match(text):
            yield f"a bare address: {text[:60]}"


def tables(tagged: Tagged) -> Iterator[str]:
    """A table has a first row of column headers that say something (1.3.1)."""
    for table in tagged.root.all("Table"):
        rows = table.all("TR")
        heads = rows[0].all("TH") if rows else []
        begin = " ".join(table.text.split())[:40]
        if not heads:
            yield f"no header: {begin}"
        if any(not cell.text for cell in heads):
            yield f"empty header: {begin}"
        if any(cell.scope is None for cell in table.all("TH")):
            yield f"header without scope: {begin}"
        if len({sum(cell.columns for cell in row.children) for row in rows}) > 1 and not _spans(
            table
        ):
            yield f"rows of different length: {begin}"


def _spans(table: Node) -> bool:
    return any(cell.role in {"TH", "TD"} and cell.parts == [] for cell in table.walk())


def lists(tagged: Tagged) -> Iterator[str]:
    """A list has items, and nothing else has (1.3.1)."""
    for node in tagged.root.walk():
        kinds = {child.role for child in node.children}
        if node.role == "L" and not kinds <= {"LI", "Caption", "L"}:
            yield f"holds {sorted(kinds)}"
        if node.role != "L" and "LI" in kinds:
            yield f"item in {node.role}"


def types(tagged: Tagged) -> Iterator[str]:
    """Every element is of a type that readers know."""
    yield from sorted({node.named for node in tagged.root.walk() if not node.mapped})


def structure(tagged: Tagged) -> Iterator[str]:
    """Text outside the structure is not heard, save what is marked as ornament."""
    if not tagged.root.parts:
        yield "none"
        return
    loose = [run.text for run in tagged.texts if run.mcid is None and not run.artifact]
    if any(text.strip() for text in loose):
        yield f"text outside: {''.join(loose)[:40]}"


def letters(tagged: Tagged) -> Iterator[str]:
    """Every glyph stands for a character."""
    if any("�" in run.text for run in tagged.texts):
        yield "a glyph without a character"
    things = (thing for thing in tagged.pdf.objects if isinstance(thing, pikepdf.Dictionary))
    for font in (thing for thing in things if "/DescendantFonts" in thing):
        if "/ToUnicode" not in font:
            yield f"no characters: {font.get('/BaseFont')}"


def contrasts(tagged: Tagged) -> Iterator[str]:
    """Every text stands out from what lies behind it (1.4.3)."""
    seen: set[tuple[Colour, Colour]] = set()
    for run in tagged.texts:
        if not run.text.strip() or run.colour is None or run.ground is None:
            continue
        pair = (run.colour, run.ground)
        if pair not in seen and contrast(*pair) < MINIMUM_CONTRAST:
            seen.add(pair)
            yield f"{contrast(*pair):.1f}: {run.text[:30]}"


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2.1: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def reading_aloud(tagged: Tagged) -> Iterator[str]:
    """A locked file gives its text to other programs (ISO 32000-1, table 22, bits 5 and 10)."""
    if tagged.pdf.is_encrypted and not tagged.pdf.allow.extract:
        yield "copying is forbidden"


RULES = {
    "Sprache": language,
    "Überschriften": headings,
    "verkleidete Überschriften": disguised_headings,
    "Bilder": figures,
    "Links": links,
    "Tabellen": tables,
    "Listen": lists,
    "Elementtypen": types,
    "Struktur": structure,
    "Zeichen": letters,
    "Kontrast": contrasts,
    "Vorlesen": reading_aloud,
}
