"""What the documents say: numbering, wording, links and totals, independent of any format."""
