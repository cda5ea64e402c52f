"""Typed values in words: one wording for every document, table and comparison."""
