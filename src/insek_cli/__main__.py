"""`python -m insek_cli`, for machines where the command itself is not on the path."""

import sys

from insek_cli.cli import main

if __name__ == "__main__":
    sys.exit(main())
