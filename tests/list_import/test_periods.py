"""Periods: what is certain, and what stays words."""

import pytest

from insek_cli.list_import.periods import period


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026–2028", {"beginn": 2026, "ende": 2028}),
        ("2025/2026", {"beginn": 2025, "ende": 2026}),
        ("2026-28", {"beginn": 2026, "ende": 2028}),
        ("2026", {"beginn": 2026, "ende": 2026}),
        ("ab 2027", {"beginn": 2027}),
        ("2027 ff.", {"beginn": 2027}),
        ("bis Ende 2030", {"ende": 2030}),
        ("Mai 2026", {"beginn": "2026-05", "ende": "2026-05"}),
        ("05/2026 - 12/2027", {"beginn": "2026-05", "ende": "2027-12"}),
        ("14.05.2026", {"beginn": "2026-05-14", "ende": "2026-05-14"}),
        ("kurz- bis mittelfristig", {"horizont": ["kurzfristig", "mittelfristig"]}),
        ("mittelfristig, langfristig", {"horizont": ["mittelfristig", "langfristig"]}),
        ("k-m", {"horizont": ["kurzfristig", "mittelfristig"]}),
        ("kurzfristig (2026–2028)", {"horizont": ["kurzfristig"], "beginn": 2026, "ende": 2028}),
        ("seit 2020, dauerhaft", {"beginn": 2020, "rhythmus": "dauerhaft"}),
        ("2028-2026", None),
        ("Q2 2026", None),
        ("kurzfristig, nach Planung", None),
        ("31.02.2026", None),
        ("bis 2030", {"ende": 2030}),
        ("Anfang 2027", None),
        ("sofort", None),
    ],
)
def test_a_period_is_what_the_office_means(text: str, found: object) -> None:
    assert period(text) == found
