"""INSEK3xx: what must be known at a stage."""

from insek_cli.findings.codes.code import Code, warning
from insek_cli.i18n import N_

OPEN = "INSEK301"
"""A key that is still open for the stage: counted at the end of a build, not listed."""

CODES: tuple[Code, ...] = (
    warning(
        OPEN,
        N_("A key that the stage asks for is missing"),
        N_("“{title}” is still open; the stage {stage} asks for it"),
        N_("Fill it in as soon as it is known; until then the documents print “noch offen”."),
        wrong="id: M-001\ntitel: Gewerbehöfe\nhandlungsfeld: HF2",
        right="id: M-001\ntitel: Gewerbehöfe\nhandlungsfeld: HF2\nziele: [HF2.1]",
    ),
)
