"""Tracked changes (ECMA-376 part 1, 17.13.5): two states of Steckbriefe as one Word document.

Accepting all changes gives the new text, rejecting all gives the old one.
"""

from insek_cli.review.redline.redline_document import redline

__all__ = ["redline"]
