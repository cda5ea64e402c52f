"""What reviewers use: canonical files, schemas, comparisons, redlines, and proof of origin.

`format` is behind `insek fmt`, `schema` and `verification` behind the commands of those names,
`diff.two_states.differing` and `redline` behind `insek diff`.
"""
