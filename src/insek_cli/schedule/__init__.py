"""Time: when measures and their steps begin and end, as days. Drawings and checks ask here."""
