"""How hard the tests try."""

import os

THOROUGH = os.environ.get("INSEK_THOROUGH") == "1"
"""As `make fuzz` and `make trust` set it: minutes instead of seconds, and new inputs each time."""
