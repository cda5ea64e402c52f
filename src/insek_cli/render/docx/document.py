"""The package that is built: the parts of the reference document around pandoc's text."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.package import Package
from lxml import etree

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.render import package
from insek_cli.render.docx.ooxml import NAMESPACES, q, value

_OWN = "p"
"""Begins the ids of relationships of the text, which the reference document does not use."""
_REFERRED = (RELATION.HYPERLINK, RELATION.IMAGE, RELATION.HEADER, RELATION.FOOTER)
_REFERRING = (q("w:hyperlink"), q("a:blip"), q("w:headerReference"), q("w:footerReference"))
_REFERENCES = (q("r:id"), q("r:embed"))


class Document:
    """Styles, pages and settings come from the reference document, the text from pandoc."""

    def __init__(self, written: bytes, reference: bytes) -> None:
        self.package = Package.open(BytesIO(reference))
        self.part = self.package.main_document_part
        source = Package.open(BytesIO(written)).main_document_part
        self.pages = list(self.part.element.iter(q("w:sectPr")))
        # Moving the text from tree to tree would take time with the square of its length.
        self.root: etree._Element = source.element
        self.part._element = self.root
        self.styles: etree._Element = self.part.part_related_by(RELATION.STYLES).element
        self.numbering: etree._Element = self.part.numbering_part.element
        self._names: dict[str | None, str] = {
            value(s, "w:name"): s.get(q("w:styleId"), "") for s in self.styles
        }
        self.bullets = _bullet_lists(source.part_related_by(RELATION.NUMBERING).element)
        self._adopt(source)

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
        self._names[value(style, "w:name")] = style.get(q("w:styleId"), "")

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
        return package.saved(self.package)

    def _all(self, kind: str) -> list[etree._Element]:
        return [r.target_part.element for r in self.part.rels.values() if r.reltype == kind]

    def _adopt(self, source: XmlPart) -> None:
        """Take over pandoc's text, with links and pictures under ids and names of their own."""
        for node in self.root.iter(*_REFERRING):
            for key in _REFERENCES:
                if name := node.get(key):
                    node.set(key, _OWN + name)
        taken = {part.partname for part in self.package.iter_parts()}
        numbers = count(1)
        for name, relation in source.rels.items():
            if relation.reltype == RELATION.IMAGE:
                picture = relation.target_part
                ending = picture.partname.ext
                names = (PackURI(f"/word/media/bild{n}.{ending}") for n in numbers)
                picture.partname = next(free for free in names if free not in taken)
                self.part.load_rel(relation.reltype, picture, _OWN + name)
            elif relation.reltype == RELATION.HYPERLINK:
                self.part.load_rel(
                    relation.reltype, relation.target_ref, _OWN + name, relation.is_external
                )


def _bullet_lists(numbering: etree._Element) -> set[str]:
    """The ids of pandoc's lists that are not numbered."""
    plain = {
        abstract.get(q("w:abstractNumId"))
        for abstract in numbering.iter(q("w:abstractNum"))
        if value(abstract, "w:lvl/w:numFmt") == "bullet"
    }
    return {
        number.get(q("w:numId"), "")
        for number in numbering.iter(q("w:num"))
        if value(number, "w:abstractNumId") in plain
    }
