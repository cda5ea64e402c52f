"""From the report to documents: one template set, one tree, one small module per format."""
