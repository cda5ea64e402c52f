"""What a file was made from, so that it can be read back: its facts, and marks that show edits."""

import hashlib

from insek_cli.report.origin import origin
from insek_cli.report.views import Report
from insek_cli.tables.office_text import flat


def facts(report: Report) -> dict[str, str]:
    """City, concept, revision, stage and profile, as a merge compares them with the project."""
    return {
        "stadt": report.concept.stadt,
        "konzept": report.concept.titel,
        "revision": report.revision.commit or "",
        "geaendert": "ja" if report.revision.changed else "nein",
        "stand": report.stand.isoformat(),
        "stufe": report.stufe,
        "profil": report.profil,
        "felder": " ".join(field.kopf.id for field in report.felder),
        "herkunft": str(origin(report)),
    }


def words_mark(text: str) -> str:
    """Tells whether somebody edited a text; where its lines end does not count."""
    return hashlib.sha256("".join(flat(text).split()).encode()).hexdigest()[:16]
