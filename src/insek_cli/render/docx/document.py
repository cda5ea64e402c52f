"""The package that is built: the parts of the reference document around pandoc's text."""

from collections.abc import Iterator

from lxml import etree

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.render.docx import archive
from insek_cli.render.docx.ooxml import NAMESPACES, parse, q, serialise, value

MAIN = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
_ADOPTED = ("/hyperlink", "/image")


class Document:
    """Styles, pages and settings come from the reference document, the text from pandoc."""

    def __init__(self, written: bytes, reference: bytes) -> None:
        self.parts = archive.read(reference)
        source = archive.read(written)
        self.pages = list(parse(self.parts[MAIN]).iter(q("w:sectPr")))
        self.root = parse(source[MAIN])
        self.styles = parse(self.parts["word/styles.xml"])
        self.numbering = parse(self.parts["word/numbering.xml"])
        self.relations = parse(self.parts[RELATIONS])
        self.types = parse(self.parts[TYPES])
        self._names = {value(s, "w:name"): s.get(q("w:styleId"), "") for s in self.styles}
        self.bullets = _bullet_lists(source)
        self._adopt(source)

    @property
    def body(self) -> etree._Element:
        """What the document prints, in order."""
        return self.root[0]

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

    def declare(self, part: str, content_type: str) -> None:
        """Name the type of a part that is added."""
        if not any(entry.get("PartName") == f"/{part}" for entry in self.types):
            entry = etree.SubElement(self.types, q("ct:Override"))
            entry.set("PartName", f"/{part}")
            entry.set("ContentType", content_type)

    def save(self) -> bytes:
        """The finished archive."""
        etree.cleanup_namespaces(self.root, keep_ns_prefixes=list(NAMESPACES))
        self.parts[MAIN] = serialise(self.root)
        self.parts["word/styles.xml"] = serialise(self.styles)
        self.parts["word/numbering.xml"] = serialise(self.numbering)
        self.parts[RELATIONS] = serialise(self.relations)
        self.parts[TYPES] = serialise(self.types)
        return archive.write(self.parts)

    def _adopt(self, source: dict[str, bytes]) -> None:
        """Take over pandoc's links and pictures under ids that the reference does not use."""
        for relation in parse(source[RELATIONS]):
            if relation.get("Type", "").endswith(_ADOPTED):
                relation.set("Id", "p" + relation.get("Id", ""))
                self.relations.append(relation)
        for node in self.root.iter(q("w:hyperlink"), q("a:blip")):
            for key in (q("r:id"), q("r:embed")):
                if node.get(key):
                    node.set(key, "p" + node.get(key, ""))
        media = {name: data for name, data in source.items() if name.startswith("word/media/")}
        self.parts.update(media)
        self._declare_media(source, {name.rpartition(".")[2] for name in media})

    def _declare_media(self, source: dict[str, bytes], endings: set[str]) -> None:
        known = {entry.get("Extension") for entry in self.types}
        for entry in parse(source[TYPES]):
            if entry.get("Extension") in endings - known:
                self.types.insert(0, entry)


def _bullet_lists(source: dict[str, bytes]) -> set[str]:
    """The ids of pandoc's lists that are not numbered."""
    root = parse(source["word/numbering.xml"])
    plain = {
        abstract.get(q("w:abstractNumId"))
        for abstract in root.iter(q("w:abstractNum"))
        if value(abstract, "w:lvl/w:numFmt") == "bullet"
    }
    return {
        number.get(q("w:numId"), "")
        for number in root.iter(q("w:num"))
        if value(number, "w:abstractNumId") in plain
    }
