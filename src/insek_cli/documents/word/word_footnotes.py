"""Footnotes of pandoc's texts, gathered in one part of the package."""

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from lxml import etree

from insek_cli.documents.word.ooxml import q

_REFERENCE, _NOTE, _ID = q("w:footnoteReference"), q("w:footnote"), q("w:id")
_OWN = "n"
"""Begins the ids of links in footnotes."""


def adopt_footnotes(part: XmlPart, source: XmlPart, root: etree._Element, last: int) -> int:
    """Carry the footnotes of one text over, numbered on from `last`; gives back the last number.

    Separators come with the first text that has footnotes, and stay as they are.
    """
    references = list(root.iter(_REFERENCE))
    if not references:
        return last
    theirs = source.part_related_by(RELATION.FOOTNOTES)
    written = parse_xml(theirs.blob)
    notes = {note.get(_ID): note for note in written.iter(_NOTE) if note.get(q("w:type")) is None}
    kept = _kept(part)
    if kept is None:
        kept = XmlPart(theirs.partname, theirs.content_type, written, part.package)
        part.relate_to(kept, RELATION.FOOTNOTES)
    for name, relation in theirs.rels.items():
        kept.load_rel(
            relation.reltype, relation.target_ref, f"{_OWN}{last}_{name}", is_external=True
        )
    for number, reference in enumerate(references, last + 1):
        note = notes[reference.get(_ID)]
        reference.set(_ID, str(number))
        note.set(_ID, str(number))
        for link in note.iter(q("w:hyperlink")):
            if name := link.get(q("r:id")):
                link.set(q("r:id"), f"{_OWN}{last}_{name}")
        kept.element.append(note)
    return last + len(references)


def _kept(part: XmlPart) -> XmlPart | None:
    found = [r.target_part for r in part.rels.values() if r.reltype == RELATION.FOOTNOTES]
    return found[0] if found else None
