"""Lights and statuses in words: a light is a sign and a word, never a colour alone."""

from collections.abc import Mapping

from insek_cli.models.labels import LABELS
from insek_cli.models.types import Status, TrafficLight
from insek_cli.monitoring.states import LIGHTS

Light = TrafficLight | None
"""None: no light is known, or the news is too old to count."""
ALL_LIGHTS: tuple[Light, ...] = (*LIGHTS, None)
SILENT = "ohne Meldung"
SIGNS: Mapping[Light, str] = {
    "im_plan": "●",
    "verzoegert": "▲",
    "gefaehrdet": "■",
    "ruht": "‖",
    "erledigt": "✓",
    None: "○",
}
"""A sign beside the word, where nothing is drawn: a light is never a colour alone."""
NOTHING = "–"


def light_word(light: Light) -> str:
    """What a light is called."""
    return LABELS[light] if light else SILENT


def status_word(status: Status | None) -> str:
    """What a status is called."""
    return LABELS[status] if status else NOTHING


def light_text(light: Light) -> str:
    """Sign and word: ▲ verzögert."""
    return f"{SIGNS[light]} {light_word(light)}"
