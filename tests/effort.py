"""How hard the tests try."""

import os

THOROUGH = os.environ.get("INSEK_THOROUGH") == "1"
"""As `make fuzz` and `make trust` set it: minutes instead of seconds, and new inputs each time."""
SLOW = 3000 if THOROUGH else 50
"""Examples of a property of which one takes about 20 milliseconds: it makes files or documents."""
KILLS = int(os.environ.get("INSEK_KILLS", "3"))
"""How many commands are killed at random moments; `make trust` kills a hundred."""
