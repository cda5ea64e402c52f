"""Lights and statuses in words: a light is a sign and a word, never a colour alone."""

from collections.abc import Mapping

from insek_cli.models.labels import LABELS
from insek_cli.models.types import Status, TrafficLight
from insek_cli.monitoring.states import LIGHTS, DatedState
from insek_cli.wording.notation import day

Light = TrafficLight | None
"""None: no light is known, or the news is too old to count."""
ALL_LIGHTS: tuple[Light, ...] = (*LIGHTS, None)
NO_LIGHT = "ohne Ampel"
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
    return LABELS[light] if light else NO_LIGHT


def status_word(status: Status | None) -> str:
    """What a status is called."""
    return LABELS[status] if status else NOTHING


def light_text(light: Light) -> str:
    """Sign and word: ▲ verzögert."""
    return f"{SIGNS[light]} {light_word(light)}"


def news_title(news: DatedState) -> str:
    """What a state is called beside the measure: Stand der Umsetzung (31.12.2025)."""
    return f"Stand der Umsetzung ({day(news.stichtag)})"


def news_text(news: DatedState) -> str:
    """What a state says besides its light: what has happened, and why the light is so."""
    return " ".join(filter(None, (news.state.stand, news.state.begruendung)))
