"""How far the measures are: what was reported, in order, and what it comes to."""
