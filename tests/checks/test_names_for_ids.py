"""Names where ids are due: who was meant is found for every kind, and not sought for ever."""

from datetime import date

import pytest

from insek_cli.catalog import Catalog
from insek_cli.checks.names_for_ids import NameMatcher
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction, Goal, Subgoal
from insek_cli.models.measure import Measure
from insek_cli.models.registers import Actor, District, Plan, Programme
from quickly import within

CONCEPT = Concept(titel="INSEK", stadt="Musterstadt", stand=date(2026, 1, 31))
PARTS = (Subgoal(id="HF1.1.1", titel="Leerstand nutzen"),)
GOALS = (Goal(id="HF1.1", titel="Bezahlbar wohnen", unterziele=PARTS),)
CATALOG = Catalog(
    concept=CONCEPT,
    fields=(FieldOfAction(id="HF1", titel="Wohnen", frueher=("Wohnungsbau",), ziele=GOALS),),
    measures=(
        Measure(id="M-007", titel="Offene Schulhöfe", kurztitel="Schulhöfe", handlungsfeld="HF1"),
    ),
    registers={
        "plans": (Plan(id="nvp-2024", titel="Nahverkehrsplan"),),
        "actors": (Actor(id="fb-66", name="Fachbereich Tiefbau", kurz="Tiefbauamt"),),
        "programmes": (Programme(id="lzp", titel="Lebendige Zentren"),),
        "districts": (District(id="nord", name="Nordstadt"),),
    },
)


@pytest.mark.parametrize(
    ("kind", "word", "id_"),
    [
        ("field", "Wohnen", "HF1"), ("field", "wohnungsbau", "HF1"), ("field", "HF2", None),
        ("goal", "Bezahlbar Wohnen", "HF1.1"), ("goal", "Leerstände nutzen", "HF1.1.1"),
        ("measure", "Schulhöfe", "M-007"), ("measure", "Offene Schulhoefe", "M-007"),
        ("measure", "M-070", None), ("plan", "Nahverkehrs-Plan", "nvp-2024"),
        ("actor", "FB 66", "fb-66"), ("actor", "Fachbereich Tiefbau", "fb-66"),
        ("actor", "tiefbauamt", "fb-66"), ("actor", "Kirche", None),
        ("programme", "Lebendige Zentren", "lzp"), ("district", "Nord-Stadt", "nord"),
    ],
)  # fmt: skip
def test_who_was_meant(kind: str, word: str, id_: str | None) -> None:
    hint = NameMatcher(CATALOG).meant(kind, word)
    assert (id_ in hint) if id_ else hint == ""


def test_many_strangers_are_not_looked_for_without_end() -> None:
    actors = tuple(Actor(id=f"a-{n}", name=f"Fachbereich {n} der Stadt") for n in range(450))
    many = Catalog(concept=CONCEPT, fields=(), measures=(), registers={"actors": actors})
    guesses = NameMatcher(many)
    with within(yardsticks=200):
        hints = [guesses.meant("actor", f"Bereich des Fachs {n}") for n in range(5000)]
    assert len(hints) == 5000
    assert "a-17" in guesses.meant("actor", "fachbereich 17 der stadt"), "the same name always is"
