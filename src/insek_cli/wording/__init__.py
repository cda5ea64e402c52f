"""Typed values in words: one wording for every document, table and comparison.

`notation` writes numbers, amounts and dates in German, `values` a record key by key, `columns` and
`phrases` what German says better in a sentence.
"""
