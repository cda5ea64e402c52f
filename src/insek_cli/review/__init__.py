"""What reviewers use: canonical files, schemas, comparisons, redlines, and proof of origin."""
