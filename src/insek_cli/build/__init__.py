"""From a project's folder to its documents: load, check, compose, render beside, move in."""
