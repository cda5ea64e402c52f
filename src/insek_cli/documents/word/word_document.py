"""The package that is built: the parts of the reference document around pandoc's text."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.package import Package
from lxml import etree

from insek_cli.documents import office_package
from insek_cli.documents.word import word_footnotes
from insek_cli.documents.word.ooxml import NAMESPACES, q, val_of
from insek_cli.findings import InsekError
from insek_cli.i18n import _

_OWN = "p"
"""Begins the ids of relationships of the text, which the reference document does not use."""
CONTINUED = "1000"
"""The list id that pandoc gives to further paragraphs of an item."""
_BOOKMARKS = (q("w:bookmarkStart"), q("w:bookmarkEnd"))
_BODY, _BODY_END = b"<w:body>", b"</w:body>"
_REFERRED = (RELATION.HYPERLINK, RELATION.IMAGE, RELATION.HEADER, RELATION.FOOTER)
_REFERRING = (q("w:hyperlink"), q("a:blip"), q("w:headerReference"), q("w:footerReference"))
_REFERENCES = (q("r:id"), q("r:embed"))


class WordPackage:
    """Styles, pages and settings come from the reference document, the text from pandoc."""

    def __init__(self, written: Sequence[bytes], reference: bytes) -> None:
        """The text is what pandoc wrote, in one document or in several, one after the other."""
        self.package = Package.open(BytesIO(reference))
        self.part = self.package.main_document_part
        self.pages = list(self.part.element.iter(q("w:sectPr")))
        self.styles: etree._Element = self._element(RELATION.STYLES)
        self.numbering: etree._Element = self._element(RELATION.NUMBERING)
        self._names: dict[str | None, str] = {
            val_of(s, "w:name"): s.get(q("w:styleId"), "") for s in self.styles
        }
        self.bullets: set[str] = set()
        self.starts: dict[str, list[str]] = {}
        self.root = self._adopt(written)
        self.part._element = self.root

    @property
    def body(self) -> etree._Element:
        """What the document prints, in order."""
        return self.root[0]

    @property
    def headers(self) -> list[etree._Element]:
        """What stands above the text of all pages."""
        return self._all(RELATION.HEADER)

    @property
    def footers(self) -> list[etree._Element]:
        """What stands below the text of all pages."""
        return self._all(RELATION.FOOTER)

    def paragraphs(self) -> Iterator[etree._Element]:
        """All paragraphs, those in tables too."""
        return self.body.iter(q("w:p"))

    def style(self, name: str) -> str:
        """The id of a style; Word translates ids, so only names can be relied on."""
        try:
            return self._names[name]
        except KeyError as error:
            hint = _(
                "Copy it from the packaged template, or remove your own to use the packaged one."
            )
            raise InsekError(
                _("The style “{name}” is missing in docx/reference.docx.").format(name=name), hint
            ) from error

    def add_style(self, style: etree._Element) -> None:
        """Add a style that depends on the data."""
        self.styles.append(style)
        self._names[val_of(style, "w:name")] = style.get(q("w:styleId"), "")

    @property
    def style_ids(self) -> set[str]:
        """The ids of all styles."""
        return {style.get(q("w:styleId"), "") for style in self.styles.iter(q("w:style"))}

    def save(self) -> bytes:
        """The finished file; of pages, links and pictures it holds those that are shown."""
        shown = {node.get(key) for node in self.root.iter(*_REFERRING) for key in _REFERENCES}
        for name, relation in list(self.part.rels.items()):
            if relation.reltype in _REFERRED and name not in shown:
                del self.part.rels[name]
        etree.cleanup_namespaces(self.root, keep_ns_prefixes=list(NAMESPACES))
        return office_package.saved(self.package)

    def _element(self, kind: str) -> etree._Element:
        try:
            found: etree._Element = self.part.part_related_by(kind).element
        except KeyError as error:
            message = _("docx/reference.docx has no {part}.").format(part=kind.rpartition("/")[2])
            hint = _("Begin anew with the packaged template, or remove your own.")
            raise InsekError(message, hint) from error
        return found

    def _all(self, kind: str) -> list[etree._Element]:
        return [r.target_part.element for r in self.part.rels.values() if r.reltype == kind]

    def _adopt(self, written: Sequence[bytes]) -> etree._Element:
        """Pandoc's text, with links, pictures, lists and bookmarks under ids of their own."""
        names = self._picture_names()
        texts: list[bytes] = []
        last = noted = 0
        for place, content in enumerate(written):
            source = Package.open(BytesIO(content)).main_document_part
            numbering = source.part_related_by(RELATION.NUMBERING).element
            self.bullets |= {_list_name(number, place) for number in _bullet_lists(numbering)}
            for number, starts in _starts(numbering):
                self.starts[_list_name(number, place)] = starts
            for name, relation in source.rels.items():
                own = f"{_OWN}{place}_{name}"
                if relation.reltype == RELATION.IMAGE:
                    picture = relation.target_part
                    picture.partname = PackURI(f"{next(names)}.{picture.partname.ext}")
                    self.part.load_rel(relation.reltype, picture, own)
                elif relation.reltype == RELATION.HYPERLINK:
                    goal, outside = relation.target_ref, relation.is_external
                    self.part.load_rel(relation.reltype, goal, own, outside)
            root: etree._Element = source.element
            last = _rename(root, place, last)
            noted = word_footnotes.adopt_footnotes(self.part, source, root, noted)
            if len(written) == 1:
                return root
            texts.append(_without_section(root))
        return _joined(texts)

    def _picture_names(self) -> Iterator[str]:
        taken = {part.partname.rpartition(".")[0] for part in self.package.iter_parts()}
        names = (f"/word/media/bild{number}" for number in count(1))
        return (name for name in names if name not in taken)


def _rename(root: etree._Element, place: int, last: int) -> int:
    """Set ids that no other text has; gives back the last one of the bookmarks."""
    for node in root.iter(*_REFERRING):
        for key in _REFERENCES:
            if name := node.get(key):
                node.set(key, f"{_OWN}{place}_{name}")
    for number in root.iter(q("w:numId")):
        number.set(q("w:val"), _list_name(number.get(q("w:val"), ""), place))
    highest = last
    for mark in root.iter(*_BOOKMARKS):
        own = last + int(mark.get(q("w:id"), 0)) + 1
        mark.set(q("w:id"), str(own))
        highest = max(highest, own)
    return highest


def _list_name(number: str, place: int) -> str:
    return number if number == CONTINUED else f"{place}_{number}"


def _without_section(root: etree._Element) -> bytes:
    """One of several texts; the pages are set when all are together."""
    for section in root[0].findall(q("w:sectPr")):
        root[0].remove(section)
    return etree.tostring(root)


def _joined(texts: list[bytes]) -> etree._Element:
    """One text of several, by way of their bytes.

    To move elements from tree to tree would take time with the square of their number.
    """
    end = texts[-1][texts[-1].rindex(_BODY_END) :]
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    parser.feed(texts[0][: texts[0].index(_BODY) + len(_BODY)])
    for text in texts:
        parser.feed(text[text.index(_BODY) + len(_BODY) : text.rindex(_BODY_END)])
    parser.feed(end)
    root: etree._Element = parser.close()
    return root


def _bullet_lists(numbering: etree._Element) -> set[str]:
    """The ids of pandoc's lists that are not numbered."""
    plain = {
        abstract.get(q("w:abstractNumId"))
        for abstract in numbering.iter(q("w:abstractNum"))
        if val_of(abstract, "w:lvl/w:numFmt") == "bullet"
    }
    return {
        number.get(q("w:numId"), "")
        for number in numbering.iter(q("w:num"))
        if val_of(number, "w:abstractNumId") in plain
    }


def _starts(numbering: etree._Element) -> Iterator[tuple[str, list[str]]]:
    """The first numbers of pandoc's lists, level by level."""
    for number in numbering.iter(q("w:num")):
        starts = [node.get(q("w:val"), "1") for node in number.iter(q("w:startOverride"))]
        if starts:
            yield number.get(q("w:numId"), ""), starts
