"""Comments of a document that came back, each with its answers as one remark."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from insek_cli.documents.word.ooxml import parse_part
from insek_cli.exchange.returned import Place, RemarkBack
from insek_cli.exchange.word_rows import Sheet, heading_styles, style_of
from insek_cli.findings import Position
from insek_cli.tables.docx_text import LEFT_OUT, PARAGRAPH, Document, qn, said
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.office_text import flat

QUOTED = 160
"""Characters of the words that a comment is about."""
_START, _END, _REFERENCE = (
    qn(f"w:comment{name}") for name in ("RangeStart", "RangeEnd", "Reference")
)
_ID, _TEXT = qn("w:id"), qn("w:t")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass
class _Place:
    """Where a comment stands: its measure, the label or heading there, the words it is about."""

    measure: str
    about: str
    order: int
    words: list[str] = field(default_factory=list)

    @property
    def quote(self) -> str:
        text = " ".join("".join(self.words).split())
        return text if len(text) <= QUOTED else text[:QUOTED].rpartition(" ")[0] + " …"


def remarks_of(
    document: Document,
    sheets: Iterable[Sheet],
    organisations: Mapping[str, str],
    findings: ImportFindings,
) -> Iterator[RemarkBack]:
    """The remarks in the order of the text.

    Who wrote is told only where the name is that of an organisation: `organisations` gives the
    name to print by what it may be called.
    """
    places = _places(document, sheets)
    written = sorted(document.comments, key=lambda c: (str(c.timestamp or ""), c.comment_id))
    comments = {str(each.comment_id): each for each in written}
    threads: dict[str, list[str]] = defaultdict(list)
    above = _threads(document, comments, places)
    for id_ in comments:
        threads[above.get(id_, id_)].append(id_)
    for first in sorted(threads, key=lambda id_: places[id_].order if id_ in places else 0):
        told: list[str] = []
        whose = ""
        for id_ in threads[first]:
            text = " ".join(comments[id_].text.split())
            name = organisations.get(_author(comments[id_]), "")
            if id_ == first:
                whose = name
            elif text:
                text = f"Antwort{f' ({name})' if name else ''}: {text}"
            told += [text] if text else []
        place = places.get(first) or _Place("", "", 0)
        if told:
            at = Place(Position(findings.file, 1, 1), place.about or place.measure)
            yield RemarkBack(place.measure, f"{_lead(place)}{' – '.join(told)}", whose, at)


def _author(comment: Any) -> str:
    return flat(comment._comment_elm.get(qn("w:author"), "")).casefold()


def _lead(place: _Place) -> str:
    if place.quote:
        return f"{place.about}, zu „{place.quote}“: " if place.about else f"Zu „{place.quote}“: "
    return f"{place.about}: " if place.about else ""


def _threads(
    document: Document, comments: Mapping[str, Any], places: Mapping[str, _Place]
) -> dict[str, str]:
    """The first comment of the thread of each answer."""
    answered = _answered(document, comments)
    if answered is None:
        # Programs that know no threads put the answer at the same words.
        first: dict[tuple[int, str], str] = {}
        for id_ in (id_ for id_ in comments if id_ in places):
            first.setdefault((places[id_].order, places[id_].quote), id_)
        return {id_: first[p.order, p.quote] for id_, p in places.items() if id_ in comments}
    roots: dict[str, str] = {}
    for id_ in comments:
        root, seen = id_, {id_}
        while (above := answered.get(root)) and above in comments and above not in seen:
            seen.add(above)
            root = above
        roots[id_] = root
    return roots


def _answered(document: Document, comments: Mapping[str, Any]) -> dict[str, str] | None:
    """Comments by their answers, as Word keeps them; None where a document has no such part."""
    parts = [
        relation.target_part
        for relation in document.part.rels.values()
        if not relation.is_external and relation.reltype.endswith("/commentsExtended")
    ]
    if not parts:
        return None
    try:
        root = parse_part(parts[0].blob)
    except etree.XMLSyntaxError:
        return None
    ids = {
        paragraph.get(f"{_W14}paraId", ""): id_
        for id_, comment in comments.items()
        for paragraph in comment._comment_elm.iter(PARAGRAPH)
    }
    pairs = (
        (each.get(f"{_W15}paraId", ""), each.get(f"{_W15}paraIdParent", ""))
        for each in root.iter(f"{_W15}commentEx")
    )
    return {ids[own]: ids[above] for own, above in pairs if own in ids and above in ids}


def _places(document: Document, sheets: Iterable[Sheet]) -> dict[str, _Place]:
    about: dict[Any, tuple[str, str]] = {}
    for sheet in sheets:
        about |= {sheet.table: (sheet.measure, ""), sheet.heading: (sheet.measure, "")}
        about |= {row.element: (row.measure, row.label) for row in sheet.rows}
    headings = heading_styles(document)
    places: dict[str, _Place] = {}
    running: dict[str, _Place] = {}
    heading = ""
    order = 0
    for element in _walk(document.element.body):
        id_ = element.get(_ID, "")
        if element.tag in (PARAGRAPH, _TEXT):
            order += 1
            if style_of(element) in headings:
                heading = said(element).strip()
            for place in running.values():
                place.words.append(element.text or " ")
        elif element.tag in (_START, _REFERENCE) and id_ not in places:
            known = next((about[up] for up in element.iterancestors() if up in about), None)
            places[id_] = _Place(*(known or ("", heading)), order)
            running |= {id_: places[id_]} if element.tag == _START else {}
        elif element.tag == _END:
            running.pop(id_, None)
    return places


def _walk(element: Any) -> Iterator[Any]:
    for child in element.iterchildren():
        yield child
        if child.tag not in LEFT_OUT:
            yield from _walk(child)
