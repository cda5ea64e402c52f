"""Writing files so that a crash leaves the old ones or the new ones, never a mixture.

`write_files` stages, journals and moves; `recover` finishes or undoes what a killed run began.
"""

from insek_cli.storage.recovery import Recovered, recover
from insek_cli.storage.transaction import write_files

__all__ = ["Recovered", "recover", "write_files"]
